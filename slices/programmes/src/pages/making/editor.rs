//! The editor: one text for each language, kept as it is typed, with all that is to be said of it and how it will look.

use std::sync::Arc;

use askama::Template;
use http::{
    At, Fields, Problem,
    axum::{
        Extension,
        response::{Html, IntoResponse as _, Response},
    },
    see_other,
};
use kernel::Language;
use organisation::{
    Desk as _, Visit,
    pages::{Failure, draw, draw_faulty, with_news},
};
use programme::MOST_SIGNS;
use store::Work;
use ui::{Page, Tab};

use super::{author, find, findings, path};
use crate::{
    library::Library,
    model::{Draft, DraftId},
    store::drafts,
};

/// The most that the form may send, in bytes: a text of the longest that there may be, each sign of it written as three.
pub(super) const MOST_SENT: usize = 3 * MOST_SIGNS + 64 * 1024;

#[derive(Template)]
#[template(path = "programmes/making-editor.html")]
struct EditorPage {
    page: Page,
    faults: ui::Faults,
    path: String,
    publication: String,
    /// The language that is written.
    language: Language,
    languages: Vec<Tab>,
    label: String,
    text: String,
    edition: i64,
    most: usize,
    /// What a colleague kept in the meantime.
    theirs: Option<String>,
    /// The languages whose text can stand beside it.
    besides: Vec<Tab>,
    beside: Option<Beside>,
    /// Where a new text begins as the one in another language.
    beginnings: Vec<Tab>,
    findings: Arc<str>,
    good: bool,
}

/// The text of another language, to look at while one translates.
struct Beside {
    language: Language,
    label: String,
    text: String,
}

/// What was asked for in the address or in the form.
struct Asked {
    language: Language,
    beside: Option<Language>,
    from: Option<Language>,
}

impl Asked {
    fn of(fields: &Fields, draft: &Draft, own: Language) -> Self {
        let has = |language: &Language| draft.texts.contains_key(language);
        let first = || Some(own).filter(has).or_else(|| draft.texts.keys().next().copied()).unwrap_or(own);
        let language = fields.get("in").parse().unwrap_or_else(|_| first());
        let other = |name: &str| fields.get(name).parse().ok().filter(has).filter(|other| *other != language);
        Self { language, beside: other("beside"), from: other("from") }
    }
}

/// Where a language of a draft is written, with another one beside it.
fn place(id: DraftId, language: Language, beside: Option<Language>) -> String {
    let beside = beside.map(|beside| format!("&beside={beside}")).unwrap_or_default();
    format!("{}?in={language}{beside}", path(id))
}

fn page(
    visit: &Visit,
    library: &Library,
    draft: &Draft,
    asked: &Asked,
    typed: Option<&str>,
) -> Result<EditorPage, Problem> {
    let voice = visit.voice();
    let (language, id) = (asked.language, draft.id);
    let text_of = |language: Language| draft.texts.get(&language).map(|(text, _)| text.clone());
    let kept = draft.texts.get(&language);
    let begun = asked.from.and_then(text_of).filter(|_| kept.is_none());
    let text = typed.map(ToOwned::to_owned).or_else(|| text_of(language)).or(begun).unwrap_or_default();
    let tab =
        |to: Language, path: String, current: bool| Tab { path, label: to.own_name().to_owned(), current, count: 0 };
    let others = || draft.texts.keys().copied().filter(|other| *other != language);
    let (findings, good) = findings::of(visit, library, draft, language)?;
    let title = findings::title(draft).unwrap_or_else(|| voice.say("programmes-making-untitled"));
    Ok(EditorPage {
        page: super::page(visit, title).crumb(super::PATH, voice.say("programmes-making-title")),
        faults: ui::Faults::none(),
        path: path(id),
        publication: format!("{}/publication", path(id)),
        language,
        languages: Language::ALL.map(|to| tab(to, place(id, to, asked.beside), to == language)).into(),
        label: voice.say1("programmes-making-text", "language", language.own_name()),
        text,
        edition: kept.map_or(0, |(_, edition)| *edition),
        most: MOST_SIGNS,
        theirs: None,
        besides: others().map(|to| tab(to, place(id, language, Some(to)), asked.beside == Some(to))).collect(),
        beside: asked.beside.and_then(|to| {
            let label = voice.say1("programmes-making-text", "language", to.own_name());
            Some(Beside { language: to, label, text: text_of(to)? })
        }),
        beginnings: if kept.is_none() && typed.is_none() && asked.from.is_none() {
            others().map(|to| tab(to, format!("{}&from={to}", place(id, language, Some(to))), false)).collect()
        } else {
            Vec::new()
        },
        good,
        findings,
    })
}

/// `GET /making/{draft}?in=nl&beside=en`
pub(super) async fn show(
    visit: Visit,
    At(id): At<DraftId>,
    Extension(library): Extension<Library>,
) -> Result<Response, Problem> {
    let draft = find(&visit, id).await?;
    let asked = Asked::of(&visit.query, &draft, visit.scope.language);
    let shown = page(&visit, &library, &draft, &asked, None)?;
    let news = [
        ("kept", "programmes-making-kept"),
        ("imported", "programmes-making-imported"),
        ("left-out", "programmes-making-left-out"),
    ];
    draw(&EditorPage { page: with_news(shown.page, &visit, &news), ..shown })
}

/// `POST /making/{draft}`: keeps the text of a language; `fragment` asks for what is to be said of it and how it looks, alone.
pub(super) async fn keep(
    visit: Visit,
    At(id): At<DraftId>,
    Extension(library): Extension<Library>,
    fields: Fields,
) -> Result<Response, Problem> {
    let grant = author(&visit)?;
    let draft = find(&visit, id).await?;
    let asked = Asked::of(&fields, &draft, visit.scope.language);
    // Forms end their lines as mails do.
    let text = fields.get("text").replace("\r\n", "\n");
    if text.len() > MOST_SIGNS {
        let mut shown = page(&visit, &library, &draft, &asked, Some(&text))?;
        shown.faults.add("text", visit.voice().say1("programmes-making-too-long", "most", MOST_SIGNS));
        return draw_faulty(&shown);
    }
    let edition: i64 = fields.get("edition").parse().unwrap_or_default();
    let (asker, language, typed) = (visit.clone(), asked.language, text.clone());
    let write = move |work: &mut Work<'_>| {
        let draft = drafts::find(&asker.scope, work, id)?.ok_or(Failure::Absent)?;
        Ok::<_, Failure>(drafts::keep(&asker.scope, work, &grant, &draft, (language, &typed, edition))?)
    };
    let kept = visit.site.store.write(&visit.scope, write).await?;
    let fragment = fields.has("fragment");
    match (kept, fragment) {
        (Some(edition), true) => {
            let (found, _) = findings::of(&visit, &library, &find(&visit, id).await?, language)?;
            Ok(([("x-edition", edition.to_string())], Html(found.to_string())).into_response())
        }
        (Some(_), false) => Ok(see_other(&format!("{}&done=kept#findings", place(id, language, asked.beside)))),
        (None, true) => Err(Problem::Conflict),
        (None, false) => overtaken(&visit, &library, id, &asked, &text).await,
    }
}

/// Both are shown: what was typed, and what a colleague kept. What is kept next takes the place of theirs, knowingly.
async fn overtaken(
    visit: &Visit,
    library: &Library,
    id: DraftId,
    asked: &Asked,
    text: &str,
) -> Result<Response, Problem> {
    let draft = find(visit, id).await?;
    let mut shown = page(visit, library, &draft, asked, Some(text))?;
    shown.faults.add("text", visit.voice().say("programmes-making-overtaken"));
    shown.theirs = Some(draft.texts.get(&asked.language).map(|(text, _)| text.clone()).unwrap_or_default());
    draw_faulty(&shown)
}
