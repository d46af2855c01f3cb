//! A hold ends by itself; the officer who laid it hears of that before.

use jiff::ToSpan as _;
use kernel::PersonId;
use organisation::{Organisation, notify};
use store::{StoreError, params};

use crate::{actions::REMIND, inventory::MAIL_ENDING, model::HoldId, queries};

/// How long before its end an officer is reminded of a hold, in days.
const BEFORE: i64 = 14;

/// Reminds officers of holds that end within two weeks, each once; returns how many mails were queued.
///
/// # Errors
/// When the store cannot be written; then it is tried again at the next look.
pub async fn remind(organisation: &Organisation) -> Result<usize, StoreError> {
    let scope = organisation.scope(kernel::Actor::Job(REMIND.name));
    let soon = scope.now.checked_add((24 * BEFORE).hours()).unwrap_or(scope.now);
    organisation
        .store
        .write(&scope, move |work| {
            let now = work.now();
            let ending = work.all(&queries::ENDING, params![now, soon])?;
            for row in &ending {
                let (hold, officer): (HoldId, PersonId) = (row.id(0)?, row.id(1)?);
                notify(work, officer, MAIL_ENDING, &format!("/holds/{hold}"))?;
                work.run(&queries::REMINDED, params![hold, now])?;
            }
            Ok(ending.len())
        })
        .await
}
