//! Files that are handed in at an exercise: looked at, sealed, given back as downloads (CE10).

use std::{num::NonZeroU8, sync::Arc};

use http::{
    At, Fields, Problem, Unarrived, Upload,
    axum::{Extension, http::StatusCode, response::Response},
    download, see_other,
};
use kernel::{Scope, manifest::Action};
use organisation::{
    Desk as _, Visit,
    attachments::{Accepted, MOST_FILES_MIB, NewFile},
    pages::{Failure, text},
};
use programme::{Exercise, Kind, Name};
use store::{FileId, Opener, Reader, StoreError};

use super::{
    exercise::{Again, again},
    save::{Sent, agreement_first, done, place_of, sent, shares, tell, trail_of},
    trail::{named, way},
};
use crate::{
    actions::{SELF_HELP_READ, SELF_HELP_WRITE},
    consent,
    library::Library,
    model::{Enrolment, EnrolmentId, HandedIn, HandedInId, RevisionId, Sheet, file_field},
    outcomes,
    room::Room,
    store::{
        files,
        revisions::{self, Finish, Saving},
    },
};

/// A file on a page.
pub(crate) struct FileLine {
    pub(crate) id: HandedInId,
    /// What the form sends for as long as it is part of the answer.
    pub(crate) field: String,
    pub(crate) value: String,
    pub(crate) name: String,
    pub(crate) size: String,
    pub(crate) href: String,
}

impl FileLine {
    /// A file as its answer names it.
    pub(crate) fn new(visit: &Visit, (id, size, name): (HandedInId, u64, &str), href: String) -> Self {
        let value = format!("{size} {name}");
        Self { id, field: file_field(id), value, name: name.to_owned(), size: visit.page("").size(&size), href }
    }

    /// The same, for its writer.
    pub(super) fn own(visit: &Visit, enrolment: EnrolmentId, said: (HandedInId, u64, &str)) -> Self {
        Self::new(visit, said, way(enrolment, &format!("/files/{}", said.0)))
    }
}

/// Where files are chosen.
pub(super) struct UploadField {
    /// What is part of the answer.
    pub(super) files: Vec<FileLine>,
    /// Its name, and its id on the page.
    pub(super) field: String,
    pub(super) label: String,
    pub(super) purpose: String,
    pub(super) accept: String,
    pub(super) several: bool,
    /// What one file may weigh.
    pub(super) most_bytes: u64,
    /// What is wrong with what was chosen; empty for nothing.
    pub(super) error: String,
}

impl UploadField {
    /// Of an exercise that takes so many files; with none yet.
    pub(super) fn of(visit: &Visit, exercise: &Exercise, most: NonZeroU8) -> Self {
        let (voice, accepted) = (visit.voice(), Accepted::by(&visit.site.plan));
        let kinds = accepted.endings.join(", ").to_uppercase();
        Self {
            files: Vec::new(),
            field: format!("{}-files", exercise.name),
            label: voice.say1("programmes-upload-files", "most", i64::from(most.get())),
            purpose: voice.say2("programmes-upload-purpose", "kinds", kinds, "most", MOST_FILES_MIB as i64),
            accept: accepted.accept(),
            several: most.get() > 1,
            most_bytes: accepted.most_bytes(),
            error: String::new(),
        }
    }
}

/// A form as it arrived: what was typed, the files, and why there are none of them.
struct Arrived {
    typed: Fields,
    files: Vec<http::Uploaded>,
    told: Vec<String>,
    status: Option<StatusCode>,
}

impl Arrived {
    fn of(visit: &Visit, upload: Result<Upload, Unarrived>) -> Result<Self, Problem> {
        let voice = visit.voice();
        let (status, typed, told) = match upload {
            Ok(Upload { typed, files }) => return Ok(Self { typed, files, told: Vec::new(), status: None }),
            Err(Unarrived::Unreadable) => return Err(Problem::Unreadable),
            Err(unarrived) => match (unarrived.status(), unarrived) {
                (status, Unarrived::Unscanned { typed, word }) => (status, typed, voice.say(word)),
                (status, Unarrived::TooLarge { typed, .. }) => {
                    (status, typed, voice.say1("programmes-upload-heavy", "most", MOST_FILES_MIB as i64))
                }
                (_, Unarrived::Unreadable) => return Err(Problem::Unreadable),
            },
        };
        Ok(Self { typed, files: Vec::new(), told: vec![told], status: Some(status) })
    }
}

/// `POST /programmes/{enrolment}/exercises/{exercise}/files`: keeps what is filled in and handed in, finished or not. What can be kept
/// is kept, and each file that cannot be is told by its name.
pub(super) async fn send(
    visit: Visit,
    Extension(library): Extension<Library>,
    At((id, exercise)): At<(EnrolmentId, String)>,
    upload: Result<Upload, Unarrived>,
) -> Result<Response, Problem> {
    let Arrived { typed, files, mut told, status } = Arrived::of(&visit, upload)?;
    let name = named(&exercise)?;
    let trail = trail_of(&visit, library.clone(), id).await?;
    if let Some(first) = agreement_first(&visit, &trail.enrolment) {
        return Ok(first);
    }
    let (stand, exercise) = trail.open_exercise(&visit, &name)?;
    let Kind::Upload(most) = exercise.kind else { return Err(Problem::NotFound) };
    let place = place_of(&visit, exercise, "")?;
    let (sent, misfits) = sent(exercise, stand.version, place, &typed)?;
    let accepted = Accepted::by(&visit.site.plan);
    let look = accepted.clone();
    let looked = tokio::task::spawn_blocking(move || look.take_all(files)).await;
    let (mut taken, refused) = looked.map_err(Problem::internal)?;
    let voice = visit.voice();
    told.extend(refused.iter().map(|refused| refused.said(&voice, &accepted)));
    let room = usize::from(most.get()).saturating_sub(sent.sheet.files().len());
    if taken.len() > room {
        taken.truncate(room);
        told.push(voice.say1("programmes-upload-many", "most", i64::from(most.get())));
    }
    let finishes = typed.get("do") == "finish";
    let nothing = finishes && told.is_empty() && sent.sheet.is_blank(&exercise.kind) && taken.is_empty();
    let is_faulty = nothing || !told.is_empty();
    let is_shared = shares(&trail.enrolment, &typed);
    let finish = (finishes && !is_faulty).then_some(Finish { is_shared, has_moved: false });
    let stored = put(&visit, id, taken).await?;
    let (revision, held) = keep(&visit, id, &name, sent, stored, finish).await?;
    if is_faulty {
        // The page shows what was typed, with the files that are there by now.
        let held = held.fields().filter(|(field, _)| field.starts_with("file."));
        let now = [("from".to_owned(), revision.to_string())];
        let now = now.into_iter().chain(held.map(|(field, value)| (field.to_owned(), value.to_owned())));
        let typed = typed.without(|field| field.starts_with("file.") || field == "from");
        let typed = Fields::new(typed.iter().map(|(field, value)| (field.to_owned(), value.to_owned())).chain(now));
        let mut page = again(&visit, Again { library, id, name, typed, misfits, nothing, files: told }).await?;
        if let Some(status) = status.filter(|_| page.status() == StatusCode::UNPROCESSABLE_ENTITY) {
            *page.status_mut() = status;
        }
        return Ok(page);
    }
    if finish.is_some() {
        outcomes::count_own(&visit, &library, id).await?;
    }
    // Whoever hands in files looks whether they are there.
    Ok(see_other(&way(id, &format!("/exercises/{name}?done={}", done(finish, &typed)))))
}

/// Stores files; they become part of the answer by the unit of work that keeps it.
async fn put(visit: &Visit, id: EnrolmentId, taken: Vec<NewFile>) -> Result<Vec<files::NewFile>, Problem> {
    if taken.is_empty() {
        return Ok(Vec::new());
    }
    let (asker, store) = (visit.clone(), &visit.site.store);
    let enter = move |reader: &mut Reader<'_>| Room::enter(&asker, reader, id, &SELF_HELP_WRITE);
    let room = store.read(&visit.scope, enter).await?;
    let cell = files::cell(&room.enrolment);
    let mut stored = Vec::with_capacity(taken.len());
    for NewFile { name, kind, bytes } in taken {
        let size = bytes.len();
        let kept = store.files().put(&visit.scope, &room.grant, &cell, bytes).await.map_err(Failure::from)?;
        stored.push(files::NewFile { stored: kept, name, media_type: kind.media_type, size });
    }
    Ok(stored)
}

/// Keeps the answer with its files, and answers with what is kept.
async fn keep(
    visit: &Visit,
    id: EnrolmentId,
    exercise: &Name,
    sent: Sent,
    stored: Vec<files::NewFile>,
    finish: Option<Finish>,
) -> Result<(RevisionId, Sheet), Problem> {
    let exercise = exercise.clone();
    let write = Room::write(visit, id, &SELF_HELP_WRITE, move |asker, work, Room { enrolment, grant }| {
        if !consent::stands(&asker.site.plan, &enrolment) {
            return Err(Failure::Conflict);
        }
        let Sent { place, version, from, mut sheet, .. } = sent;
        // A hand of its own: what holds a file is never gone from the history because it was replaced soon.
        let hand = asker.scope.mint();
        for file in &stored {
            let id = files::add(&asker.scope, work, &grant, &enrolment, &exercise, file)?;
            sheet.hand_in(id, file.size, &file.name);
        }
        let saving = Saving { place: &place, version, hand, from: &from, sheet: &sheet, finish };
        let waited = revisions::waits(&asker.scope, work, &enrolment)?;
        let revision = revisions::save(&asker.scope, work, &grant, &enrolment, &saving)?;
        tell(work, &enrolment, finish.is_some_and(|finish| finish.is_shared) && !waited)?;
        Ok((revision, sheet))
    });
    Ok(write.await?)
}

/// Removes the bytes of files whose rows are gone. What is left over by a halt goes in the night.
pub(super) async fn forget(visit: &Visit, gone: &[FileId]) {
    if let Err(failure) = visit.site.store.files().remove(gone).await {
        tracing::warn!(%failure, "files that were removed are left for the night");
    }
}

/// `GET /programmes/{enrolment}/files/{file}`: a download, never a page of this site (CE10).
pub(super) async fn give(visit: Visit, At((id, file)): At<(EnrolmentId, HandedInId)>) -> Result<Response, Problem> {
    answer(&visit, (id, file), &SELF_HELP_READ, files::all).await
}

/// Gives a file to whoever may open it: one of those that `find` finds for the action.
pub(crate) async fn answer(
    visit: &Visit,
    (id, wanted): (EnrolmentId, HandedInId),
    action: &'static Action,
    find: fn(&Scope, &mut Reader<'_>, &Enrolment) -> Result<Vec<HandedIn>, StoreError>,
) -> Result<Response, Problem> {
    let (asker, store) = (visit.clone(), &visit.site.store);
    let read = move |reader: &mut Reader<'_>| {
        let room = Room::enter(&asker, reader, id, action)?;
        let found = find(&asker.scope, reader, &room.enrolment)?;
        let found = found.into_iter().find(|file| file.id == wanted).ok_or(Failure::Absent)?;
        let opener: Opener = asker.site.store.opener(&asker.scope, &room.grant);
        let name = text(&opener, &found.name)?;
        Ok::<_, Failure>((Arc::new(opener), files::cell(&room.enrolment), found, name))
    };
    let (opener, cell, found, name) = store.read(&visit.scope, read).await?;
    let bytes = store.files().open(&opener, &cell, found.file, None).await.map_err(Failure::from)?;
    download(bytes, &found.media_type, &name)
}
