//! Whether programmes help: figures about groups in which nobody can be found (SH12, CE7), from the `group-figures` clause
//! `"programmes"`. `docs/decisions/0032-figures-of-programmes.md` says why it is done this way.
//!
//! Each enrolment is counted once, in one outcome of each figure: when its participant finishes something twelve weeks after the
//! beginning or later, or stops; in the participant's own act, so no machine opens anybody's answers. Whoever stays silent is counted by
//! [`look`], without what is written. The counts have noise from their beginning ([`figures::Tally`]) and are shown when a release is closed.

mod look;
mod store;

use std::collections::{BTreeMap, BTreeSet};

use ::store::{Opener, StoreError};
use figures::Noise;
use jiff::{SignedDuration, Timestamp, ToSpan as _, civil::Date};
use kernel::{ExposeSecret as _, manifest::Job};
use organisation::{Visit, pages::Failure};
use programme::{Change, Edition, Kind, Name, Programme};
use statement::{Plan, plan::GroupFigures};

use crate::{
    actions::OUTCOME_COUNT,
    library::Library,
    model::{Enrolment, EnrolmentId, Revision, Sheet},
    room::Room,
    store::revisions,
};

pub use look::look;
pub(crate) use store::{Release, closed};

/// The job of the night.
pub static OUTCOMES: Job = Job {
    name: "programmes.outcomes",
    about: "Counts silent enrolments in groups, with noise and without what is written, and closes a release when it is large enough.",
    handles: &["enrolment.programme", "enrolment.progress", "exercise.times", "response.times"],
};

/// How long after its beginning an enrolment is counted.
const AFTER_DAYS: i64 = 84;
/// And how much later where its participant stays silent.
const SILENT_DAYS: i64 = 28;

/// A figure: one outcome of each counts an enrolment.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Figure {
    /// How far people went.
    Way,
    /// How soon the coach answered for the first time.
    Answer,
    /// How the result of this questionnaire changed.
    Change(Name),
}

impl Figure {
    /// All figures of a programme: a questionnaire is one where its author says by how much a result must move.
    fn of(programme: &Programme) -> Vec<Self> {
        let changes = programme.editions().take(1).flat_map(measured).map(|(name, _)| Self::Change(name.clone()));
        [Self::Way, Self::Answer].into_iter().chain(changes).collect()
    }

    /// Its outcomes, as they are kept.
    pub(crate) fn outcomes(&self) -> &'static [&'static str] {
        match self {
            Self::Way => &["through", "halfway", "early"],
            Self::Answer => &["days", "week", "later", "none", "private"],
            Self::Change(_) => &["better", "same", "worse", "unmeasured"],
        }
    }

    /// As it is kept.
    pub(crate) fn key(&self) -> String {
        match self {
            Self::Way => "way".to_owned(),
            Self::Answer => "answer".to_owned(),
            Self::Change(questionnaire) => format!("change {questionnaire}"),
        }
    }

    /// From what was kept.
    fn from_key(key: &str) -> Option<Self> {
        match key {
            "way" => Some(Self::Way),
            "answer" => Some(Self::Answer),
            _ => Some(Self::Change(key.strip_prefix("change ")?.parse().ok()?)),
        }
    }
}

/// In which outcome of each figure an enrolment counts.
type Counted = Vec<(Figure, &'static str)>;

/// The clause, where the statement has it; and the noise of each count of a programme, of which one person is in one for each figure.
pub(crate) fn stated(plan: &Plan) -> Option<&GroupFigures> {
    let figures = plan.all::<GroupFigures>().find(|figures| figures.key == GroupFigures::PROGRAMMES)?;
    figures.epsilon_thousandths.map(|_| figures)
}

/// The noise of each count, where one person is in one count of each of so many figures.
pub(crate) fn noise(stated: &GroupFigures, figures: usize) -> Option<Noise> {
    Noise::new(stated.epsilon_thousandths?, u32::try_from(figures).unwrap_or(u32::MAX))
}

/// Counts an enrolment of the one who asks, if it is time and has not been done. The participant's own answers are opened with the
/// participant's own grant.
///
/// # Errors
/// As a unit of work has them.
pub async fn count_own(visit: &Visit, library: &Library, id: EnrolmentId) -> Result<(), Failure> {
    if stated(&visit.site.plan).is_none() {
        return Ok(());
    }
    let library = library.clone();
    Room::write(visit, id, &OUTCOME_COUNT, move |asker, work, Room { enrolment, grant }| {
        let today = asker.scope.today();
        let Some(stated) = stated(&asker.site.plan).filter(|_| is_due(&enrolment, &asker.scope.zone, today)) else {
            return Ok(());
        };
        let Some(volume) = library.find(&asker.scope, work, enrolment.version)? else { return Ok(()) };
        let opener = asker.site.store.opener(&asker.scope, &grant);
        let Some(edition) = volume.programme.editions().next() else { return Ok(()) };
        let mut results = BTreeMap::new();
        for (name, kind) in measured(edition) {
            let found = revisions::finished(&asker.scope, work, &enrolment, name)?;
            results.insert(name.clone(), change(&opener, kind, &found)?);
        }
        store::count(&asker.scope, work, &enrolment, &volume.programme, stated, &results)
    })
    .await
}

/// Whether an enrolment is counted when its participant does something.
fn is_due(enrolment: &Enrolment, zone: &jiff::tz::TimeZone, today: Date) -> bool {
    enrolment.ended.is_some() || day_after(enrolment, zone, AFTER_DAYS) <= today
}

fn day_after(enrolment: &Enrolment, zone: &jiff::tz::TimeZone, days: i64) -> Date {
    enrolment.began.to_zoned(zone.clone()).date().saturating_add(days.days())
}

/// The questionnaires of which a change can be told.
fn measured(edition: &Edition) -> impl Iterator<Item = (&Name, &Kind)> {
    let exercises = edition.steps.iter().flat_map(|step| step.exercises());
    exercises.filter_map(|exercise| match &exercise.kind {
        kind @ Kind::Questionnaire(questionnaire) if questionnaire.reliable_change().is_some() => {
            Some((&exercise.name, kind))
        }
        _ => None,
    })
}

/// How a result changed from the first filling to the latest; `None` where there are no two that can be counted.
fn change(opener: &Opener, kind: &Kind, finished: &[Revision]) -> Result<Option<Change>, StoreError> {
    let Kind::Questionnaire(questionnaire) = kind else { return Ok(None) };
    let points = |revision: &Revision| -> Result<Option<i32>, StoreError> {
        let text = match opener.text(&revision.body) {
            Ok(text) => text,
            Err(StoreError::Gone) => return Ok(None),
            Err(error) => return Err(error),
        };
        let sheet = Sheet::read(text.expose_secret()).unwrap_or_default();
        Ok(sheet.score(questionnaire).ok().map(|score| score.points))
    };
    let (Some(latest), Some(first)) = (finished.first(), finished.last()) else { return Ok(None) };
    if latest.place == first.place {
        return Ok(None);
    }
    let (Some(before), Some(now)) = (points(first)?, points(latest)?) else { return Ok(None) };
    Ok(questionnaire.change(before, now))
}

/// How far somebody went: through, when something of the last step that asks anything is finished.
fn way(edition: &Edition, opened: &BTreeSet<Name>, finished: &BTreeSet<Name>) -> &'static str {
    let last = edition.steps.iter().rev().find(|step| step.exercises().next().is_some());
    if last.is_some_and(|step| step.exercises().any(|exercise| finished.contains(&exercise.name))) {
        return "through";
    }
    let steps = edition.steps.iter().filter(|step| opened.contains(&step.name)).count();
    if steps * 2 >= edition.steps.len() { "halfway" } else { "early" }
}

/// How soon the coach answered for the first time.
fn answer(first_shared: Option<Timestamp>, first_sent: Option<Timestamp>) -> &'static str {
    match (first_shared, first_sent) {
        (None, None) => "private",
        (Some(_), None) => "none",
        // What was answered and then taken back was answered.
        (None, Some(_)) => "days",
        (Some(shared), Some(sent)) => {
            let waited = sent.duration_since(shared);
            if waited <= SignedDuration::from_hours(48) {
                "days"
            } else if waited <= SignedDuration::from_hours(24 * 7) {
                "week"
            } else {
                "later"
            }
        }
    }
}

/// All that is counted of an enrolment.
fn counted(
    programme: &Programme,
    (opened, finished): (&BTreeSet<Name>, &BTreeSet<Name>),
    (shared, sent): (Option<Timestamp>, Option<Timestamp>),
    results: &BTreeMap<Name, Option<Change>>,
) -> Counted {
    let of = |figure: &Figure| match figure {
        Figure::Way => programme.editions().next().map_or("early", |edition| way(edition, opened, finished)),
        Figure::Answer => answer(shared, sent),
        Figure::Change(questionnaire) => match results.get(questionnaire).copied().flatten() {
            Some(Change::Better) => "better",
            Some(Change::Same) => "same",
            Some(Change::Worse) => "worse",
            None => "unmeasured",
        },
    };
    Figure::of(programme).into_iter().map(|figure| (figure.clone(), of(&figure))).collect()
}

/// The day on which the quarter of a day begins.
fn quarter(day: Date) -> Date {
    let month = (day.month() - 1) / 3 * 3 + 1;
    Date::new(day.year(), month, 1).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use jiff::{Timestamp, civil::date};
    use kernel::Language;
    use programme::{Change, Name, Package, Programme};

    use super::{Figure, answer, counted, quarter};

    fn programme() -> Programme {
        let text = include_str!("../../tests/suite/evenings.md").to_owned();
        Package::of([(Language::En, text)].into(), BTreeMap::new()).unwrap().0.programme().clone()
    }

    fn names(names: &[&str]) -> BTreeSet<Name> {
        names.iter().map(|name| name.parse().unwrap()).collect()
    }

    #[test]
    fn everybody_is_in_one_outcome_of_each_figure() {
        let programme = programme();
        let figures = Figure::of(&programme);
        assert!(figures.iter().any(|figure| matches!(figure, Figure::Change(_))), "{figures:?}");
        let opened = names(&[]);
        let all = counted(&programme, (&opened, &opened), (None, None), &BTreeMap::new());
        assert_eq!(all.iter().map(|(figure, _)| figure.clone()).collect::<Vec<_>>(), figures);
        for (figure, outcome) in &all {
            assert!(figure.outcomes().contains(outcome), "{figure:?}: {outcome}");
            assert_eq!(Figure::from_key(&figure.key()).as_ref(), Some(figure));
        }
        assert_eq!(all[0].1, "early");
    }

    #[test]
    fn a_result_counts_as_what_it_changed_to_and_one_that_was_not_opened_as_unmeasured() {
        let programme = programme();
        let Some(Figure::Change(name)) = Figure::of(&programme).pop() else { panic!("no questionnaire") };
        let of = |change| {
            let results = [(name.clone(), change)].into();
            counted(&programme, (&names(&[]), &names(&[])), (None, None), &results).pop().unwrap().1
        };
        let told = [Some(Change::Better), Some(Change::Same), Some(Change::Worse), None].map(of);
        assert_eq!(told, ["better", "same", "worse", "unmeasured"]);
    }

    #[test]
    fn whoever_finished_something_of_the_last_step_is_through() {
        let programme = programme();
        let edition = programme.editions().next().unwrap();
        let last = edition.steps.iter().rev().find_map(|step| step.exercises().next()).unwrap();
        let finished = [last.name.clone()].into();
        assert_eq!(super::way(edition, &names(&[]), &finished), "through");
        let opened = edition.steps.iter().map(|step| step.name.clone()).collect();
        assert_eq!(super::way(edition, &opened, &names(&[])), "halfway");
    }

    #[test]
    fn the_first_answer_counts_from_the_first_thing_that_was_shared() {
        let at = |text: &str| Some(text.parse::<Timestamp>().unwrap());
        let shared = at("2026-03-02T10:00:00Z");
        assert_eq!(answer(shared, at("2026-03-04T10:00:00Z")), "days");
        assert_eq!(answer(shared, at("2026-03-04T10:00:01Z")), "week");
        assert_eq!(answer(shared, at("2026-03-09T10:00:01Z")), "later");
        assert_eq!((answer(shared, None), answer(None, None)), ("none", "private"));
    }

    #[test]
    fn a_quarter_begins_on_the_first_of_its_first_month() {
        assert_eq!(quarter(date(2026, 11, 27)), date(2026, 10, 1));
        assert_eq!(quarter(date(2026, 3, 31)), date(2026, 1, 1));
    }
}
