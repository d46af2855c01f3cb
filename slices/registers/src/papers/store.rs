//! Papers, written down.

use std::collections::BTreeSet;

use access::{Grant, Unchecked};
use jiff::civil::Date;
use kernel::{Archetype, PersonId, Uuid, id::Id as _};
use organisation::{Organisation, notify};
use store::{
    Reader, Row, StoreError, Work,
    ledger::{Act, ActKind},
    params,
};

use super::{
    forms::ShredForm,
    inventory::{DATES, PAPER, REMIND, SHREDDED},
    model::{File, PaperId, Shelf, cell},
};
use crate::duties::{MAIL_DUE, due::stage, everyone};

kernel::queries! {
    /// A paper: whose, and what.
    PAPER_NEW for ["paper.record"] =
        "INSERT INTO paper (id, subject, keeper, name, what, clause, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    /// Where it lies.
    SHELF_NEW for ["paper.record"] =
        "INSERT INTO paper_shelf (paper, kept_by, place, due, reminded) VALUES ($1, $2, $3, $4, 0)";
    /// Papers, those that are not shredded first, then by their dates.
    PAPERS for ["paper.see", "papers.see"] =
        "SELECT s.paper, s.kept_by, s.place, s.due, s.shredded_on, s.shredder, p.subject, p.name, p.what, p.clause,
            p.recorded_at, p.id
         FROM paper_shelf s LEFT JOIN paper p ON p.id = s.paper
         ORDER BY CASE WHEN s.shredded_on IS NULL THEN 0 ELSE 1 END, s.due, s.paper LIMIT 500";
    /// One paper.
    ONE for ["paper.see"] =
        "SELECT s.paper, s.kept_by, s.place, s.due, s.shredded_on, s.shredder, p.subject, p.name, p.what, p.clause,
            p.recorded_at, p.id
         FROM paper_shelf s LEFT JOIN paper p ON p.id = s.paper WHERE s.paper = $1";
    /// It was shredded, once.
    SHRED for ["paper.shred"] =
        "UPDATE paper_shelf SET shredded_on = $2, shredder = $3, shredded_by = $4
         WHERE paper = $1 AND shredded_on IS NULL";
    /// What is not shredded.
    DUE for ["papers.remind"] =
        "SELECT s.paper, s.kept_by, s.due, s.reminded, p.id FROM paper_shelf s LEFT JOIN paper p ON p.id = s.paper
         WHERE s.shredded_on IS NULL ORDER BY s.due, s.paper";
    /// Somebody was reminded.
    REMINDED for ["papers.remind"] = "UPDATE paper_shelf SET reminded = $2 WHERE paper = $1";
}

/// What is written down of a paper.
pub(super) struct New {
    pub(super) subject: Option<PersonId>,
    pub(super) name: String,
    pub(super) what: String,
    pub(super) place: String,
    pub(super) clause: String,
    pub(super) due: Date,
}

fn date(row: &Row, n: usize) -> Result<Option<Date>, StoreError> {
    let read = |text: &str| text.parse().map_err(|_| StoreError::Shape { column: n, expected: "a date" });
    row.text_opt(n)?.map(read).transpose()
}

fn shelf(row: &Row) -> Result<Shelf, StoreError> {
    let id: PaperId = row.id(0)?;
    let is_there = row.uuid_opt(11)?.is_some();
    let file = is_there.then(|| file(row, id)).transpose()?;
    Ok(Shelf {
        id,
        keeper: row.id(1)?,
        place: row.sealed(2, cell("paper_shelf", "place", id))?,
        due: date(row, 3)?.unwrap_or_default(),
        shredded: date(row, 4)?,
        shredder: row.sealed_opt(5, cell("paper_shelf", "shredder", id))?,
        file,
    })
}

fn file(row: &Row, id: PaperId) -> Result<File, StoreError> {
    Ok(File {
        subject: row.id_opt(6)?,
        name: row.sealed(7, cell("paper", "name", id))?,
        what: row.sealed(8, cell("paper", "what", id))?,
        clause: row.text(9)?.to_owned(),
        recorded: row.time(10)?,
    })
}

/// Every paper, what is not shredded first.
pub(super) fn all(reader: &mut Reader<'_>) -> Result<Vec<Shelf>, StoreError> {
    reader.all(&PAPERS, params![])?.iter().map(shelf).collect()
}

/// One paper.
pub(super) fn find(reader: &mut Reader<'_>, id: PaperId) -> Result<Option<Unchecked<Shelf>>, StoreError> {
    let row = reader.one(&ONE, params![id])?;
    row.map(|row| shelf(&row).map(Unchecked::new)).transpose()
}

/// Writes a paper down.
pub(super) fn record(
    work: &mut Work<'_>,
    grant: &Grant,
    id: PaperId,
    keeper: PersonId,
    new: &New,
) -> Result<(), StoreError> {
    let name = work.seal(grant, &cell("paper", "name", id), new.name.as_bytes())?;
    let what = work.seal(grant, &cell("paper", "what", id), new.what.as_bytes())?;
    let place = work.seal(grant, &cell("paper_shelf", "place", id), new.place.as_bytes())?;
    let now = work.now();
    work.run(&PAPER_NEW, params![id, new.subject, keeper, name, what, new.clause.as_str(), now])?;
    work.run(&SHELF_NEW, params![id, keeper, place, new.due.to_string()]).map(drop)
}

/// Writes down that it was shredded, and says so in the ledger; `false` when that was done before.
pub(super) fn shred(
    work: &mut Work<'_>,
    grant: &Grant,
    paper: &Shelf,
    by: PersonId,
    form: &ShredForm,
) -> Result<bool, StoreError> {
    let name = work.seal(grant, &cell("paper_shelf", "shredder", paper.id), form.name.as_bytes())?;
    if work.run(&SHRED, params![paper.id, form.on.to_string(), name, by])? == 0 {
        return Ok(false);
    }
    let now = work.now();
    work.emit(SHREDDED, paper.id.uuid(), now)?;
    let subject = paper.file.as_ref().and_then(|file| file.subject);
    work.record(Act {
        kind: ActKind::Paper,
        subject: subject.map_or(paper.id.uuid(), |person| person.uuid()),
        class: Some(PAPER),
        clause: paper.file.as_ref().map(|file| file.clause.clone()),
        evidence: format!("shredded; paper {}", paper.id),
    })?;
    Ok(true)
}

/// Reminds whoever keeps paper that is to be shredded, each once a night, and officers when it is overdue; returns how
/// many mails were queued.
///
/// # Errors
/// When the store cannot be written; then it is tried again at the next look.
pub async fn remind(organisation: &Organisation) -> Result<usize, StoreError> {
    if organisation.plan.category_of(DATES).is_none() {
        return Ok(0);
    }
    let scope = organisation.scope(kernel::Actor::Job(REMIND.name));
    let (directory, today) = (organisation.directory.clone(), scope.today());
    let told = organisation.store.write(&scope, move |work: &mut Work<'_>| {
        let mut people: BTreeSet<PersonId> = BTreeSet::new();
        for row in work.all(&DUE, params![])? {
            let (id, keeper, is_gone): (Uuid, PersonId, bool) = (row.uuid(0)?, row.id(1)?, row.uuid_opt(4)?.is_none());
            let due = date(&row, 2)?.unwrap_or_default();
            let due = if is_gone { due.min(today) } else { due };
            let Some(stage) = stage(due, today).filter(|stage| row.int(3).is_ok_and(|last| last < *stage)) else {
                continue;
            };
            work.run(&REMINDED, params![id, stage])?;
            people.insert(keeper);
            if is_gone || due < today {
                people.extend(everyone(work, &*directory, Archetype::Officer)?);
            }
        }
        for person in &people {
            notify(work, *person, MAIL_DUE, "/papers")?;
        }
        Ok(people.len())
    });
    told.await
}
