//! Which steps are open to somebody, as far as the coach is told, and opening one.

use askama::Template;
use http::{
    At, Problem,
    axum::{Extension, response::Response},
    see_other,
};
use organisation::{
    Desk as _, Visit, notify,
    pages::{Failure, draw, with_news},
};
use programme::Name;
use store::{Reader, Work};
use ui::Page;

use super::{case::Frame, caseload::path};
use crate::{
    actions::{ENROLMENT_READ, STEP_OPEN},
    inventory::MAIL_STEP,
    library::Library,
    model::EnrolmentId,
    room::Room,
    store::enrolments,
};

#[derive(Template)]
#[template(path = "programmes/caring-steps.html")]
struct StepsPage {
    page: Page,
    frame: Frame,
    steps: Vec<StepLine>,
}

struct StepLine {
    title: String,
    said: String,
    icon: &'static str,
    /// Where it is opened; empty when it is open, or cannot be.
    action: String,
}

/// `GET /caseload/{enrolment}/steps`
pub(super) async fn show(
    visit: Visit,
    At(id): At<EnrolmentId>,
    Extension(library): Extension<Library>,
) -> Result<Response, Problem> {
    let asker = visit.clone();
    let read = move |reader: &mut Reader<'_>| {
        let room = Room::enter(&asker, reader, id, &ENROLMENT_READ)?;
        let (_, names) = room.open(&asker, reader)?;
        let volume = library.find(&asker.scope, reader, room.enrolment.version)?.ok_or(Failure::Absent)?;
        let openings = enrolments::openings(&asker.scope, reader, &room.enrolment)?;
        Ok::<_, Failure>((room.enrolment, names, volume, openings))
    };
    let (enrolment, names, volume, openings) = visit.site.store.read(&visit.scope, read).await?;
    // The participant's own way stands elsewhere, with what is not told to the coach.
    if enrolment.coach != visit.person() {
        return Err(Problem::NotFound);
    }
    let voice = visit.voice();
    let frame = Frame::new(&visit, &enrolment, &names, Some(&volume), "/steps");
    let may_open = visit.may(&STEP_OPEN, &access::Guarded::resource(&enrolment));
    let line = |step: &programme::Step| {
        let opened = openings.iter().find(|opening| opening.step == step.name);
        let action = if may_open { path(id, &format!("/steps/{}/opening", step.name)) } else { String::new() };
        StepLine {
            title: step.title.clone(),
            said: match opened {
                Some(opening) => voice.say1("programmes-step-open-since", "date", voice.date(opening.day)),
                None => voice.say("programmes-step-not-open"),
            },
            icon: if opened.is_some() { "circle-check" } else { "lock" },
            action: if opened.is_some() { String::new() } else { action },
        }
    };
    let edition = volume.programme.edition(visit.scope.language);
    let steps = edition.steps.iter().map(line).collect();
    let page = visit.page(frame.name.clone()).crumb("/caseload", voice.say("programmes-caseload-title"));
    draw(&StepsPage { page: with_news(page, &visit, &[("opened", "programmes-news-opened")]), steps, frame })
}

/// `POST /caseload/{enrolment}/steps/{step}/opening`
pub(super) async fn open(
    visit: Visit,
    At((id, step)): At<(EnrolmentId, String)>,
    Extension(library): Extension<Library>,
) -> Result<Response, Problem> {
    let step: Name = step.parse().map_err(|_| Problem::NotFound)?;
    let open = move |asker: &Visit, work: &mut Work<'_>, Room { enrolment, grant }: Room| {
        let volume = library.find(&asker.scope, work, enrolment.version)?.ok_or(Failure::Absent)?;
        volume.programme.edition(asker.scope.language).step(&step).ok_or(Failure::Absent)?;
        enrolments::open_step(&asker.scope, work, &grant, &enrolment, &step, asker.scope.today(), true)?;
        // By itself none opens until the participant has seen this one: days may count from it.
        enrolments::opens(&asker.scope, work, &grant, &enrolment, None)?;
        notify(work, enrolment.participant, MAIL_STEP, &format!("/programmes/{id}"))?;
        Ok::<_, Failure>(())
    };
    Room::write(&visit, id, &STEP_OPEN, open).await?;
    Ok(see_other(&path(id, "/steps?done=opened")))
}
