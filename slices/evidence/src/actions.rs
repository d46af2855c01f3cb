//! What can be done with evidence, and by whom at the very most.

use kernel::{
    Archetype::{Manager, Officer},
    manifest::{Action, ActionKind, By},
};

/// To read the registers: they hold nothing but what the statement says.
pub static REGISTERS_READ: Action = Action {
    name: "registers.read",
    container: "organisation",
    kind: ActionKind::Read,
    discloses: &[],
    writes: &[],
    by: &[By::Archetype(Officer), By::Archetype(Manager)],
    states: &[],
};

/// Every action.
pub const ACTIONS: &[Action] = &[REGISTERS_READ];
