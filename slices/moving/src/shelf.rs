//! How it is kept, found and removed. All of it is the person's own; another's id finds nothing.

use access::Grant;
use kernel::{PersonId, Value};
use store::{FileId, Reader, Row, StoreError, Work, files, params};

use crate::{
    model::{Entry, EntryFile, EntryId, NewEntry, NewPart, Part, PartId, cell},
    queries,
};

/// Entries on one page.
pub const PAGE: usize = 50;

fn part(person: PersonId, row: &Row) -> Result<Part, StoreError> {
    let id: PartId = row.id(0)?;
    Ok(Part {
        id,
        archive: row.id(1)?,
        brought_at: row.time(2)?,
        heading: row.sealed(3, cell("brought_part", "heading", id, person))?,
        entries: row.int(4)?,
        files: row.int(5)?,
    })
}

/// Everything that a person brought along.
pub fn parts(reader: &mut Reader<'_>, person: PersonId) -> Result<Vec<Part>, StoreError> {
    reader.all(&queries::PARTS, params![person])?.iter().map(|row| part(person, row)).collect()
}

/// One part.
pub fn find_part(reader: &mut Reader<'_>, person: PersonId, id: PartId) -> Result<Option<Part>, StoreError> {
    reader.one(&queries::PART, params![person, id])?.map(|row| part(person, &row)).transpose()
}

fn entry(person: PersonId, row: &Row) -> Result<Entry, StoreError> {
    let id: EntryId = row.id(0)?;
    let file = match (row.id_opt(2)?, row.sealed_opt(4, cell("brought_entry", "name", id, person))?) {
        (Some(file), Some(name)) => Some(EntryFile { id: file, size: row.int(3)?, name }),
        _ => None,
    };
    Ok(Entry { id, body: row.sealed(1, cell("brought_entry", "body", id, person))?, file })
}

/// Up to [`PAGE`] entries of a part, from behind `after`, and whether there are more.
pub fn entries(
    reader: &mut Reader<'_>,
    person: PersonId,
    part: PartId,
    after: EntryId,
) -> Result<(Vec<Entry>, bool), StoreError> {
    let most = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let rows = reader.all(&queries::ENTRIES, params![person, part, after, most])?;
    let entries = rows.iter().take(PAGE).map(|row| entry(person, row)).collect::<Result<_, _>>()?;
    Ok((entries, rows.len() > PAGE))
}

/// An entry with a file.
pub fn find_file(reader: &mut Reader<'_>, person: PersonId, id: EntryId) -> Result<Option<Entry>, StoreError> {
    reader.one(&queries::ENTRY, params![person, id])?.map(|row| entry(person, &row)).transpose()
}

/// Keeps all parts of an archive in this one unit; `false` when it was kept before, by a second click.
pub fn keep(
    work: &mut Work<'_>,
    grant: &Grant,
    person: PersonId,
    archive: FileId,
    parts: &[NewPart],
) -> Result<bool, StoreError> {
    if work.one(&queries::ARCHIVE, params![person, archive])?.is_some() {
        return Ok(false);
    }
    let now = work.now();
    let ids: Vec<PartId> = in_order(work, parts.len());
    // Over all parts, so that what is taken along again keeps its order, too.
    let mut entries = in_order::<EntryId>(work, parts.iter().map(|part| part.entries.len()).sum()).into_iter();
    for (id, part) in ids.into_iter().zip(parts) {
        let heading = work.seal(grant, &cell("brought_part", "heading", id, person), part.heading.as_bytes())?;
        work.run(&queries::PART_ADD, params![id, person, archive, now, heading])?;
        for (new, entry) in part.entries.iter().zip(&mut entries) {
            keep_entry(work, grant, person, id, entry, new)?;
        }
    }
    Ok(true)
}

/// As many ids, in the order in which they will be read.
fn in_order<I: kernel::id::Id + Ord>(work: &Work<'_>, count: usize) -> Vec<I> {
    let mut ids: Vec<I> = (0..count).map(|_| work.mint()).collect();
    ids.sort_unstable();
    ids
}

fn keep_entry(
    work: &mut Work<'_>,
    grant: &Grant,
    person: PersonId,
    part: PartId,
    id: EntryId,
    new: &NewEntry,
) -> Result<(), StoreError> {
    let body = work.seal(grant, &cell("brought_entry", "body", id, person), new.body.as_bytes())?;
    let (file, size, name): (Value, Value, Value) = match &new.file {
        None => (Value::Null, Value::Null, Value::Null),
        Some(file) => {
            work.keep_file(&file.stored)?;
            let name = work.seal(grant, &cell("brought_entry", "name", id, person), file.name.as_bytes())?;
            (file.stored.id().into(), file.size.into(), name)
        }
    };
    work.run(&queries::ENTRY_ADD, params![id, person, part, body, file, size, name]).map(drop)
}

/// Removes a part; gives the files whose bytes are to go after the commit.
pub fn remove(work: &mut Work<'_>, _: &Grant, person: PersonId, part: PartId) -> Result<Vec<FileId>, StoreError> {
    let found = work.all(&queries::FILES, params![person, part])?;
    let gone: Vec<FileId> = found.iter().map(|row| row.id(0)).collect::<Result<_, _>>()?;
    for file in &gone {
        files::drop_row(work, *file)?;
    }
    work.run(&queries::ENTRIES_GO, params![person, part])?;
    work.run(&queries::PART_GOES, params![person, part])?;
    Ok(gone)
}

/// Removes everything.
pub fn remove_all(work: &mut Work<'_>, grant: &Grant, person: PersonId) -> Result<Vec<FileId>, StoreError> {
    let mut gone = Vec::new();
    for row in work.all(&queries::PART_IDS, params![person])? {
        gone.extend(remove(work, grant, person, row.id(0)?)?);
    }
    Ok(gone)
}
