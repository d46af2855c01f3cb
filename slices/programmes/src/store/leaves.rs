//! When a coach is away: said by the coach alone, told to those who are coached, and gone when it is over.

use std::collections::{BTreeMap, HashMap};

use access::Grant;
use jiff::{ToSpan as _, civil::Date};
use kernel::{PersonId, Scope};
use organisation::notify;
use store::{Reader, Row, StoreError, Work, params};

use crate::{
    inventory::{MAIL_LEAVE, MAIL_LEAVE_CHANGED},
    model::{EnrolmentId, Leave, LeaveId},
    queries,
};

/// So many at the most.
pub const MOST: usize = 20;
/// So many days before it begins those who are coached get a mail.
pub const TOLD_DAYS: i64 = 7;

/// What became of a wish to say that one is away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// It is kept, and those who are coached are told now.
    Told,
    /// It is kept, and they are told some days before it begins.
    Kept,
    /// There is one already on some of these days.
    Meets,
    /// There are too many already.
    TooMany,
}

/// Two days of a row.
pub(super) fn days(row: &Row, column: usize) -> Result<Option<Leave>, StoreError> {
    let days = super::day_opt(row, column)?.zip(super::day_opt(row, column + 1)?);
    Ok(days.map(|(since, until)| Leave { since, until }))
}

/// One's own that are not over, the next first.
pub fn own(scope: &Scope, reader: &mut Reader<'_>) -> Result<Vec<(LeaveId, Leave)>, StoreError> {
    let me = super::actor(scope, "leave.read")?;
    let rows = reader.all(&queries::LEAVES, params![me, scope.today().to_string()])?;
    let leave = |row: &Row| {
        let days = days(row, 1)?.ok_or(StoreError::Shape { column: 1, expected: "two days" })?;
        Ok((row.id(0)?, days))
    };
    rows.iter().map(leave).collect()
}

/// When each coach is away next.
pub fn next(scope: &Scope, reader: &mut Reader<'_>) -> Result<HashMap<PersonId, Leave>, StoreError> {
    let rows = reader.all(&queries::LEAVES_NEXT, params![scope.today().to_string()])?;
    let leave = |row: &Row| Ok(days(row, 1)?.map(|days| Ok::<_, StoreError>((row.id(0)?, days))));
    rows.iter().filter_map(|row| leave(row).transpose().map(|found| found.and_then(|found| found))).collect()
}

/// Says that one is away. Those who are coached are told now, where it begins within some days.
pub fn add(scope: &Scope, work: &mut Work<'_>, _: &Grant, leave: Leave) -> Result<Said, StoreError> {
    let me = super::actor(scope, "leave.write")?;
    let known = own(scope, work)?;
    if known.iter().any(|(_, other)| other.meets(&leave)) {
        return Ok(Said::Meets);
    }
    if known.len() >= MOST {
        return Ok(Said::TooMany);
    }
    let is_soon = leave.since <= soon(scope.today());
    let told = is_soon.then_some(scope.now);
    let (since, until) = (leave.since.to_string(), leave.until.to_string());
    work.run(&queries::LEAVE_ADD, params![scope.mint::<LeaveId>(), me, since, until, told])?;
    if !is_soon {
        return Ok(Said::Kept);
    }
    tell(work, me, MAIL_LEAVE)?;
    Ok(Said::Told)
}

/// Takes it back, or comes back earlier. Those who are coached are told, if they had been. `false` when there is none.
pub fn remove(scope: &Scope, work: &mut Work<'_>, _: &Grant, id: LeaveId) -> Result<bool, StoreError> {
    let me = super::actor(scope, "leave.write")?;
    let Some(row) = work.one(&queries::LEAVE_KNOWN, params![me, id])? else { return Ok(false) };
    if row.time_opt(0)?.is_some() {
        tell(work, me, MAIL_LEAVE_CHANGED)?;
    }
    Ok(work.run(&queries::LEAVE_REMOVE, params![me, id])? == 1)
}

/// The last day on which a leave begins of which one is told today.
fn soon(today: Date) -> Date {
    today.saturating_add(TOLD_DAYS.days())
}

/// A mail without content to each whom a coach coaches. Returns how many.
fn tell(work: &mut Work<'_>, coach: PersonId, mail: &'static str) -> Result<usize, StoreError> {
    let mut people = BTreeMap::<PersonId, EnrolmentId>::new();
    for row in work.all(&queries::COACHED, params![coach])? {
        people.entry(row.id(0)?).or_insert(row.id(1)?);
    }
    for (participant, id) in &people {
        notify(work, *participant, mail, &format!("/programmes/{id}"))?;
    }
    Ok(people.len())
}

/// In the night: tells of what begins soon, and removes what is over. What somebody has frozen stays as it is. Returns how many
/// mails were queued.
pub(crate) fn look(scope: &Scope, work: &mut Work<'_>) -> Result<usize, StoreError> {
    let (today, mut count) = (scope.today(), 0);
    for row in work.all(&queries::LEAVE_SOON, params![soon(today).to_string()])? {
        let (id, coach): (LeaveId, PersonId) = (row.id(0)?, row.id(1)?);
        if work.is_restricted(coach) {
            continue;
        }
        work.run(&queries::LEAVE_TOLD, params![id, scope.now])?;
        count += tell(work, coach, MAIL_LEAVE)?;
    }
    for row in work.all(&queries::LEAVE_PAST, params![today.to_string(), scope.now])? {
        let (id, coach): (LeaveId, PersonId) = (row.id(0)?, row.id(1)?);
        if !work.is_restricted(coach) {
            work.run(&queries::LEAVE_OVER, params![id])?;
        }
    }
    Ok(count)
}
