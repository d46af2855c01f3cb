//! What the slice stores, column by column (I1): nothing about anybody.

use kernel::manifest::{Migration, Table, technical};

/// The schema.
pub const MIGRATIONS: &[Migration] =
    &[Migration { name: "0001_draft", sql: include_str!("../migrations/0001_draft.sql") }];

/// Every table, each with every column.
pub const TABLES: &[Table] = &[Table {
    name: "statement_draft",
    class: None,
    container_column: None,
    id: "id",
    columns: &[
        technical("id", "always 1"),
        technical("statement", "the statement that officers work on, to become public"),
        technical("edition", "counts the changes, so that one officer does not overwrite another's"),
        technical("at", "when it was changed last"),
    ],
}];
