//! A programme as one file: a ZIP archive of `programme.en.md`, `programme.nl.md`, ... and `media/*`.

mod drawing;
mod kind;
mod read;

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{self, Cursor, Write as _},
};

use kernel::Language;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use crate::{Fault, Finding, Name, Programme, Texts, read as read_texts};
pub(crate) use kind::FileKind;
pub use kind::media_type;

/// The most that an archive may weigh, in MiB.
pub const MOST_MIB: usize = 128;
/// The most that it may unpack to, in MiB.
pub const MOST_UNPACKED_MIB: u64 = 160;
/// The most entries.
pub const MOST_ENTRIES: usize = 1_000;

/// A sound programme with its texts and files: what is kept of it, and what it travels as.
#[derive(Clone, Debug, PartialEq)]
pub struct Package {
    programme: Programme,
    texts: Texts,
    files: BTreeMap<String, Vec<u8>>,
}

/// The name of a text in the archive.
pub(crate) fn text_name(language: Language) -> String {
    format!("programme.{language}.md")
}

/// What is wrong with a file by its name, such as `media/evening.svg`, and by its first bytes: it may be none that a programme
/// has, or not what its name says.
pub fn file_fault(file: &str, bytes: &[u8]) -> Option<Fault> {
    match FileKind::of(file) {
        Some(_) => kind::fault(file, bytes),
        None => Some(Fault::FileKind { file: file.to_owned(), example: kind::examples() }),
    }
}

/// The name under which a programme has a file that a device calls so: `media/my-bed.jpg` for `My bed.JPEG`.
pub fn file_name(given: &str) -> String {
    let lower = given.rsplit(['/', '\\']).next().unwrap_or_default().to_lowercase();
    let (stem, ending) = lower.rsplit_once('.').unwrap_or((&lower, ""));
    let stem = stem.split('.').map(Name::proposed).collect::<Vec<_>>().join(".");
    let ending = if ending == "jpeg" { "jpg" } else { ending };
    format!("media/{stem}.{ending}")
}

/// What an author pastes to show a file: with the words that only the author has left open.
pub fn file_markdown(file: &str) -> String {
    match FileKind::of(file) {
        Some(FileKind::Picture) => format!("![…]({file})"),
        Some(FileKind::Video) => format!("::: video {file}\ntitle: …\ncaptions: …\n:::"),
        Some(FileKind::Audio) => format!("::: audio {file}\ntitle: …\ncaptions: …\n:::"),
        Some(FileKind::Captions) => format!("captions: {file}"),
        None => String::new(),
    }
}

impl Package {
    /// Of texts and files, such as `media/evening.svg`; with what was left out because no text names it.
    ///
    /// # Errors
    /// Everything that is wrong with the texts and the files.
    pub fn of(texts: Texts, mut files: BTreeMap<String, Vec<u8>>) -> Result<(Self, Vec<Finding>), Vec<Finding>> {
        let names: BTreeSet<String> = files.keys().cloned().collect();
        let faults = files.iter().filter_map(|(name, bytes)| kind::fault(name, bytes)).map(Finding::outside);
        let mut findings: Vec<Finding> = faults.collect();
        let programme = match read_texts(&texts, &names) {
            Ok(programme) if findings.is_empty() => programme,
            Ok(_) => return Err(findings),
            Err(found) => {
                findings.extend(found);
                return Err(findings);
            }
        };
        let used: BTreeSet<String> = programme.files();
        let unused = names.into_iter().filter(|name| !used.contains(name));
        let notes = unused.map(|file| Finding::outside(Fault::FileUnused { file })).collect();
        files.retain(|name, _| used.contains(name));
        Ok((Self { programme, texts, files }, notes))
    }

    /// Reads an archive; with what was left out because it belongs to no programme.
    ///
    /// # Errors
    /// Everything that is wrong with the archive, the texts and the files.
    pub fn read(bytes: &[u8]) -> Result<(Self, Vec<Finding>), Vec<Finding>> {
        let read::Unpacked { texts, files, mut findings } =
            read::unpack(bytes).map_err(|fault| vec![Finding::outside(fault)])?;
        let refused = findings.iter().any(|finding| !finding.fault.is_note());
        match Self::of(texts, files) {
            Ok((package, notes)) if !refused => {
                findings.extend(notes);
                Ok((package, findings))
            }
            Ok(_) => Err(findings),
            Err(found) => {
                findings.extend(found);
                Err(findings)
            }
        }
    }

    /// The texts in an archive, to be shown beside its faults; none where it cannot be opened.
    pub fn texts_in(bytes: &[u8]) -> Texts {
        read::unpack(bytes).map(|unpacked| unpacked.texts).unwrap_or_default()
    }

    /// It as an archive, the same bytes each time.
    ///
    /// # Errors
    /// When it is larger than an archive of this kind can be.
    pub fn write(&self) -> io::Result<Vec<u8>> {
        Self::archive(&self.texts, &self.files)
    }

    /// Texts and files as an archive, whether they are sound or not: what was published by an earlier program can be taken away too.
    ///
    /// # Errors
    /// As [`write`](Self::write).
    pub fn archive(texts: &Texts, files: &BTreeMap<String, Vec<u8>>) -> io::Result<Vec<u8>> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let packed = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        for (language, text) in texts {
            zip.start_file(text_name(*language), packed)?;
            zip.write_all(text.as_bytes())?;
        }
        for (name, bytes) in files {
            let method = if name.ends_with(".svg") || name.ends_with(".vtt") {
                CompressionMethod::Deflated
            } else {
                CompressionMethod::Stored
            };
            zip.start_file(name.as_str(), SimpleFileOptions::default().compression_method(method))?;
            zip.write_all(bytes)?;
        }
        Ok(zip.finish()?.into_inner())
    }

    /// The programme.
    pub fn programme(&self) -> &Programme {
        &self.programme
    }

    /// Its texts as their authors wrote them.
    pub fn texts(&self) -> &Texts {
        &self.texts
    }

    /// Its files, by names such as `media/evening.svg`, with their media types. They were looked at, and are others' bytes all the
    /// same: serve them from a sandboxed response.
    pub fn files(&self) -> impl Iterator<Item = (&str, &'static str, &[u8])> {
        self.files.iter().map(|(name, bytes)| {
            (name.as_str(), media_type(name).unwrap_or("application/octet-stream"), bytes.as_slice())
        })
    }
}
