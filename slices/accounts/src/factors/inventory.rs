//! What is kept for the second step (I1), and the mail that tells of a change.

use kernel::manifest::{
    Column,
    Content::{Personal, Reference, Technical},
    Migration, Output,
    Protection::{Plain, Sealed},
    Table, mail,
};

/// What is kept, in the statement's vocabulary.
pub const ITEM: &str = "sign-in.factor";

/// The schema.
pub const MIGRATIONS: &[Migration] = &[
    Migration { name: "0001_second_step", sql: include_str!("migrations/0001_second_step.sql") },
    Migration { name: "0002_passkeys", sql: include_str!("migrations/0002_passkeys.sql") },
];

const PERSON: Column = Column { name: "person", content: Reference("person") };
const HASH: &str = "the hash of 120 random bits: whoever reads it can neither sign in nor learn anything";
const ROW: Column = Column { name: "id", content: Technical("identifies the row; drawn at random") };
const COUNTER: &str = "how often a passkey has signed, as it says itself: a copy betrays itself by it";
const USED: &str = "no challenge counts twice, and its own person is told when it was last used";
const DAY: &str = "its own person is told since when there is a second step, without opening a seal";

/// Every table, each with every column.
pub const TABLES: &[Table] = &[
    Table {
        name: "authenticator",
        class: Some("sign-in"),
        container_column: Some("person"),
        id: "person",
        columns: &[
            PERSON,
            Column { name: "secret", content: Personal(ITEM, Sealed) },
            Column { name: "last_step", content: Technical("the half minute of the last code: none counts twice") },
            Column { name: "made_at", content: Personal(ITEM, Plain(DAY)) },
        ],
    },
    Table {
        name: "recovery_code",
        class: Some("sign-in"),
        container_column: Some("person"),
        id: "id",
        columns: &[ROW, PERSON, Column { name: "code_hash", content: Personal(ITEM, Plain(HASH)) }],
    },
    Table {
        name: "passkey",
        class: Some("sign-in"),
        container_column: Some("person"),
        id: "id",
        columns: &[
            ROW,
            PERSON,
            Column { name: "credential", content: Personal(ITEM, Sealed) },
            Column { name: "name", content: Personal(ITEM, Sealed) },
            Column { name: "counter", content: Technical(COUNTER) },
            Column { name: "made_at", content: Personal(ITEM, Plain(DAY)) },
            Column { name: "used_at", content: Personal(ITEM, Plain(USED)) },
        ],
    },
];

/// "Your second step was changed."
pub const MAIL_SECOND_CHANGED: &str = "accounts-mail-second-changed";

/// "Somebody may have a copy of your passkey."
pub const MAIL_PASSKEY_COPIED: &str = "accounts-mail-passkey-copied";

/// What leaves the database.
pub const OUTPUTS: &[Output] = &[mail(MAIL_SECOND_CHANGED), mail(MAIL_PASSKEY_COPIED)];
