//! What can be done with the own account at the provider, and the job that lets somebody in who comes from there.

use kernel::manifest::{Action, Job};

use super::inventory::ITEM;
use crate::actions::{change_own, see_own};

/// To see whether one signs in with the provider, and since when.
pub static PROVIDER_SEE: Action = see_own("provider.see", &[ITEM]);

/// To link the own account at the provider, or to take the link away: with the password, and the second step where there
/// is one.
pub static PROVIDER_CHANGE: Action = change_own("provider.change", &[ITEM, "sign-in.session"]);

/// Knows somebody who comes from the provider.
pub static ENTER: Job = Job {
    name: "provider.enter",
    about: "Finds the person of an account at the organisation's own provider, links it by an invitation, and begins a session.",
    handles: &[ITEM, "person.role", "person.states", "sign-in.session", "sign-in.link"],
};

/// Every action.
pub const ACTIONS: &[Action] = &[PROVIDER_SEE, PROVIDER_CHANGE];
/// Every job.
pub const JOBS: &[Job] = &[ENTER];
