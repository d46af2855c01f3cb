//! What the slice stores, column by column (I1). Findings and reviews belong to the access log of their day: they go
//! with it, under the same clause and the same key.

use kernel::manifest::{
    Column,
    Content::Personal,
    Job, Migration,
    Protection::{Plain, Sealed},
    Table, technical,
};

/// The schema.
pub const MIGRATIONS: &[Migration] =
    &[Migration { name: "0001_review", sql: include_str!("../migrations/0001_review.sql") }];

/// The item of everything here: it is part of the access log.
pub const LINE: &str = "access-log.line";
/// The class of everything here: the store's own, of each day.
pub const CLASS: &str = "access-log";

/// The table of findings.
pub const FINDING: &str = "access_finding";

const IDS: &str = "pseudonymous ids, as in the access log itself";

const fn id(name: &'static str) -> Column {
    Column { name, content: Personal(LINE, Plain(IDS)) }
}

/// Every table, each with every column.
pub const TABLES: &[Table] = &[
    Table {
        name: FINDING,
        class: Some(CLASS),
        container_column: Some("day"),
        id: "id",
        columns: &[
            technical("id", "identifies the row; drawn at random"),
            technical("day", "the day whose access it is about"),
            technical("rule", "which rule raised it"),
            id("person"),
            technical("looks", "how many lines it is about"),
            technical("raised_at", "when it was raised"),
            Column { name: "answer", content: Personal(LINE, Sealed) },
            id("answered_by"),
            technical("answered_at", "when it was answered"),
        ],
    },
    Table {
        name: "access_review",
        class: Some(CLASS),
        container_column: Some("day"),
        id: "id",
        columns: &[
            technical("id", "identifies the row; drawn at random"),
            technical("day", "the day on which it was done"),
            id("person"),
            technical("done_at", "when it was done"),
        ],
    },
];

/// Holds the access log against the rules, each night.
pub const WATCH: Job = Job {
    name: "evidence.watch",
    about: "Holds each day's access log against four rules, and raises what does not fit, by pseudonymous ids.",
    handles: &[LINE],
};
