//! The access log, looked through: a day's lines, what does not fit, and when the next review is due (CE3, CE21).

use access::{Grant, Resource};
use askama::Template;
use http::{Problem, axum::response::Response, see_other};
use jiff::{Timestamp, ToSpan as _, civil::Date};
use kernel::{PersonId, Uuid, id::Id as _, words::Voice};
use organisation::{Desk as _, Visit};
use statement::{Plan, calendar, plan::Review};
use store::{Reader, StoreError, Work, params};
use ui::{Page, Tab};

use super::draw;
use crate::{
    actions::{ACCESS_ANSWER, ACCESS_REVIEW},
    findings,
    inventory::LINE,
    log::{self, date_of, day_of},
    model::{Found, ReviewId},
    queries::{DAY, FIRST_DAY, REVIEW_LAST, REVIEW_NEW},
    watch::days_before,
};

/// Days to choose from.
const DAYS: u32 = 14;
/// Lines on one page.
const LINES: i64 = 100;

/// Where stands who read the log of visits, and why.
const VISITS: &str = "/visits/readings";

#[derive(Template)]
#[template(path = "evidence/review.html")]
struct ReviewPage {
    page: Page,
    /// What the statement says of the review, and when it is due; empty when it says nothing.
    due: String,
    overdue: bool,
    /// Whether the organisation keeps who read the log of visits.
    visits: bool,
    findings: Vec<FindingLine>,
    days: Vec<Tab>,
    lines: Vec<DayLine>,
    columns: Vec<String>,
    earlier: String,
    later: String,
}

struct FindingLine {
    path: String,
    title: String,
    about: String,
    open: bool,
    icon: &'static str,
}

/// A line of the log as the officer sees it: by number and without a name.
#[derive(Default)]
pub(super) struct DayLine {
    pub(super) time: String,
    pub(super) who: String,
    /// The number of the device; empty where no session was.
    pub(super) device: String,
    /// That it was refused, and how often; empty when it was opened.
    pub(super) refused: String,
    pub(super) what: String,
    pub(super) why: String,
    pub(super) action: String,
}

impl DayLine {
    /// A line of somebody who has not accepted that it is read: counted, and nothing more is shown.
    fn of_someone_paused(voice: &Voice) -> Self {
        Self { who: voice.say("organisation-someone-paused"), ..Self::default() }
    }
}

/// The end of an id: its beginning is a date, and the same for many.
pub(super) fn number(id: Uuid) -> String {
    let text = id.simple().to_string();
    text[text.len() - 8..].to_owned()
}

/// The statement's review of the access log.
fn review_of(plan: &Plan) -> Option<&Review> {
    let category = plan.category_of(LINE)?;
    plan.all::<Review>().find(|review| review.category.as_ref() == Some(&category.key))
}

/// When the next review is due: the statement's period after the last one, or after the log began.
fn due(reader: &mut Reader<'_>, plan: &Plan) -> Result<Option<Timestamp>, StoreError> {
    let Some(review) = review_of(plan) else { return Ok(None) };
    let mut at = |sql| reader.one(sql, params![])?.map(|row| row.time(0)).transpose();
    let last = match at(&REVIEW_LAST)? {
        Some(last) => Some(last),
        None => at(&FIRST_DAY)?,
    };
    Ok(last.map(|last| calendar::due(last, review.every, plan.zone())))
}

struct Read {
    due: Option<Timestamp>,
    findings: Vec<Found>,
    days: Vec<Uuid>,
    lines: Vec<DayLine>,
}

/// `GET /access-review`: `?day=2026-11-22` chooses the day, `?page=2` goes on.
pub(super) async fn show(visit: Visit) -> Result<Response, Problem> {
    let about = Resource::organisation();
    let grant = visit.decide(&ACCESS_REVIEW, &about)?;
    let day = visit.query.get("day").parse::<Date>().unwrap_or_else(|_| visit.scope.today());
    let number = visit.query.get("page").parse::<i64>().unwrap_or(1).clamp(1, 100_000);
    let reading = visit.clone();
    let read = visit
        .site
        .store
        .read::<_, StoreError, _>(&visit.scope, move |reader| {
            Ok(Read {
                due: due(reader, &reading.site.plan)?,
                findings: findings::all(reader)?.into_iter().filter(|found| !grant.is_sparing(found.person)).collect(),
                days: days_before(reader, Timestamp::MAX, DAYS)?,
                lines: lines(&reading, reader, &grant, day_of(day), None, (LINES + 1, (number - 1) * LINES))?,
            })
        })
        .await
        .map_err(Problem::internal)?;
    let voice = visit.voice();
    let overdue = read.due.is_some_and(|due| due <= visit.scope.now);
    let path = |number: i64| format!("/access-review?day={day}&page={number}");
    let more = read.lines.len() > usize::try_from(LINES).unwrap_or(usize::MAX);
    let days = read.days.iter().filter_map(|id| date_of(*id)).map(|date| Tab {
        path: format!("/access-review?day={date}"),
        label: voice.date(date),
        current: date == day,
        count: 0,
    });
    draw(&ReviewPage {
        page: visit.page(voice.say("evidence-review-title")),
        due: read.due.map(|due| said_due(&visit, due, overdue)).unwrap_or_default(),
        overdue,
        visits: visit.site.has_page(VISITS),
        findings: read.findings.iter().map(|found| finding_line(&visit, found)).collect(),
        days: days.collect(),
        lines: read.lines.into_iter().take(usize::try_from(LINES).unwrap_or(usize::MAX)).collect(),
        columns: ["evidence-column-time", "evidence-column-who", "evidence-column-what", "evidence-column-why"]
            .map(|word| voice.say(word))
            .into(),
        earlier: if number > 1 { path(number - 1) } else { String::new() },
        later: if more { path(number + 1) } else { String::new() },
    })
}

fn said_due(visit: &Visit, due: Timestamp, overdue: bool) -> String {
    // The first instant at which it is late is the beginning of the next day.
    let last = due.checked_sub(1.nanosecond()).unwrap_or(due);
    let day = last.to_zoned(visit.scope.zone.clone()).date();
    let word = if overdue { "evidence-review-overdue" } else { "evidence-review-due" };
    visit.voice().say1(word, "date", visit.voice().date(day))
}

fn finding_line(visit: &Visit, found: &Found) -> FindingLine {
    let voice = visit.voice();
    let date = date_of(found.day).map(|date| voice.date(date)).unwrap_or_default();
    let values = [("date", date.into()), ("number", number(found.person.uuid()).into()), ("count", found.looks.into())];
    FindingLine {
        path: format!("/access-review/findings/{}", found.id),
        title: voice.say(&format!("evidence-rule-{}", found.rule.word())),
        about: voice.say_with("evidence-finding-about", values),
        open: found.answer.is_none(),
        icon: if found.answer.is_none() { "circle-help" } else { "circle-check" },
    }
}

/// Lines of a day, perhaps of one person, oldest first.
pub(super) fn lines(
    visit: &Visit,
    reader: &mut Reader<'_>,
    grant: &Grant,
    day: Uuid,
    of: Option<PersonId>,
    (limit, offset): (i64, i64),
) -> Result<Vec<DayLine>, StoreError> {
    let (plan, inventory, voice) = (&visit.site.plan, &visit.site.inventory, visit.voice());
    let mut lines = Vec::new();
    for row in &reader.all(&DAY, params![day, limit, offset])? {
        let (at, person, action) = (row.time(0)?, row.id_opt::<PersonId>(1)?, row.text(3)?);
        if of.is_some_and(|of| Some(of) != person) {
            continue;
        }
        if person.is_some_and(|person| grant.is_sparing(person)) {
            lines.push(DayLine::of_someone_paused(&voice));
            continue;
        }
        let at = at.to_zoned(visit.scope.zone.clone()).datetime();
        let categories = log::categories(plan, inventory, action);
        lines.push(DayLine {
            time: format!("{:02}:{:02}:{:02}", at.hour(), at.minute(), at.second()),
            who: match (person, row.text_opt(2)?) {
                (Some(person), _) => number(person.uuid()),
                // Of jobs, those stand here that were refused.
                (None, Some(job)) if log::tried_at_door(job).is_none() => voice.say("evidence-who-program"),
                (None, _) => voice.say("evidence-who-guest"),
            },
            device: row.uuid_opt(6)?.map(number).unwrap_or_default(),
            refused: row
                .int_opt(7)?
                .map(|times| voice.say1("evidence-line-refused", "count", times))
                .unwrap_or_default(),
            what: log::what(plan, &categories, &voice),
            why: log::why(plan, &categories, &voice),
            action: action.to_owned(),
        });
    }
    Ok(lines)
}

/// `POST /access-review/completion`: the log was looked through.
pub(super) async fn complete(visit: Visit) -> Result<Response, Problem> {
    visit.decide(&ACCESS_ANSWER, &Resource::organisation())?;
    let me = visit.person().ok_or(Problem::SignIn)?;
    let day = day_of(visit.scope.today());
    visit
        .site
        .store
        .write::<_, StoreError, _>(&visit.scope, move |work: &mut Work<'_>| {
            let (id, now): (ReviewId, _) = (work.mint(), work.now());
            work.run(&REVIEW_NEW, params![id, day, me, now])
        })
        .await
        .map_err(Problem::internal)?;
    Ok(see_other("/access-review"))
}
