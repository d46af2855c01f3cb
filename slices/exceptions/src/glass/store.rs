//! Break-glass as it is kept. Who may is decided before; what shows or writes asks for the grant.

use access::Grant;
use kernel::{PersonId, Uuid, id::Id as _};
use store::{Reader, Row, Sealed, StoreError, Work, params};

use super::{
    inventory::{CONTAINERS, GLASS_MOVED},
    model::{Glass, GlassId, cell},
    queries,
};

fn glass(row: &Row) -> Result<Glass, StoreError> {
    let mut parties = Vec::new();
    for (n, party) in CONTAINERS.iter().flat_map(|container| container.parties).enumerate() {
        parties.extend(row.id_opt(3 + n)?.map(|person| (party.name, person)));
    }
    Ok(Glass {
        id: row.id(0)?,
        kind: row.text(1)?.to_owned(),
        subject: row.uuid(2)?,
        parties,
        asker: row.id(6)?,
        asked_at: row.time(7)?,
        state: row.text(8)?.to_owned(),
        opened_at: row.time_opt(9)?,
        ended_at: row.time_opt(10)?,
    })
}

/// What is asked for: a container, and whom it concerns.
pub struct Asked<'a> {
    /// The kind of container.
    pub kind: &'a str,
    /// Which one.
    pub subject: Uuid,
    /// Whom it concerns.
    pub parties: &'a [(&'static str, PersonId)],
    /// Why.
    pub reason: &'a str,
    /// The problem's number.
    pub problem: &'a str,
}

/// Writes a request down.
pub fn ask(work: &mut Work<'_>, grant: &Grant, id: GlassId, by: PersonId, asked: &Asked<'_>) -> Result<(), StoreError> {
    let reason = work.seal(grant, &cell("reason", id), asked.reason.as_bytes())?;
    let problem = work.seal(grant, &cell("problem", id), asked.problem.as_bytes())?;
    let part = |name: &str| asked.parties.iter().find(|(part, _)| *part == name).map(|(_, person)| *person);
    let (person, coach, participant) = (part("self"), part("coach"), part("participant"));
    let now = work.now();
    let values = params![id, asked.kind, asked.subject, person, coach, participant, reason, problem, by, now];
    work.run(&queries::GLASS_NEW, values)?;
    moved(work, id)
}

/// The period for the record runs from what was done last.
fn moved(work: &mut Work<'_>, id: GlassId) -> Result<(), StoreError> {
    let now = work.now();
    work.emit(GLASS_MOVED, id.uuid(), now)
}

/// Each time that it was asked for, the latest first.
pub fn list(reader: &mut Reader<'_>, _: &Grant) -> Result<Vec<Glass>, StoreError> {
    reader.all(&queries::GLASSES, &[])?.iter().map(glass).collect()
}

/// One of them, to decide about it.
pub fn term(reader: &mut Reader<'_>, id: GlassId) -> Result<Option<Glass>, StoreError> {
    reader.one(&queries::GLASS, params![id])?.as_ref().map(glass).transpose()
}

/// Why it was asked for, and the problem's number.
pub fn reason(reader: &mut Reader<'_>, _: &Grant, id: GlassId) -> Result<Option<(Sealed, Sealed)>, StoreError> {
    let row = reader.one(&queries::REASON, params![id])?;
    row.map(|row| Ok((row.sealed(0, cell("reason", id))?, row.sealed(1, cell("problem", id))?))).transpose()
}

/// Those that concern a person, the latest first.
pub fn concerning(reader: &mut Reader<'_>, _: &Grant, person: PersonId) -> Result<Vec<GlassId>, StoreError> {
    reader.all(&queries::OPENINGS, params![person])?.iter().map(|row| row.id(0)).collect()
}

/// What was opened, by the names of items.
pub fn looked(reader: &mut Reader<'_>, id: GlassId) -> Result<Vec<String>, StoreError> {
    let mut items = Vec::new();
    for row in reader.all(&queries::LOOKED, params![id])? {
        items.extend(row.text(0)?.split(' ').map(str::to_owned));
    }
    items.sort_unstable();
    items.dedup();
    Ok(items)
}

/// How many agreed.
pub fn agreed(reader: &mut Reader<'_>, id: GlassId) -> Result<u32, StoreError> {
    let row = reader.one(&queries::AGREED, params![id])?;
    let count = row.map(|row| row.int(0)).transpose()?.unwrap_or(0);
    Ok(u32::try_from(count).unwrap_or(0))
}

/// What came of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voted {
    /// It is open now.
    Opened,
    /// It still waits, or is declined.
    Noted,
    /// It was decided before, or this person gave a word already.
    TooLate,
}

/// Somebody agrees or declines; `needed` is how many must agree.
pub fn vote(
    work: &mut Work<'_>,
    _: &Grant,
    (id, by, agrees): (GlassId, PersonId, bool),
    needed: u32,
) -> Result<Voted, StoreError> {
    let (row, now): (GlassId, _) = (work.mint(), work.now());
    if work.run(&queries::VOTE_NEW, params![row, id, by, agrees, now])? == 0 {
        return Ok(Voted::TooLate);
    }
    let changed = match agrees {
        false => work.run(&queries::DECLINED, params![id])?,
        true if agreed(work, id)? >= needed => work.run(&queries::OPENED, params![id, now])?,
        true => 1,
    };
    if changed == 0 {
        return Ok(Voted::TooLate);
    }
    moved(work, id)?;
    Ok(if agrees && agreed(work, id)? >= needed { Voted::Opened } else { Voted::Noted })
}

/// It ends now; `false` when it had ended before.
pub fn end(work: &mut Work<'_>, _: &Grant, id: GlassId) -> Result<bool, StoreError> {
    let now = work.now();
    if work.run(&queries::ENDED, params![id, now])? == 0 {
        return Ok(false);
    }
    moved(work, id)?;
    Ok(true)
}
