//! Everything that was brought along, the form for more, and the removal of all.

use access::Resource;
use askama::Template;
use http::{
    At, Problem,
    axum::{http::StatusCode, response::Response},
    see_other,
};
use keeper::import::{MOST_ENTRIES, MOST_MIB, MOST_UNPACKED_MIB};
use kernel::{Uuid, id::Id as _, page::Seal};
use organisation::{Desk as _, Visit};
use store::FileId;
use ui::Page;

use super::{Failure, draw, draw_again, me, moment, origin, seal, text, title, unread, with_news};
use crate::{
    actions::{BROUGHT_BRING, BROUGHT_REMOVE, BROUGHT_SEE},
    model::{Heading, Part},
    shelf,
};

/// What was just done, in words.
const NEWS: [(&str, &str); 3] =
    [("kept", "moving-kept"), ("removed", "moving-removed"), ("removed-all", "moving-removed-all")];

#[derive(Template)]
#[template(path = "moving/overview.html")]
pub(super) struct OverviewPage {
    page: Page,
    faults: ui::Faults,
    archives: Vec<Archive>,
    may_bring: bool,
    seal: Seal,
    most_bytes: u64,
    /// What may be brought along at once, in a sentence.
    limits: String,
}

/// What came in one upload.
struct Archive {
    id: FileId,
    /// "Brought along on …".
    brought: String,
    origins: Vec<Origin>,
}

/// What was taken along in one place.
struct Origin {
    /// Where, by which statement and when.
    said: String,
    parts: Vec<PartLine>,
}

struct PartLine {
    title: String,
    path: String,
    /// "12 entries, 2 files".
    holds: String,
}

impl Archive {
    fn add(&mut self, said: String, line: PartLine) {
        match self.origins.iter_mut().find(|origin| origin.said == said) {
            Some(origin) => origin.parts.push(line),
            None => self.origins.push(Origin { said, parts: vec![line] }),
        }
    }
}

/// `GET /my-data/brought-along`
pub(super) async fn show(visit: Visit) -> Result<Response, Problem> {
    draw(&page(&visit, ui::Faults::none()).await?)
}

/// `GET /my-data/brought-along/{holder}`: the bundle of *My data*.
pub(super) async fn bundle(visit: Visit, At(holder): At<Uuid>) -> Result<Response, Problem> {
    if me(&visit)?.uuid() != holder {
        return Err(Problem::NotFound);
    }
    show(visit).await
}

/// The page with what was wrong with an archive.
pub(super) async fn again(visit: &Visit, fault: String, status: StatusCode) -> Result<Response, Problem> {
    let faults = ui::Faults(vec![ui::Fault { field: "archive".to_owned(), text: fault }]);
    draw_again(&page(visit, faults).await?, status)
}

async fn page(visit: &Visit, faults: ui::Faults) -> Result<OverviewPage, Problem> {
    let me = me(visit)?;
    let about = Resource::person(me);
    let grant = visit.decide(&BROUGHT_SEE, &about)?;
    let opener = visit.opener(&grant);
    let parts: Vec<Part> =
        visit.site.store.read(&visit.scope, move |reader| shelf::parts(reader, me)).await.map_err(Failure::from)?;
    let voice = visit.voice();
    let mut archives: Vec<Archive> = Vec::new();
    for part in &parts {
        let heading: Heading =
            serde_json::from_str(&text(&opener, &part.heading).map_err(Failure::from)?).map_err(unread)?;
        let line = PartLine {
            title: title(visit, &voice, &heading.items),
            path: format!("/my-data/brought-along/parts/{}", part.id),
            holds: voice.say2("moving-holds", "entries", part.entries, "files", part.files),
        };
        if archives.last().is_none_or(|archive| archive.id != part.archive) {
            let brought = voice.say1("moving-brought-on", "moment", moment(visit, &voice, part.brought_at));
            archives.push(Archive { id: part.archive, brought, origins: Vec::new() });
        }
        if let Some(archive) = archives.last_mut() {
            archive.add(origin(visit, &voice, &heading.source), line);
        }
    }
    let limits = [("most", MOST_MIB), ("unpacked", MOST_UNPACKED_MIB as usize), ("entries", MOST_ENTRIES)];
    let limits = voice.say_with("moving-limits", limits.map(|(name, most)| (name, most.into())));
    let page = visit.page(voice.say("moving-title")).crumb("/my-data", voice.say("moving-my-data"));
    Ok(OverviewPage {
        page: with_news(page, visit, &NEWS),
        faults,
        archives,
        may_bring: visit.may(&BROUGHT_BRING, &about),
        seal: seal(visit, me),
        most_bytes: (MOST_MIB * 1024 * 1024) as u64,
        limits,
    })
}

/// `POST /my-data/brought-along/removal`
pub(super) async fn remove(visit: Visit) -> Result<Response, Problem> {
    let me = me(&visit)?;
    let grant = visit.decide(&BROUGHT_REMOVE, &Resource::person(me))?;
    let store = &visit.site.store;
    let gone = store.write(&visit.scope, move |work| shelf::remove_all(work, &grant, me));
    let gone = gone.await.map_err(Failure::from)?;
    store.files().remove(&gone).await.map_err(Failure::from)?;
    Ok(see_other("/my-data/brought-along?done=removed-all"))
}
