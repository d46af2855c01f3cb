//! How somebody in the middle of a programme comes into a newer version of it: by itself where answers mean what they meant, and
//! step by step, as they choose, where they may not.

use std::collections::BTreeSet;

use access::Grant;
use askama::Template;
use http::{
    At, Fields, Problem,
    axum::{Extension, response::Response},
    see_other,
};
use organisation::{
    Desk as _, Visit,
    pages::{Failure, draw, with_news},
};
use programme::{Difference, Name, StepDifference, differences};
use store::{Reader, Work};
use ui::Page;

use super::publication::{Titles, word};
use crate::{
    actions::ENROLMENT_MOVE,
    library::{Library, Volume},
    model::{Enrolment, EnrolmentId, Moving, Opening, moving},
    room::Room,
    store::enrolments,
};

/// What a newer version means for somebody in the middle.
struct Course {
    /// The newest version.
    newest: std::sync::Arc<Volume>,
    /// Whether later steps do not open in it yet, or steps come into it by themselves.
    waits: bool,
    /// The open steps that come into it by themselves.
    moves: Vec<Name>,
    /// The open steps about which their participant is asked.
    asks: Vec<Asked>,
}

/// A step about which its participant is asked.
struct Asked {
    older: std::sync::Arc<Volume>,
    difference: StepDifference,
}

/// What the newest version means for an enrolment with these steps open; `None` when all of it is there already. Where
/// something is newer, one query, and two for each version that is not in memory.
fn course(
    visit: &Visit,
    reader: &mut Reader<'_>,
    library: &Library,
    (grant, enrolment): (&Grant, &Enrolment),
    openings: &[Opening],
) -> Result<Option<Course>, Failure> {
    let (scope, Some(id)) = (&visit.scope, enrolment.newest) else { return Ok(None) };
    let behind: Vec<_> = openings.iter().filter(|opening| opening.version != id && opening.kept != Some(id)).collect();
    if enrolment.version == id && behind.is_empty() {
        return Ok(None);
    }
    let newest = library.find(scope, reader, id)?.ok_or(Failure::Absent)?;
    let written: BTreeSet<Name> = enrolments::written(scope, reader, grant, enrolment)?;
    let mut course = Course { newest, waits: enrolment.version != id, moves: Vec::new(), asks: Vec::new() };
    for opening in behind {
        let older = library.find(scope, reader, opening.version)?.ok_or(Failure::Absent)?;
        let steps = differences(&older.programme, &course.newest.programme);
        let Some(difference) = steps.into_iter().find(|step| step.name == opening.step) else { continue };
        match (moving(&difference, &written), difference.difference) {
            // A step that is not there any more can be shown in no newer version.
            (Moving::Stays, _) | (Moving::Moves, Difference::Gone) => {}
            (Moving::Moves, _) => course.moves.push(opening.step.clone()),
            (Moving::Asks, _) => course.asks.push(Asked { older, difference }),
        }
    }
    course.waits |= !course.moves.is_empty();
    Ok(Some(course))
}

/// The same, read by itself.
async fn glance(visit: &Visit, library: &Library, id: EnrolmentId) -> Result<Option<Course>, Failure> {
    let (asker, known) = (visit.clone(), library.clone());
    let read = move |reader: &mut Reader<'_>| Ok::<_, Failure>(look(&asker, reader, &known, id)?.1);
    visit.site.store.read(&visit.scope, read).await
}

/// What the newest version means for an enrolment.
fn look(
    visit: &Visit,
    reader: &mut Reader<'_>,
    library: &Library,
    id: EnrolmentId,
) -> Result<(Room, Option<Course>), Failure> {
    let room = Room::enter(visit, reader, id, &ENROLMENT_MOVE)?;
    let openings = enrolments::openings(&visit.scope, reader, &room.enrolment)?;
    let course = course(visit, reader, library, (&room.grant, &room.enrolment), &openings)?;
    Ok((room, course))
}

/// Goes on in the newest version as far as that changes nothing which was written: later steps open in it, and steps whose answers
/// mean what they meant are shown in it. About all others their participant is asked.
pub(in crate::pages) async fn go_on(visit: &Visit, library: &Library, id: EnrolmentId) -> Result<(), Failure> {
    let (asker, known) = (visit.clone(), library.clone());
    let write = move |work: &mut Work<'_>| {
        let (room, course) = look(&asker, work, &known, id)?;
        let Some(course) = course else { return Ok(()) };
        let (to, steps) = (course.newest.version.id, &course.moves);
        enrolments::move_on(&asker.scope, work, &room.grant, &room.enrolment, to, steps)?;
        Ok::<_, Failure>(())
    };
    visit.site.store.write(&visit.scope, write).await
}

#[derive(Template)]
#[template(path = "programmes/making-newer.html")]
struct NewerPage {
    page: Page,
    path: String,
    back: String,
    version: String,
    steps: Vec<AskedView>,
}

struct AskedView {
    name: String,
    title: String,
    exercises: Vec<(String, String)>,
}

/// `GET /programmes/{enrolment}/newer`
pub(super) async fn show(
    visit: Visit,
    At(id): At<EnrolmentId>,
    Extension(library): Extension<Library>,
) -> Result<Response, Problem> {
    let mut course = glance(&visit, &library, id).await?;
    if course.as_ref().is_some_and(|course| course.waits) {
        go_on(&visit, &library, id).await?;
        course = glance(&visit, &library, id).await?;
    }
    let voice = visit.voice();
    let steps = course.iter().flat_map(|course| course.asks.iter().map(move |asked| (course, asked)));
    let steps = steps.map(|(course, asked)| {
        let (newer, older) = (&course.newest.programme, &asked.older.programme);
        let titles = Titles { newer, older, language: visit.scope.language };
        let exercises = asked.difference.exercises.iter().filter(|exercise| exercise.difference != Difference::Same);
        AskedView {
            name: asked.difference.name.to_string(),
            title: titles.step(&asked.difference.name),
            exercises: exercises
                .map(|exercise| (titles.exercise(&exercise.name), word(exercise.difference, &voice)))
                .collect(),
        }
    });
    let back = format!("/programmes/{id}");
    let page = visit.page(voice.say("programmes-newer-title")).crumb(&back, voice.say("programmes-newer-back"));
    let version = course.as_ref().map(|course| course.newest.version.id.to_string()).unwrap_or_default();
    draw(&NewerPage {
        page: with_news(page, &visit, &[("chosen", "programmes-newer-chosen")]),
        path: format!("/programmes/{id}/newer"),
        back,
        version,
        steps: steps.collect(),
    })
}

/// `POST /programmes/{enrolment}/newer`: for each step that was shown, the new one or one's own.
pub(super) async fn choose(
    visit: Visit,
    At(id): At<EnrolmentId>,
    Extension(library): Extension<Library>,
    fields: Fields,
) -> Result<Response, Problem> {
    let asker = visit.clone();
    let write = move |work: &mut Work<'_>| {
        let (room, course) = look(&asker, work, &library, id)?;
        let Some(course) = course else { return Ok(()) };
        let version = course.newest.version.id;
        // A version that came since was not shown.
        if fields.get("version").parse() != Ok(version) {
            return Err(Failure::Conflict);
        }
        let chose = |name: &&Name, answer: &str| fields.get(&format!("step-{name}")) == answer;
        let asked = || course.asks.iter().map(|asked| &asked.difference.name);
        let newer: Vec<Name> = asked().filter(|name| chose(name, "newer")).cloned().collect();
        let own: Vec<Name> = asked().filter(|name| chose(name, "own")).cloned().collect();
        let (scope, grant, of) = (&asker.scope, &room.grant, &room.enrolment);
        enrolments::move_on(scope, work, grant, of, version, &newer)?;
        enrolments::keep_steps(scope, work, grant, of, version, &own)?;
        Ok::<_, Failure>(())
    };
    visit.site.store.write(&visit.scope, write).await?;
    Ok(see_other(&format!("/programmes/{id}/newer?done=chosen")))
}
