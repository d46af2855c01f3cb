//! The text that the officers of an organisation work on, one for all of them.

use store::{Reader, StoreError, Work, params};

use crate::queries::{DRAFT, DRAFT_GONE, DRAFT_NEW, DRAFT_SET};

/// The draft of the next version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The statement's text.
    pub text: String,
    /// Counts the changes, so that one officer does not overwrite another's.
    pub edition: i64,
}

/// The draft; `None` while nobody works on one.
///
/// # Errors
/// When the store cannot be read.
pub fn find(reader: &mut Reader<'_>) -> Result<Option<Draft>, StoreError> {
    let row = reader.one(&DRAFT, params![])?;
    row.map(|row| Ok(Draft { text: row.text(0)?.to_owned(), edition: row.int(1)? })).transpose()
}

/// Keeps a text that was written on from `edition` (0 where there was no draft). The new edition; `None` when somebody
/// else has changed the draft since, and then nothing is written.
///
/// # Errors
/// When the store cannot be written.
pub fn keep(work: &mut Work<'_>, text: &str, edition: i64) -> Result<Option<i64>, StoreError> {
    let now = work.now();
    let kept = match find(work)? {
        None => work.run(&DRAFT_NEW, params![text, edition + 1, now])?,
        Some(draft) if draft.text == text => return Ok(Some(draft.edition)),
        Some(_) => work.run(&DRAFT_SET, params![text, edition, now])?,
    };
    Ok((kept > 0).then_some(edition + 1))
}

/// The draft is done with.
///
/// # Errors
/// When the store cannot be written.
pub fn forget(work: &mut Work<'_>) -> Result<(), StoreError> {
    work.run(&DRAFT_GONE, params![]).map(drop)
}
