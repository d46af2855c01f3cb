//! A change of address as it is kept: asked for, confirmed by one mailbox, by both, done.

use access::Grant;
use kernel::{ExposeSecret as _, PersonId, SecretString, Timestamp, Uuid, id::Id as _};
use organisation::{notify, pages::Failure};
use post::Address;
use statement::{Plan, plan::Period};
use store::{Opener, Reader, Sealed, StoreError, Work, params};

use super::{
    actions::{MAIL_ADDRESS, MOVE_ADDRESS},
    inventory::MAIL_CHANGED,
    queries,
};
use crate::{
    model::{LinkPurpose, after, cell},
    store::{links, people, sessions},
};

kernel::id! {
    /// A change of address.
    ChangeId,
}

/// How long the old address can stop what a manager asked for somebody whom the manager saw.
const IN_PERSON: Period = Period { years: 0, months: 0, weeks: 0, days: 7, hours: 0 };
/// How long the old address is kept when it was left, to be told of it.
const TOLD: Period = Period { years: 0, months: 0, weeks: 0, days: 2, hours: 0 };

/// One of the two mailboxes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Of the new address.
    New,
    /// Of the old one.
    Old,
}

impl Side {
    /// What its link is for.
    pub const fn purpose(self) -> LinkPurpose {
        match self {
            Self::New => LinkPurpose::NewAddress,
            Self::Old => LinkPurpose::OldAddress,
        }
    }
}

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Both have still to confirm.
    Both,
    /// Only this one has still to confirm.
    Only(Side),
    /// It is done, and the old address has still to be told.
    Moved,
}

impl Stage {
    /// The word that is kept.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Both => "both",
            Self::Only(Side::New) => "new",
            Self::Only(Side::Old) => "old",
            Self::Moved => "moved",
        }
    }

    /// The stage of a word; what is no word of one that waits is done.
    pub fn from_key(key: &str) -> Self {
        let open = [Self::Both, Self::Only(Side::New), Self::Only(Side::Old)];
        open.into_iter().find(|stage| stage.key() == key).unwrap_or(Self::Moved)
    }

    /// Whether this mailbox has confirmed.
    pub fn has(self, side: Side) -> bool {
        !matches!(self, Self::Both) && self != Self::Only(side)
    }

    /// How far it is when one more has confirmed; `None` when that was all.
    pub fn with(self, side: Side) -> Option<Self> {
        match (self, side) {
            (Self::Both, Side::New) => Some(Self::Only(Side::Old)),
            (Self::Both, Side::Old) => Some(Self::Only(Side::New)),
            (Self::Only(left), side) if left != side => Some(self),
            (Self::Only(_) | Self::Moved, _) => None,
        }
    }
}

/// A change on its way.
pub struct Change {
    /// Which.
    pub id: ChangeId,
    /// The new address; the old one when it is done.
    pub email: Sealed,
    /// How far it is.
    pub stage: Stage,
    /// A manager saw the person.
    pub in_person: bool,
    /// When it is over.
    pub ends: Timestamp,
}

fn place(person: PersonId) -> store::Cell {
    cell("address_change", "email", person.uuid(), person)
}

/// The change of a person's address, however far it is.
pub fn of(reader: &mut Reader<'_>, person: PersonId) -> Result<Option<Change>, StoreError> {
    let Some(row) = reader.one(&queries::CHANGE, params![person])? else { return Ok(None) };
    Ok(Some(Change {
        id: row.id(0)?,
        email: row.sealed(1, place(person))?,
        stage: Stage::from_key(row.text(2)?),
        in_person: row.int(3)? != 0,
        ends: row.time(4)?,
    }))
}

/// The change that still waits for a mailbox.
pub fn open(reader: &mut Reader<'_>, person: PersonId) -> Result<Option<Change>, StoreError> {
    let now = reader.now();
    Ok(of(reader, person)?.filter(|change| change.stage != Stage::Moved && change.ends > now))
}

/// Asks for another address: nothing changes, and both mailboxes are written to. Whether somebody has the new one is not
/// looked up here, so that nothing tells it.
pub fn ask(
    work: &mut Work<'_>,
    (grant, plan): (&Grant, &Plan),
    person: PersonId,
    email: &Address,
    in_person: bool,
) -> Result<(), StoreError> {
    let now = work.now();
    let id: ChangeId = work.mint();
    let ends = match in_person {
        true => after(IN_PERSON, now, plan.zone()),
        false => LinkPurpose::NewAddress.ends(plan, now),
    };
    let sealed = work.seal(grant, &place(person), email.as_str().as_bytes())?;
    work.run(&queries::CHANGE_LINKS_END, params![person])?;
    let values = params![person, id, sealed, Stage::Both.key(), i64::from(in_person), ends];
    work.run(&queries::CHANGE_NEW, values)?;
    for to in ["new", "old"] {
        write_to(work, person, id, to)?;
    }
    look_again(work, person, id, ends)
}

fn write_to(work: &mut Work<'_>, person: PersonId, id: ChangeId, to: &str) -> Result<(), StoreError> {
    let now = work.now();
    work.queue(&MAIL_ADDRESS, serde_json::json!({ "person": person, "change": id, "to": to }), now).map(drop)
}

fn look_again(work: &mut Work<'_>, person: PersonId, id: ChangeId, at: Timestamp) -> Result<(), StoreError> {
    work.queue(&MOVE_ADDRESS, serde_json::json!({ "person": person, "change": id }), at).map(drop)
}

/// Stops what was asked.
pub fn stop(work: &mut Work<'_>, person: PersonId) -> Result<(), StoreError> {
    work.run(&queries::CHANGE_LINKS_END, params![person])?;
    work.run(&queries::CHANGE_END, params![person]).map(drop)
}

/// Makes the link for a mailbox of this change; `None` when it is not on its way any more.
pub fn link(
    work: &mut Work<'_>,
    person: PersonId,
    id: ChangeId,
    side: Side,
) -> Result<Option<(SecretString, Change)>, StoreError> {
    let Some(change) = open(work, person)?.filter(|change| change.id == id) else { return Ok(None) };
    let token = links::make(work, person, side.purpose(), change.ends)?;
    Ok(Some((token, change)))
}

/// One mailbox confirms; true when that was all, and the address is another. `here` is the session that goes on.
pub fn confirm(
    work: &mut Work<'_>,
    (grant, opener): (&Grant, &Opener),
    person: PersonId,
    side: Side,
    here: Option<Uuid>,
) -> Result<bool, Failure> {
    let change = open(work, person)?.ok_or(Failure::LinkSpent)?;
    work.run(&queries::CHANGE_LINK_USED, params![person, side.purpose().key()])?;
    match change.stage.with(side) {
        Some(stage) => {
            work.run(&queries::CHANGE_STAGE, params![person, stage.key()])?;
            Ok(false)
        }
        None => carry_out(work, (grant, opener), person, &change, here),
    }
}

/// The time of a change is over: it is done when a manager saw the person and the new address has confirmed; else it
/// goes, as does what was kept to tell the old address.
pub fn close(work: &mut Work<'_>, keys: (&Grant, &Opener), person: PersonId, id: ChangeId) -> Result<(), Failure> {
    let now = work.now();
    let Some(change) = of(work, person)?.filter(|change| change.id == id && change.ends <= now) else { return Ok(()) };
    if change.in_person && change.stage == Stage::Only(Side::Old) {
        return carry_out(work, keys, person, &change, None).map(drop);
    }
    Ok(stop(work, person)?)
}

fn carry_out(
    work: &mut Work<'_>,
    (grant, opener): (&Grant, &Opener),
    person: PersonId,
    change: &Change,
    here: Option<Uuid>,
) -> Result<bool, Failure> {
    let open = |sealed: &Sealed| opener.text(sealed);
    let new = open(&change.email)?.expose_secret().parse::<Address>();
    let new = new.map_err(|_| Failure::Ours("no address is stored".to_owned()))?;
    let Some((old, _)) = people::mailbox(work, person)? else { return Err(Failure::LinkSpent) };
    let old = open(&old)?;
    // Somebody has come to have it meanwhile: nothing changes.
    if people::by_email(work, &new)?.is_some_and(|known| known != person) {
        stop(work, person)?;
        return Ok(false);
    }
    let how = if change.in_person { "address, asked for in person" } else { "address, confirmed at both" };
    people::correct_email(work, grant, person, &new, how)?;
    match here {
        Some(here) => sessions::end_others(work, here, person)?,
        None => sessions::end_all(work, person)?,
    }
    // What is told to the old address is sealed beside it until then; all links that went there end.
    let now = work.now();
    let until = after(TOLD, now, &work.scope().zone.clone());
    let kept = work.seal(grant, &place(person), old.expose_secret().as_bytes())?;
    work.run(&queries::CHANGE_MOVED, params![person, Stage::Moved.key(), kept, until])?;
    links::end_all(work, person)?;
    write_to(work, person, change.id, "was")?;
    look_again(work, person, change.id, until)?;
    notify(work, person, MAIL_CHANGED, "/sign-in/help")?;
    Ok(true)
}
