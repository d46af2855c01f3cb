//! What is stored, column by column (I1).

use kernel::manifest::{
    Class, Column, Container,
    Content::{Personal, Reference, Technical},
    Event, Migration, Output, Party,
    Protection::{Plain, Sealed},
    Table, mail,
};
use statement::plan::Alternative;

/// What was written: by the asker, and in answer.
pub(super) const WORDS: &str = Alternative::ITEM;
/// How far it has come, and when.
pub(super) const TERM: &str = "alternative.term";

/// Nobody has taken it up at the present step.
pub(super) const WAITING: &str = "waiting";
/// Somebody has.
pub(super) const TAKEN: &str = "taken";
/// Answered or withdrawn.
pub(super) const CLOSED: &str = "closed";

pub(super) const MIGRATIONS: &[Migration] =
    &[Migration { name: "0001_alternatives", sql: include_str!("../../migrations/alternatives_0001.sql") }];

/// It is its asker's own; whoever has taken it up is the other party.
pub(super) const CONTAINERS: &[Container] = &[Container {
    name: "alternative",
    table: "alternative",
    id: "id",
    parties: &[Party { name: "self", column: "person" }, Party { name: "helper", column: "helper" }],
    states: &[WAITING, TAKEN, CLOSED],
}];

/// All of it goes at one date, or with its asker.
pub(super) const CLASSES: &[Class] =
    &[Class { name: "alternative", container: "alternative", goes_with: &["self"], sealed_also_for: None }];

const CLOCK: &str = "lists are sorted by it, and what is over is found by it, without opening a seal";
const COURSE: &str = "one of a short list; it says how far it has come";

const fn term(name: &'static str, why: &'static str) -> Column {
    Column { name, content: Personal(TERM, Plain(why)) }
}

pub(super) const TABLES: &[Table] = &[
    Table {
        name: "alternative",
        class: Some("alternative"),
        container_column: Some("id"),
        id: "id",
        columns: &[
            Column { name: "id", content: Reference("alternative") },
            Column { name: "person", content: Reference("person") },
            Column { name: "helper", content: Reference("person") },
            term("clause", COURSE),
            term("asked_at", CLOCK),
            term("step", COURSE),
            term("due_at", CLOCK),
            term("closed_at", CLOCK),
            term("outcome", COURSE),
            Column { name: "reminded_at", content: Technical("when somebody was reminded of it last") },
        ],
    },
    Table {
        name: "alternative_line",
        class: Some("alternative"),
        container_column: Some("alternative"),
        id: "id",
        columns: &[
            Column { name: "id", content: Technical("identifies the row; drawn at random") },
            Column { name: "alternative", content: Reference("alternative") },
            term("kind", COURSE),
            term("step", COURSE),
            Column { name: "author", content: Reference("person") },
            term("at", CLOCK),
            Column { name: "note", content: Personal(WORDS, Sealed) },
        ],
    },
];

/// It was answered or withdrawn; taken back when its asker takes it to the next step.
pub(super) const ALTERNATIVE_CLOSED: &str = "alternative-closed";

pub(super) const EVENTS: &[Event] = &[Event { name: ALTERNATIVE_CLOSED, about: &["alternative"] }];

/// "Somebody asks for an alternative": to everybody in the step's role.
pub(super) const MAIL_WAITS: &str = "requests-mail-alt-waits";
/// "There is news": to whoever asked.
pub(super) const MAIL_NEWS: &str = "requests-mail-alt-news";
/// "It was withdrawn, or has gone on": to whoever had taken it up.
pub(super) const MAIL_OVER: &str = "requests-mail-alt-over";

pub(super) const OUTPUTS: &[Output] = &[mail(MAIL_WAITS), mail(MAIL_NEWS), mail(MAIL_OVER)];
