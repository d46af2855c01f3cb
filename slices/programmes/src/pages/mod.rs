//! What participants, coaches, managers and authors see and do.

mod outcomes;

use organisation::Doors;

use crate::{library::Library, routes};

/// Binds every route of the slice.
#[must_use]
pub fn doors(doors: Doors) -> Doors {
    doors.share(Library::default()).on(&routes::OUTCOMES, outcomes::show).on(&routes::OUTCOMES_FILE, outcomes::file)
}
