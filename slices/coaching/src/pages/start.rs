//! The first page: what is next, who waits, when the next talk is. Somebody with several roles sees each part.

use std::collections::HashMap;

use access::Resource;
use askama::Template;
use http::Problem;
use http::axum::{Extension, response::Response};
use jiff::{SignedDuration, civil::Date};
use kernel::{Archetype, PersonId, Timestamp, page::Seal};
use organisation::{
    Desk as _, Names, SealAsk, Visit,
    ahead::{Aheads, Step},
};
use store::{Opener, Reader, StoreError};
use ui::Page;

use super::{Failure, appointments::AppointmentView, draw, local, room::path};
use crate::{
    actions::{START_READ, TRAJECTORY_LIST, TRAJECTORY_READ},
    model::{Counts, Overview, Part, Trajectory, TrajectoryId},
    routes::MINE,
    store::{appointments, goals, trajectories},
};

/// After so many days without a word from the participant, the coach is told.
const QUIET_DAYS: i64 = 14;

#[derive(Template)]
#[template(path = "coaching/start.html")]
struct StartPage {
    page: Page,
    day: String,
    /// What other slices say is next.
    ahead: Vec<Step>,
    coach: Option<CoachPart>,
    participant: Option<ParticipantPart>,
    manager: Option<ManagerPart>,
    quiet_days: i64,
}

struct CoachPart {
    waiting: Vec<Line>,
    today: Vec<Talk>,
    quiet: Vec<Line>,
    later: Vec<Talk>,
    /// How many trajectories are open.
    open: usize,
}

struct ParticipantPart {
    coaches: Vec<Line>,
    next: Vec<Talk>,
    unread: Vec<Line>,
    tasks: Vec<TaskLine>,
}

struct ManagerPart {
    coaches: usize,
    participants: usize,
    counts: Counts,
}

/// Somebody, and why they stand here.
struct Line {
    name: String,
    href: String,
    said: String,
}

/// An appointment with somebody.
struct Talk {
    with: String,
    view: AppointmentView,
    href: String,
    calendar: String,
    seal: Seal,
}

struct TaskLine {
    title: String,
    href: String,
    said: String,
    /// Where it is marked as done; empty while nobody writes.
    completion: String,
    seal: Seal,
}

/// A trajectory of the visitor, opened.
struct Opened {
    overview: Overview,
    part: Part,
    opener: Opener,
}

/// The visitor's open trajectories, and the people in them.
struct Mine {
    own: Vec<Opened>,
    names: Names,
}

struct Found {
    mine: Mine,
    talks: Vec<(TrajectoryId, AppointmentView, String, Timestamp)>,
    tasks: Vec<(TrajectoryId, String, String)>,
    manager: Option<ManagerPart>,
}

/// `GET /`
pub(super) async fn show(visit: Visit, aheads: Option<Extension<Aheads>>) -> Result<Response, Problem> {
    visit.decide(&START_READ, &Resource::organisation())?;
    let me = visit.member()?.member.clone();
    let asker = visit.clone();
    let look = move |reader: &mut Reader<'_>| {
        let ahead = aheads.map_or(Ok(Vec::new()), |Extension(aheads)| aheads.steps(&asker, reader))?;
        Ok::<_, Failure>((ahead, read(&asker, reader, me.id)?))
    };
    let (ahead, found) = visit.site.store.glance(&visit.scope, look).await?;
    let member = &visit.member()?.member;
    let voice = visit.voice();
    let today = visit.scope.today();
    let Found { mine, talks, tasks, manager } = found;
    let talks = talk_lines(&visit, &mine, talks);
    let tasks = task_lines(&visit, &mine, tasks);
    let (as_coach, as_participant): (Vec<_>, Vec<_>) = talks.into_iter().partition(|(part, ..)| *part == Part::Coach);
    // Where nobody is coached, as where lectures are given, this page tells nothing of it.
    let coaching = visit.site.has_page(MINE.path);
    let is = |archetype| coaching && member.is(archetype);
    let coach = is(Archetype::Coach).then(|| coach_part(&visit, &mine, as_coach, today));
    let participant = is(Archetype::Participant).then(|| participant_part(&visit, &mine, as_participant, tasks));
    draw(&StartPage {
        page: visit.page(voice.say("coaching-start-title")),
        day: format!("{} {}", voice.weekday(today), voice.date(today)),
        ahead,
        coach,
        participant,
        manager: manager.filter(|_| coaching),
        quiet_days: QUIET_DAYS,
    })
}

/// One read closure: for coach and participant four queries (trajectories, names, appointments, tasks), for managers
/// three more (counts, coaches, participants); a decision for each trajectory.
fn read(visit: &Visit, reader: &mut Reader<'_>, me: PersonId) -> Result<Found, Failure> {
    let scope = &visit.scope;
    let member = scope.member().ok_or(Failure::Absent)?;
    let mine = Mine { own: Vec::new(), names: Names::none() };
    let mut found = Found { mine, talks: Vec::new(), tasks: Vec::new(), manager: None };
    if member.is(Archetype::Coach) || member.is(Archetype::Participant) {
        found.mine = enter_mine(visit, reader, me)?;
        let trajectories: Vec<Trajectory> = found.mine.own.iter().map(|own| own.overview.trajectory.clone()).collect();
        if !trajectories.is_empty() {
            for appointment in appointments::ahead(scope, reader, &trajectories, scope.now)? {
                let Some(own) = found.mine.of(appointment.trajectory) else { continue };
                let view = super::appointments::view(visit, &own.opener, &appointment)?;
                let calendar = path(appointment.trajectory, &format!("/appointments/{}/calendar", appointment.id));
                found.talks.push((appointment.trajectory, view, calendar, appointment.begins));
            }
            for task in goals::tasks_ahead(scope, reader, &trajectories)? {
                let Some(own) = found.mine.of(task.trajectory) else { continue };
                let title = super::room::text(&own.opener, &task.title)?;
                found.tasks.push((
                    task.trajectory,
                    title,
                    path(task.trajectory, &format!("/tasks/{}/completion", task.id)),
                ));
            }
        }
    }
    if member.is(Archetype::Manager) && visit.may(&TRAJECTORY_LIST, &Resource::organisation()) {
        let counts = trajectories::counts(scope, reader)?;
        let directory = &visit.site.directory;
        let coaches = directory.count(reader, Archetype::Coach)?;
        let participants = directory.count(reader, Archetype::Participant)?;
        found.manager = Some(ManagerPart { coaches, participants, counts });
    }
    Ok(found)
}

impl Mine {
    fn of(&self, id: TrajectoryId) -> Option<&Opened> {
        self.own.iter().find(|own| own.overview.trajectory.id == id)
    }

    fn as_part(&self, part: Part) -> Vec<&Opened> {
        self.own.iter().filter(|own| own.part == part).collect()
    }

    /// The name of the other in a trajectory.
    fn name(&self, visit: &Visit, own: &Opened) -> String {
        let other = visit.person().map(|me| own.overview.trajectory.other(me));
        let (voice, gone) = (visit.voice(), "coaching-someone-gone");
        other.map_or_else(|| voice.say(gone), |other| self.names.shown(other, &voice, gone))
    }

    /// The seal of an item of one trajectory.
    fn seal(&self, visit: &Visit, own: &Opened, item: &'static str) -> Seal {
        let about = access::Guarded::resource(&own.overview);
        let happened = own.overview.trajectory.happened();
        visit.seal(&SealAsk { item, about: &about, names: &self.names, happened: &happened })
    }
}

/// The visitor's open trajectories, each decided and with the other's name. Two queries.
fn enter_mine(visit: &Visit, reader: &mut Reader<'_>, me: PersonId) -> Result<Mine, Failure> {
    let mut own = Vec::new();
    for closed in trajectories::overviews(&visit.scope, reader)? {
        let grant = match visit.site.access.decide(&visit.scope, &TRAJECTORY_READ, &closed.resource()) {
            Ok(grant) => grant,
            Err(refused) if refused.awaits_undertaking() => return Err(refused.into()),
            // What the statement does not let this person read is left out.
            Err(_) => continue,
        };
        let overview = closed.check(&grant)?;
        let Some(part) = overview.trajectory.part_of(me) else { continue };
        let opener = visit.site.store.opener(&visit.scope, &grant);
        own.push(Opened { overview, part, opener });
    }
    let mut people: Vec<_> = own.iter().map(|own: &Opened| own.overview.trajectory.other(me)).collect();
    people.sort_unstable();
    people.dedup();
    if people.is_empty() {
        return Ok(Mine { own, names: Names::none() });
    }
    people.push(me);
    let folk = visit.site.directory.people(reader, &people)?;
    let (sealed, mut names): (HashMap<_, _>, _) = (folk.names.into_iter().collect(), Names::of(folk.facts));
    for own in &own {
        let other = own.overview.trajectory.other(me);
        let Some(name) = sealed.get(&other) else { continue };
        match super::room::text(&own.opener, name) {
            Ok(name) => names.insert(other, name),
            Err(StoreError::Gone) => {}
            Err(StoreError::Restricted) => names.pause(other),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(Mine { own, names })
}

/// Seals of one item, each trajectory's composed once however many lines bear it.
struct Seals {
    item: &'static str,
    known: HashMap<TrajectoryId, Seal>,
}

impl Seals {
    fn of(item: &'static str) -> Self {
        Self { item, known: HashMap::new() }
    }

    fn get(&mut self, visit: &Visit, mine: &Mine, own: &Opened) -> Seal {
        self.known.entry(own.overview.trajectory.id).or_insert_with(|| mine.seal(visit, own, self.item)).clone()
    }
}

type Dated = (Part, Date, Talk);

fn talk_lines(
    visit: &Visit,
    mine: &Mine,
    talks: Vec<(TrajectoryId, AppointmentView, String, Timestamp)>,
) -> Vec<Dated> {
    let (mut lines, mut seals) = (Vec::with_capacity(talks.len()), Seals::of("appointment.title"));
    for (id, view, calendar, begins) in talks {
        let Some(own) = mine.of(id) else { continue };
        let date = local(&visit.scope, begins).date();
        let seal = seals.get(visit, mine, own);
        let href = path(id, "/appointments");
        lines.push((own.part, date, Talk { with: mine.name(visit, own), view, href, calendar, seal }));
    }
    lines
}

fn task_lines(visit: &Visit, mine: &Mine, tasks: Vec<(TrajectoryId, String, String)>) -> Vec<TaskLine> {
    let voice = visit.voice();
    let (mut lines, mut seals) = (Vec::with_capacity(tasks.len()), Seals::of("task.title"));
    for (id, title, completion) in tasks {
        let Some(own) = mine.of(id) else { continue };
        lines.push(TaskLine {
            title,
            href: path(id, "/goals"),
            said: voice.say1("coaching-with", "name", mine.name(visit, own)),
            completion: if visit.site.access.is_paused(&access::Guarded::resource(&own.overview)) {
                String::new()
            } else {
                completion
            },
            seal: seals.get(visit, mine, own),
        });
    }
    lines
}

fn coach_part(visit: &Visit, mine: &Mine, talks: Vec<Dated>, today: Date) -> CoachPart {
    let voice = visit.voice();
    let own = mine.as_part(Part::Coach);
    let line = |own: &Opened, said: String| Line {
        name: mine.name(visit, own),
        href: path(own.overview.trajectory.id, "/dialogue#latest"),
        said,
    };
    let mut waiting: Vec<_> = own.iter().filter_map(|own| Some((own.overview.waits_since?, *own))).collect();
    waiting.sort_by_key(|(since, _)| *since);
    let quiet_since =
        visit.scope.now.checked_sub(SignedDuration::from_hours(24 * QUIET_DAYS)).unwrap_or(visit.scope.now);
    let mut quiet: Vec<_> = own
        .iter()
        .filter(|own| own.overview.waits_since.is_none())
        .map(|own| (own.overview.participant_wrote.unwrap_or(own.overview.trajectory.began), *own))
        .filter(|(last, _)| *last <= quiet_since)
        .collect();
    quiet.sort_by_key(|(last, _)| *last);
    let (now, later): (Vec<_>, Vec<_>) = talks.into_iter().partition(|(_, date, _)| *date <= today);
    CoachPart {
        open: own.len(),
        waiting: waiting
            .into_iter()
            .map(|(since, own)| {
                let since = voice.moment(local(&visit.scope, since));
                line(own, voice.say2("coaching-waits-since", "moment", since, "count", own.overview.unseen))
            })
            .collect(),
        quiet: quiet
            .into_iter()
            .map(|(last, own)| {
                let date = voice.date(local(&visit.scope, last).date());
                let wrote = own.overview.participant_wrote.is_some();
                let word = if wrote { "coaching-quiet-since" } else { "coaching-quiet-never" };
                line(own, voice.say1(word, "date", date))
            })
            .collect(),
        today: now.into_iter().map(|(_, _, talk)| talk).collect(),
        later: later.into_iter().take(5).map(|(_, _, talk)| talk).collect(),
    }
}

fn participant_part(visit: &Visit, mine: &Mine, talks: Vec<Dated>, tasks: Vec<TaskLine>) -> ParticipantPart {
    let voice = visit.voice();
    let own = mine.as_part(Part::Participant);
    let line = |own: &Opened, rest: &str, said: String| Line {
        name: mine.name(visit, own),
        href: path(own.overview.trajectory.id, rest),
        said,
    };
    let unread = own.iter().filter(|own| own.overview.unseen > 0);
    let unread =
        unread.map(|own| line(own, "/dialogue#latest", voice.say1("coaching-unread", "count", own.overview.unseen)));
    let coaches = own.iter().map(|own| {
        let since = voice.date(local(&visit.scope, own.overview.trajectory.began).date());
        line(own, "/dialogue#write", voice.say1("coaching-since", "date", since))
    });
    ParticipantPart {
        coaches: coaches.collect(),
        unread: unread.collect(),
        next: talks.into_iter().take(3).map(|(_, _, talk)| talk).collect(),
        tasks,
    }
}
