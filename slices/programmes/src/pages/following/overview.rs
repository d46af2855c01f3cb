//! A programme on the way: what is next, how its steps stand, how one feels today.

use askama::Template;
use http::{
    At, Fields, Problem,
    axum::{Extension, response::Response as Answer},
    see_other,
};
use jiff::civil::Date;
use kernel::{id::Id as _, page::Seal};
use organisation::{Desk as _, Visit, pages::Failure, pages::draw, pages::with_news};
use programme::Kind;
use ui::{Choice, Page, Plot};

use super::{
    card::check_in_title,
    device::Device,
    save::{agreement_first, reader, tell},
    trail::{Stand, Trail, way},
};
use crate::{
    actions::{SELF_HELP_CLOSE, SELF_HELP_WRITE},
    consent,
    library::Library,
    model::{EnrolmentId, HandId, Place, Response, RevisionId, Sheet, Standing, proposes_sharing},
    room::Room,
    store::{
        responses,
        revisions::{self, Finish, Saving},
    },
};

#[derive(Template)]
#[template(path = "programmes/following-overview.html")]
struct OverviewPage {
    page: Page,
    next: Next,
    steps: Vec<StepLine>,
    /// Responses that were not seen yet.
    fresh: Vec<(String, String)>,
    /// Goals of which it is asked today how they went.
    asked: Vec<(String, String)>,
    /// Diaries of open steps.
    diaries: Vec<(String, String)>,
    coach: String,
    coach_said: String,
    mood: Mood,
    plots: Vec<Plot>,
    writable: bool,
    /// Where a newer version waits for a choice; empty where none does.
    newer: String,
    ended: String,
    ending: String,
    seal: Seal,
    /// That the coach is away; empty for nothing.
    away: String,
    /// Another coach is to take over; and where one objects.
    handover: Option<(String, String)>,
    device: Option<Device>,
}

/// What is next, in a sentence, with its button.
pub(super) struct Next {
    pub(super) said: String,
    pub(super) href: String,
    pub(super) label: String,
}

struct StepLine {
    title: String,
    said: String,
    /// Where it is; empty while it is closed.
    href: String,
    icon: &'static str,
}

/// How one feels today.
struct Mood {
    action: String,
    closing: String,
    choices: Vec<Choice>,
    hand: String,
    from: Vec<String>,
    reader: String,
    proposes: bool,
    /// That the coach is away and reads it later; empty for nothing.
    away: String,
    is_kept: bool,
    is_shared: bool,
    /// Where one looks back; empty where nothing was noted.
    moods: String,
    plot: Plot,
    seal: Seal,
}

/// Reads what the page shows.
async fn read(visit: &Visit, library: &Library, id: EnrolmentId) -> Result<(Trail, Vec<Response>), Failure> {
    let (asker, library) = (visit.clone(), library.clone());
    let read = move |reader: &mut store::Reader<'_>| {
        let trail = Trail::read(&asker, &library, reader, id)?;
        let responses = responses::all(&asker.scope, reader, &trail.enrolment)?;
        Ok((trail, responses))
    };
    visit.site.store.read(&visit.scope, read).await
}

/// `GET /programmes/{enrolment}`
pub(super) async fn show(
    visit: Visit,
    Extension(library): Extension<Library>,
    At(id): At<EnrolmentId>,
) -> Result<Answer, Problem> {
    let mut found = read(&visit, &library, id).await?;
    if found.0.is_behind(&visit) {
        super::super::making::go_on(&visit, &library, id).await?;
        found = read(&visit, &library, id).await?;
    }
    let (trail, responses) = found;
    if let Some(first) = agreement_first(&visit, &trail.enrolment) {
        return Ok(first);
    }
    trail.note(&visit).await?;
    let voice = visit.voice();
    let steps = trail.steps(&visit)?;
    let edition = trail.edition(visit.scope.language)?;
    let mut fresh = Vec::new();
    for response in responses.iter().filter(|response| response.sent.is_some() && response.seen.is_none()) {
        let Some(name) = &response.spot.exercise else { continue };
        let here = |stand: &&Stand<'_>| stand.step.exercises().any(|exercise| exercise.name == *name);
        let Some(stand) = steps.iter().find(here) else { continue };
        let said = voice.say1("programmes-response-new", "name", trail.coach(&visit));
        fresh.push((said, way(id, &format!("/steps/{}#{name}", stand.step.name))));
    }
    let open = || steps.iter().filter(|stand| matches!(stand.standing, Standing::Open(_)));
    let exercises = || open().flat_map(|stand| stand.step.exercises());
    let mut plots = Vec::new();
    for exercise in exercises() {
        let drawn = super::exercise::plots(&visit, &trail, exercise)?;
        plots.extend(drawn.into_iter().filter(|plot| plot.dots.len() > 1));
    }
    let asked = asked(&visit, &trail)?;
    let is_diary = |exercise: &&programme::Exercise| matches!(exercise.kind, Kind::Diary(_));
    let diaries = exercises()
        .filter(is_diary)
        .map(|exercise| (exercise.title.clone(), way(id, &format!("/exercises/{}", exercise.name))));
    let news = [
        ("begun", "programmes-done-begun"),
        ("mood", "programmes-done-mood"),
        ("removed", "programmes-done-removed"),
        ("taken-back", "programmes-done-taken-back"),
        ("unshared", "programmes-done-unshared"),
        ("objected", "programmes-news-objected"),
    ];
    let coach = trail.coach(&visit);
    let mut page = visit.page(edition.title.clone());
    let up = page.say("programmes-nav-following");
    page = with_news(page.crumb("/programmes", up), &visit, &news);
    draw(&OverviewPage {
        next: next(&visit, &trail, &steps)?,
        steps: steps.iter().map(|stand| line(&visit, &trail, stand)).collect(),
        fresh,
        asked,
        diaries: diaries.collect(),
        coach_said: if coach.is_empty() {
            voice.say("programmes-coach-none")
        } else {
            voice.say1("programmes-coach-is", "name", coach.as_str())
        },
        coach,
        mood: mood(&visit, &trail, trail.shared_last.get(&None).copied())?,
        plots,
        writable: trail.is_writable(&visit),
        newer: if trail.has_choices(&visit)? { way(id, "/newer") } else { String::new() },
        ended: trail.enrolment.ended.map_or_else(String::new, |at| {
            voice.say1("programmes-ended-on", "date", organisation::pages::day(&visit, &voice, at))
        }),
        ending: way(id, "/ending"),
        seal: trail.seal(&visit, "enrolment.progress", true),
        away: trail.away(&visit),
        handover: trail.enrolment.next.map(|(next, day)| {
            let name = trail.names.shown(next, &voice, "programmes-someone");
            (voice.say2("programmes-handover", "name", name, "date", voice.date(day)), way(id, "/objection"))
        }),
        device: Device::ready(&visit, &trail).await?,
        page,
    })
}

/// What is next: the first open step with something left, or else what the first closed one waits for.
///
/// # Errors
/// When what was written cannot be read.
pub(super) fn next(visit: &Visit, trail: &Trail, steps: &[Stand<'_>]) -> Result<Next, Problem> {
    let voice = visit.voice();
    let id = trail.enrolment.id;
    let is_open = |stand: &&Stand<'_>| matches!(stand.standing, Standing::Open(_));
    let has_left = |stand: &&Stand<'_>| {
        let (done, all) = trail.done(stand.step);
        done < all
    };
    let to = |stand: &Stand<'_>| way(id, &format!("/steps/{}", stand.step.name));
    if let Some(stand) = steps.iter().filter(is_open).find(has_left) {
        return Ok(Next {
            said: voice.say1("programmes-next-step", "title", stand.step.title.as_str()),
            href: to(stand),
            label: voice.say("programmes-next-go"),
        });
    }
    // Where nothing is left to do, looking back at one's goals is next.
    if let Some((said, href)) = asked(visit, trail)?.into_iter().next() {
        return Ok(Next { said, href, label: voice.say("programmes-check-in-go") });
    }
    let closed = steps.iter().find(|stand| !is_open(stand));
    let last = steps.iter().rev().find(is_open);
    let said = match closed {
        Some(stand) => waits(visit, trail, stand),
        None => voice.say("programmes-next-through"),
    };
    Ok(Next { said, href: last.map_or_else(|| way(id, ""), to), label: voice.say("programmes-next-look") })
}

/// Goals of which it is asked today how they went, each with where one says it.
fn asked(visit: &Visit, trail: &Trail) -> Result<Vec<(String, String)>, Problem> {
    let voice = visit.voice();
    let line = |(exercise, day)| (check_in_title(&voice, exercise), trail.check_in_path(exercise, day));
    Ok(trail.asked(visit)?.into_iter().map(line).collect())
}

/// When a closed step opens.
fn waits(visit: &Visit, trail: &Trail, stand: &Stand<'_>) -> String {
    let voice = visit.voice();
    match &stand.standing {
        Standing::Open(day) => voice.say1("programmes-step-open", "date", voice.date(*day)),
        Standing::OpensOn(day) => {
            voice.say2("programmes-step-opens", "title", stand.step.title.as_str(), "date", voice.date(*day))
        }
        Standing::WaitsForCoach => voice.say1("programmes-step-coach", "title", stand.step.title.as_str()),
        Standing::WaitsForAnswers(questionnaire) => {
            let asked = trail.edition(visit.scope.language).ok().and_then(|edition| edition.exercise(questionnaire));
            let asked = asked.map_or("", |(_, exercise)| exercise.title.as_str());
            voice.say2("programmes-step-answered", "title", stand.step.title.as_str(), "questionnaire", asked)
        }
        Standing::WaitsForResult { .. } => voice.say1("programmes-step-result", "title", stand.step.title.as_str()),
        Standing::WaitsForStep => voice.say1("programmes-step-later", "title", stand.step.title.as_str()),
    }
}

fn line(visit: &Visit, trail: &Trail, stand: &Stand<'_>) -> StepLine {
    let is_open = matches!(stand.standing, Standing::Open(_));
    let (done, all) = trail.done(stand.step);
    let voice = visit.voice();
    let said = if is_open && all > 0 {
        voice.say2("programmes-step-done", "done", done.to_string(), "all", all.to_string())
    } else {
        waits(visit, trail, stand)
    };
    StepLine {
        title: stand.step.title.clone(),
        said,
        href: if is_open { way(trail.enrolment.id, &format!("/steps/{}", stand.step.name)) } else { String::new() },
        icon: match (is_open, done == all) {
            (true, true) => "circle-check",
            (true, false) => "circle",
            (false, _) => "lock",
        },
    }
}

fn mood(visit: &Visit, trail: &Trail, last: Option<bool>) -> Result<Mood, Problem> {
    let voice = visit.voice();
    let today = trail.at(&Place::Mood(visit.scope.today()));
    let point = match today.first() {
        Some(revision) => trail.sheet(revision)?.get("point").unwrap_or_default().to_owned(),
        None => String::new(),
    };
    let mut values: Vec<(Date, i32)> = Vec::new();
    for revision in &trail.current {
        let Place::Mood(day) = revision.place else { continue };
        let sheet = trail.sheet(revision)?;
        values.extend(sheet.get("point").and_then(|point| point.parse().ok()).map(|point| (day, point)));
    }
    let word = |point: u8| match point {
        0 => voice.say("programmes-mood-lowest"),
        10 => voice.say("programmes-mood-highest"),
        _ => String::new(),
    };
    let choices = (0..=10_u8).map(|at| Choice::new(at.to_string(), at.to_string()).hint(word(at)).chosen_if(&point));
    let is_shared = today.iter().any(|revision| revision.shared.is_some());
    Ok(Mood {
        action: way(trail.enrolment.id, "/mood"),
        closing: way(trail.enrolment.id, "/mood/taking-back"),
        choices: choices.collect(),
        hand: visit.scope.mint::<HandId>().uuid().to_string(),
        from: today.iter().map(|revision| revision.id.uuid().to_string()).collect(),
        reader: reader(trail.enrolment.coach),
        proposes: proposes_sharing(last, programme::Sharing::Private),
        away: trail.away_now(visit, "programmes-sharing-away").unwrap_or_default(),
        is_kept: !today.is_empty(),
        moods: if values.is_empty() { String::new() } else { way(trail.enrolment.id, "/moods") },
        is_shared,
        plot: Plot::of(voice.say("programmes-mood-plot"), voice.say("programmes-mood"), (0, 10), &voice, &values),
        seal: trail.seal(visit, "mood.value", is_shared),
    })
}

/// `POST /programmes/{enrolment}/mood`: how one feels today.
pub(super) async fn keep_mood(visit: Visit, At(id): At<EnrolmentId>, typed: Fields) -> Result<Answer, Problem> {
    let sheet = typed.get("point").parse().ok().and_then(Sheet::of_mood).ok_or(Problem::Unreadable)?;
    let hand: HandId = typed.get("hand").parse().map_err(|_| Problem::Unreadable)?;
    let from: Vec<RevisionId> = typed.all("from").filter_map(|id| id.parse().ok()).collect();
    let (wishes, shown) = (typed.get("sharing") == "shared", typed.get("reader").to_owned());
    let place = Place::Mood(visit.scope.today());
    let write = Room::write(&visit, id, &SELF_HELP_WRITE, move |asker, work, room| {
        if !consent::stands(&asker.site.plan, &room.enrolment) {
            return Err(Failure::Conflict);
        }
        let coach = room.enrolment.coach;
        let is_shared = wishes && coach.is_some() && reader(coach) == shown;
        let saving = Saving {
            place: &place,
            version: room.enrolment.version,
            hand,
            from: &from,
            sheet: &sheet,
            finish: Some(Finish { is_shared, has_moved: false }),
        };
        let waited = revisions::waits(&asker.scope, work, &room.enrolment)?;
        revisions::save(&asker.scope, work, &room.grant, &room.enrolment, &saving)?;
        tell(work, &room.enrolment, is_shared && !waited)?;
        Ok(is_shared == wishes)
    });
    let done = if write.await? { "mood" } else { "unshared" };
    Ok(see_other(&way(id, &format!("?done={done}"))))
}

/// `POST /programmes/{enrolment}/mood/taking-back`: the coach finds the mood of today, or of the day that is named, no more.
pub(super) async fn take_mood_back(visit: Visit, At(id): At<EnrolmentId>, typed: Fields) -> Result<Answer, Problem> {
    let place = Place::Mood(super::save::day_of(&visit, typed.get("day"))?);
    let back = if typed.get("day").is_empty() { "" } else { "/moods" };
    let take = Room::write(&visit, id, &SELF_HELP_CLOSE, move |asker, work, room| {
        Ok(revisions::take_back(&asker.scope, work, &room.grant, &room.enrolment, &place)?)
    });
    take.await?;
    Ok(see_other(&way(id, &format!("{back}?done=taken-back"))))
}
