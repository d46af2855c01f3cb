//! Whether programmes help, in figures in which nobody can be found (CE7).

use std::collections::BTreeMap;

use axum::http::StatusCode;
use kernel::Archetype;

use crate::{
    stage::Stage,
    walk::begin,
    world::{Campus, statement},
};

const FILE: &str = "/enrolments/outcomes/file";

/// The counts that are shown, by figure and outcome.
async fn told(stage: &Stage) -> BTreeMap<(String, String), u64> {
    let mut mia = stage.campus.sign_in(&stage.campus.site, "Mia").await;
    let text = stage.campus.page(&mut mia, FILE).await;
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("programme,from,until,figure,outcome,people"));
    lines
        .map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            let [programme, _, _, figure, outcome, people] = cells[..] else { panic!("{line}") };
            assert_eq!(programme, "sleeping-better");
            ((figure.to_owned(), outcome.to_owned()), people.parse().unwrap())
        })
        .collect()
}

/// So many people begin and stop at once.
async fn pass_through(stage: &Stage, names: std::ops::Range<u32>) {
    for number in names {
        let person =
            stage.campus.resident(&stage.campus.site, &format!("Guest {number}"), Archetype::Participant).await;
        let enrolment = stage.begin(person).await;
        stage.end(&enrolment).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_group_is_shown_when_its_quarter_is_over_and_it_is_large_enough_and_never_changes_again() {
    let stage = Stage::set().await;
    pass_through(&stage, 0..9).await;
    stage.later(1).await;
    assert!(told(&stage).await.is_empty(), "counting goes on");
    stage.later(92).await;
    assert!(told(&stage).await.is_empty(), "nine people are too few");

    pass_through(&stage, 9..10).await;
    stage.later(1).await;
    let shown = told(&stage).await;
    // Three outcomes of the way, five of the answer, four of each questionnaire.
    let questionnaires = shown.keys().filter(|(figure, outcome)| figure.starts_with("change ") && outcome == "worse");
    assert_eq!(shown.len(), 3 + 5 + 4 * questionnaires.count());
    // With three figures and an epsilon of 1 a count is off by more than fifty once in ten million times.
    let near = |figure: &str, outcome: &str, people: u64| {
        let count = shown[&(figure.to_owned(), outcome.to_owned())];
        assert!(count.abs_diff(people) <= 50, "{figure} {outcome}: {count}");
    };
    near("way", "early", 10);
    near("answer", "private", 10);
    near("way", "through", 0);
    assert!(
        shown
            .iter()
            .any(|((_, outcome), people)| *people != if outcome == "early" || outcome == "private" { 10 } else { 0 }),
        "a count without any noise: {shown:?}"
    );

    pass_through(&stage, 10..14).await;
    stage.later(1).await;
    assert_eq!(told(&stage).await, shown);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_but_managers_opens_the_figures_and_nobody_where_the_statement_has_none() {
    let mut stage = Stage::set().await;
    for path in ["/enrolments/outcomes", FILE] {
        assert_eq!(stage.campus.get(&mut stage.mia, path).await.status, StatusCode::OK);
        for browser in [&mut stage.hanna, &mut stage.maria] {
            assert_eq!(stage.campus.get(browser, path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }
    let text = statement("selfhelp");
    let (before, clause) = text.split_once("    group-figures \"programmes\"").unwrap();
    let without = format!("{before}{}", clause.split_once("\n    }\n").unwrap().1);
    let campus = Campus::with(&without).await;
    campus.resident(&campus.site, "Mia", Archetype::Manager).await;
    let mut mia = campus.sign_in(&campus.site, "Mia").await;
    assert_eq!(campus.get(&mut mia, FILE).await.status, StatusCode::NOT_FOUND);
}

/// All items of the sleep check answered alike but for two that ask the other way round.
fn check(bad: &'static str, good: &'static str) -> Vec<(&'static str, &'static str)> {
    let items = ["falling", "waking", "early", "tired", "worry", "dread"].map(|item| (item, bad));
    let all = items.into_iter().chain([("rested", good), ("ease", good), ("dark", "never")]);
    all.chain([("do", "finish"), ("sharing", "private")]).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_result_is_counted_when_its_participant_stops_and_of_the_silent_none_is() {
    // With so large an epsilon there is next to no noise, and the counts can be looked at.
    let mut stage = Stage::with(&statement("selfhelp").replace("epsilon=1.0", "epsilon=1000")).await;
    let walk = begin(&stage, &mut stage.maria.clone(), "Maria").await;
    walk.fill(&stage, &mut stage.maria.clone(), "sleep-check", &check("nightly", "never")).await;
    stage.later(3).await;
    stage.maria = stage.campus.sign_in(&stage.campus.site, "Maria").await;
    walk.fill(&stage, &mut stage.maria.clone(), "sleep-check", &check("never", "nightly")).await;
    stage.campus.done(&mut stage.maria.clone(), &walk.at("/ending"), &[]).await;
    pass_through(&stage, 0..9).await;
    stage.later(1).await;
    stage.later(92).await;
    let shown = told(&stage).await;
    let count = |figure: &str, outcome: &str| shown[&(figure.to_owned(), outcome.to_owned())];
    let change = "change sleep-check";
    let changes = ["better", "same", "worse", "unmeasured"].map(|outcome| count(change, outcome));
    assert_eq!(changes, [1, 0, 0, 9]);
    assert_eq!(["through", "halfway", "early"].map(|outcome| count("way", outcome)), [0, 0, 10]);
}
