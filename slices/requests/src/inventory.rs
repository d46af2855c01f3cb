//! What requests store, column by column (I1).

use kernel::manifest::{
    Class, Column, Container,
    Content::{Personal, Reference},
    Event, Migration, Output, Party,
    Protection::{KeyedHash, Plain},
    Table, mail, sealed, technical,
};

/// The schema.
pub const MIGRATIONS: &[Migration] =
    &[Migration { name: "0001_requests", sql: include_str!("../migrations/0001_requests.sql") }];

/// Written on the public page, and not confirmed yet: nobody sees it.
pub const ASKED: &str = "asked";
/// Received: the clock runs.
pub const OPEN: &str = "open";
/// Answered.
pub const CLOSED: &str = "closed";

/// A request is its asker's own, when that is somebody with an account.
pub const CONTAINERS: &[Container] = &[Container {
    name: "request",
    table: "request",
    id: "id",
    parties: &[Party { name: "self", column: "person" }],
    states: &[ASKED, OPEN, CLOSED],
}];

/// All of a request goes at one date, and with nobody: it shows that the right was served (GDPR Art. 5(2)).
pub const CLASSES: &[Class] = &[Class { name: "request", container: "request", goes_with: &[], sealed_also_for: None }];

const fn term(name: &'static str, why: &'static str) -> Column {
    Column { name, content: Personal("request.term", Plain(why)) }
}

const CLOCK: &str = "the desk is sorted by it, and reminders are found by it, without opening a seal";
const LIST: &str = "one of a short list; the desk tells requests apart by it";

/// Every table, each with every column.
pub const TABLES: &[Table] = &[
    Table {
        name: "request",
        class: Some("request"),
        container_column: Some("id"),
        id: "id",
        columns: &[
            Column { name: "id", content: Reference("request") },
            Column { name: "person", content: Reference("person") },
            term("kind", LIST),
            term("channel", LIST),
            sealed("name", "request.name"),
            sealed("address", "request.address"),
            Column { name: "address_hash", content: Personal("request.address", KeyedHash) },
            technical("language", "one of three words: the language of mails to somebody without an account"),
            term("asked_at", CLOCK),
            term("received_at", CLOCK),
            term("due_at", CLOCK),
            term("extended_at", CLOCK),
            term("identity", LIST),
            term("closed_at", CLOCK),
            term("outcome", LIST),
            term("ground", LIST),
            technical(
                "act",
                "the keeper's act by which the request was carried out; its receipt bears the same number",
            ),
            technical("link_hash", "the hash of 256 random bits: whoever reads it learns nothing"),
            technical("link_ends_at", "compared with the clock whenever the link is opened"),
            technical("reminded_at", "when officers were reminded of it last"),
        ],
    },
    Table {
        name: "request_step",
        class: Some("request"),
        container_column: Some("request"),
        id: "id",
        columns: &[
            technical("id", "identifies the row; drawn at random"),
            Column { name: "request", content: Reference("request") },
            Column { name: "kind", content: Personal("request.step", Plain(LIST)) },
            Column { name: "author", content: Reference("person") },
            Column { name: "at", content: Personal("request.step", Plain("steps stand in the order of time")) },
            sealed("note", "request.words"),
        ],
    },
];

/// A request was answered.
pub const REQUEST_CLOSED: &str = "request-closed";
/// One was written on the public page; taken back when its link confirms it.
pub const REQUEST_ASKED: &str = "request-asked";

/// What a period may run from.
pub const EVENTS: &[Event] =
    &[Event { name: REQUEST_CLOSED, about: &["request"] }, Event { name: REQUEST_ASKED, about: &["request"] }];

/// "Confirm what you asked": to the address that was given on the public page.
pub const MAIL_CONFIRM: &str = "requests-mail-confirm";
/// "There is news about your request": to whoever asked.
pub const MAIL_NEWS: &str = "requests-mail-news";
/// "Something waits on the desk": to every officer.
pub const MAIL_DESK: &str = "requests-mail-desk";
/// "Something is due": to every officer.
pub const MAIL_DUE: &str = "requests-mail-due";

/// What leaves the database.
pub const OUTPUTS: &[Output] = &[mail(MAIL_CONFIRM), mail(MAIL_NEWS), mail(MAIL_DESK), mail(MAIL_DUE)];
