//! Any text at all: reading ends, and each fault has a place within the text and words in each language.

#![allow(clippy::expect_used, reason = "a test stops where it fails")]

mod support;

use kernel::Language;
use proptest::prelude::*;
use troth_programme::{Texts, read, report};

/// Lines as authors write them, and nearly as they do.
fn lines() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        "\\PC{0,20}",
        prop::sample::select(vec![
            "---",
            "# Step",
            "#",
            "step: one",
            "step: two",
            "opens: after 3 days",
            "opens: when check is at most 1",
            "title: T",
            "programme: p",
            "about: A",
            "for: F",
            "sharing: shared",
            "::: writing a",
            "::: scale b",
            "::: questionnaire check",
            "::: video media/talk.mp4",
            "::: help",
            ":::",
            "::::",
            "- a (0): A",
            "- b (1): B",
            "- 0: no",
            "- 10: yes",
            "- c",
            "-",
            "answers:",
            "items:",
            "bands:",
            "- d (0-1): D",
            "  goes on",
            "",
            "What?",
            "## Heading",
            "![x](media/evening.svg)",
            "é\u{301} ü",
            "\r",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(line, 0..40).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn whatever_stands_in_a_text_it_is_read_or_told_with_places_within_it(english in lines(), dutch in lines()) {
        let head = "---\nprogramme: p\ntitle: T\nabout: A\nfor: F\n---\n";
        for prefix in ["", head] {
            let texts: Texts = [(Language::En, format!("{prefix}{english}")), (Language::Nl, format!("{prefix}{dutch}"))].into();
            if let Err(found) = read(&texts, &support::files()) {
                prop_assert!(!found.is_empty());
                for finding in &found {
                    let (language, place) = finding.text.expect("a place");
                    let even = texts[&language].replace("\r\n", "\n");
                    let line = even.split('\n').nth(place.line - 1).unwrap_or_default();
                    prop_assert!(place.column <= line.chars().count() + 1, "{:?} in {:?}", finding, line);
                }
                prop_assert!(!report(&found, &texts, Language::Sv).contains("[fault-"));
            }
        }
    }
}
