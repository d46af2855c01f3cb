//! One's own view beside a note that the other shared: what is wrong is not changed, but answered (GDPR Art. 16).

use askama::Template;
use http::axum::response::Response;
use http::{At, Form, Problem, see_other};
use kernel::page::Seal;
use organisation::{Desk as _, Visit, notify};
use ui::Page;

use super::{
    Failure, draw, draw_faulty,
    room::{Frame, Place, Room, path, text},
    said,
};
use crate::{
    actions::NOTE_VIEW_WRITE,
    forms::{LONGEST_TEXT, TextForm},
    inventory::MAIL_VIEW,
    model::{SharedNoteId, TrajectoryId},
    store::notes,
};

#[derive(Template)]
#[template(path = "coaching/view.html")]
struct ViewPage {
    page: Page,
    frame: Frame,
    /// The note.
    note: String,
    path: String,
    seal: Seal,
    faults: ui::Faults,
    typed: String,
    /// Whether there is one to remove.
    is_there: bool,
    most_text: usize,
}

/// `GET /trajectories/{trajectory}/notes/{note}/view`
pub(super) async fn form(visit: Visit, At((id, note)): At<(TrajectoryId, SharedNoteId)>) -> Result<Response, Problem> {
    draw(&compose(&visit, id, note, None).await?)
}

async fn compose(
    visit: &Visit,
    id: TrajectoryId,
    note: SharedNoteId,
    sent: Option<(String, http::Faults)>,
) -> Result<ViewPage, Problem> {
    let asker = visit.clone();
    let (trajectory, names, written, view) = visit
        .site
        .store
        .glance(&visit.scope, move |reader| {
            let room = Room::enter(&asker, reader, id, &NOTE_VIEW_WRITE)?;
            let (opener, names) = room.open(&asker, reader)?;
            let note = notes::find_others_note(&asker.scope, reader, &room.trajectory, note)?.ok_or(Failure::Absent)?;
            let view = note.view.as_ref().map(|view| text(&opener, &view.body)).transpose()?;
            Ok::<_, Failure>((room.trajectory, names, text(&opener, &note.body)?, view))
        })
        .await?;
    let frame = Frame::new(visit, trajectory, names, Place::Notes)?;
    let voice = visit.voice();
    let is_there = view.is_some();
    let (typed, faults) = sent.unwrap_or((view.unwrap_or_default(), http::Faults::none()));
    let up = voice.say1("coaching-notes-title", "name", &frame.other);
    Ok(ViewPage {
        page: frame.page(visit, voice.say("coaching-view-title"), &[]).crumb(frame.path("/notes"), up),
        note: written,
        path: frame.path(&format!("/notes/{note}/view")),
        seal: frame.seal(visit, "note-view.body"),
        faults: said(&faults, &voice),
        typed,
        is_there,
        most_text: LONGEST_TEXT,
        frame,
    })
}

/// `POST /trajectories/{trajectory}/notes/{note}/view`: the note's author is told that something was added.
pub(super) async fn keep(
    visit: Visit,
    At((id, note)): At<(TrajectoryId, SharedNoteId)>,
    form: Form<TextForm>,
) -> Result<Response, Problem> {
    let kept = match form.checked {
        Ok(kept) => kept,
        Err(faults) => {
            let sent = Some((form.typed.get("text").to_owned(), faults));
            let page = compose(&visit, id, note, sent).await?;
            return draw_faulty(&page);
        }
    };
    Room::write(&visit, id, &NOTE_VIEW_WRITE, move |asker, work, Room { trajectory, grant }| {
        let note = notes::find_others_note(&asker.scope, work, &trajectory, note)?.ok_or(Failure::Absent)?;
        notes::keep_view(&asker.scope, work, &grant, &trajectory, &note, &kept.text)?;
        notify(work, note.author, MAIL_VIEW, &path(id, "/notes"))?;
        Ok::<_, Failure>(())
    })
    .await?;
    Ok(see_other(&path(id, "/notes?done=view-kept")))
}

/// `POST /trajectories/{trajectory}/notes/{note}/view/removal`
pub(super) async fn remove(
    visit: Visit,
    At((id, note)): At<(TrajectoryId, SharedNoteId)>,
) -> Result<Response, Problem> {
    Room::write(&visit, id, &NOTE_VIEW_WRITE, move |asker, work, Room { trajectory, grant }| {
        notes::remove_view(&asker.scope, work, &grant, &trajectory, note)?;
        Ok::<_, Failure>(())
    })
    .await?;
    Ok(see_other(&path(id, "/notes?done=view-removed")))
}
