//! The report of capacity: how much there is to do, when, and what takes long (SH7).

use access::Resource;
use askama::Template;
use http::{Problem, axum::response::Response};
use kernel::words::Voice;
use organisation::{
    Desk as _, Visit,
    pages::{Failure, draw},
};
use store::{Reader, StoreError, params};
use ui::{Page, Tab};

use super::{findings, page_name, said_date, said_seconds};
use crate::{
    actions::{CAPACITY, LINES, POPULAR},
    capacity::{Capacity, Slow},
    queries::FIGURES,
};

/// Days to choose from.
const DAYS: i64 = 14;

#[derive(Template)]
#[template(path = "visits/capacity.html")]
struct CapacityPage {
    page: Page,
    /// Absent where the statement does not speak of findings.
    misuse: Option<findings::List>,
    days: Vec<Tab>,
    chosen: Option<Day>,
    hour_columns: Vec<String>,
    slow_columns: Vec<String>,
    lines: bool,
    popular: bool,
}

struct Day {
    facts: Vec<(String, String)>,
    hours: Vec<(String, u32)>,
    slowest: Vec<Slowest>,
}

struct Slowest {
    page: String,
    requests: u32,
    median: String,
    longest: String,
}

/// The figures of the latest days, newest first. What another version of the program wrote may not be readable: it is
/// left out.
fn figures(reader: &mut Reader<'_>) -> Result<Vec<(String, Capacity)>, StoreError> {
    let rows = reader.all(&FIGURES, params![DAYS])?;
    let read = |row: &store::Row| {
        let figures = serde_json::from_str(row.text(1)?).ok();
        Ok(figures.map(|figures| (row.text(0).unwrap_or_default().to_owned(), figures)))
    };
    rows.iter().filter_map(|row| read(row).transpose()).collect()
}

fn slowest(voice: &Voice, slow: &Slow) -> Slowest {
    let time =
        |milliseconds: u64| voice.say1("visits-milliseconds", "count", i64::try_from(milliseconds).unwrap_or(i64::MAX));
    Slowest {
        page: page_name(voice, &slow.page),
        requests: slow.requests,
        median: time(slow.median),
        longest: time(slow.longest),
    }
}

fn day(page: &Page, figures: &Capacity) -> Day {
    let voice = &page.voice;
    let facts = [
        ("visits-fact-requests", figures.requests().to_string()),
        ("visits-fact-peak", figures.peak.to_string()),
        ("visits-fact-visits", figures.visits.to_string()),
        ("visits-fact-median", said_seconds(voice, figures.median)),
        ("visits-fact-longest", said_seconds(voice, figures.longest)),
        ("visits-fact-limited", figures.limited.to_string()),
        ("visits-fact-bytes", page.size(&figures.bytes)),
        ("visits-fact-missing", figures.missing.to_string()),
    ];
    let hours = figures.hours.iter().enumerate().filter(|(_, count)| **count > 0);
    Day {
        facts: facts.map(|(word, value)| (voice.say(word), value)).into(),
        hours: hours.map(|(hour, count)| (format!("{hour:02}:00"), *count)).collect(),
        slowest: figures.slowest.iter().map(|slow| slowest(voice, slow)).collect(),
    }
}

/// `GET /visits`: `?day=2026-11-22` chooses the day.
pub(super) async fn show(visit: Visit) -> Result<Response, Problem> {
    let organisation = Resource::organisation();
    visit.decide(&CAPACITY, &organisation)?;
    let figures = visit.site.store.read::<_, StoreError, _>(&visit.scope, figures).await.map_err(Failure::from)?;
    let page = visit.page(visit.voice().say("visits-title"));
    let asked = visit.query.get("day");
    let chosen = figures.iter().find(|(date, _)| date == asked).or_else(|| figures.first());
    let days = figures.iter().map(|(date, _)| Tab {
        path: format!("/visits?day={date}"),
        label: said_date(&page.voice, date),
        current: chosen.is_some_and(|(chosen, _)| chosen == date),
        count: 0,
    });
    let columns = |words: &[&str]| words.iter().map(|word| page.say(word)).collect();
    let has = |path: &str, action| visit.site.has_page(path) && visit.may(action, &organisation);
    draw(&CapacityPage {
        misuse: findings::list(&visit).await?,
        days: days.collect(),
        chosen: chosen.map(|(_, figures)| day(&page, figures)),
        hour_columns: columns(&["visits-column-hour", "visits-column-requests"]),
        slow_columns: columns(&[
            "visits-column-page",
            "visits-column-requests",
            "visits-column-median",
            "visits-column-longest",
        ]),
        lines: has("/visits/lines", &LINES),
        popular: has("/visits/pages", &POPULAR),
        page,
    })
}
