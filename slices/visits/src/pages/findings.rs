//! What looked like misuse: the list on the report's page, and one finding with its answer.

use access::Resource;
use askama::Template;
use http::{At, Faults, Fields, Form, FromFields, Problem, axum::response::Response, see_other};
use kernel::words::Voice;
use organisation::{
    Desk as _, Visit,
    pages::{Failure, draw, draw_faulty, moment, said, text},
};
use store::StoreError;
use ui::Page;

use crate::{
    actions::{ANSWER, FINDINGS, LINES},
    findings::{self, Finding, FindingId},
    misuse::{Found, Rule, Whence},
    routes,
};

/// The longest answer, in signs, as in the form.
const LONGEST: usize = 300;

/// What is listed on the page of the report.
pub(super) struct List {
    pub(super) findings: Vec<Listed>,
    /// Each rule, and from how many on it asks.
    pub(super) rules: Vec<(String, String)>,
}

pub(super) struct Listed {
    pub(super) path: String,
    pub(super) title: String,
    pub(super) about: String,
    pub(super) open: bool,
    pub(super) icon: &'static str,
}

/// The list, where the statement speaks of findings and the visitor may see them.
pub(super) async fn list(visit: &Visit) -> Result<Option<List>, Problem> {
    if !visit.site.has_page(routes::FINDING.path) || !visit.may(&FINDINGS, &Resource::organisation()) {
        return Ok(None);
    }
    let all = visit.site.store.read::<_, StoreError, _>(&visit.scope, findings::all).await.map_err(Failure::from)?;
    let voice = visit.voice();
    let listed = |finding: &Finding| Listed {
        path: format!("/visits/findings/{}", finding.id),
        title: title(&voice, finding.found.rule),
        about: about(visit, &voice, finding.found),
        open: finding.answer.is_none(),
        icon: if finding.answer.is_none() { "circle-help" } else { "circle-check" },
    };
    let rules = Rule::ALL.map(|rule| (title(&voice, rule), terms(&voice, rule)));
    Ok(Some(List { findings: all.iter().map(listed).collect(), rules: rules.into() }))
}

fn title(voice: &Voice, rule: Rule) -> String {
    voice.say(&format!("visits-rule-{}", rule.word()))
}

/// "30 or more from one address within 10 minutes."
fn terms(voice: &Voice, rule: Rule) -> String {
    let terms = rule.terms();
    let word = match terms.from {
        Whence::Address => "visits-terms-address",
        Whence::Network => "visits-terms-network",
    };
    let many = i64::try_from(terms.many).unwrap_or(i64::MAX);
    voice.say2(word, "many", many, "time", voice.say1("visits-minutes", "count", terms.minutes))
}

/// "48 within 10 minutes, from 22 November 2026, 14:05 on."
fn about(visit: &Visit, voice: &Voice, found: Found) -> String {
    let values = [
        ("count", i64::try_from(found.count).unwrap_or(i64::MAX).into()),
        ("time", voice.say1("visits-minutes", "count", found.rule.terms().minutes).into()),
        ("at", moment(visit, voice, found.at).into()),
    ];
    voice.say_with("visits-finding-about", values)
}

#[derive(Template)]
#[template(path = "visits/finding.html")]
struct FindingPage {
    page: Page,
    faults: ui::Faults,
    about: String,
    terms: String,
    /// What was done, and when that was written down.
    answer: Option<(String, String)>,
    typed: String,
    path: String,
    lines: bool,
}

/// What was done.
pub(super) struct AnswerForm {
    text: String,
}

impl FromFields for AnswerForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        Some(Self { text: fields.line("text", LONGEST, faults) })
    }
}

/// `GET /visits/findings/{finding}`
pub(super) async fn show(visit: Visit, At(id): At<FindingId>) -> Result<Response, Problem> {
    draw(&page(&visit, id, ui::Faults::none(), String::new()).await?)
}

async fn page(visit: &Visit, id: FindingId, faults: ui::Faults, typed: String) -> Result<FindingPage, Problem> {
    let grant = visit.decide(&FINDINGS, &Resource::organisation())?;
    let all = visit.site.store.read::<_, StoreError, _>(&visit.scope, findings::all).await.map_err(Failure::from)?;
    let Finding { found, answer, .. } = all.into_iter().find(|own| own.id == id).ok_or(Problem::NotFound)?;
    let voice = visit.voice();
    let answer = match answer {
        Some((sealed, at)) => {
            let words = text(&visit.opener(&grant), &sealed).map_err(Failure::from)?;
            Some((words, voice.say1("visits-finding-answered", "at", moment(visit, &voice, at))))
        }
        None => None,
    };
    Ok(FindingPage {
        page: visit.page(title(&voice, found.rule)).crumb("/visits", voice.say("visits-title")),
        faults,
        about: about(visit, &voice, found),
        terms: terms(&voice, found.rule),
        answer,
        typed,
        path: format!("/visits/findings/{id}"),
        lines: visit.site.has_page("/visits/lines") && visit.may(&LINES, &Resource::organisation()),
    })
}

/// `POST /visits/findings/{finding}`: answers it, once.
pub(super) async fn answer(visit: Visit, At(id): At<FindingId>, form: Form<AnswerForm>) -> Result<Response, Problem> {
    let grant = visit.decide(&ANSWER, &Resource::organisation())?;
    let words = match form.checked {
        Ok(form) => form.text,
        Err(faults) => {
            let faults = said(&faults, &visit.voice());
            return draw_faulty(&page(&visit, id, faults, form.typed.get("text").to_owned()).await?);
        }
    };
    // Who answers stands in the access log alone: no id is kept beside visits.
    visit.opener(&grant);
    let done = move |work: &mut store::Work<'_>| findings::answer(work, &grant, id, &words);
    let done = visit.site.store.write::<_, StoreError, _>(&visit.scope, done).await.map_err(Failure::from)?;
    if done { Ok(see_other("/visits")) } else { Err(Problem::NotFound) }
}
