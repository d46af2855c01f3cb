//! What is kept of a mailbox (I1).

use kernel::manifest::{
    Column,
    Content::{Reference, Technical},
    Migration, Output, Table, mail, plain,
};

/// What is kept, in the statement's vocabulary.
pub const ITEM: &str = "person.mail-returned";

/// The schema.
pub const MIGRATIONS: &[Migration] =
    &[Migration { name: "0001_mailbox", sql: include_str!("migrations/0001_mailbox.sql") }];

const NUMBER: &str =
    "stands in the envelope of mails in place of the address; drawn at random, and anew for each address";
const COMPARED: &str = "looked at before each mail, without opening a seal";

/// The table. Its row goes when the address is another.
pub const TABLES: &[Table] = &[Table {
    name: "mailbox",
    class: Some("account"),
    container_column: Some("person"),
    id: "person",
    columns: &[
        Column { name: "person", content: Reference("person") },
        Column { name: "number", content: Technical(NUMBER) },
        plain("returned_at", ITEM, COMPARED),
    ],
}];

/// "Mails to this address arrive again."
pub const MAIL_TRIAL: &str = "accounts-mail-trial";

/// What leaves the database.
pub const OUTPUTS: &[Output] = &[mail(MAIL_TRIAL)];
