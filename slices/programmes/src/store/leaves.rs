//! When a coach is away: said by the coach alone, told to those who are coached, and gone when it is over.

use std::collections::{BTreeMap, HashMap};

use access::Grant;
use jiff::{ToSpan as _, civil::Date};
use kernel::{PersonId, Scope};
use store::{Reader, Row, StoreError, Work, params};

use crate::{
    model::{EnrolmentId, Leave, LeaveId},
    queries,
};

/// So many at the most.
pub const MOST: usize = 20;
/// So many days before it begins those who are coached get a mail.
pub const TOLD_DAYS: i64 = 7;

/// Whom somebody coaches, each once, with an enrolment.
pub type Coached = Vec<(PersonId, EnrolmentId)>;

/// What became of a wish to say that one is away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// It is kept, and these are to be told now.
    Told(Coached),
    /// It is kept; those who are coached are told some days before it begins.
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

/// Says that one is away; answers who is to be told now, where it begins within some days.
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
    if is_soon { coached(work, me).map(Said::Told) } else { Ok(Said::Kept) }
}

/// Takes it back, or comes back earlier; answers who is to be told, because they were told of it. `None` when there is none.
pub fn remove(scope: &Scope, work: &mut Work<'_>, _: &Grant, id: LeaveId) -> Result<Option<Coached>, StoreError> {
    let me = super::actor(scope, "leave.write")?;
    let Some(row) = work.one(&queries::LEAVE_KNOWN, params![me, id])? else { return Ok(None) };
    work.run(&queries::LEAVE_REMOVE, params![me, id])?;
    let is_known = row.time_opt(0)?.is_some();
    Ok(Some(if is_known { coached(work, me)? } else { Vec::new() }))
}

/// The last day on which a leave begins of which one is told today.
fn soon(today: Date) -> Date {
    today.saturating_add(TOLD_DAYS.days())
}

fn coached(work: &mut Work<'_>, coach: PersonId) -> Result<Coached, StoreError> {
    let mut people = BTreeMap::<PersonId, EnrolmentId>::new();
    for row in work.all(&queries::COACHED, params![coach])? {
        people.entry(row.id(0)?).or_insert(row.id(1)?);
    }
    Ok(people.into_iter().collect())
}

/// In the night: marks as told what begins soon, and removes what is over. What somebody has frozen stays as it is. Answers who is
/// to be told.
pub(crate) fn look(scope: &Scope, work: &mut Work<'_>) -> Result<Coached, StoreError> {
    let (today, mut told) = (scope.today(), Vec::new());
    for row in work.all(&queries::LEAVE_SOON, params![soon(today).to_string()])? {
        let (id, coach): (LeaveId, PersonId) = (row.id(0)?, row.id(1)?);
        if work.is_restricted(coach) {
            continue;
        }
        work.run(&queries::LEAVE_TOLD, params![id, scope.now])?;
        told.extend(coached(work, coach)?);
    }
    for row in work.all(&queries::LEAVE_PAST, params![today.to_string(), scope.now])? {
        let (id, coach): (LeaveId, PersonId) = (row.id(0)?, row.id(1)?);
        if !work.is_restricted(coach) {
            work.run(&queries::LEAVE_OVER, params![id])?;
        }
    }
    Ok(told)
}
