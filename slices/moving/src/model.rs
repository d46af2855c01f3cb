//! What was brought along: parts, their entries and files.

use keeper::import::Source;
use kernel::{PersonId, Timestamp, id::Id};
use serde::{Deserialize, Serialize};
use store::{Cell, FileCell, FileId, Sealed, StoredFile};

kernel::id! {
    /// A part: what goes together of one archive.
    PartId,
    /// An entry of a part.
    EntryId,
}

/// What stands above a part; sealed as JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// Where it comes from.
    pub source: Source,
    /// The items in it.
    pub items: Vec<String>,
}

/// A part as it is kept.
pub struct Part {
    /// Its id.
    pub id: PartId,
    /// The upload in which it came.
    pub archive: FileId,
    /// When it was brought along.
    pub brought_at: Timestamp,
    /// A [`Heading`].
    pub heading: Sealed,
    /// How many entries.
    pub entries: i64,
    /// How many files among them.
    pub files: i64,
}

/// An entry as it is kept.
pub struct Entry {
    /// Its id.
    pub id: EntryId,
    /// A [`Carried`](keeper::import::Carried), as JSON.
    pub body: Sealed,
    /// The file that goes with it.
    pub file: Option<EntryFile>,
}

/// A file of an entry.
pub struct EntryFile {
    /// Its bytes.
    pub id: FileId,
    /// How many.
    pub size: i64,
    /// Its name.
    pub name: Sealed,
}

/// A part that is to be kept.
pub struct NewPart {
    /// A [`Heading`], as JSON.
    pub heading: String,
    /// Its entries, in order.
    pub entries: Vec<NewEntry>,
}

/// An entry that is to be kept.
pub struct NewEntry {
    /// A [`Carried`](keeper::import::Carried), as JSON.
    pub body: String,
    /// The file that goes with it: stored, and waiting for its row.
    pub file: Option<NewFile>,
}

/// A file that is to be kept.
pub struct NewFile {
    /// Its bytes.
    pub stored: StoredFile,
    /// How many.
    pub size: i64,
    /// Its name.
    pub name: String,
}

/// Where a sealed value stands.
pub(crate) fn cell(table: &'static str, column: &'static str, row: impl Id, person: PersonId) -> Cell {
    Cell { table, column, row: row.uuid(), holder: person.uuid(), also: None }
}

/// Where the file of an entry stands.
pub(crate) fn file_cell(person: PersonId) -> FileCell {
    FileCell { table: "brought_entry", column: "file", holder: person.uuid(), also: None }
}

/// Where an archive stands between its preview and the person's word: no row keeps it, so that one that nobody
/// confirms goes by itself.
pub(crate) fn upload_cell(person: PersonId) -> FileCell {
    FileCell { table: "brought_part", column: "archive", holder: person.uuid(), also: None }
}
