//! What can be done with one's own second step, and the job that asks for it at the door.

use kernel::manifest::{Action, ActionKind, By, Job};

use super::inventory::ITEM;

/// To see whether one has a second step, and since when.
pub static SECOND_SEE: Action = Action {
    name: "second-step.see",
    container: "person",
    kind: ActionKind::Read,
    discloses: &[ITEM],
    writes: &[],
    by: &[By::Party(crate::SELF)],
    states: &[],
};

/// To set it up, take it away, or make new recovery codes: with the password, and with a code once there is one.
pub static SECOND_CHANGE: Action = Action {
    name: "second-step.change",
    container: "person",
    kind: ActionKind::Right,
    discloses: &[],
    writes: &[ITEM, "sign-in.session"],
    by: &[By::Party(crate::SELF)],
    states: &[],
};

/// Asks for the second step of somebody whose password was right, or for a passkey alone.
pub static CHECK: Job = Job {
    name: "second-step.check",
    about: "Holds a code or a passkey against what is kept of it, and begins a session.",
    handles: &[ITEM, "person.role", "sign-in.session"],
};

/// Every action.
pub const ACTIONS: &[Action] = &[SECOND_SEE, SECOND_CHANGE];
/// Every job.
pub const JOBS: &[Job] = &[CHECK];
