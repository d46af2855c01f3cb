//! What participants see and do; and whom everybody can call.

mod agreed;
mod ahead;
mod around;
mod begin;
pub(super) mod blank;
mod card;
mod device;
mod ending;
mod exercise;
mod form;
mod hand_in;
mod handover;
mod help;
mod history;
mod media;
mod mine;
mod moods;
mod naming;
mod overview;
mod save;
mod step;
mod trail;
mod warning;

pub use ahead::Following;
use organisation::{Doors, attachments::MOST_UPLOAD};

use crate::routes;

pub use naming::Titles;

pub(super) use card::{check_in_title, lines};
pub(super) use exercise::plots_of;
pub(super) use hand_in::{FileLine, answer as give_file};
pub(super) use trail::is_frozen;

/// Binds these routes.
pub(super) fn doors(doors: Doors) -> Doors {
    doors
        .on(&routes::MINE, mine::show)
        .on(&routes::BEGIN_FORM, begin::form)
        .on(&routes::BEGIN, begin::begin)
        .on(&routes::OVERVIEW, overview::show)
        .on(&routes::AGREEMENT_FORM, begin::agreement_form)
        .on(&routes::AGREEMENT, begin::agree)
        .on(&routes::AGREED, agreed::show)
        .on(&routes::MOOD, overview::keep_mood)
        .on(&routes::MOOD_CLOSE, overview::take_mood_back)
        .on(&routes::MOODS, moods::show)
        .on(&routes::MOOD_REMOVAL_FORM, moods::removal_form)
        .on(&routes::MOOD_REMOVAL, moods::remove)
        .on(&routes::STEP, step::show)
        .on(&routes::EXERCISE, exercise::show)
        .on(&routes::EXERCISE_SEND, save::send)
        .on_upload(&routes::FILES_SEND, MOST_UPLOAD, hand_in::send)
        .on(&routes::FILE, hand_in::give)
        .on(&routes::EXERCISE_KEEP, save::keep_typing)
        .on(&routes::HISTORY, history::show)
        .on(&routes::TAKE_BACK, history::take_back)
        .on(&routes::REMOVAL_FORM, history::removal_form)
        .on(&routes::REMOVAL, history::remove)
        .on(&routes::MEDIA, media::show)
        .on(&routes::END_FORM, ending::form)
        .on(&routes::END, ending::end)
        .on(&routes::OBJECT, handover::object)
        .on_asset(&routes::HELP, help::show)
}
