//! What participants, coaches, managers and those who write programmes see and do.

mod caring;
mod following;
mod making;
mod outcomes;

use organisation::Doors;

use crate::{library::Library, routes};

/// Binds every route of the slice.
#[must_use]
pub fn doors(doors: Doors) -> Doors {
    let doors = making::doors(caring::doors(following::doors(doors)));
    doors.share(Library::default()).on(&routes::OUTCOMES, outcomes::show).on(&routes::OUTCOMES_FILE, outcomes::file)
}
