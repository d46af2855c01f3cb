//! What figures about groups count.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, civil::date};
use kernel::Language;
use programme::{Change, Name, Package, Programme};

use troth_programmes::outcomes::counting::{self, Figure, answer, counted, quarter};

fn programme() -> Programme {
    let text = include_str!("evenings.md").to_owned();
    Package::of([(Language::En, text)].into(), BTreeMap::new()).unwrap().0.programme().clone()
}

fn names(names: &[&str]) -> BTreeSet<Name> {
    names.iter().map(|name| name.parse().unwrap()).collect()
}

#[test]
fn everybody_is_in_one_outcome_of_each_figure() {
    let programme = programme();
    let figures = Figure::of(&programme);
    assert!(figures.iter().any(|figure| matches!(figure, Figure::Change(_))), "{figures:?}");
    let opened = names(&[]);
    let all = counted(&programme, (&opened, &opened), (None, None), &BTreeMap::new());
    assert_eq!(all.iter().map(|(figure, _)| figure.clone()).collect::<Vec<_>>(), figures);
    for (figure, outcome) in &all {
        assert!(figure.outcomes().contains(outcome), "{figure:?}: {outcome}");
        assert_eq!(Figure::from_key(&figure.key()).as_ref(), Some(figure));
    }
    assert_eq!(all[0].1, "early");
}

#[test]
fn a_result_counts_as_what_it_changed_to_and_one_that_was_not_opened_as_unmeasured() {
    let programme = programme();
    let Some(Figure::Change(name)) = Figure::of(&programme).pop() else { panic!("no questionnaire") };
    let of = |change| {
        let results = [(name.clone(), change)].into();
        counted(&programme, (&names(&[]), &names(&[])), (None, None), &results).pop().unwrap().1
    };
    let told = [Some(Change::Better), Some(Change::Same), Some(Change::Worse), None].map(of);
    assert_eq!(told, ["better", "same", "worse", "unmeasured"]);
}

#[test]
fn whoever_finished_something_of_the_last_step_is_through() {
    let programme = programme();
    let edition = programme.editions().next().unwrap();
    let last = edition.steps.iter().rev().find_map(|step| step.exercises().next()).unwrap();
    let finished = [last.name.clone()].into();
    assert_eq!(counting::way(edition, &names(&[]), &finished), "through");
    let opened = edition.steps.iter().map(|step| step.name.clone()).collect();
    assert_eq!(counting::way(edition, &opened, &names(&[])), "halfway");
}

#[test]
fn the_first_answer_counts_from_the_first_thing_that_was_shared() {
    let at = |text: &str| Some(text.parse::<Timestamp>().unwrap());
    let shared = at("2026-03-02T10:00:00Z");
    assert_eq!(answer(shared, at("2026-03-04T10:00:00Z")), "days");
    assert_eq!(answer(shared, at("2026-03-04T10:00:01Z")), "week");
    assert_eq!(answer(shared, at("2026-03-09T10:00:01Z")), "later");
    assert_eq!((answer(shared, None), answer(None, None)), ("none", "private"));
}

#[test]
fn a_quarter_begins_on_the_first_of_its_first_month() {
    assert_eq!(quarter(date(2026, 11, 27)), date(2026, 10, 1));
    assert_eq!(quarter(date(2026, 3, 31)), date(2026, 1, 1));
}
