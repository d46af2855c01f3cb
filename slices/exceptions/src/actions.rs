//! What can be done, by whom at the very most, and the jobs. Whether a package opens is decided by the statement's
//! `disclose` clause itself (see `access::Exception`).

use kernel::{
    Archetype::{Manager, Officer, Technician},
    manifest::{Action, ActionKind, By, Job},
};

use crate::inventory::DISCLOSURE;

const ORGANISATION: &str = "organisation";
const TRUSTED: &[By] = &[By::Archetype(Officer), By::Archetype(Manager)];
const OWN: &[By] = &[By::Party("self")];

const RECIPIENT: &str = "disclosure.recipient";
const REASON: &str = "disclosure.reason";
const TERM: &str = "disclosure.term";

const fn trusted(
    name: &'static str,
    kind: ActionKind,
    discloses: &'static [&'static str],
    writes: &'static [&'static str],
) -> Action {
    Action { name, container: ORGANISATION, kind, discloses, writes, by: TRUSTED, states: &[] }
}

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident = $action:expr;)*) => {
        $($(#[$doc])* pub static $name: Action = $action;)*
        /// Every action.
        pub const ACTIONS: &[Action] = &[$($name),*];
    };
}

actions! {
    /// To come to the page of what opens by exception only.
    EXCEPTIONS_SEE = Action {
        by: &[By::Archetype(Officer), By::Archetype(Manager), By::Archetype(Technician)],
        ..trusted("exceptions.see", ActionKind::Read, &[], &[])
    };
    /// To see which disclosures there are, and whom we still have to tell of changes.
    DISCLOSURES_LIST = trusted("disclosures.list", ActionKind::Read, &[RECIPIENT, TERM], &[]);
    /// To see one with all that was written about it.
    DISCLOSURE_SEE = trusted("disclosure.see", ActionKind::Read, &[RECIPIENT, REASON, TERM], &[]);
    /// To propose that something is handed over.
    DISCLOSURE_PROPOSE = trusted("disclosure.propose", ActionKind::Manage, &[TERM], &[RECIPIENT, REASON, TERM]);
    /// To agree, to decline, and to say until when the person is not told.
    DISCLOSURE_DECIDE = trusted("disclosure.decide", ActionKind::Manage, &[TERM], &[REASON, TERM]);
    /// To take the package, once, to hand it over.
    DISCLOSURE_HAND_OVER = trusted("disclosure.hand-over", ActionKind::Manage, &[TERM], &[TERM]);
    /// To note how a recipient was told of a change.
    TELLING_RECORD = trusted("disclosure.tell", ActionKind::Manage, &[TERM], &[REASON, TERM]);
    /// To see who received what about oneself.
    RECEIVED_LIST = Action {
        name: "received.list",
        container: "person",
        kind: ActionKind::Read,
        discloses: &[TERM],
        writes: &[],
        by: OWN,
        states: &[],
    };
    /// To see one such disclosure.
    RECEIVED_SEE = Action {
        name: "received.see",
        container: DISCLOSURE,
        kind: ActionKind::Read,
        discloses: &[RECIPIENT, REASON, TERM],
        writes: &[],
        by: OWN,
        states: &[],
    };
    /// To agree to a disclosure of one's own data, or to take that back.
    DISCLOSURE_CONSENT = Action {
        name: "disclosure.consent",
        container: DISCLOSURE,
        kind: ActionKind::Right,
        discloses: &[TERM],
        writes: &[TERM],
        by: OWN,
        states: &[],
    };
}

/// Finds whom we have to tell of changes, and what has to be looked at again.
pub static LOOK: Job = Job {
    name: "exceptions.look",
    about: "Finds recipients to be told of a correction, an erasure or a freezing, and what is to be looked at again.",
    handles: &[TERM],
};

/// Tells a recipient, without content.
pub static TELL: Job = Job {
    name: "exceptions.tell",
    about: "Sends a recipient one mail that says that something it received has changed, with a reference number only.",
    handles: &[RECIPIENT, TERM],
};
