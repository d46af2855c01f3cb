//! Steps open by time, by the coach, by a result: one pure function.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use kernel::Language;
use programme::{Edition, Limit, Name, Programme};
use troth_programmes::model::{Standing, pace};

use crate::house::{EVENINGS, day, name};

fn programme(text: &str) -> Programme {
    programme::read(&[(Language::En, text.to_owned())].into(), &BTreeSet::new()).unwrap()
}

/// Steps without anything in them, by when they open.
fn steps(opens: &[&str]) -> Programme {
    let head = "---\nprogramme: p\ntitle: P\nabout: A.\nfor: Y.\n---\n";
    let steps = opens.iter().zip('a'..).map(|(opens, step)| format!("\n# S\nstep: {step}\nopens: {opens}\n\nText.\n"));
    programme(&(head.to_owned() + &steps.collect::<String>()))
}

fn standings(edition: &Edition, opened: &[(&str, &str)], latest: &[(&str, i32)], today: &str) -> Vec<Standing> {
    let opened: BTreeMap<Name, Date> = opened.iter().map(|(step, at)| (name(step), day(at))).collect();
    let latest = latest.iter().map(|(of, points)| (name(of), *points)).collect();
    pace(edition, day("2026-03-02"), &opened, &latest, day(today)).into_iter().map(|(_, standing)| standing).collect()
}

fn open(at: &str) -> Standing {
    Standing::Open(day(at))
}

fn opens_on(at: &str) -> Standing {
    Standing::OpensOn(day(at))
}

#[test]
fn each_step_opens_by_its_time_by_its_coach_or_by_a_result() {
    let programme = programme(EVENINGS);
    let evenings = programme.edition(Language::En);
    let waits = Standing::WaitsForResult { questionnaire: name("evening-check"), limit: Limit::AtMost(1) };
    let (coach, step) = (Standing::WaitsForCoach, Standing::WaitsForStep);
    assert_eq!(
        standings(evenings, &[], &[], "2026-03-02"),
        // The coach's step is passed over: two days after the one before it.
        [open("2026-03-02"), opens_on("2026-03-05"), coach.clone(), opens_on("2026-03-07"), waits, step]
    );
    assert_eq!(
        standings(evenings, &[("talk", "2026-03-04")], &[("evening-check", 1)], "2026-03-05"),
        [
            open("2026-03-02"),
            open("2026-03-05"),
            open("2026-03-04"),
            opens_on("2026-03-07"),
            open("2026-03-05"),
            open("2026-03-05")
        ]
    );
}

#[test]
fn an_intake_opens_the_next_step_whatever_its_result_and_days_count_from_then() {
    let check = "::: questionnaire intake\ntitle: Intake\n\nHow?\n\nanswers:\n- no (0): No\n- yes (1): Yes\n\nitems:\n- well: Well?\n\nbands:\n- all (0-1): So.\n:::";
    let text = format!(
        "---\nprogramme: p\ntitle: P\nabout: A.\nfor: Y.\n---\n\n# S\nstep: a\n\n{check}\n\n# S\nstep: b\nopens: when intake is answered\n\nText.\n\n# S\nstep: c\nopens: after 2 days\n\nText.\n"
    );
    let programme = programme(&text);
    let edition = programme.edition(Language::En);
    let waits = Standing::WaitsForAnswers(name("intake"));
    assert_eq!(standings(edition, &[], &[], "2026-03-09"), [open("2026-03-02"), waits, Standing::WaitsForStep]);
    for points in [0, 1] {
        let standings = standings(edition, &[], &[("intake", points)], "2026-03-09");
        assert_eq!(standings, [open("2026-03-02"), open("2026-03-09"), opens_on("2026-03-11")], "{points}");
    }
}

#[test]
fn what_was_opened_stays_open_when_a_result_changes() {
    let programme = programme(EVENINGS);
    let opened = [("calm", "2026-03-05"), ("with-it", "2026-03-05")];
    let standings = standings(programme.edition(Language::En), &opened, &[("evening-check", 4)], "2026-03-06");
    assert_eq!(standings[4..], [open("2026-03-05"), open("2026-03-05")]);
}

#[test]
fn a_result_is_within_the_limit_or_the_step_waits() {
    let programme = programme(EVENINGS);
    let edition = programme.edition(Language::En);
    for (points, is_open) in [(0, true), (1, true), (2, false), (4, false)] {
        let standings = standings(edition, &[], &[("evening-check", points)], "2026-03-02");
        assert_eq!(standings[4] == open("2026-03-02"), is_open, "{points}");
    }
    let other = standings(edition, &[], &[("other-check", 0)], "2026-03-02");
    assert_ne!(other[4], open("2026-03-02"), "another questionnaire opens nothing");
}

#[test]
fn where_the_coach_opens_the_first_step_days_count_from_that_day() {
    let programme = steps(&["by coach", "after 5 days", "at once"]);
    let edition = programme.edition(Language::En);
    let (coach, step) = (Standing::WaitsForCoach, Standing::WaitsForStep);
    assert_eq!(standings(edition, &[], &[], "2026-04-01"), [coach, step.clone(), step]);
    assert_eq!(
        standings(edition, &[("a", "2026-03-20")], &[], "2026-03-24"),
        [open("2026-03-20"), opens_on("2026-03-25"), opens_on("2026-03-25")]
    );
}

#[test]
fn days_run_on_from_the_day_on_which_a_step_was_opened_early() {
    let programme = steps(&["at once", "after 5 days", "after 5 days"]);
    let edition = programme.edition(Language::En);
    assert_eq!(standings(edition, &[], &[], "2026-03-02")[2], opens_on("2026-03-12"));
    assert_eq!(standings(edition, &[("b", "2026-03-03")], &[], "2026-03-03")[2], opens_on("2026-03-08"));
}

#[test]
fn a_step_is_open_on_its_day_and_not_the_day_before() {
    let programme = steps(&["at once", "after 1 days"]);
    let edition = programme.edition(Language::En);
    assert_eq!(standings(edition, &[], &[], "2026-03-02")[1], opens_on("2026-03-03"));
    assert_eq!(standings(edition, &[], &[], "2026-03-03")[1], open("2026-03-03"));
}
