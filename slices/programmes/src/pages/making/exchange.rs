//! A programme as one file, in and out.

use askama::Template;
use http::{At, Problem, Unarrived, Upload, axum::response::Response, download, see_other};
use organisation::{
    Desk as _, Visit,
    pages::{Failure, draw, draw_faulty},
};
use programme::{Finding, MOST_MIB, Package};
use store::{Reader, Work};
use ui::Page;

use super::{PATH, author, findings::Found, path};
use crate::{
    model::VersionId,
    store::{drafts, versions},
};

/// The most that may be sent, in bytes: the largest file, and the form around it.
pub(super) const MOST: usize = MOST_MIB * 1024 * 1024 + 64 * 1024;

#[derive(Template)]
#[template(path = "programmes/making-import.html")]
struct ImportPage {
    page: Page,
    faults: ui::Faults,
    found: Vec<Found>,
    most: u64,
}

fn page(visit: &Visit) -> ImportPage {
    let voice = visit.voice();
    let page = super::page(visit, voice.say("programmes-import-title"));
    ImportPage {
        page: page.crumb(PATH, voice.say("programmes-making-title")),
        faults: ui::Faults::none(),
        found: Vec::new(),
        most: MOST_MIB as u64 * 1024 * 1024,
    }
}

/// `GET /making/import`
pub(super) async fn form(visit: Visit) -> Result<Response, Problem> {
    author(&visit)?;
    draw(&page(&visit))
}

/// `POST /making/import`: a draft comes of a sound file, and nothing of one with faults.
pub(super) async fn import(visit: Visit, upload: Result<Upload, Unarrived>) -> Result<Response, Problem> {
    let grant = author(&visit)?;
    let refuse = |word: &str, found: Vec<Found>| {
        let mut shown = page(&visit);
        shown.faults.add("file", visit.voice().say1(word, "count", found.len()));
        draw_faulty(&ImportPage { found, ..shown })
    };
    let mut upload = match upload {
        Ok(upload) => upload,
        Err(Unarrived::TooLarge { .. }) => return refuse("programmes-import-too-large", Vec::new()),
        Err(unreadable) => return Err(unreadable.into()),
    };
    let Some(file) = upload.files.pop().filter(|file| file.field == "file") else {
        return refuse("programmes-import-none", Vec::new());
    };
    let (package, notes) = match Package::read(&file.bytes) {
        Ok(sound) => sound,
        Err(findings) => {
            let found = |finding: &Finding| Found::of(&visit, finding, true);
            return refuse("programmes-import-faults", findings.iter().map(found).collect());
        }
    };
    let asker = visit.clone();
    let write = move |work: &mut Work<'_>| {
        let files = package.files().map(|(name, _, bytes)| (name.to_owned(), bytes.to_vec())).collect();
        Ok::<_, Failure>(drafts::begin(&asker.scope, work, &grant, package.texts(), &files)?)
    };
    let id = visit.site.store.write(&visit.scope, write).await?;
    let done = if notes.is_empty() { "imported" } else { "left-out" };
    Ok(see_other(&format!("{}?done={done}", path(id))))
}

/// `GET /making/versions/{version}/file`
pub(super) async fn export(visit: Visit, At(id): At<VersionId>) -> Result<Response, Problem> {
    let (grant, asker) = (author(&visit)?, visit.clone());
    let read = move |reader: &mut Reader<'_>| {
        let version = versions::find(&asker.scope, reader, id)?.ok_or(Failure::Absent)?;
        let files = versions::files(&asker.scope, reader, &grant, id)?;
        Ok::<_, Failure>((version, files))
    };
    let (version, files) = visit.site.store.read(&visit.scope, read).await?;
    let name = format!("{}-{}.zip", version.programme, version.number);
    let bytes = Package::archive(&version.texts, &files).map_err(Problem::internal)?;
    download(bytes, "application/zip", &name)
}
