//! Break-glass: a technician reads one container for a while to mend a problem (CE6, UC6). What it opens is decided by
//! the statement's clause itself (see `access::Exception`). A slice of its own: organisations without such a clause
//! have none of it.

pub mod actions;
pub mod inventory;
pub mod model;
pub(crate) mod pages;
pub mod queries;
pub mod routes;
pub mod store;

use kernel::Slice;

/// The manifest.
pub static SLICE: Slice = Slice {
    name: "break-glass",
    migrations: inventory::MIGRATIONS,
    containers: inventory::CONTAINERS,
    classes: inventory::CLASSES,
    tables: inventory::TABLES,
    events: inventory::EVENTS,
    outputs: inventory::OUTPUTS,
    actions: actions::ACTIONS,
    routes: routes::ROUTES,
    queries: queries::QUERIES,
    ..Slice::EMPTY
};
