//! The store's own tables, declared like those of any slice.

use kernel::{
    Slice,
    manifest::{
        Class, Column, Container, Content::Personal, Event, Job, Migration, Protection::Plain, Table, technical,
    },
};

use crate::queries;

/// The store's own tables: put it first into the inventory.
pub static SLICE: Slice = Slice {
    name: "store",
    migrations: &[
        Migration { name: "0001_store", sql: include_str!("../migrations/0001_store.sql") },
        Migration { name: "0002_heads", sql: include_str!("../migrations/0002_heads.sql") },
        Migration { name: "0003_exceptions", sql: include_str!("../migrations/0003_exceptions.sql") },
        Migration { name: "0004_refused", sql: include_str!("../migrations/0004_refused.sql") },
        Migration { name: "0005_seldom", sql: include_str!("../migrations/0005_seldom.sql") },
    ],
    containers: &[Container { name: DAY, table: "log_day", id: "id", parties: &[], states: &[] }],
    classes: &[
        Class { name: "access-log", container: DAY, goes_with: &[], sealed_also_for: None },
        Class { name: "ledger", container: DAY, goes_with: &[], sealed_also_for: None },
        Class { name: "job", container: DAY, goes_with: &[], sealed_also_for: None },
    ],
    tables: &[MARK, MIGRATION, LOG_DAY, EVENT, FILE, JOB, LEDGER, HEAD, ACCESS_LINE],
    events: &[Event { name: LOGGED, about: &[DAY] }],
    queries: queries::QUERIES,
    jobs: &[Job {
        name: "store.book",
        about: "Keeps the access log, the ledger and the queue of jobs, by pseudonymous ids.",
        handles: &["access-log.line", "ledger.act", "job.person"],
    }],
    ..Slice::EMPTY
};

/// The container of what rolls on: one for each day, so that a period can run from it.
pub(crate) const DAY: &str = "day";
/// The event of a day with lines; periods for logs run from it.
pub(crate) const LOGGED: &str = "logged";

const IDS: &str = "pseudonymous ids and instants only";

const fn personal(name: &'static str, item: &'static str) -> Column {
    Column { name, content: Personal(item, Plain(IDS)) }
}

pub(crate) const MARK: Table = Table {
    name: "store_mark",
    class: None,
    container_column: None,
    id: "name",
    columns: &[
        technical("name", "what is remembered: organisation, keyring generation, look-up key"),
        technical("value", "the value: a number or the organisation's key"),
    ],
};

pub(crate) const MIGRATION: Table = Table {
    name: "store_migration",
    class: None,
    container_column: None,
    id: "name",
    columns: &[
        technical("slice", "the schema's history"),
        technical("name", "the schema's history"),
        technical("checksum", "the schema's history"),
        technical("at", "the schema's history"),
    ],
};

const LOG_DAY: Table = Table {
    name: "log_day",
    class: None,
    container_column: None,
    id: "id",
    columns: &[technical("id", "the day's number"), technical("at", "the day's first line")],
};

const EVENT: Table = Table {
    name: "event",
    class: None,
    container_column: None,
    id: "subject",
    columns: &[
        technical("name", "the event's declared name"),
        technical("subject", "the id of a container of any kind; goes with it"),
        technical("at", "the instant from which periods run; goes with its subject"),
    ],
};

const FILE: Table = Table {
    name: "file",
    class: None,
    container_column: None,
    id: "id",
    columns: &[
        technical("id", "a random id; the content is sealed in the file store, the name in the slice's own table"),
        technical("class", "the class under whose key it is sealed"),
        technical("holder", "the id of the container under whose key it is sealed; goes with it"),
        technical("length", "the sealed length, which whoever sees the disk sees too"),
        technical("at", "when it was kept"),
    ],
};

const JOB: Table = Table {
    name: "job",
    class: Some("job"),
    container_column: Some("day"),
    id: "id",
    columns: &[
        technical("id", "a random id"),
        technical("day", "the day on which it was queued"),
        technical("name", "the job's declared name"),
        personal("arguments", "job.person"),
        technical("run_at", "when it is due"),
        technical("attempts", "how often it was tried"),
        technical("lease", "who has it in hand: a random id"),
        technical("leased_until", "until when"),
        technical("given_up", "whether it waits for a technician"),
    ],
};

const LEDGER: Table = Table {
    name: "ledger",
    class: Some("ledger"),
    container_column: Some("day"),
    id: "sequence",
    columns: &[
        technical("sequence", "the place in the chain"),
        technical("day", "the day of the act"),
        technical("at", "when it was done"),
        technical("kind", "the kind of act"),
        personal("subject", "ledger.act"),
        technical("class", "the class concerned"),
        technical("clause", "the clause that asked for it"),
        personal("actor", "ledger.act"),
        technical("job", "the job that did it"),
        technical("evidence", "the keyring's generation and counts"),
        technical("previous", "the hash before"),
        technical("hash", "the hash of this entry and the one before"),
    ],
};

const HEAD: Table = Table {
    name: "ledger_head",
    class: None,
    container_column: None,
    id: "sequence",
    columns: &[
        technical("sequence", "the last entry when it was signed"),
        technical("first", "the oldest entry when it was signed"),
        technical("at", "when it was signed"),
        technical("hash", "the hash of the ledger up to the last entry"),
        technical("key", "the organisation's public key"),
        technical("signature", "the organisation's signature"),
    ],
};

const ACCESS_LINE: Table = Table {
    name: "access_line",
    class: Some("access-log"),
    container_column: Some("day"),
    id: "id",
    columns: &[
        technical("id", "a random id"),
        technical("day", "the day of the line"),
        personal("at", "access-log.line"),
        personal("actor", "access-log.line"),
        technical("job", "the job that acted"),
        personal("action", "access-log.line"),
        technical("container", "the kind of container"),
        personal("resource", "access-log.line"),
        technical("request", "ties lines of one request together"),
        technical("exception", "the break-glass or disclosure under which it was opened"),
        technical("items", "what was opened under an exception, by the names of items"),
        personal("device", "access-log.line"),
        technical("refused", "how often it was tried within a minute, where access was refused"),
    ],
};
