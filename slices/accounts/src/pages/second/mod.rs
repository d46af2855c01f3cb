//! The second step on pages: at the door, and in the own profile.

mod app;
mod door;
mod own;

pub(super) use door::{After, after_password};
use organisation::Doors;

use crate::factors::routes;

/// Binds the doors of the second step.
pub(super) fn doors(doors: Doors) -> Doors {
    doors
        .on(&routes::SECOND, door::step)
        .on(&routes::SECOND_APP, door::set_up)
        .on(&routes::OWN, own::show)
        .on(&routes::OWN_APP, own::set_up)
        .on(&routes::OWN_CHANGE, own::change)
}
