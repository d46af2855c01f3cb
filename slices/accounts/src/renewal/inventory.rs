//! What is kept of a renewal (I1), and its mails. It stays as evidence for as long as the account.

use kernel::manifest::{Column, Content::Reference, Migration, Output, Table, mail, plain, sealed, technical};

/// What is kept, in the statement's vocabulary.
pub const ITEM: &str = "sign-in.renewal";

/// The schema.
pub const MIGRATIONS: &[Migration] =
    &[Migration { name: "0001_renewal", sql: include_str!("migrations/0001_renewal.sql") }];

const WHEN: &str = "the latest is found by it, without opening a seal";

/// The table.
pub const TABLES: &[Table] = &[Table {
    name: "factor_renewal",
    class: Some("account"),
    container_column: Some("person"),
    id: "id",
    columns: &[
        technical("id", "identifies the row; drawn at random"),
        Column { name: "person", content: Reference("person") },
        Column { name: "asked_by", content: Reference("person") },
        Column { name: "agreed_by", content: Reference("person") },
        sealed("how", ITEM),
        plain("asked_at", ITEM, WHEN),
        technical("state", "asked, stopped, over, done, or made again"),
        technical("alone", "whether there was no second manager to agree"),
        technical("closes_at", "when it is done without a second manager, or is over without a word"),
        technical("stop_hash", "the hash of 256 random bits: whoever reads it can stop nothing"),
    ],
}];

/// To the person: "Somebody says that you lost your second step. Stop it, if that is not so."
pub const MAIL_ASKED: &str = "accounts-mail-renewal-asked";
/// The same, when nobody else can agree: "It is done on that day, unless you stop it."
pub const MAIL_ALONE: &str = "accounts-mail-renewal-alone";
/// To the other managers: "Somebody waits for a second word."
pub const MAIL_AGREE: &str = "accounts-mail-renewal-agree";
/// To the manager who asked: "It was stopped."
pub const MAIL_STOPPED: &str = "accounts-mail-renewal-stopped";
/// To the person: "It is done: choose a new password."
pub const MAIL_DONE: &str = "accounts-mail-renewal-done";

/// What leaves the database.
pub const OUTPUTS: &[Output] =
    &[mail(MAIL_ASKED), mail(MAIL_ALONE), mail(MAIL_AGREE), mail(MAIL_STOPPED), mail(MAIL_DONE)];
