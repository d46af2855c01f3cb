//! What is wrong with a statement: place, what, why, what to write instead. For the command line it is drawn by miette.

use std::fmt;

use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, NamedSource, SourceCode};

use crate::plan::Place;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// No plan comes of it.
    Error,
    /// It works, but a careful person would look at it.
    Warning,
    /// Worth knowing.
    Note,
}

/// One problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// A stable name of the kind of problem, such as `unknown-role`.
    pub code: &'static str,
    /// Where.
    pub place: Place,
    /// What is wrong, in one sentence.
    pub what: String,
    /// Words for the marked place.
    pub label: String,
    /// Why it matters; may be empty.
    pub why: String,
    /// What to write instead; may be empty.
    pub help: String,
    /// Other places that have to do with it.
    pub related: Vec<(Place, String)>,
}

impl Diagnostic {
    fn new(severity: Severity, code: &'static str, place: Place, what: impl Into<String>) -> Self {
        Self {
            severity,
            code,
            place,
            what: what.into(),
            label: "here".to_owned(),
            why: String::new(),
            help: String::new(),
            related: Vec::new(),
        }
    }

    pub(crate) fn error(code: &'static str, place: Place, what: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, place, what)
    }

    pub(crate) fn warning(code: &'static str, place: Place, what: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, place, what)
    }

    pub(crate) fn note(code: &'static str, place: Place, what: impl Into<String>) -> Self {
        Self::new(Severity::Note, code, place, what)
    }

    pub(crate) fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    pub(crate) fn why(mut self, why: impl Into<String>) -> Self {
        self.why = why.into();
        self
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    pub(crate) fn related(mut self, place: Place, words: impl Into<String>) -> Self {
        self.related.push((place, words.into()));
        self
    }
}

/// Draws problems with the lines they stand in, as plain text.
pub fn report(diagnostics: &[Diagnostic], source: &str, file: &str) -> String {
    report_styled(diagnostics, source, file, false, 110)
}

/// Draws problems with the lines they stand in.
///
/// `color` for a terminal; `width` in signs.
pub fn report_styled(diagnostics: &[Diagnostic], source: &str, file: &str, color: bool, width: usize) -> String {
    let theme = if color { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    // Words of the language have hyphens; a line that ends inside one cannot be copied.
    let handler = GraphicalReportHandler::new_themed(theme)
        .with_width(width.clamp(40, 400))
        .with_word_separator(textwrap::WordSeparator::AsciiSpace)
        .with_word_splitter(textwrap::WordSplitter::NoHyphenation)
        .with_links(false);
    let named = NamedSource::new(file, source.to_owned());
    let mut out = String::new();
    for diagnostic in diagnostics {
        let why = (!diagnostic.why.is_empty()).then(|| Why(diagnostic.why.clone()));
        let mut drawn = Drawn { diagnostic, help: help(diagnostic), why, source: Some(&named) };
        if !can_be_drawn(diagnostic, source) {
            drawn.source = None;
            let Place { line, column, .. } = diagnostic.place;
            drawn.help = format!("{}\nat {file}:{line}:{column}", drawn.help).trim_start().to_owned();
        }
        // Writing into a string cannot fail; should drawing ever do, the plain words are still there.
        if handler.render_report(&mut out, &drawn).is_err() {
            out.push_str(&diagnostic.what);
        }
        out.push('\n');
    }
    out
}

/// Lines that no terminal shows are not drawn.
const LONGEST_LINE: usize = 2_000;

fn can_be_drawn(diagnostic: &Diagnostic, source: &str) -> bool {
    let places = diagnostic.related.iter().map(|(place, _)| place).chain([&diagnostic.place]);
    places.into_iter().all(|place| {
        let from = source[..place.offset].rfind('\n').map_or(0, |at| at + 1);
        let to = source[place.offset..].find('\n').map_or(source.len(), |at| place.offset + at);
        to - from <= LONGEST_LINE
    })
}

fn near_by(diagnostic: &Diagnostic, place: &Place) -> bool {
    diagnostic.place.line.abs_diff(place.line) <= NEAR_LINES
}

/// What to write instead; places that are too far away for the picture are named by their lines.
fn help(diagnostic: &Diagnostic) -> String {
    let far = diagnostic.related.iter().filter(|(place, _)| !near_by(diagnostic, place));
    let far: Vec<String> = far.map(|(place, label)| format!("{label}: line {}", place.line)).collect();
    let parts = [diagnostic.help.clone(), far.join("\n")];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

#[derive(Debug)]
struct Why(String);

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Why {}

/// How many lines apart two places can be to be drawn in one picture.
const NEAR_LINES: usize = 8;

#[derive(Debug)]
struct Drawn<'a> {
    diagnostic: &'a Diagnostic,
    help: String,
    why: Option<Why>,
    source: Option<&'a NamedSource<String>>,
}

impl fmt::Display for Drawn<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.diagnostic.what)
    }
}

impl std::error::Error for Drawn<'_> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.why.as_ref().map(|why| why as _)
    }
}

impl miette::Diagnostic for Drawn<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.diagnostic.code))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.diagnostic.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Note => miette::Severity::Advice,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        (!self.help.is_empty()).then(|| Box::new(&self.help) as Box<dyn fmt::Display + 'a>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.source.map(|source| source as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        self.source?;
        let main = (self.diagnostic.place, self.diagnostic.label.clone());
        let rest = self.diagnostic.related.iter().filter(|(place, _)| near_by(self.diagnostic, place)).cloned();
        Some(Box::new(
            std::iter::once(main)
                .chain(rest)
                .map(|(place, label)| LabeledSpan::new(Some(label), place.offset, place.length)),
        ))
    }
}

/// The known words that are near to a mistyped one, the nearest first.
pub(crate) fn near<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let lower = word.to_lowercase();
    let limit = (lower.chars().count() / 3).max(1);
    let mut near: Vec<(usize, &str)> = known
        .into_iter()
        .filter_map(|candidate| {
            let distance = distance(&lower, &candidate.to_lowercase());
            // A part counts as near: "message" for "message.body".
            let part = lower.len() >= 4 && (candidate.contains(lower.as_str()) || lower.contains(candidate));
            if distance <= limit && distance < lower.chars().count().max(2) {
                Some((distance, candidate))
            } else if part && candidate.len() >= 4 {
                Some((limit + 1, candidate))
            } else {
                None
            }
        })
        .collect();
    near.sort_unstable();
    near.dedup();
    if let Some((best, _)) = near.first().copied() {
        near.retain(|(distance, _)| *distance <= best + 1);
    }
    near.truncate(3);
    near.into_iter().map(|(_, candidate)| candidate).collect()
}

/// The known word nearest to a mistyped one.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    near(word, known).into_iter().next()
}

/// Whether a word is most likely another one mistyped: one or two signs differ.
pub(crate) fn slip<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let found = known.into_iter().map(|candidate| (distance(word, candidate), candidate)).min()?;
    (found.0 > 0 && found.0 <= 2 && word.chars().count() > 4).then_some(found.1)
}

/// "Did you mean ...?", or the list of what there is when nothing is near.
pub(crate) fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    let near = near(word, known.iter().copied());
    match near.as_slice() {
        [] if known.is_empty() => String::new(),
        [] if known.len() <= 24 => format!("there is: {}", quoted(&known)),
        [] => String::new(),
        [one] => format!("did you mean \"{one}\"?"),
        [most @ .., last] => format!("did you mean {} or \"{last}\"?", quoted(most)),
    }
}

/// Words in quotation marks, with commas.
pub(crate) fn quoted<S: AsRef<str>>(words: &[S]) -> String {
    words.iter().map(|word| format!("\"{}\"", word.as_ref())).collect::<Vec<_>>().join(", ")
}

/// Edit distance with transpositions (optimal string alignment).
fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().take(64).collect();
    let b: Vec<char> = b.chars().take(64).collect();
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let mut best = (last[j] + usize::from(x != y)).min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                best = best.min(before[j - 1] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mistyped_words_find_their_neighbours() {
        assert_eq!(distance("coach", "caoch"), 1);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(near("coch", ["coach", "manager", "participant"]), ["coach"]);
        assert!(near("zebra", ["coach", "manager"]).is_empty());
        assert_eq!(did_you_mean("maneger", ["coach", "manager"]), "did you mean \"manager\"?");
        assert_eq!(did_you_mean("zebra", ["coach", "manager"]), "there is: \"coach\", \"manager\"");
    }
}
