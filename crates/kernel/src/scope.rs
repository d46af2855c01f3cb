//! Who acts, where, when and to what end: the first argument of every store function.

use std::sync::Arc;

use jiff::{Timestamp, tz::TimeZone};

use crate::{Language, OrganisationKey, PersonId, RequestId, Rng, Uuid, id::Id, rng};

/// What a role of the organisation stands on. The product's rules know only these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Archetype {
    /// Runs the organisation's side: people, seats, registers.
    Manager,
    /// Coaches, trains or lectures.
    Coach,
    /// The person whom the service is for.
    Participant,
    /// Helps people find their way; sees what the statement lets support see.
    Support,
    /// Keeps the system running.
    Technician,
    /// The data protection officer.
    Officer,
}

impl Archetype {
    /// All archetypes.
    pub const ALL: [Self; 6] =
        [Self::Manager, Self::Coach, Self::Participant, Self::Support, Self::Technician, Self::Officer];

    /// The word that a statement uses.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Manager => "manager",
            Self::Coach => "coach",
            Self::Participant => "participant",
            Self::Support => "support",
            Self::Technician => "technician",
            Self::Officer => "officer",
        }
    }

    /// The archetype of a statement's word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|archetype| archetype.key() == key)
    }
}

/// A role as the organisation's statement names it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Role {
    /// The statement's key, such as `listener`.
    pub key: Arc<str>,
    /// What it stands on.
    pub archetype: Archetype,
}

/// A signed-in person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub id: PersonId,
    /// The roles held, at least one.
    pub roles: Arc<[Role]>,
}

impl Member {
    /// Whether one of the roles stands on `archetype`.
    pub fn is(&self, archetype: Archetype) -> bool {
        self.roles.iter().any(|role| role.archetype == archetype)
    }
}

/// Who acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Somebody who has not signed in.
    Guest,
    /// A signed-in person.
    Member(Member),
    /// A job of the program itself, by its declared name. Jobs never read content.
    Job(&'static str),
}

/// Who acts, in which organisation, to what end, and when.
#[derive(Clone)]
pub struct Scope {
    /// The organisation; nothing crosses from one to another (I13).
    pub organisation: OrganisationKey,
    /// Who acts.
    pub actor: Actor,
    /// The instant of the request: one value for all that it does.
    pub now: Timestamp,
    /// The organisation's time zone, from its statement.
    pub zone: TimeZone,
    /// The language of the page or mail being made.
    pub language: Language,
    /// Ties log lines of one request together.
    pub request: RequestId,
    /// The session in which a person acts; `None` for whoever has none.
    pub session: Option<Uuid>,
    /// Where identifiers, keys and tokens come from.
    pub rng: Arc<dyn Rng>,
}

impl Scope {
    /// A new identifier: UUIDv7 of the scope's instant and random source.
    pub fn mint<I: Id>(&self) -> I {
        mint(self.now, &*self.rng)
    }

    /// The signed-in person.
    pub fn member(&self) -> Option<&Member> {
        match &self.actor {
            Actor::Member(member) => Some(member),
            Actor::Guest | Actor::Job(_) => None,
        }
    }

    /// Today in the organisation's zone.
    pub fn today(&self) -> jiff::civil::Date {
        self.now.to_zoned(self.zone.clone()).date()
    }

    /// The same scope for a named job of the program.
    #[must_use]
    pub fn as_job(&self, name: &'static str) -> Self {
        Self { actor: Actor::Job(name), ..self.clone() }
    }
}

impl std::fmt::Debug for Scope {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Scope")
            .field("organisation", &self.organisation)
            .field("actor", &self.actor)
            .field("now", &self.now)
            .field("request", &self.request)
            .finish_non_exhaustive()
    }
}

/// A new UUIDv7 of an instant and a random source.
pub fn mint<I: Id>(now: Timestamp, rng: &dyn Rng) -> I {
    let milliseconds = u64::try_from(now.as_millisecond()).unwrap_or(0);
    let random: [u8; 10] = rng::bytes(rng);
    I::from_uuid(uuid::Builder::from_unix_timestamp_millis(milliseconds, &random).into_uuid())
}
