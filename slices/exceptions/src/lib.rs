//! What opens by exception only: data that leaves for somebody outside, who was told of changes since (CE4, CE17, UC14,
//! TF12, SH3; GDPR Art. 15(1)(c) and 19), and what a technician reads to mend a problem (CE6, UC6).

pub mod actions;
pub mod forms;
pub mod glass;
pub mod inventory;
mod jobs;
mod look;
pub mod model;
mod pages;
pub mod queries;
pub mod routes;
pub mod store;

pub use jobs::workers;
pub use look::look;
pub use pages::doors;

use kernel::Slice;

/// The manifest.
pub static SLICE: Slice = Slice {
    name: "exceptions",
    migrations: inventory::MIGRATIONS,
    containers: inventory::CONTAINERS,
    classes: inventory::CLASSES,
    tables: inventory::TABLES,
    events: inventory::EVENTS,
    outputs: inventory::OUTPUTS,
    actions: actions::ACTIONS,
    routes: routes::ROUTES,
    queries: queries::QUERIES,
    jobs: &[actions::LOOK, actions::TELL],
    nav: routes::NAV,
    words: kernel::words!("../words"),
};
