//! Which papers there are: officers and managers see all, a coach the own.

use access::{Guarded as _, Resource};
use askama::Template;
use http::{Problem, axum::response::Response};
use kernel::{Archetype, ExposeSecret as _, id::Id as _, page::Seal};
use organisation::{Desk as _, Names, SealAsk, Visit};
use statement::render;
use store::StoreError;
use ui::Page;

use super::{
    PAPER_RECORD, PAPER_SEE, PAPERS_SEE,
    inventory::WHAT,
    model::{PaperId, Shelf, about},
    store as written,
};
use crate::{
    duties::{Row, standing},
    frame::{Failure, draw, with_news},
};

#[derive(Template)]
#[template(path = "registers/papers.html")]
struct PapersPage {
    page: Page,
    rows: Vec<Line>,
    may_record: bool,
    seal: Option<Seal>,
}

struct Line {
    href: String,
    what: String,
    state: String,
    tone: &'static str,
}

/// The papers that somebody sees in a list.
async fn mine(visit: &Visit) -> Result<Vec<Shelf>, Problem> {
    let member = &visit.member()?.member;
    let sees_all = member.is(Archetype::Officer) || member.is(Archetype::Manager);
    let all: Result<Vec<Shelf>, StoreError> = visit.site.store.read(&visit.scope, written::all).await;
    Ok(all.map_err(Failure::from)?.into_iter().filter(|paper| sees_all || paper.keeper == member.id).collect())
}

/// `GET /papers`
pub(super) async fn show(visit: Visit) -> Result<Response, Problem> {
    let grant = visit.decide(&PAPERS_SEE, &Resource::organisation())?;
    let papers = mine(&visit).await?;
    let voice = visit.voice();
    let opener = (!papers.is_empty()).then(|| visit.opener(&grant));
    let mut rows = Vec::with_capacity(papers.len());
    for paper in &papers {
        let subject = paper.file.as_ref().and_then(|file| file.subject);
        let is_mine_to_see =
            visit.may(&PAPER_SEE, &paper.resource()) && !subject.is_some_and(|person| grant.is_sparing(person));
        let what = match (&paper.file, &opener) {
            // What is frozen, or waits for a choice, is named to nobody else.
            (Some(_), _) if !is_mine_to_see => voice.say("organisation-someone-paused"),
            (Some(file), Some(opener)) => match opener.text(&file.what) {
                Ok(text) => text.expose_secret().to_owned(),
                Err(StoreError::Gone) => voice.say("registers-paper-gone"),
                Err(error) => return Err(Failure::from(error).into()),
            },
            _ => voice.say("registers-paper-gone"),
        };
        let (state, tone) = match paper.shredded {
            Some(on) => (voice.say1("registers-shredded-on", "date", voice.date(on)), ""),
            None => standing(&voice, Some(paper.goes(visit.scope.today())), visit.scope.today()),
        };
        rows.push(Line { href: format!("/papers/{}", paper.id), what, state, tone });
    }
    let names = Names::none();
    let seal = papers
        .first()
        .map(|paper| visit.seal(&SealAsk { item: WHAT, about: &paper.resource(), names: &names, happened: &[] }));
    let me = visit.member()?.member.id;
    let nothing: PaperId = kernel::id::Id::from_uuid(kernel::Uuid::nil());
    let news = [("recorded", "registers-done-recorded"), ("shredded", "registers-done-shredded")];
    draw(&PapersPage {
        rows,
        may_record: visit.may(&PAPER_RECORD, &about(nothing, me, None)),
        seal,
        page: with_news(visit.page(voice.say("registers-papers-title")), &visit, &news),
    })
}

/// The papers that are to be shredded, for the list of all duties: without a word of what they are.
pub(crate) async fn due_rows(visit: &Visit) -> Result<Vec<Row>, Problem> {
    let uses = visit.site.used().any(|slice| slice.name == super::SLICE.name);
    if !uses || !visit.may(&PAPERS_SEE, &Resource::organisation()) {
        return Ok(Vec::new());
    }
    visit.decide(&PAPERS_SEE, &Resource::organisation())?;
    let (voice, today) = (visit.voice(), visit.scope.today());
    let open = mine(visit).await?.into_iter().filter(|paper| paper.shredded.is_none());
    let rows = open.map(|paper| {
        let due = paper.goes(today);
        let (state, tone) = standing(&voice, Some(due), today);
        let number = paper.id.uuid().to_string();
        let short = number.rsplit('-').next().unwrap_or_default().to_owned();
        Row {
            href: format!("/papers/{}", paper.id),
            what: voice.say1("registers-paper-row", "number", short),
            detail: owner(visit, &paper),
            state,
            tone,
            due: Some(due),
        }
    });
    Ok(rows.collect())
}

/// Whoever keeps it: you, or somebody else.
fn owner(visit: &Visit, paper: &Shelf) -> String {
    let word = if visit.person() == Some(paper.keeper) { "registers-you" } else { "registers-paper-keeper" };
    visit.voice().say(word)
}

/// The name of a clause's category: "The dialogue".
pub(super) fn category(visit: &Visit, clause: &str) -> Option<String> {
    let plan = &visit.site.plan;
    let keep = plan.keeps().iter().find(|keep| keep.clause == clause)?;
    let category = plan.category(keep.what.category()?)?;
    Some(render::category_name(plan, category, visit.scope.language))
}
