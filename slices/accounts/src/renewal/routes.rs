//! The doors.

use kernel::manifest::{Entry, Method, Route, get, post};

use super::actions;

const STOPS: &str = "the link of the mail that tells of a renewal";

const fn linked(method: Method) -> Route {
    Route { method, path: "/second-step-renewal/{token}", entry: Entry::Link(STOPS) }
}

kernel::routes! {
    /// How a renewal stands, or the form to ask for one.
    RENEWAL = get("/people/{person}/second-step", &actions::RENEWAL_SEE);
    /// Asks for one.
    RENEWAL_ASK = post("/people/{person}/second-step", &actions::RENEWAL_ASK);
    /// Agrees, or stops it.
    RENEWAL_ANSWER = post("/people/{person}/second-step/answer", &actions::RENEWAL_ASK);
    /// Says what stopping does.
    STOP_SHOW = linked(Method::Get);
    /// Stops it.
    STOP = linked(Method::Post);
}
