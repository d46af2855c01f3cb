//! A programme as the rest of the house uses it.

mod exercise;
mod questionnaire;

use std::{collections::BTreeSet, num::NonZeroU16};

use kernel::Language;

use crate::{Name, Text};

pub use exercise::{Cue, Exercise, Field, FieldKind, Goals, Kind, Opt, Scale, Timer};
pub(crate) use questionnaire::Band;
pub use questionnaire::{Change, Item, Questionnaire, Rung, Score, Unanswered};

/// Words that are shown as they are, without any form.
pub type Words = String;

/// A programme: the same steps in every language. It comes from [`read`](crate::read()) and nowhere else.
#[derive(Clone, Debug, PartialEq)]
pub struct Programme {
    name: Name,
    first: Edition,
    others: Vec<Edition>,
}

impl Programme {
    /// Of editions that were held against each other.
    pub(crate) fn of(name: Name, first: Edition, others: Vec<Edition>) -> Self {
        Self { name, first, others }
    }

    /// Its short name; two versions of one programme have the same.
    pub fn name(&self) -> &Name {
        &self.name
    }

    /// It in every language in which it is written.
    pub fn editions(&self) -> impl Iterator<Item = &Edition> {
        std::iter::once(&self.first).chain(&self.others)
    }

    /// The files that it names.
    pub fn files(&self) -> BTreeSet<String> {
        self.editions().flat_map(|edition| &edition.steps).flat_map(|step| &step.parts).flat_map(Part::files).collect()
    }

    /// It in this language, or, where nobody has written that, in its first.
    pub fn edition(&self, language: Language) -> &Edition {
        self.editions().find(|edition| edition.language == language).unwrap_or(&self.first)
    }
}

/// A programme in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Edition {
    /// The language.
    pub language: Language,
    /// What it is called.
    pub title: Words,
    /// What it is, in a sentence or two.
    pub about: Words,
    /// For whom it is.
    pub for_whom: Words,
    /// Its steps, one at least.
    pub steps: Vec<Step>,
}

impl Edition {
    /// The step of this name.
    pub fn step(&self, name: &Name) -> Option<&Step> {
        self.steps.iter().find(|step| step.name == *name)
    }

    /// The exercise of this name, with its step. Names of exercises are unique within a programme.
    pub fn exercise(&self, name: &Name) -> Option<(&Step, &Exercise)> {
        self.steps.iter().find_map(|step| Some((step, step.exercises().find(|exercise| exercise.name == *name)?)))
    }
}

/// A step: what one takes up at a time.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Its short name.
    pub name: Name,
    /// What it is called.
    pub title: Words,
    /// When it opens.
    pub opens: Opens,
    /// What stands in it, in order.
    pub parts: Vec<Part>,
}

impl Step {
    /// Its exercises, in order.
    pub fn exercises(&self) -> impl Iterator<Item = &Exercise> {
        self.parts.iter().filter_map(|part| if let Part::Exercise(exercise) = part { Some(exercise) } else { None })
    }
}

/// When a step opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opens {
    /// As soon as the step before it is open.
    AtOnce,
    /// So many days after the step before it was opened. Steps before it that wait for a coach or a result are passed over: the
    /// days count from the last one that did not.
    After(NonZeroU16),
    /// When the coach opens it.
    ByCoach,
    /// As soon as a questionnaire of an earlier step is answered, whatever its result; a coach can open it besides.
    Answered(Name),
    /// When the latest result of a questionnaire of an earlier step is within the limit; a coach can open it besides.
    ByResult {
        /// The questionnaire.
        questionnaire: Name,
        /// What its result must be.
        limit: Limit,
    },
}

/// A limit for a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// This or less.
    AtMost(i32),
    /// This or more.
    AtLeast(i32),
}

impl Limit {
    /// Whether a result is within it.
    pub fn holds(self, points: i32) -> bool {
        match self {
            Self::AtMost(most) => points <= most,
            Self::AtLeast(least) => points >= least,
        }
    }
}

/// Whether a coach reads the answers to an exercise before their participant decides anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sharing {
    /// Nobody but the participant, until it is shared.
    Private,
    /// The coach as well, until it is taken back.
    Shared,
}

/// Something that stands in a step.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// Text with its pictures.
    Text(Text),
    /// An exercise.
    Exercise(Exercise),
    /// Sound or moving pictures.
    Media(Media),
    /// The place where urgent help stands, with words of the programme's own beside it.
    UrgentHelp(Text),
}

impl Part {
    /// The files that it names.
    fn files(&self) -> Vec<String> {
        match self {
            Self::Text(text) | Self::UrgentHelp(text) => text.files(),
            Self::Exercise(exercise) => exercise.question.files(),
            Self::Media(Media { file, captions, about, .. }) => {
                let captions = if let Captions::File(captions) = captions { Some(captions.clone()) } else { None };
                about.files().into_iter().chain([file.clone()]).chain(captions).collect()
            }
        }
    }
}

/// Sound or moving pictures of the programme's own.
#[derive(Clone, Debug, PartialEq)]
pub struct Media {
    /// Which.
    pub kind: MediaKind,
    /// What it is called.
    pub title: Words,
    /// Its file, such as `media/breathing.mp4`.
    pub file: String,
    /// What those read who do not hear it.
    pub captions: Captions,
    /// Words beside it; may be empty.
    pub about: Text,
}

/// Sound, or moving pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MediaKind {
    /// Sound.
    Audio,
    /// Moving pictures.
    Video,
}

impl MediaKind {
    /// The word with which authors write it; also the HTML element.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Audio => "audio",
            Self::Video => "video",
        }
    }
}

/// What those read who do not hear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Captions {
    /// A file of captions (WebVTT), such as `media/breathing.en.vtt`.
    File(String),
    /// There are none, and the author says why.
    Without(Words),
}
