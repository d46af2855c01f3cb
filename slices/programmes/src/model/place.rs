//! Where something is written: an exercise, with a day or without, or the mood of a day.

use jiff::civil::Date;
use programme::{Exercise, Kind, Name};

/// A place. What kind it is of decides under which item of the statement it is kept.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The answer to an exercise; with a day where it is filled in again and again.
    Answer(Name, Option<Date>),
    /// A diary's entry for a day.
    Diary(Name, Date),
    /// How somebody felt on a day; it belongs to no exercise.
    Mood(Date),
}

/// What is held together under one item of the statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shelf {
    /// Answers.
    Answers,
    /// Diaries.
    Diaries,
    /// Moods.
    Moods,
}

impl Shelf {
    /// All of them, in the order of the columns.
    pub(crate) const ALL: [Self; 3] = [Self::Answers, Self::Diaries, Self::Moods];

    /// The column of the table `revision` in which it is sealed.
    pub(crate) const fn column(self) -> &'static str {
        match self {
            Self::Answers => "answer",
            Self::Diaries => "diary",
            Self::Moods => "mood",
        }
    }
}

/// A place without its kind: what rows are found by. No exercise is the mood.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The exercise.
    pub exercise: Option<Name>,
    /// The day.
    pub day: Option<Date>,
}

impl Place {
    /// Where an exercise is filled in on a day. Goals stand there without one; their check-ins are answers with one.
    pub fn of(exercise: &Exercise, day: Date) -> Self {
        let name = exercise.name.clone();
        match exercise.kind {
            Kind::Diary(_) => Self::Diary(name, day),
            Kind::Questionnaire(_) => Self::Answer(name, Some(day)),
            Kind::Writing
            | Kind::List(_)
            | Kind::Scale(_)
            | Kind::Choice(_)
            | Kind::Choices(_)
            | Kind::Table(_)
            | Kind::Goals(_)
            | Kind::Timer(_)
            | Kind::Upload(_) => Self::Answer(name, None),
        }
    }

    /// Where it is said how goals went, on a day; `None` for an exercise that sets no goals.
    pub fn check_in(exercise: &Exercise, day: Date) -> Option<Self> {
        matches!(exercise.kind, Kind::Goals(_)).then(|| Self::Answer(exercise.name.clone(), Some(day)))
    }

    /// Whether it is a check-in of this exercise.
    pub fn is_check_in(&self, exercise: &Exercise) -> bool {
        self.spot().day.and_then(|day| Self::check_in(exercise, day)).as_ref() == Some(self)
    }

    /// The shelf on which it is kept.
    pub fn shelf(&self) -> Shelf {
        match self {
            Self::Answer(..) => Shelf::Answers,
            Self::Diary(..) => Shelf::Diaries,
            Self::Mood(_) => Shelf::Moods,
        }
    }

    /// It without its kind.
    pub fn spot(&self) -> Spot {
        match self {
            Self::Answer(exercise, day) => Spot { exercise: Some(exercise.clone()), day: *day },
            Self::Diary(exercise, day) => Spot { exercise: Some(exercise.clone()), day: Some(*day) },
            Self::Mood(day) => Spot { exercise: None, day: Some(*day) },
        }
    }

    /// The place of a row; `None` where no place is of this form.
    pub(crate) fn at(shelf: Shelf, spot: Spot) -> Option<Self> {
        match (shelf, spot) {
            (Shelf::Answers, Spot { exercise: Some(exercise), day }) => Some(Self::Answer(exercise, day)),
            (Shelf::Diaries, Spot { exercise: Some(exercise), day: Some(day) }) => Some(Self::Diary(exercise, day)),
            (Shelf::Moods, Spot { exercise: None, day: Some(day) }) => Some(Self::Mood(day)),
            _ => None,
        }
    }
}

impl Spot {
    /// As rows have it: what is not there is empty.
    pub(crate) fn columns(&self) -> (String, String) {
        let exercise = self.exercise.as_ref().map_or_else(String::new, Name::to_string);
        (exercise, self.day.map_or_else(String::new, |day| day.to_string()))
    }

    /// Of what a form sends; `None` for what is neither empty nor a name or a day.
    pub fn read(exercise: &str, day: &str) -> Option<Self> {
        Self::from_columns(exercise, day)
    }

    /// From a row; `None` for what is neither empty nor a name or a day.
    pub(crate) fn from_columns(exercise: &str, day: &str) -> Option<Self> {
        let exercise = if exercise.is_empty() { None } else { Some(exercise.parse().ok()?) };
        let day = if day.is_empty() { None } else { Some(day.parse().ok()?) };
        Some(Self { exercise, day })
    }
}
