//! What a person chooses when the statement changes.

use access::Grant;
use kernel::{PersonId, id::Id as _};
use store::{StoreError, Work, params};

use crate::queries::{CHOICE_JOINED, CHOICE_SET};

use super::versions;

/// The person whose file the grant is about accepts a version: from the commit on, what it widens reaches what is held
/// about that person. Whether the version is the one that is asked about; if not, nothing changes.
///
/// # Errors
/// When the store cannot be written.
pub fn choose(work: &mut Work<'_>, grant: &Grant, version: u32) -> Result<bool, StoreError> {
    let person = PersonId::from_uuid(grant.resource().id);
    if work.choices().asks(person).is_none_or(|(_, asked)| asked != version) {
        return Ok(false);
    }
    let now = work.now();
    work.run(&CHOICE_SET, params![person, version, now])?;
    work.choose(person, version);
    Ok(true)
}

/// Somebody who was invited under an earlier version joins under the one in force, and so accepts it.
///
/// # Errors
/// When the store cannot be written.
pub fn joined(work: &mut Work<'_>, person: PersonId) -> Result<(), StoreError> {
    let Some(version) = versions(work)?.in_force().map(|version| version.number) else { return Ok(()) };
    let now = work.now();
    if work.run(&CHOICE_JOINED, params![person, version, now])? > 0 {
        work.choose(person, version);
    }
    Ok(())
}
