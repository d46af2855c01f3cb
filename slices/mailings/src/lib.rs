//! Mailings: what the organisation mails to people who agreed to it (TF13, CE15), the consents on which that rests, and the
//! links with which each mail can be ended.
//!
//! Consents stand here because mailings are the one thing that rests on them so far. When another slice needs one, their
//! table gets a manifest of its own.

pub mod actions;
pub mod forms;
pub mod inventory;
mod jobs;
pub mod model;
mod pages;
pub mod queries;
pub mod routes;
pub mod store;

pub use jobs::{came_back, worker};
pub use model::AskErasure;
pub use pages::doors;

use kernel::Slice;

/// The manifest.
pub static SLICE: Slice = Slice {
    name: "mailings",
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
