//! Amendments, as people meet them: what changes in the statement for oneself, and the choice; and the editor in which
//! officers write the next version.
//!
//! Versions and choices are the keeper's (`keeper::amendments`); every version is readable in `publication`.

pub mod actions;
pub mod draft;
pub mod inventory;
mod pages;
pub mod queries;
pub mod routes;
mod telling;

pub use pages::doors;
pub use telling::tell;

use kernel::Slice;

/// The manifest.
pub static SLICE: Slice = Slice {
    name: "amendments",
    migrations: inventory::MIGRATIONS,
    tables: inventory::TABLES,
    actions: actions::ACTIONS,
    routes: routes::ROUTES,
    queries: queries::QUERIES,
    nav: routes::NAV,
    words: kernel::words!("../words"),
    ..Slice::EMPTY
};
