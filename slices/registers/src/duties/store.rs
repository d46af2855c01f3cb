//! Confirmations, written down.

use std::collections::HashMap;

use access::Grant;
use jiff::civil::Date;
use kernel::{PersonId, Timestamp, Value, id::Id as _};
use store::{Cell, Reader, Sealed, StoreError, Work, params};

use super::{CONFIRMED, due::Found, forms::ConfirmForm};

kernel::queries! {
    /// What was found of a clause.
    CONFIRMATION_NEW for ["duty.confirm"] =
        "INSERT INTO confirmation (id, clause, outcome, confirmed_by, confirmed_at, note, document)
         VALUES ($1, $2, $3, $4, $5, $6, $7)";
    /// The latest of each outcome of each clause.
    FOUND for ["duties.see", "duty.confirm", "duties.remind"] =
        "SELECT clause, outcome, MAX(confirmed_at) FROM confirmation GROUP BY clause, outcome";
    /// All that was found of a clause, newest first.
    HISTORY for ["duty.read"] =
        "SELECT id, outcome, confirmed_by, confirmed_at, note, document FROM confirmation
         WHERE clause = $1 ORDER BY confirmed_at DESC, id DESC LIMIT 100";
    /// The last reminders.
    REMINDED for ["duties.remind"] = "SELECT clause, due, stage FROM duty_reminder";
    /// A reminder was sent.
    REMINDER for ["duties.remind"] =
        "INSERT INTO duty_reminder (clause, due, stage) VALUES ($1, $2, $3)
         ON CONFLICT (clause) DO UPDATE SET due = excluded.due, stage = excluded.stage";
}

kernel::id! {
    /// What was found of a clause, once.
    ConfirmationId,
}

/// Whether a clause is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It is.
    Kept,
    /// It is not, or not yet again.
    Failed,
}

impl Outcome {
    pub(super) const ALL: [Self; 2] = [Self::Kept, Self::Failed];

    /// The word that is kept, and the end of the key of its words.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Failed => "failed",
        }
    }

    pub(super) fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.key() == key)
    }
}

/// One line of a clause's history.
pub(super) struct Line {
    pub(super) outcome: Outcome,
    pub(super) by: PersonId,
    pub(super) at: Timestamp,
    pub(super) note: Sealed,
    pub(super) document: Option<Sealed>,
}

fn cell(column: &'static str, id: ConfirmationId) -> Cell {
    Cell { table: "confirmation", column, row: id.uuid(), holder: id.uuid(), also: None }
}

/// The latest that was found of each clause.
pub(super) fn found(reader: &mut Reader<'_>) -> Result<HashMap<String, Found>, StoreError> {
    let mut all: HashMap<String, Found> = HashMap::new();
    for row in reader.all(&FOUND, params![])? {
        let found = all.entry(row.text(0)?.to_owned()).or_default();
        match Outcome::from_key(row.text(1)?) {
            Some(Outcome::Kept) => found.kept = row.time_opt(2)?,
            Some(Outcome::Failed) => found.failed = row.time_opt(2)?,
            None => {}
        }
    }
    Ok(all)
}

/// All that was found of a clause, newest first.
pub(super) fn history(reader: &mut Reader<'_>, clause: &str) -> Result<Vec<Line>, StoreError> {
    let rows = reader.all(&HISTORY, params![clause])?;
    let lines = rows.iter().map(|row| {
        let id: ConfirmationId = row.id(0)?;
        Ok(Line {
            outcome: Outcome::from_key(row.text(1)?).unwrap_or(Outcome::Failed),
            by: row.id(2)?,
            at: row.time(3)?,
            note: row.sealed(4, cell("note", id))?,
            document: row.sealed_opt(5, cell("document", id))?,
        })
    });
    lines.collect()
}

/// Writes down what was found of a clause.
pub(super) fn confirm(
    work: &mut Work<'_>,
    grant: &Grant,
    clause: &str,
    by: PersonId,
    form: &ConfirmForm,
) -> Result<(), StoreError> {
    let (id, now): (ConfirmationId, _) = (work.mint(), work.now());
    let note = work.seal(grant, &cell("note", id), form.note.as_bytes())?;
    let document = match form.document.as_str() {
        "" => Value::Null,
        document => work.seal(grant, &cell("document", id), document.as_bytes())?,
    };
    work.run(&CONFIRMATION_NEW, params![id, clause, form.outcome.key(), by, now, note, document])?;
    work.emit(CONFIRMED, id.uuid(), now)
}

/// The last reminder of each clause: for which day, and which it was.
pub(super) fn reminded(reader: &mut Reader<'_>) -> Result<HashMap<String, (String, i64)>, StoreError> {
    let rows = reader.all(&REMINDED, params![])?;
    rows.iter().map(|row| Ok((row.text(0)?.to_owned(), (row.text(1)?.to_owned(), row.int(2)?)))).collect()
}

/// A reminder was sent.
pub(super) fn note_reminder(work: &mut Work<'_>, clause: &str, due: Date, stage: i64) -> Result<(), StoreError> {
    work.run(&REMINDER, params![clause, due.to_string(), stage]).map(drop)
}
