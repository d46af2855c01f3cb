//! What officers do with the statement, at the very most.

use kernel::{
    Archetype::Officer,
    manifest::{Action, ActionKind, By},
};

const fn by_officers(name: &'static str, kind: ActionKind) -> Action {
    let (container, by) = (access::Resource::ORGANISATION, &[By::Archetype(Officer)]);
    Action { name, container, kind, discloses: &[], writes: &[], by, states: &[] }
}

/// To see the draft of the next version, and what it would do.
pub static STATEMENT_SEE: Action = by_officers("statement.see", ActionKind::Read);

/// To write the draft, and to publish it.
pub static STATEMENT_PUBLISH: Action = by_officers("statement.publish", ActionKind::Manage);

/// Every action.
pub const ACTIONS: &[Action] = &[STATEMENT_SEE, STATEMENT_PUBLISH];
