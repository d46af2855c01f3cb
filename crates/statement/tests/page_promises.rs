//! Every promise of the catalogue stands in its statement, at a clause; what people do stands there as a declaration.

mod statements;

use std::collections::BTreeSet;

use statements::{plan, source};
use troth_statement::plan::Declaration;

/// Statement, prefix of its promises, how many there are, and those that people keep.
const CATALOGUE: [(&str, &str, u32, &[u32]); 5] = [
    ("selfhelp", "SH", 12, &[]),
    ("training", "TF", 20, &[10, 11, 14, 15]),
    ("lectures", "RL", 17, &[]),
    ("campus", "UC", 23, &[18]),
    ("education", "CE", 25, &[]),
];

/// The promises that stand behind a line of the statement itself (a comment alone on its line keeps nothing).
fn promises(text: &str, prefix: &str, at: impl Fn(&str) -> bool) -> BTreeSet<u32> {
    text.lines()
        .filter_map(|line| line.rsplit_once("//"))
        .filter(|(code, _)| !code.trim().is_empty() && at(code.trim()))
        .flat_map(|(_, comment)| comment.split_whitespace())
        .filter_map(|word| word.strip_prefix(prefix)?.parse().ok())
        .collect()
}

#[test]
fn every_promise_stands_at_a_clause_of_its_statement() {
    for (name, prefix, count, _) in CATALOGUE {
        let found = promises(&source(name), prefix, |_| true);
        let missing: Vec<_> = (1..=count).filter(|number| !found.contains(number)).collect();
        assert!(missing.is_empty(), "{name}: {prefix}{missing:?}");
        let unknown: Vec<_> = found.iter().filter(|number| !(1..=count).contains(*number)).collect();
        assert!(unknown.is_empty(), "{name} names promises that nobody made: {prefix}{unknown:?}");
    }
}

#[test]
fn what_people_do_is_declared_with_somebody_who_answers_for_it() {
    for (name, prefix, _, people) in CATALOGUE {
        let declared = promises(&source(name), prefix, |code| code.starts_with("declare "));
        let missing: Vec<_> = people.iter().filter(|number| !declared.contains(number)).collect();
        assert!(missing.is_empty(), "{name}: {prefix}{missing:?} is not declared");
        for declaration in plan(name).all::<Declaration>() {
            assert!(plan(name).role(&declaration.owner).is_some(), "{name}: {}", declaration.key);
        }
    }
}

#[test]
fn a_comment_alone_on_its_line_keeps_no_promise() {
    let found = promises("// UC1\n    keep \"x\" // UC2 UC3\n    read \"y\"\n", "UC", |_| true);
    assert_eq!(found, BTreeSet::from([2, 3]));
}

/// Every text that a statement gives stands there in each of its languages: the page never falls back to another.
#[test]
fn every_text_is_given_in_every_language() {
    for (name, ..) in CATALOGUE {
        let text = source(name);
        let checked = troth_statement::check(&text, None);
        let incomplete: Vec<_> =
            checked.diagnostics.iter().filter(|told| told.code.contains("language")).map(|told| &told.what).collect();
        assert!(incomplete.is_empty(), "{name}: {incomplete:?}");
        let plan = plan(name);
        for language in kernel::Language::ALL {
            assert!(plan.languages().contains(&language), "{name} does not speak {language}");
            for role in plan.roles() {
                for forms in [&role.names, &role.plurals, &role.definite, &role.definite_plurals] {
                    assert!(forms.exact(language).is_some(), "{name}: {} in {language}", role.key);
                }
            }
            for category in plan.categories() {
                assert!(category.names.exact(language).is_some(), "{name}: {} in {language}", category.key);
                assert!(category.about.exact(language).is_some(), "{name}: {} in {language}", category.key);
            }
        }
    }
}

/// The campus is the statement that the demo enforces: each item of accounts, coaching and the store, once.
#[test]
fn the_campus_covers_each_item_once() {
    const ITEMS: &[&str] = &[
        "person.name",
        "person.email",
        "person.language",
        "person.role",
        "person.states",
        "sign-in.password",
        "sign-in.session",
        "sign-in.link",
        "invitation.note",
        "trajectory.dates",
        "message.body",
        "message.times",
        "attachment.name",
        "attachment.file",
        "draft.body",
        "private-note.body",
        "shared-note.body",
        "note-view.body",
        "goal.title",
        "goal.state",
        "task.title",
        "task.state",
        "appointment.title",
        "appointment.place",
        "appointment.time",
        "brought-along.heading",
        "brought-along.entry",
        "brought-along.file",
        "brought-along.name",
        "access-log.line",
        "job.person",
        "ledger.act",
    ];
    let plan = plan("campus");
    for &item in ITEMS {
        let holders = plan.categories().iter().filter(|category| category.items.iter().any(|held| held.name == item));
        assert_eq!(holders.count(), 1, "{item}");
    }
}
