//! What can be done in oversight, by whom at the very most, and the job that reminds.

use kernel::{
    Archetype::{Officer, Technician},
    manifest::{Action, ActionKind, By, Job},
};

const ORGANISATION: &str = "organisation";
const HOLD: &str = "hold";
const OFFICERS: &[By] = &[By::Archetype(Officer)];
const BOTH: &[By] = &[By::Archetype(Officer), By::Archetype(Technician)];

/// To see which holds there are: what is held, on what ground, until when.
pub static HOLDS_LIST: Action = Action {
    name: "holds.list",
    container: ORGANISATION,
    kind: ActionKind::Read,
    discloses: &["hold.term"],
    writes: &[],
    by: OFFICERS,
    states: &[],
};

/// To lay a hold on a person's data or on a container.
pub static HOLD_LAY: Action = Action {
    name: "hold.lay",
    container: HOLD,
    kind: ActionKind::Manage,
    discloses: &["hold.term"],
    writes: &["hold.reason", "hold.term"],
    by: OFFICERS,
    states: &[],
};

/// To see one hold with its reason.
pub static HOLD_SEE: Action = Action {
    name: "hold.see",
    container: HOLD,
    kind: ActionKind::Read,
    discloses: &["hold.reason", "hold.term"],
    writes: &[],
    by: OFFICERS,
    states: &[],
};

/// To move the end of a hold, or to release it.
pub static HOLD_CHANGE: Action = Action {
    name: "hold.change",
    container: HOLD,
    kind: ActionKind::Manage,
    discloses: &["hold.term"],
    writes: &["hold.term"],
    by: OFFICERS,
    states: &[],
};

/// To see which of the keeper's acts are not finished; never content.
pub static WAITING_SEE: Action = Action {
    name: "waiting.see",
    container: ORGANISATION,
    kind: ActionKind::Read,
    discloses: &[],
    writes: &[],
    by: BOTH,
    states: &[],
};

/// To try again at once, or to confirm that the clock is right.
pub static WAITING_RETRY: Action = Action {
    name: "waiting.retry",
    container: ORGANISATION,
    kind: ActionKind::Manage,
    discloses: &[],
    writes: &[],
    by: BOTH,
    states: &[],
};

/// Reminds officers of holds that end soon.
pub static REMIND: Job = Job {
    name: "oversight.remind",
    about: "Finds holds that end soon and tells the officer who laid them, without content.",
    handles: &["hold.term"],
};

/// Every action.
pub const ACTIONS: &[Action] = &[HOLDS_LIST, HOLD_LAY, HOLD_SEE, HOLD_CHANGE, WAITING_SEE, WAITING_RETRY];
