//! The doors.

use kernel::{
    Archetype::{Officer, Technician},
    manifest::{NavEntry, Route, get, post},
};

use crate::actions;

/// Which holds there are.
pub static HOLDS: Route = get("/holds", &actions::HOLDS_LIST);
/// The form for a hold.
pub static HOLD_FORM: Route = get("/holds/laying", &actions::HOLD_LAY);
/// Lays a hold.
pub static HOLD_LAY: Route = post("/holds/laying", &actions::HOLD_LAY);
/// One hold.
pub static HOLD: Route = get("/holds/{hold}", &actions::HOLD_SEE);
/// Moves its end.
pub static HOLD_MOVE: Route = post("/holds/{hold}", &actions::HOLD_CHANGE);
/// Says what releasing means.
pub static RELEASE_FORM: Route = get("/holds/{hold}/release", &actions::HOLD_CHANGE);
/// Releases it.
pub static RELEASE: Route = post("/holds/{hold}/release", &actions::HOLD_CHANGE);
/// What waits.
pub static WAITING: Route = get("/waiting", &actions::WAITING_SEE);
/// Tries again.
pub static RETRY: Route = post("/waiting/attempt", &actions::WAITING_RETRY);
/// Confirms the clock.
pub static CLOCK: Route = post("/waiting/clock", &actions::WAITING_RETRY);

/// Every route.
pub const ROUTES: &[Route] =
    &[HOLDS, HOLD_FORM, HOLD_LAY, HOLD, HOLD_MOVE, RELEASE_FORM, RELEASE, WAITING, RETRY, CLOCK];

/// The places in the navigation.
pub const NAV: &[NavEntry] = &[
    NavEntry { path: "/holds", word: "oversight-nav-holds", icon: "lock", by: &[Officer], order: 50 },
    NavEntry { path: "/waiting", word: "oversight-nav-waiting", icon: "clock", by: &[Officer, Technician], order: 60 },
];
