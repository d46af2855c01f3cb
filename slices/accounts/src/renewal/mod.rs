//! A second step set up again for whoever has lost every factor (ASVS 6.4.4): a manager says how the person was known, a
//! second one agrees, and the person can stop it by mail. Then factors, password and sessions go, so that whoever has the
//! password alone comes no further: a new one comes by mail, and the next sign-in asks for the second step.

pub mod actions;
pub mod inventory;
pub mod queries;
pub mod routes;
pub mod store;

use kernel::Slice;

/// The manifest. Its words stand with those of the accounts.
pub static SLICE: Slice = Slice {
    name: "factor-renewal",
    migrations: inventory::MIGRATIONS,
    tables: inventory::TABLES,
    outputs: inventory::OUTPUTS,
    actions: actions::ACTIONS,
    routes: routes::ROUTES,
    queries: queries::QUERIES,
    jobs: actions::JOBS,
    ..Slice::EMPTY
};
