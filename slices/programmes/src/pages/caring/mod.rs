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

use http::Problem;
use organisation::{Doors, Names, Visit, pages::Failure};
use store::StoreError;

use crate::routes;

pub use ahead::Caring;

/// The roles of the one who asks, and what has happened: when the own things go depends on both.
async fn own_facts(visit: &Visit) -> Result<Names, Problem> {
    let (me, asker) = (visit.member()?.member.id, visit.clone());
    let read = move |reader: &mut store::Reader<'_>| asker.site.directory.people(reader, &[me]);
    let folk = visit.site.store.read::<_, StoreError, _>(&visit.scope, read).await.map_err(Failure::Store)?;
    Ok(Names::of(folk.facts))
}

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
