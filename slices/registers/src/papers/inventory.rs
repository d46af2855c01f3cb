//! What is kept about paper, column by column (I1).

use kernel::{
    Slice,
    manifest::{
        Class, Column, Container,
        Content::{Personal, Reference, Technical},
        Event, Job, Migration, Party,
        Protection::Plain,
        Table, sealed,
    },
};

use super::{ACTIONS, KEEPER, ROUTES, store};

/// The container.
pub(crate) const PAPER: &str = "paper";
/// Where it lies: a class of its own, which no erasure takes before the paper is shredded.
pub(crate) const SHELF: &str = "paper-shelf";

pub(crate) const WHOSE: &str = "paper.whose";
pub(crate) const WHAT: &str = "paper.what";
pub(crate) const PLACE: &str = "paper.place";
pub(crate) const DATES: &str = "paper.dates";
pub(crate) const SHREDDER: &str = "paper.shredder";

/// The paper was shredded: from here the period of the record runs.
pub(crate) const SHREDDED: &str = "paper-shredded";

/// Reminds those who keep paper of what is to be shredded.
pub(super) static REMIND: Job = Job {
    name: "papers.remind",
    about: "Finds paper that is to be shredded, and tells whoever keeps it, without content.",
    handles: &[DATES],
};

const SORTED: &str = "the list is sorted by it, and reminders follow it, without opening a seal";

const fn date(name: &'static str) -> Column {
    Column { name, content: Personal(DATES, Plain(SORTED)) }
}

const fn person(name: &'static str) -> Column {
    Column { name, content: Reference("person") }
}

/// The manifest.
pub static SLICE: Slice = Slice {
    name: "papers",
    migrations: &[Migration { name: "0001_papers", sql: include_str!("../../migrations/papers_0001.sql") }],
    containers: &[Container {
        name: PAPER,
        table: "paper",
        id: "id",
        parties: &[Party { name: access::Resource::SELF, column: "subject" }, Party { name: KEEPER, column: "keeper" }],
        states: &[],
    }],
    classes: &[
        Class { name: PAPER, container: PAPER, goes_with: &[access::Resource::SELF], sealed_also_for: None },
        Class { name: SHELF, container: PAPER, goes_with: &[], sealed_also_for: None },
    ],
    tables: &[
        Table {
            name: "paper",
            class: Some(PAPER),
            container_column: Some("id"),
            id: "id",
            columns: &[
                Column { name: "id", content: Reference(PAPER) },
                person("subject"),
                person("keeper"),
                sealed("name", WHOSE),
                sealed("what", WHAT),
                Column { name: "clause", content: Technical("the clause whose period the paper follows") },
                date("recorded_at"),
            ],
        },
        Table {
            name: "paper_shelf",
            class: Some(SHELF),
            container_column: Some("paper"),
            id: "paper",
            columns: &[
                Column { name: "paper", content: Reference(PAPER) },
                person("kept_by"),
                sealed("place", PLACE),
                date("due"),
                date("shredded_on"),
                sealed("shredder", SHREDDER),
                person("shredded_by"),
                Column { name: "reminded", content: Technical("which of the reminders was sent last") },
            ],
        },
    ],
    events: &[Event { name: SHREDDED, about: &[PAPER] }],
    actions: ACTIONS,
    routes: ROUTES,
    queries: store::QUERIES,
    jobs: &[REMIND],
    ..Slice::EMPTY
};
