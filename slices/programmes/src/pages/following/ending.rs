//! Stopping, at any time: with what was written kept until its date, or gone at once.

use askama::Template;
use http::{
    At, Fields, Problem,
    axum::{Extension, response::Response},
    see_other,
};
use kernel::page::Goes;
use organisation::{Desk as _, Visit, pages::Failure, pages::draw};
use ui::{Line, Page};

use super::{device::Device, save::trail_of, trail::way};
use crate::{
    actions::{ENROLMENT_END, SELF_HELP_WITHDRAW},
    consent,
    library::Library,
    model::EnrolmentId,
    outcomes,
    room::Room,
    store::enrolments,
};

#[derive(Template)]
#[template(path = "programmes/following-ending.html")]
struct EndingPage {
    page: Page,
    /// What stays when one only stops, and until when.
    stays: Vec<Line>,
    /// What goes when one has all of it deleted.
    goes: Vec<Line>,
    /// Whether it goes on, so that stopping alone is still to be done.
    is_open: bool,
    withdraws: bool,
    /// Until when nothing of it can go, in a sentence; empty where nothing holds it.
    held: String,
    action: String,
    /// What a device still holds goes with the rest.
    device: Option<Device>,
}

/// `GET /programmes/{enrolment}/ending`
pub(super) async fn form(
    visit: Visit,
    Extension(library): Extension<Library>,
    At(id): At<EnrolmentId>,
) -> Result<Response, Problem> {
    let trail = trail_of(&visit, library, id).await?;
    visit.decide(&SELF_HELP_WITHDRAW, &access::Guarded::resource(&trail.enrolment))?;
    let voice = visit.voice();
    let until = match trail.seal(&visit, "exercise.answer", false).goes {
        Goes::On(day) => voice.say1("programmes-ending-until", "date", voice.date(day)),
        Goes::AfterEvent | Goes::Paused => voice.say("programmes-ending-period"),
    };
    let stays = Line { what: voice.say("programmes-ending-stays"), detail: until };
    let goes = ["programmes-ending-goes", "programmes-ending-goes-responses"].map(|word| Line::new(voice.say(word)));
    draw(&EndingPage {
        page: trail.page(&visit, voice.say("programmes-ending-title"))?,
        stays: vec![stays],
        goes: goes.into(),
        is_open: trail.enrolment.ended.is_none(),
        held: trail.enrolment.hold(visit.scope.now).map_or_else(String::new, |until| {
            voice.say1("programmes-ending-held", "date", organisation::pages::day(&visit, &voice, until))
        }),
        withdraws: consent::Question::of(&visit.site.plan).is_some(),
        action: way(id, "/ending"),
        device: Device::of(&visit, &trail)?,
    })
}

/// `POST /programmes/{enrolment}/ending`
pub(super) async fn end(
    visit: Visit,
    Extension(library): Extension<Library>,
    At(id): At<EnrolmentId>,
    typed: Fields,
) -> Result<Response, Problem> {
    if typed.get("do") == "delete" {
        let withdraw = Room::write(&visit, id, &SELF_HELP_WITHDRAW, |asker, work, room| {
            if room.enrolment.hold(asker.scope.now).is_some() {
                return Err(Failure::Conflict);
            }
            let site = &asker.site;
            let act = consent::withdraw(work, &room.grant, &site.keeper(), &site.plan, &room.enrolment)?;
            if room.enrolment.ended.is_none() {
                enrolments::end(&asker.scope, work, &room.grant, &room.enrolment)?;
            }
            Ok(act)
        });
        let act = withdraw.await?;
        // What fails here stays open, is told where acts are seen to, and is tried again: what was written is gone already.
        drop(visit.site.keeper().finish(&visit.scope, act).await);
        return Ok(see_other("/programmes?done=withdrawn"));
    }
    let end = Room::write(&visit, id, &ENROLMENT_END, |asker, work, room| {
        let ended = enrolments::end(&asker.scope, work, &room.grant, &room.enrolment)?;
        if ended { Ok(()) } else { Err(Failure::Conflict) }
    });
    end.await?;
    outcomes::count_own(&visit, &library, id).await?;
    Ok(see_other("/programmes?done=stopped"))
}
