//! Who sees an age, and who corrects it.

use kernel::{
    Archetype::Manager,
    manifest::{Action, ActionKind, By},
};

use super::inventory::ITEM;
use crate::actions::change_own;

/// To see how old somebody said to be, and when.
pub static AGE_SEE: Action = Action {
    name: "age.see",
    container: "person",
    kind: ActionKind::Read,
    discloses: &[ITEM],
    writes: &[],
    by: &[By::Party(crate::SELF), By::Archetype(Manager)],
    states: &[],
};

/// To correct one's own.
pub static AGE_CORRECT: Action = change_own("age.correct", &[ITEM]);

/// Every action.
pub const ACTIONS: &[Action] = &[AGE_SEE, AGE_CORRECT];
