//! The syntax: from text to nodes with their places, with every problem told at once.
//!
//! [`scan`] looks at braces and quotation marks first, because a parser that meets an unclosed one can only complain
//! about the end of the file. Then the `kdl` crate parses. When it finds problems, the nodes around them are blanked
//! out and the rest is still read, so that one slip does not hide others.

mod scan;
mod tree;

pub(crate) use tree::{Kind, Node, Value};

use kdl::KdlDocument;

use crate::{Diagnostic, plan::Place};

/// A value with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Spanned<T> {
    pub(crate) value: T,
    pub(crate) place: Place,
}

/// Longer files are no statements.
const MAX_BYTES: usize = 512 * 1024;

/// The source with the offsets of its lines.
pub(crate) struct Source<'a> {
    pub(crate) text: &'a str,
    lines: Vec<usize>,
}

impl<'a> Source<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, lines }
    }

    /// The place of a span, moved inside the file and onto the bounds of signs.
    pub(crate) fn place(&self, offset: usize, length: usize) -> Place {
        let mut start = offset.min(self.text.len());
        while !self.text.is_char_boundary(start) {
            start -= 1;
        }
        let mut end = offset.saturating_add(length).clamp(start, self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let line = self.lines.partition_point(|from| *from <= start).max(1);
        let from = self.lines.get(line - 1).copied().unwrap_or(0);
        let column = self.text.get(from..start).map_or(1, |before| before.chars().count() + 1);
        Place { line, column, offset: start, length: end.saturating_sub(start) }
    }

    /// The first and the last offset of a line, from 1.
    fn line(&self, line: usize) -> (usize, usize) {
        let from = self.lines.get(line - 1).copied().unwrap_or(self.text.len());
        let to = self.lines.get(line).copied().unwrap_or(self.text.len());
        (from, to)
    }
}

/// What came of parsing.
pub(crate) struct Parsed {
    /// The nodes that could be read.
    pub(crate) nodes: Vec<Node>,
    /// The problems.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// Whether parts were left out because of them.
    pub(crate) partial: bool,
}

/// Parses a text into nodes.
pub(crate) fn parse(source: &Source<'_>) -> Parsed {
    let nothing = |diagnostics| Parsed { nodes: Vec::new(), diagnostics, partial: true };
    if source.text.len() > MAX_BYTES {
        let what = "this file is longer than a privacy statement can be (512 KiB)";
        return nothing(vec![Diagnostic::error("too-long", source.place(0, 0), what)]);
    }
    let scanned = scan::scan(source);
    if scanned.hopeless {
        return nothing(scanned.diagnostics);
    }
    let mut diagnostics = scanned.diagnostics;
    let mut text = without(source, source.text, &scanned.depths, &diagnostics);
    // Each round leaves out the nodes that could not be read, until the rest can.
    for _ in 0..MAX_ROUNDS {
        match KdlDocument::parse_v2(&text) {
            Ok(document) => {
                let partial = !diagnostics.is_empty();
                return Parsed { nodes: tree::nodes(&document, source), diagnostics, partial };
            }
            Err(error) => {
                let found = translated(&error, source);
                text = without(source, &text, &scanned.depths, &found);
                diagnostics.extend(found);
            }
        }
    }
    nothing(diagnostics)
}

/// How often the reading begins anew after a problem.
const MAX_ROUNDS: usize = 4;

/// The problems of the `kdl` crate in our words, each line once.
fn translated(error: &kdl::KdlError, source: &Source<'_>) -> Vec<Diagnostic> {
    let mut diagnostics: Vec<Diagnostic> = Vec::new();
    for problem in &error.diagnostics {
        let place = source.place(problem.span.offset(), problem.span.len());
        let line = source.line(place.line).1.saturating_sub(place.offset).max(1);
        let place = source.place(place.offset, place.length.min(line));
        let text = source.text.get(place.offset..).unwrap_or_default();
        let marked = &text[..place.length.min(text.len())];
        let told = diagnostics.iter().any(|told| told.place.line == place.line);
        if told {
            continue;
        }
        diagnostics.push(in_our_words(problem, marked, place));
    }
    if diagnostics.is_empty() {
        diagnostics.push(Diagnostic::error("syntax", source.place(0, 0), "this file is not KDL"));
    }
    diagnostics
}

fn in_our_words(problem: &kdl::KdlDiagnostic, marked: &str, place: Place) -> Diagnostic {
    let message = problem.message.as_deref().unwrap_or("this cannot be read").trim_end_matches('.');
    let word = marked.trim().trim_end_matches(';');
    if matches!(word, "true" | "false" | "null") {
        return Diagnostic::error("syntax", place, format!("the bare word {word} is not a value"))
            .label("neither a text nor a flag")
            .help(format!("write #{word}; or only the name of the flag, such as digit, to switch it on"));
    }
    if message == "Found invalid node name" {
        return Diagnostic::error("syntax", place, "a node begins with a word, and this is none")
            .label("not a word")
            .help("begin with the kind of clause: keep \"dialogue\" for=\"2 years\" after=\"trajectory-ended\"");
    }
    let label = problem.label.clone().unwrap_or_else(|| "the reading stopped here".to_owned());
    let form = "a node is a word, then values and name=\"value\", then perhaps { children }";
    let help = problem.help.as_deref().map_or_else(|| form.to_owned(), lower_first);
    Diagnostic::error("syntax", place, format!("this is not KDL: {}", lower_first(message))).label(label).help(help)
}

fn lower_first(text: &str) -> String {
    let mut signs = text.chars();
    let first = signs.next().map(|sign| sign.to_lowercase().to_string()).unwrap_or_default();
    // "KDL", "EOF": a word in capitals stays one.
    if text.chars().nth(1).is_some_and(char::is_uppercase) { text.to_owned() } else { first + signs.as_str() }
}

/// The text with the nodes around each problem blanked out, so that all places stay.
fn without(source: &Source<'_>, text: &str, depths: &[usize], diagnostics: &[Diagnostic]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for diagnostic in diagnostics {
        let line = diagnostic.place.line;
        let depth = |line: usize| depths.get(line - 1).copied().unwrap_or(0);
        let first = (1..=line).rev().find(|line| depth(*line) <= 1).unwrap_or(line);
        let last = (line + 1..=depths.len()).find(|line| depth(*line) <= 1).map_or(depths.len(), |next| next - 1);
        let (from, to) = (source.line(first).0, source.line(last.max(first)).1);
        for byte in bytes.iter_mut().take(to).skip(from) {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_default()
}
