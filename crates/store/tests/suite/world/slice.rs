//! A small coaching slice, for tests.

use kernel::{
    Slice,
    manifest::{
        Action, ActionKind, By, Class, Column, Container,
        Content::{Personal, Reference, Technical},
        Event, Job, Migration, Party,
        Protection::{KeyedHash, Plain, Sealed},
        Sql, Table,
    },
};

kernel::id! {
    /// A trajectory.
    TrajectoryId,
    /// A message.
    MessageId,
}

const fn technical(name: &'static str) -> Column {
    Column { name, content: Technical("a test's") }
}

const fn sealed(name: &'static str, item: &'static str) -> Column {
    Column { name, content: Personal(item, Sealed) }
}

const fn pointer(name: &'static str, container: &'static str) -> Column {
    Column { name, content: Reference(container) }
}

pub(crate) static CONTAINERS: [Container; 3] = [
    Container { name: "organisation", table: "organisation", id: "id", parties: &[], states: &[] },
    Container {
        name: "person",
        table: "person",
        id: "id",
        parties: &[Party { name: "self", column: "id" }],
        states: &[],
    },
    Container {
        name: "trajectory",
        table: "trajectory",
        id: "id",
        parties: &[Party { name: "coach", column: "coach" }, Party { name: "participant", column: "participant" }],
        states: &["open", "ended"],
    },
];

pub(crate) static CLASSES: [Class; 3] = [
    Class { name: "account", container: "person", goes_with: &["self"], sealed_also_for: None },
    Class {
        name: "dialogue",
        container: "trajectory",
        goes_with: &["participant"],
        sealed_also_for: Some("participant"),
    },
    Class {
        name: "private-notes",
        container: "trajectory",
        goes_with: &["coach", "participant"],
        sealed_also_for: None,
    },
];

pub(crate) const TABLES_OF: [Table; 6] = [
    Table {
        name: "organisation",
        class: None,
        container_column: None,
        id: "id",
        columns: &[pointer("id", "organisation")],
    },
    Table {
        name: "person",
        class: Some("account"),
        container_column: Some("id"),
        id: "id",
        columns: &[
            pointer("id", "person"),
            sealed("name", "person.name"),
            sealed("email", "person.email"),
            Column { name: "email_hash", content: Personal("person.email", KeyedHash) },
        ],
    },
    Table {
        name: "trajectory",
        class: None,
        container_column: None,
        id: "id",
        columns: &[
            pointer("id", "trajectory"),
            pointer("coach", "person"),
            pointer("participant", "person"),
            technical("state"),
        ],
    },
    Table {
        name: "message",
        class: Some("dialogue"),
        container_column: Some("trajectory"),
        id: "id",
        columns: &[
            technical("id"),
            pointer("trajectory", "trajectory"),
            sealed("body", "message.body"),
            Column { name: "sent_at", content: Personal("message.times", Plain("sorted by")) },
        ],
    },
    Table {
        name: "attachment",
        class: Some("dialogue"),
        container_column: Some("trajectory"),
        id: "id",
        columns: &[
            technical("id"),
            technical("message"),
            pointer("trajectory", "trajectory"),
            Column { name: "file", content: Personal("attachment.file", Plain("points at the sealed file")) },
            sealed("name", "attachment.name"),
        ],
    },
    Table {
        name: "note",
        class: Some("private-notes"),
        container_column: Some("trajectory"),
        id: "id",
        columns: &[technical("id"), pointer("trajectory", "trajectory"), sealed("body", "private-note.body")],
    },
];

const fn action(
    name: &'static str,
    container: &'static str,
    writes: &'static [&'static str],
    by: &'static [By],
) -> Action {
    Action { name, container, kind: ActionKind::Write, discloses: &[], writes, by, states: &[] }
}

const BOTH: &[By] = &[By::Party("coach"), By::Party("participant")];

pub(crate) static PERSON_WRITE: Action =
    action("person.write", "person", &["person.name", "person.email"], &[By::Member]);
pub(crate) static DIALOGUE: Action = action(
    "dialogue.write",
    "trajectory",
    &["message.body", "message.times", "attachment.name", "attachment.file"],
    BOTH,
);
pub(crate) static NOTES: Action = action("note.write", "trajectory", &["private-note.body"], &[By::Party("coach")]);
pub(crate) static PEOPLE: Action = action("people.list", "organisation", &["person.name"], &[By::Member]);
pub(crate) static OPEN: Action = action("trajectory.open", "trajectory", &[], &[By::Member]);

static ACTIONS: [Action; 5] = [PERSON_WRITE, DIALOGUE, NOTES, PEOPLE, OPEN];

pub(crate) static REMIND: Job = Job { name: "remind", about: "Reminds.", handles: &[] };
static JOBS: [Job; 1] = [REMIND];

kernel::queries! {
    /// A person.
    ADD_PERSON for ["person.write"] =
        "INSERT INTO person (id, name, email, email_hash) VALUES ($1, $2, $3, $4)";
    /// A person by address.
    BY_EMAIL for ["person.write"] = "SELECT id FROM person WHERE email_hash = $1";
    /// A person's sealed values.
    PERSON for ["person.write"] = "SELECT name, email FROM person WHERE id = $1";
    /// The oldest entries of the ledger, taken away behind the store's back.
    FORGET_ENTRIES for ["person.write"] = "DELETE FROM ledger WHERE sequence < $1";
    /// An entry of the ledger, changed behind the store's back.
    SET_EVIDENCE for ["person.write"] = "UPDATE ledger SET evidence = $2 WHERE sequence = $1";
    /// The newest entries of the ledger, cut off behind the store's back.
    CUT_LEDGER for ["person.write"] = "DELETE FROM ledger WHERE sequence > $1";
    /// The heads of entries that were cut off.
    CUT_HEADS for ["person.write"] = "DELETE FROM ledger_head WHERE sequence > $1";
    /// A signature that nobody made.
    SET_SIGNATURE for ["person.write"] = "UPDATE ledger_head SET signature = $1";
    /// A hash of something else.
    SET_HASH for ["person.write"] = "UPDATE person SET email_hash = $2 WHERE id = $1";
    /// Another coach.
    SET_COACH for ["trajectory.open"] = "UPDATE trajectory SET coach = $2 WHERE id = $1";
    /// A person, gone without a trace in the keyring.
    DROP_PERSON for ["person.write"] = "DELETE FROM person WHERE id = $1";
    /// An attachment, gone without its file.
    DROP_ATTACHMENT for ["dialogue.write"] = "DELETE FROM attachment WHERE id = $1";
    /// Everyone.
    COUNT for ["people.list"] = "SELECT COUNT(*) FROM person";
    /// A trajectory.
    ADD_TRAJECTORY for ["trajectory.open"] =
        "INSERT INTO trajectory (id, coach, participant, state) VALUES ($1, $2, $3, 'open')";
    /// A message.
    ADD_MESSAGE for ["dialogue.write"] =
        "INSERT INTO message (id, trajectory, body, sent_at) VALUES ($1, $2, $3, $4)";
    /// Replaces a body.
    SET_BODY for ["dialogue.write"] = "UPDATE message SET body = $2 WHERE id = $1";
    /// Messages, newest first; the parameters stand in no order.
    MESSAGES for ["dialogue.write"] =
        "SELECT id, body, sent_at FROM message WHERE trajectory = $2 ORDER BY sent_at DESC, id DESC LIMIT $1";
    /// An attachment.
    ADD_ATTACHMENT for ["dialogue.write"] =
        "INSERT INTO attachment (id, message, trajectory, file, name) VALUES ($1, $2, $3, $4, $5)";
    /// A note.
    ADD_NOTE for ["note.write"] = "INSERT INTO note (id, trajectory, body) VALUES ($1, $2, $3)";
}

/// In no manifest.
pub(crate) static STRAY: Sql = Sql { name: "stray", text: "SELECT body FROM message", runs_for: &[] };

pub(crate) const MIGRATIONS_0: Migration = Migration { name: "0001_world", sql: include_str!("0001_world.sql") };

pub(crate) static TABLES: [Table; 6] = TABLES_OF;

/// The slice, as a constant so that tests can make faulty copies.
pub(crate) const WORLD: Slice = Slice {
    name: "world",
    migrations: &[MIGRATIONS_0],
    containers: &CONTAINERS,
    classes: &CLASSES,
    tables: &TABLES,
    events: &[
        Event { name: "trajectory-ended", about: &["trajectory"] },
        Event { name: "agreement-ended", about: &["person"] },
    ],
    actions: &ACTIONS,
    queries: QUERIES,
    jobs: &JOBS,
    ..Slice::EMPTY
};

pub(crate) static SLICE: Slice = WORLD;
