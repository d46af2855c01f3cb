//! Every class of data that is in use ends by some period, for people in every role.

use crate::{STATEMENTS, inventory, plan};

// I5, I8
#[test]
fn nothing_that_a_statement_speaks_of_is_kept_for_good() {
    let inventory = inventory();
    for (name, source) in STATEMENTS {
        let plan = plan(name, source, &inventory);
        let open: Vec<_> = keeper::gaps(&plan, &inventory)
            .into_iter()
            // A class of a slice that this organisation does not use, since its statement names nothing of it, is empty.
            .filter(|gap| inventory.items_of(gap.class).any(|item| plan.category_of(item).is_some()))
            .collect();
        assert!(open.is_empty(), "{name}: {open:?}");
    }
}
