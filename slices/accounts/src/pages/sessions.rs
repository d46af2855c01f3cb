//! Where one is signed in: seeing it, ending it, staying.

use access::Resource;
use askama::Template;
use http::{
    Fields, Problem, SessionCookie,
    axum::response::{IntoResponse, Response},
    see_other,
};
use kernel::{id::Id as _, page::Seal};
use organisation::{Desk as _, Names, SealAsk, Visit};
use store::{Reader, StoreError};
use ui::Page;

use super::{Failure, draw, me, moment, with_news};
use crate::{
    actions::{SESSION_END, SESSION_KEEP, SESSIONS_SEE},
    model::SessionId,
    store::{people, sessions},
};

/// What the form says instead of an id, to end all sessions but this one.
const OTHERS: &str = "others";

/// Where everybody sees the access log of the own data.
const LOOKS: &str = "/my-data/looks";

struct Device {
    id: String,
    name: String,
    began: String,
    seen: String,
    here: bool,
}

#[derive(Template)]
#[template(path = "accounts/sessions.html")]
struct SessionsPage {
    page: Page,
    devices: Vec<Device>,
    /// Where attempts that failed stand; empty where no page shows the access log.
    looks: &'static str,
    seal: Seal,
}

/// `GET /profile/sessions`
pub(super) async fn show(visit: Visit) -> Result<Response, Problem> {
    let (me, session) = (me(&visit)?, visit.member()?.session);
    let about = Resource::person(me);
    // The line of the access log, as for everything that is shown of a person.
    visit.opener(&visit.decide(&SESSIONS_SEE, &about)?);
    let plan = std::sync::Arc::clone(&visit.site.plan);
    let read =
        move |reader: &mut Reader<'_>| Ok((sessions::of(reader, me, &plan)?, people::folk(reader, &[me])?.facts));
    let (listed, facts) = visit.site.store.read::<_, StoreError, _>(&visit.scope, read).await.map_err(Failure::from)?;
    let voice = visit.voice();
    let device = |listed: sessions::Listed| Device {
        id: listed.id.uuid().to_string(),
        name: if listed.device.is_empty() { voice.say("accounts-sessions-unknown") } else { listed.device },
        began: moment(&visit, &voice, listed.began_at),
        seen: moment(&visit, &voice, listed.seen_at),
        here: listed.id.uuid() == session,
    };
    let page = visit.page(voice.say("accounts-sessions-title"));
    let page = page.crumb("/profile", voice.say("accounts-profile-title"));
    draw(&SessionsPage {
        devices: listed.into_iter().map(device).collect(),
        page: with_news(page, &visit, &[("ended", "accounts-sessions-ended")]),
        looks: if visit.site.has_page(LOOKS) { LOOKS } else { "" },
        seal: visit.seal(&SealAsk { item: "sign-in.session", about: &about, names: &Names::of(facts), happened: &[] }),
    })
}

/// `POST /profile/sessions`
pub(super) async fn end(visit: Visit, fields: Fields) -> Result<Response, Problem> {
    let (me, here) = (me(&visit)?, visit.member()?.session);
    visit.decide(&SESSION_END, &Resource::person(me))?;
    let which = fields.get("session").to_owned();
    let one = match which.as_str() {
        OTHERS => None,
        id => Some(id.parse::<SessionId>().map_err(|_| Problem::Unreadable)?.uuid()),
    };
    let end = move |work: &mut store::Work<'_>| match one {
        Some(one) => sessions::end(work, one, me),
        None => sessions::end_others(work, here, me),
    };
    visit.site.store.write::<_, StoreError, _>(&visit.scope, end).await.map_err(Failure::from)?;
    if one == Some(here) {
        return Ok((SessionCookie::clear(), see_other("/sign-in?done=out")).into_response());
    }
    Ok(see_other("/profile/sessions?done=ended"))
}

/// `POST /profile/session`: the door has noted that the session is in use; the answer is how many seconds it lasts now.
pub(super) async fn keep(visit: Visit) -> Result<Response, Problem> {
    visit.decide(&SESSION_KEEP, &Resource::person(me(&visit)?))?;
    let left = visit.member()?.until.duration_since(visit.scope.now).as_secs();
    Ok(left.to_string().into_response())
}
