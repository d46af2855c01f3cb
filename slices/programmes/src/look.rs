//! The look of the night: coaches change on the day that was told, who is going to be away is told, and so is a step that opens;
//! whoever has been silent for a week is reminded.

use jiff::{ToSpan as _, civil::Date};
use kernel::{
    Actor, PersonId, Scope,
    manifest::{Job, Sql},
};
use organisation::{Organisation, notify};
use store::{Row, StoreError, Work, params};

use crate::{
    inventory::{MAIL_COACH, MAIL_LEAVE, MAIL_SILENCE, MAIL_STEP},
    model::EnrolmentId,
    queries,
    store::leaves,
};

/// The job.
pub(crate) static LOOK: Job = Job {
    name: "programmes.look",
    about: "Lets a coach change on the day that was told, tells when a coach is going to be away and when a step opens, and \
            reminds whoever has been silent; without content.",
    handles: &["enrolment.programme", "enrolment.progress", "coach.leave"],
};

/// After so many silent days somebody is reminded, and not again for as many; three times at the most until something is written.
const SILENT_DAYS: i64 = 7;

/// Looks, some hundred people in one unit of work, until nobody is left to be told. Returns how many mails were queued.
///
/// # Errors
/// When the store cannot be written; then it is tried again the next night.
pub async fn look(organisation: &Organisation) -> Result<usize, StoreError> {
    let scope = organisation.scope(Actor::Job(LOOK.name));
    let mut all = 0;
    loop {
        let count = look_once(organisation, &scope).await?;
        if count == 0 {
            return Ok(all);
        }
        all += count;
    }
}

async fn look_once(organisation: &Organisation, scope: &Scope) -> Result<usize, StoreError> {
    let today = scope.today();
    let week_ago = today.saturating_sub(SILENT_DAYS.days()).to_string();
    let began = scope.now.checked_sub((24 * SILENT_DAYS).hours()).unwrap_or(scope.now);
    let own = scope.clone();
    let look = move |work: &mut Work<'_>| {
        let told = leaves::look(&own, work)?;
        let mut count = told.len();
        for (participant, id) in told {
            notify(work, participant, MAIL_LEAVE, &format!("/programmes/{id}"))?;
        }
        for row in work.all(&queries::ENROLMENT_PASSING, params![today.to_string()])? {
            let (id, participant, next): (EnrolmentId, PersonId, PersonId) = (row.id(0)?, row.id(1)?, row.id(2)?);
            // What somebody has frozen nobody writes.
            if work.is_restricted(participant) {
                continue;
            }
            work.run(&queries::ENROLMENT_PASSED, params![id, today.to_string()])?;
            notify(work, participant, MAIL_COACH, &format!("/programmes/{id}"))?;
            notify(work, next, MAIL_COACH, &format!("/caseload/{id}"))?;
            count += 2;
        }
        let opened = work.all(&queries::ENROLMENT_OPENED, params![today.to_string()])?;
        count += tell(work, &opened, today, (&queries::ENROLMENT_OPENED_TOLD, MAIL_STEP))?;
        let silent = work.all(&queries::ENROLMENT_SILENT, params![&week_ago, &week_ago, "", began])?;
        count += tell(work, &silent, today, (&queries::ENROLMENT_REMINDED, MAIL_SILENCE))?;
        Ok(count)
    };
    organisation.store.write(scope, look).await
}

/// Tells the participants of these enrolments, and writes down that it was done today; how many. Whoever has frozen the own data is
/// left alone.
fn tell(
    work: &mut Work<'_>,
    found: &[Row],
    today: Date,
    (done, mail): (&'static Sql, &'static str),
) -> Result<usize, StoreError> {
    let mut count = 0;
    for row in found {
        let (id, participant): (EnrolmentId, PersonId) = (row.id(0)?, row.id(1)?);
        if work.is_restricted(participant) {
            continue;
        }
        work.run(done, params![id, today.to_string()])?;
        notify(work, participant, mail, &format!("/programmes/{id}"))?;
        count += 1;
    }
    Ok(count)
}
