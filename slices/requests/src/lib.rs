//! Requests: the rights desk (UC9, UC11, UC12, TF18). What cannot be done at once in *My data* is asked here, with an
//! account, on the public page, or by a letter that an officer enters; each has a clock, an identity, steps, and an answer.

pub mod actions;
pub mod alternatives;
pub mod forms;
pub mod inventory;
mod jobs;
pub mod model;
mod pages;
pub mod queries;
pub mod reminders;
pub mod routes;
pub mod store;

pub use jobs::worker;
pub use pages::{Codes, doors, erasure_by_mailing};
pub use reminders::{count, figures, remind};

use kernel::Slice;

/// The manifest.
pub static SLICE: Slice = Slice {
    name: "requests",
    migrations: inventory::MIGRATIONS,
    containers: inventory::CONTAINERS,
    classes: inventory::CLASSES,
    tables: inventory::TABLES,
    events: inventory::EVENTS,
    outputs: inventory::OUTPUTS,
    actions: actions::ACTIONS,
    routes: routes::ROUTES,
    queries: queries::QUERIES,
    jobs: actions::JOBS,
    nav: routes::NAV,
    words: kernel::words!("../words"),
};
