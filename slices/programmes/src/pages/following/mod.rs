//! What participants see and do.

mod mine;

use organisation::Doors;

use crate::routes;

/// Binds these routes.
pub(super) fn doors(doors: Doors) -> Doors {
    doors.on(&routes::MINE, mine::show)
}
