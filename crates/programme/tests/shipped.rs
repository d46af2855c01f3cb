//! The programme that ships: sound, whole in three languages, and with every kind of exercise. // SH12

#![allow(clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use kernel::Language;
use troth_programme::{Around, Kind, Name, Opens, Package, Part, Programme, report};

fn package() -> Package {
    let (texts, files) = support::shipped();
    match Package::of(texts.clone(), files) {
        Ok((package, notes)) => {
            assert_eq!(notes, Vec::new());
            package
        }
        Err(found) => panic!("{}", report(&found, &texts, Language::En)),
    }
}

/// Addresses as a caller might give them.
struct There;

impl Around for There {
    fn step(&self, step: &Name) -> String {
        format!("/steps/{step}")
    }

    fn file(&self, file: &str) -> String {
        format!("/files/{file}")
    }

    fn elsewhere(&self, _: &str, words: &str) -> String {
        panic!("it leads elsewhere: {words}")
    }
}

#[test]
fn the_programme_that_ships_is_sound_in_three_languages() {
    let package = package();
    let languages: Vec<Language> = package.programme().editions().map(|edition| edition.language).collect();
    assert_eq!(languages, Language::ALL);
    for edition in package.programme().editions() {
        assert_eq!(edition.steps.len(), 7);
        assert!(edition.steps.iter().all(|step| step.exercises().count() > 0));
    }
    assert_eq!(package.files().count(), 6, "a picture, a film with its words in each language, a sound");
}

#[test]
fn each_kind_of_exercise_occurs_in_it() {
    let package = package();
    let steps = &package.programme().edition(Language::Nl).steps;
    let words: BTreeSet<&str> =
        steps.iter().flat_map(|step| step.exercises()).map(|exercise| exercise.kind.word()).collect();
    let all = [
        "writing",
        "list",
        "scale",
        "choice",
        "choices",
        "table",
        "diary",
        "goals",
        "timer",
        "upload",
        "questionnaire",
    ];
    assert_eq!(words, BTreeSet::from(all));
}

#[test]
fn urgent_help_stands_at_the_beginning_and_behind_dark_thoughts_and_a_strong_step_waits_for_the_coach() {
    let package = package();
    for edition in package.programme().editions() {
        let helps = |step: &str| {
            let step = edition.step(&support::name(step)).expect("a step");
            step.parts.iter().any(|part| matches!(part, Part::UrgentHelp(text) if !text.is_empty()))
        };
        assert!(helps("nights") && helps("thoughts"));
        let (_, check) = edition.exercise(&support::name("sleep-check")).expect("the check");
        let Kind::Questionnaire(check) = &check.kind else { panic!("a questionnaire") };
        let (dark, twice) = (support::name("dark"), support::name("twice"));
        assert!(check.is_danger(&dark, &twice) && !check.is_danger(&dark, &support::name("never")));
        assert!(!check.is_danger(&support::name("tired"), &support::name("nightly")));
        assert_eq!(edition.step(&support::name("time-in-bed")).map(|step| &step.opens), Some(&Opens::ByCoach));
    }
}

#[test]
fn the_check_counts_from_nothing_to_twenty_four_and_leaves_dark_thoughts_out() {
    let package = package();
    let (_, check) = package.programme().edition(Language::En).exercise(&support::name("sleep-check")).expect("it");
    let Kind::Questionnaire(check) = &check.kind else { panic!("a questionnaire") };
    assert_eq!(check.reach(), 0..=24);
    let answers = |worst: bool| -> BTreeMap<Name, Name> {
        let answer = |reversed: bool| support::name(if worst == reversed { "never" } else { "nightly" });
        check.items().iter().map(|item| (item.name.clone(), answer(item.is_reversed))).collect()
    };
    let (best, worst) = (check.score(&answers(false)).expect("counted"), check.score(&answers(true)).expect("counted"));
    assert_eq!((best.points, best.band.as_str(), best.is_danger), (0, "calm", false));
    assert_eq!((worst.points, worst.band.as_str(), worst.is_danger), (24, "heavy", true));
}

#[test]
fn it_is_drawn_in_every_language_and_leads_nowhere_else() {
    let package = package();
    for edition in package.programme().editions() {
        let html: String = edition
            .steps
            .iter()
            .flat_map(|step| &step.parts)
            .map(|part| match part {
                Part::Text(text) | Part::UrgentHelp(text) => text.html(2, &There),
                Part::Exercise(exercise) => exercise.question.html(3, &There),
                Part::Media(media) => media.html(edition.language, &There),
            })
            .collect();
        assert!(html.contains("<img src=\"/files/media/two-forces.svg\" alt=\""));
        assert!(html.contains("<a href=\"/steps/nights\">"));
        assert!(!html.contains("<h1") && html.contains("<h2>"));
    }
}

#[test]
fn it_travels_as_one_file_and_arrives_as_it_was() {
    let package = package();
    let bytes = package.write().expect("an archive");
    assert_eq!(bytes, package.write().expect("an archive"), "the same bytes each time");
    let (arrived, notes) = Package::read(&bytes).expect("sound");
    assert_eq!(notes, Vec::new());
    assert_eq!(arrived, package);
    let programme: &Programme = arrived.programme();
    assert_eq!(programme.name().as_str(), "sleeping-better");
}
