//! The second step at signing in: passkeys, codes of an authenticator app, and recovery codes (UC17, S7). A passkey can
//! also be shown alone. A manifest of its own: an organisation whose statement does not name what is kept for it has
//! none of it.

pub mod actions;
pub(crate) mod challenge;
pub mod codes;
pub(crate) mod halfway;
pub mod inventory;
pub mod passkeys;
pub mod queries;
pub mod routes;
pub(crate) mod showing;
pub mod sms;
pub mod store;
pub mod webauthn;

use kernel::Slice;
use statement::{
    Plan,
    plan::{
        Factor, SignInMethod,
        rule::{SecondFactor, SignIn},
    },
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

/// The rule, where the statement offers a passkey or an authenticator app and names what is kept for it.
fn rule(plan: &Plan) -> Option<&SecondFactor> {
    let first = |factor: &Factor| matches!(factor, Factor::Passkey | Factor::Totp);
    let rule = plan.second_factor().filter(|rule| rule.methods.iter().any(first))?;
    plan.category_of(inventory::ITEM).is_some().then_some(rule)
}

/// Whether the statement offers this factor.
pub(crate) fn offers(plan: &Plan, factor: Factor) -> bool {
    rule(plan).is_some_and(|rule| rule.methods.contains(&factor))
}

/// Whether somebody can sign in with a passkey alone: with one of these roles, or, without roles, whoever it is.
pub(crate) fn enters<'a>(plan: &'a Plan, roles: Option<&[String]>) -> bool {
    let holds = |rule: &'a SignIn| match (&rule.of, roles) {
        (Some(of), Some(roles)) => roles.contains(of),
        _ => true,
    };
    let named = |rule: &'a SignIn| rule.methods.contains(&SignInMethod::Passkey) && holds(rule);
    offers(plan, Factor::Passkey) && plan.all::<SignIn>().any(named)
}

/// Whether one can have a second step here.
pub(crate) fn offered(plan: &Plan) -> bool {
    rule(plan).is_some()
}

/// Whether somebody with these roles signs in with a second step only.
pub(crate) fn demanded<'a>(plan: &Plan, roles: impl IntoIterator<Item = &'a str>) -> bool {
    rule(plan).is_some_and(|rule| roles.into_iter().any(|role| rule.required_for.iter().any(|key| key == role)))
}
