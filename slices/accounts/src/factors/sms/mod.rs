//! Codes by text message: for whoever has an app or a passkey, and not at hand (UC17). A text can be intercepted and a
//! number taken over, so it stands beside something better and never alone, and the page says so. A manifest of its own: an
//! organisation whose statement does not name what is kept for it has none of it.

pub mod actions;
pub mod inventory;
pub mod queries;
pub mod routes;
pub mod store;

use kernel::Slice;
use statement::{Plan, plan::Factor};

use super::offers;

/// The manifest. Its words stand with those of the accounts.
pub static SLICE: Slice = Slice {
    name: "text-codes",
    migrations: inventory::MIGRATIONS,
    tables: inventory::TABLES,
    actions: actions::ACTIONS,
    routes: routes::ROUTES,
    queries: queries::QUERIES,
    jobs: actions::JOBS,
    ..Slice::EMPTY
};

/// Whether the statement offers codes by text message, and names what is kept for them.
pub fn is_offered(plan: &Plan) -> bool {
    offers(plan, Factor::Sms) && plan.category_of(inventory::ITEM).is_some()
}
