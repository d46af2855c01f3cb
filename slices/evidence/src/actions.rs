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

/// To see who opened what is held about oneself (GDPR Art. 15, C-579/21).
pub static LOOKS_OWN: Action = Action {
    name: "looks.own",
    container: "person",
    kind: ActionKind::Read,
    discloses: &["access-log.line"],
    writes: &[],
    by: &[By::Party("self")],
    states: &[],
};

/// To look the access log through. The statement says which role reads the log.
pub static ACCESS_REVIEW: Action = Action {
    name: "access.review",
    container: "organisation",
    kind: ActionKind::Read,
    discloses: &["access-log.line"],
    writes: &[],
    by: &[By::Archetype(Officer), By::Archetype(Manager)],
    states: &[],
};

/// To answer what does not fit, and to note that the log was looked through.
pub static ACCESS_ANSWER: Action = Action {
    name: "access.answer",
    container: "organisation",
    kind: ActionKind::Write,
    discloses: &["access-log.line"],
    writes: &["access-log.line"],
    by: &[By::Archetype(Officer), By::Archetype(Manager)],
    states: &[],
};

/// Every action.
pub const ACTIONS: &[Action] = &[REGISTERS_READ, LOOKS_OWN, ACCESS_REVIEW, ACCESS_ANSWER];
