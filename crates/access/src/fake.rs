//! A small coaching house for tests, and a statement's rules for it.

use std::sync::Arc;

use kernel::{
    Actor, Archetype, Inventory, Language, Member, OrganisationKey, PersonId, RequestId, Rng, Scope, Slice, Timestamp,
    Uuid,
    id::Id as _,
    manifest::{
        Action, ActionKind, By, Class, Column, Container, Content::Personal, Job, Party, Protection::Plain,
        Protection::Sealed, Table,
    },
};

use crate::{
    exception::{Door, HANDING_OVER},
    rules::{Category, DoorRule, Nearness, Reading, Role, Rules},
};

const fn table(name: &'static str, class: &'static str, columns: &'static [Column]) -> Table {
    Table { name, class: Some(class), container_column: Some("container"), id: "id", columns }
}

const fn class(name: &'static str, container: &'static str) -> Class {
    Class { name, container, goes_with: &[], sealed_also_for: None }
}

const fn action(
    name: &'static str,
    container: &'static str,
    discloses: &'static [&'static str],
    by: &'static [By],
    states: &'static [&'static str],
) -> Action {
    Action { name, container, kind: ActionKind::Read, discloses, writes: &[], by, states }
}

const fn of_kind(kind: ActionKind, action: Action) -> Action {
    Action { kind, ..action }
}

const BOTH: &[By] = &[By::Party("coach"), By::Party("participant")];

pub(crate) static ACTIONS: [Action; 14] = [
    action("dialogue.read", "trajectory", &["person.name", "message.body", "message.times"], BOTH, &[]),
    of_kind(ActionKind::Write, action("dialogue.write", "trajectory", &["message.body"], BOTH, &["open"])),
    action("goal.read", "trajectory", &["goal.title"], BOTH, &[]),
    action("private-note.read", "trajectory", &["private-note.body"], &[By::Party("coach")], &[]),
    of_kind(
        ActionKind::Manage,
        action(
            "trajectory.end",
            "trajectory",
            &["person.name"],
            &[By::Party("coach"), By::Archetype(Archetype::Manager)],
            &["open"],
        ),
    ),
    action("people.list", "organisation", &["person.name"], &[By::Archetype(Archetype::Manager)], &[]),
    action("desk.read", "organisation", &["person.name", "message.times"], &[By::Archetype(Archetype::Coach)], &[]),
    of_kind(
        ActionKind::ReadForReason,
        action("desk.search", "organisation", &["message.body"], &[By::Archetype(Archetype::Coach)], &[]),
    ),
    action("my-data.read", "person", &["person.name", "secret.unnamed"], &[By::Party("self")], &[]),
    action("my-profile.read", "person", &["person.name"], &[By::Party("self")], &[]),
    of_kind(ActionKind::Right, action("my-restriction.lift", "person", &["person.name"], &[By::Party("self")], &[])),
    action(
        "person.see",
        "person",
        &["person.name"],
        &[By::Archetype(Archetype::Manager), By::Archetype(Archetype::Officer)],
        &[],
    ),
    action("welcome.read", "organisation", &[], &[By::Guest], &[]),
    action("start.read", "organisation", &[], &[By::Member], &[]),
];

pub(crate) const MAIL_JOB: Job = Job { name: "mail.send", about: "Sends a mail.", handles: &["person.name"] };
static NOSY: Job = Job { name: "nosy", about: "Counts words in messages.", handles: &["message.body"] };

pub(crate) static MAIL: Job = MAIL_JOB;
const JOBS: &[Job] = &[MAIL_JOB];
const CLASSES: &[Class] = &[
    class("account", "person"),
    Class { goes_with: &["participant"], ..class("trajectory", "trajectory") },
    class("dialogue", "trajectory"),
    class("private-notes", "trajectory"),
];
const TABLES: &[Table] = &[
    table(
        "person",
        "account",
        &[
            Column { name: "name", content: Personal("person.name", Sealed) },
            Column { name: "odd", content: Personal("secret.unnamed", Sealed) },
        ],
    ),
    table("trajectory", "trajectory", &[]),
    table(
        "message",
        "dialogue",
        &[
            Column { name: "body", content: Personal("message.body", Sealed) },
            Column { name: "sent", content: Personal("message.times", Plain("sorted")) },
            Column { name: "goal", content: Personal("goal.title", Sealed) },
        ],
    ),
    table("private_note", "private-notes", &[Column { name: "body", content: Personal("private-note.body", Sealed) }]),
];

const fn slice() -> Slice {
    Slice {
        name: "fake",
        containers: &[
            Container {
                name: "person",
                table: "person",
                id: "id",
                parties: &[Party { name: "self", column: "id" }],
                states: &[],
            },
            Container { name: "organisation", table: "organisation", id: "id", parties: &[], states: &[] },
            Container {
                name: "trajectory",
                table: "trajectory",
                id: "id",
                parties: &[
                    Party { name: "coach", column: "coach" },
                    Party { name: "participant", column: "participant" },
                ],
                states: &["open", "ended"],
            },
        ],
        classes: CLASSES,
        tables: TABLES,
        actions: &ACTIONS,
        jobs: JOBS,
        ..Slice::EMPTY
    }
}

static HOUSE: Slice = slice();
static NOSY_HOUSE: Slice = Slice { jobs: &[NOSY], ..slice() };

/// What the small house stores and does.
pub(crate) fn inventory() -> Inventory {
    Inventory::new([&HOUSE]).unwrap()
}

/// The same, with a job that wants content.
pub(crate) fn nosy_inventory() -> Inventory {
    Inventory::new([&NOSY_HOUSE]).unwrap()
}

pub(crate) fn find(name: &str) -> &'static Action {
    ACTIONS.iter().find(|action| action.name == name).unwrap()
}

fn reading(role: &str, nearness: Nearness) -> Reading {
    Reading { role: role.into(), nearness, clause: format!("read-{role}") }
}

/// The rules of a campus: managers manage, coaches coach, nobody else reads.
pub(crate) fn campus() -> Rules {
    let category = |key: &str, secret: bool, readings: Vec<Reading>, nevers: &[&str]| Category {
        key: key.into(),
        secrecy: secret.then(|| format!("category-{key}")),
        readings,
        public: None,
        nevers: nevers.iter().map(|role| ((*role).to_owned(), format!("never-{key}-{role}"))).collect(),
    };
    let roles = Archetype::ALL.map(|archetype| Role { key: format!("our-{}", archetype.key()), archetype });
    Rules {
        is_earlier: false,
        roles: roles.into(),
        categories: vec![
            category(
                "profile",
                false,
                vec![
                    reading("our-manager", Nearness::Any),
                    reading("our-coach", Nearness::Party),
                    reading("our-participant", Nearness::Party),
                    reading("our-officer", Nearness::Any),
                ],
                &[],
            ),
            category(
                "dialogue",
                true,
                vec![reading("our-coach", Nearness::Party), reading("our-participant", Nearness::Own)],
                &["our-manager"],
            ),
            category("private-notes", true, vec![reading("our-coach", Nearness::Own)], &["our-manager"]),
        ],
        items: [
            ("person.name", 0),
            ("message.body", 1),
            ("message.times", 1),
            ("goal.title", 1),
            ("private-note.body", 2),
        ]
        .map(|(item, place)| (item.to_owned(), place))
        .into(),
        sealed: crate::rules::sealed_items(&inventory()),
        shared: crate::rules::shared_content(&inventory()),
        doors: doors(),
    }
}

/// A technician mends for an hour with one other's word; two hand over what the law forces, or what the person agrees to.
fn doors() -> Vec<DoorRule> {
    let rule = |door, role: &str, agreed, lasts, grounds: &[&str], except: &[&str]| DoorRule {
        door,
        roles: vec![role.to_owned()],
        agreed,
        lasts,
        grounds: grounds.iter().map(ToString::to_string).collect(),
        except: except.iter().map(ToString::to_string).collect(),
        clause: "clause".to_owned(),
    };
    vec![
        rule(Door::BreakGlass, "our-technician", 1, 3600, &[], &["profile"]),
        rule(Door::Disclosure, "our-officer", 2, HANDING_OVER, &["contract", "consent", "legal-claim"], &[]),
    ]
}

struct NoRng;

impl Rng for NoRng {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill(7);
    }
}

pub(crate) fn person(n: u128) -> PersonId {
    PersonId::from_uuid(Uuid::from_u128(n))
}

pub(crate) fn member(n: u128, archetypes: &[Archetype]) -> Actor {
    let roles: Vec<_> = archetypes
        .iter()
        .map(|archetype| kernel::Role { key: format!("our-{}", archetype.key()).into(), archetype: *archetype })
        .collect();
    Actor::Member(Member { id: person(n), roles: roles.into() })
}

pub(crate) fn scope(actor: Actor) -> Scope {
    Scope {
        organisation: OrganisationKey::new("campus").unwrap(),
        actor,
        now: Timestamp::from_second(1_750_000_000).unwrap(),
        zone: kernel::jiff::tz::TimeZone::UTC,
        language: Language::En,
        request: RequestId::from_uuid(Uuid::from_u128(9)),
        session: None,
        rng: Arc::new(NoRng),
    }
}

const ROLES: &str = r#"
    role "our-manager" is="manager"
    role "our-coach" is="coach"
    role "our-participant" is="participant"
    role "our-officer" is="officer"
    role "our-technician" is="technician"
"#;

/// A statement of the small house, with these further lines. It lets nobody but participants read the dialogue.
pub(crate) fn plan(version: u32, lines: &str) -> statement::Plan {
    let category = |key: &str, items: &str| {
        format!(
            "category \"{key}\" {{ name en=\"{key}\"; includes {items}; purpose \"service\"; basis \"contract\"; }}\n"
        )
    };
    let kept = ["profile", "dialogue"]
        .map(|key| format!("keep \"{key}\" for=\"1 year\" after=\"trajectory-ended\"\n"))
        .concat();
    let categories = category("profile", &format!("\"person.name\" \"{}\"", crate::ACCEPTANCE_ITEM))
        + &category("dialogue", "\"message.body\" \"message.times\"");
    let text = format!(
        r#"statement "house" {{
            version {version} effective="2020-01-01"
            languages "en"
            time-zone "Europe/Amsterdam"
            controller "House B.V." country="NL" {{ contact "privacy@house.example"; authority "nl-ap"; }}
            purpose "service" en="to run the service"
            {ROLES}{categories}{kept}
            read "profile" by="our-coach" when="in-relation"
            read "profile" by="our-participant" when="in-relation"
            read "dialogue" by="our-participant" when="own"
            {lines}
        }}"#
    );
    let checked = statement::check(&text, None);
    checked.plan.unwrap_or_else(|| panic!("{:?}", checked.diagnostics))
}
