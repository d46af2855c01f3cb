//! Bringing along: an archive is read and shown before anything of it is kept, and kept as a whole or not at all.

use access::{Grant, Resource};
use askama::Template;
use http::{
    Fields, Problem, Unarrived, Upload,
    axum::{http::StatusCode, response::Response},
    see_other,
};
use keeper::import::{Archive, Brought, MOST_ENTRIES, MOST_MIB, MOST_UNPACKED_MIB, Unfit};
use kernel::{PersonId, page::Seal, words::Voice};
use organisation::{Desk as _, Visit};
use store::{FileId, StoreError};
use tokio::{runtime::Handle, task::spawn_blocking};
use ui::Page;

use super::{Failure, draw, me, origin, overview::again, seal, title, unread};
use crate::{
    actions::BROUGHT_BRING,
    model::{Heading, NewEntry, NewFile, NewPart, file_cell, upload_cell},
    shelf,
};

#[derive(Template)]
#[template(path = "moving/preview.html")]
struct PreviewPage {
    page: Page,
    /// Where it was taken along.
    origin: String,
    /// Whose it says it is; empty when it does not say so.
    whose: String,
    parts: Vec<PartLine>,
    /// What is passed over, and why.
    passed: Vec<String>,
    upload: FileId,
    seal: Seal,
}

struct PartLine {
    title: String,
    /// Where it was taken along, when that was elsewhere.
    elsewhere: String,
    entries: usize,
    files: usize,
}

/// `POST /my-data/brought-along`: reads the archive to its end. Only a whole and good one is put down, sealed and without
/// a row, to wait for the person's word.
pub(super) async fn preview(visit: Visit, upload: Result<Upload, Unarrived>) -> Result<Response, Problem> {
    let me = me(&visit)?;
    let grant = visit.decide(&BROUGHT_BRING, &Resource::person(me))?;
    let voice = visit.voice();
    let upload = match upload {
        Ok(upload) => upload,
        Err(Unarrived::TooLarge { .. }) => {
            let fault = said(&voice, &Unfit::TooHeavy);
            return again(&visit, fault, StatusCode::PAYLOAD_TOO_LARGE).await;
        }
        Err(Unarrived::Unscanned { word, .. }) => {
            return again(&visit, voice.say(word), StatusCode::UNPROCESSABLE_ENTITY).await;
        }
        Err(unarrived) => return Err(unarrived.into()),
    };
    let Some(file) = upload.files.into_iter().find(|file| file.field == "archive") else {
        return again(&visit, voice.say("form-file-missing"), StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (bytes, read) = blocking(move || {
        let read = Archive::open(&file.bytes).and_then(|archive| archive.brought());
        (file.bytes, read)
    })
    .await?;
    let fault = match read {
        Ok(brought) if brought.entries() > 0 => {
            let files = visit.site.store.files();
            let stored = files.put(&visit.scope, &grant, &upload_cell(me), bytes).await.map_err(Failure::from)?;
            return draw(&preview_page(&visit, me, &brought, stored.id()));
        }
        Ok(_) => voice.say("moving-fault-empty"),
        Err(unfit) => said(&voice, &unfit),
    };
    again(&visit, fault, StatusCode::UNPROCESSABLE_ENTITY).await
}

fn preview_page(visit: &Visit, me: PersonId, brought: &Brought, upload: FileId) -> PreviewPage {
    let voice = visit.voice();
    let parts = brought.parts.iter().map(|part| PartLine {
        title: title(visit, &voice, &part.items),
        elsewhere: if part.source == brought.source { String::new() } else { origin(visit, &voice, &part.source) },
        entries: part.entries.len(),
        files: part.entries.iter().filter(|entry| entry.file.is_some()).count(),
    });
    let passed = [("moving-passed-hidden", brought.hidden), ("moving-passed-gone", brought.gone)];
    let passed = passed.into_iter().filter(|(_, count)| *count > 0);
    let page = visit.page(voice.say("moving-preview-title"));
    PreviewPage {
        page: page
            .crumb("/my-data", voice.say("moving-my-data"))
            .crumb("/my-data/brought-along", voice.say("moving-title")),
        origin: origin(visit, &voice, &brought.source),
        whose: brought.whose.clone().unwrap_or_default(),
        parts: parts.collect(),
        passed: passed.map(|(word, count)| voice.say1(word, "count", count)).collect(),
        upload,
        seal: seal(visit, me),
    }
}

/// What is wrong with an archive: what, where, and what to do.
fn said(voice: &Voice, unfit: &Unfit) -> String {
    let (word, place) = match unfit {
        Unfit::NotZip => ("moving-fault-not-zip", ""),
        Unfit::Damaged => ("moving-fault-damaged", ""),
        Unfit::Foreign(place) => ("moving-fault-foreign", place.as_str()),
        Unfit::Path(place) => ("moving-fault-path", place.as_str()),
        Unfit::Twice => ("moving-fault-twice", ""),
        Unfit::Locked(place) => ("moving-fault-locked", place.as_str()),
        Unfit::Checksum(place) => ("moving-fault-checksum", place.as_str()),
        Unfit::TooHeavy => return voice.say1("moving-fault-large", "most", MOST_MIB),
        Unfit::TooLarge(place) => {
            return voice.say2("moving-fault-unpacked", "place", place.as_str(), "most", MOST_UNPACKED_MIB as usize);
        }
        Unfit::TooMany => return voice.say1("moving-fault-many", "most", MOST_ENTRIES),
        Unfit::Version(place) => ("moving-fault-version", place.as_str()),
        Unfit::Form(place) => ("moving-fault-form", place.as_str()),
        Unfit::Absent(place) => ("moving-fault-absent", place.as_str()),
        Unfit::NotOnce(place) => ("moving-fault-not-once", place.as_str()),
    };
    voice.say1(word, "place", place)
}

/// `POST /my-data/brought-along/keeping`: files first, then everything else in one unit of work. What is left of one that
/// failed in between has no row, and goes.
pub(super) async fn keep(visit: Visit, typed: Fields) -> Result<Response, Problem> {
    let me = me(&visit)?;
    let grant = visit.decide(&BROUGHT_BRING, &Resource::person(me))?;
    let upload: FileId = typed.get("archive").parse().map_err(|_| Problem::NotFound)?;
    let files = visit.site.store.files();
    let opener = visit.opener(&grant);
    let bytes = match files.open(&opener, &upload_cell(me), upload, None).await {
        Ok(bytes) => bytes,
        // It waited too long, or was kept a moment ago, by a second click.
        Err(StoreError::Gone | StoreError::Tampered) => {
            return again(&visit, visit.voice().say("moving-fault-late"), StatusCode::CONFLICT).await;
        }
        Err(error) => return Err(Failure::from(error).into()),
    };
    let (grant, parts) = lay_down(&visit, me, grant, bytes).await?;
    let kept = visit.site.store.write(&visit.scope, move |work| shelf::keep(work, &grant, me, upload, &parts));
    kept.await.map_err(Failure::from)?;
    files.remove(&[upload]).await.map_err(Failure::from)?;
    Ok(see_other("/my-data/brought-along?done=kept"))
}

/// Puts the files of an archive down, one after the other, and gives what the unit of work will keep.
async fn lay_down(visit: &Visit, me: PersonId, grant: Grant, bytes: Vec<u8>) -> Result<(Grant, Vec<NewPart>), Problem> {
    let (store, scope, here) = (visit.site.store.clone(), visit.scope.clone(), Handle::current());
    let laid = blocking(move || {
        let mut archive = Archive::open(&bytes).map_err(unread)?;
        let mut parts = Vec::new();
        for part in archive.brought().map_err(unread)?.parts {
            let heading = serde_json::to_string(&Heading { source: part.source, items: part.items }).map_err(unread)?;
            let mut entries = Vec::with_capacity(part.entries.len());
            for entry in part.entries {
                let file = match entry.file {
                    None => None,
                    Some(file) => {
                        let bytes = archive.file(&file.path).map_err(unread)?;
                        let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
                        let stored = here.block_on(store.files().put(&scope, &grant, &file_cell(me), bytes))?;
                        Some(NewFile { stored, size, name: file.name })
                    }
                };
                entries.push(NewEntry { body: serde_json::to_string(&entry.carried).map_err(unread)?, file });
            }
            parts.push(NewPart { heading, entries });
        }
        Ok::<_, Failure>((grant, parts))
    });
    Ok(laid.await??)
}

/// Work that takes the processor for longer than a moment, beside the server's own threads.
async fn blocking<T: Send + 'static>(run: impl FnOnce() -> T + Send + 'static) -> Result<T, Problem> {
    spawn_blocking(run).await.map_err(Problem::internal)
}
