//! Breaches, written down.

use std::collections::BTreeSet;

use access::{Grant, Unchecked};
use kernel::{PersonId, Timestamp, Uuid, Value, id::Id as _};
use store::{Reader, Row, Sealed, StoreError, Work, params};

use super::{
    forms::{DescribeForm, RecordForm},
    inventory::{CLOSED, TOLD},
    model::{Account, BreachId, ConcernedId, Course, NoticeId, Risk, cell, notice_cell},
};

kernel::queries! {
    /// A breach was discovered.
    BREACH_NEW for ["breach.record"] =
        "INSERT INTO breach (id, what, aware_at, categories, risk, recorded_by, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)";
    /// All breaches, those that are open first, then the latest.
    BREACHES for ["breaches.see"] =
        "SELECT id, aware_at, categories, risk, authority_at, people_at, closed_at, recorded_at FROM breach
         ORDER BY CASE WHEN closed_at IS NULL THEN 0 ELSE 1 END, aware_at DESC, id LIMIT 500";
    /// One breach.
    COURSE for ["breach.change", "breach.people", "breaches.remind"] =
        "SELECT id, aware_at, categories, risk, authority_at, people_at, closed_at, recorded_at FROM breach
         WHERE id = $1";
    /// One breach with all that was written down.
    ACCOUNT for ["breach.see"] =
        "SELECT id, aware_at, categories, risk, authority_at, people_at, closed_at, recorded_at, what, consequences,
            measures, delay, reference, untold FROM breach WHERE id = $1";
    /// What it may lead to and what is done.
    DESCRIBE for ["breach.change"] =
        "UPDATE breach SET risk = $2, consequences = $3, measures = $4, delay = $5 WHERE id = $1";
    /// The authority was told.
    AUTHORITY for ["breach.change"] = "UPDATE breach SET authority_at = $2, reference = $3 WHERE id = $1";
    /// The people were told, or it is written down why not.
    PEOPLE_TOLD for ["breach.change"] = "UPDATE breach SET people_at = $2, untold = $3 WHERE id = $1";
    /// It is closed.
    CLOSE for ["breach.change"] = "UPDATE breach SET closed_at = $2 WHERE id = $1";
    /// Somebody whom it concerns, once.
    CONCERNED_NEW for ["breach.people"] =
        "INSERT INTO breach_person (id, breach, person) VALUES ($1, $2, $3) ON CONFLICT (breach, person) DO NOTHING";
    /// Somebody new is concerned: the people are to be told once more.
    PEOPLE_WAIT for ["breach.people"] = "UPDATE breach SET people_at = NULL WHERE id = $1";
    /// Whom it concerns.
    CONCERNED for ["breach.see", "breach.change"] =
        "SELECT person FROM breach_person WHERE breach = $1 ORDER BY person";
    /// What an account has opened in a time.
    OPENED for ["breach.people"] =
        "SELECT DISTINCT action, container, resource FROM access_line WHERE actor = $1 AND at >= $2 AND at < $3
            AND refused IS NULL";
    /// What somebody is told.
    NOTICE_NEW for ["breach.tell"] =
        "INSERT INTO breach_notice (id, person, breach, text, told_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (person, breach) DO NOTHING";
    /// What somebody was told, the latest first.
    NOTICES for ["breach-notices.see"] =
        "SELECT id, text, told_at FROM breach_notice WHERE person = $1 ORDER BY told_at DESC, id";
}

fn course(row: &Row) -> Result<Course, StoreError> {
    Ok(Course {
        id: row.id(0)?,
        aware: row.time(1)?,
        categories: row.text(2)?.split_whitespace().map(str::to_owned).collect(),
        risk: Risk::from_key(row.text(3)?).unwrap_or(Risk::High),
        authority: row.time_opt(4)?,
        people: row.time_opt(5)?,
        closed: row.time_opt(6)?,
        recorded: row.time(7)?,
    })
}

/// Every breach, open ones first.
pub(super) fn all(reader: &mut Reader<'_>) -> Result<Vec<Course>, StoreError> {
    reader.all(&BREACHES, params![])?.iter().map(course).collect()
}

/// One breach.
pub(super) fn find(reader: &mut Reader<'_>, id: BreachId) -> Result<Option<Unchecked<Course>>, StoreError> {
    let row = reader.one(&COURSE, params![id])?;
    row.map(|row| course(&row).map(Unchecked::new)).transpose()
}

/// One breach with all that was written down.
pub(super) fn account(reader: &mut Reader<'_>, id: BreachId) -> Result<Option<Unchecked<Account>>, StoreError> {
    let Some(row) = reader.one(&ACCOUNT, params![id])? else { return Ok(None) };
    let sealed = |n: usize, column: &'static str| row.sealed_opt(n, cell(column, id));
    Ok(Some(Unchecked::new(Account {
        course: course(&row)?,
        what: row.sealed(8, cell("what", id))?,
        consequences: sealed(9, "consequences")?,
        measures: sealed(10, "measures")?,
        delay: sealed(11, "delay")?,
        reference: sealed(12, "reference")?,
        untold: sealed(13, "untold")?,
        people: concerned(reader, id)?,
    })))
}

/// Whom a breach concerns.
pub(super) fn concerned(reader: &mut Reader<'_>, id: BreachId) -> Result<Vec<PersonId>, StoreError> {
    reader.all(&CONCERNED, params![id])?.iter().map(|row| row.id(0)).collect()
}

/// Writes down that a breach was discovered.
pub(super) fn record(
    work: &mut Work<'_>,
    grant: &Grant,
    id: BreachId,
    by: PersonId,
    aware: Timestamp,
    form: &RecordForm,
) -> Result<(), StoreError> {
    let what = work.seal(grant, &cell("what", id), form.what.as_bytes())?;
    let (now, categories) = (work.now(), form.categories.join(" "));
    work.run(&BREACH_NEW, params![id, what, aware, categories, form.risk.key(), by, now]).map(drop)
}

fn sealed_or_null(
    work: &mut Work<'_>,
    grant: &Grant,
    id: BreachId,
    column: &'static str,
    text: &str,
) -> Result<Value, StoreError> {
    if text.is_empty() { Ok(Value::Null) } else { work.seal(grant, &cell(column, id), text.as_bytes()) }
}

/// What it may lead to, what is done, and why the authority is told late.
pub(super) fn describe(
    work: &mut Work<'_>,
    grant: &Grant,
    id: BreachId,
    form: &DescribeForm,
) -> Result<(), StoreError> {
    let consequences = sealed_or_null(work, grant, id, "consequences", &form.consequences)?;
    let measures = sealed_or_null(work, grant, id, "measures", &form.measures)?;
    let delay = sealed_or_null(work, grant, id, "delay", &form.delay)?;
    work.run(&DESCRIBE, params![id, form.risk.key(), consequences, measures, delay]).map(drop)
}

/// The authority was told.
pub(super) fn told_authority(
    work: &mut Work<'_>,
    grant: &Grant,
    id: BreachId,
    at: Timestamp,
    reference: &str,
) -> Result<(), StoreError> {
    let reference = sealed_or_null(work, grant, id, "reference", reference)?;
    work.run(&AUTHORITY, params![id, at, reference]).map(drop)
}

/// The people were told, or it is written down why not.
pub(super) fn told_people(work: &mut Work<'_>, grant: &Grant, id: BreachId, untold: &str) -> Result<(), StoreError> {
    let untold = sealed_or_null(work, grant, id, "untold", untold)?;
    let now = work.now();
    work.run(&PEOPLE_TOLD, params![id, now, untold]).map(drop)
}

/// It is closed: its period begins.
pub(super) fn close(work: &mut Work<'_>, _: &Grant, id: BreachId) -> Result<(), StoreError> {
    let now = work.now();
    work.run(&CLOSE, params![id, now])?;
    work.emit(CLOSED, id.uuid(), now)
}

/// These people are concerned; who was not on the list yet waits for word.
pub(super) fn concern(work: &mut Work<'_>, id: BreachId, people: &BTreeSet<PersonId>) -> Result<(), StoreError> {
    let mut added = 0;
    for person in people {
        let row: ConcernedId = work.mint();
        added += work.run(&CONCERNED_NEW, params![row, id, *person])?;
    }
    if added > 0 {
        work.run(&PEOPLE_WAIT, params![id])?;
    }
    Ok(())
}

/// What an account has opened in a time: action, kind of container, container.
pub(super) fn opened(
    reader: &mut Reader<'_>,
    account: Uuid,
    from: Timestamp,
    until: Timestamp,
) -> Result<Vec<(String, String, Uuid)>, StoreError> {
    let rows = reader.all(&OPENED, params![account, from, until])?;
    rows.iter().map(|row| Ok((row.text(0)?.to_owned(), row.text(1)?.to_owned(), row.uuid(2)?))).collect()
}

/// What one person is told; `false` when the person was told before.
pub(super) fn tell(
    work: &mut Work<'_>,
    grant: &Grant,
    id: BreachId,
    person: PersonId,
    text: &str,
) -> Result<bool, StoreError> {
    let (row, now): (NoticeId, _) = (work.mint(), work.now());
    let text = work.seal(grant, &notice_cell(row, person.uuid()), text.as_bytes())?;
    let is_new = work.run(&NOTICE_NEW, params![row, person, id, text, now])? > 0;
    if is_new {
        work.emit(TOLD, person.uuid(), now)?;
    }
    Ok(is_new)
}

/// What one person was told, the latest first.
pub(super) fn notices(reader: &mut Reader<'_>, person: PersonId) -> Result<Vec<(Sealed, Timestamp)>, StoreError> {
    let rows = reader.all(&NOTICES, params![person])?;
    rows.iter().map(|row| Ok((row.sealed(1, notice_cell(row.id(0)?, person.uuid()))?, row.time(2)?))).collect()
}
