//! What officers read and do.

use access::Grant;
use jiff::tz::TimeZone;
use keeper::ActId;
use kernel::{PersonId, id::Id as _};
use statement::plan::rule::Rights;
use store::{
    Reader, StoreError, Work,
    ledger::{Act, ActKind},
    params,
};

use super::{add_step, read};
use crate::{
    inventory::REQUEST_CLOSED,
    model::{Identity, Request, RightsRequestId, StepKind, Verdict},
    queries,
};

/// Open requests, what is due first.
pub fn open(reader: &mut Reader<'_>) -> Result<Vec<Request>, StoreError> {
    reader.all(&queries::OPEN, params![])?.iter().map(read).collect()
}

/// Closed ones, the latest first.
pub fn closed(reader: &mut Reader<'_>) -> Result<Vec<Request>, StoreError> {
    reader.all(&queries::CLOSED, params![])?.iter().map(read).collect()
}

/// Somebody's own, the latest first.
pub fn of_person(reader: &mut Reader<'_>, person: PersonId) -> Result<Vec<Request>, StoreError> {
    reader.all(&queries::OF_PERSON, params![person])?.iter().map(read).collect()
}

/// How the asker showed who they are, and which account is theirs; `false` when it was closed in the meantime.
pub fn identify(
    work: &mut Work<'_>,
    grant: &Grant,
    id: RightsRequestId,
    (officer, person): (PersonId, Option<PersonId>),
    how: &str,
) -> Result<bool, StoreError> {
    if work.run(&queries::IDENTIFIED, params![id, Identity::Hand.key(), person])? == 0 {
        return Ok(false);
    }
    add_step(work, grant, id, StepKind::Identity, Some(officer), how)?;
    Ok(true)
}

/// Takes more time, for a reason that the asker reads; `false` when that was done before.
pub fn extend(
    work: &mut Work<'_>,
    grant: &Grant,
    request: &Request,
    officer: PersonId,
    reason: &str,
    (rights, zone): (&Rights, &TimeZone),
) -> Result<bool, StoreError> {
    let (Some(clock), now) = (request.clock, work.now()) else { return Ok(false) };
    let due = rights.due(clock.received, true, zone);
    if work.run(&queries::EXTENDED, params![request.id, now, due])? == 0 {
        return Ok(false);
    }
    add_step(work, grant, request.id, StepKind::Extended, Some(officer), reason)?;
    Ok(true)
}

/// The request ends now: its period runs, and what goes with its answer is planned with that date.
pub fn end(work: &mut Work<'_>, request: &Request) -> Result<(), StoreError> {
    let now = work.now();
    work.emit(REQUEST_CLOSED, request.id.uuid(), now)
}

/// Answers and closes; the ledger tells of it by numbers only. `false` when somebody else did so before.
pub fn answer(
    work: &mut Work<'_>,
    grant: &Grant,
    request: &Request,
    officer: PersonId,
    (verdict, text): (Verdict, &str),
    act: Option<ActId>,
) -> Result<bool, StoreError> {
    let (now, (outcome, ground)) = (work.now(), verdict.keys());
    if work.run(&queries::ANSWERED, params![request.id, now, outcome, ground, act])? == 0 {
        return Ok(false);
    }
    add_step(work, grant, request.id, StepKind::Closed, Some(officer), text)?;
    let evidence = format!("{} {outcome}{}", request.kind.key(), ground.map(|on| format!(" {on}")).unwrap_or_default());
    let subject = request.id.uuid();
    work.record(Act { kind: ActKind::Request, subject, class: None, clause: None, evidence })?;
    Ok(true)
}
