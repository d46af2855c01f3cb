//! What the guide for authors shows is what the program reads.

#![allow(clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

mod support;

use std::collections::BTreeSet;

use kernel::Language;
use troth_programme::{Kind, Opens, Part, preview};

const GUIDE: &str = include_str!("../../../docs/programmes.md");

/// The examples of the guide.
fn examples() -> Vec<&'static str> {
    GUIDE.split("```markdown\n").skip(1).map(|rest| rest.split("```").next().expect("its end")).collect()
}

#[test]
fn every_example_of_the_guide_is_sound() {
    let examples = examples();
    let (whole, blocks): (Vec<&str>, Vec<&str>) = examples.iter().partition(|example| example.starts_with("---"));
    assert_eq!((whole.len(), blocks.len()), (1, 3));
    support::sound(whole[0]);
    let files: BTreeSet<String> = ["media/breathing.mp4", "media/breathing.en.vtt"].map(str::to_owned).into();
    for block in blocks {
        let (edition, found) = preview(Language::En, &support::step(block), &files);
        assert_eq!(found, Vec::new(), "{block}");
        assert_eq!(edition.steps[0].parts.len(), 1, "{block}");
    }
}

#[test]
fn every_way_to_open_a_step_and_every_field_of_the_guide_is_read() {
    let mut opens = GUIDE.split("| `opens: ").skip(1).map(|row| row.split('`').next().expect("its end"));
    let rows: Vec<&str> = opens.by_ref().collect();
    assert_eq!(rows.len(), 5);
    let check = support::step(
        "::: questionnaire sleep-check\ntitle: Check\n\nHow?\n\nanswers:\n- no (0): No\n- yes (20): Yes\n\nitems:\n- well: Well?\n\n\
         bands:\n- all (0-20): So it is.\n:::",
    );
    for row in rows {
        let programme = support::sound(&format!("{check}\n# Next\nstep: next\nopens: {row}\n"));
        let opens = &programme.edition(Language::En).steps[1].opens;
        let fits = match row.split(' ').next() {
            Some("at") => *opens == Opens::AtOnce,
            Some("after") => matches!(opens, Opens::After(_)),
            Some("by") => *opens == Opens::ByCoach,
            _ if row.ends_with("answered") => matches!(opens, Opens::Answered(_)),
            _ => matches!(opens, Opens::ByResult { .. }),
        };
        assert!(fits, "{row}: {opens:?}");
    }
    let fields = GUIDE.split("In brackets behind a column or a field:").nth(1).expect("the fields").lines().next();
    let fields: Vec<&str> = fields.expect("a line").split('`').skip(1).step_by(2).collect();
    let lines: String = fields.iter().enumerate().map(|(n, field)| format!("- f{n} ({field}): What?\n")).collect();
    let programme = support::sound(&support::step(&format!("::: diary day\ntitle: Day\n\nHow?\n\n{lines}:::")));
    let Kind::Diary(read) = &support::only(&programme).kind else { panic!("a diary") };
    assert_eq!((read.len(), fields.len()), (5, 5));
}

#[test]
fn a_preview_shows_what_is_sound_beside_the_faults() {
    let text = support::step(
        "Welcome.\n\n::: writing\ntitle: Day\n\nHow was it?\n:::\n\n::: scale how\ntitle: How\n\nHow?\n:::\n\nGo on.",
    );
    let (edition, found) = preview(Language::En, &text, &support::files());
    assert_eq!(found.iter().map(|finding| finding.fault.code()).collect::<Vec<_>>(), ["block-unnamed", "parts-few"]);
    let parts = &edition.steps[0].parts;
    assert!(matches!(&parts[..], [Part::Text(_), Part::Exercise(_), Part::Text(_)]), "{parts:?}");
    let exercise = edition.steps[0].exercises().next().expect("the exercise");
    assert!(exercise.name.as_str().parse::<troth_programme::Name>().is_ok());
}
