//! Notes that either of the two writes and, in a step of its own, shares with the other (UC4, UC5).

use askama::Template;
use http::axum::response::Response;
use http::{At, Form, Problem, see_other};
use kernel::page::Seal;
use organisation::{Desk as _, Visit, notify};
use ui::Page;

use super::{
    Failure, draw, draw_faulty, local,
    room::{Frame, Place, Room, path, text},
    said,
};
use crate::{
    actions::{NOTE_VIEW_WRITE, SHARED_NOTE_READ, SHARED_NOTE_WRITE},
    forms::{LONGEST_TEXT, TextForm},
    inventory::MAIL_NOTE,
    model::{SharedNote, SharedNoteId, TrajectoryId, View},
    store::notes,
};

#[derive(Template)]
#[template(path = "coaching/notes.html")]
struct NotesPage {
    page: Page,
    frame: Frame,
    notes: Vec<NoteView>,
    own_seal: Seal,
    faults: ui::Faults,
    typed: String,
    most_text: usize,
}

struct NoteView {
    text: String,
    /// "You wrote this on …" or "Maria shared this on …".
    said: String,
    mine: bool,
    shared: bool,
    seal: Seal,
    path: String,
    /// What the other put beside it.
    view: Option<ViewCard>,
    /// Whether one may put the own view beside it, or change it there.
    may_view: bool,
}

/// How the one who did not write the note sees it.
struct ViewCard {
    text: String,
    /// "Your view, of …" or "How Maria sees it, …".
    said: String,
    seal: Seal,
}

#[derive(Template)]
#[template(path = "coaching/note.html")]
struct NotePage {
    page: Page,
    frame: Frame,
    path: String,
    seal: Seal,
    faults: ui::Faults,
    typed: String,
    most_text: usize,
}

#[derive(Template)]
#[template(path = "coaching/note-sharing.html")]
struct SharingPage {
    page: Page,
    frame: Frame,
    text: String,
    path: String,
    /// How the note will be sealed once shared.
    seal: Seal,
}

/// `GET /trajectories/{trajectory}/notes`
pub(super) async fn show(visit: Visit, At(id): At<TrajectoryId>) -> Result<Response, Problem> {
    draw(&compose(&visit, id, String::new(), &http::Faults::none()).await?)
}

async fn compose(visit: &Visit, id: TrajectoryId, typed: String, faults: &http::Faults) -> Result<NotesPage, Problem> {
    let asker = visit.clone();
    let (trajectory, names, found) = visit
        .site
        .store
        .glance(&visit.scope, move |reader| {
            let room = Room::enter(&asker, reader, id, &SHARED_NOTE_READ)?;
            let (opener, names) = room.open(&asker, reader)?;
            let notes = notes::shared_notes(&asker.scope, reader, &room.trajectory)?;
            let notes = notes
                .into_iter()
                .map(|note| {
                    let view = note.view.as_ref().map(|view| text(&opener, &view.body)).transpose()?;
                    Ok((text(&opener, &note.body)?, view, note))
                })
                .collect::<Result<Vec<_>, Failure>>()?;
            Ok::<_, Failure>((room.trajectory, names, notes))
        })
        .await?;
    let frame = Frame::new(visit, trajectory, names, Place::Notes)?;
    let voice = visit.voice();
    let may_view = frame.may(visit, &NOTE_VIEW_WRITE);
    let notes =
        found.into_iter().map(|(text, view, note)| note_view(visit, &frame, note, text, view, may_view)).collect();
    let title = voice.say1("coaching-notes-title", "name", &frame.other);
    let news = [
        ("kept", "coaching-note-kept"),
        ("shared", "coaching-note-shared"),
        ("removed", "coaching-note-removed"),
        ("view-kept", "coaching-view-kept"),
        ("view-removed", "coaching-view-removed"),
    ];
    Ok(NotesPage {
        page: frame.page(visit, title, &news),
        notes,
        own_seal: frame.own_seal(visit, "shared-note.body"),
        faults: said(faults, &voice),
        typed,
        most_text: LONGEST_TEXT,
        frame,
    })
}

fn note_view(
    visit: &Visit,
    frame: &Frame,
    note: SharedNote,
    text: String,
    view: Option<String>,
    may_view: bool,
) -> NoteView {
    let voice = visit.voice();
    let (mine, shared) = (note.author == frame.me, note.shared.is_some());
    let at = voice.moment(local(&visit.scope, note.shared.unwrap_or(note.written)));
    let said = match (mine, shared) {
        (true, true) => voice.say1("coaching-note-shared-mine", "moment", at),
        (true, false) => voice.say1("coaching-note-written-mine", "moment", at),
        (false, _) => voice.say2("coaching-note-shared-theirs", "name", &frame.other, "moment", at),
    };
    let item = "shared-note.body";
    NoteView {
        text,
        said,
        mine,
        shared,
        seal: if shared { frame.seal(visit, item) } else { frame.own_seal(visit, item) },
        path: frame.path(&format!("/notes/{}", note.id)),
        view: note.view.zip(view).map(|(view, text)| view_card(visit, frame, &view, text)),
        may_view: may_view && !mine,
    }
}

fn view_card(visit: &Visit, frame: &Frame, view: &View, text: String) -> ViewCard {
    let voice = visit.voice();
    let at = voice.moment(local(&visit.scope, view.written));
    let said = if view.author == frame.me {
        voice.say1("coaching-view-mine", "moment", at)
    } else {
        voice.say2("coaching-view-theirs", "name", &frame.other, "moment", at)
    };
    ViewCard { text, said, seal: frame.seal(visit, "note-view.body") }
}

/// `POST /trajectories/{trajectory}/notes`
pub(super) async fn add(visit: Visit, At(id): At<TrajectoryId>, form: Form<TextForm>) -> Result<Response, Problem> {
    let note = match form.checked {
        Ok(note) => note,
        Err(faults) => {
            let page = compose(&visit, id, form.typed.get("text").to_owned(), &faults).await?;
            return draw_faulty(&page);
        }
    };
    let and_share = form.typed.has("share");
    let note = Room::write(&visit, id, &SHARED_NOTE_WRITE, move |asker, work, Room { trajectory, grant }| {
        Ok::<_, Failure>(notes::add_note(&asker.scope, work, &grant, &trajectory, &note.text)?)
    })
    .await?;
    Ok(see_other(&after_keeping(id, note, and_share)))
}

fn after_keeping(id: TrajectoryId, note: SharedNoteId, and_share: bool) -> String {
    if and_share { path(id, &format!("/notes/{note}/sharing")) } else { path(id, "/notes?done=kept") }
}

/// `GET /trajectories/{trajectory}/notes/{note}`
pub(super) async fn form(visit: Visit, At((id, note)): At<(TrajectoryId, SharedNoteId)>) -> Result<Response, Problem> {
    draw(&compose_form(&visit, id, note, None).await?)
}

async fn compose_form(
    visit: &Visit,
    id: TrajectoryId,
    note: SharedNoteId,
    sent: Option<(String, http::Faults)>,
) -> Result<NotePage, Problem> {
    let (frame, kept) = own_note(visit, id, note).await?;
    let voice = visit.voice();
    let (typed, faults) = sent.unwrap_or((kept, http::Faults::none()));
    let page = frame.page(visit, voice.say("coaching-note-change-title"), &[]);
    let up = voice.say1("coaching-notes-title", "name", &frame.other);
    Ok(NotePage {
        page: page.crumb(frame.path("/notes"), up),
        path: frame.path(&format!("/notes/{note}")),
        seal: frame.own_seal(visit, "shared-note.body"),
        faults: said(&faults, &voice),
        typed,
        most_text: LONGEST_TEXT,
        frame,
    })
}

/// One's own note that is not shared yet, opened.
async fn own_note(visit: &Visit, id: TrajectoryId, note: SharedNoteId) -> Result<(Frame, String), Problem> {
    let asker = visit.clone();
    let (trajectory, names, kept) = visit
        .site
        .store
        .glance(&visit.scope, move |reader| {
            let room = Room::enter(&asker, reader, id, &SHARED_NOTE_WRITE)?;
            let (opener, names) = room.open(&asker, reader)?;
            let note = notes::find_own_note(&asker.scope, reader, &room.trajectory, note)?;
            let kept = text(&opener, &note.ok_or(Failure::Absent)?.body)?;
            Ok::<_, Failure>((room.trajectory, names, kept))
        })
        .await?;
    Ok((Frame::new(visit, trajectory, names, Place::Notes)?, kept))
}

/// `POST /trajectories/{trajectory}/notes/{note}`
pub(super) async fn change(
    visit: Visit,
    At((id, note)): At<(TrajectoryId, SharedNoteId)>,
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
    let and_share = form.typed.has("share");
    Room::write(&visit, id, &SHARED_NOTE_WRITE, move |asker, work, Room { trajectory, grant }| {
        let done = notes::change_note(&asker.scope, work, &grant, &trajectory, note, &changed.text)?;
        if done { Ok(()) } else { Err(Failure::Conflict) }
    })
    .await?;
    Ok(see_other(&after_keeping(id, note, and_share)))
}

/// `GET /trajectories/{trajectory}/notes/{note}/sharing`: who will be able to read it, before it happens.
pub(super) async fn share_form(
    visit: Visit,
    At((id, note)): At<(TrajectoryId, SharedNoteId)>,
) -> Result<Response, Problem> {
    let (frame, text) = own_note(&visit, id, note).await?;
    let voice = visit.voice();
    let page = frame.page(&visit, voice.say1("coaching-share-title", "name", &frame.other), &[]);
    let up = voice.say1("coaching-notes-title", "name", &frame.other);
    draw(&SharingPage {
        page: page.crumb(frame.path("/notes"), up),
        path: frame.path(&format!("/notes/{note}")),
        seal: frame.seal(&visit, "shared-note.body"),
        text,
        frame,
    })
}

/// `POST /trajectories/{trajectory}/notes/{note}/sharing`
pub(super) async fn share(visit: Visit, At((id, note)): At<(TrajectoryId, SharedNoteId)>) -> Result<Response, Problem> {
    Room::write(&visit, id, &SHARED_NOTE_WRITE, move |asker, work, Room { trajectory, grant }| {
        // Shared a moment ago, by a second click: nothing more to do.
        if notes::share_note(&asker.scope, work, &grant, &trajectory, note)?
            && let Some(me) = asker.person()
        {
            notify(work, trajectory.other(me), MAIL_NOTE, &path(id, "/notes"))?;
        }
        Ok::<_, Failure>(())
    })
    .await?;
    Ok(see_other(&path(id, "/notes?done=shared")))
}

/// `POST /trajectories/{trajectory}/notes/{note}/removal`
pub(super) async fn remove(
    visit: Visit,
    At((id, note)): At<(TrajectoryId, SharedNoteId)>,
) -> Result<Response, Problem> {
    Room::write(&visit, id, &SHARED_NOTE_WRITE, move |asker, work, Room { trajectory, grant }| {
        notes::remove_note(&asker.scope, work, &grant, &trajectory, note)?;
        Ok::<_, Failure>(())
    })
    .await?;
    Ok(see_other(&path(id, "/notes?done=removed")))
}
