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
pub(crate) fn wants_reminder(now: Timestamp, last: Option<Timestamp>, due: Timestamp, zone: &TimeZone) -> bool {
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
                for (officer, _) in directory.with_archetype(work, Archetype::Officer)? {
                    notify(work, officer, MAIL_DUE, DESK_PATH)?;
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may fail")]

    use jiff::{civil::date, tz::TimeZone};
    use statement::calendar::after;

    use super::wants_reminder;

    // UC11: a week before, a day before, and each day from when it is overdue; a night that was missed is made up for.
    #[test]
    fn reminders_come_a_week_and_a_day_before_and_each_day_when_it_is_overdue() {
        let zone = TimeZone::get("Europe/Amsterdam").unwrap();
        let due = after(date(2026, 12, 22), &zone);
        let night = |day: i8| date(2026, 12, day).at(3, 0, 0, 0).to_zoned(zone.clone()).unwrap().timestamp();
        let mut last = None;
        let mut told = Vec::new();
        for day in 1..=26 {
            if wants_reminder(night(day), last, due, &zone) {
                last = Some(night(day));
                told.push(day);
            }
            assert!(!wants_reminder(night(day), last, due, &zone), "a second look on day {day} says nothing");
        }
        assert_eq!(told, [15, 21, 23, 24, 25, 26]);
        assert!(wants_reminder(night(17), None, due, &zone), "the week's reminder was missed");
    }
}
