//! What one clause means, in plain text: what it says, who keeps it, what stands on it.

use kernel::{Inventory, words::Voice};

use crate::Plan;

/// Explains a clause; `None` when the statement has no such clause.
pub fn explain(_plan: &Plan, _inventory: Option<&Inventory>, _clause: &str, _voice: &Voice) -> Option<String> {
    unimplemented!()
}
