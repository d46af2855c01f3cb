//! Answering beside something shared.

use http::{
    At, Fields, Problem,
    axum::{Extension, response::Response},
    see_other,
};
use organisation::{Desk as _, Visit, notify, pages::Failure};
use store::Work;

use super::{
    case::{Back, again},
    caseload::path,
};
use crate::{
    actions::RESPONSE_WRITE,
    inventory::MAIL_ANSWERED,
    library::Library,
    model::{EnrolmentId, Spot},
    room::Room,
    store::responses,
};

/// The longest answer, in signs.
const LONGEST: usize = 10_000;

/// `POST /caseload/{enrolment}/responses`
pub(super) async fn write(
    visit: Visit,
    At(id): At<EnrolmentId>,
    Extension(library): Extension<Library>,
    typed: Fields,
) -> Result<Response, Problem> {
    let library = Extension(library);
    if let Some(answer) = super::texts::asked(&visit, &library, id, &typed).await {
        return answer;
    }
    let text = typed.get("text").replace("\r\n", "\n").trim().to_owned();
    let word = if text.is_empty() {
        Some("form-missing")
    } else if text.chars().count() > LONGEST {
        Some("programmes-response-long")
    } else {
        None
    };
    if let Some(word) = word {
        let fault = visit.voice().say(word);
        return again(&visit, &library, id, Back { typed, fault }).await;
    }
    let is_sent = typed.get("do") == "send";
    let spot = Spot::read(typed.get("exercise"), typed.get("day")).ok_or(Problem::NotFound)?;
    let write = move |asker: &Visit, work: &mut Work<'_>, Room { enrolment, grant }: Room| {
        let written = responses::write(&asker.scope, work, &grant, &enrolment, &spot, &text, is_sent)?;
        if written.is_some() && is_sent {
            notify(work, enrolment.participant, MAIL_ANSWERED, &format!("/programmes/{id}"))?;
        }
        Ok::<_, Failure>(written.is_some())
    };
    if !Room::write(&visit, id, &RESPONSE_WRITE, write).await? {
        let fault = visit.voice().say("programmes-response-closed");
        return again(&visit, &library, id, Back { typed, fault }).await;
    }
    Ok(see_other(&path(id, if is_sent { "?done=sent" } else { "?done=kept" })))
}
