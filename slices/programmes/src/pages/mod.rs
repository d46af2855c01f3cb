//! What participants, coaches, managers and those who write programmes see and do.

mod caring;
mod following;
mod making;
mod outcomes;

use organisation::Doors;

use crate::{library::Library, routes};

pub use caring::Caring;
pub use following::{Following, Titles};

/// Binds every route of the slice; `library` is kept by whoever else reads versions.
#[must_use]
pub fn doors(doors: Doors, library: Library) -> Doors {
    let doors = making::doors(caring::doors(following::doors(doors)));
    doors.share(library).on(&routes::OUTCOMES, outcomes::show).on(&routes::OUTCOMES_FILE, outcomes::file)
}
