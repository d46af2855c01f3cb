//! What people see and do when the statement changes.

mod choice;
mod editor;
mod findings;
mod publication;

use organisation::Doors;
use organisation::pages::{Failure, draw, draw_faulty, with_news};

use crate::routes;

/// The most that the form with the text may send: every sign of it may be written as three.
const FORM: usize = 4 * 1024 * 1024;

/// Binds every route of the slice.
#[must_use]
pub fn doors(doors: Doors) -> Doors {
    doors
        .on(&routes::CHANGES, choice::show)
        .on(&routes::CHOOSE, choice::choose)
        .on(&routes::EDITOR, editor::show)
        .on_upload(&routes::WRITE, FORM, editor::write)
        .on_upload(&routes::FILE, editor::LARGEST, editor::take)
        .on(&routes::PREVIEW, editor::preview)
        .on(&routes::PUBLICATION, publication::form)
        .on(&routes::PUBLISH, publication::publish)
}
