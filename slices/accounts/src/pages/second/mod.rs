//! The second step on pages: at the door, and in the own profile.

mod app;
mod change;
mod door;
mod enter;
mod own;
mod passkeys;
mod prompt;
mod set_up;
mod texts;

pub(super) use door::{After, after_password};
use organisation::Doors;

use crate::factors::{routes, sms::routes as sms};

/// Binds the doors of the second step.
pub(super) fn doors(doors: Doors) -> Doors {
    doors
        .on(&routes::SECOND, door::step)
        .on(&routes::SECOND_APP, set_up::app)
        .on(&routes::SECOND_PASSKEY, set_up::passkey)
        .on(&routes::ENTER, enter::enter)
        .on(&sms::SEND, door::text)
        .on(&sms::OWN, texts::show)
        .on(&sms::OWN_ADD, texts::add)
        .on(&sms::OWN_CONFIRM, texts::confirm)
        .on(&sms::OWN_REMOVE, texts::remove)
        .on(&routes::OWN, own::show)
        .on(&routes::OWN_APP, own::set_up)
        .on(&routes::OWN_CHANGE, own::change)
        .on(&routes::PASSKEYS, passkeys::show)
        .on(&routes::PASSKEY_BEGIN, passkeys::begin)
        .on(&routes::PASSKEY_ADD, passkeys::add)
        .on(&routes::PASSKEY_REMOVAL_FORM, passkeys::removal)
        .on(&routes::PASSKEY_REMOVAL, passkeys::remove)
}
