//! An answer may have meant danger: the mark on top of the page, until the coach says that it was seen to.

use http::{At, Fields, Problem, axum::response::Response, see_other};
use kernel::Timestamp;
use organisation::{Desk as _, Visit, pages::Failure, pages::day};
use store::Work;

use super::caseload::path;
use crate::{
    actions::WARNING_SETTLE,
    model::{EnrolmentId, Overview},
    room::Room,
    store::warnings,
};

/// The mark.
pub(super) struct Mark {
    pub(super) said: String,
    /// Where one says that it was seen to.
    pub(super) action: String,
    /// What one has seen: something newer stays.
    pub(super) until: String,
}

impl Mark {
    pub(super) fn of(visit: &Visit, overview: &Overview, name: &str) -> Option<Self> {
        let at = overview.warned_at?;
        let voice = visit.voice();
        Some(Self {
            said: voice.say2("programmes-warning-open", "date", day(visit, &voice, at), "name", name),
            action: path(overview.enrolment.id, "/warning"),
            until: at.to_string(),
        })
    }
}

/// `POST /caseload/{enrolment}/warning`
pub(super) async fn settle(visit: Visit, At(id): At<EnrolmentId>, typed: Fields) -> Result<Response, Problem> {
    let until: Timestamp = typed.get("until").parse().map_err(|_| Problem::Unreadable)?;
    let settle = move |asker: &Visit, work: &mut Work<'_>, Room { enrolment, grant }: Room| {
        warnings::settle(&asker.scope, work, &grant, &enrolment, until).map_err(Failure::Store)
    };
    let is_settled = Room::write(&visit, id, &WARNING_SETTLE, settle).await?;
    Ok(see_other(&path(id, if is_settled { "?done=settled" } else { "?done=unsettled" })))
}
