//! What is stored of consents and mailings, column by column (I1).

use access::Resource;
use kernel::manifest::{
    Class, Column, Container,
    Content::{Personal, Reference},
    Event, Migration, Output, OutputKind,
    Protection::Sealed,
    Table, plain, technical,
};

/// The schema.
pub const MIGRATIONS: &[Migration] = &[
    Migration { name: "0001_mailings", sql: include_str!("../migrations/0001_mailings.sql") },
    Migration { name: "0002_returned", sql: include_str!("../migrations/0002_returned.sql") },
];

/// It is being written.
pub const DRAFT: &str = "draft";
/// It was sent.
pub const SENT: &str = "sent";

/// The container of a mailing.
pub const MAILING: &str = "mailing";

/// A mailing stands by itself: it is about nobody, and nobody's erasure takes it.
pub const CONTAINERS: &[Container] =
    &[Container { name: MAILING, table: "mailing", id: "id", parties: &[], states: &[DRAFT, SENT] }];

/// The class of what people agreed to. A withdrawal stands in the ledger under this name.
pub const CONSENT_CLASS: &str = "consent";

const fn own(name: &'static str) -> Class {
    Class { name, container: Resource::PERSON, goes_with: &[Resource::SELF], sealed_also_for: None }
}

/// What goes at one date. Links work for as long as there is somebody whom they could serve.
pub const CLASSES: &[Class] = &[
    own(CONSENT_CLASS),
    own("mailing-link"),
    Class { name: MAILING, container: MAILING, goes_with: &[], sealed_also_for: None },
];

/// What somebody agreed to, when, and when that was withdrawn.
pub const ANSWER: &str = statement::plan::Consent::ITEM;
/// The subject and the text of a mailing.
pub const TEXT: &str = statement::plan::Mailing::ITEM;
/// A link of a mail that somebody was sent.
pub const LINK: &str = "mailing.link";

const ROW: &str = "identifies the row; drawn at random";
const COMPARED: &str = "compared whenever a mailing is sent, without opening a seal";
const TOKEN: &str = "the hash of 256 random bits: whoever reads it learns nothing";
const OURS: &str = "about a text of the organisation's own, and about nobody";

const fn sealed(name: &'static str) -> Column {
    Column { name, content: Personal(TEXT, Sealed) }
}

/// Every table, each with every column.
pub const TABLES: &[Table] = &[
    Table {
        name: "consent",
        class: Some(CONSENT_CLASS),
        container_column: Some("person"),
        id: "id",
        columns: &[
            technical("id", ROW),
            Column { name: "person", content: Reference("person") },
            plain("consent", ANSWER, COMPARED),
            plain("wording", ANSWER, COMPARED),
            plain("version", ANSWER, "part of the proof of what was agreed to"),
            plain("given_at", ANSWER, COMPARED),
            plain("withdrawn_at", ANSWER, COMPARED),
        ],
    },
    Table {
        name: "mailing",
        class: Some(MAILING),
        container_column: Some("id"),
        id: "id",
        columns: &[
            Column { name: "id", content: Reference(MAILING) },
            technical("kind", "the statement's key of what is mailed"),
            Column { name: "written_by", content: Reference("person") },
            technical("written_at", OURS),
            technical("sent_at", OURS),
            technical("sent_to", "how many people it was sent to; not who"),
            technical("returned", "how many mailboxes turned out by it to be no more; not whose"),
        ],
    },
    Table {
        name: "mailing_text",
        class: Some(MAILING),
        container_column: Some("mailing"),
        id: "id",
        columns: &[
            technical("id", ROW),
            Column { name: "mailing", content: Reference(MAILING) },
            technical("language", OURS),
            sealed("subject"),
            sealed("body"),
        ],
    },
    Table {
        name: "mailing_link",
        class: Some("mailing-link"),
        container_column: Some("person"),
        id: "id",
        columns: &[
            technical("id", ROW),
            Column { name: "person", content: Reference("person") },
            plain("consent", LINK, "says what the link stops"),
            technical("purpose", "one of two words: what the link is for"),
            plain("token_hash", LINK, TOKEN),
            plain("made_at", LINK, "shows when the mail was sent"),
            plain("used_at", LINK, "a link asks for an erasure once"),
        ],
    },
];

/// A mailing was written, or sent.
pub const MAILING_MOVED: &str = "mailing-moved";

/// What a period may run from.
pub const EVENTS: &[Event] = &[Event { name: MAILING_MOVED, about: &[MAILING] }];

/// The organisation's own words, to somebody who agreed to get them.
pub const MAIL: &str = "mailings-mail";

/// What leaves the database.
pub const OUTPUTS: &[Output] = &[Output { kind: OutputKind::Mail, name: MAIL, items: &[] }];
