//! Decisions, held against a second reading of the rules that knows nothing of Cedar.

mod exceptional;
mod waiting;

use kernel::{
    Actor,
    Archetype::{self, Coach, Manager, Participant, Support},
    Inventory, OrganisationKey, PersonId, Uuid,
    id::Id as _,
    manifest::{Action, ActionKind, By},
};

use crate::{
    Access, AccessError, Guarded, Resource, Restrictions, Unchecked,
    fake::{self, find, member, person, scope},
    rules::{Nearness, Rules},
};

fn campus() -> Access {
    Access::from_rules(&fake::campus(), &fake::inventory()).unwrap()
}

fn trajectory(state: &'static str) -> Resource {
    let parties = vec![("coach", person(1)), ("participant", person(2))];
    Resource { container: "trajectory", id: Uuid::from_u128(100), parties, state: Some(state) }
}

fn allowed(access: &Access, actor: Actor, action: &str, about: &Resource) -> bool {
    access.would_allow(&scope(actor), find(action), about)
}

// UC3, UC4, UC5
#[test]
fn only_the_two_of_a_dialogue_read_it() {
    let (access, about) = (campus(), trajectory("ended"));
    assert!(allowed(&access, member(1, &[Coach]), "dialogue.read", &about));
    assert!(allowed(&access, member(2, &[Participant]), "dialogue.read", &about));
    assert!(!allowed(&access, member(3, &[Coach]), "dialogue.read", &about));
    assert!(!allowed(&access, member(3, &[Manager]), "dialogue.read", &about));
    assert!(!allowed(&access, Actor::Guest, "dialogue.read", &about));
    assert!(!allowed(&access, Actor::Job("mail.send"), "dialogue.read", &about));
}

#[test]
fn a_manager_who_is_the_coach_reads_the_own_dialogue_and_no_other() {
    let access = campus();
    let both = member(1, &[Manager, Coach]);
    assert!(allowed(&access, both.clone(), "dialogue.read", &trajectory("open")));
    let other = Resource { parties: vec![("coach", person(8)), ("participant", person(2))], ..trajectory("open") };
    assert!(!allowed(&access, both, "dialogue.read", &other));
}

#[test]
fn a_party_without_the_role_of_its_part_is_refused() {
    let access = campus();
    assert!(!allowed(&access, member(1, &[Support]), "dialogue.read", &trajectory("open")));
}

// UC6
#[test]
fn coach_notes_stay_unreadable_for_the_participant_and_the_manager() {
    let (access, about) = (campus(), trajectory("open"));
    assert!(allowed(&access, member(1, &[Coach]), "private-note.read", &about));
    assert!(!allowed(&access, member(2, &[Participant]), "private-note.read", &about));
    assert!(!allowed(&access, member(3, &[Manager]), "private-note.read", &about));
}

#[test]
fn nothing_is_written_after_the_end() {
    let access = campus();
    assert!(allowed(&access, member(1, &[Coach]), "dialogue.write", &trajectory("open")));
    assert!(!allowed(&access, member(1, &[Coach]), "dialogue.write", &trajectory("ended")));
    assert!(!allowed(&access, member(1, &[Coach]), "dialogue.write", &Resource { state: None, ..trajectory("open") }));
}

#[test]
fn a_list_shows_names_and_times_but_nothing_confidential() {
    let (access, here) = (campus(), Resource::organisation());
    assert!(allowed(&access, member(3, &[Manager]), "people.list", &here));
    assert!(allowed(&access, member(1, &[Coach]), "desk.read", &here));
    assert!(!allowed(&access, member(1, &[Coach]), "desk.search", &here));
}

#[test]
fn everybody_sees_the_own_file_and_nobody_elses() {
    let access = campus();
    let technician = member(5, &[Archetype::Technician]);
    assert!(allowed(&access, technician.clone(), "my-profile.read", &Resource::person(person(5))));
    assert!(!allowed(&access, technician, "my-profile.read", &Resource::person(person(6))));
}

#[test]
fn what_the_statement_does_not_name_is_shown_to_nobody() {
    assert!(!allowed(&campus(), member(5, &[Coach]), "my-data.read", &Resource::person(person(5))));
}

#[test]
fn a_job_handles_what_it_declares_and_content_never() {
    let access = campus();
    let about = Resource::person(person(2));
    let grant = access.decide_job(&scope(Actor::Job("mail.send")), &fake::MAIL, &about).unwrap();
    assert_eq!((grant.action_name(), grant.items()), ("mail.send", &["person.name"][..]));
    assert!(access.decide_job(&scope(Actor::Job("other")), &fake::MAIL, &about).is_err());
    assert!(access.decide_job(&scope(member(2, &[Manager])), &fake::MAIL, &about).is_err());
    let nosy = Access::from_rules(&fake::campus(), &fake::nosy_inventory()).unwrap_err();
    assert!(matches!(nosy, AccessError::Content { job: "nosy", item: "message.body" }), "{nosy}");
}

/// The campus, where these people restrict the use of their data.
fn restricted_by(people: &[u128]) -> Access {
    let restrictions = Restrictions::default();
    people.iter().for_each(|person| restrictions.begin(fake::person(*person)));
    campus().heeding(restrictions.into())
}

// UC12: GDPR Art. 18.
#[test]
fn what_a_participant_restricts_is_written_by_nobody_and_read_by_the_participant_alone() {
    let (access, about) = (restricted_by(&[2]), trajectory("open"));
    let (coach, participant) = (member(1, &[Coach]), member(2, &[Participant]));
    assert!(allowed(&access, participant.clone(), "dialogue.read", &about));
    assert!(!allowed(&access, coach.clone(), "dialogue.read", &about));
    assert!(!allowed(&access, coach.clone(), "private-note.read", &about));
    for actor in [coach.clone(), participant.clone()] {
        assert!(!allowed(&access, actor, "dialogue.write", &about));
    }
    assert!(!allowed(&access, member(3, &[Manager]), "trajectory.end", &about));
    let own = Resource::person(person(2));
    assert!(allowed(&access, participant.clone(), "my-profile.read", &own));
    assert!(allowed(&access, participant, "my-restriction.lift", &own));
    assert!(!allowed(&access, member(3, &[Manager]), "person.see", &own));
    assert!(allowed(&access, member(4, &[Archetype::Officer]), "person.see", &own), "the officer answers for it");
    let others = Resource { parties: vec![("coach", person(1)), ("participant", person(9))], ..about };
    assert!(allowed(&access, coach, "dialogue.write", &others), "what others have with the coach goes on");
}

/// A dialogue is the participant's own: what a coach restricts pauses it, and takes it from nobody's eyes.
#[test]
fn what_a_coach_restricts_is_written_by_nobody_and_still_read_by_the_participant() {
    let (access, about) = (restricted_by(&[1]), trajectory("open"));
    let participant = member(2, &[Participant]);
    assert!(access.is_paused(&about));
    assert!(allowed(&access, participant.clone(), "dialogue.read", &about));
    assert!(!allowed(&access, participant, "dialogue.write", &about));
    let both = restricted_by(&[1, 2]);
    assert!(!allowed(&both, member(1, &[Coach]), "dialogue.read", &about), "nobody undoes another's restriction");
}

#[test]
fn only_who_would_otherwise_be_let_in_learns_that_something_is_paused() {
    let (access, about) = (restricted_by(&[2]), trajectory("open"));
    let refused = |actor, action| access.decide(&scope(actor), find(action), &about).unwrap_err().is_paused();
    assert!(refused(member(1, &[Coach]), "dialogue.write"));
    assert!(refused(member(1, &[Coach]), "dialogue.read"));
    assert!(!refused(member(7, &[Coach]), "dialogue.read"));
    assert!(!refused(member(3, &[Manager]), "dialogue.read"));
    let ended = trajectory("ended");
    let refused = access.decide(&scope(member(1, &[Coach])), find("dialogue.write"), &ended).unwrap_err();
    assert!(!refused.is_paused(), "it could not be written in any way");
}

#[test]
fn a_lifted_restriction_leaves_everything_as_it_was() {
    let restrictions = std::sync::Arc::new(Restrictions::default());
    let access = campus().heeding(std::sync::Arc::clone(&restrictions));
    let write = || allowed(&access, member(1, &[Coach]), "dialogue.write", &trajectory("open"));
    assert!(write());
    restrictions.begin(person(2));
    assert!(!write());
    assert!(restrictions.hold(person(2)) && !restrictions.hold(person(1)));
    restrictions.lift(person(2));
    assert!(write());
    assert!(!restrictions.hold(person(2)));
}

// I13
#[test]
fn another_organisations_scope_is_refused() {
    let access = campus().within(OrganisationKey::new("elsewhere").unwrap());
    assert!(!allowed(&access, member(1, &[Coach]), "dialogue.read", &trajectory("open")));
}

struct Note(Resource);

impl Guarded for Note {
    fn resource(&self) -> Resource {
        self.0.clone()
    }
}

// I2
#[test]
fn a_grant_opens_its_own_container_only() {
    let access = campus();
    let grant = access.decide(&scope(member(1, &[Coach])), find("dialogue.read"), &trajectory("open")).unwrap();
    let other = Resource { id: Uuid::from_u128(101), ..trajectory("open") };
    assert!(Unchecked::new(Note(other)).check(&grant).is_err());
    assert!(Unchecked::new(Note(trajectory("open"))).check(&grant).is_ok());
    assert!(grant.covers("message.body", Uuid::from_u128(100)));
    assert!(grant.covers("person.name", person(2).uuid()));
    assert!(!grant.covers("person.name", person(3).uuid()));
    assert!(!grant.covers("private-note.body", Uuid::from_u128(100)));
    let asked = scope(member(1, &[Coach]));
    assert_eq!((grant.at(), grant.request(), grant.actor()), (asked.now, asked.request, &asked.actor));
}

#[test]
fn a_refusal_names_what_was_tried_and_not_on_whom() {
    let access = campus();
    let refused = |access: &Access, action| {
        access.decide(&scope(member(7, &[Coach])), find(action), &trajectory("open")).unwrap_err().to_string()
    };
    assert_eq!(refused(&access, "dialogue.read"), "refused: no policy permits dialogue.read");
    let job = access.decide_job(&scope(Actor::Guest), &fake::MAIL, &Resource::person(person(2))).unwrap_err();
    assert_eq!(job.to_string(), "refused: no policy permits mail.send");
    assert_eq!(refused(&access, "my-profile.read"), "refused: the grant is for another container");
}

#[test]
fn a_resource_of_the_wrong_kind_is_refused() {
    let access = campus();
    assert!(!allowed(&access, member(1, &[Coach]), "dialogue.read", &Resource::person(person(1))));
    let odd = Resource { container: "cellar", ..trajectory("open") };
    assert!(!allowed(&access, member(1, &[Coach]), "dialogue.read", &odd));
}

#[test]
fn the_policies_read_well() {
    let access = campus();
    insta::assert_snapshot!("schema", access.schema());
    insta::assert_snapshot!("dialogue", access.policies_of("dialogue.read"));
    insta::assert_snapshot!("desk", access.policies_of("desk.search"));
    insta::assert_snapshot!("job", access.policies_of("job mail.send"));
}

/// The rules, read once more, without Cedar.
fn by_the_book(
    rules: &Rules,
    inventory: &Inventory,
    action: &Action,
    actor: &Actor,
    about: &Resource,
    restrict: &[PersonId],
) -> bool {
    let container = inventory.container(action.container).unwrap();
    let plays = |part: &str, id| about.parties.iter().any(|(played, person)| *played == part && *person == id);
    let roles_on = |archetype| rules.roles.iter().filter(move |role| role.archetype == archetype).map(|role| &role.key);
    let (id, held): (_, Vec<&str>) = match actor {
        Actor::Job(_) => return false,
        Actor::Guest => (None, Vec::new()),
        Actor::Member(member) => (Some(member.id), member.roles.iter().map(|role| &*role.key).collect()),
    };
    let on = |archetype| roles_on(archetype).any(|role| held.contains(&role.as_str()));
    let part = |name: &str| id.is_some_and(|id| plays(name, id));
    let house = action.by.iter().any(|by| match by {
        By::Guest => true,
        By::Member => id.is_some(),
        By::Archetype(archetype) => on(*archetype),
        By::Party(name) => part(name) && Archetype::from_key(name).is_none_or(on),
    });
    let owner = |part: &str| part == "self" || part == "participant";
    let restricts = |part: &str, person: &PersonId| restrict.contains(person) && !part.is_empty();
    let used = match action.kind {
        ActionKind::Write | ActionKind::Manage => !about.parties.iter().any(|(part, by)| restricts(part, by)),
        ActionKind::Read | ActionKind::ReadForReason | ActionKind::Right => {
            let mut own = about.parties.iter().filter(|(part, by)| owner(part) && restricts(part, by)).peekable();
            let as_officer = action.by.contains(&By::Archetype(Archetype::Officer)) && on(Archetype::Officer);
            own.peek().is_none() || as_officer || own.any(|(_, by)| id == Some(*by))
        }
    };
    let state = action.states.is_empty() || action.states.contains(&about.state.unwrap_or(""));
    house
        && state
        && used
        && action.discloses.iter().all(|item| {
            let Some(category) = rules.items.get(*item).map(|place| &rules.categories[*place]) else { return false };
            let is_party = container.parties.iter().any(|party| part(party.name));
            let list = container.name == "organisation";
            let reads = category.public.is_some()
                || (container.name == "person" && part("self"))
                || category.readings.iter().any(|reading| {
                    let archetype = rules.roles.iter().find(|role| role.key == reading.role).map(|role| role.archetype);
                    held.contains(&reading.role.as_str())
                        && match reading.nearness {
                            Nearness::Any => true,
                            Nearness::Unmet => false,
                            Nearness::Reason => action.kind == ActionKind::ReadForReason,
                            Nearness::Own => list || part("self") || archetype.is_some_and(|own| part(own.key())),
                            Nearness::Party => list || is_party,
                        }
                });
            let confidential = category.secrecy.is_some() && rules.sealed.contains(*item);
            let never = category.nevers.iter().any(|(role, _)| {
                let archetype = rules.roles.iter().find(|known| known.key == *role).map(|role| role.archetype.key());
                let otherwise = container.parties.iter().any(|party| Some(party.name) != archetype && part(party.name));
                (role == "guest" && id.is_none()) || (held.contains(&role.as_str()) && !otherwise)
            });
            reads && (!confidential || is_party) && !never
        })
}

/// A small source of numbers, so that every run tries the same cases.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.roll(of.len() as u64) as usize].clone()
    }

    fn actor(&mut self) -> Actor {
        match self.roll(12) {
            0 => Actor::Guest,
            1 => Actor::Job("mail.send"),
            _ => {
                let held: Vec<_> = Archetype::ALL.into_iter().filter(|_| self.roll(3) == 0).collect();
                member(u128::from(self.roll(4)), &held)
            }
        }
    }

    fn rules(&mut self) -> Rules {
        let mut rules = fake::campus();
        let nearness = [Nearness::Any, Nearness::Own, Nearness::Party, Nearness::Reason, Nearness::Unmet];
        let keys: Vec<_> = rules.roles.iter().map(|role| role.key.clone()).chain(["guest".to_owned()]).collect();
        for category in &mut rules.categories {
            category.secrecy = (self.roll(2) == 0).then(|| "secrecy".into());
            category.public = (self.roll(6) == 0).then(|| "public".into());
            category.nevers = (0..self.roll(3)).map(|_| (self.one(&keys), "never".into())).collect();
            category.nevers.dedup();
            category.nevers.sort();
            category.nevers.dedup();
            for reading in &mut category.readings {
                (reading.role, reading.nearness) = (self.one(&keys[..6]), self.one(&nearness));
            }
        }
        rules
    }
}

/// Cases for each set of rules.
const ROUNDS: usize = 2500;

#[test]
fn cedar_decides_as_the_rules_read() {
    let inventory = fake::inventory();
    let mut dice = Dice(20_261_122);
    let (mut tried, mut granted) = (0, 0);
    for _ in 0..16 {
        let rules = dice.rules();
        let restrict: Vec<_> = (0..4).filter(|_| dice.roll(4) == 0).map(person).collect();
        let restrictions = Restrictions::default();
        restrict.iter().for_each(|person| restrictions.begin(*person));
        let access = Access::from_rules(&rules, &inventory).unwrap().heeding(restrictions.into());
        for _ in 0..ROUNDS {
            let action = &fake::ACTIONS[dice.roll(fake::ACTIONS.len() as u64) as usize];
            let actor = dice.actor();
            let parties = vec![("coach", person(dice.roll(4).into())), ("participant", person(dice.roll(4).into()))];
            let about = match action.container {
                "trajectory" => Resource { parties, ..trajectory(dice.one(&["open", "ended"])) },
                "person" => Resource::person(person(dice.roll(4).into())),
                _ => Resource::organisation(),
            };
            let book = by_the_book(&rules, &inventory, action, &actor, &about, &restrict);
            let cedar = access.would_allow(&scope(actor.clone()), action, &about);
            assert_eq!(cedar, book, "{actor:?} {} {about:?}\n{}", action.name, access.policies_of(action.name));
            tried += 1;
            granted += usize::from(cedar);
        }
        // Each remembered answer was held against an evaluation as well: see `Remembered`.
        assert!((1..ROUNDS).contains(&access.shapes()), "no answer served twice");
    }
    assert!(granted > tried / 20 && granted < tried / 2, "{granted} of {tried}: the cases are one-sided");
}

#[test]
fn the_same_shape_is_decided_once() {
    let access = campus();
    for number in 10..60 {
        let coach = member(number, &[Coach]);
        let parties = vec![("coach", person(number)), ("participant", person(99))];
        let about = Resource { id: Uuid::from_u128(number), parties, ..trajectory("open") };
        assert!(allowed(&access, coach.clone(), "dialogue.read", &about));
        assert!(!allowed(&access, coach, "dialogue.read", &trajectory("open")));
    }
    assert_eq!(access.shapes(), 2);
    assert!(!allowed(&access, member(1, &[Coach]), "dialogue.write", &trajectory("ended")));
    assert_eq!(access.shapes(), 3);
}

/// Prints the cost of a decision; run with `--ignored --nocapture`, and in release for a figure that means something.
#[test]
#[ignore = "a measurement"]
#[expect(clippy::disallowed_methods, reason = "a measurement needs the real clock")]
fn cost_of_a_decision() {
    let (access, about, scope) = (campus(), trajectory("open"), scope(member(1, &[Coach])));
    let action = find("dialogue.read");
    let began = std::time::Instant::now();
    let rounds = 20_000;
    for _ in 0..rounds {
        assert!(access.decide(&scope, action, &about).is_ok());
    }
    println!("{:?} for a decision", began.elapsed() / rounds);
}
