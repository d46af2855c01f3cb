//! What is typed is kept: at a button, or while one types.

use http::{
    At, Fields, Problem,
    axum::{
        Extension,
        http::{HeaderValue, StatusCode, header},
        response::{IntoResponse as _, Response},
    },
    see_other,
};
use jiff::civil::Date;
use kernel::{PersonId, id::Id as _};
use organisation::{Visit, notify, pages::Failure};
use programme::{Exercise, Kind, Name};
use store::Work;

use super::{
    card::results,
    exercise::{Again, again, urgent},
    trail::{Trail, named, way},
};
use crate::{
    actions::SELF_HELP_WRITE,
    consent,
    inventory::MAIL_SHARED,
    library::Library,
    model::{Enrolment, EnrolmentId, HandId, Place, RevisionId, Sheet, VersionId},
    outcomes,
    room::Room,
    store::revisions::{self, Finish, Saving},
};

/// A save as the form sent it, held against the exercise.
pub(super) struct Sent {
    pub(super) place: Place,
    pub(super) version: VersionId,
    pub(super) hand: HandId,
    pub(super) from: Vec<RevisionId>,
    pub(super) sheet: Sheet,
}

/// Leads to the question that must be answered first, where the statement asks one.
pub(super) fn agreement_first(visit: &Visit, enrolment: &Enrolment) -> Option<Response> {
    let is_due = enrolment.ended.is_none() && !consent::stands(&visit.site.plan, enrolment);
    is_due.then(|| see_other(&way(enrolment.id, "/agreement")))
}

/// The trail, for a save.
pub(super) async fn trail_of(visit: &Visit, library: Library, id: EnrolmentId) -> Result<Trail, Problem> {
    let asker = visit.clone();
    Ok(visit.site.store.read(&visit.scope, move |reader| Trail::read(&asker, &library, reader, id)).await?)
}

/// The day of a form or an address: today, or one before it.
pub(super) fn day_of(visit: &Visit, typed: &str) -> Result<Date, Problem> {
    let today = visit.scope.today();
    if typed.is_empty() {
        return Ok(today);
    }
    let day: Date = typed.parse().map_err(|_| Problem::NotFound)?;
    if day > today { Err(Problem::NotFound) } else { Ok(day) }
}

/// The place of a form or an address: where an exercise is filled in, or, for goals with a day, where it is said how they went.
pub(super) fn place_of(visit: &Visit, exercise: &Exercise, typed: &str) -> Result<Place, Problem> {
    let day = day_of(visit, typed)?;
    let check_in = Place::check_in(exercise, day).filter(|_| !typed.is_empty());
    Ok(check_in.unwrap_or_else(|| Place::of(exercise, day)))
}

pub(super) fn sent(
    exercise: &Exercise,
    version: VersionId,
    place: Place,
    typed: &Fields,
) -> Result<(Sent, Vec<String>), Problem> {
    let fields = typed.iter().map(|(field, value)| (field.to_owned(), value.to_owned()));
    let (sheet, misfits) =
        Sheet::of(&exercise.kind, fields).map_err(|_| Problem::TooLarge(crate::model::MOST_SIGNS))?;
    // A form of ours asks about goals that it names, or has them set.
    if place.is_check_in(exercise) == sheet.goals_asked().is_empty() && !sheet.is_blank(&exercise.kind) {
        return Err(Problem::Unreadable);
    }
    let hand = typed.get("hand").parse().map_err(|_| Problem::Unreadable)?;
    let from = typed.all("from").filter_map(|id| id.parse().ok()).collect();
    Ok((Sent { place, version, hand, from, sheet }, misfits))
}

/// `POST /programmes/{enrolment}/exercises/{exercise}`: keeps what is filled in, finished or not.
pub(super) async fn send(
    visit: Visit,
    Extension(library): Extension<Library>,
    At((id, exercise)): At<(EnrolmentId, String)>,
    typed: Fields,
) -> Result<Response, Problem> {
    let name = named(&exercise)?;
    let trail = trail_of(&visit, library.clone(), id).await?;
    if let Some(first) = agreement_first(&visit, &trail.enrolment) {
        return Ok(first);
    }
    let (stand, exercise) = trail.open_exercise(&visit, &name)?;
    let place = place_of(&visit, exercise, typed.get("day"))?;
    let (sent, mut misfits) = sent(exercise, stand.version, place.clone(), &typed)?;
    let is_danger = sent.sheet.is_danger(&exercise.kind);
    let finishes = typed.get("do") == "finish";
    let nothing = finishes && sent.sheet.is_blank(&exercise.kind);
    if finishes {
        misfits.extend(open_items(&exercise.kind, &sent.sheet));
    }
    let is_faulty = !misfits.is_empty() || nothing;
    let finish = (finishes && !is_faulty).then(|| Finish {
        is_shared: shares(&trail.enrolment, &typed),
        has_moved: has_moved(&trail, exercise, &sent.sheet).unwrap_or(false),
    });
    let back = if place.is_check_in(exercise) {
        way(id, &format!("/exercises/{}", exercise.name))
    } else {
        way(id, &format!("/steps/{}", stand.step.name))
    };
    let kept = keep(&visit, id, sent, finish).await;
    if is_danger {
        let is_told = super::warning::raise(&visit, &trail).await;
        return urgent(&visit, &trail, &back, (kept.is_ok(), is_told));
    }
    kept?;
    if is_faulty {
        let again_with = Again { library, id, name, typed, misfits, nothing, files: Vec::new() };
        return again(&visit, again_with).await;
    }
    if finish.is_some() {
        outcomes::count_own(&visit, &library, id).await?;
    }
    Ok(see_other(&format!("{back}?done={}#{}", done(finish, &typed), exercise.name)))
}

fn wishes(typed: &Fields) -> bool {
    typed.get("sharing") == "shared"
}

/// Whether a form shares what it finishes: not where somebody else coaches by now, whom its writer was not shown.
pub(super) fn shares(enrolment: &Enrolment, typed: &Fields) -> bool {
    let is_shown = enrolment.coach.is_some() && reader(enrolment.coach) == typed.get("reader");
    wishes(typed) && is_shown
}

/// What the next page says of it.
pub(super) fn done(finish: Option<Finish>, typed: &Fields) -> &'static str {
    match finish {
        None => "kept",
        Some(Finish { is_shared: true, .. }) => "shared",
        Some(_) if wishes(typed) => "unshared",
        Some(_) => "finished",
    }
}

/// The items of a questionnaire that are open.
fn open_items(kind: &Kind, sheet: &Sheet) -> Vec<String> {
    let Kind::Questionnaire(questionnaire) = kind else { return Vec::new() };
    sheet.score(questionnaire).err().map_or_else(Vec::new, |open| open.0.iter().map(Name::to_string).collect())
}

/// Whether a result moved by as much as counts since the last one.
fn has_moved(trail: &Trail, exercise: &Exercise, sheet: &Sheet) -> Result<bool, Problem> {
    let Kind::Questionnaire(questionnaire) = &exercise.kind else { return Ok(false) };
    let Ok(now) = sheet.score(questionnaire) else { return Ok(false) };
    let before = results(trail, &exercise.name, questionnaire)?;
    let change = before.first().and_then(|(_, before, _)| questionnaire.change(*before, now.points));
    Ok(change.is_some_and(|change| change != programme::Change::Same))
}

async fn keep(visit: &Visit, id: EnrolmentId, sent: Sent, finish: Option<Finish>) -> Result<RevisionId, Problem> {
    let write = Room::write(visit, id, &SELF_HELP_WRITE, move |asker, work, room| {
        if !consent::stands(&asker.site.plan, &room.enrolment) {
            return Err(Failure::Conflict);
        }
        let Sent { place, version, hand, from, sheet } = &sent;
        let saving = Saving { place, version: *version, hand: *hand, from, sheet, finish };
        let waited = revisions::waits(&asker.scope, work, &room.enrolment)?;
        let kept = revisions::save(&asker.scope, work, &room.grant, &room.enrolment, &saving)?;
        tell(work, &room.enrolment, finish.is_some_and(|finish| finish.is_shared) && !waited)?;
        Ok(kept)
    });
    Ok(write.await?)
}

/// Tells the coach that something waits, once until it is answered.
pub(super) fn tell(work: &mut Work<'_>, enrolment: &Enrolment, waits: bool) -> Result<(), Failure> {
    if let Some(coach) = enrolment.coach.filter(|_| waits) {
        notify(work, coach, MAIL_SHARED, &format!("/caseload/{}", enrolment.id))?;
    }
    Ok(())
}

/// `POST /programmes/{enrolment}/exercises/{exercise}/keeping`: keeps what fits while one types. The answer is the id of what
/// is kept, for the next save to name; a header tells when urgent help is to be shown.
pub(super) async fn keep_typing(
    visit: Visit,
    Extension(library): Extension<Library>,
    At((id, exercise)): At<(EnrolmentId, String)>,
    typed: Fields,
) -> Result<Response, Problem> {
    let name = named(&exercise)?;
    let trail = trail_of(&visit, library, id).await?;
    let (stand, exercise) = trail.open_exercise(&visit, &name)?;
    let place = place_of(&visit, exercise, typed.get("day"))?;
    let (sent, _) = sent(exercise, stand.version, place, &typed)?;
    let is_danger = sent.sheet.is_danger(&exercise.kind);
    let kept = keep(&visit, id, sent, None).await;
    let (status, body) = match kept {
        Ok(id) => (StatusCode::OK, id.uuid().to_string()),
        Err(_) if is_danger => (StatusCode::CONFLICT, String::new()),
        Err(problem) => return Err(problem),
    };
    let mut response = (status, body).into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    if is_danger {
        response.headers_mut().insert("x-urgent-help", HeaderValue::from_static("show"));
    }
    Ok(response)
}

/// Who coaches, for a form to name.
pub(super) fn reader(coach: Option<PersonId>) -> String {
    coach.map(|coach| coach.uuid().to_string()).unwrap_or_default()
}
