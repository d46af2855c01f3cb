//! What is kept of what was brought along, column by column (I1).

use keeper::import::{ENTRY, FILE, HEADING, NAME};
use kernel::manifest::{
    Class, Column,
    Content::{Reference, Technical},
    Migration, Output, OutputKind, Table, plain, sealed,
};

/// The schema.
pub const MIGRATIONS: &[Migration] =
    &[Migration { name: "0001_brought", sql: include_str!("../migrations/0001_brought.sql") }];

/// A class of its own in the person's file, so that it can go by itself.
pub const CLASSES: &[Class] =
    &[Class { name: "brought-along", container: "person", goes_with: &["self"], sealed_also_for: None }];

const ROW: Column = Column { name: "id", content: Technical("identifies the row; drawn at random") };
const PERSON: Column = Column { name: "person", content: Reference("person") };

/// Every table, each with every column.
pub const TABLES: &[Table] = &[
    Table {
        name: "brought_part",
        class: Some("brought-along"),
        container_column: Some("person"),
        id: "id",
        columns: &[
            ROW,
            PERSON,
            plain("archive", HEADING, "the number of the upload; parts of one archive stand together"),
            plain("brought_at", HEADING, "the latest stands first"),
            sealed("heading", HEADING),
        ],
    },
    Table {
        name: "brought_entry",
        class: Some("brought-along"),
        container_column: Some("person"),
        id: "id",
        columns: &[
            ROW,
            PERSON,
            Column { name: "part", content: Technical("the part that it belongs to") },
            sealed("body", ENTRY),
            plain("file", FILE, "the id of a sealed file; its bytes are not in the database"),
            plain("size", FILE, "shown beside the name, before a byte is opened"),
            sealed("name", NAME),
        ],
    },
];

/// What leaves the database.
pub const OUTPUTS: &[Output] = &[Output { kind: OutputKind::File, name: "brought-along", items: &[FILE, NAME] }];
