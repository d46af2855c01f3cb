//! What the log stores, column by column (I1). Its lines stand in sealed files; the columns tell how many of them hold what.

use kernel::manifest::{Class, Column, Container, Content::Reference, Event, Migration, Table, plain, technical};

/// The file of a piece of the log.
pub const FILE: &str = "visit.file";
/// When a request came.
pub const TIME: &str = "visit.time";
/// Of which visit it is a part: so the length of a visit can be told.
pub const NUMBER: &str = "visit.number";
/// From which address.
pub const ADDRESS: &str = "visit.address";
/// Which page was opened: the pattern of its address, without ids.
pub const PATH: &str = "visit.path";

/// A day of visits.
pub const DAY: &str = "visit-day";
/// The log of a day.
pub const LOG: &str = "visit-log";
/// Visits were noted; periods run from it.
pub const VISITED: &str = "visited";

/// The schema.
pub const MIGRATIONS: &[Migration] =
    &[Migration { name: "0001_visits", sql: include_str!("../migrations/0001_visits.sql") }];

/// One for each day, in nobody's name.
pub const CONTAINERS: &[Container] =
    &[Container { name: DAY, table: "visit_day", id: "id", parties: &[], states: &[] }];

/// All of a day's log goes at one date, under one key.
pub const CLASSES: &[Class] = &[Class { name: LOG, container: DAY, goes_with: &[], sealed_also_for: None }];

/// What a period may run from.
pub const EVENTS: &[Event] = &[Event { name: VISITED, about: &[DAY] }];

/// The column that names the day.
pub(crate) const OF_DAY: Column = Column { name: "day", content: Reference(DAY) };

/// Every table, each with every column.
pub const TABLES: &[Table] = &[
    Table {
        name: "visit_day",
        class: None,
        container_column: None,
        id: "id",
        columns: &[
            technical("id", "identifies the day"),
            technical("date", "the day's date"),
            technical("at", "when the day's first piece was written"),
        ],
    },
    Table {
        name: "visit_piece",
        class: Some(LOG),
        container_column: Some("day"),
        id: "id",
        columns: &[
            technical("id", "identifies the piece"),
            OF_DAY,
            plain("file", FILE, "the number of a sealed file"),
            plain("times", TIME, "how many lines hold one"),
            plain("visits", NUMBER, "how many lines hold one"),
            plain("addresses", ADDRESS, "how many lines hold one"),
            plain("pages", PATH, "how many lines hold one"),
            technical("dropped", "how many requests there was no room for"),
        ],
    },
    Table {
        name: "visit_capacity",
        class: Some(LOG),
        container_column: Some("day"),
        id: "day",
        columns: &[OF_DAY, technical("figures", "counts of a whole day; nobody's")],
    },
];
