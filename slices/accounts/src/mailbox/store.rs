//! Mailboxes as they are kept.

use std::collections::HashSet;

use kernel::{PersonId, Timestamp, Uuid, rng};
use organisation::Reach;
use store::{Reader, StoreError, Work, params};

use super::queries;

/// How a person is reached, as far as that is known without writing anything; `None` when nothing was mailed there yet.
pub fn known(reader: &mut Reader<'_>, person: PersonId) -> Result<Option<Reach>, StoreError> {
    let Some(row) = reader.one(&queries::MAILBOX, params![person])? else { return Ok(None) };
    Ok(Some(match row.time_opt(1)? {
        Some(_) => Reach::Lost,
        None => Reach::Numbered(row.uuid(0)?),
    }))
}

/// How a person is reached; a mailbox to which nothing was mailed yet gets its number.
pub fn reach(work: &mut Work<'_>, person: PersonId) -> Result<Reach, StoreError> {
    if let Some(known) = known(work, person)? {
        return Ok(known);
    }
    let number = Uuid::from_bytes(rng::bytes(&*work.scope().rng));
    work.run(&queries::MAILBOX_NEW, params![person, number])?;
    Ok(Reach::Numbered(number))
}

/// A mail to this mailbox came back for good; true when that is news.
pub fn lose(work: &mut Work<'_>, number: Uuid) -> Result<bool, StoreError> {
    let now = work.now();
    Ok(work.run(&queries::MAILBOX_LOST, params![number, now])? > 0)
}

/// Since when a person's mails come back.
pub fn lost_since(reader: &mut Reader<'_>, person: PersonId) -> Result<Option<Timestamp>, StoreError> {
    reader.one(&queries::MAILBOX, params![person])?.map_or(Ok(None), |row| row.time_opt(1))
}

/// Whose mails come back.
pub fn lost(reader: &mut Reader<'_>) -> Result<HashSet<PersonId>, StoreError> {
    reader.all(&queries::LOST, &[])?.iter().map(|row| row.id(0)).collect()
}

/// What was known of a person's mailbox is forgotten. What comes back from then on, of mails that went there before, says
/// nothing of the address any more.
pub fn forget(work: &mut Work<'_>, person: PersonId) -> Result<(), StoreError> {
    work.run(&queries::MAILBOX_END, params![person]).map(drop)
}
