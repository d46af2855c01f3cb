//! What an organisation shows of its processing, made of its statement: nothing of the statement is left out, and what
//! the law asks and nobody said is named.

#![expect(clippy::expect_used, clippy::panic, reason = "a test may fail")]

mod statements;

use std::collections::{BTreeMap, BTreeSet};

use kernel::Language;
use serde_json::Value;
use statements::{plan, source};
use troth_statement::{
    Plan, export,
    export::{Form, answers, document, file},
    plan::RecipientRole,
};

const STATEMENTS: [&str; 5] = ["selfhelp", "training", "lectures", "campus", "education"];

fn checked(source: &str) -> Plan {
    let checked = troth_statement::check(source, None);
    checked.plan.unwrap_or_else(|| panic!("{}", troth_statement::report(&checked.diagnostics, source, "changed.kdl")))
}

fn written(plan: &Plan, form: Form, language: Language) -> String {
    file(plan, form, language).unwrap_or_else(|error| panic!("{}: {error}", form.key()))
}

#[test]
fn the_processors_and_the_transfers_of_the_five_statements_read_as_they_were_proofread() {
    for name in STATEMENTS {
        let plan = plan(name);
        for (form, language) in [(Form::Annex, Language::Nl), (Form::Transfers, Language::Sv)] {
            let text = document(&plan, form, language).map(|document| document.to_html()).unwrap_or_default();
            insta::assert_snapshot!(format!("{name}.{}.{language}", form.key()), text);
        }
    }
}

#[test]
fn the_record_and_the_assessment_of_the_campus_read_as_they_were_proofread() {
    let plan = plan("campus");
    for form in [Form::RopaHtml, Form::Dpia] {
        let text = document(&plan, form, Language::En).map(|document| document.to_html()).unwrap_or_default();
        insta::assert_snapshot!(format!("campus.{}.en", form.key()), text);
    }
}

// RL1 RL10 UC14
#[test]
fn every_category_and_every_recipient_stands_in_the_record_as_page_and_as_table() {
    for name in STATEMENTS {
        let plan = plan(name);
        for language in Language::ALL {
            let page = document(&plan, Form::RopaHtml, language).expect("people read it");
            let table = written(&plan, Form::RopaCsv, language);
            for category in plan.categories() {
                let title = troth_statement::render::category_name(&plan, category, language);
                let entries = || page.parts.iter().flat_map(|part| &part.entries);
                let times = entries().filter(|entry| entry.title == title).count();
                assert_eq!(times, category.purposes.len(), "{name} {language}: {title}");
                let rows = table.matches(&format!(",\"{}\"\r\n", category.clause)).count();
                assert_eq!(rows, category.purposes.len(), "{name} {language}: {}", category.clause);
            }
            for recipient in plan.recipients() {
                let title = recipient.names.get(language).unwrap_or(&recipient.key).replace('\'', "’");
                assert!(page.to_html().contains(&format!("<h3>{title}</h3>")), "{name} {language}: {title}");
                assert!(table.contains(&title), "{name} {language}: {title}");
            }
        }
    }
}

#[test]
fn every_processor_has_its_part_in_the_annex_and_every_gap_is_named() {
    for name in STATEMENTS {
        let plan = plan(name);
        let annex = document(&plan, Form::Annex, Language::En).expect("people read it");
        let processors = plan.recipients().filter(|recipient| recipient.role == RecipientRole::Processor).count();
        assert_eq!(annex.parts.len(), processors.max(1), "{name}");
        // What no statement can say is never passed over in silence: how long, and the duties themselves.
        assert!(annex.missing().count() >= 2 * processors, "{name}");
    }
}

// ---- Art. 30(1)(a) to (g)

#[test]
fn each_point_of_the_law_is_answered_or_named_as_missing() {
    for name in STATEMENTS {
        let plan = plan(name);
        let points: String = answers(&plan).iter().map(|answer| answer.point).collect();
        assert_eq!(points, "abcdefg");
        let record = document(&plan, Form::RopaHtml, Language::En).expect("people read it");
        let told = &record.parts[0].entries[0].facts;
        for (answer, fact) in answers(&plan).iter().zip(told) {
            assert!(fact.name.starts_with(&format!("({})", answer.point)), "{name}: {}", fact.name);
            assert_eq!(fact.missing, !answer.missing.is_empty(), "{name}: {}", fact.name);
            assert!(fact.said.iter().all(|said| !said.is_empty()), "{name}: {}", fact.name);
        }
        assert_eq!(told.len(), 7, "{name}");
    }
}

#[test]
fn a_statement_that_leaves_something_out_is_told_which_point_it_leaves_open() {
    let whole = source("campus");
    let complete = answers(&plan("campus"));
    assert!(complete.iter().all(|answer| answer.missing.is_empty()), "{complete:?}");

    let lacks = |text: &str| -> Vec<(char, &'static str)> {
        let plan = checked(text);
        answers(&plan).into_iter().flat_map(|a| a.missing.into_iter().map(move |key| (a.point, key))).collect()
    };
    let nameless = whole.replace("        officer \"officer@campus.example\"\n", "");
    assert_eq!(lacks(&nameless), [('a', "export-lacks-officer")]);
    let placeless = whole.replace("        address \"Singel 14, 1015 AA Amsterdam\"\n", "");
    assert_eq!(lacks(&placeless), [('a', "export-lacks-address")]);
    // A controller in the United States would need a representative in the Union.
    let far = whole
        .replace("controller \"Coaching Campus B.V.\" country=\"NL\"", "controller \"Campus Inc.\" country=\"US\"");
    assert_eq!(lacks(&far), [('a', "export-lacks-representative")]);
}

// ---- the vocabulary

fn graph(plan: &Plan) -> BTreeMap<String, Value> {
    let file: Value = serde_json::from_str(&written(plan, Form::Dpv, Language::En)).expect("it is JSON");
    let nodes = file["@graph"].as_array().expect("a graph").clone();
    let count = nodes.len();
    let graph: BTreeMap<_, _> =
        nodes.into_iter().map(|node| (node["@id"].as_str().unwrap_or("").to_owned(), node)).collect();
    assert_eq!(graph.len(), count, "every node has an id of its own");
    graph
}

fn ids(value: &Value) -> BTreeSet<String> {
    let many = value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
    many.iter().filter_map(|node| node["@id"].as_str()).map(|id| id.trim_start_matches('#').to_owned()).collect()
}

/// I12: whoever reads the file finds the plan again.
#[test]
fn what_the_plan_says_of_each_category_is_found_again_in_the_file_for_machines() {
    let terms = [
        ("consent", "eu-gdpr:A6-1-a"),
        ("contract", "eu-gdpr:A6-1-b"),
        ("legal-obligation", "eu-gdpr:A6-1-c"),
        ("vital-interest", "eu-gdpr:A6-1-d"),
        ("public-task", "eu-gdpr:A6-1-e"),
        ("legitimate-interest", "eu-gdpr:A6-1-f"),
    ];
    for name in STATEMENTS {
        let plan = plan(name);
        let graph = graph(&plan);
        let processes = ids(&graph["#statement"]["dpv:hasProcess"]);
        assert_eq!(processes.len(), plan.categories().len(), "{name}");
        for category in plan.categories() {
            let process = &graph[&format!("#process-{}", category.key)];
            assert_eq!(ids(&process["dpv:hasPersonalData"]), BTreeSet::from([category.clause.clone()]));
            let purposes =
                category.purposes.iter().filter_map(|key| plan.purpose(key)).map(|known| known.clause.clone());
            assert_eq!(ids(&process["dpv:hasPurpose"]), purposes.collect(), "{name}: {}", category.key);
            let bases = process["dpv:hasLegalBasis"].as_array().expect("bases");
            let found: Vec<_> = bases.iter().map(|basis| basis["@type"].as_str().unwrap_or("")).collect();
            let stated = category
                .bases
                .iter()
                .map(|rule| terms.iter().find(|(key, _)| *key == rule.basis.key()).map_or("", |(_, term)| term));
            assert_eq!(found, stated.collect::<Vec<_>>(), "{name}: {}", category.key);
            let laws: Vec<_> = bases.iter().map(|basis| basis["dct:source"].as_str()).collect();
            let stated: Vec<_> =
                category.bases.iter().map(|rule| rule.law.as_ref().map(|law| law.0.as_str())).collect();
            assert_eq!(laws, stated, "{name}: {}", category.key);
            let recipients = plan.recipients().filter(|to| to.categories.contains(&category.key));
            let recipients = recipients.map(|to| to.clause.clone()).collect();
            assert_eq!(ids(&process["dpv:hasRecipient"]), recipients, "{name}: {}", category.key);
            let keeps = plan.keeps().iter().filter(|keep| keep.what.covers(&category.key));
            let keeps = keeps.map(|keep| keep.clause.clone()).collect();
            assert_eq!(ids(&process["dpv:hasStorageCondition"]), keeps, "{name}: {}", category.key);
        }
        for keep in plan.keeps() {
            let node = &graph[&format!("#{}", keep.clause)];
            let told: jiff::Span =
                node["dpv:hasDuration"]["@value"].as_str().unwrap_or("").parse().expect("a duration");
            let meant = jiff::Span::new()
                .years(keep.period.years)
                .months(keep.period.months)
                .days(u32::from(keep.period.weeks) * 7 + u32::from(keep.period.days))
                .hours(keep.period.hours);
            assert_eq!(told.fieldwise(), meant.fieldwise(), "{name}: {}", keep.clause);
            assert_eq!(node["dpv:isAfter"], keep.after.as_str(), "{name}: {}", keep.clause);
            assert_eq!(node["dct:type"], if keep.floor { "at-least" } else { "at-most" }, "{name}: {}", keep.clause);
        }
        for recipient in plan.recipients() {
            let node = &graph[&format!("#{}", recipient.clause)];
            let country = node.get("dpv:hasCountry").or(node.get("dpv:hasThirdCountry"));
            assert_eq!(country.and_then(Value::as_str), Some(recipient.country.as_str()), "{name}: {}", recipient.key);
        }
    }
}

#[test]
fn nothing_in_the_file_for_machines_points_nowhere() {
    fn follow(value: &Value, graph: &BTreeMap<String, Value>, at: &str) {
        match value {
            Value::Object(fields) => {
                if let (1, Some(id)) = (fields.len(), fields.get("@id").and_then(Value::as_str)) {
                    assert!(!id.starts_with('#') || graph.contains_key(id), "{at}: {id}");
                }
                fields.values().for_each(|value| follow(value, graph, at));
            }
            Value::Array(values) => values.iter().for_each(|value| follow(value, graph, at)),
            _ => {}
        }
    }
    for name in STATEMENTS {
        let graph = graph(&plan(name));
        graph.iter().for_each(|(at, node)| follow(node, &graph, at));
    }
}

fn terms(value: &Value, found: &mut BTreeSet<String>) {
    let term = |text: &str| text.starts_with("dpv:") || text.starts_with("eu-gdpr:");
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                if term(name) {
                    found.insert(name.clone());
                }
                terms(value, found);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| terms(value, found)),
        Value::String(text) if term(text) => {
            found.insert(text.clone());
        }
        _ => {}
    }
}

/// The list beside this test was looked up in the vocabulary itself; see its head.
#[test]
fn every_term_exists_in_the_vocabulary_and_every_term_listed_is_used() {
    let listed: BTreeSet<String> = include_str!("dpv-2.3-terms.txt")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(ToOwned::to_owned)
        .collect();
    let mut used = BTreeSet::new();
    // What none of the five statements holds: each basis, each safeguard, each part that a recipient plays.
    let mut plans: Vec<Plan> = STATEMENTS.iter().map(|name| plan(name)).collect();
    plans.push(checked(include_str!("whole.kdl")));
    for extra in ["adequacy", "standard-contractual-clauses", "binding-corporate-rules", "explicit-consent"] {
        plans.push(abroad(extra));
    }
    for plan in &plans {
        let file: Value = serde_json::from_str(&written(plan, Form::Dpv, Language::En)).expect("it is JSON");
        terms(&file["@graph"], &mut used);
    }
    assert_eq!(used.difference(&listed).collect::<Vec<_>>(), Vec::<&String>::new(), "not in DPV 2.3");
    assert_eq!(listed.difference(&used).collect::<Vec<_>>(), Vec::<&String>::new(), "listed and not used");
}

/// A statement with one recipient far away, and with the bases that no shipped statement rests on.
fn abroad(safeguard: &str) -> Plan {
    let country = if safeguard == "adequacy" { "CH" } else { "IN" };
    checked(&format!(
        "statement \"abroad\" {{\n    version 1 effective=\"2026-11-22\"\n    languages \"en\"; time-zone \"Europe/Amsterdam\"\n    \
         controller \"Example B.V.\" country=\"NL\" contact=\"privacy@example.org\" authority=\"nl-ap\"\n    \
         role \"participant\"\n    purpose \"coaching\" en=\"to coach you\"\n    \
         category \"profile\" {{ includes \"person.name\" \"person.email\"; purpose \"coaching\"; basis \"vital-interest\"; }}\n    \
         read \"profile\" by=\"participant\" when=\"own\"\n    keep \"profile\" for=\"2 years\" after=\"agreement-ended\"\n    \
         recipient \"court\" role=\"authority\" country=\"{country}\" safeguard=\"{safeguard}\" {{ receives \"profile\"; purpose \"coaching\"; }}\n}}\n"
    ))
}

// RL11
#[test]
fn a_transfer_out_of_the_area_stands_in_the_list_with_its_ground_and_asks_to_be_judged() {
    let plan = abroad("standard-contractual-clauses");
    let list = document(&plan, Form::Transfers, Language::En).expect("people read it");
    let entry = &list.parts[0].entries[0];
    let said: Vec<&str> = entry.facts.iter().flat_map(|fact| fact.said.iter().map(String::as_str)).collect();
    assert!(said.contains(&"Standard contractual clauses, Art. 46(2)(c) GDPR"), "{said:?}");
    assert!(list.missing().count() == 1, "the law of the country is for people to judge");
    let assessment = document(&plan, Form::Dpia, Language::En).expect("people read it").to_html();
    assert!(assessment.contains("Has the transfer to"));
}

// ---- words

#[test]
fn the_words_of_the_exports_exist_in_every_language_and_show_no_seams() {
    let keys = |language: Language| {
        let text = export::TEXTS.into_iter().find(|text| text.language == language).expect("three texts");
        kernel::words::message_keys(text.fluent).map(ToOwned::to_owned).collect::<BTreeSet<_>>()
    };
    assert_eq!(keys(Language::En), keys(Language::Nl));
    assert_eq!(keys(Language::En), keys(Language::Sv));
    for name in STATEMENTS {
        let plan = plan(name);
        for language in Language::ALL {
            for form in [Form::RopaHtml, Form::RopaCsv, Form::Annex, Form::Transfers, Form::Dpia] {
                let text = written(&plan, form, language);
                let body = text.split("</style>").last().unwrap_or(&text);
                for seam in ["[export-", "[page-", "{ ", "{$", "..", " .", "()", "( "] {
                    assert!(!body.contains(seam), "{name} {language} {}: {seam:?}", form.key());
                }
            }
        }
    }
}
