//! The doors of codes by text message.

use kernel::manifest::{Entry, Method, Route, get, post};

use super::actions::{SMS_CHANGE, SMS_SEE};

const HALFWAY: &str = "somebody whose password was right a moment ago, as a signed field of the form says";

kernel::routes! {
    /// Has a code sent, at signing in.
    SEND = Route { method: Method::Post, path: "/sign-in/second-step/text", entry: Entry::Public(HALFWAY) };
    /// One's own number.
    OWN = get("/profile/text-codes", &SMS_SEE);
    /// Asks for the factors that there are, and sends a code to the number that is to be added.
    OWN_ADD = post("/profile/text-codes", &SMS_CHANGE);
    /// The code confirms the number.
    OWN_CONFIRM = post("/profile/text-codes/confirmation", &SMS_CHANGE);
    /// Takes the number away.
    OWN_REMOVE = post("/profile/text-codes/removal", &SMS_CHANGE);
}
