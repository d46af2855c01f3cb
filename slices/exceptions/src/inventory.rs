//! What the slice stores, column by column (I1).

use kernel::manifest::{
    Class, Column, Container,
    Content::{Personal, Reference},
    Event, Migration, Output, Party,
    Protection::Plain,
    Table, mail, sealed, technical,
};

/// The schema.
pub const MIGRATIONS: &[Migration] =
    &[Migration { name: "0001_disclosures", sql: include_str!("../migrations/0001_disclosures.sql") }];

/// A disclosure. The person plays a part in it from the day on which that person may know of it.
pub const CONTAINERS: &[Container] = &[Container {
    name: DISCLOSURE,
    table: DISCLOSURE,
    id: "id",
    parties: &[Party { name: "self", column: "person" }],
    states: &[],
}];

/// The container of a disclosure, its class and its table.
pub const DISCLOSURE: &str = "disclosure";
/// The table of what recipients are told.
pub const TELLING: &str = "disclosure_telling";

/// All of a disclosure goes at one date. It does not go with the person: it is the proof of what others received,
/// and without it they could not be told of changes (GDPR Art. 5(2), 19).
pub const CLASSES: &[Class] =
    &[Class { name: DISCLOSURE, container: DISCLOSURE, goes_with: &[], sealed_also_for: None }];

const fn term(name: &'static str, why: &'static str) -> Column {
    Column { name, content: Personal("disclosure.term", Plain(why)) }
}

const fn person(name: &'static str) -> Column {
    Column { name, content: Reference("person") }
}

const fn table(name: &'static str, columns: &'static [Column]) -> Table {
    Table { name, class: Some(DISCLOSURE), container_column: Some(DISCLOSURE), id: "id", columns }
}

const OWNER: Column = Column { name: DISCLOSURE, content: Reference(DISCLOSURE) };

/// Every table, each with every column.
pub const TABLES: &[Table] = &[
    Table {
        container_column: Some("id"),
        ..table(
            DISCLOSURE,
            &[
                Column { name: "id", content: Reference(DISCLOSURE) },
                person("person"),
                person("subject"),
                sealed("recipient", "disclosure.recipient"),
                sealed("place", "disclosure.recipient"),
                sealed("mail", "disclosure.recipient"),
                sealed("reference", "disclosure.recipient"),
                term("ground", "one of those that the statement lists"),
                term("categories", "which categories of the statement, by their keys"),
                person("proposed_by"),
                term("proposed_at", "the list is sorted by it, and a proposal ends with it"),
                term("state", "tells what may be done next"),
                term("decided_at", "what was agreed to may be handed over for three days"),
                term("consented_at", "whether the person agrees"),
                term("sent_at", "tells what the recipient has"),
                sealed("untold", "disclosure.reason"),
                term("untold_until", "on this day the person sees it"),
                technical("reminded_at", "whether somebody was reminded of that day"),
            ],
        )
    },
    table(
        "disclosure_vote",
        &[
            technical("id", "identifies the row"),
            OWNER,
            person("voter"),
            term("agrees", "who agreed is counted"),
            term("at", "when"),
        ],
    ),
    table(
        "disclosure_part",
        &[
            technical("id", "identifies the row"),
            OWNER,
            technical("class", "a class of the inventory"),
            technical("holder", "the container's number, which the ledger names when something of it changes"),
        ],
    ),
    table(
        TELLING,
        &[
            technical("id", "identifies the row"),
            OWNER,
            term("kind", "corrected, erased or restricted"),
            term("at", "when that was"),
            term("state", "tells what is still to be done"),
            term("told_at", "when the recipient was told"),
            person("told_by"),
            sealed("note", "disclosure.reason"),
            technical("reminded_at", "when somebody was reminded of it last"),
        ],
    ),
];

/// A disclosure was proposed, decided, handed over, or told of again.
pub const DISCLOSURE_MOVED: &str = "disclosure-moved";

/// What a period may run from.
pub const EVENTS: &[Event] = &[Event { name: DISCLOSURE_MOVED, about: &[DISCLOSURE] }];

/// "Somebody asks for your word": to those who may agree.
pub const MAIL_WAITS: &str = "exceptions-mail-waits";
/// "May we hand something over?": to the person.
pub const MAIL_CONSENT: &str = "exceptions-mail-consent";
/// "Something about you was handed over": to the person.
pub const MAIL_HANDED: &str = "exceptions-mail-handed";
/// "Something is still to be done": to the one who proposed a disclosure.
pub const MAIL_OPEN: &str = "exceptions-mail-open";
/// "What you received from us has changed": to a recipient.
pub const MAIL_RECIPIENT: &str = "exceptions-mail-recipient";

/// What leaves the database.
pub const OUTPUTS: &[Output] =
    &[mail(MAIL_WAITS), mail(MAIL_CONSENT), mail(MAIL_HANDED), mail(MAIL_OPEN), mail(MAIL_RECIPIENT)];
