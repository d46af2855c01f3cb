//! The doors.

use keeper::actions::{CHOICE_MAKE, CHOICE_SEE};
use kernel::manifest::{
    Action, Entry,
    Method::{Get, Post},
    Route,
};

const fn get(path: &'static str, action: &'static Action) -> Route {
    Route { method: Get, path, entry: Entry::Action(action) }
}

const fn post(path: &'static str, action: &'static Action) -> Route {
    Route { method: Post, path, entry: Entry::Action(action) }
}

/// What changes for oneself.
pub static CHANGES: Route = get("/changes", &CHOICE_SEE);
/// Goes on under the version that is asked about.
pub static CHOOSE: Route = post("/changes", &CHOICE_MAKE);

/// Every route.
pub const ROUTES: &[Route] = &[CHANGES, CHOOSE];
