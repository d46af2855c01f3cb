//! The rules of the house, read from the sources. Each rule is a function over a [`Tree`], and each is shown, by a
//! test on a seeded fault, to find what it is there for.

pub(crate) mod asvs;
mod house;
mod rust;
mod text;
mod words;

use std::{collections::BTreeMap, fs, path::Path};

use crate::shell;

/// The files that are part of the project, with what stands in them.
#[derive(Default)]
pub(crate) struct Tree {
    files: BTreeMap<String, String>,
}

impl Tree {
    /// Reads every file that git tracks or would track, if it is text.
    pub(crate) fn read(root: &Path) -> Self {
        let list =
            shell::answer("git", &["ls-files", "--cached", "--others", "--exclude-standard"]).unwrap_or_default();
        let read = |path: &str| Some((path.to_owned(), fs::read_to_string(root.join(path)).ok()?));
        Self { files: list.lines().filter_map(read).collect() }
    }

    #[cfg(test)]
    fn of(files: &[(&str, &str)]) -> Self {
        Self { files: files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect() }
    }

    /// Path and text of the files whose names end so.
    fn ending<'a>(&'a self, end: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.files
            .iter()
            .filter(move |(path, _)| path.ends_with(end))
            .map(|(path, text)| (path.as_str(), text.as_str()))
    }

    fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }
}

/// A rule's name and function.
type Rule = (&'static str, fn(&Tree) -> Vec<String>);

const RULES: &[Rule] = &[
    ("every room imports only what it may", house::rooms),
    ("every package takes the workspace's lints, edition and licence", house::packages),
    ("no test stands where none is run", house::untested),
    ("what is for tests is asked for by tests alone", house::features_of_tests),
    ("only the store names a database driver or a cipher", house::drivers),
    ("only the program reads the environment", rust::environment),
    ("only the test kit fakes time", rust::fakes_time),
    ("no file is longer than 600 lines", text::length),
    ("no file or folder is named for nothing", text::names),
    ("no machine's path stands in a file", text::paths),
    ("the lock of the browser tests names no host", text::node_lock),
    ("every SQL text is registered", rust::sql),
    ("templates hold no words", text::templates),
    ("words: the same keys in every language", words::equal),
    ("words: no key is missing", words::missing),
    ("words: no key is unused", words::unused),
    ("every invariant is written down with tests that exist", text::invariants),
    ("every requirement of the verification standard has its answer", asvs::answers),
];

/// All rules with the faults that they find.
pub(crate) fn run(tree: &Tree) -> Vec<(&'static str, Vec<String>)> {
    RULES.iter().map(|(name, rule)| (*name, rule(tree))).collect()
}

/// What is not wrong yet.
pub(crate) fn warnings(tree: &Tree) -> Vec<String> {
    text::nearly_too_long(tree)
}
