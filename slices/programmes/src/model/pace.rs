//! Which steps are open, and what the others wait for.

use std::collections::BTreeMap;

use jiff::{ToSpan as _, civil::Date};
use programme::{Edition, Limit, Name, Opens, Step};

/// How a step stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It has been open since this day.
    Open(Date),
    /// It opens by itself on this day.
    OpensOn(Date),
    /// Its coach opens it.
    WaitsForCoach,
    /// The answers to a questionnaire open it, whatever they are, or its coach.
    WaitsForAnswers(Name),
    /// A result opens it, or its coach.
    WaitsForResult {
        /// Of which questionnaire.
        questionnaire: Name,
        /// What it must be.
        limit: Limit,
    },
    /// It counts from a step that is not open yet.
    WaitsForStep,
}

impl Standing {
    /// Opens on `day`, or did.
    fn by_day(day: Option<Date>, today: Date) -> Self {
        match day {
            None => Self::WaitsForStep,
            Some(day) if day <= today => Self::Open(day),
            Some(day) => Self::OpensOn(day),
        }
    }

    /// The day on which it opened or will.
    fn day(&self) -> Option<Date> {
        match self {
            Self::Open(day) | Self::OpensOn(day) => Some(*day),
            Self::WaitsForCoach | Self::WaitsForAnswers(_) | Self::WaitsForResult { .. } | Self::WaitsForStep => None,
        }
    }
}

/// How each step of a programme stands today, in order: by the day on which somebody began, the days on which steps were opened,
/// and the latest results of questionnaires. A step that was opened stays open. Whoever calls keeps what is newly open.
pub fn pace<'a>(
    edition: &'a Edition,
    began: Date,
    opened: &BTreeMap<Name, Date>,
    latest: &BTreeMap<Name, i32>,
    today: Date,
) -> Vec<(&'a Step, Standing)> {
    // The day of the step before, and that from which days count.
    let (mut before, mut since) = (Some(began), None);
    let mut steps = Vec::new();
    for (place, step) in edition.steps.iter().enumerate() {
        let standing = match (opened.get(&step.name), &step.opens) {
            (Some(day), _) => Standing::Open(*day),
            (None, Opens::AtOnce) => Standing::by_day(before, today),
            (None, Opens::After(days)) => {
                let day = since.map(|since: Date| since.saturating_add(i64::from(days.get()).days()));
                Standing::by_day(day, today)
            }
            (None, Opens::ByCoach) => Standing::WaitsForCoach,
            (None, Opens::Answered(questionnaire)) => match latest.get(questionnaire) {
                Some(_) => Standing::Open(today),
                None => Standing::WaitsForAnswers(questionnaire.clone()),
            },
            (None, Opens::ByResult { questionnaire, limit }) => match latest.get(questionnaire) {
                Some(points) if limit.holds(*points) => Standing::Open(today),
                _ => Standing::WaitsForResult { questionnaire: questionnaire.clone(), limit: *limit },
            },
        };
        before = standing.day();
        // Steps that wait for a coach or a result are passed over, but for the first: nothing begins before it.
        if place == 0 || matches!(step.opens, Opens::AtOnce | Opens::After(_) | Opens::Answered(_)) {
            since = before;
        }
        steps.push((step, standing));
    }
    steps
}
