//! Whom to call when it cannot wait: for everyone, without signing in.

use askama::Template;
use http::{Problem, axum::response::Response};
use organisation::{Desk as _, Visit, pages::draw};
use ui::Page;

use crate::urgent::{self, Country};

/// Whom to call, the organisation's own country first.
pub(super) struct Help {
    pub(super) here: Option<&'static Country>,
    pub(super) elsewhere: Vec<&'static Country>,
}

impl Help {
    /// As the organisation stands.
    pub(super) fn of(visit: &Visit) -> Self {
        let home = visit.site.plan.controller().country.as_str();
        let mut countries = urgent::countries(home);
        let here = countries.first().is_some_and(|first| first.code == home).then(|| countries.remove(0));
        Self { here, elsewhere: countries }
    }
}

#[derive(Template)]
#[template(path = "programmes/following-help.html")]
struct HelpPage {
    page: Page,
    help: Help,
}

/// `GET /help-now`
pub(super) async fn show(visit: Visit) -> Result<Response, Problem> {
    draw(&HelpPage { page: visit.page(visit.voice().say("programmes-help-title")), help: Help::of(&visit) })
}
