//! Writing a mailing: what kind it is, and its text in one language or more.

use askama::Template;
use http::{At, Fields, Form, Problem, axum::response::Response, see_other};
use kernel::{Language, id::Id as _};
use organisation::{Desk as _, Visit};
use store::Work;
use ui::{Choice, Page};

use super::{Failure, draw, draw_faulty, kind_name, me, one, said};
use crate::{
    actions::MAILING_WRITE,
    forms::{LONGEST_TEXT, MailingForm, fields},
    inventory::DRAFT,
    model::{MailingId, Question, about},
    routes::MAILINGS_PATH,
    store::mailings,
};

#[derive(Template)]
#[template(path = "mailings/writing.html")]
struct WritingPage {
    page: Page,
    faults: ui::Faults,
    kinds: Vec<Choice>,
    parts: Vec<Part>,
    action: String,
    back: String,
    longest_text: usize,
}

/// The fields of one language.
struct Part {
    /// The language's own name.
    name: String,
    subject_field: &'static str,
    subject: String,
    text_field: &'static str,
    text: String,
}

fn page(visit: &Visit, typed: &Fields, faults: ui::Faults, id: Option<MailingId>) -> WritingPage {
    let voice = visit.voice();
    let questions: Vec<_> = Question::all(&visit.site.plan).collect();
    let kinds = questions.iter().flat_map(|question| &question.kinds);
    let part = |language: &Language| {
        let (subject_field, text_field) = fields(*language);
        let name = language.own_name().to_owned();
        let (subject, text) = (typed.get(subject_field).to_owned(), typed.get(text_field).to_owned());
        Part { name, subject_field, subject, text_field, text }
    };
    let page = visit.page(voice.say("mailings-writing-title")).crumb(MAILINGS_PATH, voice.say("mailings-title"));
    let back = id.map_or_else(|| MAILINGS_PATH.to_owned(), |id| format!("{MAILINGS_PATH}/{id}"));
    let action = id.map_or_else(|| format!("{MAILINGS_PATH}/writing"), |id| format!("{MAILINGS_PATH}/{id}/text"));
    WritingPage {
        page,
        faults,
        kinds: kinds
            .map(|kind| Choice::new(&kind.key, kind_name(visit, &kind.key)).chosen_if(typed.get("kind")))
            .collect(),
        parts: visit.site.plan.languages().iter().map(part).collect(),
        action,
        back,
        longest_text: LONGEST_TEXT,
    }
}

/// `GET /mailings/writing`
pub(super) async fn new_form(visit: Visit) -> Result<Response, Problem> {
    visit.decide(&MAILING_WRITE, &about(visit.scope.mint(), DRAFT))?;
    draw(&page(&visit, &Fields::default(), ui::Faults::none(), None))
}

/// `GET /mailings/{mailing}/text`
pub(super) async fn text_form(visit: Visit, At(id): At<MailingId>) -> Result<Response, Problem> {
    visit.decide(&MAILING_WRITE, &about(id, DRAFT))?;
    let (mailing, texts) = one::opened(&visit, id).await?;
    if mailing.sent.is_some() {
        return Err(Problem::Conflict);
    }
    let mut typed = vec![("kind".to_owned(), mailing.kind)];
    for text in texts {
        let (subject, body) = fields(text.language);
        typed.extend([(subject.to_owned(), text.subject), (body.to_owned(), text.text)]);
    }
    draw(&page(&visit, &Fields::new(typed), ui::Faults::none(), Some(id)))
}

/// What is wrong with a form, beyond its fields.
fn fault(visit: &Visit, form: &MailingForm) -> Option<http::Faults> {
    let unknown = Question::behind(&visit.site.plan, &form.kind).is_none();
    unknown.then(|| http::Faults::one("kind", "form-choose"))
}

/// `POST /mailings/writing`: a draft; nothing is sent yet.
pub(super) async fn add(visit: Visit, form: Form<MailingForm>) -> Result<Response, Problem> {
    let (me, id): (_, MailingId) = (me(&visit)?, visit.scope.mint());
    let grant = visit.decide(&MAILING_WRITE, &about(id, DRAFT))?;
    let faults = match form.checked {
        Ok(checked) => match fault(&visit, &checked) {
            None => {
                let write = move |work: &mut Work<'_>| mailings::add(work, &grant, me, &checked);
                visit.site.store.write(&visit.scope, write).await.map_err(Failure::from)?;
                return Ok(see_other(&format!("{MAILINGS_PATH}/{id}?done=written")));
            }
            Some(faults) => faults,
        },
        Err(faults) => faults,
    };
    let faults = said(&faults, &visit.voice());
    draw_faulty(&page(&visit, &form.typed, faults, None))
}

/// `POST /mailings/{mailing}/text`
pub(super) async fn rewrite(visit: Visit, At(id): At<MailingId>, form: Form<MailingForm>) -> Result<Response, Problem> {
    let grant = visit.decide(&MAILING_WRITE, &about(id, DRAFT))?;
    let faults = match form.checked {
        Ok(checked) => match fault(&visit, &checked) {
            None => {
                let write = move |work: &mut Work<'_>| {
                    mailings::find(work, MailingId::from_uuid(grant.resource().id))?.ok_or(Failure::Absent)?;
                    if mailings::rewrite(work, &grant, &checked)? { Ok(()) } else { Err(Failure::Conflict) }
                };
                visit.site.store.write(&visit.scope, write).await?;
                return Ok(see_other(&format!("{MAILINGS_PATH}/{id}?done=written")));
            }
            Some(faults) => faults,
        },
        Err(faults) => faults,
    };
    let faults = said(&faults, &visit.voice());
    draw_faulty(&page(&visit, &form.typed, faults, Some(id)))
}
