//! What shows that the statement is kept: the registers that the law asks for, the proof of receipts, who looked at
//! what, and what in it does not fit (X5, RL10, UC14, CE3, CE21).

pub mod actions;
mod findings;
pub mod inventory;
pub mod log;
pub mod model;
mod pages;
pub mod queries;
pub mod routes;
pub mod rules;
mod watch;

pub use pages::doors;
pub use watch::watch;

use kernel::Slice;

/// What the slice declares.
pub static SLICE: Slice = Slice {
    name: "evidence",
    migrations: inventory::MIGRATIONS,
    tables: inventory::TABLES,
    queries: queries::QUERIES,
    jobs: &[inventory::WATCH],
    actions: actions::ACTIONS,
    routes: routes::ROUTES,
    nav: routes::NAV,
    words: kernel::words!("../words"),
    ..Slice::EMPTY
};
