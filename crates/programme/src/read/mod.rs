//! Reading: from texts to a programme, or to all that is wrong with them.

mod block;
mod edition;
mod exercise;
mod matching;
mod outline;
mod parts;
mod questionnaire;
mod reader;
mod settings;

use std::collections::{BTreeMap, BTreeSet};

use kernel::Language;

use crate::{Edition, Exercise, Fault, Finding, Name, Place, Programme, Step};
use edition::Draft;
use reader::Reader;

/// The texts of a programme, one for each language.
pub type Texts = BTreeMap<Language, String>;

/// The most that one text may hold, in bytes.
pub const MOST_SIGNS: usize = 200_000;
/// The most faults that are told of one text. Nobody mends more at once, and each has its place looked up.
pub const MOST_FAULTS: usize = 1_000;

/// Reads a programme. `files` are the names of its pictures and sound, such as `media/evening.svg`.
///
/// # Errors
/// Every fault of every text, by language and place: up to [`MOST_FAULTS`] of each.
pub fn read(texts: &Texts, files: &BTreeSet<String>) -> Result<Programme, Vec<Finding>> {
    let sources: Vec<(Language, String)> = texts.iter().map(|(language, text)| (*language, even(text))).collect();
    let mut drafts: Vec<(Reader<'_>, Draft<'_>)> = Vec::new();
    for (language, source) in &sources {
        if source.len() > MOST_SIGNS {
            return Err(vec![too_long(*language)]);
        }
        let mut reader = Reader::new(*language, source, files);
        let draft = edition::read(&mut reader);
        drafts.push((reader, draft));
    }
    let mut drafts = drafts.into_iter();
    let Some((mut reader, first)) = drafts.next() else { return Err(vec![Finding::outside(Fault::NoText {})]) };
    let mut findings = reader.findings();
    let mut others = Vec::new();
    for (mut reader, draft) in drafts {
        matching::hold(&first, &draft, &mut reader);
        findings.extend(reader.findings());
        others.push(draft);
    }
    if !findings.is_empty() {
        return Err(findings);
    }
    let name = first.name.clone();
    let others = others.into_iter().map(Draft::edition).collect();
    name.map(|name| Programme::of(name, first.edition(), others)).ok_or(findings)
}

/// Reads one text by itself: what is sound of it, to be shown beside an editor, and its faults. Only [`read`] makes a programme.
pub fn preview(language: Language, text: &str, files: &BTreeSet<String>) -> (Edition, Vec<Finding>) {
    let source = even(text);
    if source.len() > MOST_SIGNS {
        let (empty, _) = preview(language, "", files);
        return (empty, vec![too_long(language)]);
    }
    let mut reader = Reader::new(language, &source, files);
    let draft = edition::read(&mut reader);
    (draft.edition(), reader.findings())
}

/// What is sound of texts that an earlier program took and this one refuses: people are in the middle of them and have answered
/// them, so they stay readable. A language whose exercises are others than those of the first is left out. `None` where nothing
/// can be shown at all.
pub fn recall(name: &Name, texts: &Texts, files: &BTreeSet<String>) -> Option<Programme> {
    let editions = texts.iter().map(|(language, text)| preview(*language, text, files).0);
    let mut editions = editions.filter(|edition| !edition.steps.is_empty());
    let first = editions.next()?;
    let bare = |edition: &Edition| -> Vec<_> {
        let step = |step: &Step| (step.name.clone(), step.exercises().map(Exercise::bare).collect::<Vec<_>>());
        edition.steps.iter().map(step).collect()
    };
    let others = editions.filter(|edition| bare(edition) == bare(&first)).collect();
    Some(Programme::of(name.clone(), first, others))
}

/// A text that is too long is not looked at.
fn too_long(language: Language) -> Finding {
    let text = Some((language, Place { line: 1, column: 1, length: 1 }));
    Finding { text, fault: Fault::TooLong { most: MOST_SIGNS.to_string() } }
}

/// A text with ends of lines as here, and without the mark that some programs set in front.
pub(crate) fn even(text: &str) -> String {
    text.trim_start_matches('\u{feff}').replace("\r\n", "\n")
}
