//! The five statements that ship, held against what the program really stores and does (X1).

use std::sync::Arc;

use access::Access;
use testkit::TurningClock;
use troth::{assemble, installation::Common, system::SystemRng};

use crate::world::{Campus, config, statement};

const FIVE: [&str; 5] = ["campus", "training", "selfhelp", "lectures", "education"];

#[test]
fn the_five_statements_pass_with_the_real_inventory_and_give_decisions() {
    let inventory = assemble::inventory().unwrap();
    for name in FIVE {
        let source = statement(name);
        let checked = ::statement::check(&source, Some(&inventory));
        let report = ::statement::report(&checked.diagnostics, &source, name);
        assert!(!report.contains("error"), "{report}");
        let plan = checked.plan.unwrap_or_else(|| panic!("{report}"));
        let access = Access::new(&plan, &inventory).unwrap_or_else(|fault| panic!("{name}: {fault}"));
        assert!(access.policies().contains("permit"), "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn where_nobody_is_coached_the_first_page_tells_nothing_of_it() {
    let campus = Campus::with(&statement("lectures")).await;
    let voice = campus.site.voice(kernel::Language::En);
    for role in ["student", "lecturer", "organiser"] {
        let name = format!("Robin {role}");
        campus.resident_as(&name, role).await;
        let page = campus.page(&mut campus.sign_in(&campus.site, &name).await, "/").await;
        assert!(page.contains(&voice.say("coaching-start-other")), "{page}");
        assert!(!page.contains("/trajectories"), "{page}");
    }
}

/// The top-level clauses of a statement, with the lines that each fills.
fn clauses(source: &str) -> Vec<(usize, usize)> {
    let lines: Vec<_> = source.lines().collect();
    let is_head = |line: &str| line.starts_with("    ") && line.chars().nth(4).is_some_and(|c| c.is_ascii_lowercase());
    let mut found = Vec::new();
    for (n, line) in lines.iter().enumerate().filter(|(_, line)| is_head(line)) {
        let code = line.split(" //").next().unwrap_or_default().trim_end();
        let end = if code.ends_with('{') {
            n + lines[n..].iter().position(|line| line.starts_with("    }")).expect("it is closed")
        } else {
            n
        };
        found.push((n, end));
    }
    found
}

fn without(source: &str, (from, to): (usize, usize)) -> String {
    let kept = source.lines().enumerate().filter(|(n, _)| *n < from || *n > to);
    kept.map(|(_, line)| format!("{line}\n")).collect()
}

// X1: what is stored must be stated, with a period and for a purpose, or nothing starts.
#[tokio::test]
async fn an_organisation_whose_statement_lacks_a_clause_does_not_start_and_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let clock = Arc::new(TurningClock::at("2026-11-22T09:00:00Z"));
    let common = Common::new(clock, Arc::new(SystemRng)).unwrap();
    let source = statement("campus");
    let lines: Vec<_> = source.lines().collect();
    let entry = config("lacking");
    let home = folder.path().join("lacking");
    std::fs::create_dir_all(&home).unwrap();
    let (mut tried, mut categories) = (0, 0);
    for clause in clauses(&source) {
        let head = lines[clause.0].trim();
        let items = lines[clause.0..=clause.1].iter().find(|line| line.trim().starts_with("includes"));
        let stored = items.is_some() && !head.contains("\"ledger\"") && !head.contains("\"access-log\"");
        // A category that slices store, a purpose in use, a zone, who is responsible: none may be missing.
        let needed = stored
            || ["purpose \"coaching\"", "purpose \"access\"", "time-zone", "controller", "role \"coach\""]
                .iter()
                .any(|start| head.starts_with(start));
        if !needed {
            continue;
        }
        tried += 1;
        categories += usize::from(stored);
        std::fs::write(home.join("statement.kdl"), without(&source, clause)).unwrap();
        let Err(fault) = common.open(folder.path(), &entry, "http://lacking.localhost".into()) else {
            panic!("it starts without `{head}`")
        };
        let report = fault.to_string();
        assert!(report.starts_with("the statement cannot be used:"), "{head}: {report}");
        assert!(report.contains("statement.kdl:"), "{head}: no place in {report}");
        if let Some(items) = items.filter(|_| stored) {
            let item = items.split('"').nth(1).unwrap();
            let name = head.split('"').nth(1).unwrap();
            assert!(report.contains(item) || report.contains(name), "{head}: {report}");
        }
        assert!(!home.join("data.sqlite").exists(), "nothing was made");
    }
    assert!(tried >= 15 && categories >= 11, "{tried} clauses, {categories} categories");
    // Whole, it starts.
    std::fs::write(home.join("statement.kdl"), &source).unwrap();
    let whole = config("lacking");
    if crate::postgres::url().is_none() {
        common.open(folder.path(), &whole, "http://lacking.localhost".into()).unwrap();
    }
}
