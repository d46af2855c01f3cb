//! What the statement's own page shows of confirmations: days, and nobody.

use keeper::Figure;
use kernel::Actor;
use organisation::Organisation;
use store::StoreError;

use super::{
    NOTE, REMIND,
    due::{Duty, duties},
    store::found,
};

/// The figure of a duty.
pub(super) fn figure(organisation: &Organisation, duty: &Duty<'_>) -> Figure {
    let day = |at: jiff::Timestamp| at.to_zoned(organisation.plan.zone().clone()).date();
    Figure::Confirmed { on: duty.found.kept.map(day), failed: duty.found.fails().map(day), due: duty.due }
}

/// The figures of all clauses that somebody answers for; none where the organisation does not keep this register.
///
/// # Errors
/// When the store cannot be read.
pub async fn figures(organisation: &Organisation) -> Result<Vec<(String, Figure)>, StoreError> {
    if organisation.plan.category_of(NOTE).is_none() {
        return Ok(Vec::new());
    }
    let scope = organisation.scope(Actor::Job(REMIND.name));
    let found: Result<_, StoreError> = organisation.store.read(&scope, found).await;
    let found = found?;
    let all = duties(&organisation.plan, &found);
    Ok(all.iter().map(|duty| (duty.clause.to_owned(), figure(organisation, duty))).collect())
}
