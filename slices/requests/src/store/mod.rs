//! Requests as they are stored.

pub mod asking;
pub mod desk;
pub mod links;

use access::{Grant, Unchecked};
use keeper::ActId;
use kernel::{PersonId, Value, id::Id as _};
use statement::plan::Right;
use store::{Reader, Row, Sealed, StoreError, Work, params};

use crate::{
    model::{
        Channel, Clock, Closed, Identity, Request, RightsRequestId, Step, StepId, StepKind, Told, Verdict, cell, note,
    },
    queries,
};

fn unreadable(column: usize) -> StoreError {
    StoreError::Shape { column, expected: "a word of a request" }
}

fn read(row: &Row) -> Result<Request, StoreError> {
    let clock = match (row.time_opt(5)?, row.time_opt(6)?) {
        (Some(received), Some(due)) => Some(Clock { received, due, extended: row.time_opt(7)? }),
        _ => None,
    };
    let closed = match (row.time_opt(9)?, row.text_opt(10)?) {
        (Some(at), Some(outcome)) => {
            let verdict = Verdict::from_keys(outcome, row.text_opt(11)?).ok_or_else(|| unreadable(10))?;
            Some(Closed { at, verdict, act: row.uuid_opt(12)?.map(ActId::from_uuid) })
        }
        _ => None,
    };
    Ok(Request {
        id: row.id(0)?,
        person: row.id_opt(1)?,
        kind: Right::from_key(row.text(2)?).ok_or_else(|| unreadable(2))?,
        channel: Channel::from_key(row.text(3)?).ok_or_else(|| unreadable(3))?,
        clock,
        identity: row.text_opt(8)?.and_then(Identity::from_key),
        closed,
    })
}

/// One request without what was written.
pub fn term(reader: &mut Reader<'_>, id: RightsRequestId) -> Result<Option<Unchecked<Request>>, StoreError> {
    let row = reader.one(&queries::TERM, params![id])?;
    row.map(|row| read(&row).map(Unchecked::new)).transpose()
}

/// One request with all that was written about it.
pub fn told(reader: &mut Reader<'_>, id: RightsRequestId) -> Result<Option<Unchecked<Told>>, StoreError> {
    let Some(row) = reader.one(&queries::TOLD, params![id])? else { return Ok(None) };
    let (name, address) = (row.sealed_opt(13, cell("name", id))?, row.sealed_opt(14, cell("address", id))?);
    let steps = reader.all(&queries::STEPS, params![id])?;
    let steps = steps.iter().map(|step| read_step(id, step)).collect::<Result<_, _>>()?;
    Ok(Some(Unchecked::new(Told { request: read(&row)?, name, address, steps })))
}

fn read_step(id: RightsRequestId, row: &Row) -> Result<Step, StoreError> {
    Ok(Step {
        kind: StepKind::from_key(row.text(1)?).ok_or_else(|| unreadable(1))?,
        author: row.id_opt(2)?,
        at: row.time(3)?,
        note: row.sealed_opt(4, note(id, row.id(0)?))?,
    })
}

/// The sealed note of the first step of a kind.
pub fn note_of(told: &Told, kind: StepKind) -> Option<&Sealed> {
    told.steps.iter().find(|step| step.kind == kind).and_then(|step| step.note.as_ref())
}

/// Writes a step down.
pub fn add_step(
    work: &mut Work<'_>,
    grant: &Grant,
    id: RightsRequestId,
    kind: StepKind,
    author: Option<PersonId>,
    text: &str,
) -> Result<(), StoreError> {
    let (step, now): (StepId, _) = (work.mint(), work.now());
    let sealed = match text {
        "" => Value::Null,
        text => work.seal(grant, &note(id, step), text.as_bytes())?,
    };
    work.run(&queries::STEP_NEW, params![step, id, kind.key(), author, now, sealed]).map(drop)
}
