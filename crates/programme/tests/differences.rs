//! Two versions of a programme beside each other, by step and exercise.

#![allow(clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

mod support;

use kernel::Language;
use troth_programme::{Difference, Opens, Programme, Texts, differences, read};

const ENGLISH: &str = "---
programme: evenings
title: Calm evenings
about: Two small steps.
for: Anyone.
steps open: after 3 days
---

# Look
step: look

Welcome.

::: writing evening
title: My evening

How was it?
:::

::: choice day
title: My day

How was it?

- good: Good
- bad: Bad
:::

# Rest
step: rest

Rest.

::: list thanks
title: Thanks

What for?
:::
";

/// It in Dutch, as far as it matters here.
fn dutch() -> String {
    ENGLISH.replace("Welcome.", "Welkom.").replace("How was it?", "Hoe was het?").replace("Rest.", "Rust uit.")
}

fn programme(english: &str, dutch: &str) -> Programme {
    let texts: Texts = [(Language::En, english.to_owned()), (Language::Nl, dutch.to_owned())].into();
    read(&texts, &support::files()).expect("sound")
}

/// Holds it against a version with something else in both texts.
fn changed(from: &str, to: &str) -> Vec<String> {
    let new = programme(&ENGLISH.replace(from, to), &dutch().replace(from, to));
    told(&programme(ENGLISH, &dutch()), &new)
}

/// The differences as lines: the step, then each exercise.
fn told(old: &Programme, new: &Programme) -> Vec<String> {
    let step = |step: &troth_programme::StepDifference| {
        let exercises = step.exercises.iter().map(|exercise| format!(" {} {:?}", exercise.name, exercise.difference));
        format!("{} {:?}:{}", step.name, step.difference, exercises.collect::<String>())
    };
    differences(old, new).iter().map(step).collect()
}

#[test]
fn the_same_version_is_the_same_in_each_step_and_exercise() {
    assert_eq!(changed("", ""), ["look Same: evening Same day Same", "rest Same: thanks Same"]);
}

#[test]
fn other_words_are_told_apart_from_what_answers_depend_on() {
    assert_eq!(changed("- good: Good", "- good: Fine")[0], "look Reworded: evening Same day Reworded");
    assert_eq!(changed("- good: Good", "- fine: Good")[0], "look Changed: evening Same day Changed");
    assert_eq!(changed("- bad: Bad", "- bad (danger): Bad")[0], "look Changed: evening Same day Changed");
    assert_eq!(changed("title: Thanks", "title: Thanks\nsharing: shared")[1], "rest Changed: thanks Changed");
}

#[test]
fn other_words_in_one_language_alone_are_told() {
    let new = programme(ENGLISH, &dutch().replace("Welkom.", "Fijn dat je er bent."));
    assert_eq!(told(&programme(ENGLISH, &dutch()), &new)[0], "look Reworded: evening Same day Same");
}

#[test]
fn a_language_that_is_new_changes_nothing_for_those_who_read_another() {
    let alone = read(&support::one(ENGLISH), &support::files()).expect("sound");
    assert_eq!(
        told(&alone, &programme(ENGLISH, &dutch())),
        ["look Same: evening Same day Same", "rest Same: thanks Same"]
    );
}

#[test]
fn an_exercise_that_moves_to_another_step_keeps_its_answers() {
    let block = "::: writing evening\ntitle: My evening\n\nHow was it?\n:::\n";
    let moved = |text: &str| {
        let block = if text == ENGLISH { block.to_owned() } else { block.replace("How was it?", "Hoe was het?") };
        text.replace(&block, "") + &block
    };
    let new = programme(&moved(ENGLISH), &moved(&dutch()));
    let old = programme(ENGLISH, &dutch());
    assert_eq!(told(&old, &new), ["look Changed: day Same", "rest Changed: thanks Same evening Same"]);
}

#[test]
fn what_is_new_and_what_has_gone_is_told() {
    assert_eq!(changed("::: list thanks", "::: list wishes")[1], "rest Changed: wishes New thanks Gone");
    assert_eq!(
        changed("step: rest", "step: sleep"),
        ["look Same: evening Same day Same", "sleep New: thanks Same", "rest Gone:"]
    );
}

#[test]
fn a_step_that_opens_otherwise_has_changed() {
    let new = changed("steps open: after 3 days", "steps open: by coach");
    assert_eq!(new, ["look Same: evening Same day Same", "rest Changed: thanks Same"]);
    let read = programme(ENGLISH, &dutch());
    let opens: Vec<&Opens> = read.edition(Language::Sv).steps.iter().map(|step| &step.opens).collect();
    assert!(
        matches!(opens[..], [Opens::AtOnce, Opens::After(days)] if days.get() == 3),
        "the first step opens at once"
    );
    assert!(differences(&read, &read).iter().all(|step| step.difference == Difference::Same));
}
