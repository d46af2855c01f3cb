//! What people do in the use of their rights, whatever slices there are.

use kernel::manifest::{Action, ActionKind, By};

const OWN: &[By] = &[By::Party(access::Resource::SELF)];
const RESTRICTION: &[&str] = &[store::RESTRICTION_ITEM, "restriction.reason"];

const CHOICE: &[&str] = &[store::CHOICE_ITEM];

const fn own(
    name: &'static str,
    kind: ActionKind,
    discloses: &'static [&'static str],
    writes: &'static [&'static str],
) -> Action {
    Action { name, container: access::Resource::PERSON, kind, discloses, writes, by: OWN, states: &[] }
}

/// To see that one restricts the use of the own data, since when, and what one gave as the reason.
pub static RESTRICTION_SEE: Action = own("restriction.see", ActionKind::Read, RESTRICTION, &[]);

/// To restrict the use of the own data: frozen, and yet visible (GDPR Art. 18).
pub static RESTRICTION_BEGIN: Action = own("restriction.begin", ActionKind::Right, &[], RESTRICTION);

/// To lift the restriction again.
pub static RESTRICTION_LIFT: Action = own("restriction.lift", ActionKind::Right, &[], RESTRICTION);

/// To see what changes in the statement for oneself, and which version one has accepted.
pub static CHOICE_SEE: Action = own("choice.see", ActionKind::Read, CHOICE, &[]);

/// To accept a version of the statement (X7).
pub static CHOICE_MAKE: Action = own("choice.make", ActionKind::Right, &[], CHOICE);

/// All of them, for the manifest.
pub static ACTIONS: &[Action] = &[RESTRICTION_SEE, RESTRICTION_BEGIN, RESTRICTION_LIFT, CHOICE_SEE, CHOICE_MAKE];
