//! What a sound text is read as.

#![allow(clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

mod support;

use kernel::Language;
use troth_programme::{Kind, Part, Sharing, read};

fn codes(inner: &str) -> Vec<&'static str> {
    let found = read(&support::one(&support::step(inner)), &support::files()).err().unwrap_or_default();
    found.iter().map(|finding| finding.fault.code()).collect()
}

#[test]
fn an_exercise_is_private_unless_the_head_or_the_exercise_says_otherwise() {
    let sharing = |head: &str, exercise: &str| {
        let text = support::step(&format!("::: writing day\ntitle: Day\n{exercise}\nHow was it?\n:::"));
        support::only(&support::sound(&text.replace("for: Anyone.\n", &format!("for: Anyone.\n{head}")))).sharing
    };
    let (private, shared) = ("sharing: private\n", "sharing: shared\n");
    assert_eq!(sharing("", ""), Sharing::Private);
    assert_eq!(sharing(shared, ""), Sharing::Shared);
    assert_eq!(sharing(shared, private), Sharing::Private);
    assert_eq!(sharing("", shared), Sharing::Shared);
}

#[test]
fn headings_go_down_one_level_at_a_time_through_a_whole_step() {
    let block = "::: writing day\ntitle: Day\n\nHow was it?\n:::";
    assert_eq!(codes(&format!("## One\n\n{block}\n\n### Two\n\n## Three")), Vec::<&str>::new());
    assert_eq!(codes(&format!("## One\n\n{block}\n\n#### Two")), ["heading-skipped"]);
    assert_eq!(codes(&format!("{block}\n\n### Two")), ["heading-skipped"]);
    let next = format!("## One\n\n{block}\n\n# Next\nstep: next\n\n### Two");
    assert_eq!(codes(&next), ["heading-skipped"], "each step begins anew");
}

#[test]
fn a_line_that_begins_with_two_spaces_goes_on_with_the_one_above() {
    let inner = "::: choice day\ntitle: My\n  day\n\nHow was it?\n\n- good: It was\n  good.\n- bad: It was not.\n:::";
    let programme = support::sound(&support::step(inner).replace("about: A small step.", "about: A small\n  step."));
    assert_eq!(programme.edition(Language::En).about, "A small step.");
    let exercise = support::only(&programme);
    assert_eq!(exercise.title, "My day");
    let Kind::Choice(options) = &exercise.kind else { panic!("a choice") };
    assert_eq!(options[0].words, "It was good.");
}

#[test]
fn a_text_is_the_same_with_the_ends_of_lines_and_the_mark_of_another_system() {
    let text = support::step("Welcome.\n\n::: writing day\ntitle: Day\n\nHow *was* it?\n\nAnd now?\n:::\n\nGo on.");
    let other = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(support::sound(&text), support::sound(&other));
}

#[test]
fn settings_of_a_step_are_no_part_of_its_text_and_a_lone_heading_is_a_step() {
    let programme = support::sound(&support::step("Welcome.\n\n# Next\nstep: next"));
    let steps = &programme.edition(Language::En).steps;
    let Part::Text(text) = &steps[0].parts[0] else { panic!("text") };
    assert_eq!(text.markdown(), "Welcome.");
    assert_eq!((steps.len(), steps[1].title.as_str(), steps[1].parts.len()), (2, "Next", 0));
}

#[test]
fn who_reads_a_language_that_nobody_wrote_reads_the_first() {
    let programme = support::sound(&support::step("Welcome."));
    assert_eq!(programme.edition(Language::Sv).language, Language::En);
}
