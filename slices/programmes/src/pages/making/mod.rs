//! What those who write programmes see and do.

use organisation::Doors;

/// Binds these routes.
pub(super) fn doors(doors: Doors) -> Doors {
    doors
}
