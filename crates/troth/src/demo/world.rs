//! The made-up people of the campus, with years of plausible history, told through the slices' own functions.

use std::{collections::BTreeSet, sync::Arc};

use access::Guarded as _;
use accounts::Hasher;
use coaching::{
    actions,
    model::Trajectory,
    store::{appointments, dialogue, goals, notes, trajectories},
};
use jiff::SignedDuration;
use kernel::{Actor, Archetype, Language, Member, PersonId, Role, Scope, Timestamp};
use organisation::Organisation;
use testkit::{Person, SeededRng, Speaker, Story, people, stories};

use super::{Acquaintance, ago, joining::Joining, requests};
use crate::Failure;

/// One trajectory of the history.
struct Chapter {
    coach: usize,
    language: Language,
    story: usize,
    /// Days ago.
    began: i64,
    /// Days ago; `None` when it goes on.
    ended: Option<i64>,
    /// How many messages of the story were written.
    written: usize,
    /// When the last of them was, days ago.
    last: i64,
    /// In how many days the next talk is; `None` for none.
    talk: Option<i64>,
    about: Option<&'static str>,
}

const fn chapter(coach: usize, language: Language, story: usize, began: i64, written: usize, last: i64) -> Chapter {
    Chapter { coach, language, story, began, ended: None, written, last, talk: None, about: None }
}

const fn over(coach: usize, language: Language, story: usize, began: i64, ended: i64) -> Chapter {
    let all = chapter(coach, language, story, began, usize::MAX, ended + 4);
    Chapter { ended: Some(ended), ..all }
}

const NOW: &str = "demo-about-participant";

/// Who was coached when. Each has a participant of its own.
const HISTORY: [Chapter; 14] = [
    Chapter { talk: Some(0), about: Some(NOW), ..chapter(0, Language::En, 0, 74, 9, 1) },
    Chapter { talk: Some(5), about: Some(NOW), ..chapter(1, Language::Nl, 0, 51, 7, 2) },
    Chapter { talk: Some(9), about: Some(NOW), ..chapter(2, Language::Sv, 0, 33, 8, 0) },
    Chapter { talk: Some(2), ..chapter(0, Language::Nl, 1, 120, 10, 3) },
    chapter(0, Language::En, 1, 160, 7, 31),
    Chapter { talk: Some(0), ..chapter(1, Language::En, 2, 90, 6, 4) },
    Chapter { talk: Some(3), ..chapter(2, Language::Nl, 2, 45, 5, 6) },
    chapter(1, Language::Sv, 1, 12, 3, 1),
    Chapter { about: Some("demo-about-former"), ..over(0, Language::En, 3, 950, 722) },
    over(1, Language::Nl, 3, 900, 640),
    over(2, Language::Sv, 2, 700, 420),
    over(0, Language::Nl, 4, 520, 300),
    over(1, Language::En, 4, 400, 150),
    over(2, Language::Sv, 3, 300, 35),
];

/// Fills the campus, and tells who is worth meeting.
pub(super) async fn fill(campus: &Arc<Organisation>, hasher: &Hasher) -> Result<Vec<Acquaintance>, Failure> {
    let now = campus.clock.now();
    let joining = Joining::new(campus, hasher).await?;
    let seed = SeededRng::new(11);
    let cast = Cast::new(&seed);
    let manager = joining.join(&cast.manager, "manager", 1100, "demo-about-manager").await?;
    let officer = joining.join(&cast.officer, "officer", 1090, "demo-about-officer").await?;
    let mut made = vec![manager.clone(), officer.clone()];
    let mut coaches = Vec::new();
    for coach in &cast.coaches {
        let coach = joining.join(coach, "coach", 1050, "demo-about-coach").await?;
        coaches.push(coach.id);
        made.push(coach);
    }
    let mut used = [0; 3];
    let mut askers = Vec::new();
    for chapter in &HISTORY {
        let pool = chapter.language as usize;
        let person = &cast.participants[pool][used[pool]];
        used[pool] += 1;
        let known = joining.join(person, "participant", chapter.began + 3, chapter.about.unwrap_or_default()).await?;
        let tale = Tale { campus, now, manager: manager.id, coach: coaches[chapter.coach], participant: known.id };
        let stories = stories(chapter.language);
        let story = stories[chapter.story % stories.len()].told_by(&cast.coaches[chapter.coach].given, &person.given);
        tale.tell(chapter, &story).await?;
        if chapter.ended.is_none() {
            askers.push((known.id, person));
        }
        if chapter.about.is_some() {
            made.push(known);
        }
    }
    requests::Cast { campus, officer: officer.id, askers }.ask(now).await?;
    Ok(made)
}

struct Cast {
    manager: Person,
    officer: Person,
    coaches: Vec<Person>,
    participants: [Vec<Person>; 3],
}

impl Cast {
    fn new(seed: &SeededRng) -> Self {
        // No two share a given name: a visitor has to keep them apart.
        let mut known = BTreeSet::new();
        let mut pools = Language::ALL.map(|language| {
            let mut crowd = people(language, 60, "campus", seed);
            crowd.retain(|person| known.insert(person.given.clone()));
            crowd
        });
        let mut take = |language: Language| pools[language as usize].remove(0);
        let manager = take(Language::Nl);
        let coaches = Language::ALL.map(&mut take).into();
        let officer = pools[Language::Nl as usize].swap_remove(pools[Language::Nl as usize].len() - 1);
        Self { manager, officer, coaches, participants: pools }
    }
}

/// What is needed to tell one trajectory.
struct Tale<'a> {
    campus: &'a Arc<Organisation>,
    now: Timestamp,
    manager: PersonId,
    coach: PersonId,
    participant: PersonId,
}

impl Tale<'_> {
    fn scope(&self, person: PersonId, archetype: Archetype, at: Timestamp) -> Scope {
        let roles: Vec<Role> = self
            .campus
            .plan
            .roles_of(archetype)
            .map(|role| Role { key: role.key.as_str().into(), archetype })
            .collect();
        Scope { now: at, ..self.campus.scope(Actor::Member(Member { id: person, roles: roles.into() })) }
    }

    fn coach(&self, at: Timestamp) -> Scope {
        self.scope(self.coach, Archetype::Coach, at)
    }

    fn participant(&self, at: Timestamp) -> Scope {
        self.scope(self.participant, Archetype::Participant, at)
    }

    async fn tell(&self, chapter: &Chapter, story: &Story) -> Result<(), Failure> {
        let began = ago(self.now, chapter.began, 10);
        let trajectory = self.begin(began).await?;
        self.talk_to_each_other(chapter, story, &trajectory, began).await?;
        self.write_down(chapter, story, &trajectory, began).await?;
        self.meet(chapter, story, &trajectory, began).await?;
        if let Some(ended) = chapter.ended {
            let scope = self.coach(ago(self.now, ended, 16));
            let grant = self.grant(&scope, &actions::TRAJECTORY_END, &trajectory)?;
            let mine = scope.clone();
            self.campus.store.write(&scope, move |work| trajectories::end(&mine, work, &grant, &trajectory)).await?;
        }
        Ok(())
    }

    fn grant(
        &self,
        scope: &Scope,
        action: &'static kernel::manifest::Action,
        trajectory: &Trajectory,
    ) -> Result<access::Grant, Failure> {
        Ok(self.campus.access.decide(scope, action, &trajectory.resource())?)
    }

    async fn begin(&self, at: Timestamp) -> Result<Trajectory, Failure> {
        let scope = self.scope(self.manager, Archetype::Manager, at);
        let grant = self.campus.access.decide(&scope, &actions::TRAJECTORY_LINK, &access::Resource::organisation())?;
        let (mine, coach, participant) = (scope.clone(), self.coach, self.participant);
        Ok(self
            .campus
            .store
            .write(&scope, move |work| trajectories::begin(&mine, work, &grant, coach, participant))
            .await?)
    }

    async fn talk_to_each_other(
        &self,
        chapter: &Chapter,
        story: &Story,
        trajectory: &Trajectory,
        began: Timestamp,
    ) -> Result<(), Failure> {
        let written = story.messages.len().min(chapter.written);
        let last = ago(self.now, chapter.last, 20).min(self.now - SignedDuration::from_mins(40));
        let step = last.duration_since(began) / i32::try_from(written.max(1))?;
        let hours = [8, 20, 12, 17, 21, 9, 19];
        for (position, (speaker, text)) in story.messages.iter().take(written).enumerate() {
            let near = (began + step * i32::try_from(position + 1)?).to_zoned(self.campus.plan.zone().clone());
            let at = near.with().hour(hours[position % hours.len()]).build()?.timestamp().clamp(began, last);
            let (scope, reader) = match speaker {
                Speaker::Coach => (self.coach(at), self.participant(at + SignedDuration::from_mins(47))),
                Speaker::Participant => (self.participant(at), self.coach(at + SignedDuration::from_mins(88))),
            };
            let grant = self.grant(&scope, &actions::DIALOGUE_WRITE, trajectory)?;
            let (mine, about, text) = (scope.clone(), trajectory.clone(), text.clone());
            self.campus
                .store
                .write(&scope, move |work| dialogue::write(&mine, work, &grant, &about, &text, &[]))
                .await?;
            // The newest message of an open trajectory has not been seen yet.
            if position + 1 < written || chapter.ended.is_some() {
                let grant = self.grant(&reader, &actions::DIALOGUE_MARK, trajectory)?;
                let (theirs, about) = (reader.clone(), trajectory.clone());
                self.campus
                    .store
                    .write(&reader, move |work| dialogue::mark_seen(&theirs, work, &grant, &about, at))
                    .await?;
            }
        }
        Ok(())
    }

    async fn write_down(
        &self,
        chapter: &Chapter,
        story: &Story,
        trajectory: &Trajectory,
        began: Timestamp,
    ) -> Result<(), Failure> {
        let rest = ago(self.now, chapter.ended.unwrap_or(0), 12).duration_since(began);
        for (position, text) in story.private_notes.iter().enumerate() {
            let scope = self.coach(began + rest / 9 * i32::try_from(position + 1)?);
            let grant = self.grant(&scope, &actions::PRIVATE_NOTE_WRITE, trajectory)?;
            let (mine, about, text) = (scope.clone(), trajectory.clone(), text.clone());
            self.campus
                .store
                .write(&scope, move |work| notes::add_private_note(&mine, work, &grant, &about, &text))
                .await?;
        }
        for (position, (title, text)) in story.shared_notes.iter().enumerate() {
            let scope = self.coach(began + rest / 7 * i32::try_from(position + 1)?);
            let grant = self.grant(&scope, &actions::SHARED_NOTE_WRITE, trajectory)?;
            let (mine, about, text) = (scope.clone(), trajectory.clone(), format!("{title}\n\n{text}"));
            self.campus
                .store
                .write(&scope, move |work| {
                    let note = notes::add_note(&mine, work, &grant, &about, &text)?;
                    notes::share_note(&mine, work, &grant, &about, note)
                })
                .await?;
        }
        for (position, goal) in story.goals.iter().enumerate() {
            let scope = self.participant(began + rest / 8 * i32::try_from(position + 1)?);
            let write = self.grant(&scope, &actions::GOAL_WRITE, trajectory)?;
            let set = self.grant(&scope, &actions::TASK_WRITE, trajectory)?;
            let (mine, about, goal, doer) = (scope.clone(), trajectory.clone(), goal.clone(), self.participant);
            let over = chapter.ended.is_some();
            self.campus
                .store
                .write(&scope, move |work| {
                    let id = goals::add_goal(&mine, work, &write, &about, &goal.title)?;
                    for (position, task) in goal.tasks.iter().enumerate() {
                        let task = goals::add_task(&mine, work, &set, &about, id, doer, task)?;
                        if let Some(task) = task.filter(|_| over || position == 0) {
                            goals::do_task(&mine, work, &set, &about, task, true)?;
                        }
                    }
                    goals::reach_goal(&mine, work, &write, &about, id, over)
                })
                .await?;
        }
        Ok(())
    }

    async fn meet(
        &self,
        chapter: &Chapter,
        story: &Story,
        trajectory: &Trajectory,
        began: Timestamp,
    ) -> Result<(), Failure> {
        let mut talks = story.appointments.iter().cycle();
        let next = chapter.talk.map(|days| (-days, 15));
        let past = (1..=2)
            .map(|month: i64| (chapter.began - 30 * month, 11))
            .filter(|(days, _)| *days > chapter.ended.unwrap_or(0));
        for ((days, hour), talk) in past.chain(next).zip(&mut talks) {
            let begins = ago(self.now, days, hour);
            let scope = self.coach((begins - SignedDuration::from_hours(24 * 12)).max(began).min(self.now));
            let grant = self.grant(&scope, &actions::APPOINTMENT_WRITE, trajectory)?;
            let plan = appointments::Plan {
                begins,
                ends: begins + SignedDuration::from_mins(50),
                title: talk.title.clone(),
                place: talk.place.clone(),
            };
            let (mine, about) = (scope.clone(), trajectory.clone());
            self.campus.store.write(&scope, move |work| appointments::add(&mine, work, &grant, &about, &plan)).await?;
        }
        Ok(())
    }
}
