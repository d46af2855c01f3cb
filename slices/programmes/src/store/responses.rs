//! What coaches write beside what was shared with them.

use access::Grant;
use kernel::{Scope, Timestamp};
use store::{Reader, Row, StoreError, Work, params};

use crate::{
    model::{Enrolment, Response, ResponseId, Spot},
    queries,
};

/// The responses of an enrolment that the one who asks reads: the own ones, and those that were sent; in their order.
pub fn all(scope: &Scope, reader: &mut Reader<'_>, enrolment: &Enrolment) -> Result<Vec<Response>, StoreError> {
    let me = super::actor(scope, "self-help.read")?;
    let rows = reader.all(&queries::RESPONSES, params![enrolment.id, me])?;
    rows.iter().map(|row| response(enrolment, row)).collect()
}

fn response(enrolment: &Enrolment, row: &Row) -> Result<Response, StoreError> {
    let id: ResponseId = row.id(0)?;
    let spot = Spot::from_columns(row.text(1)?, row.text(2)?);
    Ok(Response {
        id,
        spot: spot.ok_or(StoreError::Shape { column: 1, expected: "a place" })?,
        author: row.id(3)?,
        written: row.time(4)?,
        sent: row.time_opt(5)?,
        seen: row.time_opt(6)?,
        body: row.sealed(7, enrolment.cell("response", "body", id))?,
    })
}

/// Writes a response beside what is shared at a place, or puts the one that is not sent yet in other words, and sends it, if so
/// told; `None` when nothing is shared there (any more).
pub fn write(
    scope: &Scope,
    work: &mut Work<'_>,
    grant: &Grant,
    enrolment: &Enrolment,
    spot: &Spot,
    text: &str,
    is_sent: bool,
) -> Result<Option<ResponseId>, StoreError> {
    let me = super::actor(scope, "response.write")?;
    let (exercise, day) = spot.columns();
    if work.one(&queries::SHARED_AT, params![enrolment.id, &exercise, &day])?.is_none() {
        return Ok(None);
    }
    let unsent = work.one(&queries::RESPONSE_UNSENT, params![enrolment.id, &exercise, &day, me])?;
    let id: ResponseId = unsent.as_ref().map_or_else(|| Ok(scope.mint()), |row| row.id(0))?;
    let body = work.seal(grant, &enrolment.cell("response", "body", id), text.as_bytes())?;
    let sent = is_sent.then_some(scope.now);
    if unsent.is_some() {
        work.run(&queries::RESPONSE_CHANGE, params![enrolment.id, id, me, scope.now, sent, body])?;
    } else {
        work.run(&queries::RESPONSE_ADD, params![id, enrolment.id, me, exercise, day, scope.now, sent, body])?;
    }
    Ok(Some(id))
}

/// Marks what was sent by `until` as seen now by the participant.
pub fn mark_seen(
    scope: &Scope,
    work: &mut Work<'_>,
    _: &Grant,
    enrolment: &Enrolment,
    until: Timestamp,
) -> Result<u64, StoreError> {
    work.run(&queries::RESPONSES_SEEN, params![enrolment.id, until, scope.now])
}
