//! All programmes with their versions, and what is being written.

use std::collections::BTreeMap;

use askama::Template;
use http::{
    At, Fields, Problem,
    axum::{Extension, response::Response},
    see_other,
};
use kernel::Language;
use organisation::{
    Desk as _, Visit,
    pages::{Failure, day, draw, moment, with_news},
};
use programme::Texts;
use store::{Reader, Work};
use ui::{Line, Page};

use super::{PATH, author, find, findings, page_of, path};
use crate::{
    library::Library,
    model::{DraftId, VersionId},
    shipped,
    store::{drafts, versions},
};

/// What a new programme begins as.
fn first(language: Language) -> Texts {
    let text = match language {
        Language::En => include_str!("../../../first/en.md"),
        Language::Nl => include_str!("../../../first/nl.md"),
        Language::Sv => include_str!("../../../first/sv.md"),
    };
    [(language, text.to_owned())].into()
}

#[derive(Template)]
#[template(path = "programmes/making-overview.html")]
struct OverviewPage {
    page: Page,
    drafts: Vec<DraftView>,
    programmes: Vec<ProgrammeView>,
    /// Whether the programme that is part of the program can be begun from: nobody has published it yet.
    offers_shipped: bool,
}

struct DraftView {
    path: String,
    title: String,
    changed: String,
}

struct ProgrammeView {
    title: String,
    name: String,
    versions: Vec<VersionView>,
}

struct VersionView {
    id: String,
    said: String,
    file: String,
    is_newest: bool,
}

/// `GET /making`
pub(super) async fn show(visit: Visit, Extension(library): Extension<Library>) -> Result<Response, Problem> {
    author(&visit)?;
    let asker = visit.clone();
    let (listed, titles, begun) = visit
        .site
        .store
        .read(&visit.scope, move |reader: &mut Reader<'_>| {
            let scope = &asker.scope;
            let listed = versions::list(scope, reader)?;
            let mut titles = BTreeMap::new();
            for version in &listed {
                if !titles.contains_key(&version.programme) {
                    let volume = library.find(scope, reader, version.id)?;
                    let title = volume.map(|volume| volume.programme.edition(scope.language).title.clone());
                    titles.insert(version.programme.clone(), title.unwrap_or_default());
                }
            }
            Ok::<_, Failure>((listed, titles, drafts::list(scope, reader)?))
        })
        .await?;
    let voice = visit.voice();
    let mut programmes: Vec<ProgrammeView> = Vec::new();
    for version in listed {
        let is_newest = programmes.last().is_none_or(|programme| programme.name != version.programme);
        if is_newest {
            let title = titles.get(&version.programme).cloned().unwrap_or_default();
            programmes.push(ProgrammeView { title, name: version.programme, versions: Vec::new() });
        }
        let date = day(&visit, &voice, version.published);
        let view = VersionView {
            id: version.id.to_string(),
            said: voice.say2("programmes-making-version", "number", version.number, "date", date),
            file: format!("{PATH}/versions/{}/file", version.id),
            is_newest,
        };
        if let Some(programme) = programmes.last_mut() {
            programme.versions.push(view);
        }
    }
    let begun = begun.into_iter().map(|(id, changed, text)| DraftView {
        path: path(id),
        title: text
            .and_then(|text| findings::title_of(&text))
            .unwrap_or_else(|| voice.say("programmes-making-untitled")),
        changed: voice.say1("programmes-making-changed", "at", moment(&visit, &voice, changed)),
    });
    let news = [("removed", "programmes-making-removed"), ("published", "programmes-making-published")];
    draw(&OverviewPage {
        page: with_news(super::page(&visit, voice.say("programmes-making-title")), &visit, &news),
        drafts: begun.collect(),
        offers_shipped: !programmes.iter().any(|known| known.name == shipped::NAME),
        programmes,
    })
}

/// `POST /making`: a new draft, from nothing, from the programme that is part of the program, or from a version.
pub(super) async fn begin(visit: Visit, fields: Fields) -> Result<Response, Problem> {
    let grant = author(&visit)?;
    let (from, asker) = (fields.get("from").to_owned(), visit.clone());
    let write = move |work: &mut Work<'_>| {
        let scope = &asker.scope;
        let (texts, files) = match from.as_str() {
            "" => (first(scope.language), BTreeMap::new()),
            "shipped" => {
                let shipped = shipped::sleeping_better().map_err(|_| Failure::Absent)?;
                let files = shipped.files().map(|(name, _, bytes)| (name.to_owned(), bytes.to_vec())).collect();
                (shipped.texts().clone(), files)
            }
            version => {
                let id: VersionId = version.parse().map_err(|_| Failure::Absent)?;
                let version = versions::find(scope, work, id)?.ok_or(Failure::Absent)?;
                (version.texts, versions::files(scope, work, &grant, id)?)
            }
        };
        Ok::<_, Failure>(drafts::begin(scope, work, &grant, &texts, &files)?)
    };
    let id = visit.site.store.write(&visit.scope, write).await?;
    Ok(see_other(&path(id)))
}

#[derive(Template)]
#[template(path = "programmes/making-removal.html")]
struct RemovalPage {
    page: Page,
    path: String,
    goes: Vec<Line>,
    stays: Vec<Line>,
}

/// `GET /making/{draft}/removal`
pub(super) async fn removal(visit: Visit, At(id): At<DraftId>) -> Result<Response, Problem> {
    let draft = find(&visit, id).await?;
    let voice = visit.voice();
    let line = |word: &str| Line { what: voice.say(word), detail: String::new() };
    draw(&RemovalPage {
        page: page_of(&visit, &draft, "programmes-making-remove-title"),
        path: path(id),
        goes: vec![line("programmes-making-remove-goes")],
        stays: vec![line("programmes-making-remove-stays")],
    })
}

/// `POST /making/{draft}/removal`
pub(super) async fn remove(visit: Visit, At(id): At<DraftId>) -> Result<Response, Problem> {
    let (grant, asker) = (author(&visit)?, visit.clone());
    let write = move |work: &mut Work<'_>| {
        drafts::find(&asker.scope, work, id)?.ok_or(Failure::Absent)?;
        Ok::<_, Failure>(drafts::remove(&asker.scope, work, &grant, id)?)
    };
    visit.site.store.write(&visit.scope, write).await?;
    Ok(see_other("/making?done=removed"))
}
