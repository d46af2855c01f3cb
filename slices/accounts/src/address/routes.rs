//! The doors of a change of address.

use kernel::manifest::{Entry, Method, Route, get, post};

use super::actions;

const NEW: &str = "the link of the mail to the new address";
const OLD: &str = "the link of the mail to the old address";

const fn linked(method: Method, path: &'static str, mail: &'static str) -> Route {
    Route { method, path, entry: Entry::Link(mail) }
}

kernel::routes! {
    /// The form for another address, and how far a change is.
    OWN_FORM = get("/profile/address", &actions::ADDRESS_CHANGE);
    /// Asks for another address.
    OWN = post("/profile/address", &actions::ADDRESS_CHANGE);
    /// Stops what was asked.
    OWN_STOP = post("/profile/address/stop", &actions::ADDRESS_CHANGE);
    /// Says what confirming at the new address does.
    NEW_SHOW = linked(Method::Get, "/new-address/{token}", NEW);
    /// Confirms at the new address.
    NEW_CONFIRM = linked(Method::Post, "/new-address/{token}", NEW);
    /// Says what confirming or stopping at the old address does.
    OLD_SHOW = linked(Method::Get, "/old-address/{token}", OLD);
    /// Confirms at the old address, or stops it.
    OLD_ANSWER = linked(Method::Post, "/old-address/{token}", OLD);
}
