//! The ZIP archive: only entries that ours have, each read to its end within limits before anything is believed.

use std::{
    collections::BTreeSet,
    fmt,
    io::{Cursor, Read},
};

use zip::{CompressionMethod, ZipArchive, read::ZipFile, result::ZipError};

use super::{Brought, MOST_ENTRIES, MOST_JSON_MIB, MOST_MIB, MOST_UNPACKED_MIB, Unfit, form};

/// The data itself.
pub(super) const DATA: &str = "my-data.json";
const MIB: u64 = 1024 * 1024;
/// The mark in front of each line of an archive's directory.
const LINE: &[u8] = b"PK\x01\x02";
/// The most such marks: a directory of more would need more memory than it is worth. Files that are archives
/// themselves have them, too.
const MOST_MARKS: usize = 100_000;
/// The most files besides those of entries: tables and the schema.
const MOST_BESIDES: usize = 1_000;

/// An archive whose every entry was read once, and is what it says.
pub struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    json: Vec<u8>,
    files: BTreeSet<String>,
}

impl fmt::Debug for Archive<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Archive").field("files", &self.files.len()).finish_non_exhaustive()
    }
}

/// What an entry is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// The data itself.
    Data,
    /// A file that a row names.
    File,
    /// The same rows as tables, and the schema: read to see that they are whole, and not kept.
    Besides,
}

impl Place {
    fn of(name: &str) -> Result<Self, Unfit> {
        let (folder, bare) = name.split_once('/').unwrap_or(("", name));
        let leads_away = matches!(bare, "." | "..") || bare.contains(['/', '\\', ':']) || matches!(folder, "." | "..");
        if leads_away || name.starts_with('/') || name.contains(char::is_control) {
            return Err(Unfit::Path(shown(name)));
        }
        match folder {
            "" if bare == DATA => Ok(Self::Data),
            "" if bare.starts_with("my-data-") && bare.ends_with(".schema.json") => Ok(Self::Besides),
            "tables" if bare.ends_with(".csv") => Ok(Self::Besides),
            "files" if !bare.is_empty() => Ok(Self::File),
            _ => Err(Unfit::Foreign(shown(name))),
        }
    }

    /// The most bytes of such an entry.
    fn most(self) -> u64 {
        let most = if self == Self::Data { MOST_JSON_MIB } else { MOST_UNPACKED_MIB };
        most * MIB
    }
}

/// A name as it can be shown.
fn shown(name: &str) -> String {
    name.chars().filter(|sign| !sign.is_control()).take(120).collect()
}

impl<'a> Archive<'a> {
    /// Reads every entry to its end.
    ///
    /// # Errors
    /// The first thing for which the archive cannot be brought along.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Unfit> {
        let mut zip = directory(bytes)?;
        let (mut json, mut files, mut left) = (None, BTreeSet::new(), MOST_UNPACKED_MIB * MIB);
        for number in 0..zip.len() {
            let name = zip.name_for_index(number).and_then(Result::ok).ok_or(Unfit::Damaged)?.into_owned();
            let place = Place::of(&name)?;
            let entry = zip.by_index(number).map_err(|error| unopened(&error, &name))?;
            let mut kept = Vec::new();
            let keep = |part: &[u8]| {
                if place == Place::Data {
                    kept.extend_from_slice(part);
                }
            };
            left -= read(entry, &name, place.most().min(left), keep)?;
            match place {
                Place::Data => json = Some(kept),
                Place::File => drop(files.insert(name)),
                Place::Besides => {}
            }
        }
        let json = json.ok_or_else(|| Unfit::Foreign(DATA.to_owned()))?;
        Ok(Self { zip, json, files })
    }

    /// What it brings.
    ///
    /// # Errors
    /// When the JSON has another form, or names files that are not there.
    pub fn brought(&self) -> Result<Brought, Unfit> {
        let brought = Brought::gather(form::read(&self.json)?);
        if brought.entries() > MOST_ENTRIES {
            return Err(Unfit::TooMany);
        }
        brought.check_files(&self.files)?;
        Ok(brought)
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// When it is not there, or not whole.
    pub fn file(&mut self, path: &str) -> Result<Vec<u8>, Unfit> {
        let entry = self.zip.by_name(path).map_err(|_| Unfit::Absent(shown(path)))?;
        let mut bytes = Vec::new();
        read(entry, path, MOST_UNPACKED_MIB * MIB, |part| bytes.extend_from_slice(part))?;
        Ok(bytes)
    }
}

/// Opens the directory, in which no entry stands twice and none lies within another.
fn directory(bytes: &[u8]) -> Result<ZipArchive<Cursor<&[u8]>>, Unfit> {
    if bytes.len() > MOST_MIB * 1024 * 1024 {
        return Err(Unfit::TooHeavy);
    }
    if !bytes.starts_with(b"PK") {
        return Err(Unfit::NotZip);
    }
    if bytes.windows(LINE.len()).filter(|window| *window == LINE).count() > MOST_MARKS {
        return Err(Unfit::TooMany);
    }
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unfit::Damaged)?;
    if zip.has_duplicate_names() {
        return Err(Unfit::Twice);
    }
    if zip.len() > MOST_ENTRIES + MOST_BESIDES {
        return Err(Unfit::TooMany);
    }
    if zip.has_overlapping_files().map_err(|_| Unfit::Damaged)? {
        return Err(Unfit::Damaged);
    }
    Ok(zip)
}

/// Why an entry does not open.
fn unopened(error: &ZipError, name: &str) -> Unfit {
    match error {
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => Unfit::Locked(shown(name)),
        _ => Unfit::Damaged,
    }
}

/// Reads an entry to its end, a stretch at a time; gives how many bytes it has. The checksum is compared at the end.
fn read(
    mut entry: ZipFile<'_, Cursor<&[u8]>>,
    name: &str,
    most: u64,
    mut keep: impl FnMut(&[u8]),
) -> Result<u64, Unfit> {
    if entry.encrypted() || !matches!(entry.compression(), CompressionMethod::Stored | CompressionMethod::Deflated) {
        return Err(Unfit::Locked(shown(name)));
    }
    let declared = entry.size();
    if declared > most {
        return Err(Unfit::TooLarge(shown(name)));
    }
    let (mut stretch, mut count) = (vec![0; 64 * 1024], 0);
    loop {
        let more = entry.read(&mut stretch).map_err(|_| Unfit::Checksum(shown(name)))?;
        count += more as u64;
        if more == 0 || count > declared {
            return if count == declared { Ok(count) } else { Err(Unfit::Checksum(shown(name))) };
        }
        keep(stretch.get(..more).unwrap_or_default());
    }
}
