//! What is kept of whoever signs in with the provider (I1), and the mail that tells of a change.

use kernel::manifest::{
    Column,
    Content::{Personal, Reference},
    Migration, Output, OutputKind,
    Protection::{KeyedHash, Plain},
    Table, mail, sealed,
};

/// What is kept, in the statement's vocabulary.
pub const ITEM: &str = statement::plan::rule::SignIn::PROVIDER;

/// The schema.
pub const MIGRATIONS: &[Migration] =
    &[Migration { name: "0001_provider", sql: include_str!("migrations/0001_provider.sql") }];

const DAY: &str = "its own person is told since when one signs in this way, without opening a seal";

/// The table: a person and the one account at the provider.
pub const TABLES: &[Table] = &[Table {
    name: "provider_link",
    class: Some("sign-in"),
    container_column: Some("person"),
    id: "person",
    columns: &[
        Column { name: "person", content: Reference("person") },
        Column { name: "subject_hash", content: Personal(ITEM, KeyedHash) },
        sealed("subject", ITEM),
        Column { name: "made_at", content: Personal(ITEM, Plain(DAY)) },
    ],
}];

/// "How you sign in was changed."
pub const MAIL_PROVIDER_CHANGED: &str = "accounts-mail-provider-changed";

/// What leaves the database.
pub const OUTPUTS: &[Output] =
    &[mail(MAIL_PROVIDER_CHANGED), Output { kind: OutputKind::Cookie, name: super::errand::COOKIE, items: &[] }];
