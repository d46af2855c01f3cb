//! Who asks for another address, and the jobs that act for the two mailboxes.

use kernel::manifest::{Action, ActionKind, By, Job};

/// To ask for another address, with the password and the second step; to stop what was asked.
pub static ADDRESS_CHANGE: Action = Action {
    name: "address.change",
    container: "person",
    kind: ActionKind::Right,
    discloses: &["person.email"],
    writes: &["person.email", "sign-in.link"],
    by: &[By::Party(crate::SELF)],
    states: &[],
};

/// Acts for whoever reads one of the two mailboxes, and when the time is over.
pub static MOVE_ADDRESS: Job = Job {
    name: "address.move",
    about: "Changes an address when both mailboxes have confirmed, or after a week when a manager saw the person.",
    handles: &["person.email", "person.language", "sign-in.session", "sign-in.link"],
};

/// Writes to one of the two mailboxes.
pub static MAIL_ADDRESS: Job = Job {
    name: "address.mail",
    about: "Makes a single-use link for the new or the old address and sends it there; only the link's hash is kept.",
    handles: &["person.email", "person.language", "sign-in.link"],
};

/// Every action.
pub const ACTIONS: &[Action] = &[ADDRESS_CHANGE];
/// Every job.
pub const JOBS: &[Job] = &[MOVE_ADDRESS, MAIL_ADDRESS];
