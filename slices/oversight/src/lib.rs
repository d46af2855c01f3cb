//! Oversight: what officers and technicians see to. Legal holds, and what of the keeper's work waits.

pub mod actions;
pub mod forms;
pub mod inventory;
pub mod model;
mod pages;
pub mod queries;
mod reminders;
pub mod routes;
pub mod store;

pub use pages::doors;
pub use reminders::remind;

use kernel::Slice;

/// The manifest.
pub static SLICE: Slice = Slice {
    name: "oversight",
    migrations: inventory::MIGRATIONS,
    containers: inventory::CONTAINERS,
    classes: inventory::CLASSES,
    tables: inventory::TABLES,
    events: inventory::EVENTS,
    outputs: inventory::OUTPUTS,
    actions: actions::ACTIONS,
    routes: routes::ROUTES,
    queries: queries::QUERIES,
    jobs: &[actions::REMIND],
    nav: routes::NAV,
    words: kernel::words!("../words"),
};
