//! Notes: the coach's private ones, and those that their writer may share, with the other's view beside them.

use access::Grant;
use kernel::Scope;
use store::{Reader, Row, StoreError, Work, params};

use crate::{
    model::{PrivateNote, PrivateNoteId, SharedNote, SharedNoteId, Trajectory, View, ViewId},
    queries,
};

/// Notes on one page.
pub const MOST: i64 = 200;

fn private_note(trajectory: &Trajectory, row: &Row) -> Result<PrivateNote, StoreError> {
    let id: PrivateNoteId = row.id(0)?;
    Ok(PrivateNote {
        id,
        written: row.time(1)?,
        changed: row.time_opt(2)?,
        body: row.sealed(3, trajectory.cell("private_note", "body", id))?,
    })
}

/// The coach's private notes, the latest first (UC6: the grant is the coach's alone).
pub fn private_notes(
    _: &Scope,
    reader: &mut Reader<'_>,
    trajectory: &Trajectory,
) -> Result<Vec<PrivateNote>, StoreError> {
    let rows = reader.all(&queries::PRIVATE_NOTES, params![trajectory.id, MOST])?;
    rows.iter().map(|row| private_note(trajectory, row)).collect()
}

/// One private note.
pub fn find_private_note(
    _: &Scope,
    reader: &mut Reader<'_>,
    trajectory: &Trajectory,
    id: PrivateNoteId,
) -> Result<Option<PrivateNote>, StoreError> {
    let row = reader.one(&queries::PRIVATE_NOTE, params![trajectory.id, id])?;
    row.map(|row| private_note(trajectory, &row)).transpose()
}

/// Writes a private note.
pub fn add_private_note(
    scope: &Scope,
    work: &mut Work<'_>,
    grant: &Grant,
    trajectory: &Trajectory,
    text: &str,
) -> Result<PrivateNoteId, StoreError> {
    let id: PrivateNoteId = scope.mint();
    let body = work.seal(grant, &trajectory.cell("private_note", "body", id), text.as_bytes())?;
    work.run(&queries::PRIVATE_NOTE_ADD, params![id, trajectory.id, scope.now, body])?;
    Ok(id)
}

/// Puts a private note in other words; `false` when it is gone.
pub fn change_private_note(
    scope: &Scope,
    work: &mut Work<'_>,
    grant: &Grant,
    trajectory: &Trajectory,
    id: PrivateNoteId,
    text: &str,
) -> Result<bool, StoreError> {
    let body = work.seal(grant, &trajectory.cell("private_note", "body", id), text.as_bytes())?;
    Ok(work.run(&queries::PRIVATE_NOTE_CHANGE, params![trajectory.id, id, scope.now, body])? == 1)
}

/// Removes a private note; `false` when it is gone already.
pub fn remove_private_note(
    _: &Scope,
    work: &mut Work<'_>,
    _: &Grant,
    trajectory: &Trajectory,
    id: PrivateNoteId,
) -> Result<bool, StoreError> {
    Ok(work.run(&queries::PRIVATE_NOTE_REMOVE, params![trajectory.id, id])? == 1)
}

fn shared_note(trajectory: &Trajectory, row: &Row) -> Result<SharedNote, StoreError> {
    let id: SharedNoteId = row.id(0)?;
    let view = row.id_opt::<ViewId>(5)?.map(|id| {
        let body = row.sealed(8, trajectory.cell_of_both("note_view", "body", id))?;
        Ok::<_, StoreError>(View { id, author: row.id(6)?, written: row.time(7)?, body })
    });
    Ok(SharedNote {
        id,
        author: row.id(1)?,
        written: row.time(2)?,
        shared: row.time_opt(3)?,
        body: row.sealed(4, trajectory.cell_of_both("shared_note", "body", id))?,
        view: view.transpose()?,
    })
}

/// One's own notes, and those that the other shared (UC4, UC5); the latest first.
pub fn shared_notes(
    scope: &Scope,
    reader: &mut Reader<'_>,
    trajectory: &Trajectory,
) -> Result<Vec<SharedNote>, StoreError> {
    let me = super::actor(scope, "shared-note.read")?;
    let rows = reader.all(&queries::SHARED_NOTES, params![trajectory.id, me, MOST])?;
    rows.iter().map(|row| shared_note(trajectory, row)).collect()
}

/// One's own note that is not shared yet.
pub fn find_own_note(
    scope: &Scope,
    reader: &mut Reader<'_>,
    trajectory: &Trajectory,
    id: SharedNoteId,
) -> Result<Option<SharedNote>, StoreError> {
    let me = super::actor(scope, "shared-note.write")?;
    let row = reader.one(&queries::SHARED_NOTE_OWN, params![trajectory.id, id, me])?;
    row.map(|row| shared_note(trajectory, &row)).transpose()
}

/// Writes a note that only its writer reads, until it is shared.
pub fn add_note(
    scope: &Scope,
    work: &mut Work<'_>,
    grant: &Grant,
    trajectory: &Trajectory,
    text: &str,
) -> Result<SharedNoteId, StoreError> {
    let me = super::actor(scope, "shared-note.write")?;
    let id: SharedNoteId = scope.mint();
    let body = work.seal(grant, &trajectory.cell_of_both("shared_note", "body", id), text.as_bytes())?;
    work.run(&queries::SHARED_NOTE_ADD, params![id, trajectory.id, me, scope.now, body])?;
    Ok(id)
}

/// Puts one's own unshared note in other words; `false` when there is none.
pub fn change_note(
    scope: &Scope,
    work: &mut Work<'_>,
    grant: &Grant,
    trajectory: &Trajectory,
    id: SharedNoteId,
    text: &str,
) -> Result<bool, StoreError> {
    let me = super::actor(scope, "shared-note.write")?;
    let body = work.seal(grant, &trajectory.cell_of_both("shared_note", "body", id), text.as_bytes())?;
    Ok(work.run(&queries::SHARED_NOTE_CHANGE, params![trajectory.id, id, me, scope.now, body])? == 1)
}

/// Shares one's own note with the other; `false` when there is none left to share.
pub fn share_note(
    scope: &Scope,
    work: &mut Work<'_>,
    _: &Grant,
    trajectory: &Trajectory,
    id: SharedNoteId,
) -> Result<bool, StoreError> {
    let me = super::actor(scope, "shared-note.write")?;
    Ok(work.run(&queries::SHARED_NOTE_SHARE, params![trajectory.id, id, me, scope.now])? == 1)
}

/// Removes one's own note, shared or not, and the view beside it; `false` when it is gone already.
pub fn remove_note(
    scope: &Scope,
    work: &mut Work<'_>,
    _: &Grant,
    trajectory: &Trajectory,
    id: SharedNoteId,
) -> Result<bool, StoreError> {
    let me = super::actor(scope, "shared-note.write")?;
    let is_gone = work.run(&queries::SHARED_NOTE_REMOVE, params![trajectory.id, id, me])? == 1;
    if is_gone {
        work.run(&queries::VIEW_GOES, params![trajectory.id, id])?;
    }
    Ok(is_gone)
}

/// A note that the other shared, with one's own view beside it.
pub fn find_others_note(
    scope: &Scope,
    reader: &mut Reader<'_>,
    trajectory: &Trajectory,
    id: SharedNoteId,
) -> Result<Option<SharedNote>, StoreError> {
    let me = super::actor(scope, "note-view.write")?;
    let row = reader.one(&queries::SHARED_NOTE_OTHERS, params![trajectory.id, id, me])?;
    row.map(|row| shared_note(trajectory, &row)).transpose()
}

/// Puts one's own view beside a note of the other, or in other words where it stands there (GDPR Art. 16).
pub fn keep_view(
    scope: &Scope,
    work: &mut Work<'_>,
    grant: &Grant,
    trajectory: &Trajectory,
    note: &SharedNote,
    text: &str,
) -> Result<(), StoreError> {
    let me = super::actor(scope, "note-view.write")?;
    let id = note.view.as_ref().map_or_else(|| scope.mint(), |view| view.id);
    let body = work.seal(grant, &trajectory.cell_of_both("note_view", "body", id), text.as_bytes())?;
    if note.view.is_some() {
        work.run(&queries::VIEW_CHANGE, params![trajectory.id, id, me, scope.now, body])?;
    } else {
        work.run(&queries::VIEW_ADD, params![id, trajectory.id, note.id, me, scope.now, body])?;
    }
    Ok(())
}

/// Removes one's own view; the note stays.
pub fn remove_view(
    scope: &Scope,
    work: &mut Work<'_>,
    _: &Grant,
    trajectory: &Trajectory,
    note: SharedNoteId,
) -> Result<(), StoreError> {
    let me = super::actor(scope, "note-view.write")?;
    work.run(&queries::VIEW_REMOVE, params![trajectory.id, note, me]).map(drop)
}
