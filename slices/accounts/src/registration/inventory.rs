//! What is kept of somebody who registers until the address is confirmed (I1): the address, and nothing else.

use kernel::manifest::{
    Class, Column, Container, Content::Reference, Event, Migration, Output, Table, mail, sealed, technical,
};

/// What is kept, in the statement's vocabulary.
pub const ITEM: &str = statement::plan::rule::Field::ITEM;

/// The schema.
pub const MIGRATIONS: &[Migration] =
    &[Migration { name: "0001_registration", sql: include_str!("migrations/0001_registration.sql") }];

/// Somebody who has no account yet.
pub const CONTAINERS: &[Container] =
    &[Container { name: "registration", table: "registration", id: "id", parties: &[], states: &[] }];

/// It goes by its own date, with nobody.
pub const CLASSES: &[Class] =
    &[Class { name: "registration", container: "registration", goes_with: &[], sealed_also_for: None }];

/// The table.
pub const TABLES: &[Table] = &[Table {
    name: "registration",
    class: Some("registration"),
    container_column: Some("id"),
    id: "id",
    columns: &[
        Column { name: "id", content: Reference("registration") },
        sealed("email", ITEM),
        technical("language", "one of three words: the language of the mail"),
        technical("link_hash", "the hash of 256 random bits: whoever reads it learns nothing"),
        technical("link_ends_at", "compared with the clock whenever the link is opened"),
    ],
}];

/// Somebody wants to register.
pub const REGISTRATION_ASKED: &str = "registration-asked";

/// What a period may run from.
pub const EVENTS: &[Event] = &[Event { name: REGISTRATION_ASKED, about: &["registration"] }];

/// "Confirm your address and go on."
pub const MAIL_CONFIRM: &str = "accounts-mail-register";

/// What leaves the database.
pub const OUTPUTS: &[Output] = &[mail(MAIL_CONFIRM)];
