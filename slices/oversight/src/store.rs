//! Holds, written down and laid.

use access::{Grant, Unchecked};
use jiff::{civil::Date, tz::TimeZone};
use keeper::holds;
use kernel::{PersonId, Timestamp, Uuid, Value, id::Id as _, manifest::Container};
use statement::{calendar, dates};
use store::{Reader, Row, StoreError, Work, derived, params};

use crate::{
    forms::HoldForm,
    inventory::HOLD_ENDED,
    model::{Ground, Hold, HoldId, Reasoned, cell},
    queries,
};

fn hold(row: &Row) -> Result<Hold, StoreError> {
    Ok(Hold {
        id: row.id(0)?,
        kind: row.text(1)?.to_owned(),
        subject: row.uuid(2)?,
        ground: Ground::from_key(row.text(3)?).unwrap_or(Ground::Claim),
        laid_at: row.time(4)?,
        until: row.time(5)?,
        released_at: row.time_opt(6)?,
    })
}

/// Every hold, those that run first.
pub fn list(reader: &mut Reader<'_>) -> Result<Vec<Hold>, StoreError> {
    let now = reader.now();
    reader.all(&queries::HOLDS, params![now])?.iter().map(hold).collect()
}

/// One hold with its reasons.
pub fn find(reader: &mut Reader<'_>, id: HoldId) -> Result<Option<Unchecked<Reasoned>>, StoreError> {
    let Some(row) = reader.one(&queries::HOLD, params![id])? else { return Ok(None) };
    let (reason, untold) = (row.sealed(7, cell("reason", id))?, row.sealed_opt(8, cell("untold", id))?);
    Ok(Some(Unchecked::new(Reasoned { hold: hold(&row)?, reason, untold })))
}

/// One hold without them.
pub fn term(reader: &mut Reader<'_>, id: HoldId) -> Result<Option<Unchecked<Hold>>, StoreError> {
    let row = reader.one(&queries::HOLD_TERM, params![id])?;
    row.map(|row| hold(&row).map(Unchecked::new)).transpose()
}

/// The people whom a hold on a container concerns; empty when there is no such container.
pub fn concerned(
    reader: &mut Reader<'_>,
    container: &'static Container,
    subject: Uuid,
) -> Result<Vec<PersonId>, StoreError> {
    let mut people: Vec<_> =
        derived::parties(reader, container, subject)?.into_iter().map(|(_, person)| person).collect();
    people.sort_unstable();
    people.dedup();
    Ok(people)
}

/// Writes a hold down and lays it.
pub fn lay(
    work: &mut Work<'_>,
    grant: &Grant,
    id: HoldId,
    by: PersonId,
    form: &HoldForm,
    zone: &TimeZone,
) -> Result<(), StoreError> {
    let reason = work.seal(grant, &cell("reason", id), form.reason.as_bytes())?;
    let untold = match form.untold.as_str() {
        "" => Value::Null,
        untold => work.seal(grant, &cell("untold", id), untold.as_bytes())?,
    };
    let (now, until) = (work.now(), calendar::after(form.until, zone));
    let (kind, ground) = (form.kind.as_str(), form.ground.key());
    work.run(&queries::HOLD_NEW, params![id, kind, form.subject, ground, reason, untold, by, now, until])?;
    ends(work, id, until, zone)?;
    renew(work, form.subject, zone)
}

/// The hold ends on another day.
pub fn move_end(work: &mut Work<'_>, _: &Grant, hold: &Hold, last: Date, zone: &TimeZone) -> Result<(), StoreError> {
    let until = calendar::after(last, zone);
    work.run(&queries::HOLD_MOVED, params![hold.id, until])?;
    ends(work, hold.id, until, zone)?;
    renew(work, hold.subject, zone)
}

/// The hold ends now; `false` when it had ended before.
pub fn release(work: &mut Work<'_>, _: &Grant, hold: &Hold, zone: &TimeZone) -> Result<bool, StoreError> {
    let now = work.now();
    if work.run(&queries::HOLD_RELEASED, params![hold.id, now])? == 0 {
        return Ok(false);
    }
    work.emit(HOLD_ENDED, hold.id.uuid(), now)?;
    renew(work, hold.subject, zone)?;
    Ok(true)
}

/// The period for the record of a hold runs from its last day.
fn ends(work: &mut Work<'_>, id: HoldId, until: Timestamp, zone: &TimeZone) -> Result<(), StoreError> {
    let last = dates::last_day(until, zone);
    let noon = last.at(12, 0, 0, 0).to_zoned(zone.clone()).map_or(until, |noon| noon.timestamp());
    work.emit(HOLD_ENDED, id.uuid(), noon)
}

/// Several holds may keep one thing: the longest counts.
fn renew(work: &mut Work<'_>, subject: Uuid, zone: &TimeZone) -> Result<(), StoreError> {
    let now = work.now();
    let longest = work.one(&queries::HELD_LONGEST, params![subject, now])?;
    match longest.map(|row| row.time_opt(0)).transpose()?.flatten() {
        Some(until) => holds::hold(work, subject, dates::last_day(until, zone), zone),
        None => holds::release(work, subject),
    }
}
