//! Files that participants hand in at exercises. Which of them an answer holds stands in its sheet; what of them the coach finds is
//! said here, and follows what is shared of the answer.

use access::Grant;
use kernel::Scope;
use programme::Name;
use store::{Cell, FileCell, FileId, Reader, Row, StoreError, StoredFile, Work, files::drop_row, params};

use crate::{
    model::{Enrolment, HandedIn, HandedInId},
    queries,
};

/// A file that was put into the store and is to be handed in.
pub struct NewFile {
    /// The stored bytes.
    pub stored: StoredFile,
    /// The name that it had on its writer's device.
    pub name: String,
    /// One of [`organisation::attachments::KINDS`].
    pub media_type: &'static str,
    /// Bytes.
    pub size: usize,
}

/// Where the bytes of an enrolment's files stand.
pub fn cell(enrolment: &Enrolment) -> FileCell {
    let Cell { table, column, holder, also, .. } = enrolment.cell("handed_in", "file", enrolment.id);
    FileCell { table, column, holder, also }
}

/// Keeps a file at an exercise; its writer's alone until it is shared.
pub fn add(
    scope: &Scope,
    work: &mut Work<'_>,
    grant: &Grant,
    enrolment: &Enrolment,
    exercise: &Name,
    file: &NewFile,
) -> Result<HandedInId, StoreError> {
    let me = super::actor(scope, "self-help.write")?;
    let id: HandedInId = scope.mint();
    let name = work.seal(grant, &enrolment.cell("handed_in", "name", id), file.name.as_bytes())?;
    let size = i64::try_from(file.size).unwrap_or(i64::MAX);
    let row =
        params![id, enrolment.id, me, exercise.as_str(), scope.now, file.stored.id(), file.media_type, size, name];
    work.run(&queries::HANDED_IN_ADD, row)?;
    work.keep_file(&file.stored)?;
    Ok(id)
}

/// All that was handed in, also what no answer holds any more; the oldest first.
pub fn all(_: &Scope, reader: &mut Reader<'_>, enrolment: &Enrolment) -> Result<Vec<HandedIn>, StoreError> {
    reader.all(&queries::HANDED_IN, params![enrolment.id])?.iter().map(|row| handed_in(enrolment, row)).collect()
}

/// What of it the coach finds.
pub fn shared(_: &Scope, reader: &mut Reader<'_>, enrolment: &Enrolment) -> Result<Vec<HandedIn>, StoreError> {
    reader.all(&queries::HANDED_IN_SHARED, params![enrolment.id])?.iter().map(|row| handed_in(enrolment, row)).collect()
}

/// The coach finds these of an exercise from now on, and no others.
pub(super) fn share(
    scope: &Scope,
    work: &mut Work<'_>,
    enrolment: &Enrolment,
    exercise: &str,
    files: &[HandedInId],
) -> Result<(), StoreError> {
    work.run(&queries::HANDED_IN_CLOSE, params![enrolment.id, exercise])?;
    for id in files {
        work.run(&queries::HANDED_IN_SHARE, params![enrolment.id, exercise, *id, scope.now])?;
    }
    Ok(())
}

/// The coach finds nothing of an exercise any more.
pub(super) fn close(work: &mut Work<'_>, enrolment: &Enrolment, exercise: &str) -> Result<(), StoreError> {
    work.run(&queries::HANDED_IN_CLOSE, params![enrolment.id, exercise]).map(drop)
}

/// Takes the rows of an exercise away. The bytes of what is returned are removed after the commit.
pub(super) fn remove_at(work: &mut Work<'_>, enrolment: &Enrolment, exercise: &str) -> Result<Vec<FileId>, StoreError> {
    let gone = dropped(work, |work| work.all(&queries::HANDED_IN_AT, params![enrolment.id, exercise]))?;
    work.run(&queries::HANDED_IN_REMOVE, params![enrolment.id, exercise])?;
    Ok(gone)
}

fn dropped(
    work: &mut Work<'_>,
    find: impl FnOnce(&mut Work<'_>) -> Result<Vec<Row>, StoreError>,
) -> Result<Vec<FileId>, StoreError> {
    let mut gone = Vec::new();
    for row in find(work)? {
        let id: FileId = row.id(0)?;
        drop_row(work, id)?;
        gone.push(id);
    }
    Ok(gone)
}

fn handed_in(enrolment: &Enrolment, row: &Row) -> Result<HandedIn, StoreError> {
    let id: HandedInId = row.id(0)?;
    Ok(HandedIn {
        id,
        exercise: super::name(row, 1)?,
        shared: row.time_opt(2)?,
        file: row.id(3)?,
        media_type: row.text(4)?.to_owned(),
        size: row.int(5)?,
        name: row.sealed(6, enrolment.cell("handed_in", "name", id))?,
    })
}
