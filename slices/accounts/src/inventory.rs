//! What accounts store, column by column (I1), what goes together, and what leaves.

use kernel::manifest::{
    Class, Column, Container,
    Content::{Personal, Reference, Technical},
    Event, Migration, Output, OutputKind, Party,
    Protection::KeyedHash,
    Table, mail, plain, sealed,
};

/// The schema.
pub const MIGRATIONS: &[Migration] = &[
    Migration { name: "0001_people", sql: include_str!("migrations/0001_people.sql") },
    Migration { name: "0002_devices", sql: include_str!("migrations/0002_devices.sql") },
    Migration { name: "0003_second_step", sql: include_str!("migrations/0003_second_step.sql") },
    Migration { name: "0004_roles", sql: include_str!("migrations/0004_roles.sql") },
];

/// A person's own file, and the organisation itself for the lists that managers see.
pub const CONTAINERS: &[Container] = &[
    Container {
        name: "person",
        table: "person",
        id: "id",
        parties: &[Party { name: "self", column: "id" }],
        states: &[],
    },
    Container { name: "organisation", table: "organisation", id: "id", parties: &[], states: &[] },
];

/// What goes at one date and under one key.
pub const CLASSES: &[Class] = &[
    Class { name: "account", container: "person", goes_with: &["self"], sealed_also_for: None },
    Class { name: "sign-in", container: "person", goes_with: &["self"], sealed_also_for: None },
    Class { name: "invitation", container: "person", goes_with: &["self"], sealed_also_for: None },
];

const PERSON: Column = Column { name: "person", content: Reference("person") };
const ROW: Column = Column { name: "id", content: Technical("identifies the row; drawn at random") };

const DATES: &str = "lists show where a person stands, and are filtered by it, without opening a seal";
const TOKEN: &str = "the hash of 256 random bits: whoever reads it can neither sign in nor learn anything";
const DEVICE: &str = "browser and system in two of a few words, which say nothing of whose they are";
const LIMITS: &str = "the end of a session or link is compared with the clock at every use";

/// Every table, each with every column.
pub const TABLES: &[Table] = &[
    Table {
        name: "organisation",
        class: None,
        container_column: None,
        id: "id",
        columns: &[Column { name: "id", content: Technical("always the nil identifier") }],
    },
    Table {
        name: "person",
        class: None,
        container_column: None,
        id: "id",
        columns: &[Column { name: "id", content: Reference("person") }],
    },
    Table {
        name: "account",
        class: Some("account"),
        container_column: Some("person"),
        id: "person",
        columns: &[
            PERSON,
            Column { name: "email_hash", content: Personal("person.email", KeyedHash) },
            sealed("name", "person.name"),
            sealed("email", "person.email"),
            plain("language", "person.language", "one of three words; a mail is written and a page drawn by it"),
            Column { name: "theme", content: Technical("light, dark or as the device says: a choice of colours") },
            plain("invited_at", "person.states", DATES),
            plain("accepted_at", "person.states", DATES),
            plain("left_at", "person.states", DATES),
        ],
    },
    Table {
        name: "account_role",
        class: Some("account"),
        container_column: Some("person"),
        id: "id",
        columns: &[
            ROW,
            PERSON,
            plain("role", "person.role", "what a person may do is decided by it, before any seal can be opened"),
        ],
    },
    Table {
        name: "invitation",
        class: Some("invitation"),
        container_column: Some("person"),
        id: "id",
        columns: &[
            ROW,
            PERSON,
            Column { name: "invited_by", content: Reference("person") },
            sealed("note", "invitation.note"),
            plain("sent_at", "invitation.note", DATES),
        ],
    },
    Table {
        name: "credential",
        class: Some("sign-in"),
        container_column: Some("person"),
        id: "person",
        columns: &[
            PERSON,
            sealed("password", "sign-in.password"),
            Column { name: "changed_at", content: Technical("when the hash was last made anew; the day of a change") },
        ],
    },
    Table {
        name: "session",
        class: Some("sign-in"),
        container_column: Some("person"),
        id: "id",
        columns: &[
            ROW,
            PERSON,
            plain("token_hash", "sign-in.session", TOKEN),
            plain("began_at", "sign-in.session", LIMITS),
            plain("seen_at", "sign-in.session", LIMITS),
            plain("ends_at", "sign-in.session", LIMITS),
            plain("device", "sign-in.session", DEVICE),
            Column { name: "second_step", content: Technical("whether more than a password was shown when it began") },
        ],
    },
    Table {
        name: "sign_in_link",
        class: Some("sign-in"),
        container_column: Some("person"),
        id: "id",
        columns: &[
            ROW,
            PERSON,
            Column { name: "purpose", content: Technical("an invitation, a new password or an address") },
            plain("token_hash", "sign-in.link", TOKEN),
            plain("made_at", "sign-in.link", LIMITS),
            plain("ends_at", "sign-in.link", LIMITS),
        ],
    },
];

const fn about_person(name: &'static str) -> Event {
    Event { name, about: &["person"] }
}

/// An invitation was sent (again).
pub const INVITED: &str = "invited";
/// An invitation went out and was not answered; taken back when the person accepts.
pub const UNANSWERED: &str = "unanswered";
/// Credentials were made: a password was chosen for the first time or anew.
pub const CREDENTIALS_ISSUED: &str = "credentials-issued";
/// The person last signed in, or last used a session that was still open.
pub const LAST_LOGIN: &str = "last-login";
/// The agreement with the person ended.
pub const AGREEMENT_ENDED: &str = "agreement-ended";

/// What a period may run from.
pub const EVENTS: &[Event] = &[
    about_person(INVITED),
    about_person(UNANSWERED),
    about_person(CREDENTIALS_ISSUED),
    about_person(LAST_LOGIN),
    about_person(AGREEMENT_ENDED),
];

/// "You are invited": who asks and what for, without the name of anybody.
pub const MAIL_INVITATION: &str = "accounts-mail-invitation";
/// "Choose a new password."
pub const MAIL_RESET: &str = "accounts-mail-reset";
/// "Your password was changed."
pub const MAIL_PASSWORD_CHANGED: &str = "accounts-mail-password-changed";

/// What leaves the database.
pub const OUTPUTS: &[Output] = &[
    mail(MAIL_INVITATION),
    mail(MAIL_RESET),
    mail(MAIL_PASSWORD_CHANGED),
    Output {
        kind: OutputKind::File,
        name: "my-data.zip",
        items: &["person.name", "person.email", "person.language", "person.role", "person.states", "invitation.note"],
    },
    Output { kind: OutputKind::Cookie, name: "session", items: &["sign-in.session"] },
    Output { kind: OutputKind::Cookie, name: crate::device::KEY, items: &[] },
];
