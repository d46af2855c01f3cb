//! What break-glass stores, column by column (I1).

use kernel::manifest::{
    Class, Column, Container,
    Content::{Personal, Reference, Technical},
    Event, Migration, Output, OutputKind, Party,
    Protection::{Plain, Sealed},
    Table,
};

/// The schema.
pub const MIGRATIONS: &[Migration] =
    &[Migration { name: "0001_break_glass", sql: include_str!("../../migrations/0001_break_glass.sql") }];

/// The container.
pub const GLASS: &str = "break-glass";

/// The people concerned play the parts that they play in what is opened.
pub const CONTAINERS: &[Container] = &[Container {
    name: GLASS,
    table: "break_glass",
    id: "id",
    parties: &[
        Party { name: "self", column: "person" },
        Party { name: "coach", column: "coach" },
        Party { name: "participant", column: "participant" },
    ],
    states: &[],
}];

/// All of it goes at one date, and with nobody: it proves who looked (GDPR Art. 5(2), 32).
pub const CLASSES: &[Class] = &[Class { name: GLASS, container: GLASS, goes_with: &[], sealed_also_for: None }];

const fn sealed(name: &'static str) -> Column {
    Column { name, content: Personal("break-glass.reason", Sealed) }
}

const fn term(name: &'static str, why: &'static str) -> Column {
    Column { name, content: Personal("break-glass.term", Plain(why)) }
}

const fn person(name: &'static str) -> Column {
    Column { name, content: Reference("person") }
}

/// Every table, each with every column.
pub const TABLES: &[Table] = &[
    Table {
        name: "break_glass",
        class: Some(GLASS),
        container_column: Some("id"),
        id: "id",
        columns: &[
            Column { name: "id", content: Reference(GLASS) },
            Column { name: "kind", content: Technical("the kind of container that is opened") },
            term("subject", "the number of what is opened"),
            person("person"),
            person("coach"),
            person("participant"),
            sealed("reason"),
            sealed("problem"),
            person("asker"),
            term("asked_at", "the list is sorted by it, and a request ends with it"),
            term("state", "tells what may be done next"),
            term("opened_at", "the time that the clause gives runs from it"),
            term("ended_at", "whether it was ended early"),
        ],
    },
    Table {
        name: "break_glass_vote",
        class: Some(GLASS),
        container_column: Some("glass"),
        id: "id",
        columns: &[
            Column { name: "id", content: Technical("identifies the row") },
            Column { name: "glass", content: Reference(GLASS) },
            person("voter"),
            term("agrees", "who agreed is counted"),
            term("at", "when"),
        ],
    },
];

/// A break-glass was asked for, decided, or ended.
pub const GLASS_MOVED: &str = "break-glass-moved";

/// What a period may run from.
pub const EVENTS: &[Event] = &[Event { name: GLASS_MOVED, about: &[GLASS] }];

/// "Something of yours may be opened": to the people concerned.
pub const MAIL_OPENED: &str = "exceptions-mail-opened";

/// What leaves the database.
pub const OUTPUTS: &[Output] = &[Output { kind: OutputKind::Mail, name: MAIL_OPENED, items: &[] }];
