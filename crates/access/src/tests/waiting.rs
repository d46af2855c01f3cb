//! What waits for somebody's own act: an undertaking that is not accepted yet, a version that is not chosen yet.

use std::{collections::HashMap, sync::Arc};

use kernel::{
    Archetype::{Coach, Manager, Officer, Participant},
    Inventory, Slice, Timestamp,
    manifest::{Column, Content::Personal, Protection::Plain, Table},
};
use statement::plan::Undertaking;

use super::{allowed, trajectory};
use crate::{
    ACCEPTANCE_ITEM, Acceptances, Access, Choices, Earlier, Resource,
    fake::{self, find, member, person, plan, scope},
    text_hash,
};

const COACHES_READ: &str = r#"read "dialogue" by="our-coach" when="in-relation""#;
const MANAGERS_LIST: &str = r#"read "profile" by="our-manager""#;
const PROMISE: &str = r#"undertaking "secrecy" by="our-coach" { en "I keep it to myself."; }"#;

static PROMISES: Slice = Slice {
    name: "promises",
    tables: &[Table {
        name: "acceptance",
        class: Some("account"),
        container_column: Some("person"),
        id: "id",
        columns: &[Column { name: "at", content: Personal(ACCEPTANCE_ITEM, Plain("sorted")) }],
    }],
    ..Slice::EMPTY
};

fn house_that_keeps_acceptances() -> Inventory {
    Inventory::new(fake::inventory().slices().chain([&PROMISES])).unwrap()
}

/// The decisions of a house whose coaches promise secrecy, its register of who has, and the promise's hash.
fn promising() -> (Access, Arc<Acceptances>, [u8; 32]) {
    let (plan, register) = (plan(1, &[COACHES_READ, PROMISE].join("\n")), Arc::<Acceptances>::default());
    let hash = text_hash(plan.all::<Undertaking>().next().unwrap());
    let access = Access::new(&plan, &house_that_keeps_acceptances()).unwrap();
    (access.trusting(Arc::clone(&register)), register, hash)
}

// I17
#[test]
fn a_coach_is_shown_what_is_anothers_only_after_the_promise() {
    let (access, register, hash) = promising();
    let coach = || scope(member(1, &[Coach]));
    let look = || access.decide(&coach(), find("dialogue.read"), &trajectory("open"));
    assert!(look().unwrap_err().awaits_undertaking());
    assert!(!look().unwrap_err().is_paused());
    assert!(
        access.would_allow(&coach(), find("dialogue.read"), &trajectory("open")),
        "the button leads to the promise"
    );
    assert!(access.decide(&coach(), find("my-profile.read"), &Resource::person(person(1))).is_ok(), "one's own");
    assert!(access.decide(&coach(), find("start.read"), &Resource::organisation()).is_ok(), "shows nothing of others");
    let participant = scope(member(2, &[Participant]));
    assert!(access.decide(&participant, find("dialogue.read"), &trajectory("open")).is_ok(), "promises nothing");

    register.add(person(2), hash, Timestamp::UNIX_EPOCH);
    assert!(look().is_err(), "another's promise");
    register.add(person(1), [0; 32], Timestamp::UNIX_EPOCH);
    assert!(look().is_err(), "another text");
    let at = Timestamp::from_second(60).unwrap();
    register.add(person(1), hash, at);
    assert!(look().is_ok());
    assert_eq!(access.accepted(person(1), &hash), Some(at));
    assert_eq!(access.accepted(person(3), &hash), None);
    register.forget(person(1));
    assert!(look().is_err(), "nothing is known of the promise any more");
    assert!(register.at(person(2), &hash).is_some(), "of others it is");
}

#[test]
fn where_no_acceptance_is_kept_none_is_asked() {
    let plan = plan(1, &[COACHES_READ, PROMISE].join("\n"));
    let access = Access::new(&plan, &fake::inventory()).unwrap();
    assert!(access.decide(&scope(member(1, &[Coach])), find("dialogue.read"), &trajectory("open")).is_ok());
}

#[test]
fn another_text_key_or_law_is_another_promise() {
    let hash = |clause: &str| text_hash(plan(1, clause).all::<Undertaking>().next().unwrap());
    let one = hash(PROMISE);
    assert_eq!(one, hash(PROMISE));
    assert_ne!(one, hash(&PROMISE.replace("to myself", "secret")));
    assert_ne!(one, hash(&PROMISE.replace("\"secrecy\"", "\"silence\"")));
    assert_ne!(one, hash(&PROMISE.replace("by=", "law=\"7:457 BW\" by=")));
}

/// A house whose second version lets coaches read the dialogue and managers list people; the first did neither. The
/// participants 2 and 12 stand on the first.
fn amended() -> (Access, Arc<Choices>) {
    let (choices, inventory) = (Arc::<Choices>::default(), fake::inventory());
    let earlier = Earlier::new(1, plan(1, ""), &inventory).unwrap();
    assert_eq!((earlier.number(), earlier.plan().version().number), (1, 1));
    choices.begin(2, Vec::new(), HashMap::from([(person(2), 1), (person(12), 1)]), vec![earlier]);
    let access = Access::new(&plan(2, &[COACHES_READ, MANAGERS_LIST].join("\n")), &inventory).unwrap();
    (access.with_choices(Arc::clone(&choices)), choices)
}

// I18
#[test]
fn what_a_version_widens_waits_for_everyone_concerned() {
    let (access, choices) = amended();
    let (coach, participant) = (member(1, &[Coach]), member(2, &[Participant]));
    let read = |by: &kernel::Actor, about: &Resource| allowed(&access, by.clone(), "dialogue.read", about);
    assert!(!read(&coach, &trajectory("open")));
    assert!(read(&participant, &trajectory("open")), "the own dialogue was one's own before");
    let accepted = Resource { parties: vec![("coach", person(1)), ("participant", person(9))], ..trajectory("open") };
    assert!(read(&coach, &accepted), "who came later accepted the version in force");
    choices.choose(person(2), 2);
    assert!(read(&coach, &trajectory("open")));
}

#[test]
fn a_list_leaves_out_whoever_has_not_chosen() {
    let (access, choices) = amended();
    let manager = scope(member(3, &[Manager]));
    let list = || access.decide(&manager, find("people.list"), &Resource::organisation()).unwrap();
    let shows = |of: u128| access.would_show(&manager, find("people.list"), &Resource::person(person(of)));
    assert!(list().is_sparing(person(2)) && list().is_sparing(person(12)));
    assert!(!list().is_sparing(person(9)));
    assert!(!shows(2) && shows(9));
    choices.choose(person(2), 2);
    assert!(!list().is_sparing(person(2)) && list().is_sparing(person(12)));
    assert!(shows(2) && !shows(12));
    choices.forget(person(12));
    assert!(list().spares().is_none(), "nobody stands on the first version any more");
    assert!(shows(12));
}

#[test]
fn what_a_list_shows_of_somebody_is_what_the_action_may_show_there() {
    let (access, _) = amended();
    let shows =
        |archetype, of: &str, about: &Resource| access.would_show(&scope(member(3, &[archetype])), find(of), about);
    assert!(!shows(Coach, "people.list", &Resource::person(person(9))), "not the coach's list");
    assert!(!shows(Manager, "dialogue.read", &Resource::person(person(9))), "no list at all");
    assert!(shows(Coach, "start.read", &Resource::person(person(2))), "the first version allowed it as well");
    let own = Resource { parties: vec![("coach", person(3)), ("participant", person(9))], ..trajectory("open") };
    assert!(shows(Coach, "dialogue.read", &own) && !shows(Manager, "dialogue.read", &own));
}

#[test]
fn a_person_is_asked_for_each_version_in_its_turn() {
    let (access, choices) = amended();
    assert_eq!(access.choices().asks(person(2)), Some((1, 2)));
    assert_eq!(choices.asks(person(9)), None, "came under the one in force");
    choices.publish(4);
    choices.publish(3);
    choices.publish(3);
    assert_eq!(choices.asks(person(9)), Some((2, 3)));
    choices.choose(person(9), 3);
    assert_eq!(choices.asks(person(9)), Some((3, 4)));
    choices.choose(person(9), 4);
    assert_eq!(choices.asks(person(9)), None);
    assert_eq!(choices.earlier_of(person(2)), Some(1));
    assert_eq!(choices.earlier_of(person(9)), None, "not earlier than the one in force");
    choices.choose(person(2), 2);
    assert_eq!(choices.earlier_of(person(2)), None);
    assert_eq!(choices.earlier(1).map(|earlier| earlier.number()), Some(1));
    assert!(choices.earlier(2).is_none());
    assert_eq!(choices.rules().iter().map(|(number, _)| *number).collect::<Vec<_>>(), [1]);
}

#[test]
fn an_earlier_version_forbids_nothing_of_what_it_does_not_name() {
    let inventory = fake::inventory();
    let named = plan(
        2,
        r#"
        category "notes" { name en="notes"; includes "private-note.body"; purpose "service"; basis "contract"; }
        read "notes" by="our-coach" when="own"
        keep "notes" for="1 year" after="trajectory-ended"
    "#,
    );
    let choices = Arc::<Choices>::default();
    let earlier = Earlier::new(1, plan(1, ""), &inventory).unwrap();
    choices.begin(2, Vec::new(), HashMap::from([(person(2), 1)]), vec![earlier]);
    let access = Access::new(&named, &inventory).unwrap().with_choices(choices);
    assert!(allowed(&access, member(1, &[Coach]), "private-note.read", &trajectory("open")));
    let without = Access::new(&plan(1, ""), &inventory).unwrap();
    assert!(!allowed(&without, member(1, &[Coach]), "private-note.read", &trajectory("open")), "not what is in force");
}

#[test]
fn only_an_officer_by_an_officers_action_is_given_an_officers_grant() {
    let access = super::campus();
    let see = |archetypes: &[kernel::Archetype]| {
        access.decide(&scope(member(4, archetypes)), find("person.see"), &Resource::person(person(2))).unwrap()
    };
    assert!(see(&[Officer]).is_as_officer());
    assert!(!see(&[Manager]).is_as_officer());
    let both = scope(member(4, &[Officer, Manager]));
    let listed = access.decide(&both, find("people.list"), &Resource::organisation()).unwrap();
    assert!(!listed.is_as_officer(), "a manager's action");
}

#[test]
fn nothing_is_paused_that_nobody_restricts() {
    assert!(!super::campus().is_paused(&trajectory("open")));
    assert!(super::restricted_by(&[2]).is_paused(&trajectory("open")));
    assert!(!super::restricted_by(&[7]).is_paused(&trajectory("open")));
}
