//! The register of all breaches (GDPR Art. 33(5)), and the form for a new one.

use access::Resource;
use askama::Template;
use http::{Fields, Form, Problem, axum::response::Response, see_other};
use jiff::Timestamp;
use kernel::{Uuid, words::Voice};
use organisation::{Desk as _, Visit};
use statement::render;
use store::StoreError;
use ui::{Choice, Page};

use super::{
    BREACH_RECORD, BREACHES_SEE,
    forms::{LONGEST, RecordForm},
    model::{BreachId, Course, Risk, about},
    reminders, store as written,
};
use crate::{
    duties::Row,
    frame::{Failure, capital, draw, draw_faulty, moment, said},
};

#[derive(Template)]
#[template(path = "registers/breaches.html")]
struct BreachesPage {
    page: Page,
    rows: Vec<Line>,
}

struct Line {
    href: String,
    aware: String,
    what: String,
    state: String,
    tone: &'static str,
}

async fn all(visit: &Visit) -> Result<Vec<Course>, Problem> {
    let all: Result<Vec<Course>, StoreError> = visit.site.store.read(&visit.scope, written::all).await;
    Ok(all.map_err(Failure::from)?)
}

/// How a breach stands, with the tone of its badge.
pub(super) fn standing(visit: &Visit, voice: &Voice, course: &Course) -> (String, &'static str) {
    if let Some(at) = course.closed {
        return (voice.say1("registers-breach-closed-on", "moment", moment(visit, voice, at)), "");
    }
    if course.owes_authority() {
        let left = course.limit().duration_since(visit.scope.now).as_hours();
        let values = [("moment", moment(visit, voice, course.limit()).into()), ("hours", left.into())];
        return match course.limit() > visit.scope.now {
            true => (voice.say_with("registers-breach-left", values), "warning"),
            false => (voice.say_with("registers-breach-over", values), "danger"),
        };
    }
    if course.owes_people() {
        return (voice.say("registers-breach-people-wait"), "warning");
    }
    (voice.say("registers-breach-open"), "")
}

/// The names of the categories that a breach concerns.
pub(super) fn categories(visit: &Visit, course: &Course) -> String {
    render::categories_phrase(&visit.site.plan, &course.categories, visit.scope.language)
}

/// `GET /breaches`
pub(super) async fn show(visit: Visit) -> Result<Response, Problem> {
    visit.decide(&BREACHES_SEE, &Resource::organisation())?;
    let voice = visit.voice();
    let rows = all(&visit).await?.into_iter().map(|course| {
        let (state, tone) = standing(&visit, &voice, &course);
        let aware = voice.say1("registers-breach-row", "moment", moment(&visit, &voice, course.aware));
        let what = capital(&categories(&visit, &course));
        Line { href: format!("/breaches/{}", course.id), aware, what, state, tone }
    });
    draw(&BreachesPage { rows: rows.collect(), page: visit.page(voice.say("registers-breaches-title")) })
}

/// The breaches of which the authority or the people wait for word, for the list of all duties.
pub(crate) async fn due_rows(visit: &Visit) -> Result<Vec<Row>, Problem> {
    let uses = visit.site.used().any(|slice| slice.name == super::SLICE.name);
    if !uses || !visit.may(&BREACHES_SEE, &Resource::organisation()) {
        return Ok(Vec::new());
    }
    visit.decide(&BREACHES_SEE, &Resource::organisation())?;
    let voice = visit.voice();
    let open = all(visit).await?.into_iter().filter(|course| course.closed.is_none());
    let rows = open.map(|course| {
        let (state, tone) = standing(visit, &voice, &course);
        Row {
            href: format!("/breaches/{}", course.id),
            what: voice.say1("registers-breach-row", "moment", moment(visit, &voice, course.aware)),
            detail: voice.say("registers-breach-officer"),
            state,
            tone,
            due: Some(course.limit().to_zoned(visit.scope.zone.clone()).date()),
        }
    });
    Ok(rows.collect())
}

#[derive(Template)]
#[template(path = "registers/breach-recording.html")]
struct RecordingPage {
    page: Page,
    faults: ui::Faults,
    what: String,
    on: String,
    at: String,
    today: String,
    categories: Vec<Choice>,
    risks: Vec<Choice>,
    most: usize,
}

/// The risks to choose from.
pub(super) fn risks(voice: &Voice, chosen: &str) -> Vec<Choice> {
    Risk::ALL.map(|risk| Choice::new(risk.key(), voice.say(risk.word())).chosen_if(chosen)).into()
}

fn page(visit: &Visit, typed: &Fields, faults: ui::Faults) -> RecordingPage {
    let (voice, plan) = (visit.voice(), &visit.site.plan);
    let local = visit.scope.now.to_zoned(visit.scope.zone.clone());
    let chosen: Vec<&str> = typed.all("categories").collect();
    let category = |category: &statement::Category| {
        let name = render::category_name(plan, category, visit.scope.language);
        let mark = if chosen.contains(&category.key.as_str()) { category.key.as_str() } else { "" };
        Choice::new(category.key.clone(), name).chosen_if(mark)
    };
    let or = |field: &str, other: String| if typed.has(field) { typed.get(field).to_owned() } else { other };
    RecordingPage {
        page: visit
            .page(voice.say("registers-breach-record"))
            .crumb("/breaches", voice.say("registers-breaches-title")),
        faults,
        what: typed.get("what").to_owned(),
        on: or("on", local.date().to_string()),
        at: or("at", local.strftime("%H:%M").to_string()),
        today: local.date().to_string(),
        categories: plan.categories().iter().filter(|category| category.in_use()).map(category).collect(),
        risks: risks(&voice, typed.get("risk")),
        most: LONGEST,
    }
}

/// `GET /breaches/recording`
pub(super) async fn form(visit: Visit) -> Result<Response, Problem> {
    visit.decide(&BREACH_RECORD, &about(kernel::id::Id::from_uuid(Uuid::nil())))?;
    draw(&page(&visit, &Fields::default(), ui::Faults::none()))
}

/// An instant in the organisation's zone that is not to come; the fault otherwise.
pub(super) fn past(visit: &Visit, at: jiff::civil::DateTime) -> Result<Timestamp, http::Faults> {
    let at = at.to_zoned(visit.scope.zone.clone()).map(|at| at.timestamp());
    at.ok().filter(|at| *at <= visit.scope.now).ok_or_else(|| http::Faults::one("on", "registers-fault-future"))
}

fn checked(visit: &Visit, form: Result<RecordForm, http::Faults>) -> Result<(RecordForm, Timestamp), http::Faults> {
    let form = form?;
    let aware = past(visit, form.aware)?;
    match form.categories.iter().all(|key| visit.site.plan.category(key).is_some()) {
        true => Ok((form, aware)),
        false => Err(http::Faults::one("categories", "form-unknown")),
    }
}

/// `POST /breaches/recording`
pub(super) async fn record(visit: Visit, form: Form<RecordForm>) -> Result<Response, Problem> {
    let id: BreachId = visit.scope.mint();
    let grant = visit.decide(&BREACH_RECORD, &about(id))?;
    let by = visit.person().ok_or(Problem::SignIn)?;
    let (form, aware) = match checked(&visit, form.checked) {
        Ok(checked) => checked,
        Err(faults) => return draw_faulty(&page(&visit, &form.typed, said(&faults, &visit.voice()))),
    };
    let write = move |work: &mut store::Work<'_>| {
        written::record(work, &grant, id, by, aware, &form)?;
        reminders::queue(work, id, aware)
    };
    let done: Result<(), StoreError> = visit.site.store.write(&visit.scope, write).await;
    done.map_err(Failure::from)?;
    Ok(see_other(&format!("/breaches/{id}?done=recorded")))
}
