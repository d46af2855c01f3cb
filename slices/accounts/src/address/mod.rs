//! A change of address, confirmed at both mailboxes (S4). Until the new and the old one have confirmed, nothing changes;
//! whoever has lost the old one is seen by a manager, and the old one has a week to stop it.

pub mod actions;
pub mod inventory;
pub mod queries;
pub mod routes;
pub mod store;

use kernel::Slice;

/// The manifest. Its words stand with those of the accounts.
pub static SLICE: Slice = Slice {
    name: "address-change",
    migrations: inventory::MIGRATIONS,
    tables: inventory::TABLES,
    outputs: inventory::OUTPUTS,
    actions: actions::ACTIONS,
    routes: routes::ROUTES,
    queries: queries::QUERIES,
    jobs: actions::JOBS,
    ..Slice::EMPTY
};
