//! While the 72 hours run, officers hear of it after 24, 48 and 60 hours.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use kernel::{Archetype, manifest::Job};
use organisation::{Doing, Organisation, Worker, jobs::arguments, notify};
use serde::Deserialize;
use store::{StoreError, Work, jobs::Leased};

use super::{
    inventory::{MAIL_CLOCK, REMIND},
    model::BreachId,
    store as written,
};
use crate::duties::everyone;

/// After how many hours.
const AFTER: [i64; 3] = [24, 48, 60];

/// Queues the reminders of a breach that are still to come.
pub(super) fn queue(work: &mut Work<'_>, id: BreachId, aware: Timestamp) -> Result<(), StoreError> {
    let now = work.now();
    for at in AFTER.map(|hours| aware + SignedDuration::from_hours(hours)) {
        if at > now {
            work.queue(&REMIND, serde_json::json!({ "breach": id }), at)?;
        }
    }
    Ok(())
}

#[derive(Deserialize)]
struct Arguments {
    breach: BreachId,
}

/// Reminds officers while the authority waits for word.
pub(crate) struct Reminder;

impl Worker for Reminder {
    fn job(&self) -> &'static Job {
        &REMIND
    }

    fn run<'a>(&'a self, organisation: &'a Arc<Organisation>, job: &'a Leased) -> Doing<'a> {
        Box::pin(async move {
            let Arguments { breach } = arguments(job)?;
            let scope = organisation.scope(kernel::Actor::Job(REMIND.name));
            let (directory, access, asker) =
                (organisation.directory.clone(), organisation.access.clone(), scope.clone());
            let write = move |work: &mut Work<'_>| {
                let Some(found) = written::find(work, breach)? else { return Ok(()) };
                let Ok(grant) = access.decide_job(&asker, &REMIND, &found.resource()) else { return Ok(()) };
                let Ok(course) = found.check(&grant) else { return Ok(()) };
                if course.closed.is_none() && course.owes_authority() {
                    for officer in everyone(work, &*directory, Archetype::Officer)? {
                        notify(work, officer, MAIL_CLOCK, &format!("/breaches/{breach}"))?;
                    }
                }
                Ok::<_, StoreError>(())
            };
            Ok(organisation.store.write(&scope, write).await?)
        })
    }
}
