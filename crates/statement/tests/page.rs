//! The public page: every statement in every language, as text and as HTML, held by snapshots that people read.

mod statements;

use kernel::{
    Inventory, Language, Slice,
    manifest::{Class, Column, Container, Content, Event, Party, Protection, Table},
};
use statements::plan;
use troth_statement::{Plan, render};

const STATEMENTS: [&str; 5] = ["selfhelp", "training", "lectures", "campus", "education"];

#[test]
fn every_page_reads_as_it_was_proofread() {
    for name in STATEMENTS {
        let plan = plan(name);
        for language in Language::ALL {
            let page = render::page(&plan, language);
            insta::assert_snapshot!(format!("{name}.{language}.text"), page.to_text());
            insta::assert_snapshot!(format!("{name}.{language}.html"), page.to_html());
        }
    }
}

/// Every clause of the file stands on the page once, with its own anchor and with words.
#[test]
fn no_clause_is_left_out_of_the_page() {
    for name in STATEMENTS {
        let plan = plan(name);
        for language in Language::ALL {
            let page = render::page(&plan, language);
            let mut shown: Vec<_> = page.clauses().map(|clause| clause.id.as_str()).collect();
            let mut stated: Vec<_> = plan.clauses().iter().map(|clause| clause.id.as_str()).collect();
            // The summary stands at the head of the page.
            stated.retain(|id| *id != "about-summary");
            shown.sort_unstable();
            stated.sort_unstable();
            assert_eq!(shown, stated, "{name} in {language}");
            for clause in page.clauses() {
                assert!(clause.text.ends_with(['.', '”', '’', '!', '?', ')']), "{name} {language}: {}", clause.text);
            }
        }
    }
}

/// Machine prose shows itself: missing words, keys in brackets, doubled spaces, stops and words.
#[test]
fn nothing_on_the_page_shows_its_seams() {
    for name in STATEMENTS {
        let plan = plan(name);
        for language in Language::ALL {
            let text = render::page(&plan, language).to_text();
            let joined = text.split_whitespace().collect::<Vec<_>>();
            for pair in joined.windows(2) {
                let doubled = pair[0] == pair[1] && pair[0].chars().all(char::is_alphabetic);
                // "als je je inschrijft" is good Dutch.
                let fine = language == Language::Nl && pair[0] == "je";
                assert!(!doubled || fine, "{name} {language}: {} {}", pair[0], pair[1]);
            }
            for seam in ["[page-", "{", "}", "..", " ,", " .", "()", "( ", " )", "‘’", "“”", "””", "'"] {
                assert!(!text.contains(seam), "{name} {language}: {seam:?}");
            }
        }
    }
}

#[test]
fn the_three_languages_have_the_same_sections_and_clauses() {
    for name in STATEMENTS {
        let plan = plan(name);
        let shape = |language| {
            let page = render::page(&plan, language);
            let ids: Vec<_> = page.sections.iter().map(|section| section.id).collect();
            let clauses: Vec<_> = page.clauses().map(|clause| clause.id.clone()).collect();
            (ids, clauses)
        };
        assert_eq!(shape(Language::En), shape(Language::Nl), "{name}");
        assert_eq!(shape(Language::En), shape(Language::Sv), "{name}");
    }
}

#[test]
fn the_words_of_the_page_exist_in_every_language_and_none_too_many() {
    let keys = |language: Language| {
        let text = render::TEXTS.into_iter().find(|text| text.language == language).expect("three texts");
        let mut keys: Vec<_> = kernel::words::message_keys(text.fluent).map(ToOwned::to_owned).collect();
        keys.sort_unstable();
        keys
    };
    assert_eq!(keys(Language::En), keys(Language::Nl));
    assert_eq!(keys(Language::En), keys(Language::Sv));
}

// ---- who keeps a clause

/// A small installation: it knows people's names, and nothing else of what the campus states.
static PEOPLE: Slice = Slice {
    name: "people",
    containers: &[Container {
        name: "person",
        table: "person",
        id: "id",
        parties: &[Party { name: "self", column: "id" }],
        states: &[],
    }],
    classes: &[Class { name: "account", container: "person", goes_with: &["self"], sealed_also_for: None }],
    tables: &[Table {
        name: "person",
        class: Some("account"),
        container_column: Some("id"),
        id: "id",
        columns: &[
            Column { name: "id", content: Content::Reference("person") },
            Column { name: "name", content: Content::Personal("person.name", Protection::Sealed) },
        ],
    }],
    events: &[
        Event { name: "agreement-ended", about: &["person"] },
        Event { name: "trajectory-ended", about: &["person"] },
    ],
    ..Slice::EMPTY
};

/// X5: the page tells what the program keeps from what people keep, and from what is not in use.
#[test]
fn each_clause_says_who_keeps_it() {
    let inventory = Inventory::new([&PEOPLE]).expect("a sound manifest");
    let source = statements::source("campus");
    let checked = troth_statement::check(&source, Some(&inventory));
    let plan = checked.plan.unwrap_or_else(|| panic!("{}", troth_statement::report(&checked.diagnostics, &source, "")));
    let page = render::page(&plan, Language::Sv);
    let label = |id: &str| {
        let clause = page.clauses().find(|clause| clause.id == id).unwrap_or_else(|| panic!("{id} is on the page"));
        (clause.state_class(), clause.label.clone())
    };
    assert_eq!(label("category-names"), ("enforced", "Programmet ser till det".to_owned()));
    assert_eq!(label("declare-hosting"), ("declared", "Människor ser till det".to_owned()));
    assert_eq!(label("category-dialogue"), ("not-in-use", "Används inte ännu".to_owned()));
    assert_eq!(label("purpose-coaching"), ("prose", String::new()));
    let html = page.to_html();
    assert!(html.contains("<span class=\"clause-state enforced\">Programmet ser till det</span>"));
    // What is folded away still says on its fold who keeps it.
    assert!(html.contains("<summary>De tre punkterna, ord för ord · Programmet ser till det</summary>"));
    assert!(html.contains("<summary>De tre punkterna, ord för ord · Används inte ännu</summary>"));
}

// ---- seals

fn campus() -> Plan {
    plan("campus")
}

/// X2: the phrases beside every item.
#[test]
fn seals_say_period_purpose_basis_and_reader_in_three_languages() {
    let plan = campus();
    let dialogue = plan.category("dialogue").expect("the campus has a dialogue");
    let rules = plan.rules_for("dialogue", Some("participant"));
    let keep = rules.iter().find(|keep| keep.clause == "keep-dialogue-trajectory-ended").expect("UC7");
    let say = |language| {
        format!(
            "{} | {} | {} | {} | {}",
            render::category_name(&plan, dialogue, language),
            render::period_phrase(&plan, keep, language),
            render::purpose_phrase(&plan, dialogue, language),
            render::basis_phrase(&plan, dialogue, language),
            render::all_in_role(&plan, "manager", language),
        )
    };
    insta::assert_snapshot!(Language::ALL.map(say).join("\n"), @r"
    The dialogue | two years after the trajectory ended | to make the coaching possible | our agreement with you | the organisation managers
    De dialoog | twee jaar na het einde van het traject | om de coaching mogelijk te maken | onze overeenkomst met jou | de organisatiemanagers
    Dialogen | två år efter att uppdraget avslutades | för att göra coachningen möjlig | vårt avtal med dig | de organisationsansvariga
    ");
}

/// X5: what the app adds stands beside the clause.
#[test]
fn own_dates_and_evidence_stand_beside_their_clause() {
    let mut page = render::page(&campus(), Language::En);
    let clause = page.clause_mut("keep-dialogue-trajectory-ended").expect("it is on the page");
    clause.own = Some("Your dialogue with Maria goes on 14 March 2028.".to_owned());
    clause.evidence = Some("Last done on 2 October 2026 <nightly>.".to_owned());
    let html = page.to_html();
    assert!(html.contains("<p class=\"clause-own\">Your dialogue with Maria goes on 14 March 2028.</p>"));
    assert!(html.contains("2 October 2026 &lt;nightly&gt;."));
    assert!(page.to_text().contains("Your dialogue with Maria goes on 14 March 2028."));
}

#[test]
fn the_page_has_no_style_no_script_and_one_anchor_for_each_clause() {
    for name in STATEMENTS {
        let plan = plan(name);
        let html = render::page(&plan, Language::Sv).to_html();
        for never in ["<script", "<style", "style=", "onclick", "javascript:", "http://", "https://"] {
            assert!(!html.contains(never), "{name}: {never}");
        }
        for clause in plan.clauses().iter().filter(|clause| clause.id != "about-summary") {
            assert_eq!(html.matches(&format!(" id=\"{}\"", clause.id)).count(), 1, "{name}: {}", clause.id);
        }
    }
}
