//! The guide is accurate to the parser: its example is a statement, and every snippet in it is read without a slip.

use troth_statement::{Severity, check};

fn guide() -> String {
    let path = format!("{}/../../docs/statement-language.md", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).unwrap_or_default()
}

/// The blocks of KDL, and the nodes that stand in a line of prose between backticks.
fn snippets(guide: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut block: Option<String> = None;
    for line in guide.lines() {
        match (&mut block, line) {
            (None, "```kdl") => block = Some(String::new()),
            (Some(_), "```") => found.extend(block.take()),
            (Some(text), _) => {
                text.push_str(line);
                text.push('\n');
            }
            (None, _) => {
                // A node has a quoted value or a `=`, and is not in a table or a list of words.
                let nodes = line.split('`').skip(1).step_by(2).filter(|_| line.starts_with('`'));
                found.extend(nodes.filter(|node| node.contains('"') && node.contains(' ')).map(ToOwned::to_owned));
            }
        }
    }
    found
}

#[test]
fn the_first_example_is_a_statement() {
    let guide = guide();
    let first = &snippets(&guide)[0];
    let checked = check(first, None);
    assert!(checked.plan.is_some(), "{}", troth_statement::report(&checked.diagnostics, first, "example.kdl"));
    assert!(first.lines().count() <= 12, "the first example is short");
}

#[test]
fn every_snippet_of_the_guide_is_read_without_a_slip() {
    let guide = guide();
    let snippets = snippets(&guide);
    assert!(snippets.len() > 40, "only {} snippets were found", snippets.len());
    for snippet in snippets.iter().skip(1) {
        let source = format!("statement \"guide\" {{\n{snippet}\n}}\n").replace("\"...\"", "\"words\"");
        let checked = check(&source, None);
        // Names that a snippet does not declare, and clauses that it does not have, are no slips of the language.
        let undeclared = |code: &str| {
            let names = ["role", "category", "purpose", "consent", "activity", "recipient", "item", "event"];
            names.iter().any(|name| code == format!("unknown-{name}")) || code == "missing-node"
        };
        let slips: Vec<_> = checked
            .diagnostics
            .into_iter()
            .filter(|told| told.severity == Severity::Error && !undeclared(told.code))
            .filter(|told| {
                !["missing-period", "field-not-held", "consent-not-asked", "clause-twice"].contains(&told.code)
            })
            .collect();
        assert!(slips.is_empty(), "{}", troth_statement::report(&slips, &source, "guide.kdl"));
    }
}

/// Each kind of clause has its place in the guide.
#[test]
fn no_kind_of_clause_is_missing_from_the_guide() {
    let guide = guide();
    let headings: Vec<&str> = guide.lines().filter_map(|line| line.strip_prefix("### ")).collect();
    for kind in troth_statement::plan::Rule::KINDS {
        let told = headings.iter().any(|heading| heading.split(", ").any(|word| word == *kind));
        assert!(told, "{kind} has no heading of its own");
    }
}
