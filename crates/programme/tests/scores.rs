//! Scores against a slow count, and what a change means. // SH12

#![allow(clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

mod support;

use std::{collections::BTreeMap, num::NonZeroU16};

use proptest::prelude::*;
use troth_programme::{Change, Kind, Limit, Name, Questionnaire, Unanswered, read};

/// A questionnaire as numbers: the points of its answers; of each item its weight and whether it is reversed; where its bands
/// begin, as parts of the way from the lowest to the highest score.
#[derive(Clone, Debug)]
struct Plan {
    points: Vec<i32>,
    items: Vec<(u8, bool)>,
    cuts: Vec<u8>,
}

fn plans() -> impl Strategy<Value = Plan> {
    let points = prop::collection::vec(-9..=9_i32, 2..6)
        .prop_filter("different", |points| points.iter().min() != points.iter().max());
    let items = prop::collection::vec((0..=4_u8, any::<bool>()), 1..8)
        .prop_filter("something counts", |items| items.iter().any(|(weight, _)| *weight > 0));
    (points, items, prop::collection::vec(1..=100_u8, 0..4)).prop_map(|(points, items, cuts)| Plan {
        points,
        items,
        cuts,
    })
}

impl Plan {
    /// Every score that can stand in a band, counted out one by one.
    fn reach(&self) -> Vec<i32> {
        let (low, high) = (*self.points.iter().min().expect("one"), *self.points.iter().max().expect("one"));
        let weights: i32 = self.items.iter().map(|(weight, _)| i32::from(*weight)).sum();
        (low * weights..=high * weights).collect()
    }

    /// The first score of each band.
    fn begins(&self) -> Vec<i32> {
        let all = self.reach();
        let mut begins: Vec<i32> = self.cuts.iter().map(|cut| all[usize::from(*cut) * (all.len() - 1) / 100]).collect();
        begins.push(all[0]);
        begins.sort_unstable();
        begins.dedup();
        begins
    }

    /// It as its author would write it.
    fn text(&self) -> String {
        let answers: String =
            self.points.iter().enumerate().map(|(n, points)| format!("- a{n} ({points}): Answer\n")).collect();
        let items: String = self
            .items
            .iter()
            .enumerate()
            .map(|(n, (weight, reversed))| {
                let reversed = if *reversed { ", reversed" } else { "" };
                format!("- i{n} (weight {weight}{reversed}): Item\n")
            })
            .collect();
        let begins = self.begins();
        let last = *self.reach().last().expect("one");
        let ends = begins.iter().skip(1).map(|begin| begin - 1).chain([last]);
        let bands: String = begins
            .iter()
            .zip(ends)
            .enumerate()
            .map(|(n, (from, to))| format!("- b{n} ({from} to {to}): Band\n"))
            .collect();
        support::step(&format!(
            "::: questionnaire check\ntitle: Check\n\nHow?\n\nanswers:\n{answers}\nitems:\n{items}\nbands:\n{bands}:::"
        ))
    }

    /// The score by adding up unit by unit: a reversed item counts as many units from the top as its answer is from the bottom.
    fn slow(&self, given: &[usize]) -> i32 {
        let mut sorted = self.points.clone();
        sorted.sort_unstable();
        let mut sum = 0;
        for ((weight, reversed), answer) in self.items.iter().zip(given) {
            for _ in 0..*weight {
                let from_bottom = self.points[*answer] - sorted[0];
                sum += if *reversed { sorted[sorted.len() - 1] - from_bottom } else { self.points[*answer] };
            }
        }
        sum
    }
}

fn answered(given: &[usize]) -> BTreeMap<Name, Name> {
    given
        .iter()
        .enumerate()
        .map(|(n, answer)| (support::name(&format!("i{n}")), support::name(&format!("a{answer}"))))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_score_is_what_a_slow_count_gives_and_has_the_words_of_its_band(plan in plans(), seed in prop::collection::vec(any::<prop::sample::Index>(), 8)) {
        let programme = support::sound(&plan.text());
        let read = support::questionnaire(&programme);
        let given: Vec<usize> = plan.items.iter().zip(&seed).map(|(_, index)| index.index(plan.points.len())).collect();
        let score = read.score(&answered(&given)).expect("all are answered");
        prop_assert_eq!(score.points, plan.slow(&given));
        prop_assert!(read.reach().contains(&score.points));
        prop_assert_eq!(*read.reach().start(), plan.reach()[0]);
        let band = plan.begins().iter().rposition(|begin| *begin <= score.points).expect("a band");
        prop_assert_eq!(score.band.as_str(), format!("b{band}"));
    }

    #[test]
    fn every_score_within_reach_has_exactly_one_band(plan in plans()) {
        let programme = support::sound(&plan.text());
        let begins: Vec<i32> = support::questionnaire(&programme).bands().map(|(from, ..)| from).collect();
        prop_assert_eq!(begins, plan.begins());
    }

    #[test]
    fn an_item_without_an_answer_is_named_and_nothing_is_counted(plan in plans(), missing in any::<prop::sample::Index>()) {
        let programme = support::sound(&plan.text());
        let mut answers = answered(&vec![0; plan.items.len()]);
        let missing = support::name(&format!("i{}", missing.index(plan.items.len())));
        answers.remove(&missing);
        prop_assert_eq!(support::questionnaire(&programme).score(&answers), Err(Unanswered(vec![missing])));
    }

    #[test]
    fn a_change_counts_from_its_points_on_to_either_side(before in 0..=30_i32, now in 0..=30_i32, least in 1..=20_u16, higher in any::<bool>()) {
        let text = check(&format!("change: {least}\nbetter: {}\n", if higher { "higher" } else { "lower" }));
        let programme = support::sound(&text);
        let read = support::questionnaire(&programme);
        prop_assert_eq!(read.reliable_change(), NonZeroU16::new(least));
        let moved = if higher { now - before } else { before - now };
        let wanted = if moved >= i32::from(least) {
            Change::Better
        } else if moved <= -i32::from(least) {
            Change::Worse
        } else {
            Change::Same
        };
        prop_assert_eq!(read.change(before, now), Some(wanted));
    }
}

/// A questionnaire from 0 to 30 with these settings.
fn check(settings: &str) -> String {
    support::step(&format!(
        "::: questionnaire check\ntitle: Check\n{settings}\nHow?\n\nanswers:\n- no (0): No\n- some (15): Some\n- yes (30): Yes\n\n\
         items:\n- well (danger from some): Well?\n\nbands:\n- all (0-30): So it is.\n:::"
    ))
}

fn read_check(settings: &str) -> Questionnaire {
    support::questionnaire(&support::sound(&check(settings))).clone()
}

#[test]
fn where_the_author_names_no_points_no_change_is_claimed() {
    assert_eq!(read_check("").change(0, 30), None);
}

#[test]
fn an_answer_signals_danger_from_its_points_on_before_the_others_are_given() {
    let read = read_check("");
    let (well, other) = (support::name("well"), support::name("other"));
    let signals = |answer: &str| read.is_danger(&well, &support::name(answer));
    assert!(!signals("no") && signals("some") && signals("yes") && !signals("never"));
    assert!(!read.is_danger(&other, &support::name("yes")));
}

#[test]
fn a_score_tells_of_danger_from_the_very_points_on() {
    let read = read_check("");
    let tells = |answer: &str| {
        let answers = BTreeMap::from([(support::name("well"), support::name(answer))]);
        read.score(&answers).expect("counted").is_danger
    };
    assert!(!tells("no") && tells("some") && tells("yes"));
}

#[test]
fn a_point_of_a_scale_signals_danger_within_its_stretch_alone() {
    let text = support::step("::: scale how\ntitle: How\ndanger: 0-2\n\nHow?\n\n- 0: badly\n- 10: well\n:::");
    let programme = support::sound(&text);
    let Kind::Scale(scale) = &support::only(&programme).kind else { panic!("a scale") };
    let signals: Vec<u8> = scale.reach().filter(|point| scale.is_danger(*point)).collect();
    assert_eq!((scale.reach(), signals), (0..=10, vec![0, 1, 2]));
}

#[test]
fn a_limit_holds_at_its_own_points() {
    let holds = |limit: Limit| (4..=6).filter(|points| limit.holds(*points)).collect::<Vec<i32>>();
    assert_eq!((holds(Limit::AtMost(5)), holds(Limit::AtLeast(5))), (vec![4, 5], vec![5, 6]));
}

#[test]
fn an_answer_that_there_is_not_counts_as_none() {
    let answers = BTreeMap::from([(support::name("well"), support::name("perhaps"))]);
    assert_eq!(read_check("").score(&answers), Err(Unanswered(vec![support::name("well")])));
}

#[test]
fn numbers_beyond_all_reach_are_told_and_end_nothing() {
    for band in ["0-2147483647", "-2147483648 to 30", "0-99999999999", "-5-30"] {
        let texts = support::one(&check("").replace("0-30", band));
        assert!(read(&texts, &support::files()).is_err(), "{band}");
    }
    for points in ["(-2147483648)", "(101)", "(1.5)"] {
        let texts = support::one(&check("").replace("(30)", points));
        assert!(read(&texts, &support::files()).is_err(), "{points}");
    }
}
