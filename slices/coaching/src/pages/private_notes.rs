//! The coach's private notes (UC6): nobody else finds them, opens them, or learns that there are any.

use askama::Template;
use http::axum::response::Response;
use http::{At, Form, Problem, see_other};
use kernel::page::Seal;
use organisation::{Desk as _, Visit};
use ui::Page;

use super::{
    Failure, draw, draw_faulty, local,
    room::{Frame, Place, Room, path, text},
    said,
};
use crate::{
    actions::{PRIVATE_NOTE_READ, PRIVATE_NOTE_WRITE},
    forms::{LONGEST_TEXT, TextForm},
    model::{PrivateNoteId, TrajectoryId},
    store::notes,
};

#[derive(Template)]
#[template(path = "coaching/private-notes.html")]
struct NotesPage {
    page: Page,
    frame: Frame,
    notes: Vec<NoteView>,
    seal: Seal,
    faults: ui::Faults,
    typed: String,
    most_text: usize,
}

struct NoteView {
    text: String,
    written: String,
    changed: String,
    edit: String,
    removal: String,
}

#[derive(Template)]
#[template(path = "coaching/private-note.html")]
struct NotePage {
    page: Page,
    frame: Frame,
    action: String,
    removal_path: String,
    seal: Seal,
    faults: ui::Faults,
    typed: String,
    most_text: usize,
}

/// `GET /trajectories/{trajectory}/private-notes`
pub(super) async fn show(visit: Visit, At(id): At<TrajectoryId>) -> Result<Response, Problem> {
    draw(&compose(&visit, id, String::new(), &http::Faults::none()).await?)
}

async fn compose(visit: &Visit, id: TrajectoryId, typed: String, faults: &http::Faults) -> Result<NotesPage, Problem> {
    let asker = visit.clone();
    let (trajectory, names, found) = visit
        .site
        .store
        .glance(&visit.scope, move |reader| {
            let room = Room::enter(&asker, reader, id, &PRIVATE_NOTE_READ)?;
            let (opener, names) = room.open(&asker, reader)?;
            let notes = notes::private_notes(&asker.scope, reader, &room.trajectory)?;
            let notes = notes
                .into_iter()
                .map(|note| Ok((text(&opener, &note.body)?, note)))
                .collect::<Result<Vec<_>, Failure>>()?;
            Ok::<_, Failure>((room.trajectory, names, notes))
        })
        .await?;
    let frame = Frame::new(visit, trajectory, names, Place::PrivateNotes)?;
    let voice = visit.voice();
    let notes = found
        .into_iter()
        .map(|(text, note)| {
            let changed = note.changed.map(|at| voice.moment(local(&visit.scope, at)));
            NoteView {
                text,
                written: voice.moment(local(&visit.scope, note.written)),
                changed: changed.map_or_else(String::new, |at| voice.say1("coaching-note-changed", "moment", at)),
                edit: frame.path(&format!("/private-notes/{}", note.id)),
                removal: frame.path(&format!("/private-notes/{}/removal", note.id)),
            }
        })
        .collect();
    let title = voice.say1("coaching-private-title", "name", &frame.other);
    let news = [("kept", "coaching-note-kept"), ("removed", "coaching-note-removed")];
    Ok(NotesPage {
        page: frame.page(visit, title, &news),
        notes,
        seal: frame.seal(visit, "private-note.body"),
        faults: said(faults, &voice),
        typed,
        most_text: LONGEST_TEXT,
        frame,
    })
}

/// `POST /trajectories/{trajectory}/private-notes`
pub(super) async fn add(visit: Visit, At(id): At<TrajectoryId>, form: Form<TextForm>) -> Result<Response, Problem> {
    let note = match form.checked {
        Ok(note) => note,
        Err(faults) => {
            let page = compose(&visit, id, form.typed.get("text").to_owned(), &faults).await?;
            return draw_faulty(&page);
        }
    };
    Room::write(&visit, id, &PRIVATE_NOTE_WRITE, move |asker, work, Room { trajectory, grant }| {
        notes::add_private_note(&asker.scope, work, &grant, &trajectory, &note.text)?;
        Ok::<_, Failure>(())
    })
    .await?;
    Ok(see_other(&path(id, "/private-notes?done=kept")))
}

/// `GET /trajectories/{trajectory}/private-notes/{note}`
pub(super) async fn form(visit: Visit, At((id, note)): At<(TrajectoryId, PrivateNoteId)>) -> Result<Response, Problem> {
    draw(&compose_form(&visit, id, note, None).await?)
}

async fn compose_form(
    visit: &Visit,
    id: TrajectoryId,
    note: PrivateNoteId,
    sent: Option<(String, http::Faults)>,
) -> Result<NotePage, Problem> {
    let asker = visit.clone();
    let (trajectory, names, kept) = visit
        .site
        .store
        .glance(&visit.scope, move |reader| {
            let room = Room::enter(&asker, reader, id, &PRIVATE_NOTE_WRITE)?;
            let (opener, names) = room.open(&asker, reader)?;
            let note = notes::find_private_note(&asker.scope, reader, &room.trajectory, note)?;
            let kept = text(&opener, &note.ok_or(Failure::Absent)?.body)?;
            Ok::<_, Failure>((room.trajectory, names, kept))
        })
        .await?;
    let frame = Frame::new(visit, trajectory, names, Place::PrivateNotes)?;
    let voice = visit.voice();
    let (typed, faults) = sent.unwrap_or((kept, http::Faults::none()));
    let page = frame.page(visit, voice.say("coaching-note-change-title"), &[]);
    let up = voice.say1("coaching-private-title", "name", &frame.other);
    Ok(NotePage {
        page: page.crumb(frame.path("/private-notes"), up),
        action: frame.path(&format!("/private-notes/{note}")),
        removal_path: frame.path(&format!("/private-notes/{note}/removal")),
        seal: frame.seal(visit, "private-note.body"),
        faults: said(&faults, &voice),
        typed,
        most_text: LONGEST_TEXT,
        frame,
    })
}

/// `POST /trajectories/{trajectory}/private-notes/{note}`
pub(super) async fn change(
    visit: Visit,
    At((id, note)): At<(TrajectoryId, PrivateNoteId)>,
    form: Form<TextForm>,
) -> Result<Response, Problem> {
    let changed = match form.checked {
        Ok(changed) => changed,
        Err(faults) => {
            let sent = Some((form.typed.get("text").to_owned(), faults));
            let page = compose_form(&visit, id, note, sent).await?;
            return draw_faulty(&page);
        }
    };
    Room::write(&visit, id, &PRIVATE_NOTE_WRITE, move |asker, work, Room { trajectory, grant }| {
        let done = notes::change_private_note(&asker.scope, work, &grant, &trajectory, note, &changed.text)?;
        if done { Ok(()) } else { Err(Failure::Conflict) }
    })
    .await?;
    Ok(see_other(&path(id, "/private-notes?done=kept")))
}

/// `POST /trajectories/{trajectory}/private-notes/{note}/removal`
pub(super) async fn remove(
    visit: Visit,
    At((id, note)): At<(TrajectoryId, PrivateNoteId)>,
) -> Result<Response, Problem> {
    Room::write(&visit, id, &PRIVATE_NOTE_WRITE, move |asker, work, Room { trajectory, grant }| {
        notes::remove_private_note(&asker.scope, work, &grant, &trajectory, note)?;
        Ok::<_, Failure>(())
    })
    .await?;
    Ok(see_other(&path(id, "/private-notes?done=removed")))
}
