//! A change of address on pages: in the own profile, and at the two mailboxes.

mod linked;
mod own;

use organisation::Doors;
pub(super) use own::is_same;

use super::mailbox;
use crate::{address::routes, mailbox::routes::TRY};

/// Binds the doors of a change of address.
pub(super) fn doors(doors: Doors) -> Doors {
    doors
        .on(&routes::OWN_FORM, own::show)
        .on(&routes::OWN, own::ask)
        .on(&routes::OWN_STOP, own::stop)
        .on(&TRY, mailbox::try_again)
        .on(&routes::NEW_SHOW, linked::show_new)
        .on(&routes::NEW_CONFIRM, linked::confirm_new)
        .on(&routes::OLD_SHOW, linked::show_old)
        .on(&routes::OLD_ANSWER, linked::answer_old)
}
