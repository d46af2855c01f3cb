//! What is known of a container when its date is asked for.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use kernel::{
    PersonId, Uuid,
    id::Id as _,
    manifest::{Class, Via},
};

use super::{HELD_UNTIL, Rule, SELF, rules::is_part_of_role};

/// What has happened, and who has which role.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    events: BTreeMap<Uuid, Vec<(String, Timestamp)>>,
    roles: BTreeMap<Uuid, Vec<String>>,
}

impl Facts {
    /// Nothing has happened, and nobody's role is known: what then can be said is true of all things of a kind.
    pub fn none() -> Self {
        Self::default()
    }

    /// Adds an event about a container or a person; a second one of the same name takes the place of the first.
    pub fn happened(&mut self, subject: Uuid, event: impl Into<String>, at: Timestamp) {
        let (events, event) = (self.events.entry(subject).or_default(), event.into());
        events.retain(|(known, _)| *known != event);
        events.push((event, at));
    }

    /// Adds a role of a person, by the statement's key.
    pub fn plays(&mut self, person: PersonId, role: impl Into<String>) {
        let (roles, role) = (self.roles.entry(person.uuid()).or_default(), role.into());
        if !roles.contains(&role) {
            roles.push(role);
        }
    }

    /// Whether anything of this subject was asked for.
    pub fn has_events_of(&self, subject: Uuid) -> bool {
        self.events.contains_key(&subject)
    }

    /// Notes that a subject was asked for, even if nothing has happened to it.
    pub fn asked(&mut self, subject: Uuid) {
        self.events.entry(subject).or_default();
    }

    pub(crate) fn event(&self, subject: Uuid, name: &str) -> Option<Timestamp> {
        self.events.get(&subject)?.iter().find(|(event, _)| event == name).map(|(_, at)| *at)
    }

    /// The roles of a person, by the statement's keys; none when nothing is known any longer.
    pub fn roles(&self, person: PersonId) -> &[String] {
        self.roles_of(person).unwrap_or_default()
    }

    /// `None` when nothing is known any longer.
    fn roles_of(&self, person: PersonId) -> Option<&[String]> {
        self.roles.get(&person.uuid()).map(Vec::as_slice).filter(|roles| !roles.is_empty())
    }
}

/// All that the dates of one container depend on.
#[derive(Clone, Debug)]
pub struct Known<'a> {
    /// The container.
    pub holder: Uuid,
    /// Who plays which part in it.
    pub parties: &'a [(&'static str, PersonId)],
    /// What has happened to it and to those people, and their roles.
    pub facts: &'a Facts,
    /// What else has happened to the container itself, where that does not stand among the facts.
    pub happened: &'a [(&'static str, Timestamp)],
    /// Which classes have anything in it; `None` when that is not known, and then each may have. It matters only where
    /// the law keeps one class and with it the row that stands for the container.
    pub held: Option<&'a BTreeSet<&'static str>>,
    /// Those of these people who restrict the use of their data (GDPR Art. 18).
    pub restricted: &'a [PersonId],
    /// Those of these people who have not accepted the version in force, with the version on which they stand (X7).
    pub undecided: &'a [(PersonId, u32)],
}

impl Known<'_> {
    /// The event from which a rule runs; the latest where several people play the part.
    pub(crate) fn trigger(&self, rule: &Rule) -> Option<Timestamp> {
        match rule.via {
            Via::Container => self.event(self.holder, &rule.keep.after),
            Via::Party(part) => {
                let players = self.parties.iter().filter(|(played, _)| *played == part);
                players.filter_map(|(_, person)| self.event(person.uuid(), &rule.keep.after)).max()
            }
        }
    }

    fn event(&self, subject: Uuid, name: &str) -> Option<Timestamp> {
        let own = || self.happened.iter().find(|(event, _)| *event == name).map(|(_, at)| *at);
        let own = if subject == self.holder { own() } else { None };
        own.or_else(|| self.facts.event(subject, name))
    }

    /// Whether a rule `of` a role speaks of this container: of somebody with whom its class goes, in the part that goes
    /// with the role. In the own file it is asked role by role, see [`super::Rules`].
    ///
    /// Where roles are gone with an earlier period, the rule holds: nothing outlives everyone's date.
    pub(crate) fn concerns(&self, rule: &Rule) -> bool {
        let Some(of) = &rule.keep.of else { return true };
        let with = match &rule.via {
            Via::Party(part) => std::slice::from_ref(part),
            Via::Container => rule.class.goes_with,
        };
        let mut people = self.parties.iter().filter(|(part, _)| with.contains(part)).peekable();
        people.peek().is_none()
            || people.any(|(part, person)| {
                is_part_of_role(part, rule.part) && self.facts.roles_of(*person).is_none_or(|roles| roles.contains(of))
            })
    }

    /// The roles of whose file this is.
    pub(crate) fn own_roles(&self) -> &[String] {
        let own = self.parties.iter().find(|(part, _)| *part == SELF);
        own.and_then(|(_, person)| self.facts.roles_of(*person)).unwrap_or_default()
    }

    /// Whether anything of a class may be held here.
    pub(crate) fn may_hold(&self, class: &str) -> bool {
        self.held.is_none_or(|held| held.contains(class))
    }

    /// Whether somebody with whom a class goes restricts its use: then it is stored, and does not go (GDPR Art. 18(2)).
    pub fn is_restricted(&self, class: &Class) -> bool {
        self.parties.iter().any(|(part, person)| class.goes_with.contains(part) && self.restricted.contains(person))
    }

    /// The earlier versions on which people stand with whom a class goes.
    pub(crate) fn versions(&self, class: &Class) -> impl Iterator<Item = u32> {
        let goes_with = |person: &PersonId| {
            self.parties.iter().any(|(part, player)| player == person && class.goes_with.contains(part))
        };
        self.undecided.iter().filter(move |(person, _)| goes_with(person)).map(|(_, version)| *version)
    }

    /// Whether somebody else than `person` does.
    pub fn is_restricted_by_another(&self, class: &Class, person: PersonId) -> bool {
        let by = |(part, by): &(&'static str, PersonId)| {
            *by != person && class.goes_with.contains(part) && self.restricted.contains(by)
        };
        self.parties.iter().any(by)
    }

    /// The first instant after the last legal hold on the container, or on anyone who plays a part in it.
    pub fn held_until(&self) -> Option<Timestamp> {
        let people = self.parties.iter().map(|(_, person)| person.uuid());
        people.chain([self.holder]).filter_map(|subject| self.event(subject, HELD_UNTIL)).max()
    }
}
