//! What coaches, participants and managers see and do.

mod appointments;
mod dialogue;
mod goals;
mod notes;
mod private_notes;
mod promises;
mod room;
mod start;
mod trajectories;
mod views;

use jiff::civil::DateTime;
use kernel::{Scope, Timestamp, words::Voice};
use organisation::Doors;
use organisation::attachments::MOST_UPLOAD;
use organisation::pages::{Failure, draw, draw_faulty, said, with_news};

use crate::routes;

/// Binds every route of the slice.
#[must_use]
pub fn doors(doors: Doors) -> Doors {
    doors
        .on(&routes::START, start::show)
        .on(&routes::LIST, trajectories::list)
        .on(&routes::MINE, trajectories::mine)
        .on(&routes::LINK_FORM, trajectories::link_form)
        .on(&routes::LINK, trajectories::link)
        .on(&routes::ABOUT, trajectories::about)
        .on(&routes::END_FORM, trajectories::end_form)
        .on(&routes::END, trajectories::end)
        .on(&routes::DIALOGUE, dialogue::show)
        .on_upload(&routes::MESSAGE_SEND, MOST_UPLOAD, dialogue::send)
        .on(&routes::DRAFT_KEEP, dialogue::keep_draft)
        .on(&routes::ATTACHMENT, dialogue::attachment)
        .on(&routes::PRIVATE_NOTES, private_notes::show)
        .on(&routes::PRIVATE_NOTE_ADD, private_notes::add)
        .on(&routes::PRIVATE_NOTE_FORM, private_notes::form)
        .on(&routes::PRIVATE_NOTE_CHANGE, private_notes::change)
        .on(&routes::PRIVATE_NOTE_REMOVE, private_notes::remove)
        .on(&routes::NOTES, notes::show)
        .on(&routes::NOTE_ADD, notes::add)
        .on(&routes::NOTE_FORM, notes::form)
        .on(&routes::NOTE_CHANGE, notes::change)
        .on(&routes::NOTE_SHARE_FORM, notes::share_form)
        .on(&routes::NOTE_SHARE, notes::share)
        .on(&routes::NOTE_REMOVE, notes::remove)
        .on(&routes::VIEW_FORM, views::form)
        .on(&routes::VIEW_KEEP, views::keep)
        .on(&routes::VIEW_REMOVE, views::remove)
        .on(&routes::GOALS, goals::show)
        .on(&routes::GOAL_ADD, goals::add)
        .on(&routes::GOAL_REACH, goals::reach)
        .on(&routes::GOAL_REOPEN, goals::reopen)
        .on(&routes::TASK_ADD, goals::add_task)
        .on(&routes::TASK_DO, goals::do_task)
        .on(&routes::TASK_REOPEN, goals::reopen_task)
        .on(&routes::APPOINTMENTS, appointments::show)
        .on(&routes::APPOINTMENT_ADD, appointments::add)
        .on(&routes::APPOINTMENT_FORM, appointments::form)
        .on(&routes::APPOINTMENT_CHANGE, appointments::change)
        .on(&routes::APPOINTMENT_CANCEL, appointments::cancel)
        .on(&routes::CALENDAR_FILE, appointments::calendar_file)
}

/// An instant on the organisation's clock, to the minute.
fn local(scope: &Scope, at: Timestamp) -> DateTime {
    let at = at.to_zoned(scope.zone.clone()).datetime();
    at.date().at(at.hour(), at.minute(), 0, 0)
}

/// "09:30 to 10:15".
fn hours(voice: &Voice, from: DateTime, until: DateTime) -> String {
    let clock = |at: DateTime| format!("{:02}:{:02}", at.hour(), at.minute());
    voice.say2("coaching-hours", "from", clock(from), "until", clock(until))
}
