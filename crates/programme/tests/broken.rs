//! A corpus of broken programmes, each with the report that its author gets.
//!
//! `TROTH_BLESS=1 cargo test -p troth-programme --test broken` writes the reports anew; read each one afterwards.

#![allow(clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

mod support;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use kernel::Language;
use troth_programme::{Fault, Finding, Texts, mend, read, report, what};

/// What faults of archives are called: they are tried in `archive.rs`.
const OF_ARCHIVES: &[&str] = &[
    "archive-none",
    "archive-damaged",
    "archive-large",
    "archive-full",
    "archive-unpacks",
    "entry-path",
    "entry-locked",
    "entry-damaged",
    "entry-unknown",
    "file-unused",
    "file-false",
    "drawing-live",
    "text-signs",
    "no-text",
];

fn corpus() -> Vec<(PathBuf, Texts)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken");
    let files = fs::read_dir(&folder).expect("the corpus").map(|entry| entry.expect("a file").path());
    let mut files: Vec<_> = files
        .filter(|path| path.extension().is_some_and(|end| end == "md") && !path.to_string_lossy().ends_with(".nl.md"))
        .collect();
    files.sort();
    let with_texts = |path: PathBuf| {
        let mut texts = support::one(&fs::read_to_string(&path).expect("a broken text"));
        if let Ok(dutch) = fs::read_to_string(path.with_extension("nl.md")) {
            texts.insert(Language::Nl, dutch);
        }
        (path, texts)
    };
    files.into_iter().map(with_texts).collect()
}

fn findings(texts: &Texts) -> Vec<Finding> {
    read(texts, &support::files()).expect_err("broken")
}

#[test]
fn every_broken_programme_is_told_all_that_is_wrong_where_and_how_to_mend_it() {
    let bless = std::env::var_os("TROTH_BLESS").is_some();
    let mut wrong = Vec::new();
    let corpus = corpus();
    for (path, texts) in &corpus {
        let told = report(&findings(texts), texts, Language::En);
        let golden = path.with_extension("txt");
        if bless {
            fs::write(&golden, &told).expect("the report is written");
        } else if fs::read_to_string(&golden).ok().as_deref() != Some(&told) {
            wrong.push(format!("told otherwise than in {}:\n{told}", golden.display()));
        }
    }
    assert!(corpus.len() >= 18, "the corpus holds {} programmes", corpus.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_place_lies_within_its_text() {
    for (path, texts) in corpus() {
        for Finding { text, fault } in findings(&texts) {
            let (language, place) = text.expect("a place");
            let line = texts[&language].lines().nth(place.line - 1).unwrap_or_default();
            let end = place.column - 1 + place.length;
            let room = line.chars().count().max(1);
            assert!(place.column >= 1 && end <= room, "{}: {fault:?} at {place:?} of {line}", path.display());
        }
    }
}

#[test]
fn the_corpus_holds_every_fault_that_a_text_can_have() {
    let found: BTreeSet<&str> =
        corpus().iter().flat_map(|(_, texts)| findings(texts)).map(|finding| finding.fault.code()).collect();
    let wanted = Fault::CODES.iter().copied().filter(|code| !OF_ARCHIVES.contains(code) && *code != "too-long");
    assert_eq!(wanted.filter(|code| !found.contains(code)).collect::<Vec<_>>(), Vec::<&str>::new());
}

#[test]
fn a_text_that_is_too_long_is_not_looked_at() {
    let texts = support::one(&support::step(&"word ".repeat(troth_programme::MOST_SIGNS / 5)));
    assert_eq!(findings(&texts)[0].fault.code(), "too-long");
}

#[test]
fn a_text_of_nothing_but_faults_is_told_up_to_a_thousand() {
    let texts = support::one(&support::step(&":::\n".repeat(20_000)));
    assert_eq!(findings(&texts).len(), troth_programme::MOST_FAULTS);
}

#[test]
fn each_fault_has_words_of_its_own_in_every_language() {
    for (_, texts) in corpus() {
        for Finding { fault, .. } in findings(&texts) {
            let said: BTreeSet<String> =
                Language::ALL.iter().flat_map(|language| [what(&fault, *language), mend(&fault, *language)]).collect();
            assert_eq!(said.len(), 6, "{fault:?}: {said:?}");
            assert!(said.iter().all(|words| !words.contains("[fault-") && !words.contains("{$")), "{said:?}");
        }
    }
}
