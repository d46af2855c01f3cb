//! Another coach: told before it happens, and objected to by one press.

use http::{At, Problem, axum::response::Response, see_other};
use kernel::Archetype;
use organisation::{Visit, notify, pages::Failure};
use store::Work;

use super::trail::way;
use crate::{actions::HANDOVER_OBJECT, inventory::MAIL_OBJECTED, model::EnrolmentId, room::Room, store::enrolments};

/// `POST /programmes/{enrolment}/objection`: it does not happen, and managers and the coach are told.
pub(super) async fn object(visit: Visit, At(id): At<EnrolmentId>) -> Result<Response, Problem> {
    let object = move |asker: &Visit, work: &mut Work<'_>, Room { enrolment, grant }: Room| {
        if !enrolments::object(&asker.scope, work, &grant, id)? {
            return Err(Failure::Conflict);
        }
        for manager in asker.site.directory.with_archetype(work, Archetype::Manager)? {
            notify(work, manager.person, MAIL_OBJECTED, "/enrolments")?;
        }
        if let Some(coach) = enrolment.coach {
            notify(work, coach, MAIL_OBJECTED, &format!("/caseload/{id}"))?;
        }
        Ok(())
    };
    Room::write(&visit, id, &HANDOVER_OBJECT, object).await?;
    Ok(see_other(&way(id, "?done=objected")))
}
