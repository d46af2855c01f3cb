//! Objecting and complaining (GDPR Art. 21 and 77): to the officer, and to the authority of the country.

use access::Resource;
use askama::Template;
use http::{Problem, axum::response::Response};
use organisation::{Desk as _, Visit};
use statement::render::{self, Authority};
use ui::Page;

use super::{draw, me};
use crate::actions::MY_DATA_SEE;

#[derive(Template)]
#[template(path = "accounts/complaint.html")]
struct ComplaintPage {
    page: Page,
    organisation: String,
    /// The officer's mail address, else the organisation's own.
    officer: String,
    phone: String,
    address: String,
    /// "the Dutch data protection authority (…)".
    authority_in_words: String,
    authority: Option<Authority>,
    frozen: bool,
}

/// `GET /my-data/complaint`
pub(super) async fn show(visit: Visit) -> Result<Response, Problem> {
    let me = me(&visit)?;
    visit.decide(&MY_DATA_SEE, &Resource::person(me))?;
    let (plan, voice) = (&visit.site.plan, visit.voice());
    let controller = plan.controller();
    let page = visit.page(voice.say("accounts-complaint-title"));
    draw(&ComplaintPage {
        page: page.crumb("/my-data", voice.say("accounts-my-data-title")),
        organisation: controller.name.clone(),
        officer: controller.officer.clone().unwrap_or_else(|| controller.contact.clone()),
        phone: controller.phone.clone().unwrap_or_default(),
        address: controller.address.clone().unwrap_or_default(),
        authority_in_words: render::authority_name(plan, visit.scope.language),
        authority: Authority::of(&controller.authority),
        frozen: visit.site.store.restrictions().hold(me),
    })
}
