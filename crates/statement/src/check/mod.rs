//! Reads a statement and checks it against what the slices store, emit and do.

use kernel::Inventory;

use crate::{Diagnostic, Plan};

/// What came of reading a statement.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The plan; absent when there is an error.
    pub plan: Option<Plan>,
    /// All problems at once, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads and checks a statement. Without an inventory nothing is said of what the program stores.
pub fn check(_source: &str, _file: &str, _inventory: Option<&Inventory>) -> Checked {
    unimplemented!()
}
