//! What those who write programmes see and do, and how people in the middle of one come into a newer version.

mod editor;
mod exchange;
mod files;
mod findings;
mod moving;
mod overview;
mod preview;
mod publication;

use access::{Grant, Resource};
use http::Problem;
use organisation::{Desk as _, Doors, Visit, pages::Failure};
use store::Reader;
use ui::Page;

use crate::{
    actions::{ENROLMENT_LIST, PROGRAMME_PUBLISH},
    model::{Draft, DraftId},
    routes,
    store::drafts,
};

pub(super) use moving::go_on;

/// Where authors begin.
const PATH: &str = "/making";

/// Binds these routes.
pub(super) fn doors(doors: Doors) -> Doors {
    doors
        .on(&routes::MAKING, overview::show)
        .on(&routes::DRAFT_BEGIN, overview::begin)
        .on(&routes::IMPORT_FORM, exchange::form)
        .on_upload(&routes::IMPORT, exchange::MOST, exchange::import)
        .on(&routes::EXPORT, exchange::export)
        .on(&routes::DRAFT, editor::show)
        .on_upload(&routes::DRAFT_KEEP, editor::MOST_SENT, editor::keep)
        .on(&routes::DRAFT_REMOVE_FORM, overview::removal)
        .on(&routes::DRAFT_REMOVE, overview::remove)
        .on(&routes::DRAFT_FILES, files::list)
        .on_upload(&routes::DRAFT_FILE_ADD, files::MOST_SENT, files::add)
        .on(&routes::DRAFT_FILE, files::show)
        .on(&routes::DRAFT_FILE_REMOVE, files::remove)
        .on(&routes::PUBLICATION_FORM, publication::form)
        .on(&routes::PUBLICATION, publication::publish)
        .on(&routes::NEWER, moving::show)
        .on(&routes::NEWER_CHOOSE, moving::choose)
}

/// Whether the visitor writes programmes.
fn author(visit: &Visit) -> Result<Grant, Problem> {
    visit.decide(&PROGRAMME_PUBLISH, &Resource::organisation())
}

/// A draft, for an author.
async fn find(visit: &Visit, id: DraftId) -> Result<Draft, Problem> {
    author(visit)?;
    let asker = visit.clone();
    let read = move |reader: &mut Reader<'_>| drafts::find(&asker.scope, reader, id)?.ok_or(Failure::Absent);
    Ok(visit.site.store.read(&visit.scope, read).await?)
}

/// Where a draft is written.
fn path(id: DraftId) -> String {
    format!("{PATH}/{id}")
}

/// A page for authors, below who follows what for whoever sees that.
fn page(visit: &Visit, title: String) -> Page {
    let page = visit.page(title);
    if !visit.may(&ENROLMENT_LIST, &Resource::organisation()) {
        return page;
    }
    let up = page.say("programmes-enrolments-title");
    page.crumb(routes::ENROLMENTS.path, up)
}

/// A page of a draft, with the way back to it.
fn page_of(visit: &Visit, draft: &Draft, word: &str) -> Page {
    let page = page(visit, visit.voice().say(word));
    let up = page.say("programmes-making-title");
    let name = findings::title(draft).unwrap_or_else(|| page.say("programmes-making-untitled"));
    page.crumb(PATH, up).crumb(path(draft.id), name)
}
