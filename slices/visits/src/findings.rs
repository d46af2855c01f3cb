//! What looked like misuse on a day, and what a technician did about it (CE3). A manifest of its own, for organisations whose
//! statement speaks of findings.

use access::Grant;
use kernel::{
    Archetype::Technician,
    Scope, Slice, Timestamp,
    id::Id as _,
    manifest::{Class, Migration, Output, Table, mail, sealed, technical},
};
use organisation::{Organisation, notify};
use statement::Plan;
use store::{Cell, Reader, Row, Sealed, StoreError, Work, params};

use crate::{
    actions,
    day::DayId,
    inventory::{self, OF_DAY},
    line::Line,
    misuse::{self, Found, Rule},
    routes,
};

/// What looked like misuse, with what was done about it.
pub const FINDING: &str = "visit.finding";
/// "Something asks for an answer": to technicians.
pub const MAIL_FOUND: &str = "visits-mail-found";

const CLASS: &str = "visit-findings";
/// Findings that are shown at once; open ones come first.
const MOST: i64 = 100;

/// The manifest. Its words stand with those of the log.
pub static SLICE: Slice = Slice {
    name: "visit-findings",
    migrations: &[Migration { name: "0001_findings", sql: include_str!("../migrations/0004_findings.sql") }],
    classes: &[Class { name: CLASS, container: inventory::DAY, goes_with: &[], sealed_also_for: None }],
    tables: &[Table {
        name: "visit_finding",
        class: Some(CLASS),
        container_column: Some("day"),
        id: "id",
        columns: &[
            technical("id", "identifies the row; drawn at random"),
            OF_DAY,
            technical("rule", "which rule raised it"),
            technical("at", "when the busiest stretch began"),
            technical("requests", "how many were in it; nobody's"),
            sealed("answer", FINDING),
            technical("answered_at", "when it was answered"),
        ],
    }],
    outputs: OUTPUTS,
    actions: &[actions::FINDINGS, actions::ANSWER],
    routes: &[routes::FINDING, routes::ANSWER],
    queries: QUERIES,
    ..Slice::EMPTY
};

const OUTPUTS: &[Output] = &[mail(MAIL_FOUND)];

kernel::queries! {
    /// Raises a finding, once for each day and rule.
    FINDING_NEW for ["visits.write", "visits.count"] =
        "INSERT INTO visit_finding (id, day, rule, at, requests) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (day, rule) DO NOTHING";
    /// One that waits for its answer grows with the day.
    FINDING_GROWS for ["visits.write", "visits.count"] =
        "UPDATE visit_finding SET at = $3, requests = $4 \
         WHERE day = $1 AND rule = $2 AND answered_at IS NULL AND requests < $4";
    /// Findings, open ones first, then the newest.
    ALL for ["visits.findings", "visits.answer"] =
        "SELECT id, day, rule, at, requests, answer, answered_at FROM visit_finding \
         ORDER BY CASE WHEN answered_at IS NULL THEN 0 ELSE 1 END, at DESC, id LIMIT $1";
    /// One that is not answered.
    OPEN for ["visits.answer"] = "SELECT day FROM visit_finding WHERE id = $1 AND answered_at IS NULL";
    /// Answers it.
    ANSWERED for ["visits.answer"] =
        "UPDATE visit_finding SET answer = $2, answered_at = $3 WHERE id = $1 AND answered_at IS NULL";
}

kernel::id! {
    /// A finding.
    FindingId,
}

/// A finding as it is kept.
pub(crate) struct Finding {
    pub(crate) id: FindingId,
    pub(crate) found: Found,
    /// What was done, and when; `None` while it waits.
    pub(crate) answer: Option<(Sealed, Timestamp)>,
}

/// Whether the statement speaks of findings.
fn is_stated(plan: &Plan) -> bool {
    plan.category_of(FINDING).is_some()
}

fn cell(id: FindingId, day: DayId) -> Cell {
    Cell { table: "visit_finding", column: "answer", row: id.uuid(), holder: day.uuid(), also: None }
}

/// Holds lines of a day against the rules, and tells technicians of what is new; may run again. Costs follow the lines.
pub(crate) async fn raise(
    organisation: &Organisation,
    scope: &Scope,
    day: DayId,
    lines: &[Line],
) -> Result<(), StoreError> {
    let found = if is_stated(&organisation.plan) { misuse::found(lines) } else { Vec::new() };
    if found.is_empty() {
        return Ok(());
    }
    let directory = organisation.directory.clone();
    let raise = move |work: &mut Work<'_>| {
        let mut is_new = false;
        for Found { rule, at, count } in found {
            let (id, requests): (FindingId, _) = (work.mint(), i64::try_from(count).unwrap_or(i64::MAX));
            match work.run(&FINDING_NEW, params![id, day, rule.word(), at, requests])? {
                0 => drop(work.run(&FINDING_GROWS, params![day, rule.word(), at, requests])?),
                _ => is_new = true,
            }
        }
        // One mail for all that is new: it says no more than that something is.
        if is_new {
            for technician in directory.with_archetype(work, Technician)? {
                notify(work, technician.person, MAIL_FOUND, routes::CAPACITY.path)?;
            }
        }
        Ok(())
    };
    organisation.store.write::<_, StoreError, _>(scope, raise).await
}

/// The findings that are kept, open ones first, then the newest.
pub(crate) fn all(reader: &mut Reader<'_>) -> Result<Vec<Finding>, StoreError> {
    let rows = reader.all(&ALL, params![MOST])?;
    rows.iter().filter_map(|row| of(row).transpose()).collect()
}

/// `None` for a rule that this version does not know.
fn of(row: &Row) -> Result<Option<Finding>, StoreError> {
    let Some(rule) = Rule::from_word(row.text(2)?) else { return Ok(None) };
    let (id, day): (FindingId, DayId) = (row.id(0)?, row.id(1)?);
    let answer = match row.time_opt(6)? {
        Some(at) => Some((row.sealed(5, cell(id, day))?, at)),
        None => None,
    };
    let count = usize::try_from(row.int(4)?).unwrap_or(0);
    Ok(Some(Finding { id, found: Found { rule, at: row.time(3)?, count }, answer }))
}

/// Answers a finding; `false` when it is answered already, or gone.
pub(crate) fn answer(work: &mut Work<'_>, grant: &Grant, id: FindingId, text: &str) -> Result<bool, StoreError> {
    let Some(row) = work.one(&OPEN, params![id])? else { return Ok(false) };
    let (sealed, now) = (work.seal(grant, &cell(id, row.id(0)?), text.as_bytes())?, work.now());
    Ok(work.run(&ANSWERED, params![id, sealed, now])? == 1)
}
