//! The look of the night: who stays silent is counted, and releases are closed.

use std::collections::BTreeMap;

use jiff::ToSpan as _;
use kernel::Actor;
use organisation::{Organisation, pages::Failure};
use store::{Reader, Work};

use super::{AFTER_DAYS, OUTCOMES, SILENT_DAYS, counting::quarter, stated, store as kept};
use crate::{library::Library, model::EnrolmentId, store::enrolments};

/// Counts enrolments whose participants stay silent, and closes releases. Returns how many were counted.
///
/// # Errors
/// When the store cannot be written; what was counted stays counted, and the next night goes on.
pub async fn look(organisation: &Organisation, library: &Library) -> Result<usize, Failure> {
    if stated(&organisation.plan).is_none() {
        return Ok(0);
    }
    let scope = organisation.scope(Actor::Job(OUTCOMES.name));
    let long_ago = (24 * (AFTER_DAYS + SILENT_DAYS)).hours();
    let began = scope.now.checked_sub(long_ago).unwrap_or(scope.now);
    let silent = organisation.store.read(&scope, move |reader: &mut Reader<'_>| kept::silent(reader, began)).await;
    let silent = silent.map_err(Failure::Store)?;
    let mut count = 0;
    for id in silent {
        count += usize::from(count_one(organisation, library, id).await?);
    }
    let (today, plan) = (scope.today(), organisation.plan.clone());
    let close = move |work: &mut Work<'_>| {
        let enough = stated(&plan).map_or(u32::MAX, |stated| stated.min_size);
        kept::close(work, quarter(today), today, enough)
    };
    organisation.store.write(&scope, close).await.map_err(Failure::Store)?;
    Ok(count)
}

/// `false` where the use of somebody's data is restricted.
async fn count_one(organisation: &Organisation, library: &Library, id: EnrolmentId) -> Result<bool, Failure> {
    let scope = organisation.scope(Actor::Job(OUTCOMES.name));
    let (asked, library) = (scope.clone(), library.clone());
    let (access, plan) = (organisation.access.clone(), organisation.plan.clone());
    let count = move |work: &mut Work<'_>| {
        let Some(stated) = stated(&plan) else { return Ok(false) };
        let Some(closed) = enrolments::find(&asked, work, id)? else { return Ok(false) };
        let Ok(grant) = access.decide_job(&asked, &OUTCOMES, &closed.resource()) else { return Ok(false) };
        let enrolment = closed.check(&grant)?;
        let Some(volume) = library.find(&asked, work, enrolment.version)? else { return Ok(false) };
        kept::count(&asked, work, &enrolment, &volume.programme, stated, &BTreeMap::new())?;
        Ok::<_, Failure>(true)
    };
    organisation.store.write(&scope, count).await
}
