//! What is kept for codes by text message (I1).

use kernel::manifest::{
    Column,
    Content::{Personal, Reference, Technical},
    Migration,
    Protection::{Plain, Sealed},
    Table, plain,
};

/// What is kept, in the statement's vocabulary.
pub const ITEM: &str = statement::plan::rule::SecondFactor::PHONE;

/// The schema.
pub const MIGRATIONS: &[Migration] =
    &[Migration { name: "0001_text_codes", sql: include_str!("migrations/0001_text_codes.sql") }];

const PERSON: Column = Column { name: "person", content: Reference("person") };
const DAY: &str = "its own person is told since when there is a number, without opening a seal";
const HASH: &str = "a hash under a key that is not in the database: whoever reads it can neither sign in nor try codes";

/// Every table, each with every column. A code's row goes when it is used; one that is over goes with the next.
pub const TABLES: &[Table] = &[
    Table {
        name: "phone",
        class: Some("sign-in"),
        container_column: Some("person"),
        id: "person",
        columns: &[PERSON, Column { name: "number", content: Personal(ITEM, Sealed) }, plain("made_at", ITEM, DAY)],
    },
    Table {
        name: "text_code",
        class: Some("sign-in"),
        container_column: Some("person"),
        id: "person",
        columns: &[
            PERSON,
            Column { name: "asking", content: Technical("tells one asking from the next; drawn at random") },
            Column { name: "number", content: Personal(ITEM, Sealed) },
            Column { name: "attempt", content: Technical("the hash of the attempt to which the code belongs") },
            Column { name: "code_hash", content: Personal(ITEM, Plain(HASH)) },
            Column { name: "tries", content: Technical("how often a code was typed: after a few it is none") },
            Column { name: "ends_at", content: Technical("when it is over: compared with the clock at every use") },
        ],
    },
];
