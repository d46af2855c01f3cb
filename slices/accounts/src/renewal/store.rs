//! A renewal as it is kept: asked for, agreed to or left alone for three days, done, made again.

use access::Grant;
use kernel::{Archetype::Manager, PersonId, SecretString, Timestamp, id::Id as _};
use organisation::{Directory, notify};
use statement::plan::Period;
use store::{Reader, Sealed, StoreError, Work, params};

use super::{
    actions::{MAIL_RENEWAL, RENEW},
    inventory::{MAIL_AGREE, MAIL_DONE, MAIL_STOPPED},
    queries,
};
use crate::{
    factors,
    model::{after, cell},
    provider,
    store::sessions,
};

kernel::id! {
    /// A renewal.
    RenewalId,
}

/// How long the person can stop what no second manager has to agree to.
const ALONE: Period = Period { years: 0, months: 0, weeks: 0, days: 3, hours: 0 };
/// How long a second manager has to agree.
const TOGETHER: Period = Period { years: 0, months: 0, weeks: 0, days: 7, hours: 0 };

/// How a renewal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It waits for a second manager, or for its day.
    Asked,
    /// The person or a manager stopped it.
    Stopped,
    /// Nobody agreed in time.
    Over,
    /// What was lost is taken away; the next sign-in asks for the second step.
    Done,
    /// The second step is set up again.
    Made,
}

impl State {
    const ALL: [Self; 5] = [Self::Asked, Self::Stopped, Self::Over, Self::Done, Self::Made];

    /// The word that is kept.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Stopped => "stopped",
            Self::Over => "over",
            Self::Done => "done",
            Self::Made => "made",
        }
    }
}

/// A renewal, without how the person was known.
pub struct Renewal {
    /// Which.
    pub id: RenewalId,
    /// Who asked.
    pub asked_by: PersonId,
    /// Who agreed.
    pub agreed_by: Option<PersonId>,
    /// How it stands.
    pub state: State,
    /// Nobody else was there to agree: it is done when its time is over.
    pub alone: bool,
    /// When its time is over.
    pub closes: Timestamp,
}

impl Renewal {
    /// Whether this manager may give the second word.
    pub fn awaits(&self, manager: PersonId, person: PersonId) -> bool {
        self.state == State::Asked && self.agreed_by.is_none() && manager != self.asked_by && manager != person
    }
}

/// A person's latest renewal.
pub fn latest(reader: &mut Reader<'_>, person: PersonId) -> Result<Option<Renewal>, StoreError> {
    let Some(row) = reader.one(&queries::LATEST, params![person])? else { return Ok(None) };
    let state = row.text(3)?;
    Ok(Some(Renewal {
        id: row.id(0)?,
        asked_by: row.id(1)?,
        agreed_by: row.id_opt(2)?,
        // What this version does not know is over.
        state: State::ALL.into_iter().find(|known| known.key() == state).unwrap_or(State::Over),
        alone: row.int(4)? != 0,
        closes: row.time(5)?,
    }))
}

/// How the person was known, and when that was written down.
pub fn how(
    reader: &mut Reader<'_>,
    _: &Grant,
    (id, person): (RenewalId, PersonId),
) -> Result<Option<(Sealed, Timestamp)>, StoreError> {
    let Some(row) = reader.one(&queries::HOW, params![id])? else { return Ok(None) };
    Ok(Some((row.sealed(0, place(id, person))?, row.time(1)?)))
}

fn place(id: RenewalId, person: PersonId) -> store::Cell {
    cell("factor_renewal", "how", id.uuid(), person)
}

/// Whether the next sign-in asks for a second step, whatever the role demands.
pub fn is_due(reader: &mut Reader<'_>, person: PersonId) -> Result<bool, StoreError> {
    Ok(latest(reader, person)?.is_some_and(|latest| latest.state == State::Done))
}

/// Managers who take part and could agree: neither the one who asks nor the person.
fn others(
    reader: &mut Reader<'_>,
    directory: &dyn Directory,
    (by, person): (PersonId, PersonId),
) -> Result<Vec<PersonId>, StoreError> {
    let mut others = Vec::new();
    for manager in directory.with_archetype(reader, Manager)? {
        if manager.has_joined && manager.person != by && manager.person != person {
            others.push(manager.person);
        }
    }
    Ok(others)
}

/// Asks for a renewal: the person is written to at once, and so are those who could agree. `false` when one waits already.
pub fn ask(
    work: &mut Work<'_>,
    grant: &Grant,
    directory: &dyn Directory,
    (by, person): (PersonId, PersonId),
    how: &str,
) -> Result<bool, StoreError> {
    if latest(work, person)?.is_some_and(|latest| latest.state == State::Asked) {
        return Ok(false);
    }
    let (id, now): (RenewalId, _) = (work.mint(), work.now());
    let others = others(work, directory, (by, person))?;
    let alone = others.is_empty();
    let closes = after(if alone { ALONE } else { TOGETHER }, now, &work.scope().zone.clone());
    let how = work.seal(grant, &place(id, person), how.as_bytes())?;
    work.run(&queries::NEW, params![id, person, by, how, now, i64::from(alone), closes])?;
    for other in others {
        notify(work, other, MAIL_AGREE, &page(person))?;
    }
    let arguments = || serde_json::json!({ "person": person, "renewal": id });
    work.queue(&MAIL_RENEWAL, arguments(), now)?;
    work.queue(&RENEW, arguments(), closes)?;
    Ok(true)
}

/// Where managers see it.
pub fn page(person: PersonId) -> String {
    format!("/people/{person}/second-step")
}

/// A second manager agrees; `false` when it is not that manager's to agree to, or no longer.
pub fn agree(work: &mut Work<'_>, _: &Grant, (by, person): (PersonId, PersonId)) -> Result<bool, StoreError> {
    let Some(renewal) = latest(work, person)? else { return Ok(false) };
    let now = work.now();
    if renewal.closes <= now || work.run(&queries::AGREED, params![renewal.id, by])? == 0 {
        return Ok(false);
    }
    work.queue(&RENEW, serde_json::json!({ "person": person, "renewal": renewal.id }), now)?;
    Ok(true)
}

/// Stops what was asked; whoever asked is told. `false` when nothing waits.
pub fn stop(work: &mut Work<'_>, person: PersonId) -> Result<bool, StoreError> {
    let Some(renewal) = latest(work, person)? else { return Ok(false) };
    if !moves(work, renewal.id, (State::Asked, State::Stopped))? {
        return Ok(false);
    }
    notify(work, renewal.asked_by, MAIL_STOPPED, &page(person))?;
    Ok(true)
}

fn moves(work: &mut Work<'_>, id: RenewalId, (from, to): (State, State)) -> Result<bool, StoreError> {
    Ok(work.run(&queries::MOVED, params![id, from.key(), to.key()])? == 1)
}

/// A second step was shown, or set up: what waits is not needed, and what is due is made.
pub fn shown(work: &mut Work<'_>, person: PersonId) -> Result<(), StoreError> {
    let Some(renewal) = latest(work, person)? else { return Ok(()) };
    match renewal.state {
        State::Asked => stop(work, person).map(drop),
        State::Done => moves(work, renewal.id, (State::Done, State::Made)).map(drop),
        State::Stopped | State::Over | State::Made => Ok(()),
    }
}

/// The link that stops a renewal; `None` when that does not wait any more. Its token is told to nobody but the mail.
pub fn link(
    work: &mut Work<'_>,
    person: PersonId,
    id: RenewalId,
) -> Result<Option<(SecretString, Renewal)>, StoreError> {
    let Some(renewal) = latest(work, person)?.filter(|latest| latest.id == id) else { return Ok(None) };
    let (token, hash) = http::cookie::token(&*work.scope().rng);
    let linked = work.run(&queries::LINKED, params![id, hash])? == 1;
    Ok(linked.then_some((token, renewal)))
}

/// Whose renewal a link stops.
pub fn find(reader: &mut Reader<'_>, token: &str) -> Result<Option<PersonId>, StoreError> {
    reader.one(&queries::LINK, params![http::cookie::hash(token)])?.map(|row| row.id(0)).transpose()
}

/// Takes away what is lost, if a second manager agreed, or nobody stopped it where there is no second one. What nobody agreed
/// to is over when its time is. May run again.
pub fn carry_out(work: &mut Work<'_>, person: PersonId, id: RenewalId) -> Result<(), StoreError> {
    let now = work.now();
    let Some(renewal) = latest(work, person)?.filter(|latest| latest.id == id) else { return Ok(()) };
    let is_over = renewal.closes <= now;
    if renewal.agreed_by.is_none() && !(renewal.alone && is_over) {
        return if is_over { moves(work, id, (State::Asked, State::Over)).map(drop) } else { Ok(()) };
    }
    if !moves(work, id, (State::Asked, State::Done))? {
        return Ok(());
    }
    factors::store::remove(work, person)?;
    factors::store::remove_codes(work, person)?;
    work.run(&queries::PASSKEYS_END, params![person])?;
    // Whoever has the password alone, or the account elsewhere, against whom the second step stood, could set one up else.
    work.run(&queries::PASSWORD_END, params![person])?;
    provider::store::unlink(work, person)?;
    sessions::end_all(work, person)?;
    notify(work, person, MAIL_DONE, "/sign-in/help")
}
