//! What the house stores, and what can be done in it.

use kernel::{
    Slice,
    manifest::{
        Action, ActionKind, By, Class, Column, Container,
        Content::{Personal, Reference, Technical},
        Event, Job, Migration, Party,
        Protection::{Plain, Sealed},
        Table,
    },
};

kernel::id! {
    /// A coach and a participant.
    TrajectoryId,
    /// Something written.
    RowId,
}

const fn column(name: &'static str, item: &'static str) -> Column {
    Column { name, content: Personal(item, Sealed) }
}

const fn open(name: &'static str, item: &'static str) -> Column {
    Column { name, content: Personal(item, Plain("tests compare it")) }
}

const fn points(name: &'static str, at: &'static str) -> Column {
    Column { name, content: Reference(at) }
}

const ID: Column = Column { name: "id", content: Technical("identifies the row") };

const fn table(name: &'static str, class: &'static str, container: &'static str, columns: &'static [Column]) -> Table {
    Table { name, class: Some(class), container_column: Some(container), id: "id", columns }
}

const TABLES: &[Table] = &[
    Table { name: "person", class: None, container_column: None, id: "id", columns: &[points("id", "person")] },
    Table {
        name: "account",
        class: Some("account"),
        container_column: Some("person"),
        id: "person",
        columns: &[points("person", "person"), column("name", "person.name")],
    },
    table("account_role", "account", "person", &[ID, points("person", "person"), open("role", "person.role")]),
    table(
        "trajectory",
        "trajectory",
        "id",
        &[
            points("id", "trajectory"),
            points("coach", "person"),
            points("participant", "person"),
            open("began", "trajectory.dates"),
        ],
    ),
    table(
        "message",
        "dialogue",
        "trajectory",
        &[ID, points("trajectory", "trajectory"), column("body", "message.body")],
    ),
    table(
        "attachment",
        "dialogue",
        "trajectory",
        &[ID, points("trajectory", "trajectory"), open("file", "attachment.file")],
    ),
    table(
        "private_note",
        "private-notes",
        "trajectory",
        &[ID, points("trajectory", "trajectory"), column("body", "private-note.body")],
    ),
];

const MIGRATION: &str = "
CREATE TABLE person (id BLOB NOT NULL PRIMARY KEY);
CREATE TABLE account (person BLOB NOT NULL PRIMARY KEY, name BLOB NOT NULL);
CREATE TABLE account_role (id BLOB NOT NULL PRIMARY KEY, person BLOB NOT NULL, role TEXT NOT NULL);
CREATE INDEX account_role_person ON account_role (person);
CREATE TABLE trajectory (id BLOB NOT NULL PRIMARY KEY, coach BLOB NOT NULL, participant BLOB NOT NULL, began INTEGER NOT NULL);
CREATE INDEX trajectory_coach ON trajectory (coach);
CREATE INDEX trajectory_participant ON trajectory (participant);
CREATE TABLE message (id BLOB NOT NULL PRIMARY KEY, trajectory BLOB NOT NULL, body BLOB NOT NULL);
CREATE INDEX message_trajectory ON message (trajectory);
CREATE TABLE attachment (id BLOB NOT NULL PRIMARY KEY, trajectory BLOB NOT NULL, file BLOB NOT NULL);
CREATE INDEX attachment_trajectory ON attachment (trajectory);
CREATE TABLE private_note (id BLOB NOT NULL PRIMARY KEY, trajectory BLOB NOT NULL, body BLOB NOT NULL);
CREATE INDEX private_note_trajectory ON private_note (trajectory);
";

const fn action(
    name: &'static str,
    container: &'static str,
    kind: ActionKind,
    items: &'static [&'static str],
    by: &'static [By],
) -> Action {
    let writes: &[&str] = if matches!(kind, ActionKind::Read) { &[] } else { items };
    Action { name, container, kind, discloses: items, writes, by, states: &[] }
}

const BOTH: &[By] = &[By::Party("coach"), By::Party("participant")];
const DIALOGUE: &[&str] = &["message.body", "attachment.file", "trajectory.dates"];

pub static PROFILE_WRITE: Action =
    action("profile.write", "person", ActionKind::Write, &["person.name", "person.role"], &[By::Party("self")]);
pub static DIALOGUE_WRITE: Action = action("dialogue.write", "trajectory", ActionKind::Write, DIALOGUE, BOTH);
pub static NOTE_WRITE: Action =
    action("note.write", "trajectory", ActionKind::Write, &["private-note.body"], &[By::Party("coach")]);

const ACTIONS: &[Action] = &[
    action("profile.write", "person", ActionKind::Write, &["person.name", "person.role"], &[By::Party("self")]),
    action("dialogue.write", "trajectory", ActionKind::Write, DIALOGUE, BOTH),
    action("note.write", "trajectory", ActionKind::Write, &["private-note.body"], &[By::Party("coach")]),
    action("profile.read", "person", ActionKind::Read, &["person.name", "person.role"], &[By::Party("self")]),
    action("dialogue.read", "trajectory", ActionKind::Read, DIALOGUE, BOTH),
    action("note.read", "trajectory", ActionKind::Read, &["private-note.body"], &[By::Party("coach")]),
];

pub static REMIND: Job = Job { name: "house.remind", about: "Reminds somebody.", handles: &[] };

kernel::queries! {
    /// A person.
    PERSON for ["profile.write"] = "INSERT INTO person (id) VALUES ($1)";
    /// A person's name.
    ACCOUNT for ["profile.write"] = "INSERT INTO account (person, name) VALUES ($1, $2)";
    /// A person's role.
    ROLE for ["profile.write"] = "INSERT INTO account_role (id, person, role) VALUES ($1, $2, $3)";
    /// A trajectory.
    TRAJECTORY for ["dialogue.write"] =
        "INSERT INTO trajectory (id, coach, participant, began) VALUES ($1, $2, $3, $4)";
    /// A message.
    MESSAGE for ["dialogue.write"] = "INSERT INTO message (id, trajectory, body) VALUES ($1, $2, $3)";
    /// An attachment.
    ATTACHMENT for ["dialogue.write"] = "INSERT INTO attachment (id, trajectory, file) VALUES ($1, $2, $3)";
    /// A private note.
    NOTE for ["note.write"] = "INSERT INTO private_note (id, trajectory, body) VALUES ($1, $2, $3)";
    /// The messages of a trajectory.
    MESSAGES for ["dialogue.read"] = "SELECT id, body FROM message WHERE trajectory = $1 ORDER BY id";
    /// The private notes of a trajectory.
    NOTES for ["note.read"] = "SELECT id, body FROM private_note WHERE trajectory = $1 ORDER BY id";
    /// The files of a trajectory.
    ATTACHMENTS for ["dialogue.read"] = "SELECT file FROM attachment WHERE trajectory = $1 ORDER BY id";
    /// A person's name.
    NAME for ["profile.read"] = "SELECT name FROM account WHERE person = $1";
    /// What there is: names of classes with their holders.
    EVERYTHING for ["dialogue.read", "profile.read", "note.read"] =
        "SELECT 'account', person FROM account
         UNION SELECT 'account', person FROM account_role
         UNION SELECT 'trajectory', id FROM trajectory
         UNION SELECT 'dialogue', trajectory FROM message
         UNION SELECT 'dialogue', trajectory FROM attachment
         UNION SELECT 'private-notes', trajectory FROM private_note
         UNION SELECT 'person', id FROM person";
    /// Breaks one step: nothing can be deleted from the notes.
    BREAK for ["note.write"] =
        "CREATE TRIGGER jam BEFORE DELETE ON private_note BEGIN SELECT RAISE(ABORT, 'private_note is jammed'); END";
    /// Mends it.
    MEND for ["note.write"] = "DROP TRIGGER jam";
}

pub static SLICE: Slice = Slice {
    name: "house",
    migrations: &[Migration { name: "0001_house", sql: MIGRATION }],
    containers: &[
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
            states: &[],
        },
    ],
    classes: &[
        Class { name: "account", container: "person", goes_with: &["self"], sealed_also_for: None },
        Class { name: "trajectory", container: "trajectory", goes_with: &["participant"], sealed_also_for: None },
        Class {
            name: "dialogue",
            container: "trajectory",
            goes_with: &["participant"],
            sealed_also_for: Some("participant"),
        },
        Class {
            name: "private-notes",
            container: "trajectory",
            goes_with: &["participant", "coach"],
            sealed_also_for: None,
        },
    ],
    tables: TABLES,
    events: &[
        Event { name: "trajectory-ended", about: &["trajectory", "person"] },
        Event { name: "agreement-ended", about: &["person"] },
        Event { name: "last-login", about: &["person"] },
    ],
    actions: ACTIONS,
    queries: QUERIES,
    jobs: &[Job { name: "house.remind", about: "Reminds somebody.", handles: &[] }],
    ..Slice::EMPTY
};
