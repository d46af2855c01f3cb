//! A breach of personal data.

use access::{Guarded, Resource};
use jiff::{SignedDuration, Timestamp};
use kernel::{PersonId, Uuid, id::Id as _};
use store::{Cell, Sealed};

use super::inventory::BREACH;

kernel::id! {
    /// A breach of personal data.
    BreachId,
    /// One person whom a breach concerns.
    ConcernedId,
    /// What one person was told of it.
    NoticeId,
}

/// How long after it was discovered the authority is to be told (GDPR Art. 33(1)).
pub(super) const WITHIN: SignedDuration = SignedDuration::from_hours(72);

/// What it may mean for the people concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Risk {
    /// Unlikely to be any: the authority need not be told (Art. 33(1)).
    Unlikely,
    /// Some: the authority is told.
    Some,
    /// High: the people are told, too (Art. 34(1)).
    High,
}

impl Risk {
    pub(super) const ALL: [Self; 3] = [Self::Unlikely, Self::Some, Self::High];

    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Unlikely => "unlikely",
            Self::Some => "some",
            Self::High => "high",
        }
    }

    pub(super) fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|risk| risk.key() == key)
    }

    /// Whether the authority still waits for word.
    pub fn owes_authority(self, is_told: bool) -> bool {
        self != Self::Unlikely && !is_told
    }

    /// Whether the people concerned still wait for word, or the file for the reason why they get none.
    pub fn owes_people(self, is_settled: bool) -> bool {
        self == Self::High && !is_settled
    }

    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Unlikely => "registers-risk-unlikely",
            Self::Some => "registers-risk-some",
            Self::High => "registers-risk-high",
        }
    }
}

/// How it goes, without what is sealed.
#[derive(Clone, Debug)]
pub(super) struct Course {
    pub(super) id: BreachId,
    pub(super) aware: Timestamp,
    /// Keys of the statement's categories.
    pub(super) categories: Vec<String>,
    pub(super) risk: Risk,
    /// When the authority was told.
    pub(super) authority: Option<Timestamp>,
    /// When the people concerned were told, or it was written down why not.
    pub(super) people: Option<Timestamp>,
    pub(super) closed: Option<Timestamp>,
    pub(super) recorded: Timestamp,
}

impl Course {
    /// By when the authority is to be told.
    pub(super) fn limit(&self) -> Timestamp {
        self.aware + WITHIN
    }

    /// Whether the authority still waits for word.
    pub(super) fn owes_authority(&self) -> bool {
        self.risk.owes_authority(self.authority.is_some())
    }

    /// Whether the people concerned still wait for word, or the file for the reason why they get none.
    pub(super) fn owes_people(&self) -> bool {
        self.risk.owes_people(self.people.is_some())
    }

    /// Whether nothing is left to do.
    pub(super) fn may_close(&self) -> bool {
        self.closed.is_none() && !self.owes_authority() && !self.owes_people()
    }
}

impl Guarded for Course {
    fn resource(&self) -> Resource {
        about(self.id)
    }
}

/// A breach with all that was written down.
pub(super) struct Account {
    pub(super) course: Course,
    pub(super) what: Sealed,
    pub(super) consequences: Option<Sealed>,
    pub(super) measures: Option<Sealed>,
    pub(super) delay: Option<Sealed>,
    pub(super) reference: Option<Sealed>,
    pub(super) untold: Option<Sealed>,
    /// Whom it concerns, by number.
    pub(super) people: Vec<PersonId>,
}

impl Guarded for Account {
    fn resource(&self) -> Resource {
        self.course.resource()
    }
}

/// The container of a breach.
pub(super) fn about(id: BreachId) -> Resource {
    Resource { container: BREACH, id: id.uuid(), parties: Vec::new(), state: None }
}

pub(super) fn cell(column: &'static str, id: BreachId) -> Cell {
    Cell { table: "breach", column, row: id.uuid(), holder: id.uuid(), also: None }
}

pub(super) fn notice_cell(id: NoticeId, person: Uuid) -> Cell {
    Cell { table: "breach_notice", column: "text", row: id.uuid(), holder: person, also: None }
}
