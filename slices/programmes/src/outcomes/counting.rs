//! What is counted: which outcome of each figure an enrolment falls in. No I/O.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp, civil::Date};
use programme::{Change, Edition, Kind, Name, Programme};

/// A figure: one outcome of each counts an enrolment.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Figure {
    /// How far people went.
    Way,
    /// How soon the coach answered for the first time.
    Answer,
    /// How the result of this questionnaire changed.
    Change(Name),
}

impl Figure {
    /// All figures of a programme: a questionnaire is one where its author says by how much a result must move.
    pub fn of(programme: &Programme) -> Vec<Self> {
        let changes = programme.editions().take(1).flat_map(measured).map(|(name, _)| Self::Change(name.clone()));
        [Self::Way, Self::Answer].into_iter().chain(changes).collect()
    }

    /// Its outcomes, as they are kept.
    pub fn outcomes(&self) -> &'static [&'static str] {
        match self {
            Self::Way => &["through", "halfway", "early"],
            Self::Answer => &["days", "week", "later", "none", "private"],
            Self::Change(_) => &["better", "same", "worse", "unmeasured"],
        }
    }

    /// As it is kept.
    pub fn key(&self) -> String {
        match self {
            Self::Way => "way".to_owned(),
            Self::Answer => "answer".to_owned(),
            Self::Change(questionnaire) => format!("change {questionnaire}"),
        }
    }

    /// From what was kept.
    pub fn from_key(key: &str) -> Option<Self> {
        match key {
            "way" => Some(Self::Way),
            "answer" => Some(Self::Answer),
            _ => Some(Self::Change(key.strip_prefix("change ")?.parse().ok()?)),
        }
    }
}

/// In which outcome of each figure an enrolment counts.
pub type Counted = Vec<(Figure, &'static str)>;

/// The questionnaires of which a change can be told.
pub(super) fn measured(edition: &Edition) -> impl Iterator<Item = (&Name, &Kind)> {
    let exercises = edition.steps.iter().flat_map(|step| step.exercises());
    exercises.filter_map(|exercise| match &exercise.kind {
        kind @ Kind::Questionnaire(questionnaire) if questionnaire.reliable_change().is_some() => {
            Some((&exercise.name, kind))
        }
        _ => None,
    })
}

/// How far somebody went: through, when something of the last step that asks anything is finished.
pub fn way(edition: &Edition, opened: &BTreeSet<Name>, finished: &BTreeSet<Name>) -> &'static str {
    let last = edition.steps.iter().rev().find(|step| step.exercises().next().is_some());
    if last.is_some_and(|step| step.exercises().any(|exercise| finished.contains(&exercise.name))) {
        return "through";
    }
    let steps = edition.steps.iter().filter(|step| opened.contains(&step.name)).count();
    if steps * 2 >= edition.steps.len() { "halfway" } else { "early" }
}

/// How soon the coach answered for the first time.
pub fn answer(first_shared: Option<Timestamp>, first_sent: Option<Timestamp>) -> &'static str {
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
pub fn counted(
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
pub fn quarter(day: Date) -> Date {
    let month = (day.month() - 1) / 3 * 3 + 1;
    Date::new(day.year(), month, 1).unwrap_or(day)
}
