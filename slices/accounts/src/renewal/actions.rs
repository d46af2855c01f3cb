//! Who asks and agrees, and the jobs that act for the person and when it is time.

use kernel::{
    Archetype::Manager,
    manifest::{Action, ActionKind, By, Job},
};

use super::inventory::ITEM;

/// To see how a renewal stands, and how the person was known.
pub static RENEWAL_SEE: Action = Action {
    name: "renewal.see",
    container: "person",
    kind: ActionKind::Read,
    discloses: &[ITEM, "person.name", "person.states"],
    writes: &[],
    by: &[By::Archetype(Manager)],
    states: &[],
};

/// To ask for one, to agree to what another manager asked, or to stop it.
pub static RENEWAL_ASK: Action = Action {
    name: "renewal.ask",
    kind: ActionKind::Manage,
    discloses: &[ITEM, "person.states"],
    writes: &[ITEM],
    ..RENEWAL_SEE
};

/// Takes away what is lost.
pub static RENEW: Job = Job {
    name: "renewal.carry-out",
    about: "Takes factors, password and sessions of somebody away who has lost every factor, when two managers say so, or one and nobody stops it for three days.",
    handles: &[ITEM, "sign-in.factor", "sign-in.phone", "sign-in.provider", "sign-in.password", "sign-in.session"],
};

/// Acts for whoever reads the person's mailbox, or shows a factor after all.
pub static STOP: Job = Job {
    name: "renewal.stop",
    about: "Stops a renewal of the second step for whoever holds the link that was mailed.",
    handles: &[ITEM, "person.language"],
};

/// Writes to the person.
pub static MAIL_RENEWAL: Job = Job {
    name: "renewal.mail",
    about: "Makes the link that stops a renewal and mails it to the person; only the link's hash is kept.",
    handles: &[ITEM, "person.email", "person.language"],
};

/// Every action.
pub const ACTIONS: &[Action] = &[RENEWAL_SEE, RENEWAL_ASK];
/// Every job.
pub const JOBS: &[Job] = &[RENEW, STOP, MAIL_RENEWAL];
