//! One's own programmes.

use access::Resource;
use askama::Template;
use http::{Problem, axum::response::Response};
use organisation::{Desk as _, Visit, pages::draw};
use ui::Page;

use crate::actions::ENROLMENT_MINE;

#[derive(Template)]
#[template(path = "programmes/following-mine.html")]
struct MinePage {
    page: Page,
}

/// `GET /programmes`
pub(super) async fn show(visit: Visit) -> Result<Response, Problem> {
    visit.decide(&ENROLMENT_MINE, &Resource::organisation())?;
    draw(&MinePage { page: visit.page(visit.voice().say("programmes-mine-title")) })
}
