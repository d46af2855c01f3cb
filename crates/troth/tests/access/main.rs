//! Who may do what, over the real slices and the five statements: proved, and written down as a matrix. And that
//! nothing which is stored is without an end.

#![allow(clippy::print_stdout, reason = "verdicts are told to whoever runs the proofs")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

mod amended;
mod matrix;
mod periods;
mod proofs;

use access::Access;
use kernel::Inventory;

/// The statements that ship, by name.
const STATEMENTS: [(&str, &str); 5] = [
    ("selfhelp", include_str!("../../../../statements/selfhelp.kdl")),
    ("training", include_str!("../../../../statements/training.kdl")),
    ("lectures", include_str!("../../../../statements/lectures.kdl")),
    ("campus", include_str!("../../../../statements/campus.kdl")),
    ("education", include_str!("../../../../statements/education.kdl")),
];

fn inventory() -> Inventory {
    troth::assemble::inventory().unwrap()
}

fn campus() -> &'static str {
    STATEMENTS.iter().find(|(name, _)| *name == "campus").unwrap().1
}

fn plan(name: &str, source: &str, inventory: &Inventory) -> statement::Plan {
    let checked = statement::check(source, Some(inventory));
    checked.plan.unwrap_or_else(|| panic!("{name}: {:#?}", checked.diagnostics))
}

fn access(name: &str, source: &str, inventory: &Inventory) -> Access {
    Access::new(&plan(name, source, inventory), inventory).unwrap()
}
