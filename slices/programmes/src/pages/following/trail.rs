//! An enrolment as its participant's pages have it: the texts, what has opened, and what is written.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use http::Problem;
use jiff::{ToSpan as _, civil::Date};
use kernel::{Language, PersonId, Timestamp};
use organisation::{Desk as _, Names, SealAsk, Visit, pages::Failure, pages::text};
use programme::{Edition, Exercise, Kind, Name, Opens, Step};
use store::{Opener, Reader};
use ui::Page;

use crate::{
    actions::{ENROLMENT_MOVE, LEAVE_SEE, SELF_HELP_READ, STEP_NOTE},
    consent,
    library::{Library, Volume},
    model::{
        CheckIn, Enrolment, EnrolmentId, Leave, Opening, Place, Revision, Sheet, Standing, VersionId, check_in,
        goals_asked, pace,
    },
    room::Room,
    store::{
        enrolments,
        revisions::{self, Now},
    },
};

/// For how many days back what has a day is shown.
const DAYS: i64 = 400;

/// An enrolment as its participant's pages have it.
pub(super) struct Trail {
    pub(super) enrolment: Enrolment,
    pub(super) names: Names,
    pub(super) opener: Arc<Opener>,
    /// All that is current, the oldest first.
    pub(super) current: Vec<Revision>,
    /// The places at which the coach reads something.
    pub(super) shared: BTreeSet<Place>,
    /// Whether each exercise is shared as it was finished last; the mood stands under `None`.
    pub(super) shared_last: BTreeMap<Option<Name>, bool>,
    /// When the coach is away next; `None` also where it is not said to participants.
    away: Option<Leave>,
    openings: Vec<Opening>,
    volumes: BTreeMap<VersionId, Arc<Volume>>,
}

/// A step, and how it stands.
pub(super) struct Stand<'a> {
    /// The step, as it is shown.
    pub(super) step: &'a Step,
    /// How it stands.
    pub(super) standing: Standing,
    /// The version in which it is shown.
    pub(super) version: VersionId,
}

impl Trail {
    /// Reads it, for its participant. Four queries, and two for each version that is not in memory.
    pub(super) fn read(
        visit: &Visit,
        library: &Library,
        reader: &mut Reader<'_>,
        id: EnrolmentId,
    ) -> Result<Self, Failure> {
        let (closed, away) = enrolments::find_with_leave(&visit.scope, reader, id)?.ok_or(Failure::Absent)?;
        let grant = visit.site.access.decide(&visit.scope, &SELF_HELP_READ, &closed.resource())?;
        let room = Room { enrolment: closed.check(&grant)?, grant };
        let away = match visit.site.access.decide(&visit.scope, &LEAVE_SEE, &away.resource()) {
            // What the coach has frozen is the coach's alone.
            Ok(grant) => away.check(&grant)?.leave.filter(|_| !is_frozen(visit, room.enrolment.coach)),
            Err(_) => None,
        };
        let (opener, names) = room.open(visit, reader)?;
        let trail = Self::of(visit, library, reader, room.enrolment, (Arc::new(opener), names))?;
        Ok(Self { away, ..trail })
    }

    /// Reads what belongs to an enrolment that was entered. Two queries.
    pub(super) fn of(
        visit: &Visit,
        library: &Library,
        reader: &mut Reader<'_>,
        enrolment: Enrolment,
        (opener, names): (Arc<Opener>, Names),
    ) -> Result<Self, Failure> {
        let scope = &visit.scope;
        let openings = enrolments::openings(scope, reader, &enrolment)?;
        let since = scope.today().saturating_sub(DAYS.days());
        let Now { current, shared, shared_last } = revisions::now(scope, reader, &enrolment, since)?;
        let shown = openings.iter().map(|opening| opening.version).chain([enrolment.version]);
        let mut volumes = BTreeMap::new();
        for version in shown.collect::<BTreeSet<_>>() {
            volumes.insert(version, library.find(scope, reader, version)?.ok_or(Failure::Absent)?);
        }
        Ok(Self { enrolment, names, opener, current, shared, shared_last, away: None, openings, volumes })
    }

    /// The programme in a language, as its next steps open.
    pub(super) fn edition(&self, language: Language) -> Result<&Edition, Problem> {
        self.volume(self.enrolment.version).map(|volume| volume.programme.edition(language))
    }

    /// A version that is shown.
    pub(super) fn volume(&self, version: VersionId) -> Result<&Arc<Volume>, Problem> {
        self.volumes.get(&version).ok_or(Problem::NotFound)
    }

    /// Every step, and how it stands today. What was opened is shown in its own version, also when it has gone since.
    pub(super) fn steps(&self, visit: &Visit) -> Result<Vec<Stand<'_>>, Problem> {
        let (scope, language) = (&visit.scope, visit.scope.language);
        let opened: BTreeMap<Name, Date> =
            self.openings.iter().map(|opening| (opening.step.clone(), opening.day)).collect();
        let edition = self.edition(language)?;
        let began = self.enrolment.began.to_zoned(scope.zone.clone()).date();
        let latest = self.latest(edition).into_iter().map(|(name, (points, _))| (name, points)).collect();
        let mut all = Vec::new();
        for (step, standing) in pace(edition, began, &opened, &latest, scope.today()) {
            all.push(self.shown(step, language).map_or(
                Stand { step, standing: standing.clone(), version: self.enrolment.version },
                |(step, version)| Stand { step, standing: standing.clone(), version },
            ));
        }
        for opening in self.openings.iter().filter(|opening| edition.step(&opening.step).is_none()) {
            let step = self.volume(opening.version)?.programme.edition(language).step(&opening.step);
            let standing = Standing::Open(opening.day);
            all.extend(step.map(|step| Stand { step, standing, version: opening.version }));
        }
        Ok(all)
    }

    /// An opened step in the version in which it is shown.
    fn shown(&self, step: &Step, language: Language) -> Option<(&Step, VersionId)> {
        let version = self.openings.iter().find(|opening| opening.step == step.name)?.version;
        let shown = self.volumes.get(&version)?.programme.edition(language).step(&step.name)?;
        Some((shown, version))
    }

    /// An open step by its name.
    pub(super) fn open_step(&self, visit: &Visit, name: &Name) -> Result<Stand<'_>, Problem> {
        let open = |stand: &Stand<'_>| stand.step.name == *name && matches!(stand.standing, Standing::Open(_));
        self.steps(visit)?.into_iter().find(open).ok_or(Problem::NotFound)
    }

    /// An exercise of an open step.
    pub(super) fn open_exercise(&self, visit: &Visit, name: &Name) -> Result<(Stand<'_>, &Exercise), Problem> {
        for stand in self.steps(visit)? {
            if !matches!(stand.standing, Standing::Open(_)) {
                continue;
            }
            let step = stand.step;
            if let Some(exercise) = step.exercises().find(|exercise| exercise.name == *name) {
                return Ok((stand, exercise));
            }
        }
        Err(Problem::NotFound)
    }

    /// The latest results of the questionnaires that open steps, each with whether the coach reads it.
    fn latest(&self, edition: &Edition) -> BTreeMap<Name, (i32, bool)> {
        let asked = edition.steps.iter().filter_map(|step| match &step.opens {
            Opens::Answered(questionnaire) | Opens::ByResult { questionnaire, .. } => Some(questionnaire),
            _ => None,
        });
        asked.filter_map(|name| Some((name.clone(), self.result(edition, name)?))).collect()
    }

    fn result(&self, edition: &Edition, name: &Name) -> Option<(i32, bool)> {
        let (_, exercise) = edition.exercise(name)?;
        let Kind::Questionnaire(questionnaire) = &exercise.kind else { return None };
        let is_of = |revision: &&Revision| matches!(&revision.place, Place::Answer(of, Some(_)) if of == name);
        let finished = self.current.iter().filter(is_of).filter(|revision| revision.finished.is_some());
        finished.rev().find_map(|revision| {
            let score = self.sheet(revision).ok()?.score(questionnaire).ok()?.points;
            Some((score, revision.shared.is_some()))
        })
    }

    /// What stands in a revision.
    pub(super) fn sheet(&self, revision: &Revision) -> Result<Sheet, Failure> {
        let words = text(&self.opener, &revision.body)?;
        Sheet::read(&words).ok_or_else(|| Failure::Ours("a revision is no sheet".to_owned()))
    }

    /// What is current at a place, the latest first.
    pub(super) fn at(&self, place: &Place) -> Vec<&Revision> {
        let mut found: Vec<_> = self.current.iter().filter(|revision| revision.place == *place).collect();
        found.sort_by_key(|revision| std::cmp::Reverse(revision.written));
        found
    }

    /// The goals that stand in an exercise, each with its row.
    pub(super) fn goals(&self, exercise: &Exercise) -> Result<Vec<(u8, String)>, Failure> {
        let set = self.at(&Place::Answer(exercise.name.clone(), None));
        let sheets = set.iter().map(|revision| self.sheet(revision)).collect::<Result<Vec<_>, _>>()?;
        let joined = super::card::join(&exercise.kind, &sheets);
        Ok(goals_asked(|row| joined.get(&row.to_string()).cloned().unwrap_or_default()))
    }

    /// When it is asked how goals went; `None` where none were set and finished, or where nothing can be written.
    pub(super) fn check_in(&self, visit: &Visit, exercise: &Exercise) -> Result<Option<CheckIn>, Failure> {
        let Kind::Goals(goals) = &exercise.kind else { return Ok(None) };
        let day = |at: Timestamp| at.to_zoned(visit.scope.zone.clone()).date();
        let set = self.at(&Place::Answer(exercise.name.clone(), None));
        let Some(latest) = set.first().filter(|_| self.shared_last.contains_key(&Some(exercise.name.clone()))) else {
            return Ok(None);
        };
        if !self.is_writable(visit) || self.goals(exercise)?.is_empty() {
            return Ok(None);
        }
        let check_ins = || self.current.iter().filter(|revision| revision.place.is_check_in(exercise));
        let last = check_ins().filter_map(|revision| revision.finished).max().map(day);
        let begun =
            check_ins().filter(|revision| revision.finished.is_none()).filter_map(|of| of.place.spot().day).max();
        let set = day(latest.finished.unwrap_or(latest.written));
        Ok(Some(check_in(set, last, begun, goals.every_days, visit.scope.today())))
    }

    /// The exercises of which it is asked today how their goals went, each with the day to which it belongs.
    pub(super) fn asked(&self, visit: &Visit) -> Result<Vec<(&Exercise, Date)>, Problem> {
        let mut asked = Vec::new();
        for stand in self.steps(visit)? {
            for exercise in stand.step.exercises().filter(|_| matches!(stand.standing, Standing::Open(_))) {
                if let Some(check_in) = self.check_in(visit, exercise)?.filter(|of| of.is_asked(visit.scope.today())) {
                    asked.push((exercise, check_in.day));
                }
            }
        }
        Ok(asked)
    }

    /// Where it is said how goals went.
    pub(super) fn check_in_path(&self, exercise: &Exercise, day: Date) -> String {
        way(self.enrolment.id, &format!("/exercises/{}?day={day}", exercise.name))
    }

    /// How many exercises of a step were finished, and how many there are.
    pub(super) fn done(&self, step: &Step) -> (usize, usize) {
        let is_done = |exercise: &&Exercise| {
            self.current.iter().any(|revision| {
                revision.finished.is_some() && revision.place.spot().exercise.as_ref() == Some(&exercise.name)
            })
        };
        (step.exercises().filter(is_done).count(), step.exercises().count())
    }

    /// Keeps that steps have opened by their time or by a result, and when the next one will. Nothing is kept while nothing may be.
    pub(super) async fn note(&self, visit: &Visit) -> Result<(), Problem> {
        if self.enrolment.ended.is_some() || !visit.may(&STEP_NOTE, &access::Guarded::resource(&self.enrolment)) {
            return Ok(());
        }
        let latest = self.latest(self.edition(visit.scope.language)?);
        let (mut fresh, mut opens) = (Vec::new(), None);
        for stand in self.steps(visit)? {
            let known = self.openings.iter().any(|opening| opening.step == stand.step.name);
            match stand.standing {
                Standing::OpensOn(day) => opens = Some(opens.map_or(day, |first: Date| first.min(day))),
                Standing::Open(day) if !known => {
                    let is_told = match &stand.step.opens {
                        Opens::Answered(questionnaire) | Opens::ByResult { questionnaire, .. } => {
                            latest.get(questionnaire).is_some_and(|(_, shared)| *shared)
                        }
                        _ => true,
                    };
                    fresh.push((stand.step.name.clone(), day, is_told));
                }
                _ => {}
            }
        }
        if fresh.is_empty() && opens == self.enrolment.opens {
            return Ok(());
        }
        let kept = Room::write(visit, self.enrolment.id, &STEP_NOTE, move |asker, work, room| {
            for (step, day, is_told) in &fresh {
                enrolments::open_step(&asker.scope, work, &room.grant, &room.enrolment, step, *day, *is_told)?;
            }
            Ok(enrolments::opens(&asker.scope, work, &room.grant, &room.enrolment, opens)?)
        });
        Ok(kept.await?)
    }

    /// Whether a newer version has come, into which nothing has moved yet.
    pub(super) fn is_behind(&self, visit: &Visit) -> bool {
        let is_newer = self.enrolment.newest.is_some_and(|newest| newest != self.enrolment.version);
        is_newer && visit.may(&ENROLMENT_MOVE, &access::Guarded::resource(&self.enrolment))
    }

    /// Whether a step is open of which the newer version waits for its participant's choice.
    pub(super) fn has_choices(&self, visit: &Visit) -> Result<bool, Problem> {
        let (newest, edition) = (self.enrolment.version, self.edition(visit.scope.language)?);
        let waits = |opening: &Opening| opening.version != newest && opening.kept != Some(newest);
        let may = visit.may(&ENROLMENT_MOVE, &access::Guarded::resource(&self.enrolment));
        Ok(may && self.openings.iter().any(|opening| waits(opening) && edition.step(&opening.step).is_some()))
    }

    /// Whether something may be written now.
    pub(super) fn is_writable(&self, visit: &Visit) -> bool {
        self.enrolment.ended.is_none()
            && consent::stands(&visit.site.plan, &self.enrolment)
            && visit.may(&crate::actions::SELF_HELP_WRITE, &access::Guarded::resource(&self.enrolment))
    }

    /// The coach's name; empty while there is none.
    pub(super) fn coach(&self, visit: &Visit) -> String {
        let voice = visit.voice();
        self.enrolment.coach.map_or_else(String::new, |coach| self.names.shown(coach, &voice, "programmes-someone"))
    }

    /// That the coach is away, or is going to be; empty where nothing is said, and after the end.
    pub(super) fn away(&self, visit: &Visit) -> String {
        let Some(leave) = self.away.filter(|_| self.enrolment.ended.is_none()) else { return String::new() };
        let voice = visit.voice();
        voice.say_with(
            "programmes-away",
            [
                ("name", self.coach(visit).into()),
                ("from", voice.date(leave.since).into()),
                ("until", voice.date(leave.until).into()),
            ],
        )
    }

    /// Says something of a coach who is away today; `None` while the coach is there.
    pub(super) fn away_now(&self, visit: &Visit, word: &str) -> Option<String> {
        let leave = self.away.filter(|leave| leave.is_on(visit.scope.today()))?;
        let voice = visit.voice();
        Some(voice.say2(word, "name", self.coach(visit), "until", voice.date(leave.until)))
    }

    /// The seal of an item (X2): with the coach among its readers where it is shared.
    pub(super) fn seal(&self, visit: &Visit, item: &'static str, is_shared: bool) -> kernel::page::Seal {
        let about = access::Guarded::resource(&self.enrolment);
        let happened = self.enrolment.happened();
        let ask = SealAsk { item, about: &about, names: &self.names, happened: &happened };
        if is_shared { visit.seal(&ask) } else { visit.own_seal(&ask) }
    }

    /// A page of this enrolment, with the way here.
    pub(super) fn page(&self, visit: &Visit, title: String) -> Result<Page, Problem> {
        let page = visit.page(title);
        let up = page.say("programmes-nav-following");
        let own = self.edition(visit.scope.language)?.title.clone();
        Ok(page.crumb("/programmes", up).crumb(way(self.enrolment.id, ""), own))
    }
}

/// Whether somebody restricts the use of the own data.
pub(crate) fn is_frozen(visit: &Visit, person: Option<PersonId>) -> bool {
    person.is_some_and(|person| visit.site.store.restrictions().hold(person))
}

/// A path below an enrolment.
pub(super) fn way(id: EnrolmentId, rest: &str) -> String {
    format!("/programmes/{id}{rest}")
}

/// The day of an instant, written out.
pub(super) fn on_day(visit: &Visit, at: Timestamp) -> String {
    organisation::pages::day(visit, &visit.voice(), at)
}

/// A short name in a path.
pub(super) fn named(text: &str) -> Result<Name, Problem> {
    text.parse().map_err(|_| Problem::NotFound)
}
