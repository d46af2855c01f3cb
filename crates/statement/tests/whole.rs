//! The statement that says everything once is read without an error, and its plan holds every kind of clause.

#![allow(clippy::expect_used, reason = "a test stops where it fails")]

mod support;

use std::collections::BTreeSet;

use troth_statement::{self as statement, Severity, State, plan::Rule};

const WHOLE: &str = include_str!("whole.kdl");

#[test]
fn a_statement_with_every_kind_of_clause_passes() {
    let inventory = support::inventory();
    let checked = statement::check(WHOLE, Some(&inventory));
    let report = statement::report(&checked.diagnostics, WHOLE, "whole.kdl");
    if std::env::var_os("SHOW").is_some() {
        eprintln!("{report}");
    }
    assert_eq!(checked.count(Severity::Error), 0, "{report}");
    let plan = checked.plan.expect("a plan without errors");
    let kinds: BTreeSet<&str> = plan.clauses().iter().map(|clause| clause.rule.kind()).collect();
    assert_eq!(kinds, Rule::KINDS.iter().copied().collect(), "a kind is missing in whole.kdl");
    assert!(plan.clauses().iter().all(|clause| clause.state != State::Unchecked));
    assert_eq!(plan.version().number, 2);
    assert!(plan.clause("read-dialogue-coach").is_some());
    assert!(plan.clause("dialogue-two-years").is_some());
}

#[test]
fn the_plan_is_told_as_json() {
    let plan = statement::check(WHOLE, Some(&support::inventory())).plan.expect("a plan");
    let json: serde_json::Value = serde_json::from_str(&plan.to_json().expect("json")).expect("json");
    assert_eq!(json["key"], "whole");
    assert_eq!(json["zone"], "Europe/Amsterdam");
    let keep = json["clauses"].as_array().expect("clauses").iter().find(|clause| clause["id"] == "dialogue-two-years");
    let keep = keep.expect("the clause");
    assert_eq!(keep["kind"], "keep");
    assert_eq!(keep["period"], "2 years");
    assert_eq!(keep["state"], "enforced");
}
