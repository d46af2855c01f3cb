//! Moving: what a person brings along from another Troth organisation (GDPR Art. 20). It is read, shown before anything
//! is kept, and then stands in the person's own file for that person alone, until it is removed or the account goes.

pub mod actions;
pub mod inventory;
pub mod model;
mod pages;
pub mod queries;
pub mod routes;
pub mod shelf;

pub use pages::doors;

use kernel::Slice;

/// The manifest.
pub static SLICE: Slice = Slice {
    name: "moving",
    migrations: inventory::MIGRATIONS,
    containers: &[],
    classes: inventory::CLASSES,
    tables: inventory::TABLES,
    events: &[],
    outputs: inventory::OUTPUTS,
    actions: actions::ACTIONS,
    routes: routes::ROUTES,
    queries: queries::QUERIES,
    jobs: &[],
    nav: &[],
    words: kernel::words!("../words"),
};
