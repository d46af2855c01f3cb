//! A text as an edition: the head, then each step.

use std::num::NonZeroU16;

use kernel::Language;

use super::{
    block::{self, DraftExercise, DraftPart},
    outline::{Piece, RawStep, outline},
    reader::{Given, Reader},
    settings::Settings,
};
use crate::{Edition, Fault, Kind, Limit, Name, Opens, Part, Sharing, Step};

/// An edition with its faults: what could be read of it.
pub(super) struct Draft<'a> {
    pub(super) language: Language,
    pub(super) name: Option<Name>,
    /// Where its short name stands.
    pub(super) at: &'a str,
    title: String,
    about: String,
    for_whom: String,
    pub(super) steps: Vec<DraftStep<'a>>,
}

/// A step with its faults.
pub(super) struct DraftStep<'a> {
    pub(super) name: Name,
    /// The line of its title.
    pub(super) at: &'a str,
    title: String,
    pub(super) opens: Opens,
    /// Where it says when it opens, if it does.
    pub(super) opens_at: &'a str,
    parts: Vec<DraftPart<'a>>,
}

impl<'a> DraftStep<'a> {
    /// Its exercises, sound or not.
    pub(super) fn exercises(&self) -> impl Iterator<Item = &DraftExercise<'a>> {
        self.parts.iter().filter_map(|part| if let DraftPart::Exercise(draft) = part { Some(draft) } else { None })
    }
}

impl Draft<'_> {
    /// The edition: all of it once nothing was found, and otherwise what is sound of it.
    pub(super) fn edition(self) -> Edition {
        let Self { language, title, about, for_whom, steps, .. } = self;
        let step = |step: DraftStep<'_>| Step {
            name: step.name.settled(),
            title: step.title,
            opens: step.opens,
            parts: step.parts.into_iter().filter_map(DraftPart::sound).collect(),
        };
        Edition { language, title, about, for_whom, steps: steps.into_iter().map(step).collect() }
    }
}

/// What a step inherits from the head.
struct Usual {
    opens: Opens,
    sharing: Sharing,
}

const HEAD: &[&str] = &["programme", "title", "about", "for", "steps open", "sharing"];
const STEP: &[&str] = &["step", "opens"];
/// How it is written when a step opens.
const OPENS: &str = "at once, after 3 days, by coach, when sleep-check is answered, when sleep-check is at most 12";

/// Reads a text.
pub(super) fn read<'a>(reader: &mut Reader<'a>) -> Draft<'a> {
    let outline = outline(reader);
    let settings = Settings::head(reader, outline.head.unwrap_or_default(), HEAD);
    // Without a head, that is all that is told of it.
    let mut words =
        |key: &str, example: &str| outline.head.map(|_| settings.words(reader, key, example)).unwrap_or_default();
    let title = words("title", "title: Better nights");
    let about = words("about", "about: Six small steps towards nights that rest you.");
    let for_whom = words("for", "for: Students who lie awake.");
    words("programme", "programme: better-nights");
    let at = settings.place("programme").unwrap_or_default();
    let name = (!at.is_empty()).then(|| reader.name(at, &mut Given::new())).flatten();
    let usual = Usual {
        opens: settings.value(reader, "steps open", OPENS, opens).unwrap_or(Opens::AtOnce),
        sharing: settings.sharing(reader).unwrap_or(Sharing::Private),
    };
    let steps = steps(reader, &outline.steps, &usual);
    Draft { language: reader.language(), name, at, title, about, for_whom, steps }
}

/// Reads the steps: first their names, so that links can lead to any of them, then what stands in them.
fn steps<'a>(reader: &mut Reader<'a>, raw: &[RawStep<'a>], usual: &Usual) -> Vec<DraftStep<'a>> {
    let (mut given, mut exercises) = (Given::new(), Given::new());
    let mut heads = Vec::new();
    for step in raw {
        heads.push(head(reader, step, &mut given, usual));
    }
    reader.steps = given.keys().cloned().collect();
    let mut steps: Vec<DraftStep<'a>> = Vec::new();
    for (number, ((mut draft, below), raw)) in heads.into_iter().zip(raw).enumerate() {
        if number == 0 {
            first(reader, &mut draft);
        }
        by_result(reader, &draft, &steps);
        draft.parts = parts(reader, raw, below, usual.sharing, &mut exercises);
        steps.push(draft);
    }
    steps
}

/// A step's title and settings, and the rest of the text that they stand in.
fn head<'a>(reader: &mut Reader<'a>, raw: &RawStep<'a>, given: &mut Given, usual: &Usual) -> (DraftStep<'a>, &'a str) {
    let text = if let Some(Piece::Text(text)) = raw.pieces.first() { text } else { "" };
    let (settings, rest) = Settings::read(reader, raw.heading, text, STEP);
    let title = raw.heading.trim_start_matches('#').trim();
    if title.is_empty() {
        reader.tell(raw.heading, Fault::StepUntitled {});
    }
    let example = format!("step: {}", Name::proposed(title));
    settings.words(reader, "step", &example);
    let name = settings.place("step").and_then(|at| reader.name(at, given));
    let opens = settings.value(reader, "opens", OPENS, opens);
    let draft = DraftStep {
        // A step without a sound name was told; it goes on under one that no author can write.
        name: name.unwrap_or_else(|| Name::unsound(reader.place(raw.heading).line)),
        at: raw.heading,
        title: title.to_owned(),
        opens: opens.unwrap_or_else(|| usual.opens.clone()),
        opens_at: settings.place("opens").unwrap_or_default(),
        parts: Vec::new(),
    };
    (draft, rest)
}

/// The first step opens at once unless it says itself what it waits for.
fn first(reader: &mut Reader<'_>, step: &mut DraftStep<'_>) {
    if step.opens_at.is_empty() {
        step.opens = Opens::AtOnce;
    } else if matches!(step.opens, Opens::After(_)) {
        reader.tell(step.opens_at, Fault::FirstStepWaits {});
    }
}

/// What a step waits for is a questionnaire before it, and a result that can be or not be.
fn by_result(reader: &mut Reader<'_>, step: &DraftStep<'_>, before: &[DraftStep<'_>]) {
    let (questionnaire, limit) = match &step.opens {
        Opens::Answered(questionnaire) => (questionnaire, None),
        Opens::ByResult { questionnaire, limit } => (questionnaire, Some(limit)),
        Opens::AtOnce | Opens::After(_) | Opens::ByCoach => return,
    };
    let at = if step.opens_at.is_empty() { step.at } else { step.opens_at };
    let name = questionnaire.to_string();
    let found = before.iter().flat_map(DraftStep::exercises).find(|draft| draft.name == *questionnaire);
    match found {
        Some(draft) if draft.word == "questionnaire" => {
            let kind = draft.sound.as_ref().map(|sound| &sound.kind);
            if let (Some(Kind::Questionnaire(questionnaire)), Some(limit)) = (kind, limit) {
                let reach = questionnaire.reach();
                if limit.holds(*reach.start()) == limit.holds(*reach.end()) {
                    let (from, to) = (reach.start().to_string(), reach.end().to_string());
                    reader.tell(at, Fault::ResultOutOfReach { name, from, to });
                }
            }
        }
        _ => reader.tell(at, Fault::ResultOfNothing { name }),
    }
}

fn parts<'a>(
    reader: &mut Reader<'a>,
    raw: &RawStep<'a>,
    below: &'a str,
    sharing: Sharing,
    exercises: &mut Given,
) -> Vec<DraftPart<'a>> {
    let (mut parts, mut heading) = (Vec::new(), 1);
    for (number, piece) in raw.pieces.iter().enumerate() {
        parts.push(match piece {
            Piece::Text(text) => {
                let text = if number == 0 { below } else { text };
                DraftPart::Sound(Part::Text(reader.text(text, Some(&mut heading))))
            }
            Piece::Block(block) => block::read(reader, block, sharing, exercises),
        });
    }
    parts
}

/// When a step opens.
fn opens(text: &str) -> Option<Opens> {
    let words: Vec<&str> = text.split_whitespace().collect();
    Some(match words.as_slice() {
        ["at", "once"] => Opens::AtOnce,
        ["by", "coach"] => Opens::ByCoach,
        ["after", days, "day" | "days"] => Opens::After(days.parse::<NonZeroU16>().ok()?),
        ["when", name, "is", "answered"] => Opens::Answered(name.parse().ok()?),
        ["when", name, "is", "at", end @ ("most" | "least"), points] => {
            let points = points.parse().ok()?;
            let limit = if *end == "most" { Limit::AtMost(points) } else { Limit::AtLeast(points) };
            Opens::ByResult { questionnaire: name.parse().ok()?, limit }
        }
        _ => return None,
    })
}
