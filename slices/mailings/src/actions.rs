//! What can be done with consents and mailings, by whom at the very most, and the jobs.

use access::Resource;
use kernel::{
    Archetype::Manager,
    manifest::{Action, ActionKind, By, Job},
};

use crate::inventory::{ANSWER, DRAFT, LINK, MAILING, SENT, TEXT};

const MANAGERS: &[By] = &[By::Archetype(Manager)];
const OWN: &[By] = &[By::Party(Resource::SELF)];

const fn own(name: &'static str, kind: ActionKind, writes: &'static [&'static str]) -> Action {
    Action { name, container: Resource::PERSON, kind, discloses: &[ANSWER, LINK], writes, by: OWN, states: &[] }
}

/// To see what one is asked, and what one agreed to.
pub static CONSENTS_SEE: Action = own("consents.see", ActionKind::Read, &[]);
/// To agree.
pub static CONSENT_GIVE: Action = own("consent.give", ActionKind::Write, &[ANSWER]);
/// To withdraw; also while the own data is frozen.
pub static CONSENT_WITHDRAW: Action = own("consent.withdraw", ActionKind::Right, &[ANSWER]);

/// To see which mailings were written and sent.
pub static MAILINGS_LIST: Action = Action {
    name: "mailings.list",
    container: Resource::ORGANISATION,
    kind: ActionKind::Read,
    discloses: &[TEXT],
    writes: &[],
    by: MANAGERS,
    states: &[],
};

const fn mailing(
    name: &'static str,
    kind: ActionKind,
    writes: &'static [&'static str],
    states: &'static [&'static str],
) -> Action {
    Action { name, container: MAILING, kind, discloses: &[TEXT], writes, by: MANAGERS, states }
}

/// To see one mailing.
pub static MAILING_SEE: Action = mailing("mailing.see", ActionKind::Read, &[], &[DRAFT, SENT]);
/// To write a mailing, as long as it is not sent.
pub static MAILING_WRITE: Action = mailing("mailing.write", ActionKind::Manage, &[TEXT], &[DRAFT]);
/// To send it to everyone who agreed. Whoever sends it sees how many those are, and not who.
pub static MAILING_SEND: Action = mailing("mailing.send", ActionKind::Manage, &[], &[DRAFT]);

/// Sends a mailing to one person.
pub static DELIVER: Job = Job {
    name: "mailings.deliver",
    about: "Finds who agreed to a mailing, and sends it to one of them with that person's own links.",
    handles: &[TEXT, ANSWER, LINK, "person.email", "person.language"],
};

/// Acts for whoever holds a link of a mailing.
pub static FOLLOW: Job = Job {
    name: "mailings.link",
    about: "Stops mailings, or asks for the erasure of contact details, for whoever holds the link of a mail.",
    handles: &[ANSWER, LINK],
};

/// Every action.
pub const ACTIONS: &[Action] =
    &[CONSENTS_SEE, CONSENT_GIVE, CONSENT_WITHDRAW, MAILINGS_LIST, MAILING_SEE, MAILING_WRITE, MAILING_SEND];

/// Every job.
pub const JOBS: &[Job] = &[DELIVER, FOLLOW];
