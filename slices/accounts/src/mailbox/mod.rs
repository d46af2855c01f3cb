//! Whether mails to a person's address come back. Each mailbox has a number, drawn at random, that stands in the envelope
//! of what is mailed there; a report that bears it says that the mailbox is no more, and nothing else is mailed there
//! until the address is another, or somebody asks to try it again. A manifest of its own: an organisation whose statement
//! does not name what is kept for it has none of it.

pub mod actions;
pub mod inventory;
pub mod queries;
pub mod routes;
pub mod store;

use kernel::Slice;
use statement::Plan;

/// The manifest. Its words stand with those of the accounts.
pub static SLICE: Slice = Slice {
    name: "mailbox",
    migrations: inventory::MIGRATIONS,
    tables: inventory::TABLES,
    outputs: inventory::OUTPUTS,
    actions: actions::ACTIONS,
    routes: routes::ROUTES,
    queries: queries::QUERIES,
    jobs: actions::JOBS,
    ..Slice::EMPTY
};

/// Whether the statement names what is kept of mails that come back.
pub fn is_noted(plan: &Plan) -> bool {
    plan.category_of(inventory::ITEM).is_some()
}
