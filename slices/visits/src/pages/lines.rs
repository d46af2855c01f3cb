//! The lines of a day, for a reason.

use access::Resource;
use askama::Template;
use http::{Faults, Fields, Form, FromFields, Problem, axum::response::Response};
use jiff::civil::Date;
use organisation::{
    Desk as _, Visit,
    pages::{Failure, draw, draw_faulty, me, said},
};
use store::{StoreError, params};
use ui::{Choice, Page};

use super::{page_name, said_date};
use crate::{actions::LINES, day, line::Line, queries::DAYS, reading};

/// The longest reason, in signs.
const LONGEST: usize = 500;
/// The longest address, in signs.
const ADDRESS: usize = 45;
/// Days to choose from: more than any log is kept.
const MOST_DAYS: i64 = 100;
/// Lines that are shown at once.
const MOST: usize = 500;

/// Which day, and why.
pub(super) struct LinesForm {
    date: Date,
    reason: String,
    address: String,
}

impl FromFields for LinesForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        let date = fields.date("day", faults);
        let reason = fields.text("reason", LONGEST, faults);
        let address = fields.line_or_empty("address", ADDRESS, faults);
        Some(Self { date: date?, reason, address })
    }
}

#[derive(Template)]
#[template(path = "visits/asking.html")]
struct AskingPage {
    page: Page,
    faults: ui::Faults,
    days: Vec<Choice>,
    reason: String,
    address: String,
    most: usize,
}

#[derive(Template)]
#[template(path = "visits/lines.html")]
struct LinesPage {
    page: Page,
    about: String,
    /// That not all are shown; empty when they are.
    more: String,
    columns: Vec<String>,
    lines: Vec<Shown>,
}

struct Shown {
    time: String,
    visit: String,
    address: String,
    host: String,
    browser: String,
    page: String,
}

fn crumbed(visit: &Visit) -> Page {
    let voice = visit.voice();
    visit.page(voice.say("visits-lines-title")).crumb("/visits", voice.say("visits-title"))
}

async fn asking(visit: &Visit, typed: Option<&Fields>, faults: ui::Faults) -> Result<AskingPage, Problem> {
    let dates = visit.site.store.read::<_, StoreError, _>(&visit.scope, |reader| {
        let rows = reader.all(&DAYS, params![MOST_DAYS])?;
        rows.iter().map(|row| row.text(0).map(ToOwned::to_owned)).collect::<Result<Vec<_>, _>>()
    });
    let (dates, voice) = (dates.await.map_err(Failure::from)?, visit.voice());
    let typed_in = |field: &str| typed.map_or_else(String::new, |typed| typed.get(field).to_owned());
    let chosen = typed_in("day");
    let days = dates.into_iter().map(|date| Choice::new(&date, said_date(&voice, &date)).chosen_if(&chosen));
    Ok(AskingPage {
        page: crumbed(visit),
        faults,
        days: days.collect(),
        reason: typed_in("reason"),
        address: typed_in("address"),
        most: LONGEST,
    })
}

/// `GET /visits/lines`
pub(super) async fn form(visit: Visit) -> Result<Response, Problem> {
    visit.decide(&LINES, &Resource::organisation())?;
    draw(&asking(&visit, None, ui::Faults::none()).await?)
}

/// `POST /visits/lines`: the reason is kept before anything is opened.
pub(super) async fn show(visit: Visit, form: Form<LinesForm>) -> Result<Response, Problem> {
    let grant = visit.decide(&LINES, &Resource::organisation())?;
    let asked = match form.checked {
        Ok(asked) => asked,
        Err(faults) => {
            let faults = said(&faults, &visit.voice());
            return draw_faulty(&asking(&visit, Some(&form.typed), faults).await?);
        }
    };
    let (me, date, reason) = (me(&visit)?, asked.date, asked.reason.clone());
    let kept = visit.site.store.write::<_, StoreError, _>(&visit.scope, move |work| {
        reading::note(work, &grant, me, date, &reason)?;
        Ok((day::find(work, date)?, grant))
    });
    let (day, grant) = kept.await.map_err(Failure::from)?;
    let mut lines = match day {
        Some(day) => day::read(&visit.site, &visit.scope, &grant, day).await?.lines,
        None => Vec::new(),
    };
    let is_asked = |line: &Line| asked.address.is_empty() || line.address.as_deref() == Some(asked.address.as_str());
    lines.retain(is_asked);
    lines.sort_by_key(|line| line.at);
    draw(&shown(&visit, &asked, &lines))
}

fn shown(visit: &Visit, asked: &LinesForm, lines: &[Line]) -> LinesPage {
    let voice = visit.voice();
    let zone = &visit.scope.zone;
    let row = |line: &Line| {
        let at = line.at.to_zoned(zone.clone()).datetime();
        Shown {
            time: format!("{:02}:{:02}:{:02}", at.hour(), at.minute(), at.second()),
            visit: format!("{:08x}", line.visit),
            address: line.address.clone().unwrap_or_default(),
            host: line.host.clone().unwrap_or_default(),
            browser: line.browser.clone().unwrap_or_default(),
            page: format!("{} {} · {}", line.method, page_name(&voice, &line.page), line.status),
        }
    };
    let (count, all) = (i64::try_from(MOST).unwrap_or(i64::MAX), i64::try_from(lines.len()).unwrap_or(i64::MAX));
    let more = lines.len() > MOST;
    let columns = ["time", "visit", "address", "browser", "page"];
    LinesPage {
        about: voice.say2("visits-lines-about", "date", voice.date(asked.date), "reason", asked.reason.as_str()),
        more: if more { voice.say2("visits-lines-more", "count", count, "all", all) } else { String::new() },
        columns: columns.map(|column| voice.say(&format!("visits-column-{column}"))).into(),
        lines: lines.iter().take(MOST).map(row).collect(),
        page: crumbed(visit),
    }
}
