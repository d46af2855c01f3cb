//! What is kept of a change of address until it is done (I1), and its mails.

use kernel::manifest::{
    Column,
    Content::{Reference, Technical},
    Migration, Output, Table, mail, sealed,
};

/// The schema.
pub const MIGRATIONS: &[Migration] =
    &[Migration { name: "0001_address_change", sql: include_str!("migrations/0001_address_change.sql") }];

/// The table. Its row goes when the change is done, stopped or over.
pub const TABLES: &[Table] = &[Table {
    name: "address_change",
    class: Some("account"),
    container_column: Some("person"),
    id: "person",
    columns: &[
        Column { name: "person", content: Reference("person") },
        Column { name: "change", content: Technical("tells one change from the next; drawn at random") },
        sealed("email", "person.email"),
        Column { name: "stage", content: Technical("which mailbox has still to confirm") },
        Column { name: "in_person", content: Technical("whether a manager saw the person; the access log says who") },
        Column { name: "ends_at", content: Technical("when it is over: compared with the clock at every use") },
    ],
}];

/// To the new address: "Confirm it."
pub const MAIL_NEW: &str = "accounts-mail-address-new";
/// To an address that somebody has: "You have an account already."
pub const MAIL_TAKEN: &str = "accounts-mail-address-taken";
/// To the old address: "There is no mailbox of the new address."
pub const MAIL_UNKNOWN: &str = "accounts-mail-address-unknown";
/// To the old address: "Confirm or stop it."
pub const MAIL_OLD: &str = "accounts-mail-address-old";
/// To the old address, when a manager saw the person: "It changes on that day, unless you stop it."
pub const MAIL_IN_PERSON: &str = "accounts-mail-address-seen";
/// To the new address: "It was changed."
pub const MAIL_CHANGED: &str = "accounts-mail-address-changed";
/// To the old address: "It was changed, and this one is used no more."
pub const MAIL_WAS: &str = "accounts-mail-address-was";

/// What leaves the database.
pub const OUTPUTS: &[Output] = &[
    mail(MAIL_NEW),
    mail(MAIL_TAKEN),
    mail(MAIL_UNKNOWN),
    mail(MAIL_OLD),
    mail(MAIL_IN_PERSON),
    mail(MAIL_CHANGED),
    mail(MAIL_WAS),
];
