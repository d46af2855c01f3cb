//! Duties: what people confirm of the statement, and which agreements they look at again, each by its date (TF11, RL10,
//! UC18).
//!
//! What is due follows from the statement and from what was confirmed; the list also names what the other registers
//! bring. The statement's own page shows the latest confirmation beside each clause.

pub mod due;
mod figures;
mod forms;
mod list;
mod page;
mod reminders;
mod store;

pub use figures::figures;
pub(crate) use list::{Row, standing};
pub(crate) use reminders::everyone;
pub use reminders::remind;

use kernel::{
    Archetype::{Coach, Manager, Officer, Support, Technician},
    Slice,
    manifest::{
        Action, ActionKind, By, Class, Column, Container,
        Content::{Personal, Reference},
        Entry, Event, Job,
        Method::{Get, Post},
        Migration, NavEntry, Output, OutputKind,
        Protection::Sealed,
        Route, Table, technical,
    },
};
use organisation::Doors;

/// What was written down with a confirmation.
pub(crate) const NOTE: &str = "duty.note";
/// A clause was confirmed, or looked at: from here the period of the record runs.
pub(crate) const CONFIRMED: &str = "duty-confirmed";
/// The container of a confirmation; it stands by itself.
pub(crate) const CONTAINER: &str = "confirmation";

const STAFF: &[By] = &[
    By::Archetype(Officer),
    By::Archetype(Manager),
    By::Archetype(Technician),
    By::Archetype(Coach),
    By::Archetype(Support),
];

/// To see what is due: an officer sees all, others what they answer for. It shows nothing personal.
pub static DUTIES_SEE: Action = Action {
    name: "duties.see",
    container: access::Resource::ORGANISATION,
    kind: ActionKind::Read,
    discloses: &[],
    writes: &[],
    by: STAFF,
    states: &[],
};

/// To read what was written down with the confirmations of a clause.
pub static DUTY_READ: Action = Action {
    name: "duty.read",
    container: access::Resource::ORGANISATION,
    kind: ActionKind::Read,
    discloses: &[NOTE],
    writes: &[],
    by: STAFF,
    states: &[],
};

/// To confirm a clause, or to write down what was found; those who answer for it.
pub static DUTY_CONFIRM: Action = Action {
    name: "duty.confirm",
    container: access::Resource::ORGANISATION,
    kind: ActionKind::Write,
    discloses: &[],
    writes: &[NOTE],
    by: STAFF,
    states: &[],
};

/// Reminds those who answer for something of what falls due.
pub static REMIND: Job = Job {
    name: "duties.remind",
    about: "Finds what falls due, and tells those who answer for it, without content.",
    handles: &[],
};

/// "Something that you answer for falls due."
pub(crate) const MAIL_DUE: &str = "registers-mail-due";

/// What is due.
pub static DUTIES: Route = Route { method: Get, path: "/duties", entry: Entry::Action(&DUTIES_SEE) };
/// One clause with its confirmations; the path is the clause's own name in the statement.
pub static DUTY: Route = Route { method: Get, path: "/duties/{clause}", entry: Entry::Action(&DUTIES_SEE) };
/// Confirms it.
pub static CONFIRM: Route = Route { method: Post, path: "/duties/{clause}", entry: Entry::Action(&DUTY_CONFIRM) };

const fn sealed(name: &'static str) -> Column {
    Column { name, content: Personal(NOTE, Sealed) }
}

/// The manifest.
pub static SLICE: Slice = Slice {
    name: "duties",
    migrations: &[Migration { name: "0001_confirmations", sql: include_str!("../../migrations/duties_0001.sql") }],
    containers: &[Container { name: CONTAINER, table: "confirmation", id: "id", parties: &[], states: &[] }],
    classes: &[Class { name: CONTAINER, container: CONTAINER, goes_with: &[], sealed_also_for: None }],
    tables: &[
        Table {
            name: "confirmation",
            class: Some(CONTAINER),
            container_column: Some("id"),
            id: "id",
            columns: &[
                Column { name: "id", content: Reference(CONTAINER) },
                technical("clause", "the clause of the statement"),
                technical("outcome", "whether the clause is kept; the statement's page shows it to everyone"),
                Column { name: "confirmed_by", content: Reference("person") },
                technical("confirmed_at", "the day of the latest stands on the statement's page, for everyone"),
                sealed("note"),
                sealed("document"),
            ],
        },
        Table {
            name: "duty_reminder",
            class: None,
            container_column: None,
            id: "clause",
            columns: &[
                technical("clause", "the clause of the statement"),
                technical("due", "the day on which it is due"),
                technical("stage", "which of the reminders was sent last"),
            ],
        },
    ],
    events: &[Event { name: CONFIRMED, about: &[CONTAINER] }],
    outputs: &[Output { kind: OutputKind::Mail, name: MAIL_DUE, items: &[] }],
    actions: &[DUTIES_SEE, DUTY_READ, DUTY_CONFIRM],
    routes: &[DUTIES, DUTY, CONFIRM],
    queries: store::QUERIES,
    jobs: &[REMIND],
    nav: &[NavEntry {
        path: organisation::DUTIES,
        word: "registers-nav-duties",
        icon: "list-checks",
        by: &[Officer],
        order: 40,
    }],
    ..Slice::EMPTY
};

pub(crate) fn doors(doors: Doors) -> Doors {
    doors.on(&DUTIES, list::show).on(&DUTY, page::show).on(&CONFIRM, page::confirm)
}
