//! Findings as they are kept.

use access::Grant;
use kernel::{PersonId, Uuid, id::Id as _};
use store::{Cell, Reader, Row, StoreError, Work, params};

use crate::{
    inventory,
    model::{Answer, FindingId, Found},
    queries::{FINDING, FINDING_ANSWER, FINDINGS},
    rules::Rule,
};

/// Findings that are read at once; open ones come first.
const MOST: i64 = 200;

fn cell(id: FindingId, day: Uuid) -> Cell {
    Cell { table: inventory::FINDING, column: "answer", row: id.uuid(), holder: day, also: None }
}

/// The findings, open ones first, then the newest.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn all(reader: &mut Reader<'_>) -> Result<Vec<Found>, StoreError> {
    let rows = reader.all(&FINDINGS, params![MOST])?;
    let found = rows.iter().filter_map(|row| of(row).transpose());
    found.collect()
}

/// `None` for a rule that this version does not know.
fn of(row: &Row) -> Result<Option<Found>, StoreError> {
    let Some(rule) = Rule::from_word(row.text(2)?) else { return Ok(None) };
    let (id, day): (FindingId, Uuid) = (row.id(0)?, row.uuid(1)?);
    let answer = match row.time_opt(8)? {
        Some(at) => Some(Answer { by: row.id_opt(7)?, at, text: row.sealed(6, cell(id, day))? }),
        None => None,
    };
    Ok(Some(Found { id, day, rule, person: row.id(3)?, looks: row.int(4)?, raised: row.time(5)?, answer }))
}

/// Answers a finding; `false` when it is answered already, or gone.
///
/// # Errors
/// When the store cannot be written.
pub(crate) fn answer(
    work: &mut Work<'_>,
    grant: &Grant,
    id: FindingId,
    by: PersonId,
    text: &str,
) -> Result<bool, StoreError> {
    let Some(row) = work.one(&FINDING, params![id])? else { return Ok(false) };
    let sealed = work.seal(grant, &cell(id, row.uuid(0)?), text.as_bytes())?;
    let now = work.now();
    Ok(work.run(&FINDING_ANSWER, params![id, sealed, by, now])? == 1)
}
