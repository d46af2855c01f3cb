//! Asking for a colleague who goes on with somebody. Managers choose whom; the participant is told before, and can object.

use access::Resource;
use askama::Template;
use http::{At, Problem, axum::Extension, axum::response::Response, see_other};
use kernel::Archetype;
use organisation::{
    Desk as _, Visit, notify,
    pages::{Failure, draw, with_news},
};
use store::{Reader, Work};
use ui::Page;

use super::{
    case::Frame,
    caseload::{handover, path},
};
use crate::{
    actions::{CASELOAD_READ, ENROLMENT_READ, HANDOVER_ASK},
    inventory::MAIL_ASKED,
    library::Library,
    model::EnrolmentId,
    room::Room,
    store::enrolments,
};

#[derive(Template)]
#[template(path = "programmes/caring-colleague.html")]
struct ColleaguePage {
    page: Page,
    frame: Frame,
    lead: String,
    /// How it stands; empty where nothing was asked or planned.
    said: String,
    action: String,
    label: String,
}

/// `GET /caseload/{enrolment}/colleague`
pub(super) async fn form(
    visit: Visit,
    At(id): At<EnrolmentId>,
    Extension(library): Extension<Library>,
) -> Result<Response, Problem> {
    let asker = visit.clone();
    let read = move |reader: &mut Reader<'_>| {
        let closed = enrolments::case(&asker.scope, reader, id)?.ok_or(Failure::Absent)?;
        let (access, about) = (&asker.site.access, closed.resource());
        access.decide(&asker.scope, &HANDOVER_ASK, &about)?;
        let grant = access.decide(&asker.scope, &ENROLMENT_READ, &about)?;
        let overview = closed.check(&grant)?;
        let room = Room { enrolment: overview.enrolment.clone(), grant };
        let (_, names) = room.open(&asker, reader)?;
        let volume = library.find(&asker.scope, reader, room.enrolment.version)?;
        Ok::<_, Failure>((overview, names, volume))
    };
    let (overview, names, volume) = visit.site.store.read(&visit.scope, read).await?;
    let voice = visit.voice();
    let frame = Frame::new(&visit, &overview.enrolment, &names, volume.as_deref(), "/colleague");
    let is_asked = overview.asked_at.is_some();
    let is_planned = overview.enrolment.next.is_some();
    let (rest, label) = match is_asked {
        true => ("/colleague/taking-back", "programmes-colleague-keep"),
        false => ("/colleague", "programmes-colleague-ask"),
    };
    let news = [("asked", "programmes-colleague-done-asked"), ("kept", "programmes-colleague-done-kept")];
    let page = visit.page(frame.name.clone()).crumb("/caseload", voice.say("programmes-caseload-title"));
    draw(&ColleaguePage {
        page: with_news(page, &visit, &news),
        lead: voice.say1("programmes-colleague-lead", "name", &frame.name),
        said: handover(&visit, &overview, &names),
        action: if is_planned { String::new() } else { path(id, rest) },
        label: voice.say(label),
        frame,
    })
}

/// Managers are told once for each time.
fn tell(asker: &Visit, work: &mut Work<'_>) -> Result<(), Failure> {
    for manager in asker.site.directory.with_archetype(work, Archetype::Manager)? {
        notify(work, manager.person, MAIL_ASKED, "/enrolments")?;
    }
    Ok(())
}

/// `POST /caseload/{enrolment}/colleague`
pub(super) async fn ask(visit: Visit, At(id): At<EnrolmentId>) -> Result<Response, Problem> {
    let ask = move |asker: &Visit, work: &mut Work<'_>, Room { grant, .. }: Room| {
        if enrolments::ask(&asker.scope, work, &grant, id)? {
            tell(asker, work)?;
        }
        Ok::<_, Failure>(())
    };
    Room::write(&visit, id, &HANDOVER_ASK, ask).await?;
    Ok(see_other(&path(id, "/colleague?done=asked")))
}

/// `POST /caseload/{enrolment}/colleague/taking-back`
pub(super) async fn keep(visit: Visit, At(id): At<EnrolmentId>) -> Result<Response, Problem> {
    let keep = move |asker: &Visit, work: &mut Work<'_>, Room { grant, .. }: Room| {
        enrolments::ask_not(&asker.scope, work, &grant, id).map_err(Failure::Store)
    };
    Room::write(&visit, id, &HANDOVER_ASK, keep).await?;
    Ok(see_other(&path(id, "/colleague?done=kept")))
}

/// `POST /caseload/colleagues`: for everybody whom one coaches, each decided about by itself.
pub(super) async fn ask_all(visit: Visit) -> Result<Response, Problem> {
    visit.decide(&CASELOAD_READ, &Resource::organisation())?;
    let asker = visit.clone();
    let ask = move |work: &mut Work<'_>| {
        let mut count = 0;
        for closed in enrolments::caseload(&asker.scope, work)? {
            // Whose data is frozen nobody hands over.
            let Ok(grant) = asker.site.access.decide(&asker.scope, &HANDOVER_ASK, &closed.resource()) else { continue };
            let id = closed.check(&grant)?.enrolment.id;
            count += usize::from(enrolments::ask(&asker.scope, work, &grant, id)?);
        }
        if count > 0 {
            tell(&asker, work)?;
        }
        Ok::<_, Failure>(())
    };
    visit.site.store.write(&visit.scope, ask).await?;
    Ok(see_other("/caseload?show=handover&done=asked"))
}
