//! What can be done about break-glass, by whom at the very most.

use kernel::{
    Archetype::{Manager, Officer, Technician},
    manifest::{Action, ActionKind, By},
};

use super::inventory::GLASS;

const REASON: &str = "break-glass.reason";
const TERM: &str = "break-glass.term";
const ALL: &[By] = &[By::Archetype(Officer), By::Archetype(Manager), By::Archetype(Technician)];
const TECHNICIANS: &[By] = &[By::Archetype(Technician)];
const CONCERNED: &[By] = &[By::Party("self"), By::Party("coach"), By::Party("participant")];

const fn action(
    name: &'static str,
    kind: ActionKind,
    discloses: &'static [&'static str],
    writes: &'static [&'static str],
    by: &'static [By],
) -> Action {
    Action { name, container: "organisation", kind, discloses, writes, by, states: &[] }
}

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident = $action:expr;)*) => {
        $($(#[$doc])* pub static $name: Action = $action;)*
        /// Every action.
        pub const ACTIONS: &[Action] = &[$($name),*];
    };
}

actions! {
    /// To see each time that it was asked for, with the reason.
    GLASS_SEE = action("break-glass.see", ActionKind::Read, &[REASON, TERM], &[], ALL);
    /// To ask for it.
    GLASS_ASK = action("break-glass.ask", ActionKind::Manage, &[TERM], &[REASON, TERM], TECHNICIANS);
    /// To agree, or to decline.
    GLASS_DECIDE = action(
        "break-glass.decide",
        ActionKind::Manage,
        &[TERM],
        &[TERM],
        &[By::Archetype(Officer), By::Archetype(Manager)],
    );
    /// To end it before its time.
    GLASS_END = action("break-glass.end", ActionKind::Manage, &[TERM], &[TERM], ALL);
    /// To look.
    GLASS_READ = action("break-glass.read", ActionKind::Read, &[TERM], &[], TECHNICIANS);
    /// To see when something of one's own was opened.
    OPENINGS_LIST = Action {
        name: "openings.list",
        container: "person",
        by: &[By::Party("self")],
        ..action("", ActionKind::Read, &[TERM], &[], &[])
    };
    /// To see one such opening with its reason.
    OPENING_SEE =
        Action { name: "opening.see", container: GLASS, ..action("", ActionKind::Read, &[REASON, TERM], &[], CONCERNED) };
    /// To end it before its time, as one whom it concerns.
    OPENING_END =
        Action { name: "opening.end", container: GLASS, ..action("", ActionKind::Right, &[TERM], &[TERM], CONCERNED) };
}
