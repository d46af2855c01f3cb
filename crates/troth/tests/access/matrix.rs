//! The access matrix: role × action × resource, decided by the campus's statement, as a golden file. Whatever changes
//! in it changes in the review, too.

use std::{collections::BTreeMap, sync::Arc};

use access::Resource;
use kernel::{
    Actor, Archetype, Language, Member, OrganisationKey, PersonId, RequestId, Rng, Role, Scope, Timestamp, Uuid,
    id::Id as _, jiff::tz::TimeZone, manifest::Entry,
};

use crate::{access, campus, inventory, plan};

struct Still;

impl Rng for Still {
    fn fill(&self, buffer: &mut [u8]) {
        buffer.fill(1);
    }
}

pub(crate) fn person(n: u128) -> PersonId {
    PersonId::from_uuid(Uuid::from_u128(n))
}

pub(crate) fn scope(actor: Actor) -> Scope {
    Scope {
        organisation: OrganisationKey::new("campus").unwrap(),
        actor,
        now: Timestamp::UNIX_EPOCH,
        zone: TimeZone::UTC,
        language: Language::En,
        request: RequestId::from_uuid(Uuid::nil()),
        session: None,
        rng: Arc::new(Still),
    }
}

/// Who stands where: guests, jobs, everyone with a role but no part, and the people concerned.
pub(crate) fn everyone(plan: &statement::Plan) -> Vec<(String, Actor)> {
    let member = |n, keys: &[&str]| {
        let roles = plan.roles().iter().filter(|role| keys.contains(&role.key.as_str()));
        let roles: Vec<_> =
            roles.map(|role| Role { key: role.key.as_str().into(), archetype: role.archetype }).collect();
        Actor::Member(Member { id: person(n), roles: roles.into() })
    };
    let mut all = vec![("guest".to_owned(), Actor::Guest), ("job".to_owned(), Actor::Job("mail.send"))];
    for role in plan.roles() {
        all.push((format!("other {}", role.key), member(9, &[&role.key])));
    }
    let key = |archetype| plan.roles_of(archetype).next().map(|role| role.key.clone()).unwrap_or_default();
    let (manager, coach, participant) = (key(Archetype::Manager), key(Archetype::Coach), key(Archetype::Participant));
    all.push((format!("its {coach}"), member(1, &[&coach])));
    all.push((format!("its {participant}"), member(2, &[&participant])));
    all.push((format!("its {coach}, also {manager}"), member(1, &[&coach, &manager])));
    all.push((format!("the {participant} of the file"), member(3, &[&participant])));
    all
}

pub(crate) fn resources(container: &'static kernel::manifest::Container) -> Vec<Resource> {
    match container.name {
        Resource::ORGANISATION => vec![Resource::organisation()],
        Resource::PERSON => vec![Resource::person(person(3))],
        _ => {
            let parties: Vec<_> = container
                .parties
                .iter()
                .map(|party| (party.name, person(if party.name == "coach" { 1 } else { 2 })))
                .collect();
            let id = Uuid::from_u128(100);
            let states =
                container.states.iter().map(|state| Some(*state)).chain(container.states.is_empty().then_some(None));
            states.map(|state| Resource { container: container.name, id, parties: parties.clone(), state }).collect()
        }
    }
}

#[test]
fn the_matrix_of_the_campus() {
    let inventory = inventory();
    let (plan, access) = (plan("campus", campus(), &inventory), access("campus", campus(), &inventory));
    let mut lines = Vec::new();
    let mut actions: Vec<_> = inventory.actions().collect();
    actions.sort_by_key(|action| (action.container, action.name));
    for action in actions {
        let container = inventory.container(action.container).unwrap();
        for about in resources(container) {
            let who = everyone(&plan)
                .into_iter()
                .filter(|(_, actor)| access.would_allow(&scope(actor.clone()), action, &about));
            let who: Vec<_> = who.map(|(name, _)| name).collect();
            let state = about.state.map(|state| format!(" ({state})")).unwrap_or_default();
            let who = if who.is_empty() { "nobody".to_owned() } else { who.join("; ") };
            lines.push(format!("{}{state} {}: {who}", about.container, action.name));
        }
    }
    insta::assert_snapshot!("campus", lines.join("\n"));
}

// I4
#[test]
fn every_route_stands_behind_an_action_or_says_why_not() {
    let inventory = inventory();
    let mut doors = BTreeMap::new();
    for route in inventory.routes() {
        let entry = match route.entry {
            Entry::Action(action) => {
                assert!(inventory.action(action.name).is_some(), "{}: {} is in no manifest", route.path, action.name);
                action.name.to_owned()
            }
            Entry::Public(why) => format!("everyone: {why}"),
            Entry::Link(which) => format!("the holder of a link: {which}"),
        };
        let door = format!("{} {:?}", route.path, route.method);
        assert!(doors.insert(door.clone(), entry).is_none(), "{door} stands twice");
    }
    let lines: Vec<_> = doors.into_iter().map(|(door, entry)| format!("{door} — {entry}")).collect();
    insta::assert_snapshot!("doors", lines.join("\n"));
}
