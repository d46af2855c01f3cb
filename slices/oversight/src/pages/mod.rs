//! What officers and technicians see and do.

mod holds;
mod laying;
mod waiting;

use organisation::Doors;
use organisation::pages::{Failure, draw, draw_faulty, moment, said, with_news};

use crate::routes;

/// Binds every route of the slice.
#[must_use]
pub fn doors(doors: Doors) -> Doors {
    doors
        .on(&routes::HOLDS, holds::list)
        .on(&routes::HOLD_FORM, laying::form)
        .on(&routes::HOLD_LAY, laying::lay)
        .on(&routes::HOLD, holds::show)
        .on(&routes::HOLD_MOVE, holds::move_end)
        .on(&routes::RELEASE_FORM, holds::release_form)
        .on(&routes::RELEASE, holds::release)
        .on(&routes::WAITING, waiting::show)
        .on(&routes::RETRY, waiting::retry)
        .on(&routes::CLOCK, waiting::confirm_clock)
}
