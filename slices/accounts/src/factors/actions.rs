//! What can be done with one's own second step, and the job that asks for it at the door.

use kernel::manifest::{Action, Job};

use super::inventory::ITEM;
use crate::actions::{change_own, see_own};

/// To see whether one has a second step, and since when.
pub static SECOND_SEE: Action = see_own("second-step.see", &[ITEM]);

/// To set it up, take it away, or make new recovery codes: with the password, and with a code once there is one.
pub static SECOND_CHANGE: Action = change_own("second-step.change", &[ITEM, "sign-in.session"]);

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
