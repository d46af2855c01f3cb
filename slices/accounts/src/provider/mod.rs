//! Signing in with an organisation's own provider, by OpenID Connect (CE19). A manifest of its own: an organisation whose
//! statement does not name what is kept for it has none of it, and where the configuration names no provider nothing of
//! it is shown.
//!
//! A person is known by who the provider is and by its own number for the person. No mail address is asked for, and none
//! links an account: that does somebody who has signed in and shows the factors once more, or whoever holds an invitation.

pub mod actions;
mod channel;
pub(crate) mod errand;
pub mod inventory;
pub mod metadata;
pub mod queries;
mod relying;
pub mod routes;
mod settings;
pub(crate) mod store;
pub mod token;

pub use channel::{Answered, Asked, Channel};
use kernel::{Language, Slice};
pub(crate) use relying::Return;
pub use relying::{Provider, ProviderFault, Providers};
pub use settings::{Counts, Settings};
use statement::{
    Plan,
    plan::{
        SignInMethod,
        rule::{Recipient, SignIn},
    },
};
pub(crate) use token::Subject;

/// The manifest. Its words stand with those of the accounts.
pub static SLICE: Slice = Slice {
    name: "provider",
    migrations: inventory::MIGRATIONS,
    tables: inventory::TABLES,
    outputs: inventory::OUTPUTS,
    actions: actions::ACTIONS,
    routes: routes::ROUTES,
    queries: queries::QUERIES,
    jobs: actions::JOBS,
    ..Slice::EMPTY
};

/// Whether the statement lets somebody with these roles sign in with a provider; without roles, anybody.
pub(crate) fn named(plan: &Plan, roles: Option<&[String]>) -> bool {
    let holds = |rule: &SignIn| match (&rule.of, roles) {
        (Some(of), Some(roles)) => roles.contains(of),
        _ => true,
    };
    plan.all::<SignIn>().any(|rule| rule.methods.contains(&SignInMethod::IdentityProvider) && holds(rule))
}

/// The recipient that the configuration means, as the statement has it.
fn recipient<'a>(plan: &'a Plan, settings: &Settings) -> Option<&'a Recipient> {
    plan.recipients().find(|recipient| recipient.key == settings.recipient)
}

/// What the provider is called, in the statement's words.
fn name(plan: &Plan, settings: &Settings, language: Language) -> Option<String> {
    let recipient = recipient(plan, settings)?;
    Some(recipient.names.get(language).unwrap_or(recipient.key.as_str()).to_owned())
}

/// Why statement and configuration do not go together, and what to do; `None` when they do.
pub fn fault(plan: &Plan, settings: Option<&Settings>) -> Option<String> {
    let settings = match (settings, named(plan, None)) {
        (None, false) => return None,
        (None, true) => {
            let told = "the statement lets people sign in with \"identity-provider\", and the configuration names no \
                        provider: add the line provider \"…\" issuer=\"https://…\" client=\"…\" secret-file=\"…\" \
                        recipient=\"…\", or take the word out of the `sign-in` clause";
            return Some(told.to_owned());
        }
        (Some(settings), true) => settings,
        (Some(_), false) => {
            let told = "the configuration names a provider, and the statement's `sign-in` clause does not have \
                        \"identity-provider\": add the word to the clause, or take the line away";
            return Some(told.to_owned());
        }
    };
    if recipient(plan, settings).is_none() {
        let key = &settings.recipient;
        return Some(format!(
            "the statement has no recipient \"{key}\", which the line of the provider names: people must know who learns \
             that they sign in; add recipient \"{key}\" role=\"…\" country=\"…\" {{ name …; about …; }}"
        ));
    }
    if plan.category_of(inventory::ITEM).is_none() {
        let item = inventory::ITEM;
        return Some(format!(
            "no category of the statement includes \"{item}\", by which a person is known who signs in with the provider"
        ));
    }
    if !plan.cookies().any(|cookie| cookie.key == errand::COOKIE) {
        return Some(format!(
            "the statement does not declare the cookie that holds the way back from the provider: add cookie \"{}\" \
             where=\"sign-in\" purpose=\"…\" lasts=\"1 hour\"",
            errand::COOKIE
        ));
    }
    None
}
