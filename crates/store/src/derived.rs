//! Statements made from the inventory's names, for the keeper: it works on manifests and knows no slice.

use kernel::{PersonId, Timestamp, Uuid, manifest::{Class, Column, Container, Table}};

use crate::{FileId, Reader, Sealed, StoreError, Value, Work};

/// Something whose date has passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// The container that holds it.
    pub holder: Uuid,
    /// The event's subject: the container itself, or the person.
    pub subject: Uuid,
    /// When the event was.
    pub at: Timestamp,
}

/// Where the subject of an event stands to the container of a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Via {
    /// The event is about the container itself.
    Container,
    /// The event is about a person who plays this part in it.
    Party(&'static str),
}

/// What is still held and due: events `event` at or before `cutoff`, joined with the rows of `class`, oldest first,
/// at most `limit`.
pub fn due(
    reader: &mut Reader<'_>,
    event: &str,
    cutoff: Timestamp,
    class: &'static Class,
    via: Via,
    limit: u32,
) -> Result<Vec<Due>, StoreError> {
    let _ = (reader, event, cutoff, class, via, limit);
    unimplemented!()
}

/// The containers in which `person` plays the part `party`.
pub fn containers_of(
    reader: &mut Reader<'_>,
    container: &'static Container,
    party: &str,
    person: PersonId,
) -> Result<Vec<Uuid>, StoreError> {
    let _ = (reader, container, party, person);
    unimplemented!()
}

/// The parties of one container, as (part, person); empty when it does not exist.
pub fn parties(
    reader: &mut Reader<'_>,
    container: &'static Container,
    id: Uuid,
) -> Result<Vec<(&'static str, PersonId)>, StoreError> {
    let _ = (reader, container, id);
    unimplemented!()
}

/// Whether any row or file of the class is held.
pub fn holds(reader: &mut Reader<'_>, class: &'static Class, holder: Uuid) -> Result<bool, StoreError> {
    let _ = (reader, class, holder);
    unimplemented!()
}

/// What was removed from the database; the files wait for [`Files::remove`](crate::Files::remove) after the commit.
#[derive(Clone, Debug, Default)]
pub struct Removed {
    /// Rows that went.
    pub rows: u64,
    /// Files whose rows went.
    pub files: Vec<FileId>,
}

/// Deletes all rows of a class that one holder holds, and the rows of its files.
pub fn delete(work: &mut Work<'_>, class: &'static Class, holder: Uuid) -> Result<Removed, StoreError> {
    let _ = (work, class, holder);
    unimplemented!()
}

/// Deletes the row that stands for the container itself, and its events.
pub fn delete_container(work: &mut Work<'_>, container: &'static Container, id: Uuid) -> Result<u64, StoreError> {
    let _ = (work, container, id);
    unimplemented!()
}

/// Takes back all events about `subject`.
pub fn forget_events(work: &mut Work<'_>, subject: Uuid) -> Result<u64, StoreError> {
    let _ = (work, subject);
    unimplemented!()
}

/// The events of one subject.
pub fn events_of(reader: &mut Reader<'_>, subject: Uuid) -> Result<Vec<(String, Timestamp)>, StoreError> {
    let _ = (reader, subject);
    unimplemented!()
}

/// What one container holds of one table.
#[derive(Clone, Copy, Debug)]
pub struct Held {
    /// The container.
    pub container: &'static Container,
    /// Its id.
    pub holder: Uuid,
    /// The part that the person plays in it.
    pub party: &'static str,
    /// The class.
    pub class: &'static Class,
    /// The table.
    pub table: &'static Table,
    /// How many rows.
    pub rows: i64,
}

/// What is held of a person: every table of every class of each container in which the person plays a part.
pub fn held_of(reader: &mut Reader<'_>, person: PersonId) -> Result<Vec<Held>, StoreError> {
    let _ = (reader, person);
    unimplemented!()
}

/// One value of a row.
pub enum Field {
    /// Stands open.
    Open(Value),
    /// Sealed: an [`Opener`](crate::Opener) opens it.
    Sealed(Sealed),
}

/// A row with all its declared columns.
pub struct HeldRow {
    /// Its id.
    pub id: Uuid,
    /// The columns, as declared.
    pub fields: Vec<(&'static Column, Field)>,
}

/// All rows of `table` that `holder` holds, oldest id first.
pub fn rows_of(reader: &mut Reader<'_>, table: &'static Table, holder: Uuid) -> Result<Vec<HeldRow>, StoreError> {
    let _ = (reader, table, holder);
    unimplemented!()
}
