//! The second step at signing in: codes of an authenticator app, and recovery codes (UC17, S7). A manifest of its own:
//! an organisation whose statement does not name what is kept for it has none of it.

pub mod actions;
pub mod codes;
pub(crate) mod halfway;
pub mod inventory;
pub mod queries;
pub mod routes;
pub mod store;

use kernel::Slice;
use statement::{
    Plan,
    plan::{Factor, rule::SecondFactor},
};

/// The manifest. Its words stand with those of the accounts.
pub static SLICE: Slice = Slice {
    name: "second-step",
    migrations: inventory::MIGRATIONS,
    tables: inventory::TABLES,
    outputs: inventory::OUTPUTS,
    actions: actions::ACTIONS,
    routes: routes::ROUTES,
    queries: queries::QUERIES,
    jobs: actions::JOBS,
    ..Slice::EMPTY
};

/// The rule, where the statement offers an authenticator app and names what is kept for it.
fn rule(plan: &Plan) -> Option<&SecondFactor> {
    let rule = plan.second_factor().filter(|rule| rule.methods.contains(&Factor::Totp))?;
    plan.category_of(inventory::ITEM).is_some().then_some(rule)
}

/// Whether one can have a second step here.
pub(crate) fn offered(plan: &Plan) -> bool {
    rule(plan).is_some()
}

/// Whether somebody with these roles signs in with a second step only.
pub(crate) fn demanded<'a>(plan: &Plan, roles: impl IntoIterator<Item = &'a str>) -> bool {
    rule(plan).is_some_and(|rule| roles.into_iter().any(|role| rule.required_for.iter().any(|key| key == role)))
}
