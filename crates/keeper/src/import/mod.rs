//! What a person brings along from another Troth organisation (GDPR Art. 20): the archive that
//! [`export`](crate::export) makes, read as what it is: bytes from outside.
//!
//! Nothing is unpacked to a disk, nothing is believed that was not counted while it was read, and no more memory is
//! needed than the limits here say: the archive itself, its JSON, and one file at a time.

mod archive;
mod form;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use kernel::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};

pub use archive::Archive;
use form::{Frame, Given, Part, Row};

/// The most that an archive may weigh, in MiB.
pub const MOST_MIB: usize = 64;
/// The most that it may unpack to, in MiB.
pub const MOST_UNPACKED_MIB: u64 = 256;
/// The most that `my-data.json` may unpack to, in MiB.
pub const MOST_JSON_MIB: u64 = 32;
/// The most entries, each with its file.
pub const MOST_ENTRIES: usize = 20_000;

/// The item of an entry that was brought along: a [`Carried`], as JSON.
pub const ENTRY: &str = "brought-along.entry";
/// The item of a file that was brought along with an entry.
pub const FILE: &str = "brought-along.file";
/// The item of that file's name.
pub const NAME: &str = "brought-along.name";
/// The item of what stands above entries: it says nothing that they do not say themselves.
pub const HEADING: &str = "brought-along.heading";

/// Why an archive cannot be brought along. Nothing of it is kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// It is no ZIP archive.
    #[error("it is no ZIP archive")]
    NotZip,
    /// It is one, and cut off or damaged.
    #[error("the archive is cut off or damaged")]
    Damaged,
    /// It holds something that no archive of ours holds, or lacks what every one has.
    #[error("{0} makes it an archive of something else")]
    Foreign(String),
    /// The name of an entry leads to another folder.
    #[error("{0} leads to another folder")]
    Path(String),
    /// Two entries bear one name.
    #[error("two entries bear one name")]
    Twice,
    /// An entry is locked by a password, or packed in a way that is not read.
    #[error("{0} is locked or packed in a way that is not read")]
    Locked(String),
    /// The bytes of an entry are not those of which the checksum was made.
    #[error("{0} is damaged")]
    Checksum(String),
    /// The archive itself is more than may be.
    #[error("the archive is larger than it may be")]
    TooHeavy,
    /// It unpacks to more than may be, at this entry.
    #[error("{0} is larger than it may be")]
    TooLarge(String),
    /// More entries than may be.
    #[error("it has too many entries")]
    TooMany,
    /// `my-data.json` is of another version of the form.
    #[error("it is of the form {0}")]
    Version(String),
    /// `my-data.json` does not have the published form, at this place.
    #[error("my-data.json does not have its form at {0}")]
    Form(String),
    /// A file that a row names is not there.
    #[error("{0} is named and absent")]
    Absent(String),
    /// Two rows name one file, or none does.
    #[error("{0} is not named once")]
    NotOnce(String),
}

/// Where something comes from: whose organisation, by which statement, when.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The organisation's name.
    pub organisation: String,
    /// Its key.
    pub key: String,
    /// The name of its statement.
    pub statement: String,
    /// The version of its statement.
    pub version: i64,
    /// When it was taken along.
    pub taken: Timestamp,
}

/// An entry as it is kept and moves on: it says itself where it comes from, so that nothing is lost over two moves.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Carried {
    /// Where it comes from.
    pub source: Source,
    /// The class that it belonged to there.
    pub what: String,
    /// The container that it belonged to there.
    pub of: String,
    /// Its values, by items.
    pub row: Map<String, Json>,
}

/// What an archive brings.
#[derive(Debug)]
pub struct Brought {
    /// Where it was taken.
    pub source: Source,
    /// Whose it says it is.
    pub whose: Option<String>,
    /// What goes together, in the order of the archive.
    pub parts: Vec<BroughtPart>,
    /// Values that were held there, and not for this person to read.
    pub hidden: usize,
    /// Values that were gone there.
    pub gone: usize,
}

/// Entries of one class of one container.
#[derive(Debug)]
pub struct BroughtPart {
    /// Where they come from.
    pub source: Source,
    /// The items among them, in order.
    pub items: Vec<String>,
    /// The entries, in order.
    pub entries: Vec<BroughtEntry>,
}

/// One entry.
#[derive(Debug)]
pub struct BroughtEntry {
    /// What is kept of it.
    pub carried: Carried,
    /// The file that goes with it.
    pub file: Option<BroughtFile>,
}

/// A file of an entry.
#[derive(Debug)]
pub struct BroughtFile {
    /// Where it lies in the archive.
    pub path: String,
    /// The name that it has for people.
    pub name: String,
}

/// The item of a key: an item's later columns bear the column's name behind it.
#[must_use]
pub fn item_of(key: &str) -> &str {
    key.split_once(" (").map_or(key, |(item, _)| item)
}

type Places = BTreeMap<(Source, String, String), usize>;

impl Brought {
    /// How many entries.
    #[must_use]
    pub fn entries(&self) -> usize {
        self.parts.iter().map(|part| part.entries.len()).sum()
    }

    /// Puts the rows of an archive into parts.
    fn gather(frame: Frame) -> Self {
        let source = Source {
            organisation: frame.organisation.name,
            key: frame.organisation.key,
            statement: frame.statement.name,
            version: frame.statement.version,
            taken: frame.taken,
        };
        let mut brought = Self { source, whose: None, parts: Vec::new(), hidden: 0, gone: 0 };
        let mut places = Places::new();
        for Part { what, of, rows, .. } in frame.held {
            for row in rows {
                if let Some(entry) = brought.entry(&what, &of.id, row) {
                    brought.put(entry, &mut places);
                }
            }
        }
        brought
    }

    /// What is kept of a row; `None` when nothing in it was shown.
    fn entry(&mut self, what: &str, of: &str, Row(values): Row) -> Option<BroughtEntry> {
        let (mut row, mut path, mut name) = (Map::new(), None, None);
        for (key, value) in values {
            let value = match value {
                Given::Text(text) => Json::String(text),
                Given::Number(number) => number.into(),
                Given::Nothing => continue,
                Given::Held => {
                    self.hidden += 1;
                    continue;
                }
                Given::Gone => {
                    self.gone += 1;
                    continue;
                }
            };
            let text = value.as_str().map(str::to_owned);
            if key.ends_with(".file") {
                path = text;
            } else if key.ends_with(".name") {
                name = text;
            }
            row.insert(key, value);
        }
        if row.keys().all(|key| item_of(key) == HEADING) {
            return None;
        }
        if let Some(name) = row.get("person.name").and_then(Json::as_str) {
            self.whose.get_or_insert_with(|| name.to_owned());
        }
        let file = path.map(|path| BroughtFile { name: name.unwrap_or_else(|| path.clone()), path });
        // What was brought along there from elsewhere says where it comes from, and goes on saying so.
        let again = row.get(ENTRY).and_then(Json::as_str).and_then(|text| serde_json::from_str(text).ok());
        let fresh = || Carried { source: self.source.clone(), what: what.to_owned(), of: of.to_owned(), row };
        Some(BroughtEntry { carried: again.unwrap_or_else(fresh), file })
    }

    fn put(&mut self, entry: BroughtEntry, places: &mut Places) {
        let Carried { source, what, of, row } = &entry.carried;
        let place = *places.entry((source.clone(), what.clone(), of.clone())).or_insert(self.parts.len());
        if place == self.parts.len() {
            self.parts.push(BroughtPart { source: source.clone(), items: Vec::new(), entries: Vec::new() });
        }
        let Some(part) = self.parts.get_mut(place) else { return };
        for item in row.keys().map(|key| item_of(key)) {
            if !part.items.iter().any(|known| known == item) {
                part.items.push(item.to_owned());
            }
        }
        part.entries.push(entry);
    }

    /// Every file is named by one row, and is there.
    fn check_files(&self, there: &BTreeSet<String>) -> Result<(), Unfit> {
        let mut named = BTreeSet::new();
        for file in self.parts.iter().flat_map(|part| &part.entries).filter_map(|entry| entry.file.as_ref()) {
            if !there.contains(&file.path) {
                return Err(Unfit::Absent(file.path.clone()));
            }
            if !named.insert(&file.path) {
                return Err(Unfit::NotOnce(file.path.clone()));
            }
        }
        there.iter().find(|path| !named.contains(path)).map_or(Ok(()), |path| Err(Unfit::NotOnce(path.clone())))
    }
}
