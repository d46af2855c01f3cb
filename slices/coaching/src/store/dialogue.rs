//! The dialogue: messages with attachments, marks of what was seen, drafts.

use access::Grant;
use kernel::{Scope, Timestamp};
use store::{Cell, FileCell, Reader, Row, Sealed, StoreError, StoredFile, Work, params};

use crate::{
    model::{Attachment, AttachmentId, DraftId, Message, MessageId, Stretch, Trajectory},
    queries,
};

/// Messages on one page of a dialogue.
pub const STRETCH: usize = 20;

/// A file that was put into the store and will go with a message.
pub struct NewAttachment {
    /// The stored bytes.
    pub stored: StoredFile,
    /// The name that it had at its sender's.
    pub name: String,
    /// One of [`organisation::attachments::KINDS`].
    pub media_type: &'static str,
    /// Bytes.
    pub size: usize,
}

/// Where the bytes of this trajectory's attachments stand.
pub fn file_cell(trajectory: &Trajectory) -> FileCell {
    let Cell { table, column, holder, also, .. } = trajectory.cell_of_both("attachment", "file", trajectory.id);
    FileCell { table, column, holder, also }
}

/// The last [`STRETCH`] messages, or those before `before`; oldest first. Two queries.
pub fn stretch(
    _: &Scope,
    reader: &mut Reader<'_>,
    trajectory: &Trajectory,
    before: Option<MessageId>,
) -> Result<Stretch, StoreError> {
    let most = i64::try_from(STRETCH + 1).unwrap_or(i64::MAX);
    let rows = match before {
        None => reader.all(&queries::MESSAGES_LAST, params![trajectory.id, most])?,
        Some(before) => reader.all(&queries::MESSAGES_BEFORE, params![trajectory.id, most, before])?,
    };
    let earlier = rows.len() > STRETCH;
    let mut messages =
        rows.iter().take(STRETCH).rev().map(|row| message(trajectory, row)).collect::<Result<Vec<_>, _>>()?;
    let ids = messages.iter().map(|message| message.id);
    if let (Some(first), Some(last)) = (ids.clone().min(), ids.max()) {
        for row in reader.all(&queries::ATTACHMENTS, params![trajectory.id, first, last])? {
            let attachment = attachment(trajectory, &row)?;
            if let Some(message) = messages.iter_mut().find(|message| message.id == attachment.message) {
                message.attachments.push(attachment);
            }
        }
    }
    Ok(Stretch { messages, earlier })
}

fn message(trajectory: &Trajectory, row: &Row) -> Result<Message, StoreError> {
    let id: MessageId = row.id(0)?;
    Ok(Message {
        id,
        author: row.id(1)?,
        sent: row.time(2)?,
        seen: row.time_opt(3)?,
        body: row.sealed(4, trajectory.cell_of_both("message", "body", id))?,
        attachments: Vec::new(),
    })
}

fn attachment(trajectory: &Trajectory, row: &Row) -> Result<Attachment, StoreError> {
    let id: AttachmentId = row.id(0)?;
    Ok(Attachment {
        id,
        message: row.id(1)?,
        file: row.id(2)?,
        media_type: row.text(3)?.to_owned(),
        size: row.int(4)?,
        name: row.sealed(5, trajectory.cell_of_both("attachment", "name", id))?,
    })
}

/// One attachment of this trajectory.
pub fn find_attachment(
    _: &Scope,
    reader: &mut Reader<'_>,
    trajectory: &Trajectory,
    id: AttachmentId,
) -> Result<Option<Attachment>, StoreError> {
    let row = reader.one(&queries::ATTACHMENT, params![trajectory.id, id])?;
    row.map(|row| attachment(trajectory, &row)).transpose()
}

/// Writes a message with its files, and removes the writer's draft.
pub fn write(
    scope: &Scope,
    work: &mut Work<'_>,
    grant: &Grant,
    trajectory: &Trajectory,
    text: &str,
    files: &[NewAttachment],
) -> Result<MessageId, StoreError> {
    let me = super::actor(scope, "dialogue.write")?;
    let id: MessageId = scope.mint();
    let body = work.seal(grant, &trajectory.cell_of_both("message", "body", id), text.as_bytes())?;
    work.run(&queries::MESSAGE_WRITE, params![id, trajectory.id, me, scope.now, body])?;
    for file in files {
        let row: AttachmentId = scope.mint();
        let name = work.seal(grant, &trajectory.cell_of_both("attachment", "name", row), file.name.as_bytes())?;
        let size = i64::try_from(file.size).unwrap_or(i64::MAX);
        work.run(
            &queries::ATTACHMENT_ADD,
            params![row, trajectory.id, id, file.stored.id(), file.media_type, size, name],
        )?;
        work.keep_file(&file.stored)?;
    }
    remove_draft(scope, work, trajectory)?;
    Ok(id)
}

/// Whether the other has not seen something that the one who acts wrote: then a mail has gone out already.
pub fn waits_unseen(scope: &Scope, reader: &mut Reader<'_>, trajectory: &Trajectory) -> Result<bool, StoreError> {
    let me = super::actor(scope, "dialogue.write")?;
    Ok(reader.one(&queries::MESSAGE_UNSEEN_OF, params![trajectory.id, me])?.is_some())
}

/// Marks the other's messages up to `until` as seen now; what was seen before stays as it is.
pub fn mark_seen(
    scope: &Scope,
    work: &mut Work<'_>,
    _: &Grant,
    trajectory: &Trajectory,
    until: Timestamp,
) -> Result<u64, StoreError> {
    let me = super::actor(scope, "dialogue.mark")?;
    work.run(&queries::MESSAGES_SEEN, params![trajectory.id, me, until, scope.now])
}

/// One's own draft.
pub fn draft(scope: &Scope, reader: &mut Reader<'_>, trajectory: &Trajectory) -> Result<Option<Sealed>, StoreError> {
    let me = super::actor(scope, "dialogue.read")?;
    let Some(row) = reader.one(&queries::DRAFT, params![trajectory.id, me])? else { return Ok(None) };
    let id: DraftId = row.id(0)?;
    row.sealed(1, trajectory.cell("draft", "body", id)).map(Some)
}

/// Keeps what is being written; an empty text removes the draft.
pub fn keep_draft(
    scope: &Scope,
    work: &mut Work<'_>,
    grant: &Grant,
    trajectory: &Trajectory,
    text: &str,
) -> Result<(), StoreError> {
    if text.trim().is_empty() {
        return remove_draft(scope, work, trajectory);
    }
    let me = super::actor(scope, "dialogue.write")?;
    let known = work.one(&queries::DRAFT_ROW, params![trajectory.id, me])?;
    let id: DraftId = known.as_ref().map_or_else(|| Ok(scope.mint()), |row| row.id(0))?;
    let body = work.seal(grant, &trajectory.cell("draft", "body", id), text.as_bytes())?;
    if known.is_some() {
        work.run(&queries::DRAFT_CHANGE, params![id, scope.now, body])?;
    } else {
        work.run(&queries::DRAFT_ADD, params![id, trajectory.id, me, scope.now, body])?;
    }
    Ok(())
}

fn remove_draft(scope: &Scope, work: &mut Work<'_>, trajectory: &Trajectory) -> Result<(), StoreError> {
    let me = super::actor(scope, "dialogue.write")?;
    work.run(&queries::DRAFT_REMOVE, params![trajectory.id, me]).map(drop)
}
