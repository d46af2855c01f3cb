//! Which pages are visited most, week by week (CE2, CE12).

use access::Resource;
use askama::Template;
use http::{Problem, axum::response::Response};
use jiff::civil::Date;
use organisation::{
    Desk as _, Visit,
    pages::{Failure, draw},
};
use statement::plan::Counts;
use store::StoreError;
use ui::{Page, Tab};

use super::said_seconds;
use crate::{
    actions::POPULAR,
    popular::{self, Counted},
};

#[derive(Template)]
#[template(path = "visits/popular.html")]
struct PopularPage {
    page: Page,
    /// From how many visits on a page is shown.
    enough: String,
    weeks: Vec<Tab>,
    columns: Vec<String>,
    pages: Vec<Shown>,
}

struct Shown {
    page: String,
    visits: u64,
    each: String,
}

/// `GET /visits/pages`: `?week=2026-11-16` chooses the week by its Monday.
pub(super) async fn show(visit: Visit) -> Result<Response, Problem> {
    visit.decide(&POPULAR, &Resource::organisation())?;
    let enough = visit.site.plan.first::<Counts>().map_or(Counts::ENOUGH, |counts| counts.min_size);
    let mondays = popular::weeks(visit.scope.today());
    let asked = visit.query.get("week").parse::<Date>().ok();
    let chosen = asked.filter(|asked| mondays.contains(asked)).or_else(|| mondays.first().copied());
    let monday = chosen.ok_or(Problem::NotFound)?;
    let read = move |reader: &mut store::Reader<'_>| popular::of_week(reader, monday, enough);
    let pages = visit.site.store.read::<_, StoreError, _>(&visit.scope, read).await.map_err(Failure::from)?;
    let voice = visit.voice();
    let shown = |Counted { page, visits, seconds }| Shown {
        page,
        visits,
        each: said_seconds(&voice, u64::checked_div(seconds, visits).unwrap_or(0)),
    };
    let week = |monday: &Date| Tab {
        path: format!("/visits/pages?week={monday}"),
        label: voice.date(*monday),
        current: Some(*monday) == chosen,
        count: 0,
    };
    draw(&PopularPage {
        page: visit.page(voice.say("visits-popular-title")).crumb("/visits", voice.say("visits-title")),
        enough: voice.say1("visits-popular-enough", "count", i64::from(enough)),
        weeks: mondays.iter().map(week).collect(),
        columns: ["page", "visits", "each"].map(|column| voice.say(&format!("visits-column-{column}"))).into(),
        pages: pages.into_iter().map(shown).collect(),
    })
}
