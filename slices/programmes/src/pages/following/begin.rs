//! Beginning: what is kept and who reads what is shown before, and the statement's question is asked.

use access::Resource;
use askama::Template;
use http::{
    At, Fields, Problem,
    axum::{Extension, http::StatusCode, response::Response},
    see_other,
};
use organisation::{Desk as _, Visit, pages::Failure, pages::draw, pages::draw_again};
use store::ledger;
use ui::Page;

use super::{
    save::trail_of,
    trail::{named, way},
};
use crate::{
    actions::{ENROLMENT_BEGIN, SELF_HELP_AGREE},
    consent::{self, Question},
    library::Library,
    model::EnrolmentId,
    room::Room,
    store::{enrolments, versions},
};

#[derive(Template)]
#[template(path = "programmes/following-begin.html")]
struct BeginPage {
    page: Page,
    about: String,
    for_whom: String,
    steps: String,
    ask: Option<Ask>,
    action: String,
    label: String,
    faults: ui::Faults,
}

/// The statement's question.
pub(super) struct Ask {
    pub(super) ask: String,
    /// What the statement says of it.
    pub(super) told: String,
    pub(super) clause: String,
    /// The hash of what is shown, so that nobody agrees to other words.
    wording: String,
}

impl Ask {
    pub(super) fn of(visit: &Visit) -> Option<Self> {
        let (plan, language) = (&visit.site.plan, visit.scope.language);
        let question = Question::of(plan)?;
        let clause = question.consent.clause.clone();
        let statement = visit.site.statement(language);
        let told = statement.clauses().find(|known| known.id == clause).map(|known| known.text.clone());
        Some(Self {
            ask: question.consent.ask.get(language).unwrap_or_default().to_owned(),
            told: told.unwrap_or_default(),
            wording: ledger::hex(&question.wording()),
            clause,
        })
    }

    /// Whether a form agrees to these words; a conflict when it shows others.
    fn is_agreed(&self, typed: &Fields) -> Result<bool, Problem> {
        if typed.get("wording") == self.wording { Ok(typed.has("agree")) } else { Err(Problem::Conflict) }
    }
}

/// `GET /programmes/begin/{programme}`
pub(super) async fn form(
    visit: Visit,
    Extension(library): Extension<Library>,
    At(programme): At<String>,
) -> Result<Response, Problem> {
    draw(&compose(&visit, library, &programme).await?)
}

async fn compose(visit: &Visit, library: Library, programme: &str) -> Result<BeginPage, Problem> {
    visit.decide(&ENROLMENT_BEGIN, &Resource::organisation())?;
    let name = named(programme)?;
    let asker = visit.clone();
    let read = move |reader: &mut store::Reader<'_>| {
        let newest = versions::newest(&asker.scope, reader, &name)?.ok_or(Failure::Absent)?;
        library.find(&asker.scope, reader, newest)?.ok_or(Failure::Absent)
    };
    let volume = visit.site.store.read(&visit.scope, read).await?;
    let voice = visit.voice();
    let edition = volume.programme.edition(visit.scope.language);
    let page = visit.page(edition.title.clone()).crumb("/programmes", voice.say("programmes-nav-following"));
    let ask = Ask::of(visit);
    let word = if ask.is_some() { "programmes-begin-agree" } else { "programmes-begin-do" };
    Ok(BeginPage {
        page,
        about: edition.about.clone(),
        for_whom: edition.for_whom.clone(),
        steps: voice.say1("programmes-steps", "count", i64::try_from(edition.steps.len()).unwrap_or(i64::MAX)),
        ask,
        action: format!("/programmes/begin/{programme}"),
        label: voice.say(word),
        faults: ui::Faults::default(),
    })
}

fn unanswered(mut page: BeginPage) -> Result<Response, Problem> {
    let text = page.page.say("programmes-begin-unanswered");
    page.faults.0.push(ui::Fault { field: "agree".to_owned(), text });
    draw_again(&page, StatusCode::UNPROCESSABLE_ENTITY)
}

/// `POST /programmes/begin/{programme}`
pub(super) async fn begin(
    visit: Visit,
    Extension(library): Extension<Library>,
    At(programme): At<String>,
    typed: Fields,
) -> Result<Response, Problem> {
    let grant = visit.decide(&ENROLMENT_BEGIN, &Resource::organisation())?;
    let name = named(&programme)?;
    if let Some(ask) = Ask::of(&visit)
        && !ask.is_agreed(&typed)?
    {
        return unanswered(compose(&visit, library, &programme).await?);
    }
    let asker = visit.clone();
    let write = move |work: &mut store::Work<'_>| {
        let begun = enrolments::begin(&asker.scope, work, &grant, &name)?.ok_or(Failure::Conflict)?;
        if let Some(question) = Question::of(&asker.site.plan) {
            consent::give(work, &grant, &begun, &question)?;
        }
        Ok::<_, Failure>(begun.id)
    };
    let id = visit.site.store.write(&visit.scope, write).await?;
    Ok(see_other(&way(id, "?done=begun")))
}

/// `GET /programmes/{enrolment}/agreement`: the question, where it has changed since.
pub(super) async fn agreement_form(
    visit: Visit,
    Extension(library): Extension<Library>,
    At(id): At<EnrolmentId>,
) -> Result<Response, Problem> {
    draw(&agreement_page(&visit, library, id).await?)
}

async fn agreement_page(visit: &Visit, library: Library, id: EnrolmentId) -> Result<BeginPage, Problem> {
    let trail = trail_of(visit, library, id).await?;
    visit.decide(&SELF_HELP_AGREE, &access::Guarded::resource(&trail.enrolment))?;
    let ask = Ask::of(visit).ok_or(Problem::NotFound)?;
    let edition = trail.edition(visit.scope.language)?;
    let voice = visit.voice();
    Ok(BeginPage {
        page: visit.page(edition.title.clone()).crumb("/programmes", voice.say("programmes-nav-following")),
        about: edition.about.clone(),
        for_whom: String::new(),
        steps: String::new(),
        ask: Some(ask),
        action: way(id, "/agreement"),
        label: voice.say("programmes-agree"),
        faults: ui::Faults::default(),
    })
}

/// `POST /programmes/{enrolment}/agreement`
pub(super) async fn agree(
    visit: Visit,
    Extension(library): Extension<Library>,
    At(id): At<EnrolmentId>,
    typed: Fields,
) -> Result<Response, Problem> {
    let page = agreement_page(&visit, library, id).await?;
    let ask = page.ask.as_ref().ok_or(Problem::NotFound)?;
    if !ask.is_agreed(&typed)? {
        return unanswered(page);
    }
    let give = Room::write(&visit, id, &SELF_HELP_AGREE, |asker, work, room| {
        let question = Question::of(&asker.site.plan).ok_or(Failure::Absent)?;
        Ok(consent::give(work, &room.grant, &room.enrolment, &question)?)
    });
    give.await?;
    Ok(see_other(&way(id, "")))
}
