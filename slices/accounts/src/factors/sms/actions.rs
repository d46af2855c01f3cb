//! Who adds and removes a number, and the jobs that ask for a code and send it.

use kernel::manifest::{Action, Job};

use super::inventory::ITEM;
use crate::actions::{change_own, see_own};

/// To see whether one has a number, and since when.
pub static SMS_SEE: Action = see_own("text-codes.see", &[ITEM]);

/// To add a number, or take it away: with the password, and with another second step.
pub static SMS_CHANGE: Action = change_own("text-codes.change", &[ITEM]);

/// Asks for a code on behalf of somebody whose password was right, and holds what is typed against it.
pub static SMS_CHECK: Job = Job {
    name: "text-codes.check",
    about: "Asks for a code by text message at signing in, and holds what is typed against its hash.",
    handles: &[ITEM],
};

/// Sends a code.
pub static SMS_SEND: Job = Job {
    name: "text-codes.send",
    about: "Makes a code and sends it by text message; only its keyed hash is kept.",
    handles: &[ITEM, "person.language"],
};

/// Every action.
pub const ACTIONS: &[Action] = &[SMS_SEE, SMS_CHANGE];
/// Every job.
pub const JOBS: &[Job] = &[SMS_CHECK, SMS_SEND];
