//! The doors of the second step.

use kernel::manifest::{Entry, Method, Route, get, post};

use super::actions;

const HALFWAY: &str = "somebody whose password was right a moment ago, as a signed field of the form says";

kernel::routes! {
    /// Signs in with a code.
    SECOND = Route { method: Method::Post, path: "/sign-in/second-step", entry: Entry::Public(HALFWAY) };
    /// Sets an app up, where the role demands it, and signs in.
    SECOND_APP = Route { method: Method::Post, path: "/sign-in/second-step/app", entry: Entry::Public(HALFWAY) };
    /// One's own second step.
    OWN = get("/profile/second-step", &actions::SECOND_SEE);
    /// Sets it up.
    OWN_APP = post("/profile/second-step", &actions::SECOND_CHANGE);
    /// Makes new recovery codes, or takes it away.
    OWN_CHANGE = post("/profile/second-step/change", &actions::SECOND_CHANGE);
}
