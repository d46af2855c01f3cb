//! The link between a person and the account at the provider, as it is kept: by a fingerprint of who the provider is and of
//! its own number for the person, under seal and as a keyed hash.

use access::Grant;
use kernel::{PersonId, Timestamp, id::Id as _};
use store::{Reader, StoreError, Value, Work, params};

use super::{
    inventory::{ITEM, MAIL_PROVIDER_CHANGED},
    queries,
    token::Subject,
};
use crate::model::cell;

/// The value by which it is found.
fn hash(reader: &Reader<'_>, subject: &Subject) -> Value {
    reader.keyed_hash(ITEM, &subject.fingerprint)
}

/// Whose account at the provider it is.
pub(crate) fn person(reader: &mut Reader<'_>, subject: &Subject) -> Result<Option<PersonId>, StoreError> {
    let hash = hash(reader, subject);
    reader.one(&queries::PERSON_BY_SUBJECT, &[hash])?.map(|row| row.id(0)).transpose()
}

/// Since when a person signs in this way.
pub(crate) fn since(reader: &mut Reader<'_>, person: PersonId) -> Result<Option<Timestamp>, StoreError> {
    reader.one(&queries::LINK_OF, params![person])?.map(|row| row.time(0)).transpose()
}

/// Whether a person signs in this way.
pub(crate) fn is_linked(reader: &mut Reader<'_>, person: PersonId) -> Result<bool, StoreError> {
    Ok(reader.one(&queries::IS_LINKED, params![person])?.is_some())
}

/// Links them; `false` when the account there is linked already.
pub(crate) fn link(work: &mut Work<'_>, grant: &Grant, owner: PersonId, subject: &Subject) -> Result<bool, StoreError> {
    if person(work, subject)?.is_some() {
        return Ok(false);
    }
    let (hash, now) = (hash(work, subject), work.now());
    let place = cell("provider_link", "subject", owner.uuid(), owner);
    let sealed = work.seal(grant, &place, subject.fingerprint.as_bytes())?;
    work.run(&queries::LINK_NEW, params![owner, hash, sealed, now])?;
    Ok(true)
}

/// Takes the link away; `false` when there was none.
pub(crate) fn unlink(work: &mut Work<'_>, person: PersonId) -> Result<bool, StoreError> {
    Ok(work.run(&queries::LINK_END, params![person])? == 1)
}

/// Tells a person by mail that the way in was changed.
pub(crate) fn tell(work: &mut Work<'_>, person: PersonId) -> Result<(), StoreError> {
    organisation::notify(work, person, MAIL_PROVIDER_CHANGED, "/sign-in/help")
}
