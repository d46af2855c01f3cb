//! A break-glass.

use access::{Exception, Guarded, Over, Resource};
use kernel::{PersonId, Timestamp, Uuid, id::Id as _, jiff::SignedDuration};
use statement::plan::BreakGlass;
use store::Cell;

use super::{actions::GLASS_READ, inventory::GLASS};

kernel::id! {
    /// A break-glass.
    GlassId,
}

/// For how long a request can be decided.
const OPEN_FOR: SignedDuration = SignedDuration::from_hours(24);

/// How a break-glass stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It waits for somebody to agree.
    Waits,
    /// It is open.
    Open,
    /// Somebody declined it.
    Declined,
    /// Its time is over, or somebody ended it.
    Ended,
}

impl Standing {
    /// The key of its words.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Waits => "exceptions-glass-waits",
            Self::Open => "exceptions-glass-open",
            Self::Declined => "exceptions-standing-declined",
            Self::Ended => "exceptions-glass-ended",
        }
    }
}

/// A break-glass without its reason.
#[derive(Clone, Debug)]
pub struct Glass {
    /// Its id.
    pub id: GlassId,
    /// The kind of container that it opens.
    pub kind: String,
    /// Which one.
    pub subject: Uuid,
    /// Whom it concerns, with the parts that they play.
    pub parties: Vec<(&'static str, PersonId)>,
    /// Who asked.
    pub asker: PersonId,
    /// When.
    pub asked_at: Timestamp,
    /// What was decided last: asked, open, declined, ended.
    pub state: String,
    /// Since when it is open.
    pub opened_at: Option<Timestamp>,
    /// When it was ended early.
    pub ended_at: Option<Timestamp>,
}

impl Glass {
    /// When it ends by itself, under its clause.
    pub fn ends(&self, clause: &BreakGlass) -> Option<Timestamp> {
        self.opened_at.and_then(|at| at.checked_add(access::lasting(clause.lasts)).ok())
    }

    /// How it stands at `now`. This is for people to read: what is opened is decided by the policies.
    pub fn standing(&self, now: Timestamp, clause: &BreakGlass) -> Standing {
        match self.state.as_str() {
            "asked" if now.duration_since(self.asked_at) < OPEN_FOR => Standing::Waits,
            "open" if self.ends(clause).is_some_and(|ends| now < ends) => Standing::Open,
            "declined" => Standing::Declined,
            _ => Standing::Ended,
        }
    }

    /// What decisions are made of.
    pub fn exception(&self, now: Timestamp, agreed: u32) -> Exception {
        Exception {
            id: self.id.uuid(),
            action: &GLASS_READ,
            asker: self.asker,
            over: Over::Container(self.subject),
            agreed,
            age: self.opened_at.map_or(-1, |at| now.duration_since(at).as_secs()),
            ended: self.state != "open",
        }
    }
}

impl Guarded for Glass {
    fn resource(&self) -> Resource {
        Resource { container: GLASS, id: self.id.uuid(), parties: self.parties.clone(), state: None }
    }
}

/// Where a text of a break-glass stands.
pub(crate) fn cell(column: &'static str, id: GlassId) -> Cell {
    Cell { table: "break_glass", column, row: id.uuid(), holder: id.uuid(), also: None }
}
