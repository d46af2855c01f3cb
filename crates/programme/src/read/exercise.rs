//! Exercises, each by the word that opens it.

use std::{
    collections::BTreeMap,
    num::{NonZeroU8, NonZeroU16},
};

use super::{
    outline::Block,
    parts::{Body, RawPart, reach},
    questionnaire,
    reader::{Given, Reader},
    settings::Settings,
};
use crate::{Cue, Exercise, Fault, Field, FieldKind, Goals, Kind, Name, Opt, Scale, Sharing, Timer};

/// How many lines a list begins with when its author does not say.
const LINES: NonZeroU8 = NonZeroU8::new(3).unwrap();
/// The longest that a timer runs, in minutes.
const MOST_MINUTES: u8 = 60;

/// The most files that can be handed in, and how many it is when the author does not say.
const MOST_FILES: NonZeroU8 = NonZeroU8::new(4).unwrap();

/// The settings of an exercise besides its title and sharing.
fn own_settings(word: &str) -> &'static [&'static str] {
    match word {
        "list" => &["title", "sharing", "lines"],
        "scale" => &["title", "sharing", "danger"],
        "goals" => &["title", "sharing", "check-in"],
        "timer" => &["title", "sharing", "minutes"],
        "upload" => &["title", "sharing", "files"],
        "questionnaire" => &["title", "sharing", "change", "better"],
        _ => &["title", "sharing"],
    }
}

/// Reads an exercise; what was found in it was told.
pub(super) fn read<'a>(
    reader: &mut Reader<'a>,
    block: &Block<'a>,
    word: &str,
    name: &Name,
    usual: Sharing,
) -> Option<Exercise> {
    let (settings, rest) = Settings::read(reader, block.opening, block.inner, own_settings(word));
    let title = settings.words(reader, "title", "title: How I slept");
    let sharing = settings.sharing(reader).unwrap_or(usual);
    let sections: &[&str] = if word == "questionnaire" { questionnaire::SECTIONS } else { &[] };
    let body = Body::read(reader, rest, sections);
    let question = reader.text(body.question, None);
    if question.is_empty() {
        reader.tell(block.opening, Fault::QuestionMissing {});
    }
    let mut asked = Asked { reader, block, word, settings: &settings, body: &body };
    let kind = asked.kind()?;
    Some(Exercise { name: name.clone(), title, sharing, question, kind })
}

/// An exercise whose way of being answered is read.
pub(super) struct Asked<'r, 'a> {
    pub(super) reader: &'r mut Reader<'a>,
    pub(super) block: &'r Block<'a>,
    word: &'r str,
    pub(super) settings: &'r Settings<'a>,
    pub(super) body: &'r Body<'a>,
}

impl<'a> Asked<'_, 'a> {
    fn kind(&mut self) -> Option<Kind> {
        Some(match self.word {
            "writing" => {
                self.no_parts();
                Kind::Writing
            }
            "list" => {
                self.no_parts();
                Kind::List(self.settings.value(self.reader, "lines", "lines: 3", |n| n.parse().ok()).unwrap_or(LINES))
            }
            "scale" => Kind::Scale(self.scale()?),
            "choice" => Kind::Choice(self.options(2)),
            "choices" => Kind::Choices(self.options(2)),
            "table" => Kind::Table(self.fields(2)),
            "diary" => Kind::Diary(self.fields(1)),
            "goals" => Kind::Goals(self.goals()?),
            "timer" => Kind::Timer(self.timer()?),
            "upload" => {
                self.no_parts();
                Kind::Upload(self.files())
            }
            _ => Kind::Questionnaire(self.questionnaire()?),
        })
    }

    /// Tells that there are fewer parts than there must be.
    fn enough(&mut self, count: usize, least: usize, example: &str) {
        if count < least {
            let (word, least, example) = (self.word.to_owned(), least.to_string(), example.to_owned());
            self.reader.tell(self.block.opening, Fault::PartsFew { word, least, example });
        }
    }

    fn no_parts(&mut self) {
        if let Some(part) = self.body.section("").next() {
            self.reader.tell(part.at, Fault::PartsNone { word: self.word.to_owned() });
        }
    }

    /// Reads each part of a section, with its name.
    pub(super) fn each<T>(
        &mut self,
        section: &str,
        mut read: impl FnMut(&mut Reader<'a>, Name, &RawPart<'a>) -> T,
    ) -> Vec<T> {
        let (mut given, mut found) = (Given::new(), Vec::new());
        for part in self.body.section(section) {
            if let Some(name) = self.reader.name(part.name, &mut given) {
                found.push(read(self.reader, name, part));
            }
        }
        found
    }

    fn options(&mut self, least: usize) -> Vec<Opt> {
        self.enough(self.body.section("").count(), least, "- phone: I look at my phone.");
        self.each("", |reader, name, part| {
            if !matches!(part.mark, "" | "danger") {
                part.tell_mark(reader, part.mark, "- dark (danger): I would rather not be here.");
            }
            Opt { name, words: part.words.clone(), is_danger: part.mark == "danger" }
        })
    }

    fn fields(&mut self, least: usize) -> Vec<Field> {
        let example = "- bed (time): When did you go to bed?";
        self.enough(self.body.section("").count(), least, example);
        self.each("", |reader, name, part| {
            let kind = field_kind(part.mark).unwrap_or_else(|| {
                part.tell_mark(reader, part.mark, "(text), (yes or no), (time), (number 0-20), (scale 0-10)");
                FieldKind::Text
            });
            Field { name, words: part.words.clone(), kind }
        })
    }

    fn scale(&mut self) -> Option<Scale> {
        let example = "- 0: not at all\n- 10: very much";
        self.enough(self.body.section("").count(), 2, example);
        let mut words = BTreeMap::new();
        for part in self.body.section("") {
            let point = part.name.parse::<u8>().ok().filter(|point| *point <= 100 && part.mark.is_empty());
            let is_new = point.is_some_and(|point| words.insert(point, part.words.clone()).is_none());
            if !is_new {
                self.reader.tell(part.name, Fault::ScalePoint { point: part.name.to_owned() });
            }
        }
        let reach = *words.keys().next()?..=*words.keys().next_back()?;
        let danger = self.settings.value(self.reader, "danger", "danger: 8-10", |text| {
            self::reach::<u8>(text).filter(|danger| reach.contains(danger.start()) && reach.contains(danger.end()))
        });
        Some(Scale { reach, words, danger })
    }

    fn goals(&mut self) -> Option<Goals> {
        let every = self.settings.needed(self.reader, "check-in", "check-in: every 3 days", every);
        let ideas = self.each("", |reader, name, part| {
            if !part.mark.is_empty() {
                part.tell_mark(reader, part.mark, "- light: I go outside before ten.");
            }
            Opt { name, words: part.words.clone(), is_danger: false }
        });
        Some(Goals { every_days: every?, ideas })
    }

    /// How many files can be handed in.
    fn files(&mut self) -> NonZeroU8 {
        let read = |text: &str| text.parse::<NonZeroU8>().ok().filter(|files| *files <= MOST_FILES);
        self.settings.value(self.reader, "files", "files: 2", read).unwrap_or(MOST_FILES)
    }

    fn timer(&mut self) -> Option<Timer> {
        let minutes = self.settings.needed(self.reader, "minutes", "minutes: 10", |text| {
            text.parse::<NonZeroU8>().ok().filter(|minutes| minutes.get() <= MOST_MINUTES)
        });
        let example = "- settle (0:00): Make yourself comfortable.";
        self.enough(self.body.section("").count(), 1, example);
        let most = u16::from(minutes.map_or(MOST_MINUTES, NonZeroU8::get)) * 60;
        let mut next = 0;
        let cues = self.each("", |reader, name, part| {
            let at_seconds = clock(part.mark);
            match at_seconds {
                None => part.tell_mark(reader, part.mark, example),
                Some(at) if at < next || at >= most => {
                    let (time, minutes) = (part.mark.to_owned(), (most / 60).to_string());
                    reader.tell(part.mark_at(), Fault::CueTime { time, minutes });
                }
                Some(at) => next = at + 1,
            }
            Cue { name, at_seconds: at_seconds.unwrap_or_default(), words: part.words.clone() }
        });
        Some(Timer { minutes: minutes?, cues })
    }
}

/// What is written into a field.
fn field_kind(mark: &str) -> Option<FieldKind> {
    Some(match mark {
        "" | "text" => FieldKind::Text,
        "yes or no" => FieldKind::YesNo,
        "time" => FieldKind::Time,
        _ => match mark.split_once(' ')? {
            ("number", numbers) => FieldKind::Number(reach(numbers)?),
            ("scale", numbers) => FieldKind::Scale(reach(numbers)?),
            _ => return None,
        },
    })
}

/// `every 3 days`.
fn every(text: &str) -> Option<NonZeroU16> {
    match text.split_whitespace().collect::<Vec<_>>().as_slice() {
        ["every", "day"] => NonZeroU16::new(1),
        ["every", days, "days"] => days.parse().ok(),
        _ => None,
    }
}

/// `1:30` as seconds.
fn clock(text: &str) -> Option<u16> {
    let (minutes, seconds) = text.split_once(':')?;
    let (minutes, seconds) = (minutes.parse::<u16>().ok()?, seconds.parse::<u16>().ok()?);
    (minutes < 1_000 && seconds < 60 && text.len() >= 4).then_some(minutes * 60 + seconds)
}
