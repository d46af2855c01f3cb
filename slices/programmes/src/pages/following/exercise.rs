//! One exercise by itself: filled in for a day, drawn again with what is wrong, its results over time; and the page on which
//! urgent help comes first.

use askama::Template;
use http::{
    At, Fields, Problem,
    axum::{Extension, http::StatusCode, response::Response},
};
use jiff::civil::Date;
use kernel::words::Voice;
use organisation::{Desk as _, Visit, pages::Failure, pages::draw, pages::draw_again, pages::with_news};
use programme::{Exercise, FieldKind, Kind, Name};
use ui::{Page, Plot};

use super::{
    card::{Beside, Card},
    device::Device,
    form::{Input, went_word},
    help::Help,
    save::{agreement_first, place_of},
    trail::{Trail, named, way},
};
use crate::{
    library::Library,
    model::{EnrolmentId, Place, Sheet},
    store::responses,
};

#[derive(Template)]
#[template(path = "programmes/following-exercise.html")]
struct ExercisePage {
    page: Page,
    card: Card,
    faults: ui::Faults,
    help: Help,
    plots: Vec<Plot>,
    /// How goals went, where it is asked today beside them.
    check_in: Option<Card>,
    /// How they went until now, the latest first.
    went: Vec<Went>,
    /// The last day that can be filled in; empty where there are no days.
    last_day: String,
    step: String,
    step_path: String,
    /// Whether something stands here.
    has_history: bool,
    removal: String,
    device: Option<Device>,
}

#[derive(Template)]
#[template(path = "programmes/following-urgent.html")]
struct UrgentPage {
    page: Page,
    help: Help,
    kept: bool,
    /// Who knows of it.
    told: String,
    back: String,
}

/// How a goal went.
struct Went {
    /// The day, where it is the first line of it.
    day: String,
    href: String,
    goal: String,
    went: String,
    remark: String,
}

/// A form that comes back.
pub(super) struct Again {
    pub(super) library: Library,
    pub(super) id: EnrolmentId,
    pub(super) name: Name,
    pub(super) typed: Fields,
    pub(super) misfits: Vec<String>,
    /// Whether nothing at all was filled in.
    pub(super) nothing: bool,
    /// What is wrong with files.
    pub(super) files: Vec<String>,
}

/// `GET /programmes/{enrolment}/exercises/{exercise}`
pub(super) async fn show(
    visit: Visit,
    Extension(library): Extension<Library>,
    At((id, exercise)): At<(EnrolmentId, String)>,
) -> Result<Response, Problem> {
    let name = named(&exercise)?;
    match compose(&visit, library, (id, &name, visit.query.get("day")), None).await? {
        Ok(page) => draw(&page),
        Err(first) => Ok(first),
    }
}

/// Draws the exercise with what is wrong; what fits was kept.
pub(super) async fn again(visit: &Visit, again: Again) -> Result<Response, Problem> {
    let Again { library, id, name, typed, misfits, nothing, files } = again;
    let mut page = match compose(visit, library, (id, &name, typed.get("day")), Some((&typed, &misfits))).await? {
        Ok(page) => page,
        Err(first) => return Ok(first),
    };
    page.faults = page.card.faults();
    if nothing {
        let field = page
            .card
            .groups
            .first()
            .and_then(|group| group.fields.iter().find(|field| !matches!(field.input, Input::Hidden)));
        let field = field.map(|field| field.id.clone()).unwrap_or_default();
        page.faults.0.push(ui::Fault { field, text: visit.voice().say("programmes-fault-nothing") });
    }
    page.faults.0.extend(page.card.refuse(&files));
    draw_again(&page, StatusCode::UNPROCESSABLE_ENTITY)
}

async fn compose(
    visit: &Visit,
    library: Library,
    (id, name, day): (EnrolmentId, &Name, &str),
    typed: Option<(&Fields, &[String])>,
) -> Result<Result<ExercisePage, Response>, Problem> {
    let asker = visit.clone();
    let read = move |reader: &mut store::Reader<'_>| {
        let trail = Trail::read(&asker, &library, reader, id)?;
        let responses = responses::all(&asker.scope, reader, &trail.enrolment)?;
        Ok::<_, Failure>((trail, responses))
    };
    let (trail, responses) = visit.site.store.read(&visit.scope, read).await?;
    if let Some(first) = agreement_first(visit, &trail.enrolment) {
        return Ok(Err(first));
    }
    let (stand, exercise) = trail.open_exercise(visit, name)?;
    let beside = Beside { responses: &responses, typed };
    let place = place_of(visit, exercise, day)?;
    let is_check_in = place.is_check_in(exercise);
    let mut card = Card::of(visit, &trail, (&stand, exercise), &place, &beside)?;
    if is_check_in && card.groups.iter().all(|group| group.legend.is_empty()) {
        // There are no goals to ask about.
        return Err(Problem::NotFound);
    }
    let asked = trail.check_in(visit, exercise)?.filter(|of| !is_check_in && of.is_asked(visit.scope.today()));
    let check_in = match asked.and_then(|asked| Place::check_in(exercise, asked.day)) {
        Some(place) => {
            card.asks = None;
            Some(Card::of(visit, &trail, (&stand, exercise), &place, &Beside { responses: &responses, typed: None })?)
        }
        None => None,
    };
    let is_dated = !is_check_in && place.spot().day.is_some();
    let step_path = way(id, &format!("/steps/{}", stand.step.name));
    let mut page = trail.page(visit, card.title.clone())?.crumb(step_path.clone(), stand.step.title.clone());
    if is_check_in {
        page = page.crumb(way(id, &format!("/exercises/{name}")), exercise.title.clone());
    }
    let page = with_news(page, visit, &super::step::NEWS);
    Ok(Ok(ExercisePage {
        page,
        faults: ui::Faults::default(),
        help: Help::of(visit),
        plots: plots(visit, &trail, exercise)?,
        check_in,
        went: went(visit, &trail, exercise)?,
        last_day: if is_dated { visit.scope.today().to_string() } else { String::new() },
        step: stand.step.title.clone(),
        step_path,
        has_history: !card.standing.is_empty(),
        removal: card.history.replace("/history", "/removal"),
        device: Device::of(visit, &trail)?,
        card,
    }))
}

/// How goals went over time, the latest first.
fn went(visit: &Visit, trail: &Trail, exercise: &Exercise) -> Result<Vec<Went>, Problem> {
    let (voice, mut lines) = (visit.voice(), Vec::new());
    for revision in trail.current.iter().rev().filter(|revision| revision.place.is_check_in(exercise)) {
        let Some(day) = revision.place.spot().day else { continue };
        let sheet = trail.sheet(revision)?;
        for (number, (row, goal)) in sheet.goals_asked().into_iter().enumerate() {
            let said = |part: &str| sheet.get(&format!("{row}.{part}")).unwrap_or_default();
            lines.push(Went {
                day: if number == 0 { voice.date(day) } else { String::new() },
                href: trail.check_in_path(exercise, day),
                goal: goal.to_owned(),
                went: if said("went").is_empty() { String::new() } else { voice.say(went_word(said("went"))) },
                remark: said("remark").to_owned(),
            });
        }
    }
    Ok(lines)
}

/// Results over time, and the numbers of a diary.
pub(super) fn plots(visit: &Visit, trail: &Trail, exercise: &Exercise) -> Result<Vec<Plot>, Problem> {
    let mut days = Vec::new();
    for revision in &trail.current {
        let spot = revision.place.spot();
        let is_counted = revision.finished.is_some() || matches!(exercise.kind, Kind::Diary(_));
        if let Some(day) = spot.day.filter(|_| is_counted && spot.exercise.as_ref() == Some(&exercise.name)) {
            days.push((day, trail.sheet(revision)?));
        }
    }
    Ok(plots_of(&visit.voice(), exercise, &days))
}

/// The same of what stands on these days.
pub(crate) fn plots_of(voice: &Voice, exercise: &Exercise, days: &[(Date, Sheet)]) -> Vec<Plot> {
    match &exercise.kind {
        Kind::Questionnaire(questionnaire) => {
            let points = days.iter().filter_map(|(day, sheet)| Some((*day, sheet.score(questionnaire).ok()?.points)));
            let (reach, what) = (questionnaire.reach(), voice.say("programmes-points"));
            let values: Vec<_> = points.collect();
            vec![Plot::of(exercise.title.clone(), what, (*reach.start(), *reach.end()), voice, &values)]
        }
        Kind::Diary(fields) => fields.iter().filter_map(|field| numbers(voice, field, days)).collect(),
        _ => Vec::new(),
    }
}

/// The numbers of one field of a diary, from two on.
fn numbers(voice: &Voice, field: &programme::Field, days: &[(Date, Sheet)]) -> Option<Plot> {
    let (FieldKind::Number(reach) | FieldKind::Scale(reach)) = &field.kind else { return None };
    let number = |(day, sheet): &(Date, Sheet)| Some((*day, sheet.get(field.name.as_str())?.parse::<i32>().ok()?));
    let values: Vec<_> = days.iter().filter_map(number).collect();
    // A number that may be very high is drawn as high as it gets.
    let most = values.iter().map(|(_, value)| *value).max().unwrap_or(0);
    let high = if matches!(field.kind, FieldKind::Scale(_)) { i32::from(*reach.end()) } else { most };
    let low = i32::from(*reach.start());
    (values.len() > 1)
        .then(|| Plot::of(field.words.clone(), voice.say("programmes-number"), (low, high), voice, &values))
}

/// An answer signals danger: urgent help comes before everything, whatever is shared, and also when keeping it failed.
pub(super) fn urgent(
    visit: &Visit,
    trail: &Trail,
    back: &str,
    (kept, is_told): (bool, bool),
) -> Result<Response, Problem> {
    let voice = visit.voice();
    let told = if is_told { super::warning::told_after(visit, trail) } else { voice.say("programmes-urgent-nobody") };
    let page = visit.page(voice.say("programmes-urgent-title"));
    draw(&UrgentPage { page, help: Help::of(visit), kept, told, back: back.to_owned() })
}
