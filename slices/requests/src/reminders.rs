//! Officers are reminded a week and a day before a request is due, and each day from when it is overdue.

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use keeper::Figure;
use kernel::{Actor, Archetype};
use organisation::{Organisation, notify};
use statement::{dates::last_day, plan::Rights};
use store::{Reader, StoreError, Work, params};

use crate::{actions::WATCH, inventory::MAIL_DUE, model::RightsRequestId, queries, routes::DESK_PATH, store::desk};

/// How near its last day a request is: the higher, the nearer. On each step officers are reminded once.
fn nearness(today: Date, due: Timestamp, zone: &TimeZone) -> i32 {
    match today.until(last_day(due, zone)).map_or(i32::MAX, |left| left.get_days()) {
        8.. => 0,
        2..=7 => 1,
        0..=1 => 2,
        over => 2 - over,
    }
}

/// Whether officers are to be reminded now; `last` is when they were last.
pub fn wants_reminder(now: Timestamp, last: Option<Timestamp>, due: Timestamp, zone: &TimeZone) -> bool {
    let at = |instant: Timestamp| nearness(instant.to_zoned(zone.clone()).date(), due, zone);
    at(now) > last.map_or(0, at)
}

/// Reminds officers of what is due, each by one mail however much that is; returns how many requests it is about.
/// Counts anew what is open.
///
/// # Errors
/// When the store cannot be written; then it is tried again at the next look.
pub async fn remind(organisation: &Organisation) -> Result<usize, StoreError> {
    let scope = organisation.scope(Actor::Job(WATCH.name));
    let zone = organisation.plan.zone().clone();
    let directory = std::sync::Arc::clone(&organisation.directory);
    let told = organisation
        .store
        .write(&scope, move |work| {
            let due = mark_due(work, &zone)?;
            if due > 0 {
                for officer in directory.with_archetype(work, Archetype::Officer)? {
                    notify(work, officer.person, MAIL_DUE, DESK_PATH)?;
                }
            }
            Ok::<_, StoreError>(due)
        })
        .await?;
    count(organisation).await?;
    Ok(told)
}

fn mark_due(work: &mut Work<'_>, zone: &TimeZone) -> Result<usize, StoreError> {
    let (now, mut due) = (work.now(), 0);
    for row in work.all(&queries::WATCHED, params![])? {
        let id: RightsRequestId = row.id(0)?;
        if wants_reminder(now, row.time_opt(2)?, row.time(1)?, zone) {
            work.run(&queries::REMINDED, params![id, now])?;
            due += 1;
        }
    }
    Ok(due)
}

/// Counts what is open, for the number beside the desk's entry in the navigation.
///
/// # Errors
/// When the store cannot be read.
pub async fn count(organisation: &Organisation) -> Result<(), StoreError> {
    let scope = organisation.scope(Actor::Job(WATCH.name));
    let open = |reader: &mut Reader<'_>| desk::open(reader).map(|open| open.len());
    let open = organisation.store.read::<_, StoreError, _>(&scope, open).await?;
    organisation.note_waiting(DESK_PATH, open);
    Ok(())
}

/// What is known of the clause of rights: whether any request is overdue. Nothing of anybody's.
///
/// # Errors
/// When the store cannot be read.
pub async fn figures(organisation: &Organisation) -> Result<Vec<(String, Figure)>, StoreError> {
    let Some(rights) = organisation.plan.first::<Rights>() else { return Ok(Vec::new()) };
    let scope = organisation.scope(Actor::Job(WATCH.name));
    let figure = |reader: &mut Reader<'_>| {
        let now = reader.now();
        let row = reader.one(&queries::EVER, params![now])?;
        let count = |n: usize| row.as_ref().map_or(Ok(0), |row| row.int(n));
        Ok::<_, StoreError>(Figure::Requests { any: count(0)? > 0, overdue: count(1)? > 0 })
    };
    let figure = organisation.store.read(&scope, figure).await?;
    Ok(vec![(rights.clause.clone(), figure)])
}
