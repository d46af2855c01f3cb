//! A legal hold.

use access::{Guarded, Resource};
use kernel::{Timestamp, Uuid, id::Id as _};
use store::{Cell, Sealed};

kernel::id! {
    /// A legal hold.
    HoldId,
}

/// Why something must stay past its date. The person concerned is told of it; the reason itself is for officers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// A claim at law that was made or is to be expected (GDPR Art. 17(3)(e)).
    Claim,
    /// An investigation by an authority.
    Authority,
    /// An order of a court.
    Court,
}

impl Ground {
    /// All grounds.
    pub const ALL: [Self; 3] = [Self::Claim, Self::Authority, Self::Court];

    /// The word that is kept.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Claim => "claim",
            Self::Authority => "authority",
            Self::Court => "court",
        }
    }

    /// The ground of a word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ground| ground.key() == key)
    }

    /// The key of its words.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Claim => "oversight-ground-claim",
            Self::Authority => "oversight-ground-authority",
            Self::Court => "oversight-ground-court",
        }
    }
}

/// A hold without its reason.
#[derive(Clone, Debug)]
pub struct Hold {
    /// Its id.
    pub id: HoldId,
    /// The kind of container that is held; `person` for all of a person.
    pub kind: String,
    /// What is held.
    pub subject: Uuid,
    /// On what ground.
    pub ground: Ground,
    /// Since when.
    pub laid_at: Timestamp,
    /// The first instant after its last day.
    pub until: Timestamp,
    /// When it was released before that.
    pub released_at: Option<Timestamp>,
}

impl Hold {
    /// Whether it holds at `now`.
    pub fn runs(&self, now: Timestamp) -> bool {
        self.released_at.is_none() && self.until > now
    }
}

impl Guarded for Hold {
    fn resource(&self) -> Resource {
        about(self.id)
    }
}

/// A hold with what was written about it.
pub struct Reasoned {
    /// The hold.
    pub hold: Hold,
    /// Why.
    pub reason: Sealed,
    /// Why the person was not told by mail.
    pub untold: Option<Sealed>,
}

impl Guarded for Reasoned {
    fn resource(&self) -> Resource {
        about(self.hold.id)
    }
}

/// The container of a hold.
pub fn about(id: HoldId) -> Resource {
    Resource { container: "hold", id: id.uuid(), parties: Vec::new(), state: None }
}

/// Where a text of a hold stands.
pub(crate) fn cell(column: &'static str, id: HoldId) -> Cell {
    Cell { table: "hold", column, row: id.uuid(), holder: id.uuid(), also: None }
}
