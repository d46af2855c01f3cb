//! Objecting and complaining (GDPR Art. 21 and 77): to the officer, and to the authority of the country.

use access::Resource;
use askama::Template;
use http::{Problem, axum::response::Response};
use organisation::{ComplaintRoute, Desk as _, Visit};
use ui::Page;

use super::{
    draw, me,
    own_data::{CONSENTS, requests},
};
use crate::actions::MY_DATA_SEE;

#[derive(Template)]
#[template(path = "accounts/complaint.html")]
struct ComplaintPage {
    page: Page,
    route: ComplaintRoute,
    frozen: bool,
    /// Whether there are mailings, which stop at once (GDPR Art. 21(3)).
    mailings: bool,
    /// Where one asks the organisation; empty where it has no such page.
    requests: &'static str,
}

/// `GET /my-data/complaint`
pub(super) async fn show(visit: Visit) -> Result<Response, Problem> {
    let me = me(&visit)?;
    visit.decide(&MY_DATA_SEE, &Resource::person(me))?;
    let voice = visit.voice();
    let page = visit.page(voice.say("accounts-complaint-title"));
    draw(&ComplaintPage {
        page: page.crumb("/my-data", voice.say("accounts-my-data-title")),
        route: ComplaintRoute::of(&visit.site.plan, visit.scope.language),
        frozen: visit.site.store.restrictions().hold(me),
        mailings: visit.site.has_page(CONSENTS),
        requests: requests(&visit),
    })
}
