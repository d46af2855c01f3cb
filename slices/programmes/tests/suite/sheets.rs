//! What is filled in, kind by kind: what fits is kept as it was written, what does not is told, and danger is seen at once.

use std::collections::BTreeSet;

use kernel::Language;
use programme::{Kind, Programme};
use troth_programmes::model::{MOST_SIGNS, Place, Sheet, TooMuch};

use crate::house::{EVENINGS, day, name};

/// Names and values of a form.
type Fields = &'static [(&'static str, &'static str)];

/// Every kind of exercise.
const KINDS: &str = "---\nprogramme: kinds\ntitle: K\nabout: A.\nfor: Y.\n---\n\n# S\nstep: one\n
::: writing letter\ntitle: T\n\nWrite.\n:::\n
::: list joys\ntitle: T\nlines: 3\n\nList.\n:::\n
::: scale mood-now\ntitle: T\ndanger: 8-10\n\nHow bad?\n\n- 0: not\n- 10: very\n:::\n
::: choice weight\ntitle: T\n\nWhich?\n\n- light: L.\n- dark (danger): D.\n:::\n
::: choices habits\ntitle: T\n\nWhich?\n\n- late: L.\n- dark (danger): D.\n:::\n
::: table record\ntitle: T\n\nFill in.\n\n- thought (text): T?\n- belief (number 0-100): B?\n:::\n
::: diary days\ntitle: T\n\nFill in.\n\n- bed (time): B?\n- well (yes or no): W?\n- rested (scale 0-10): R?\n:::\n
::: goals aims\ntitle: T\ncheck-in: every 3 days\n\nSet.\n:::\n
::: timer rest\ntitle: T\nminutes: 5\n\nRest.\n\n- start (0:00): Begin.\n:::\n
::: upload paper\ntitle: T\nfiles: 2\n\nHand in.\n:::\n";

/// The field of a file that was handed in.
const A_FILE: &str = "file.00000000-0000-7000-8000-000000000001";

fn programme(text: &str) -> Programme {
    programme::read(&[(Language::En, text.to_owned())].into(), &BTreeSet::new())
        .unwrap_or_else(|faults| panic!("{faults:?}"))
}

fn kind(programme: &Programme, exercise: &str) -> Kind {
    programme.edition(Language::En).exercise(&name(exercise)).unwrap().1.kind.clone()
}

fn fill(kind: &Kind, fields: &[(&str, &str)]) -> (Sheet, Vec<String>) {
    let fields = fields.iter().map(|(field, value)| ((*field).to_owned(), (*value).to_owned()));
    Sheet::of(kind, fields).unwrap()
}

#[test]
fn every_kind_keeps_what_fits_and_tells_what_does_not() {
    let kinds = programme(KINDS);
    let cases: [(&str, Fields, &[&str]); 12] = [
        ("letter", &[("text", "Dear\nme, \"you\"")], &[]),
        ("joys", &[("1", "sun"), ("100", "rain")], &[]),
        ("mood-now", &[("point", "11")], &["point"]),
        ("weight", &[("choice", "heavy")], &["choice"]),
        ("habits", &[("late", "yes"), ("dark", "no")], &["dark"]),
        ("record", &[("1.thought", "All is lost"), ("1.belief", "101")], &["1.belief"]),
        ("days", &[("bed", "25:00"), ("well", "perhaps"), ("rested", "x")], &["bed", "well", "rested"]),
        ("aims", &[("1", "walk")], &[]),
        ("aims", &[("1.goal", "walk"), ("1.went", "well"), ("1.remark", "rain")], &["1.went"]),
        ("rest", &[("done", "yes")], &[]),
        ("paper", &[("text", "look"), (A_FILE, "40 my page.txt")], &[]),
        ("paper", &[(A_FILE, "no")], &[A_FILE]),
    ];
    for (exercise, fields, unfit) in cases {
        let (sheet, misfits) = fill(&kind(&kinds, exercise), fields);
        assert_eq!(misfits, unfit, "{exercise}");
        for (field, value) in fields {
            let kept = (!unfit.contains(field)).then_some(*value);
            assert_eq!(sheet.get(field), kept, "{exercise} {field}");
        }
        assert_eq!(Sheet::read(&sheet.text()), Some(sheet), "it comes back as it was sealed");
    }
    let good = fill(&kind(&kinds, "days"), &[("bed", "23:59"), ("well", "no"), ("rested", "10")]);
    assert!(good.0.fields().count() == 3 && good.1.is_empty());
}

#[test]
fn what_an_exercise_does_not_ask_is_not_kept() {
    // UC23
    let kinds = programme(KINDS);
    for (exercise, field) in [
        ("letter", "name"),
        ("joys", "0"),
        ("joys", "01"),
        ("joys", "+1"),
        ("joys", "101"),
        ("record", "thought"),
        ("record", "1.else"),
        ("days", "day"),
        ("rest", "text"),
    ] {
        let (sheet, misfits) = fill(&kind(&kinds, exercise), &[(field, "yes")]);
        assert_eq!((sheet, misfits), (Sheet::default(), Vec::new()), "{exercise} {field}");
    }
    let blank = fill(&kind(&kinds, "days"), &[("bed", " "), ("rested", "\n")]);
    assert_eq!(blank, (Sheet::default(), Vec::new()), "what is left open is neither kept nor a misfit");
}

#[test]
fn too_much_is_refused_and_never_cut() {
    let letter = kind(&programme(KINDS), "letter");
    let fields = |signs: usize| [("text".to_owned(), "a".repeat(signs))];
    assert_eq!(Sheet::of(&letter, fields(MOST_SIGNS)).unwrap().0.get("text").unwrap().len(), MOST_SIGNS);
    assert_eq!(Sheet::of(&letter, fields(MOST_SIGNS + 1)), Err(TooMuch));
}

#[test]
fn answers_that_signal_danger_are_seen_before_all_are_given() {
    let (kinds, evenings) = (programme(KINDS), programme(EVENINGS));
    for (of, exercise, fields, is_danger) in [
        (&kinds, "mood-now", ("point", "8"), true),
        (&kinds, "mood-now", ("point", "7"), false),
        (&kinds, "weight", ("choice", "dark"), true),
        (&kinds, "weight", ("choice", "light"), false),
        (&kinds, "habits", ("dark", "yes"), true),
        (&kinds, "habits", ("late", "yes"), false),
        (&kinds, "letter", ("text", "dark"), false),
        (&evenings, "evening-check", ("dark", "some"), true),
        (&evenings, "evening-check", ("dark", "never"), false),
    ] {
        let kind = kind(of, exercise);
        assert_eq!(fill(&kind, &[fields]).0.is_danger(&kind), is_danger, "{exercise} {fields:?}");
    }
}

#[test]
fn a_score_is_counted_from_the_sheet_and_only_when_all_is_answered() {
    let kind = kind(&programme(EVENINGS), "evening-check");
    let Kind::Questionnaire(check) = &kind else { panic!("a questionnaire") };
    let (some, _) = fill(&kind, &[("hurry", "most"), ("dark", "never")]);
    assert_eq!(some.score(check).unwrap_err().0, [name("ease")]);
    let (all, _) = fill(&kind, &[("hurry", "most"), ("ease", "never"), ("dark", "never")]);
    let score = all.score(check).unwrap();
    assert_eq!((score.points, score.words), (4, "Full."));
}

#[test]
fn what_is_filled_in_again_and_again_has_a_day_and_the_rest_has_none() {
    let (kinds, evenings, today) = (programme(KINDS), programme(EVENINGS), day("2026-03-02"));
    let place = |of: &Programme, exercise: &str| {
        Place::of(of.edition(Language::En).exercise(&name(exercise)).unwrap().1, today)
    };
    for exercise in ["letter", "joys", "mood-now", "weight", "habits", "record", "aims", "rest"] {
        assert_eq!(place(&kinds, exercise), Place::Answer(name(exercise), None));
    }
    assert_eq!(place(&kinds, "days"), Place::Diary(name("days"), today));
    assert_eq!(place(&evenings, "evening-check"), Place::Answer(name("evening-check"), Some(today)));
}

#[test]
fn a_mood_is_a_point_from_nought_to_ten() {
    assert_eq!(Sheet::of_mood(10).unwrap().get("point"), Some("10"));
    assert_eq!(Sheet::of_mood(11), None);
}

// SH12
#[test]
fn a_check_in_knows_the_goals_it_was_about_and_is_blank_until_something_is_said_of_them() {
    let kinds = programme(KINDS);
    let goals = kind(&kinds, "aims");
    let asked = [("1.goal", "walk"), ("3.goal", "read")];
    let (sheet, _) = fill(&goals, &asked);
    assert_eq!(sheet.goals_asked(), [(1, "walk"), (3, "read")]);
    assert!(sheet.is_blank(&goals));
    let (sheet, misfits) = fill(&goals, &[asked.as_slice(), &[("3.went", "partly"), ("0.went", "done")]].concat());
    assert!(!sheet.is_blank(&goals) && misfits.is_empty() && sheet.get("0.went").is_none());
    assert_eq!(fill(&goals, &[("1", "walk")]).0.goals_asked(), []);
}

#[test]
fn an_answer_holds_the_files_that_it_names_and_nothing_that_is_no_file() {
    let kinds = programme(KINDS);
    let upload = kind(&kinds, "paper");
    let (sheet, misfits) = fill(&upload, &[(A_FILE, "40 my page.txt"), ("file.x", "1 x"), ("file", "1 x")]);
    let named: Vec<String> = sheet.files().iter().map(|file| format!("file.{file}")).collect();
    assert_eq!((named, misfits.len(), sheet.fields().count()), (vec![A_FILE.to_owned()], 0, 1));
    assert!(!sheet.is_blank(&upload) && fill(&upload, &[("text", " ")]).0.is_blank(&upload));
}
