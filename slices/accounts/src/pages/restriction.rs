//! Freezing the own data and thawing it again (GDPR Art. 18): what it means is said before each.

use access::Resource;
use askama::Template;
use http::{Form, Problem, axum::response::Response, see_other};
use keeper::actions::{RESTRICTION_BEGIN, RESTRICTION_LIFT, RESTRICTION_SEE};
use kernel::page::Seal;
use organisation::{Desk as _, Names, SealAsk, Visit};
use store::StoreError;
use ui::Page;

use super::{Failure, draw, draw_faulty, me, moment, said, text, with_news};
use crate::{
    erasure,
    forms::{LONGEST_REASON, ReasonForm},
};

#[derive(Template)]
#[template(path = "accounts/restriction.html")]
struct RestrictionPage {
    page: Page,
    faults: ui::Faults,
    /// Since when, in a sentence; empty when nothing is frozen.
    since: String,
    /// The reason as it was given.
    reason: String,
    typed: String,
    longest: usize,
    seal: Seal,
}

async fn page(visit: &Visit, typed: &str, faults: ui::Faults) -> Result<RestrictionPage, Problem> {
    let me = me(visit)?;
    let about = Resource::person(me);
    let grant = visit.decide(&RESTRICTION_SEE, &about)?;
    let found = visit.site.keeper().restriction(&visit.scope, me).await.map_err(erasure::problem)?;
    let voice = visit.voice();
    let (mut since, mut reason) = (String::new(), String::new());
    if let Some(restriction) = found {
        since = voice.say1("accounts-restriction-since", "moment", moment(visit, &voice, restriction.since));
        if let Some(sealed) = restriction.reason {
            reason = match text(&visit.opener(&grant), &sealed) {
                Ok(reason) => reason,
                Err(StoreError::Gone) => String::new(),
                Err(error) => return Err(Failure::from(error).into()),
            };
        }
    }
    let news = [("frozen", "accounts-done-frozen"), ("lifted", "accounts-done-lifted")];
    let page =
        visit.page(voice.say("accounts-restriction-title")).crumb("/my-data", voice.say("accounts-my-data-title"));
    Ok(RestrictionPage {
        page: with_news(page, visit, &news),
        faults,
        since,
        reason,
        typed: typed.to_owned(),
        longest: LONGEST_REASON,
        seal: visit.seal(&SealAsk { item: "restriction.reason", about: &about, names: &Names::none(), happened: &[] }),
    })
}

/// `GET /my-data/restriction`
pub(super) async fn show(visit: Visit) -> Result<Response, Problem> {
    draw(&page(&visit, "", ui::Faults::none()).await?)
}

/// `POST /my-data/restriction`: at once, with or without a reason.
pub(super) async fn begin(visit: Visit, form: Form<ReasonForm>) -> Result<Response, Problem> {
    let grant = visit.decide(&RESTRICTION_BEGIN, &Resource::person(me(&visit)?))?;
    match form.checked {
        Ok(ReasonForm { reason }) => {
            visit.site.keeper().restrict(&visit.scope, grant, reason).await.map_err(erasure::problem)?;
            Ok(see_other("/my-data/restriction?done=frozen"))
        }
        Err(faults) => {
            let faults = said(&faults, &visit.voice());
            draw_faulty(&page(&visit, form.typed.get("reason"), faults).await?)
        }
    }
}

/// `POST /my-data/restriction/lifting`
pub(super) async fn lift(visit: Visit) -> Result<Response, Problem> {
    let grant = visit.decide(&RESTRICTION_LIFT, &Resource::person(me(&visit)?))?;
    visit.site.keeper().lift_restriction(&visit.scope, grant).await.map_err(erasure::problem)?;
    Ok(see_other("/my-data/restriction?done=lifted"))
}
