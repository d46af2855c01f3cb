//! Exercises: what a participant fills in.

use std::{
    collections::BTreeMap,
    num::{NonZeroU8, NonZeroU16},
    ops::RangeInclusive,
};

use super::{Questionnaire, Sharing, Words};
use crate::{Name, Text};

/// An exercise.
#[derive(Clone, Debug, PartialEq)]
pub struct Exercise {
    /// Its short name, unique within the programme.
    pub name: Name,
    /// What it is called.
    pub title: Words,
    /// Whether the coach reads its answers unless its participant decides otherwise.
    pub sharing: Sharing,
    /// What it asks.
    pub question: Text,
    /// How it is answered.
    pub kind: Kind,
}

impl Exercise {
    /// It without its words: what two languages of one exercise have alike, and what its answers depend on.
    pub(crate) fn bare(&self) -> Self {
        let mut bare = self.clone();
        bare.title.clear();
        bare.question = Text::default();
        bare.kind.words(&mut String::clear);
        bare
    }
}

/// How an exercise is answered.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// In one's own words.
    Writing,
    /// With a list of one's own; so many empty lines stand there at first.
    List(NonZeroU8),
    /// With a point on a scale.
    Scale(Scale),
    /// With one of these.
    Choice(Vec<Opt>),
    /// With any of these.
    Choices(Vec<Opt>),
    /// With rows of these columns, such as a thought record.
    Table(Vec<Field>),
    /// With an entry for each day, of these fields.
    Diary(Vec<Field>),
    /// With goals of one's own.
    Goals(Goals),
    /// By doing it, while time runs.
    Timer(Timer),
    /// By handing in files, at most so many.
    Upload(NonZeroU8),
    /// With an answer to each of its items, which are counted.
    Questionnaire(Questionnaire),
}

impl Kind {
    /// The word with which authors write it.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Writing => "writing",
            Self::List(_) => "list",
            Self::Scale(_) => "scale",
            Self::Choice(_) => "choice",
            Self::Choices(_) => "choices",
            Self::Table(_) => "table",
            Self::Diary(_) => "diary",
            Self::Goals(_) => "goals",
            Self::Timer(_) => "timer",
            Self::Upload(_) => "upload",
            Self::Questionnaire(_) => "questionnaire",
        }
    }

    /// Whether some answer to it would show urgent help.
    pub fn can_be_danger(&self) -> bool {
        match self {
            Self::Scale(scale) => scale.danger.is_some(),
            Self::Choice(options) | Self::Choices(options) => options.iter().any(|option| option.is_danger),
            Self::Questionnaire(questionnaire) => questionnaire.items.iter().any(|item| item.danger_from.is_some()),
            Self::Writing
            | Self::List(_)
            | Self::Table(_)
            | Self::Diary(_)
            | Self::Goals(_)
            | Self::Timer(_)
            | Self::Upload(_) => false,
        }
    }
}

impl Kind {
    /// Goes over all words in it.
    fn words(&mut self, each: &mut dyn FnMut(&mut Words)) {
        match self {
            Self::Writing | Self::List(_) | Self::Upload(_) => {}
            Self::Scale(scale) => scale.words.values_mut().for_each(each),
            Self::Choice(options) | Self::Choices(options) => {
                options.iter_mut().for_each(|option| each(&mut option.words));
            }
            Self::Table(fields) | Self::Diary(fields) => fields.iter_mut().for_each(|field| each(&mut field.words)),
            Self::Goals(goals) => goals.ideas.iter_mut().for_each(|idea| each(&mut idea.words)),
            Self::Timer(timer) => timer.cues.iter_mut().for_each(|cue| each(&mut cue.words)),
            Self::Questionnaire(questionnaire) => questionnaire.all_words(each),
        }
    }
}

/// A scale of whole numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    pub(crate) reach: RangeInclusive<u8>,
    pub(crate) words: BTreeMap<u8, Words>,
    pub(crate) danger: Option<RangeInclusive<u8>>,
}

impl Scale {
    /// From which number to which.
    pub fn reach(&self) -> RangeInclusive<u8> {
        self.reach.clone()
    }

    /// The words that stand at points; the first and the last point have some.
    pub fn words(&self) -> &BTreeMap<u8, Words> {
        &self.words
    }

    /// Whether this answer shows urgent help at once.
    pub fn is_danger(&self, answer: u8) -> bool {
        self.danger.as_ref().is_some_and(|danger| danger.contains(&answer))
    }
}

/// One of several answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opt {
    /// Its short name, unique within the exercise.
    pub name: Name,
    /// What it says.
    pub words: Words,
    /// Whether choosing it shows urgent help at once.
    pub is_danger: bool,
}

/// A column of a table, or a field of a diary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its short name, unique within the exercise.
    pub name: Name,
    /// What it asks.
    pub words: Words,
    /// What is written into it.
    pub kind: FieldKind,
}

/// What is written into a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// Words.
    Text,
    /// Yes or no.
    YesNo,
    /// A time of day.
    Time,
    /// A whole number of these.
    Number(RangeInclusive<u16>),
    /// A point on a scale of these.
    Scale(RangeInclusive<u16>),
}

/// Goals with check-ins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goals {
    /// After how many days one is asked again how it goes.
    pub every_days: NonZeroU16,
    /// Ideas to take over; may be empty.
    pub ideas: Vec<Opt>,
}

/// A timer for rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timer {
    /// How long it runs.
    pub minutes: NonZeroU8,
    /// What it says on its way, in order, one at least.
    pub cues: Vec<Cue>,
}

/// What a timer says at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Its short name, unique within the exercise.
    pub name: Name,
    /// How many seconds after the beginning.
    pub at_seconds: u16,
    /// What it says.
    pub words: Words,
}
