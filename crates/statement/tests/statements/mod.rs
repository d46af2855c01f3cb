//! The five statements, for tests.

#![expect(clippy::panic, reason = "a test that finds no statement ends here")]

use troth_statement::Plan;

/// The source of a statement.
pub(crate) fn source(name: &str) -> String {
    let path = format!("{}/../../statements/{name}.kdl", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Its plan, read without an inventory; every problem when there is none.
pub(crate) fn plan(name: &str) -> Plan {
    let text = source(name);
    let file = format!("{name}.kdl");
    let checked = troth_statement::check(&text, None);
    checked.plan.unwrap_or_else(|| panic!("{}", troth_statement::report(&checked.diagnostics, &text, &file)))
}
