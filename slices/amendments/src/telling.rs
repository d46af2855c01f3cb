//! The mail that tells of an amendment.

use keeper::amendments::Published;
use kernel::PersonId;
use store::{StoreError, Work};

/// Tells one person of an amendment, in the commit that publishes it: on which day, and where it can be read.
///
/// # Errors
/// When the job cannot be stored.
pub fn tell(work: &mut Work<'_>, person: PersonId, published: &Published) -> Result<(), StoreError> {
    let path = format!("/privacy/changes?from={}&to={}", published.before, published.number);
    organisation::notify_of_day(work, person, keeper::MAIL_AMENDMENT, &path, Some(published.from))
}
