//! The doors of the second step.

use kernel::manifest::{Entry, Method, Route, get, post};

use super::actions;

const HALFWAY: &str = "somebody whose password was right a moment ago, as a signed field of the form says";

const WITH_PASSKEY: &str = "somebody who has not signed in yet, and whose passkey signs a challenge of ours";

kernel::routes! {
    /// Signs in with a code.
    SECOND = Route { method: Method::Post, path: "/sign-in/second-step", entry: Entry::Public(HALFWAY) };
    /// Sets an app up, where the role demands it, and signs in.
    SECOND_APP = Route { method: Method::Post, path: "/sign-in/second-step/app", entry: Entry::Public(HALFWAY) };
    /// Makes a passkey, where the role demands a second step, and signs in.
    SECOND_PASSKEY = Route { method: Method::Post, path: "/sign-in/second-step/passkey", entry: Entry::Public(HALFWAY) };
    /// Signs in with a passkey alone.
    ENTER = Route { method: Method::Post, path: "/sign-in/passkey", entry: Entry::Public(WITH_PASSKEY) };
    /// One's own second step.
    OWN = get("/profile/second-step", &actions::SECOND_SEE);
    /// Sets it up.
    OWN_APP = post("/profile/second-step", &actions::SECOND_CHANGE);
    /// Makes new recovery codes, or takes it away.
    OWN_CHANGE = post("/profile/second-step/change", &actions::SECOND_CHANGE);
    /// One's own passkeys.
    PASSKEYS = get("/profile/passkeys", &actions::SECOND_SEE);
    /// Asks for the factors that there are before another is added.
    PASSKEY_BEGIN = post("/profile/passkeys", &actions::SECOND_CHANGE);
    /// Adds a passkey.
    PASSKEY_ADD = post("/profile/passkeys/made", &actions::SECOND_CHANGE);
    /// What taking a passkey away means.
    PASSKEY_REMOVAL_FORM = get("/profile/passkeys/{passkey}", &actions::SECOND_SEE);
    /// Takes it away.
    PASSKEY_REMOVAL = post("/profile/passkeys/{passkey}", &actions::SECOND_CHANGE);
}
