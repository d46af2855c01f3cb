//! The pictures and sounds of a draft.

use askama::Template;
use http::{At, Problem, Unarrived, Upload, axum::response::Response, download, see_other};
use organisation::{
    Desk as _, Visit,
    pages::{Failure, draw, draw_faulty, with_news},
};
use programme::{MOST_MIB, MOST_UNPACKED_MIB, file_fault, file_markdown, file_name, media_type};
use store::{Reader, Work};
use ui::Page;

use super::{author, find, findings::Found, page_of, path};
use crate::{
    model::{Draft, DraftId},
    store::{drafts, versions::PIECE},
};

/// The most that may be sent at once, in bytes.
const MOST: usize = MOST_MIB * 1024 * 1024;
/// And with the form around it.
pub(super) const MOST_SENT: usize = MOST + 64 * 1024;

#[derive(Template)]
#[template(path = "programmes/making-files.html")]
struct FilesPage {
    page: Page,
    faults: ui::Faults,
    found: Vec<Found>,
    path: String,
    files: Vec<FileView>,
    most: u64,
}

struct FileView {
    name: String,
    path: String,
    markdown: String,
    is_picture: bool,
}

/// Where a file of a draft is fetched.
pub(super) fn address(id: DraftId, file: &str) -> String {
    format!("{}/files/{}", path(id), file.trim_start_matches("media/"))
}

fn page(visit: &Visit, draft: &Draft) -> FilesPage {
    let files = draft.files.keys().map(|name| FileView {
        name: name.clone(),
        path: address(draft.id, name),
        markdown: file_markdown(name),
        is_picture: media_type(name).is_some_and(|kind| kind.starts_with("image/")),
    });
    let news = [("kept", "programmes-files-kept"), ("removed", "programmes-files-removed")];
    FilesPage {
        page: with_news(page_of(visit, draft, "programmes-files-title"), visit, &news),
        faults: ui::Faults::none(),
        found: Vec::new(),
        path: path(draft.id),
        files: files.collect(),
        most: MOST as u64,
    }
}

/// `GET /making/{draft}/files`
pub(super) async fn list(visit: Visit, At(id): At<DraftId>) -> Result<Response, Problem> {
    draw(&page(&visit, &find(&visit, id).await?))
}

/// `POST /making/{draft}/files`: all that were chosen, or none.
pub(super) async fn add(
    visit: Visit,
    At(id): At<DraftId>,
    upload: Result<Upload, Unarrived>,
) -> Result<Response, Problem> {
    let (grant, draft) = (author(&visit)?, find(&visit, id).await?);
    let refuse = |word: &str, found: Vec<Found>| {
        let mut shown = page(&visit, &draft);
        shown.faults.add("file", visit.voice().say1(word, "most", MOST_UNPACKED_MIB));
        draw_faulty(&FilesPage { found, ..shown })
    };
    let upload = match upload {
        Ok(upload) => upload,
        Err(Unarrived::TooLarge { .. }) => return refuse("programmes-files-too-large", Vec::new()),
        Err(unreadable) => return Err(unreadable.into()),
    };
    let sent: Vec<_> = upload.files.into_iter().map(|file| (file_name(&file.name), file.bytes)).collect();
    if sent.is_empty() {
        return refuse("programmes-files-none", Vec::new());
    }
    let faults = sent.iter().filter_map(|(name, bytes)| file_fault(name, bytes));
    let found: Vec<_> =
        faults.map(|fault| Found::of(&visit, &programme::Finding { text: None, fault }, false)).collect();
    if !found.is_empty() {
        return refuse("programmes-files-faulty", found);
    }
    let pieces: i64 = draft.files.values().sum();
    let held = usize::try_from(pieces).unwrap_or(usize::MAX).saturating_mul(PIECE);
    let most = usize::try_from(MOST_UNPACKED_MIB).unwrap_or(usize::MAX).saturating_mul(1024 * 1024);
    if sent.iter().fold(held, |sum, (_, bytes)| sum.saturating_add(bytes.len())) > most {
        return refuse("programmes-files-full", Vec::new());
    }
    let asker = visit.clone();
    let write = move |work: &mut Work<'_>| {
        drafts::find(&asker.scope, work, id)?.ok_or(Failure::Absent)?;
        for (name, bytes) in &sent {
            drafts::put_file(&asker.scope, work, &grant, id, name, bytes)?;
        }
        Ok::<_, Failure>(())
    };
    visit.site.store.write(&visit.scope, write).await?;
    Ok(see_other(&format!("{}/files?done=kept", path(id))))
}

/// `GET /making/{draft}/files/{file}`
pub(super) async fn show(visit: Visit, At((id, file)): At<(DraftId, String)>) -> Result<Response, Problem> {
    let (grant, asker) = (author(&visit)?, visit.clone());
    let name = format!("media/{file}");
    let wanted = name.clone();
    let read =
        move |reader: &mut Reader<'_>| drafts::file(&asker.scope, reader, &grant, id, &wanted)?.ok_or(Failure::Absent);
    let bytes = visit.site.store.read(&visit.scope, read).await?;
    download(bytes, media_type(&name).ok_or(Problem::NotFound)?, &file)
}

/// `POST /making/{draft}/files/{file}/removal`
pub(super) async fn remove(visit: Visit, At((id, file)): At<(DraftId, String)>) -> Result<Response, Problem> {
    let (grant, asker) = (author(&visit)?, visit.clone());
    let write = move |work: &mut Work<'_>| {
        drafts::find(&asker.scope, work, id)?.ok_or(Failure::Absent)?;
        Ok::<_, Failure>(drafts::remove_file(&asker.scope, work, &grant, id, &format!("media/{file}"))?)
    };
    visit.site.store.write(&visit.scope, write).await?;
    Ok(see_other(&format!("{}/files?done=removed", path(id))))
}
