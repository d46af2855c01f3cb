//! Explanations and differences, in every language.

#![allow(clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

mod support;

use std::{collections::BTreeSet, sync::Arc};

use kernel::{
    Language,
    words::{Voice, Words, message_keys},
};
use troth_statement::{Plan, check, difference, explain, words::EXPLAIN};

const WHOLE: &str = include_str!("whole.kdl");

fn plan(source: &str) -> Plan {
    let checked = check(source, Some(&support::inventory()));
    checked.plan.unwrap_or_else(|| panic!("{:#?}", checked.diagnostics))
}

fn voice(language: Language) -> Voice {
    Voice::new(Arc::new(Words::new([]).expect("the kernel's words")), language)
}

#[test]
fn every_clause_is_explained_in_every_language_without_a_missing_word() {
    let plan = plan(WHOLE);
    let inventory = support::inventory();
    for language in Language::ALL {
        let mut whole = String::new();
        for clause in plan.clauses() {
            let text = explain(&plan, Some(&inventory), &clause.id, &voice(language)).expect("an explanation");
            whole.push_str(&text);
            whole.push('\n');
        }
        let gaps: BTreeSet<&str> =
            whole.split_whitespace().filter(|word| word.contains("[field") || word.contains("[explain")).collect();
        assert!(gaps.is_empty(), "{language}: {gaps:?}");
        insta::with_settings!({ snapshot_path => "snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("explain-{language}"), whole);
        });
    }
}

#[test]
fn the_languages_have_the_same_words() {
    let keys = |at: usize| message_keys(EXPLAIN[at].fluent).collect::<BTreeSet<_>>();
    assert_eq!(keys(0), keys(1));
    assert_eq!(keys(0), keys(2));
}

#[test]
fn a_clause_that_is_not_there_is_not_explained() {
    assert_eq!(explain(&plan(WHOLE), None, "no-such-clause", &voice(Language::En)), None);
}

#[test]
fn a_difference_is_told_class_by_class() {
    let new = WHOLE
        .replace("version 2 effective=\"2026-11-22\" {", "version 3 effective=\"2027-01-01\" { change en=\"x\" nl=\"x\" sv=\"x\"; }\n    version 2 effective=\"2026-11-22\" {")
        .replace("keep \"visits\" for=\"30 days\"", "keep \"visits\" for=\"60 days\"")
        .replace("keep \"profile\" for=\"2 years\"", "keep \"profile\" for=\"1 year\"")
        .replace("read \"profile\" by=\"manager\"", "read \"profile\" by=\"manager\"\n    read \"profile\" by=\"study-adviser\"")
        .replace("never do \"sale\"", "never do \"sale\"\n    never do \"profiling\"")
        .replace("never do \"analytics\"\n", "")
        .replace("withdraw \"my-data\"", "withdraw \"mail\"")
        .replace("We coach, and we keep little.", "We coach people, and keep little.");
    let (old, new) = (plan(WHOLE), plan(&new));
    for language in Language::ALL {
        let text = difference::text(&old, &new, &voice(language));
        assert!(!text.contains("[field") && !text.contains("[difference"), "{text}");
        insta::with_settings!({ snapshot_path => "snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("difference-{language}"), text);
        });
    }
    assert!(difference(&old, &old).is_empty());
}
