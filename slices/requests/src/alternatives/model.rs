//! Somebody's wish to take part in another way, its steps and its end.

use access::{Guarded, Resource};
use kernel::{PersonId, Timestamp, id::Id as _};
use statement::{
    Plan, calendar,
    plan::{Alternative, Rights, Step},
};
use store::{Cell, Sealed};

use super::inventory::{CLOSED, TAKEN, WAITING};

kernel::id! {
    /// Somebody's wish for an alternative.
    AlternativeId,
    /// A line of one.
    LineId,
}

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// An alternative was offered.
    Offered,
    /// It is not possible; the asker can take it to the next step.
    Refused,
    /// The asker withdrew it.
    Withdrawn,
}

impl Outcome {
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Offered => "offered",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
        }
    }

    pub(super) fn from_key(key: &str) -> Option<Self> {
        [Self::Offered, Self::Refused, Self::Withdrawn].into_iter().find(|known| known.key() == key)
    }
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    /// It was asked; the note holds the asker's words.
    Asked,
    /// Somebody took it up.
    Taken,
    /// It ended; the note holds the answer.
    Ended(Outcome),
    /// The asker took it to the next step.
    Onward,
    /// Nobody answered in time, and it went to the next step.
    Lapsed,
}

impl Deed {
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Taken => "taken",
            Self::Ended(outcome) => outcome.key(),
            Self::Onward => "onward",
            Self::Lapsed => "lapsed",
        }
    }

    pub(super) fn from_key(key: &str) -> Option<Self> {
        let plain = [Self::Asked, Self::Taken, Self::Onward, Self::Lapsed];
        plain.into_iter().find(|known| known.key() == key).or_else(|| Outcome::from_key(key).map(Self::Ended))
    }
}

/// Somebody's wish, without what was written.
#[derive(Clone, Debug)]
pub(super) struct Wish {
    pub(super) id: AlternativeId,
    pub(super) person: PersonId,
    /// Whoever has taken it up at the present step.
    pub(super) helper: Option<PersonId>,
    /// The key of the statement's clause.
    pub(super) clause: String,
    pub(super) asked: Timestamp,
    /// Which of the clause's steps, from nought.
    pub(super) step: usize,
    /// The first instant at which the present step is over.
    pub(super) due: Timestamp,
    /// `None` while it is open.
    pub(super) closed: Option<(Timestamp, Outcome)>,
}

impl Wish {
    pub(super) const fn state(&self) -> &'static str {
        match (self.closed, self.helper) {
            (Some(_), _) => CLOSED,
            (None, Some(_)) => TAKEN,
            (None, None) => WAITING,
        }
    }

    /// Whether its asker can take it to the next step now.
    pub(super) fn can_go_on(&self, plan: &Plan) -> bool {
        matches!(self.closed, Some((_, Outcome::Refused))) && !self.is_last(plan)
    }

    /// Whether there is no step after the present one; also where the statement has changed and no longer says.
    pub(super) fn is_last(&self, plan: &Plan) -> bool {
        steps(plan, &self.clause).len() <= self.step + 1
    }

    /// The role of the present step; `None` where the statement no longer says.
    pub(super) fn role<'a>(&self, plan: &'a Plan) -> Option<&'a str> {
        steps(plan, &self.clause).get(self.step).map(|step| step.role.as_str())
    }
}

impl Guarded for Wish {
    fn resource(&self) -> Resource {
        let helper = self.helper.map(|helper| ("helper", helper));
        let parties = [(Resource::SELF, self.person)].into_iter().chain(helper).collect();
        Resource { container: "alternative", id: self.id.uuid(), parties, state: Some(self.state()) }
    }
}

/// What asking would make.
pub(super) fn asked_by(id: AlternativeId, person: PersonId) -> Resource {
    let parties = vec![(Resource::SELF, person)];
    Resource { container: "alternative", id: id.uuid(), parties, state: Some(WAITING) }
}

/// A wish with all that was written about it.
pub(super) struct Told {
    pub(super) wish: Wish,
    pub(super) lines: Vec<Line>,
}

impl Guarded for Told {
    fn resource(&self) -> Resource {
        self.wish.resource()
    }
}

/// Something that was done.
pub(super) struct Line {
    pub(super) deed: Deed,
    /// At which step; the one that it went to, where it went on.
    pub(super) step: usize,
    /// `None` for the program.
    pub(super) author: Option<PersonId>,
    pub(super) at: Timestamp,
    pub(super) note: Option<Sealed>,
}

/// Where the note of a line stands.
pub(super) fn note(of: AlternativeId, line: LineId) -> Cell {
    Cell { table: "alternative_line", column: "note", row: line.uuid(), holder: of.uuid(), also: None }
}

/// The clause with a key.
pub(super) fn clause<'a>(plan: &'a Plan, key: &str) -> Option<&'a Alternative> {
    plan.all::<Alternative>().find(|clause| clause.key == key)
}

/// Its steps; none where the statement no longer has it.
pub(super) fn steps<'a>(plan: &'a Plan, key: &str) -> &'a [Step] {
    clause(plan, key).map_or(&[], |clause| &clause.steps)
}

/// When a step that begins now is over.
pub(super) fn due(plan: &Plan, key: &str, step: usize, now: Timestamp) -> Timestamp {
    let period = steps(plan, key).get(step).map_or_else(Default::default, |step| step.period(plan.first::<Rights>()));
    calendar::due(now, period, plan.zone())
}
