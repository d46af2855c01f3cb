//! What can be done with what was brought along: by the person alone.

use keeper::import::{ENTRY, FILE, HEADING, NAME};
use kernel::manifest::{Action, ActionKind, By};

const PERSON: &str = "person";
const OWN: &[By] = &[By::Party("self")];
const ALL: &[&str] = &[HEADING, ENTRY, FILE, NAME];

/// To see it.
pub static BROUGHT_SEE: Action = Action {
    name: "brought-along.see",
    container: PERSON,
    kind: ActionKind::Read,
    discloses: ALL,
    writes: &[],
    by: OWN,
    states: &[],
};

/// To bring something along: to have an archive read, and to have it kept.
pub static BROUGHT_BRING: Action = Action {
    name: "brought-along.bring",
    container: PERSON,
    kind: ActionKind::Write,
    discloses: &[HEADING],
    writes: ALL,
    by: OWN,
    states: &[],
};

/// To remove a part of it, or all.
pub static BROUGHT_REMOVE: Action = Action {
    name: "brought-along.remove",
    container: PERSON,
    kind: ActionKind::Right,
    discloses: &[],
    writes: ALL,
    by: OWN,
    states: &[],
};

/// Every action.
pub const ACTIONS: &[Action] = &[BROUGHT_SEE, BROUGHT_BRING, BROUGHT_REMOVE];
