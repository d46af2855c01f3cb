//! The doors of signing in with the provider.

use kernel::manifest::{Entry, Method, Route, get, post};

use super::actions;

const LEAVES: &str = "somebody who has not signed in yet, and who signs in elsewhere";
const COMES: &str = "whoever comes back from the provider, in the browser that went there";
const LEFT: &str = "somebody who has just signed out";
const INVITED: &str = "the link of the invitation mail";

const fn open(method: Method, path: &'static str, why: &'static str) -> Route {
    Route { method, path, entry: Entry::Public(why) }
}

kernel::routes! {
    /// Leads to the provider.
    GO = open(Method::Post, "/sign-in/provider", LEAVES);
    /// The way back from there.
    BACK = open(Method::Get, "/sign-in/provider/back", COMES);
    /// Says that one may still be signed in there.
    OUT = open(Method::Get, "/sign-in/provider/out", LEFT);
    /// Accepts an invitation with the account at the provider.
    ACCEPT = Route { method: Method::Post, path: "/invitation/{token}/provider", entry: Entry::Link(INVITED) };
    /// Whether one signs in this way, and the form that changes it.
    OWN = get("/profile/provider", &actions::PROVIDER_SEE);
    /// Links the account there, or takes the link away.
    OWN_CHANGE = post("/profile/provider", &actions::PROVIDER_CHANGE);
}
