//! A disclosure, and what its recipient is told.

use access::{Exception, Guarded, HANDING_OVER, Over, Resource};
use kernel::{PersonId, Timestamp, id::Id as _, jiff::SignedDuration};
use statement::plan::Ground;
use store::{Cell, Sealed};

use crate::{
    actions::DISCLOSURE_HAND_OVER,
    inventory::{DISCLOSURE, TELLING},
};

kernel::id! {
    /// A disclosure.
    DisclosureId,
    /// Something that a recipient is to be told.
    TellingId,
}

/// For how long a proposal can be decided.
const OPEN_FOR: SignedDuration = SignedDuration::from_hours(24 * 14);

/// What was decided last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nothing yet.
    Proposed,
    /// Enough people agree.
    Approved,
    /// Somebody does not.
    Declined,
    /// It was handed over.
    Sent,
}

impl State {
    /// The state of a word that is kept.
    pub fn from_key(key: &str) -> Option<Self> {
        Some(match key {
            "proposed" => Self::Proposed,
            "approved" => Self::Approved,
            "declined" => Self::Declined,
            "sent" => Self::Sent,
            _ => return None,
        })
    }
}

/// How a disclosure stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It waits for others to agree.
    Waits,
    /// It waits for the person's own consent.
    Asked,
    /// It may be handed over.
    Ready,
    /// Somebody declined it.
    Declined,
    /// Its time is over.
    Lapsed,
    /// It was handed over.
    Sent,
}

impl Standing {
    /// The key of its words.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Waits => "exceptions-standing-waits",
            Self::Asked => "exceptions-standing-asked",
            Self::Ready => "exceptions-standing-ready",
            Self::Declined => "exceptions-standing-declined",
            Self::Lapsed => "exceptions-standing-lapsed",
            Self::Sent => "exceptions-standing-sent",
        }
    }
}

/// A disclosure without what was written about it.
#[derive(Clone, Debug)]
pub struct Disclosure {
    /// Its id.
    pub id: DisclosureId,
    /// The person, once that person may know of it.
    pub person: Option<PersonId>,
    /// Whose data it is.
    pub subject: PersonId,
    /// On which of the statement's grounds.
    pub ground: Ground,
    /// Which categories, by key.
    pub categories: Vec<String>,
    /// Who proposed it, and takes the package.
    pub proposed_by: PersonId,
    /// When.
    pub proposed_at: Timestamp,
    /// What was decided last.
    pub state: State,
    /// When that was.
    pub decided_at: Option<Timestamp>,
    /// When the person agreed.
    pub consented_at: Option<Timestamp>,
    /// When it was handed over.
    pub sent_at: Option<Timestamp>,
    /// Until when the law forbids to tell the person.
    pub untold_until: Option<Timestamp>,
}

impl Disclosure {
    /// How it stands at `now`.
    pub fn standing(&self, now: Timestamp) -> Standing {
        let is_open = now.duration_since(self.proposed_at) < OPEN_FOR;
        let waits_for_person = self.ground == Ground::Consent && self.consented_at.is_none();
        match self.state {
            State::Declined => Standing::Declined,
            State::Sent => Standing::Sent,
            State::Proposed if is_open => Standing::Waits,
            State::Approved if waits_for_person && is_open => Standing::Asked,
            State::Approved if !waits_for_person && self.age(now) < HANDING_OVER => Standing::Ready,
            State::Proposed | State::Approved => Standing::Lapsed,
        }
    }

    /// Whether the person can still agree, or take that back.
    pub fn asks_consent(&self, now: Timestamp) -> bool {
        let standing = self.standing(now);
        self.ground == Ground::Consent && matches!(standing, Standing::Waits | Standing::Asked | Standing::Ready)
    }

    /// Seconds since the last whose word was needed gave it.
    fn age(&self, now: Timestamp) -> i64 {
        let last = self.decided_at.max(self.consented_at).unwrap_or(now);
        now.duration_since(last).as_secs()
    }

    /// What decisions are made of. `others` is how many agreed besides the one who proposed it.
    pub fn exception(&self, now: Timestamp, others: u32) -> Exception {
        Exception {
            id: self.id.uuid(),
            action: &DISCLOSURE_HAND_OVER,
            asker: self.proposed_by,
            over: Over::Person {
                person: self.subject,
                ground: self.ground.key().to_owned(),
                consented: self.consented_at.is_some(),
            },
            agreed: 1 + others,
            age: self.age(now),
            ended: self.state != State::Approved,
        }
    }
}

impl Guarded for Disclosure {
    fn resource(&self) -> Resource {
        let parties = self.person.map(|person| (Resource::SELF, person));
        Resource { container: DISCLOSURE, id: self.id.uuid(), parties: parties.into_iter().collect(), state: None }
    }
}

/// A disclosure with what was written about it.
pub struct Written {
    /// The disclosure.
    pub disclosure: Disclosure,
    /// How many agreed besides the one who proposed it.
    pub others: u32,
    /// Who receives it.
    pub recipient: Sealed,
    /// The recipient's address.
    pub place: Sealed,
    /// The recipient's mail address.
    pub mail: Option<Sealed>,
    /// The letter or order.
    pub reference: Sealed,
    /// Why the person is not told yet.
    pub untold: Option<Sealed>,
    /// What the recipient was told since.
    pub tellings: Vec<Telling>,
}

impl Guarded for Written {
    fn resource(&self) -> Resource {
        self.disclosure.resource()
    }
}

/// Where a text of a disclosure stands.
pub(crate) fn cell(column: &'static str, id: DisclosureId) -> Cell {
    Cell { table: DISCLOSURE, column, row: id.uuid(), holder: id.uuid(), also: None }
}

/// What happened to data that somebody has received (GDPR Art. 19).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It was corrected.
    Corrected,
    /// It was erased.
    Erased,
    /// Its use was restricted.
    Restricted,
}

impl Change {
    /// The change that an entry of the ledger tells of.
    pub fn of(entry: &store::ledger::Entry) -> Option<Self> {
        Some(match entry.kind.as_str() {
            "correction" => Self::Corrected,
            "erasure" => Self::Erased,
            "restriction" if entry.evidence != keeper::LIFTED => Self::Restricted,
            _ => return None,
        })
    }

    /// The word that is kept.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Corrected => "corrected",
            Self::Erased => "erased",
            Self::Restricted => "restricted",
        }
    }

    /// The change of a word that is kept.
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Corrected, Self::Erased, Self::Restricted].into_iter().find(|change| change.key() == key)
    }
}

/// How a recipient was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Not yet.
    Open,
    /// By a mail without content.
    Mail,
    /// By a letter.
    Letter,
    /// Not at all: it is impossible, or would take out of all proportion.
    Impossible,
}

impl Way {
    /// The word that is kept.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Mail => "mail",
            Self::Letter => "letter",
            Self::Impossible => "impossible",
        }
    }

    /// The way of a word that is kept.
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Open, Self::Mail, Self::Letter, Self::Impossible].into_iter().find(|way| way.key() == key)
    }
}

/// Something that a recipient is to be told.
pub struct Telling {
    /// Its id.
    pub id: TellingId,
    /// What happened.
    pub change: Change,
    /// When that was.
    pub at: Timestamp,
    /// How the recipient was told.
    pub way: Way,
    /// When.
    pub told_at: Option<Timestamp>,
    /// Who wrote the letter, or why it is impossible.
    pub note: Option<Sealed>,
}

/// Where a telling's note stands.
pub(crate) fn note_cell(id: TellingId, disclosure: DisclosureId) -> Cell {
    Cell { table: TELLING, column: "note", row: id.uuid(), holder: disclosure.uuid(), also: None }
}
