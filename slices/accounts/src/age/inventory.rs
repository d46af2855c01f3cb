//! What is kept of an age (I1).

use kernel::manifest::{Column, Content::Reference, Migration, Table, plain, sealed};

/// What is kept, in the statement's vocabulary.
pub const ITEM: &str = "person.age";

/// The schema.
pub const MIGRATIONS: &[Migration] = &[Migration { name: "0001_age", sql: include_str!("migrations/0001_age.sql") }];

const DAY: &str = "the day on which it was said, which stands beside it; it tells nothing of how old anybody is";

/// The table. It goes with the account.
pub const TABLES: &[Table] = &[Table {
    name: "person_age",
    class: Some("account"),
    container_column: Some("person"),
    id: "person",
    columns: &[
        Column { name: "person", content: Reference("person") },
        sealed("age", ITEM),
        plain("said_at", ITEM, DAY),
    ],
}];
