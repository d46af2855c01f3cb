//! Whether programmes help: figures about groups in which nobody can be found (SH12, CE7), from the `group-figures` clause
//! `"programmes"`. `docs/decisions/0032-figures-of-programmes.md` says why it is done this way.
//!
//! Each enrolment is counted once, in one outcome of each figure: when its participant finishes something twelve weeks after the
//! beginning or later, or stops; in the participant's own act, so no machine opens anybody's answers. Whoever stays silent is counted by
//! [`look`], without what is written. The counts have noise from their beginning ([`figures::Tally`]) and are shown when a release is closed.

pub mod counting;
mod look;
mod store;

use std::collections::BTreeMap;

use ::store::{Opener, StoreError};
use figures::Noise;
use jiff::{ToSpan as _, civil::Date};
use kernel::{ExposeSecret as _, manifest::Job};
use organisation::{Visit, pages::Failure};
use programme::{Change, Kind};
use statement::{Plan, plan::GroupFigures};

use crate::{
    actions::OUTCOME_COUNT,
    library::Library,
    model::{Enrolment, EnrolmentId, Revision, Sheet},
    room::Room,
    store::revisions,
};

pub use counting::Figure;
pub use look::look;
pub(crate) use store::{Release, closed};

/// The job of the night.
pub static OUTCOMES: Job = Job {
    name: "programmes.outcomes",
    about: "Counts silent enrolments in groups, with noise and without what is written, and closes a release when it is large enough.",
    handles: &["enrolment.programme", "enrolment.progress", "exercise.times", "response.times"],
};

/// How long after its beginning an enrolment is counted.
const AFTER_DAYS: i64 = 84;
/// And how much later where its participant stays silent.
const SILENT_DAYS: i64 = 28;

/// The clause, where the statement has it; and the noise of each count of a programme, of which one person is in one for each figure.
pub(crate) fn stated(plan: &Plan) -> Option<&GroupFigures> {
    let figures = plan.all::<GroupFigures>().find(|figures| figures.key == GroupFigures::PROGRAMMES)?;
    figures.epsilon_thousandths.map(|_| figures)
}

/// The noise of each count, where one person is in one count of each of so many figures.
pub(crate) fn noise(stated: &GroupFigures, figures: usize) -> Option<Noise> {
    Noise::new(stated.epsilon_thousandths?, u32::try_from(figures).unwrap_or(u32::MAX))
}

/// Counts an enrolment of the one who asks, if it is time and has not been done. The participant's own answers are opened with the
/// participant's own grant.
///
/// # Errors
/// As a unit of work has them.
pub async fn count_own(visit: &Visit, library: &Library, id: EnrolmentId) -> Result<(), Failure> {
    if stated(&visit.site.plan).is_none() {
        return Ok(());
    }
    let library = library.clone();
    Room::write(visit, id, &OUTCOME_COUNT, move |asker, work, Room { enrolment, grant }| {
        let today = asker.scope.today();
        let Some(stated) = stated(&asker.site.plan).filter(|_| is_due(&enrolment, &asker.scope.zone, today)) else {
            return Ok(());
        };
        let Some(volume) = library.find(&asker.scope, work, enrolment.version)? else { return Ok(()) };
        let opener = asker.site.store.opener(&asker.scope, &grant);
        let Some(edition) = volume.programme.editions().next() else { return Ok(()) };
        let mut results = BTreeMap::new();
        for (name, kind) in counting::measured(edition) {
            let found = revisions::finished(&asker.scope, work, &enrolment, name)?;
            results.insert(name.clone(), change(&opener, kind, &found)?);
        }
        store::count(&asker.scope, work, &enrolment, &volume.programme, stated, &results)
    })
    .await
}

/// Whether an enrolment is counted when its participant does something.
fn is_due(enrolment: &Enrolment, zone: &jiff::tz::TimeZone, today: Date) -> bool {
    enrolment.ended.is_some() || day_after(enrolment, zone, AFTER_DAYS) <= today
}

fn day_after(enrolment: &Enrolment, zone: &jiff::tz::TimeZone, days: i64) -> Date {
    enrolment.began.to_zoned(zone.clone()).date().saturating_add(days.days())
}

/// How a result changed from the first filling to the latest; `None` where there are no two that can be counted.
fn change(opener: &Opener, kind: &Kind, finished: &[Revision]) -> Result<Option<Change>, StoreError> {
    let Kind::Questionnaire(questionnaire) = kind else { return Ok(None) };
    let points = |revision: &Revision| -> Result<Option<i32>, StoreError> {
        let text = match opener.text(&revision.body) {
            Ok(text) => text,
            Err(StoreError::Gone) => return Ok(None),
            Err(error) => return Err(error),
        };
        let sheet = Sheet::read(text.expose_secret()).unwrap_or_default();
        Ok(sheet.score(questionnaire).ok().map(|score| score.points))
    };
    let (Some(latest), Some(first)) = (finished.first(), finished.last()) else { return Ok(None) };
    if latest.place == first.place {
        return Ok(None);
    }
    let (Some(before), Some(now)) = (points(first)?, points(latest)?) else { return Ok(None) };
    Ok(questionnaire.change(before, now))
}
