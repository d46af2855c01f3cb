//! One finding: what it is about, the lines behind it, and what was found out.

use access::Resource;
use askama::Template;
use http::{
    At, Faults, Fields, Form, FromFields, Problem,
    axum::{http::StatusCode, response::Response},
    see_other,
};
use kernel::{ExposeSecret as _, id::Id as _};
use organisation::{Desk as _, Visit};
use store::StoreError;
use ui::Page;

use super::{
    draw,
    review::{DayLine, lines, number},
};
use crate::{
    actions::{ACCESS_ANSWER, ACCESS_REVIEW},
    findings,
    log::date_of,
    model::{FindingId, Found},
};

/// The longest answer, in signs.
const LONGEST: usize = 2000;
/// Lines that are read behind a finding.
const LINES: i64 = 2000;

#[derive(Template)]
#[template(path = "evidence/finding.html")]
struct FindingPage {
    page: Page,
    faults: ui::Faults,
    about: String,
    why: String,
    answer: Option<String>,
    answered: String,
    typed: String,
    path: String,
    lines: Vec<DayLine>,
    columns: Vec<String>,
    longest: usize,
}

/// What was found out.
pub(super) struct AnswerForm {
    text: String,
}

impl FromFields for AnswerForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        Some(Self { text: fields.text("text", LONGEST, faults) })
    }
}

/// `GET /access-review/findings/{finding}`
pub(super) async fn show(visit: Visit, At(id): At<FindingId>) -> Result<Response, Problem> {
    draw(&page(&visit, id, ui::Faults::none(), String::new()).await?)
}

async fn page(visit: &Visit, id: FindingId, faults: ui::Faults, typed: String) -> Result<FindingPage, Problem> {
    let grant = visit.decide(&ACCESS_REVIEW, &Resource::organisation())?;
    let reading = visit.clone();
    let (found, lines, grant) = visit
        .site
        .store
        .read::<_, StoreError, _>(&visit.scope, move |reader| {
            let found = findings::all(reader)?.into_iter().find(|found| found.id == id);
            let found = found.filter(|found| !grant.is_sparing(found.person));
            let lines = match &found {
                Some(found) => lines(&reading, reader, &grant, found.day, Some(found.person), (LINES, 0))?,
                None => Vec::new(),
            };
            Ok((found, lines, grant))
        })
        .await
        .map_err(Problem::internal)?;
    let found = found.ok_or(Problem::NotFound)?;
    let voice = visit.voice();
    let word = found.rule.word();
    let date = date_of(found.day).map(|date| voice.date(date)).unwrap_or_default();
    let values = [("date", date.into()), ("number", number(found.person.uuid()).into()), ("count", found.looks.into())];
    let answer = match &found.answer {
        Some(answer) => {
            let opened = visit.opener(&grant).text(&answer.text).map_err(Problem::internal)?;
            Some(opened.expose_secret().to_owned())
        }
        None => None,
    };
    let page = visit.page(voice.say(&format!("evidence-rule-{word}")));
    Ok(FindingPage {
        page: page.crumb("/access-review", voice.say("evidence-review-title")),
        faults,
        about: voice.say_with("evidence-finding-about", values),
        why: voice.say(&format!("evidence-rule-{word}-why")),
        answered: answered(visit, &found),
        answer,
        typed,
        path: format!("/access-review/findings/{id}"),
        lines,
        columns: ["evidence-column-time", "evidence-column-who", "evidence-column-what", "evidence-column-why"]
            .map(|word| voice.say(word))
            .into(),
        longest: LONGEST,
    })
}

/// "Answered by 1f2e3d4c on 22 November 2026, 10:00."
fn answered(visit: &Visit, found: &Found) -> String {
    let Some(answer) = &found.answer else { return String::new() };
    let voice = visit.voice();
    let at = voice.moment(answer.at.to_zoned(visit.scope.zone.clone()).datetime());
    let by = answer.by.map(|by| number(by.uuid())).unwrap_or_default();
    voice.say2("evidence-finding-answered", "number", by, "at", at)
}

/// `POST /access-review/findings/{finding}`: answers it, once.
pub(super) async fn answer(visit: Visit, At(id): At<FindingId>, form: Form<AnswerForm>) -> Result<Response, Problem> {
    let grant = visit.decide(&ACCESS_ANSWER, &Resource::organisation())?;
    let me = visit.person().ok_or(Problem::SignIn)?;
    let text = match form.checked {
        Ok(form) => form.text,
        Err(faults) => {
            let voice = visit.voice();
            let said = faults.iter().map(|fault| ui::Fault { field: fault.field.to_owned(), text: fault.say(&voice) });
            let typed = form.typed.get("text").to_owned();
            let mut response = draw(&page(&visit, id, ui::Faults(said.collect()), typed).await?)?;
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            return Ok(response);
        }
    };
    let done = visit
        .site
        .store
        .write::<_, StoreError, _>(&visit.scope, move |work| findings::answer(work, &grant, id, me, &text))
        .await
        .map_err(Problem::internal)?;
    if done { Ok(see_other("/access-review")) } else { Err(Problem::NotFound) }
}
