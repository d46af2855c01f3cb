//! The archive: bytes from outside. Only entries that a programme has are read, each within limits, and nothing is written anywhere.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read},
};

use kernel::Language;
use zip::{CompressionMethod, ZipArchive, read::ZipFile, result::ZipError};

use super::{FileKind, MOST_ENTRIES, MOST_MIB, MOST_UNPACKED_MIB, text_name};
use crate::{Fault, Finding, MOST_SIGNS, Texts};

const MIB: u64 = 1024 * 1024;
/// The mark in front of each line of an archive's directory, and the most such marks: a directory of more would need more
/// memory than it is worth.
const LINE: &[u8] = b"PK\x01\x02";
const MOST_MARKS: usize = 10_000;

/// What an archive holds.
pub(super) struct Unpacked {
    pub(super) texts: Texts,
    pub(super) files: BTreeMap<String, Vec<u8>>,
    /// What was wrong with single entries, and what was left out.
    pub(super) findings: Vec<Finding>,
}

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// What an entry is.
enum Place {
    Text(Language),
    File(String),
    /// A folder.
    Folder,
    Unknown,
}

/// Reads every entry of a programme to its end.
pub(super) fn unpack(bytes: &[u8]) -> Result<Unpacked, Fault> {
    let mut zip = directory(bytes)?;
    let folder = folder(&zip);
    let mut unpacked = Unpacked { texts: Texts::new(), files: BTreeMap::new(), findings: Vec::new() };
    let mut left = MOST_UNPACKED_MIB * MIB;
    for number in 0..zip.len() {
        let name = zip.name_for_index(number).and_then(Result::ok).ok_or(Fault::ArchiveDamaged {})?.into_owned();
        match entry(&mut zip, number, &name, &folder, &mut left) {
            Ok(Entry::Text(language, text)) => drop(unpacked.texts.insert(language, text)),
            Ok(Entry::File(file, bytes)) => drop(unpacked.files.insert(file, bytes)),
            Ok(Entry::Folder) => {}
            Err(fault) => unpacked.findings.push(Finding::outside(fault)),
        }
    }
    Ok(unpacked)
}

/// An entry that was read.
enum Entry {
    Text(Language, String),
    File(String, Vec<u8>),
    Folder,
}

fn entry(zip: &mut Archive<'_>, number: usize, name: &str, folder: &str, left: &mut u64) -> Result<Entry, Fault> {
    match place(name, folder)? {
        Place::Folder => Ok(Entry::Folder),
        Place::Unknown => Err(Fault::EntryUnknown { file: shown(name) }),
        Place::File(file) => Ok(Entry::File(file, whole(zip, number, name, *left, left)?)),
        Place::Text(language) => {
            let most = (MOST_SIGNS as u64).min(*left);
            let bytes = whole(zip, number, name, most, left)?;
            let text = String::from_utf8(bytes).map_err(|_| Fault::TextSigns { file: shown(name) })?;
            Ok(Entry::Text(language, text))
        }
    }
}

/// The folder in which the texts stand: most programs that pack a folder pack its name as well.
fn folder(zip: &Archive<'_>) -> String {
    let texts = Language::ALL.map(text_name);
    let folder = zip.file_names().filter_map(Result::ok).find_map(|name| {
        let folder = texts.iter().find_map(|text| name.strip_suffix(text.as_str()))?;
        (folder.is_empty() || folder.ends_with('/')).then(|| folder.to_owned())
    });
    folder.unwrap_or_default()
}

fn place(name: &str, folder: &str) -> Result<Place, Fault> {
    let leads_away =
        name.starts_with('/') || name.contains(['\\', ':']) || name.split('/').any(|part| matches!(part, "." | ".."));
    if leads_away {
        return Err(Fault::EntryPath { file: shown(name) });
    }
    if name.ends_with('/') {
        return Ok(Place::Folder);
    }
    let Some(bare) = name.strip_prefix(folder) else { return Ok(Place::Unknown) };
    let text = Language::ALL.into_iter().find(|language| text_name(*language) == bare);
    Ok(match text {
        Some(language) => Place::Text(language),
        None if FileKind::of(bare).is_some() => Place::File(bare.to_owned()),
        None => Place::Unknown,
    })
}

/// A name as it can be shown.
fn shown(name: &str) -> String {
    name.chars().filter(|sign| !sign.is_control()).take(120).collect()
}

/// Opens the directory, in which no entry stands twice and none lies within another.
fn directory(bytes: &[u8]) -> Result<Archive<'_>, Fault> {
    if bytes.len() > MOST_MIB * 1024 * 1024 {
        return Err(Fault::ArchiveLarge { most: MOST_MIB.to_string() });
    }
    if !bytes.starts_with(b"PK") {
        return Err(Fault::ArchiveNone {});
    }
    let full = || Fault::ArchiveFull { most: MOST_ENTRIES.to_string() };
    if bytes.windows(LINE.len()).filter(|window| *window == LINE).count() > MOST_MARKS {
        return Err(full());
    }
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Fault::ArchiveDamaged {})?;
    if zip.len() > MOST_ENTRIES {
        return Err(full());
    }
    let overlaps = zip.has_overlapping_files().map_err(|_| Fault::ArchiveDamaged {})?;
    if overlaps || zip.has_duplicate_names() {
        return Err(Fault::ArchiveDamaged {});
    }
    Ok(zip)
}

/// The bytes of an entry; what they take is taken from what is left.
fn whole(zip: &mut Archive<'_>, number: usize, name: &str, most: u64, left: &mut u64) -> Result<Vec<u8>, Fault> {
    let file = || shown(name);
    let entry = zip.by_index(number).map_err(|error| match error {
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => {
            Fault::EntryLocked { file: file() }
        }
        _ => Fault::EntryDamaged { file: file() },
    })?;
    if !matches!(entry.compression(), CompressionMethod::Stored | CompressionMethod::Deflated) {
        return Err(Fault::EntryLocked { file: file() });
    }
    if entry.size() > most {
        let most = if most < MIB { format!("{} KiB", most / 1024) } else { format!("{} MiB", most / MIB) };
        return Err(Fault::ArchiveUnpacks { file: file(), most });
    }
    let bytes = stretch(entry).ok_or_else(|| Fault::EntryDamaged { file: file() })?;
    *left -= bytes.len() as u64;
    Ok(bytes)
}

/// Reads an entry to its end, as long as it is what it declares. The checksum is compared at the end.
fn stretch(mut entry: ZipFile<'_, Cursor<&[u8]>>) -> Option<Vec<u8>> {
    let declared = entry.size();
    let mut bytes = Vec::new();
    entry.by_ref().take(declared + 1).read_to_end(&mut bytes).ok()?;
    (bytes.len() as u64 == declared).then_some(bytes)
}
