//! Somebody who registers, as it is kept: an address under seal, until it is confirmed.

use access::{Grant, Resource};
use kernel::{Language, SecretString, Timestamp, id::Id as _};
use post::Address;
use store::{Cell, Reader, Sealed, StoreError, Work, params};

use super::{actions::MAIL_REGISTER, inventory::REGISTRATION_ASKED, queries};

kernel::id! {
    /// Somebody who registers.
    RegistrationId,
}

/// What a decision is about.
pub fn about(id: RegistrationId) -> Resource {
    Resource { container: "registration", id: id.uuid(), parties: Vec::new(), state: None }
}

fn place(id: RegistrationId) -> Cell {
    Cell { table: "registration", column: "email", row: id.uuid(), holder: id.uuid(), also: None }
}

/// An address that waits to be confirmed.
pub struct Waiting {
    /// Whose.
    pub id: RegistrationId,
    /// The address.
    pub email: Sealed,
    /// The language of the page on which it was typed.
    pub language: Language,
}

/// Keeps an address, and queues the mail with the link. Whether somebody has it is not looked up here, so that nothing
/// tells it.
pub fn begin(work: &mut Work<'_>, grant: &Grant, id: RegistrationId, email: &Address) -> Result<(), StoreError> {
    let now = work.now();
    let sealed = work.seal(grant, &place(id), email.as_str().as_bytes())?;
    let language = work.scope().language.tag();
    work.run(&queries::REGISTRATION_NEW, params![id, sealed, language])?;
    work.emit(REGISTRATION_ASKED, id.uuid(), now)?;
    work.queue(&MAIL_REGISTER, serde_json::json!({ "registration": id }), now).map(drop)
}

/// Where the mail goes; `None` when it is done or gone.
pub fn waiting(reader: &mut Reader<'_>, id: RegistrationId) -> Result<Option<Waiting>, StoreError> {
    let Some(row) = reader.one(&queries::REGISTRATION, params![id])? else { return Ok(None) };
    let language = row.text(1)?.parse().unwrap_or_default();
    Ok(row.sealed_opt(0, place(id))?.map(|email| Waiting { id, email, language }))
}

/// The link that works from now on; its token is told to nobody but the mail.
pub fn link(work: &mut Work<'_>, id: RegistrationId, ends: Timestamp) -> Result<SecretString, StoreError> {
    let (token, hash) = http::cookie::token(&*work.scope().rng);
    work.run(&queries::REGISTRATION_LINKED, params![id, hash, ends])?;
    Ok(token)
}

/// Whose link it is, if it has not ended.
pub fn find(reader: &mut Reader<'_>, token: &str) -> Result<Option<Waiting>, StoreError> {
    let now = reader.now();
    let hash = http::cookie::hash(token);
    let Some(row) = reader.one(&queries::REGISTRATION_LINK, params![hash])? else { return Ok(None) };
    let id: RegistrationId = row.id(0)?;
    let language = row.text(2)?.parse().unwrap_or_default();
    let alive = row.time_opt(3)?.is_some_and(|ends| ends > now);
    Ok(row.sealed_opt(1, place(id))?.filter(|_| alive).map(|email| Waiting { id, email, language }))
}

/// Neither address nor link is kept any longer; the empty row goes on its day.
pub fn done(work: &mut Work<'_>, id: RegistrationId) -> Result<(), StoreError> {
    work.run(&queries::REGISTRATION_DONE, params![id]).map(drop)
}
