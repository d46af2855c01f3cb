//! Disclosures as they are kept. Who may is decided before; each function that shows or writes asks for the grant.

mod tellings;

pub use tellings::{Left, Told, done, find_telling, left, of as tellings_of};

use access::Grant;
use kernel::{PersonId, Timestamp, Uuid, Value, id::Id as _};
use statement::plan::Ground;
use store::{Reader, Row, Sealed, StoreError, Work, params};

use crate::{
    forms::ProposalForm,
    inventory::DISCLOSURE_MOVED,
    model::{Disclosure, DisclosureId, State, Written, cell},
    queries,
};

fn disclosure(row: &Row) -> Result<Disclosure, StoreError> {
    Ok(Disclosure {
        id: row.id(0)?,
        person: row.id_opt(1)?,
        subject: row.id(2)?,
        ground: Ground::from_key(row.text(3)?).unwrap_or(Ground::Law),
        categories: row.text(4)?.split(' ').map(str::to_owned).collect(),
        proposed_by: row.id(5)?,
        proposed_at: row.time(6)?,
        state: State::from_key(row.text(7)?).unwrap_or(State::Declined),
        decided_at: row.time_opt(8)?,
        consented_at: row.time_opt(9)?,
        sent_at: row.time_opt(10)?,
        untold_until: row.time_opt(11)?,
    })
}

/// Writes a proposal down. `untold_until` is the first instant at which the person may know of it.
pub fn propose(
    work: &mut Work<'_>,
    grant: &Grant,
    (id, by): (DisclosureId, PersonId),
    form: &ProposalForm,
    untold_until: Option<Timestamp>,
) -> Result<(), StoreError> {
    let mut seal = |column, text: &str| work.seal(grant, &cell(column, id), text.as_bytes());
    let (recipient, place) = (seal("recipient", &form.recipient)?, seal("place", &form.place)?);
    let mail = if form.mail.is_empty() { Value::Null } else { seal("mail", &form.mail)? };
    let reference = seal("reference", &form.reference)?;
    let untold = form.silence.as_ref().map(|silence| seal("untold", &silence.untold)).transpose()?;
    let untold = untold.unwrap_or(Value::Null);
    let person = untold_until.is_none().then_some(form.person);
    let (ground, categories, now) = (form.ground.key(), form.categories.join(" "), work.now());
    let values = params![
        id,
        person,
        form.person,
        recipient,
        place,
        mail,
        reference,
        ground,
        categories,
        by,
        now,
        untold,
        untold_until
    ];
    work.run(&queries::DISCLOSURE_NEW, values)?;
    moved(work, id)
}

/// The period for the record runs from what was done last.
pub(crate) fn moved(work: &mut Work<'_>, id: DisclosureId) -> Result<(), StoreError> {
    let now = work.now();
    work.emit(DISCLOSURE_MOVED, id.uuid(), now)
}

/// Every disclosure with its recipient, the latest first.
pub fn list(reader: &mut Reader<'_>, _: &Grant) -> Result<Vec<(Disclosure, Sealed)>, StoreError> {
    let rows = reader.all(&queries::DISCLOSURES, &[])?;
    let each = rows.iter().map(|row| {
        let found = disclosure(row)?;
        let recipient = row.sealed(12, cell("recipient", found.id))?;
        Ok((found, recipient))
    });
    each.collect()
}

/// One disclosure, to decide about it; nothing that was written.
pub fn term(reader: &mut Reader<'_>, id: DisclosureId) -> Result<Option<Disclosure>, StoreError> {
    reader.one(&queries::TERM, params![id])?.as_ref().map(disclosure).transpose()
}

/// One disclosure with all that was written about it.
pub fn find(reader: &mut Reader<'_>, _: &Grant, id: DisclosureId) -> Result<Option<Written>, StoreError> {
    let Some(row) = reader.one(&queries::DISCLOSURE, params![id])? else { return Ok(None) };
    Ok(Some(Written {
        disclosure: disclosure(&row)?,
        others: agreed(reader, id)?,
        recipient: row.sealed(12, cell("recipient", id))?,
        place: row.sealed(13, cell("place", id))?,
        mail: row.sealed_opt(14, cell("mail", id))?,
        reference: row.sealed(15, cell("reference", id))?,
        untold: row.sealed_opt(16, cell("untold", id))?,
        tellings: tellings_of(reader, id)?,
    }))
}

/// Those of which a person may know, the latest first.
pub fn received(reader: &mut Reader<'_>, _: &Grant, person: PersonId) -> Result<Vec<DisclosureId>, StoreError> {
    reader.all(&queries::RECEIVED, params![person])?.iter().map(|row| row.id(0)).collect()
}

/// How many agreed besides the one who proposed it.
pub fn agreed(reader: &mut Reader<'_>, id: DisclosureId) -> Result<u32, StoreError> {
    let row = reader.one(&queries::AGREED, params![id])?;
    let count = row.map(|row| row.int(0)).transpose()?.unwrap_or(0);
    Ok(u32::try_from(count).unwrap_or(0))
}

/// Somebody agrees or declines; one that is declined stays so. `needed` is how many must agree, the proposer among them.
/// `false` when it was decided before, or this person gave a word already.
pub fn vote(
    work: &mut Work<'_>,
    _: &Grant,
    (id, by, agrees): (DisclosureId, PersonId, bool),
    needed: u32,
) -> Result<bool, StoreError> {
    let (row, now): (DisclosureId, _) = (work.mint(), work.now());
    if work.run(&queries::VOTE_NEW, params![row, id, by, agrees, now])? == 0 {
        return Ok(false);
    }
    let decided = match agrees {
        false => Some("declined"),
        true => (1 + agreed(work, id)? >= needed).then_some("approved"),
    };
    if let Some(state) = decided
        && work.run(&queries::DECIDED, params![id, state, now])? == 0
    {
        return Ok(false);
    }
    moved(work, id)?;
    Ok(true)
}

/// The person agrees, or takes it back; `false` when it is too late.
pub fn consent(work: &mut Work<'_>, _: &Grant, id: DisclosureId, agrees: bool) -> Result<bool, StoreError> {
    let at = agrees.then(|| work.now());
    Ok(work.run(&queries::CONSENTED, params![id, at])? == 1)
}

/// Notes that it leaves now, and what is in it; `false` when it was taken before.
pub fn sent(
    work: &mut Work<'_>,
    _: &Grant,
    id: DisclosureId,
    parts: &[(&'static str, Uuid)],
) -> Result<bool, StoreError> {
    let now = work.now();
    if work.run(&queries::SENT, params![id, now])? == 0 {
        return Ok(false);
    }
    for (class, holder) in parts {
        let row: DisclosureId = work.mint();
        work.run(&queries::PART_NEW, params![row, id, *class, *holder])?;
    }
    moved(work, id)?;
    Ok(true)
}

/// The person is told on another day; `false` when that day has come.
pub fn silence(
    work: &mut Work<'_>,
    grant: &Grant,
    id: DisclosureId,
    (why, until): (&str, Timestamp),
) -> Result<bool, StoreError> {
    let why = work.seal(grant, &cell("untold", id), why.as_bytes())?;
    let now = work.now();
    Ok(work.run(&queries::UNTOLD, params![id, why, until, now])? == 1)
}
