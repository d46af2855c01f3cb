//! What coaches and managers see and do.

mod ahead;
mod case;
mod caseload;
mod colleague;
mod enrolments;
mod leave;
mod respond;
mod steps;
mod texts;
mod warning;

use organisation::Doors;

use crate::routes;

pub use ahead::Caring;

/// Binds the routes of coaches and managers.
pub(super) fn doors(doors: Doors) -> Doors {
    doors
        .on(&routes::CASELOAD, caseload::show)
        .on(&routes::CASE, case::show)
        .on(&routes::CASE_FILE, case::file)
        .on(&routes::RESPOND, respond::write)
        .on(&routes::WARNING_SETTLE, warning::settle)
        .on(&routes::TEXTS, texts::show)
        .on(&routes::TEXT_ADD, texts::add)
        .on(&routes::TEXT_CHANGE, texts::change)
        .on(&routes::HANDOVER_FORM, colleague::form)
        .on(&routes::HANDOVER_ASK, colleague::ask)
        .on(&routes::HANDOVER_KEEP, colleague::keep)
        .on(&routes::HANDOVER_ASK_ALL, colleague::ask_all)
        .on(&routes::LEAVE, leave::show)
        .on(&routes::LEAVE_ADD, leave::add)
        .on(&routes::LEAVE_REMOVE, leave::remove)
        .on(&routes::CASE_STEPS, steps::show)
        .on(&routes::STEP_OPEN, steps::open)
        .on(&routes::ENROLMENTS, enrolments::list)
        .on(&routes::ASSIGN_FORM, enrolments::form)
        .on(&routes::ASSIGN, enrolments::assign)
}
