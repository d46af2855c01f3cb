//! What can be done with the own account at the provider, and the job that lets somebody in who comes from there.

use kernel::manifest::{Action, ActionKind, By, Job};

use super::inventory::ITEM;

/// To see whether one signs in with the provider, and since when.
pub static PROVIDER_SEE: Action = Action {
    name: "provider.see",
    container: "person",
    kind: ActionKind::Read,
    discloses: &[ITEM],
    writes: &[],
    by: &[By::Party(crate::SELF)],
    states: &[],
};

/// To link the own account at the provider, or to take the link away: with the password, and the second step where there
/// is one.
pub static PROVIDER_CHANGE: Action = Action {
    name: "provider.change",
    container: "person",
    kind: ActionKind::Right,
    discloses: &[],
    writes: &[ITEM, "sign-in.session"],
    by: &[By::Party(crate::SELF)],
    states: &[],
};

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
