//! A corpus of broken statements, each with the report that a person gets for it.
//!
//! `TROTH_BLESS=1 cargo test -p troth-statement --test broken` writes the reports anew; read each one afterwards.

#![allow(clippy::expect_used, reason = "a test stops where it fails")]

mod support;

use std::{fs, path::Path};

use troth_statement::{check, report};

#[test]
fn every_broken_statement_is_told_what_is_wrong_and_what_to_write_instead() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken");
    let inventory = support::inventory();
    let bless = std::env::var_os("TROTH_BLESS").is_some();
    let (mut count, mut wrong) = (0, Vec::new());
    let mut files: Vec<_> =
        fs::read_dir(&folder).expect("the corpus").map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    for path in files.iter().filter(|path| path.extension().is_some_and(|ending| ending == "kdl")) {
        count += 1;
        let source = fs::read_to_string(path).expect("a broken statement");
        let name = path.file_name().expect("a name").to_string_lossy();
        let checked = check(&source, Some(&inventory));
        assert!(!checked.diagnostics.is_empty(), "{name} is not broken");
        for found in &checked.diagnostics {
            assert!(source.is_char_boundary(found.place.offset), "{name}: {found:?}");
            assert!(found.place.offset + found.place.length <= source.len(), "{name}: {found:?}");
            assert!(!found.what.is_empty() && !found.label.is_empty(), "{name}: {found:?}");
        }
        let told = report(&checked.diagnostics, &source, &name);
        let told: String = told.lines().map(|line| line.trim_end().to_owned() + "\n").collect();
        let golden = path.with_extension("txt");
        if bless {
            fs::write(&golden, &told).expect("the report is written");
        } else if fs::read_to_string(&golden).ok().as_deref() != Some(&told) {
            wrong.push(format!("{name} is told otherwise than in {}:\n{told}", golden.display()));
        }
    }
    assert!(count >= 60, "the corpus holds {count} statements");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_statement_that_the_corpus_breaks_is_sound() {
    let source = include_str!("broken.kdl");
    let checked = check(source, Some(&support::inventory()));
    assert!(checked.plan.is_some());
    assert_eq!(checked.diagnostics.len(), 0, "{}", report(&checked.diagnostics, source, "broken.kdl"));
}
