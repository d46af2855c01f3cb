//! Where it can be done. Paths hold ids, and short names of what is published (I6).

use kernel::{
    Archetype::{Manager, Participant},
    manifest::{NavEntry, get},
};

use crate::actions::{ENROLMENT_MINE, OUTCOMES_READ};

kernel::routes! {
    // Following.

    /// What one can begin, and one's own programmes with what is next.
    MINE = get("/programmes", &ENROLMENT_MINE);

    // Caring.

    // Making.

    // Figures.

    /// How the programmes go.
    OUTCOMES = get("/enrolments/outcomes", &OUTCOMES_READ);
    /// The same as a table.
    OUTCOMES_FILE = get("/enrolments/outcomes/file", &OUTCOMES_READ);
}

/// The places in the navigation.
pub const NAV: &[NavEntry] = &[
    NavEntry {
        path: "/programmes",
        word: "programmes-nav-following",
        icon: "sprout",
        by: &[Participant],
        order: 15,
    },
    NavEntry {
        path: "/enrolments/outcomes",
        word: "programmes-nav-outcomes",
        icon: "sprout",
        by: &[Manager],
        order: 45,
    },
];
