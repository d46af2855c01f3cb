//! What stood at a place before, what of it was shared and seen; taking back; removing.

use askama::Template;
use http::{
    At, Fields, Problem,
    axum::{Extension, response::Response},
    see_other,
};
use organisation::{Desk as _, Visit, pages::Failure, pages::draw};
use ui::Page;

use super::{
    card::lines,
    hand_in::FileLine,
    save::{place_of, trail_of},
    trail::{Trail, named, way},
};
use crate::{
    actions::SELF_HELP_CLOSE,
    library::Library,
    model::{EnrolmentId, Place, Revision},
    room::Room,
    store::revisions,
};

#[derive(Template)]
#[template(path = "programmes/following-history.html")]
struct HistoryPage {
    page: Page,
    entries: Vec<Entry>,
    /// All that was handed in, whichever answer held it.
    files: Vec<FileLine>,
    exercise: String,
    /// Where what is shared is taken back; empty when nothing is.
    taking_back: String,
    removal: String,
    day: String,
    coach: String,
}

/// What stood at the place.
struct Entry {
    heading: String,
    said: String,
    lines: Vec<(String, String)>,
    /// The names of the files that it held.
    files: Vec<String>,
}

#[derive(Template)]
#[template(path = "programmes/following-removal.html")]
pub(super) struct RemovalPage {
    pub(super) page: Page,
    pub(super) goes: Vec<ui::Line>,
    pub(super) stays: Vec<ui::Line>,
    pub(super) action: String,
    pub(super) day: String,
    pub(super) back: String,
}

/// `GET /programmes/{enrolment}/exercises/{exercise}/history`
pub(super) async fn show(
    visit: Visit,
    Extension(library): Extension<Library>,
    At((id, exercise)): At<(EnrolmentId, String)>,
) -> Result<Response, Problem> {
    let (name, day) = (named(&exercise)?, visit.query.get("day").to_owned());
    let asker = visit.clone();
    let language = visit.scope.language;
    let read = move |reader: &mut store::Reader<'_>| {
        let trail = Trail::read(&asker, &library, reader, id)?;
        let place = {
            let (_, exercise) = trail.open_exercise(&asker, &name).map_err(|_| Failure::Absent)?;
            place_of(&asker, exercise, &day).map_err(|_| Failure::Absent)?
        };
        let history = revisions::history(&asker.scope, reader, &trail.enrolment, &place)?;
        let mut volumes = Vec::new();
        for revision in &history {
            let volume = library.find(&asker.scope, reader, revision.version)?.ok_or(Failure::Absent)?;
            volumes.push(volume);
        }
        Ok::<_, Failure>((trail, name, place, history, volumes))
    };
    let (trail, name, place, history, volumes) = visit.site.store.read(&visit.scope, read).await?;
    let (_, exercise) = trail.open_exercise(&visit, &name)?;
    let voice = visit.voice();
    let mut files: Vec<FileLine> = Vec::new();
    let mut entries = Vec::new();
    for (revision, volume) in history.iter().zip(&volumes) {
        let sheet = trail.sheet(revision)?;
        for said in sheet.files_said() {
            if files.iter().all(|file| file.id != said.0) {
                files.push(FileLine::own(&visit, id, said));
            }
        }
        // Read by the version that it answers.
        let edition = volume.programme.edition(language);
        let asked = edition.exercise(&name).map_or(exercise, |(_, exercise)| exercise);
        entries.push(Entry {
            heading: organisation::pages::moment(&visit, &voice, revision.written),
            said: said(&visit, &trail, revision),
            lines: lines(&voice, asked, &sheet),
            files: sheet.files_said().into_iter().map(|(_, _, name)| name.to_owned()).collect(),
        });
    }
    let is_shared = history.iter().any(|revision| revision.shared.is_some());
    let own = way(id, &format!("/exercises/{name}"));
    let day = place.spot().day.map(|day| day.to_string()).unwrap_or_default();
    let dated = |path: String| if day.is_empty() { path } else { format!("{path}?day={day}") };
    let page = trail.page(&visit, voice.say1("programmes-history-title", "title", exercise.title.as_str()))?;
    draw(&HistoryPage {
        page: page.crumb(dated(own.clone()), exercise.title.clone()),
        exercise: dated(own.clone()),
        taking_back: if is_shared { format!("{own}/taking-back") } else { String::new() },
        removal: if entries.is_empty() { String::new() } else { dated(format!("{own}/removal")) },
        entries,
        files,
        coach: trail.coach(&visit),
        day,
    })
}

/// What of a revision was shared, and when the coach saw it.
pub(super) fn said(visit: &Visit, trail: &Trail, revision: &Revision) -> String {
    let voice = visit.voice();
    let day = |at| organisation::pages::day(visit, &voice, at);
    let state = match revision.finished {
        Some(at) => voice.say1("programmes-standing-finished", "date", day(at)),
        None => voice.say1("programmes-standing-kept", "date", day(revision.written)),
    };
    let coach = trail.coach(visit);
    let shared = match (revision.shared, revision.seen) {
        (Some(_), None) => voice.say1("programmes-standing-shared", "name", coach),
        (_, Some(seen)) => voice.say2("programmes-standing-seen", "name", coach, "date", day(seen)),
        (None, None) => voice.say("programmes-standing-own"),
    };
    format!("{state} {shared}")
}

/// The place of a form.
async fn place(visit: &Visit, library: Library, id: EnrolmentId, exercise: &str, day: &str) -> Result<Place, Problem> {
    let name = named(exercise)?;
    let trail = trail_of(visit, library, id).await?;
    let (_, exercise) = trail.open_exercise(visit, &name)?;
    place_of(visit, exercise, day)
}

/// `POST /programmes/{enrolment}/exercises/{exercise}/taking-back`
pub(super) async fn take_back(
    visit: Visit,
    Extension(library): Extension<Library>,
    At((id, exercise)): At<(EnrolmentId, String)>,
    typed: Fields,
) -> Result<Response, Problem> {
    let place = place(&visit, library, id, &exercise, typed.get("day")).await?;
    let take = Room::write(&visit, id, &SELF_HELP_CLOSE, move |asker, work, room| {
        Ok(revisions::take_back(&asker.scope, work, &room.grant, &room.enrolment, &place)?)
    });
    take.await?;
    Ok(see_other(&way(id, "?done=taken-back")))
}

/// `GET /programmes/{enrolment}/exercises/{exercise}/removal`: says what goes.
pub(super) async fn removal_form(
    visit: Visit,
    Extension(library): Extension<Library>,
    At((id, exercise)): At<(EnrolmentId, String)>,
) -> Result<Response, Problem> {
    let name = named(&exercise)?;
    let trail = trail_of(&visit, library, id).await?;
    visit.decide(&SELF_HELP_CLOSE, &access::Guarded::resource(&trail.enrolment))?;
    let (_, exercise) = trail.open_exercise(&visit, &name)?;
    let voice = visit.voice();
    let spot = place_of(&visit, exercise, visit.query.get("day"))?.spot();
    let own = way(id, &format!("/exercises/{name}"));
    let what = match spot.day {
        Some(day) => {
            voice.say2("programmes-removal-goes-day", "title", exercise.title.as_str(), "date", voice.date(day))
        }
        None => voice.say1("programmes-removal-goes", "title", exercise.title.as_str()),
    };
    draw(&RemovalPage {
        page: trail.page(&visit, voice.say("programmes-removal-title"))?,
        goes: vec![ui::Line::new(what)],
        stays: vec![ui::Line::new(voice.say("programmes-removal-stays"))],
        action: format!("{own}/removal"),
        day: spot.day.map(|day| day.to_string()).unwrap_or_default(),
        back: own,
    })
}

/// `POST /programmes/{enrolment}/exercises/{exercise}/removal`
pub(super) async fn remove(
    visit: Visit,
    Extension(library): Extension<Library>,
    At((id, exercise)): At<(EnrolmentId, String)>,
    typed: Fields,
) -> Result<Response, Problem> {
    let place = place(&visit, library, id, &exercise, typed.get("day")).await?;
    let remove = Room::write(&visit, id, &SELF_HELP_CLOSE, move |asker, work, room| {
        if room.enrolment.hold(asker.scope.now).is_some() {
            return Err(Failure::Conflict);
        }
        Ok(revisions::remove(&asker.scope, work, &room.grant, &room.enrolment, &place)?)
    });
    super::hand_in::forget(&visit, &remove.await?.unwrap_or_default()).await;
    Ok(see_other(&way(id, "?done=removed")))
}
