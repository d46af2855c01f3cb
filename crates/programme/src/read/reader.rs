//! One text being read, and what was found in it.

use std::collections::{BTreeMap, BTreeSet};

use kernel::Language;

use super::MOST_FAULTS;
use crate::{
    Fault, Finding, Name, Place,
    text::{Setting, Text, check},
};

/// One text being read. Its parts are slices of it, so that each knows its place.
pub(super) struct Reader<'a> {
    language: Language,
    pub(super) source: &'a str,
    pub(super) files: &'a BTreeSet<String>,
    /// The steps to which links can lead; known once the outline is.
    pub(super) steps: BTreeSet<Name>,
    findings: Vec<Finding>,
    count: usize,
}

/// Short names that were given, with the lines on which they stand.
pub(super) type Given = BTreeMap<Name, usize>;

impl<'a> Reader<'a> {
    pub(super) fn new(language: Language, source: &'a str, files: &'a BTreeSet<String>) -> Self {
        Self { language, source, files, steps: BTreeSet::new(), findings: Vec::new(), count: 0 }
    }

    pub(super) fn language(&self) -> Language {
        self.language
    }

    /// Tells a fault of these words, which are a slice of the text.
    pub(super) fn tell(&mut self, at: &str, fault: Fault) {
        self.count += 1;
        if self.count <= MOST_FAULTS {
            let text = Some((self.language, self.place(at)));
            self.findings.push(Finding { text, fault });
        }
    }

    /// How many faults there are so far.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// What was found, in the order of the text.
    pub(super) fn findings(&mut self) -> Vec<Finding> {
        let mut findings = std::mem::take(&mut self.findings);
        findings.sort_by_key(|finding| finding.text);
        findings
    }

    /// Where a slice of the text stands.
    pub(super) fn place(&self, at: &str) -> Place {
        let at = at.trim_start();
        let offset = at.as_ptr().addr().wrapping_sub(self.source.as_ptr().addr());
        let before = self.source.get(..offset).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        let first = at.lines().next().unwrap_or_default().trim_end();
        Place {
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
            length: first.chars().count().max(1),
        }
    }

    /// Reads a short name, which must be new among those that were given.
    pub(super) fn name(&mut self, at: &'a str, given: &mut Given) -> Option<Name> {
        let Ok(name) = at.parse::<Name>() else {
            self.tell(at, Fault::NameForm { name: at.to_owned(), example: Name::proposed(at) });
            return None;
        };
        if let Some(line) = given.get(&name) {
            let line = line.to_string();
            self.tell(at, Fault::NameTwice { name: at.to_owned(), line });
            return None;
        }
        given.insert(name.clone(), self.place(at).line);
        Some(name)
    }

    /// Looks a text over. `heading` is the level of the last heading of its step, and moves on.
    pub(super) fn text(&mut self, markdown: &'a str, heading: Option<&mut u8>) -> Text {
        let mut found = Vec::new();
        let setting = Setting { steps: &self.steps, files: self.files, heading: heading.as_deref().copied() };
        let last = check(markdown, &setting, |at, fault| found.push((at, fault)));
        for (at, fault) in found {
            self.tell(at, fault);
        }
        if let Some((heading, last)) = heading.zip(last) {
            *heading = last;
        }
        Text::of(markdown)
    }
}
