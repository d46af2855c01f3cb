//! The doors.

use kernel::{
    Archetype::{Manager, Officer},
    manifest::{Action, Entry, Method::Get, NavEntry, Route},
};

use crate::actions;

const fn get(path: &'static str, action: &'static Action) -> Route {
    Route { method: Get, path, entry: Entry::Action(action) }
}

macro_rules! routes {
    ($($(#[$doc:meta])* $name:ident = $route:expr;)*) => {
        $($(#[$doc])* pub static $name: Route = $route;)*
        /// Every route.
        pub const ROUTES: &[Route] = &[$($name),*];
    };
}

routes! {
    /// The registers on offer.
    REGISTERS = get("/registers", &actions::REGISTERS_READ);
    /// One of them, to read.
    REGISTER = get("/registers/{form}", &actions::REGISTERS_READ);
    /// One of them, as a file.
    REGISTER_FILE = get("/registers/{form}/file", &actions::REGISTERS_READ);
}

/// The places in the navigation.
pub const NAV: &[NavEntry] = &[NavEntry {
    path: "/registers",
    word: "evidence-nav-registers",
    icon: "scroll-text",
    by: &[Officer, Manager],
    order: 60,
}];
