//! Who sees that mails come back, and the job that notes it.

use kernel::{
    Archetype::Manager,
    manifest::{Action, ActionKind, By, Job},
};

use super::inventory::ITEM;
use crate::actions::change_own;

/// To see whose mails come back.
pub static MAILBOXES_LIST: Action = Action {
    name: "mailboxes.list",
    container: "organisation",
    kind: ActionKind::Read,
    discloses: &[ITEM],
    writes: &[],
    by: &[By::Archetype(Manager)],
    states: &[],
};

/// To see since when mails to one person come back.
pub static MAILBOX_SEE: Action = Action {
    name: "mailbox.see",
    container: "person",
    kind: ActionKind::Read,
    discloses: &[ITEM],
    writes: &[],
    by: &[By::Party(crate::SELF), By::Archetype(Manager)],
    states: &[],
};

/// To have the own address tried again.
pub static MAILBOX_TRY: Action = change_own("mailbox.try", &[ITEM]);

/// Notes that mails to an address come back.
pub static RETURNED: Job = Job {
    name: "mail.returned",
    about: "Gives each mailbox a number for the envelope, and notes when a mail that bears it comes back for good.",
    handles: &[ITEM],
};

/// Every action.
pub const ACTIONS: &[Action] = &[MAILBOXES_LIST, MAILBOX_SEE, MAILBOX_TRY];
/// Every job.
pub const JOBS: &[Job] = &[RETURNED];
