//! The dialogue: reading, writing, drafts, attachments.

use std::sync::Arc;

use askama::Template;
use http::axum::{
    http::{HeaderMap, StatusCode},
    response::{IntoResponse as _, Response},
};
use http::{At, Fields, Problem, Unarrived, Upload, download, see_other};
use jiff::civil::{Date, DateTime};
use kernel::{Timestamp, id::Id as _, page::Seal};
use organisation::{
    Desk as _, Names, Visit,
    attachments::{Accepted, MOST_FILES_MIB, NewFile},
    notify,
};
use store::{Opener, Reader};
use ui::Page;

use super::{
    Failure, draw, local,
    room::{Frame, Place, Room, path, text},
    said,
};
use crate::{
    actions::{DIALOGUE_MARK, DIALOGUE_READ, DIALOGUE_WRITE},
    forms::{LONGEST_TEXT, MessageForm},
    inventory::MAIL_MESSAGE,
    model::{Attachment, AttachmentId, MessageId, Stretch, Trajectory, TrajectoryId},
    store::dialogue::{self, NewAttachment},
};

#[derive(Template)]
#[template(path = "coaching/dialogue.html")]
struct DialoguePage {
    page: Page,
    frame: Frame,
    entries: Vec<Entry>,
    /// Where earlier messages stand; empty when there are none.
    earlier: String,
    /// Whether this is an earlier stretch, so that the way to the latest is shown.
    in_the_past: bool,
    faults: ui::Faults,
    /// What is in the text field: a draft, or what was typed.
    typed: String,
    /// The seal of every message, drawn.
    seal: String,
    draft_seal: Seal,
    accepted: Accepted,
    kinds: String,
    /// What the files may weigh together, in MiB.
    most_files: i64,
    most_text: usize,
}

enum Entry {
    Day(Date),
    Message(MessageView),
}

struct MessageView {
    id: String,
    mine: bool,
    author: String,
    text: String,
    at: DateTime,
    read: String,
    fresh: bool,
    attachments: Vec<AttachmentView>,
}

struct AttachmentView {
    name: String,
    href: String,
    size: String,
}

/// What the page needs of the store.
struct Read {
    trajectory: Trajectory,
    names: Names,
    stretch: Stretch,
    texts: Vec<String>,
    files: Vec<Vec<String>>,
    draft: String,
}

/// One read closure, at most five queries: the trajectory, two names, a stretch, its attachments, one's draft.
fn read(visit: &Visit, reader: &mut Reader<'_>, id: TrajectoryId, before: Option<MessageId>) -> Result<Read, Failure> {
    let room = Room::enter(visit, reader, id, &DIALOGUE_READ)?;
    let (opener, names) = room.open(visit, reader)?;
    let trajectory = room.trajectory;
    let stretch = dialogue::stretch(&visit.scope, reader, &trajectory, before)?;
    let texts = stretch.messages.iter().map(|message| text(&opener, &message.body)).collect::<Result<_, _>>()?;
    let named = |attachments: &[Attachment], opener: &Opener| {
        attachments.iter().map(|attachment| text(opener, &attachment.name)).collect::<Result<Vec<_>, _>>()
    };
    let files =
        stretch.messages.iter().map(|message| named(&message.attachments, &opener)).collect::<Result<_, _>>()?;
    let draft = match dialogue::draft(&visit.scope, reader, &trajectory)? {
        Some(draft) if trajectory.is_open() => text(&opener, &draft)?,
        _ => String::new(),
    };
    Ok(Read { trajectory, names, stretch, texts, files, draft })
}

/// `GET /trajectories/{trajectory}/dialogue`
pub(super) async fn show(visit: Visit, At(id): At<TrajectoryId>, headers: HeaderMap) -> Result<Response, Problem> {
    let (page, unseen) = compose(&visit, id, None).await?;
    let ahead_of_time = headers.contains_key("sec-purpose") || headers.contains_key("x-moz");
    if let Some(until) = unseen.filter(|_| !ahead_of_time) {
        mark_seen(visit, id, until);
    }
    draw(&page)
}

/// The page, and up to when it shows messages that the visitor had not seen.
async fn compose(
    visit: &Visit,
    id: TrajectoryId,
    sent: Option<(String, http::Faults)>,
) -> Result<(DialoguePage, Option<Timestamp>), Problem> {
    let before: Option<MessageId> = visit.query.get("before").parse().ok();
    let asker = visit.clone();
    let found = visit.site.store.glance(&visit.scope, move |reader| read(&asker, reader, id, before)).await?;
    let Read { trajectory, names, stretch, texts, files, draft } = found;
    let frame = Frame::new(visit, trajectory, names, Place::Dialogue)?;
    let unseen = stretch
        .messages
        .iter()
        .filter(|message| message.author != frame.me && message.seen.is_none())
        .map(|message| message.sent)
        .max();
    let voice = visit.voice();
    let accepted = Accepted::by(&visit.site.plan);
    let title = voice.say1("coaching-dialogue-title", "name", &frame.other);
    let (typed, faults) = sent.unwrap_or((draft, http::Faults::none()));
    let earlier = match stretch.messages.first() {
        Some(first) if stretch.earlier => frame.path(&format!("/dialogue?before={}", first.id)),
        _ => String::new(),
    };
    let page = frame.page(visit, title, &[("draft", "coaching-draft-kept")]);
    let page = DialoguePage {
        seal: ui::draw_seal(&page, &frame.seal(visit, "message.body")),
        page,
        entries: entries(visit, &frame, stretch, texts, files),
        earlier,
        in_the_past: before.is_some(),
        faults: said(&faults, &voice),
        typed,
        draft_seal: frame.own_seal(visit, "draft.body"),
        kinds: accepted.endings.join(", ").to_uppercase(),
        accepted,
        most_files: MOST_FILES_MIB as i64,
        most_text: LONGEST_TEXT,
        frame,
    };
    Ok((page, unseen))
}

fn entries(visit: &Visit, frame: &Frame, stretch: Stretch, texts: Vec<String>, files: Vec<Vec<String>>) -> Vec<Entry> {
    let voice = visit.voice();
    let sizes = visit.page("");
    let mut entries = Vec::with_capacity(texts.len() + 4);
    let mut day = None;
    for ((message, text), names) in stretch.messages.into_iter().zip(texts).zip(files) {
        let at = local(&visit.scope, message.sent);
        if day.replace(at.date()) != Some(at.date()) {
            entries.push(Entry::Day(at.date()));
        }
        let mine = message.author == frame.me;
        let read = match message.seen.filter(|_| mine) {
            Some(seen) => voice.say1("coaching-message-seen", "moment", voice.moment(local(&visit.scope, seen))),
            None => String::new(),
        };
        let attachments = message
            .attachments
            .iter()
            .zip(names)
            .map(|(attachment, name)| AttachmentView {
                name,
                href: frame.path(&format!("/attachments/{}", attachment.id)),
                size: sizes.size(&attachment.size.unsigned_abs()),
            })
            .collect();
        entries.push(Entry::Message(MessageView {
            id: format!("message-{}", message.id),
            mine,
            author: frame.name(message.author).to_owned(),
            text,
            at,
            read,
            fresh: !mine && message.seen.is_none(),
            attachments,
        }));
    }
    entries
}

/// Queues the mark in a unit of work of its own, so that the page does not wait for a durable commit. It only ever
/// moves forward and changes nothing when repeated; losing it leaves a message unread, which the next look mends.
fn mark_seen(visit: Visit, id: TrajectoryId, until: Timestamp) {
    tokio::spawn(async move {
        let asker = visit.clone();
        let marked = visit
            .site
            .store
            .write(&visit.scope, move |work| {
                let room = Room::enter(&asker, work, id, &DIALOGUE_MARK)?;
                dialogue::mark_seen(&asker.scope, work, &room.grant, &room.trajectory, until)?;
                Ok::<_, Failure>(())
            })
            .await;
        match marked {
            Ok(()) | Err(Failure::Refused(_)) => {}
            Err(failure) => tracing::warn!(trajectory.id = %id, %failure, "what was seen was not marked"),
        }
    });
}

/// `POST /trajectories/{trajectory}/messages`
pub(super) async fn send(
    visit: Visit,
    At(id): At<TrajectoryId>,
    upload: Result<Upload, Unarrived>,
) -> Result<Response, Problem> {
    let upload = match upload {
        Ok(upload) => upload,
        Err(unarrived) => return not_arrived(&visit, id, unarrived).await,
    };
    let typed = upload.typed.get("text").to_owned();
    let accepted = Accepted::by(&visit.site.plan);
    // Files are taken apart and unpacked: not on a thread that others wait for.
    let read = tokio::task::spawn_blocking(move || MessageForm::read(upload, &accepted)).await;
    let form = match read.map_err(Problem::internal)? {
        Ok(form) => form,
        Err(faults) => return again(&visit, id, typed, faults).await,
    };
    let files = match put(&visit, id, form.files).await {
        Ok(files) => files,
        Err(Problem::Refused(_)) => return ended_meanwhile(&visit, id, typed).await,
        Err(problem) => {
            keep(&visit, id, typed).await?;
            return Err(problem);
        }
    };
    let sent = Room::write(&visit, id, &DIALOGUE_WRITE, move |asker, work, Room { trajectory, grant }| {
        let told = dialogue::waits_unseen(&asker.scope, work, &trajectory)?;
        dialogue::write(&asker.scope, work, &grant, &trajectory, &form.text, &files)?;
        if !told && let Some(me) = asker.person() {
            notify(work, trajectory.other(me), MAIL_MESSAGE, &path(id, "/dialogue"))?;
        }
        Ok::<_, Failure>(())
    })
    .await;
    match sent {
        Ok(()) => Ok(see_other(&path(id, "/dialogue#latest"))),
        Err(Failure::Refused(refused)) if !refused.is_paused() => ended_meanwhile(&visit, id, typed).await,
        Err(failure) => {
            keep(&visit, id, typed).await?;
            Err(failure.into())
        }
    }
}

/// The trajectory ended while somebody wrote: the text is given back, if they may still look.
async fn ended_meanwhile(visit: &Visit, id: TrajectoryId, typed: String) -> Result<Response, Problem> {
    let faults = http::Faults::one("", "coaching-ended-meanwhile");
    let (page, _) = compose(visit, id, Some((typed, faults))).await?;
    Ok((StatusCode::CONFLICT, draw(&page)?).into_response())
}

/// Stores the files of a message; they become part of it by the unit of work that writes it.
async fn put(visit: &Visit, id: TrajectoryId, files: Vec<NewFile>) -> Result<Vec<NewAttachment>, Problem> {
    if files.is_empty() {
        return Ok(Vec::new());
    }
    let asker = visit.clone();
    let store = &visit.site.store;
    let room = store.glance(&visit.scope, move |reader| Room::enter(&asker, reader, id, &DIALOGUE_WRITE)).await?;
    let cell = dialogue::file_cell(&room.trajectory);
    let mut stored = Vec::with_capacity(files.len());
    for file in files {
        let size = file.bytes.len();
        let kept = store.files().put(&visit.scope, &room.grant, &cell, file.bytes).await.map_err(Failure::from)?;
        stored.push(NewAttachment { stored: kept, name: file.name, media_type: file.kind.media_type, size });
    }
    Ok(stored)
}

/// The page once more, with what was typed and what is wrong with it; the text is kept as a draft, too.
async fn again(visit: &Visit, id: TrajectoryId, typed: String, faults: http::Faults) -> Result<Response, Problem> {
    if typed.chars().count() <= LONGEST_TEXT {
        match keep(visit, id, typed.clone()).await {
            Ok(()) => {}
            Err(Problem::Refused(_)) => return ended_meanwhile(visit, id, typed).await,
            Err(problem) => return Err(problem),
        }
    }
    let (page, _) = compose(visit, id, Some((typed, faults))).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, draw(&page)?).into_response())
}

/// The files were more than fits, or the scanner did not let them in: the text stands before them in the form, so that it
/// has arrived and is kept.
async fn not_arrived(visit: &Visit, id: TrajectoryId, unarrived: Unarrived) -> Result<Response, Problem> {
    let status = unarrived.status();
    let mut faults = http::Faults::none();
    let typed = match unarrived {
        Unarrived::Unreadable => return Err(Problem::Unreadable),
        Unarrived::TooLarge { typed, .. } => {
            faults.add_with("files", "coaching-files-heavy", MOST_FILES_MIB as i64);
            typed
        }
        Unarrived::Unscanned { typed, word } => {
            faults.add("files", word);
            typed
        }
    };
    let mut response = again(visit, id, typed.get("text").replace("\r\n", "\n"), faults).await?;
    if response.status() == StatusCode::UNPROCESSABLE_ENTITY {
        *response.status_mut() = status;
    }
    Ok(response)
}

/// `POST /trajectories/{trajectory}/draft`
pub(super) async fn keep_draft(
    visit: Visit,
    At(id): At<TrajectoryId>,
    headers: HeaderMap,
    fields: Fields,
) -> Result<Response, Problem> {
    let mut faults = http::Faults::none();
    let typed = fields.get("text").replace("\r\n", "\n");
    faults.limit("text", &typed, LONGEST_TEXT);
    if !faults.is_empty() {
        return again(&visit, id, typed, faults).await;
    }
    keep(&visit, id, typed).await?;
    // A script stays on its page; a form that was sent without one goes back to it.
    if headers.get("sec-fetch-mode").is_some_and(|mode| mode != "navigate") {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    Ok(see_other(&path(id, "/dialogue?done=draft#write")))
}

async fn keep(visit: &Visit, id: TrajectoryId, typed: String) -> Result<(), Problem> {
    let asker = visit.clone();
    let kept = visit.site.store.write(&visit.scope, move |work| {
        let Room { trajectory, grant } = Room::enter(&asker, work, id, &DIALOGUE_WRITE)?;
        dialogue::keep_draft(&asker.scope, work, &grant, &trajectory, &typed)?;
        Ok::<_, Failure>(())
    });
    Ok(kept.await?)
}

/// `GET /trajectories/{trajectory}/attachments/{attachment}`: a download, never a page of this site (CE10).
pub(super) async fn attachment(
    visit: Visit,
    At((id, attachment)): At<(TrajectoryId, AttachmentId)>,
) -> Result<Response, Problem> {
    let asker = visit.clone();
    let store = &visit.site.store;
    let (opener, cell, found, name) = store
        .glance(&visit.scope, move |reader| {
            let room = Room::enter(&asker, reader, id, &DIALOGUE_READ)?;
            let opener = asker.site.store.opener(&asker.scope, &room.grant);
            let found = dialogue::find_attachment(&asker.scope, reader, &room.trajectory, attachment)?;
            let found = found.ok_or(Failure::Absent)?;
            let name = text(&opener, &found.name)?;
            Ok::<_, Failure>((Arc::new(opener), dialogue::file_cell(&room.trajectory), found, name))
        })
        .await?;
    let bytes = store.files().open(&opener, &cell, found.file, None).await.map_err(Failure::from)?;
    tracing::debug!(attachment.id = %found.id.uuid(), "attachment given out");
    download(bytes, &found.media_type, &name)
}
