//! A coach's reusable texts: written once, put into an answer by a button.

use access::{Grant, Resource};
use askama::Template;
use http::{
    At, Fields, Problem,
    axum::{Extension, response::Response},
    see_other,
};
use kernel::{manifest::Action, page::Seal};
use organisation::{
    Desk as _, SealAsk, Visit,
    pages::{Failure, draw, draw_faulty, me, text, with_news},
};
use store::{Reader, Work};
use ui::Page;

use super::{case, caseload::path};
use crate::{
    actions::{CASELOAD_READ, RESPONSE_WRITE, TEXT_BLOCK_READ, TEXT_BLOCK_WRITE},
    library::Library,
    model::{EnrolmentId, TextId},
    room::Room,
    store::texts,
};

/// The longest text, in signs.
const LONGEST: usize = 4_000;

struct Block {
    id: String,
    text: String,
}

#[derive(Template)]
#[template(path = "programmes/caring-texts.html")]
struct TextsPage {
    page: Page,
    blocks: Vec<Block>,
    seal: Seal,
    faults: ui::Faults,
    typed: String,
    longest: usize,
}

#[derive(Template)]
#[template(path = "programmes/caring-choose.html")]
struct ChoosePage {
    page: Page,
    blocks: Vec<Block>,
    action: String,
    exercise: String,
    day: String,
    typed: String,
}

/// A decision about one's own texts: they are coaches' alone.
fn decide(visit: &Visit, action: &'static Action) -> Result<Grant, Problem> {
    visit.decide(&CASELOAD_READ, &Resource::organisation())?;
    visit.decide(action, &Resource::person(me(visit)?))
}

async fn blocks(visit: &Visit) -> Result<Vec<Block>, Problem> {
    let grant = decide(visit, &TEXT_BLOCK_READ)?;
    let asker = visit.clone();
    let read = move |reader: &mut Reader<'_>| {
        let opener = asker.site.store.opener(&asker.scope, &grant);
        let found = texts::all(&asker.scope, reader)?;
        let open = |(id, body)| Ok(Block { id: TextId::to_string(&id), text: text(&opener, &body)? });
        found.into_iter().map(open).collect::<Result<Vec<_>, Failure>>()
    };
    Ok(visit.site.store.read(&visit.scope, read).await?)
}

/// `GET /caseload/texts`
pub(super) async fn show(visit: Visit) -> Result<Response, Problem> {
    draw(&compose(&visit, String::new(), None).await?)
}

async fn compose(visit: &Visit, typed: String, fault: Option<&str>) -> Result<TextsPage, Problem> {
    let (voice, about) = (visit.voice(), Resource::person(me(visit)?));
    let own = super::own_facts(visit).await?;
    let page = visit.page(voice.say("programmes-texts")).crumb("/caseload", voice.say("programmes-caseload-title"));
    let mut faults = ui::Faults::none();
    if let Some(word) = fault {
        faults.add("text", voice.say(word));
    }
    Ok(TextsPage {
        page: with_news(page, visit, &[("kept", "programmes-texts-kept"), ("removed", "programmes-texts-removed")]),
        blocks: blocks(visit).await?,
        seal: visit.own_seal(&SealAsk { item: "text-block.body", about: &about, names: &own, happened: &[] }),
        faults,
        typed,
        longest: LONGEST,
    })
}

/// The words of a form, or what is wrong with them.
fn words(typed: &Fields) -> Result<String, &'static str> {
    let text = typed.get("text").replace("\r\n", "\n").trim().to_owned();
    match text.chars().count() {
        0 => Err("form-missing"),
        count if count > LONGEST => Err("programmes-texts-long"),
        _ => Ok(text),
    }
}

/// `POST /caseload/texts`
pub(super) async fn add(visit: Visit, typed: Fields) -> Result<Response, Problem> {
    let grant = decide(&visit, &TEXT_BLOCK_WRITE)?;
    let again = async |fault| draw_faulty(&compose(&visit, typed.get("text").to_owned(), Some(fault)).await?);
    let text = match words(&typed) {
        Ok(text) => text,
        Err(fault) => return again(fault).await,
    };
    let asker = visit.clone();
    let write = move |work: &mut Work<'_>| texts::add(&asker.scope, work, &grant, &text);
    if !visit.site.store.write(&visit.scope, write).await.map_err(Failure::Store)? {
        return again("programmes-texts-many").await;
    }
    Ok(see_other("/caseload/texts?done=kept"))
}

/// `POST /caseload/texts/{block}`: other words, or none any more.
pub(super) async fn change(visit: Visit, At(id): At<TextId>, typed: Fields) -> Result<Response, Problem> {
    let grant = decide(&visit, &TEXT_BLOCK_WRITE)?;
    let removes = typed.get("do") == "remove";
    let text = match words(&typed) {
        Ok(text) => text,
        Err(_) if removes => String::new(),
        Err(fault) => return draw_faulty(&compose(&visit, typed.get("text").to_owned(), Some(fault)).await?),
    };
    let asker = visit.clone();
    let write = move |work: &mut Work<'_>| match removes {
        true => texts::remove(&asker.scope, work, &grant, id),
        false => texts::change(&asker.scope, work, &grant, id, &text),
    };
    if !visit.site.store.write(&visit.scope, write).await.map_err(Failure::Store)? {
        return Err(Problem::NotFound);
    }
    Ok(see_other(if removes { "/caseload/texts?done=removed" } else { "/caseload/texts?done=kept" }))
}

/// Shows one's texts beside an answer that is being written; nothing of it is kept or lost meanwhile.
pub(super) async fn choose(visit: &Visit, id: EnrolmentId, typed: &Fields) -> Result<Response, Problem> {
    let asker = visit.clone();
    let read = move |reader: &mut Reader<'_>| Room::enter(&asker, reader, id, &RESPONSE_WRITE).map(drop);
    visit.site.store.read(&visit.scope, read).await?;
    let voice = visit.voice();
    draw(&ChoosePage {
        page: visit
            .page(voice.say("programmes-texts-choose"))
            .crumb("/caseload", voice.say("programmes-caseload-title")),
        blocks: blocks(visit).await?,
        action: path(id, "/responses"),
        exercise: typed.get("exercise").to_owned(),
        day: typed.get("day").to_owned(),
        typed: typed.get("text").to_owned(),
    })
}

/// Back to the answer, with a text behind what stands there.
pub(super) async fn put_in(
    visit: &Visit,
    library: &Library,
    id: EnrolmentId,
    (typed, chosen): (Fields, &str),
) -> Result<Response, Problem> {
    let mut words = typed.get("text").trim_end().to_owned();
    if let Ok(block) = chosen.parse::<TextId>() {
        let (grant, asker) = (decide(visit, &TEXT_BLOCK_READ)?, visit.clone());
        let read = move |reader: &mut Reader<'_>| {
            let body = texts::find(&asker.scope, reader, block)?.ok_or(Failure::Absent)?;
            Ok::<_, Failure>(text(&asker.site.store.opener(&asker.scope, &grant), &body)?)
        };
        let found = visit.site.store.read(&visit.scope, read).await?;
        words = if words.is_empty() { found } else { format!("{words}\n\n{found}") };
    }
    let kept = ["exercise", "day"].map(|field| (field.to_owned(), typed.get(field).to_owned()));
    let typed = Fields::new(kept.into_iter().chain([("text".to_owned(), words)]));
    case::go_on(visit, library, id, typed).await
}

/// `POST /caseload/{enrolment}/responses`, where a button asks for one's texts or for one of them.
pub(super) async fn asked(
    visit: &Visit,
    Extension(library): &Extension<Library>,
    id: EnrolmentId,
    typed: &Fields,
) -> Option<Result<Response, Problem>> {
    match typed.get("do") {
        "texts" => Some(choose(visit, id, typed).await),
        what => {
            let chosen = what.strip_prefix("text-")?.to_owned();
            let own = typed.without(|_| false);
            Some(put_in(visit, library, id, (own, &chosen)).await)
        }
    }
}
