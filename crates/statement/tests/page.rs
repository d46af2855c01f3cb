//! The public page: every statement in every language, as text and as HTML, held by snapshots that people read.

use kernel::Language;
use troth_statement::{Plan, render};

pub const STATEMENTS: [&str; 5] = ["selfhelp", "training", "lectures", "campus", "education"];

pub fn source(name: &str) -> String {
    let path = format!("{}/../../statements/{name}.kdl", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

pub fn plan(name: &str) -> Plan {
    let text = source(name);
    let file = format!("{name}.kdl");
    let checked = troth_statement::check(&text, &file, None);
    checked.plan.unwrap_or_else(|| panic!("{}", troth_statement::report(&checked.diagnostics, &text, &file)))
}

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
