//! The keeper's own tables. Those for acts hold nothing personal: ids of containers, for as long as an act is open. What
//! people say in the use of a right stands in tables of their own, each in a class that goes with the person.

use kernel::{
    Slice,
    manifest::{
        Class, Column,
        Content::{Personal, Reference},
        Event, Job, Migration,
        Protection::{Plain, Sealed},
        Table, mail, technical,
    },
};

use statement::dates::HELD_UNTIL;

use crate::{actions, queries};

/// The keeper's tables, words and job.
pub static SLICE: Slice = Slice {
    name: "keeper",
    migrations: &[
        Migration { name: "0001_keeper", sql: include_str!("../migrations/0001_keeper.sql") },
        Migration { name: "0002_told", sql: include_str!("../migrations/0002_told.sql") },
        Migration { name: "0003_lookups", sql: include_str!("../migrations/0003_lookups.sql") },
        Migration { name: "0004_retries", sql: include_str!("../migrations/0004_retries.sql") },
        Migration { name: "0005_figures", sql: include_str!("../migrations/0005_figures.sql") },
        Migration { name: "0006_restriction", sql: include_str!("../migrations/0006_restriction.sql") },
        Migration { name: "0007_amendments", sql: include_str!("../migrations/0007_amendments.sql") },
    ],
    classes: &[own_class(RESTRICTION_CLASS), own_class(CHOICE_CLASS)],
    actions: actions::ACTIONS,
    tables: &[ACT, TARGET, FILE, RECEIPT, LOOK, TOLD, FIGURE, RESTRICTION, VERSION, CHOICE],
    events: &[Event { name: HELD_UNTIL, about: &[] }, Event { name: ERASURE_WAITS, about: &[] }],
    outputs: &[mail(MAIL_ENDING), mail(MAIL_AMENDMENT)],
    queries: queries::QUERIES,
    jobs: &[KEEP_JOB, AMEND_JOB],
    words: kernel::words!("../words"),
    ..Slice::EMPTY
};

/// A person wished everything gone and a hold keeps some of it. No period runs from it.
pub(crate) const ERASURE_WAITS: &str = "erasure-waits";

/// "Something of yours goes soon": the prefix of the mail's words.
pub const MAIL_ENDING: &str = "keeper-mail-ending";

/// "The privacy statement changes": the prefix of the mail's words.
pub const MAIL_AMENDMENT: &str = "keeper-mail-amendment";

/// The job in whose name versions of the statement are recorded and come into force.
pub static AMEND: Job = AMEND_JOB;

const AMEND_JOB: Job = Job {
    name: "statement.amend",
    about: "Records versions of the statement, brings them into force on their day, and notes on which one people stand.",
    handles: &[store::CHOICE_ITEM],
};

/// The job in whose name retention runs.
pub static KEEP: Job = KEEP_JOB;

const KEEP_JOB: Job = Job {
    name: "keeper.keep",
    about: "Finds what is due by the statement, destroys its keys, removes it, and writes receipts.",
    handles: &["person.role"],
};

const fn own_class(name: &'static str) -> Class {
    Class { name, container: "person", goes_with: &["self"], sealed_also_for: None }
}

const fn table(name: &'static str, columns: &'static [Column]) -> Table {
    Table { name, class: None, container_column: None, id: "id", columns }
}

const ACT: Table = table(
    "keeper_act",
    &[
        technical("id", "the act; also its receipt's id"),
        technical("kind", "retention or erasure"),
        technical("state", "the last step that is finished"),
        technical("began", "when it was begun"),
        technical("changed", "when its state last changed"),
        technical("attempts", "how often it was tried in vain"),
        technical("fault", "why the last attempt failed, in technical terms"),
        technical("generation", "the keyring's generation without the keys"),
        technical("stays", "categories that stay, with clauses and days; nobody's name or id"),
        technical("retry_at", "when it is tried again after a failure"),
    ],
);

const TARGET: Table = table(
    "keeper_target",
    &[
        technical("id", "identifies the row"),
        technical("act", "the act"),
        technical("place", "its place in the order of going"),
        technical("kind", "rows of a class, a key alone, or jobs in the queue"),
        technical("class", "the class"),
        technical("holder", "the id of the container that is going; gone with the act"),
        technical("clause", "the clause by which it goes"),
        technical("gone", "whether its rows are gone"),
        technical("row_count", "how many rows went"),
        technical("file_count", "how many files went"),
    ],
);

const FILE: Table = table(
    "keeper_file",
    &[technical("id", "a file whose row is gone; gone itself with the act"), technical("act", "the act")],
);

const RECEIPT: Table = table(
    "keeper_receipt",
    &[
        technical("id", "a random id that only the person gets"),
        technical("at", "when it was done"),
        technical("kind", "retention or erasure"),
        technical("went", "classes, clauses and counts"),
        technical("stays", "categories that stay, with clauses and days"),
        technical("generation", "the keyring's generation without the keys"),
        technical("ledger_sequence", "the place in the ledger"),
        technical("ledger_hash", "the hash of the ledger up to there"),
        technical("lookups", "whether addresses are hashed under a look-up key made after it"),
    ],
);

const LOOK: Table =
    table("keeper_look", &[technical("id", "always 1"), technical("at", "when the keeper last looked")]);

const FIGURE: Table = Table {
    name: "keeper_figure",
    class: None,
    container_column: None,
    id: "clause",
    columns: &[
        technical("clause", "a clause of the statement"),
        technical("at", "when it was looked at"),
        technical("figure", "counts and days of a clause, none where there are few; nobody's"),
    ],
};

const TOLD: Table = table(
    "keeper_told",
    &[
        technical("id", "identifies the row"),
        Column { name: "person", content: Reference("person") },
        technical("due", "the day on which something goes; the row goes with it"),
    ],
);

const RESTRICTION_CLASS: &str = "restriction";

const RESTRICTION: Table = Table {
    name: "restriction",
    class: Some(RESTRICTION_CLASS),
    container_column: Some("person"),
    id: "person",
    columns: &[
        Column { name: "person", content: Reference("person") },
        Column {
            name: "since",
            content: Personal(store::RESTRICTION_ITEM, Plain("read at the start, so that every decision heeds it")),
        },
        Column { name: "reason", content: Personal("restriction.reason", Sealed) },
    ],
};

const VERSION: Table = Table {
    name: "statement_version",
    class: None,
    container_column: None,
    id: "number",
    columns: &[
        technical("number", "the version's number, which the public page shows"),
        technical("statement", "the statement's file, which is public"),
        technical("published_at", "when it was published"),
        Column { name: "published_by", content: Reference("person") },
        technical("holds_from", "the day from which it holds"),
        technical("began_at", "when it came into force"),
    ],
};

const CHOICE_CLASS: &str = "choice";
const AT_START: &str = "read at the start, so that every decision heeds it";

const CHOICE: Table = Table {
    name: "choice",
    class: Some(CHOICE_CLASS),
    container_column: Some("person"),
    id: "person",
    columns: &[
        Column { name: "person", content: Reference("person") },
        Column { name: "version", content: Personal(store::CHOICE_ITEM, Plain(AT_START)) },
        Column { name: "at", content: Personal(store::CHOICE_ITEM, Plain("when the person accepted it")) },
    ],
};
