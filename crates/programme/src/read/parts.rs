//! The parts of a block: a question, and then lines such as `- never (0): Never`.

use super::reader::Reader;
use crate::{Fault, Name};

/// What stands in a block below its settings.
pub(super) struct Body<'a> {
    pub(super) question: &'a str,
    parts: Vec<(&'a str, Vec<RawPart<'a>>)>,
}

/// A part as it is written.
pub(super) struct RawPart<'a> {
    /// Its line.
    pub(super) at: &'a str,
    pub(super) name: &'a str,
    /// What stands in brackets.
    pub(super) mark: &'a str,
    pub(super) words: String,
}

impl<'a> Body<'a> {
    /// Reads a body. `sections` are the words that begin a section when they stand alone with a colon.
    pub(super) fn read(reader: &mut Reader<'a>, text: &'a str, sections: &[&str]) -> Self {
        let section = |line: &'a str| line.trim_end().strip_suffix(':').filter(|word| sections.contains(word));
        let begins = |line: &'a str| line.starts_with("- ") || line.trim_end() == "-" || section(line).is_some();
        let mut length = 0;
        for line in text.split_inclusive('\n') {
            if begins(line) {
                break;
            }
            length += line.len();
        }
        let (question, rest) = text.split_at(length);
        let mut parts: Vec<(&str, Vec<RawPart<'_>>)> = vec![("", Vec::new())];
        for line in rest.lines().filter(|line| !line.trim().is_empty()) {
            if let Some(word) = section(line) {
                parts.push((word, Vec::new()));
                continue;
            }
            let list = parts.last_mut().map(|(_, list)| list);
            match line.strip_prefix('-') {
                Some(part) => list.into_iter().for_each(|list| list.extend(RawPart::read(reader, line, part))),
                None => match list.and_then(|list| list.last_mut()).filter(|_| line.starts_with("  ")) {
                    Some(part) => part.go_on(line),
                    None => reader.tell(line, Fault::PartAfter {}),
                },
            }
        }
        Self { question, parts }
    }

    /// The parts of a section; of the whole block, where it has none.
    pub(super) fn section(&self, word: &str) -> impl Iterator<Item = &RawPart<'a>> {
        self.parts.iter().filter(move |(section, _)| *section == word).flat_map(|(_, parts)| parts)
    }
}

impl<'a> RawPart<'a> {
    fn read(reader: &mut Reader<'a>, line: &'a str, part: &'a str) -> Option<Self> {
        let part = part.trim();
        let read = || {
            let end = part.find(|sign: char| sign == ':' || sign == '(' || sign.is_whitespace())?;
            let (name, rest) = part.split_at(end);
            let rest = rest.trim_start();
            let (mark, rest) = match rest.strip_prefix('(') {
                Some(inner) => inner.split_once(')')?,
                None => ("", rest),
            };
            let words = rest.trim_start().strip_prefix(':')?.trim();
            let words = words.to_owned();
            (!name.is_empty() && !words.is_empty()).then_some(Self { at: line, name, mark: mark.trim(), words })
        };
        let found = read();
        if found.is_none() {
            let bare = part.trim_end_matches(':');
            // Perhaps only the colon is missing.
            let split = bare
                .split_once(' ')
                .filter(|(name, words)| name.parse::<Name>().is_ok() && words.starts_with(char::is_uppercase));
            let example = match split {
                Some((name, words)) => format!("- {name}: {words}"),
                None => format!("- {}: {bare}", Name::proposed(bare)),
            };
            reader.tell(line, Fault::PartForm { example });
        }
        found
    }

    fn go_on(&mut self, line: &str) {
        self.words.push(' ');
        self.words.push_str(line.trim());
    }

    /// What stands in brackets, or the name where nothing does: where a fault of the mark is told.
    pub(super) fn mark_at(&self) -> &'a str {
        if self.mark.is_empty() { self.name } else { self.mark }
    }

    /// Tells that its mark is none.
    pub(super) fn tell_mark(&self, reader: &mut Reader<'a>, mark: &str, example: &str) {
        let (mark, example) = (mark.to_owned(), example.to_owned());
        let fault = if mark.is_empty() { Fault::MarkMissing { example } } else { Fault::Mark { mark, example } };
        reader.tell(self.mark_at(), fault);
    }
}

/// Two numbers with a hyphen between them, the smaller one first: `0-10`; with "to" where a number is below nothing.
pub(super) fn reach<N: std::str::FromStr + PartialOrd>(text: &str) -> Option<std::ops::RangeInclusive<N>> {
    let (from, to) = text.split_once(" to ").or_else(|| text.split_once('-'))?;
    let (from, to) = (from.trim().parse().ok()?, to.trim().parse().ok()?);
    (from <= to).then_some(from..=to)
}
