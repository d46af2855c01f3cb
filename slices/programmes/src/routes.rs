//! Where it can be done. Paths hold ids, and short names of what is published (I6).

use kernel::{
    Archetype::Manager,
    manifest::{NavEntry, get},
};

use crate::actions::OUTCOMES_READ;

kernel::routes! {
    // Figures.

    /// How the programmes go.
    OUTCOMES = get("/enrolments/outcomes", &OUTCOMES_READ);
    /// The same as a table.
    OUTCOMES_FILE = get("/enrolments/outcomes/file", &OUTCOMES_READ);
}

/// The places in the navigation.
pub const NAV: &[NavEntry] = &[NavEntry {
    path: "/enrolments/outcomes",
    word: "programmes-nav-outcomes",
    icon: "sprout",
    by: &[Manager],
    order: 45,
}];
