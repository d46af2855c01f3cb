//! Marks that an answer may have meant danger: when, and nothing of what was answered. A mark goes when the coach has seen to it.

use access::Grant;
use kernel::{Scope, Timestamp};
use store::{Reader, StoreError, Work, params};

use crate::{
    model::{Enrolment, WarningId},
    queries,
};

/// Leaves the mark, with the time of the latest such answer. Returns whether the coach is to be told now: once a day.
pub fn raise(scope: &Scope, work: &mut Work<'_>, _: &Grant, enrolment: &Enrolment) -> Result<bool, StoreError> {
    let day = |at: Timestamp| at.to_zoned(scope.zone.clone()).date();
    let before = open(scope, work, enrolment)?;
    work.run(&queries::WARNING_RAISE, params![scope.mint::<WarningId>(), enrolment.id, scope.now])?;
    Ok(before.is_none_or(|before| day(before) < scope.today()))
}

/// The mark, while nobody has seen to it.
pub fn open(_: &Scope, reader: &mut Reader<'_>, enrolment: &Enrolment) -> Result<Option<Timestamp>, StoreError> {
    reader.one(&queries::WARNING, params![enrolment.id])?.map(|row| row.time(0)).transpose()
}

/// The coach has seen to what was answered by then; `false` when there was nothing, or something newer.
pub fn settle(
    _: &Scope,
    work: &mut Work<'_>,
    _: &Grant,
    enrolment: &Enrolment,
    until: Timestamp,
) -> Result<bool, StoreError> {
    Ok(work.run(&queries::WARNING_SETTLE, params![enrolment.id, until])? == 1)
}
