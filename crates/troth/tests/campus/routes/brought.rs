//! Doors to what was brought along.

use super::{Stage, Visitor, forms::own_part};
use crate::archive;

impl Stage {
    /// Something of the visitor's own that was brought along, or Maria's for those who bring nothing.
    pub(super) async fn part(&self, visitor: &Visitor, path: &str, which: usize) -> String {
        let may = self.campus.common.inventory.action("brought-along.bring").unwrap();
        let one = if self.allows(visitor, may, None) {
            own_part(&self.campus, &mut visitor.browser.clone(), &archive::diary("A day.", "A picture.", "a.txt")).await
        } else {
            self.brought.clone()
        };
        let end = if path.ends_with("/removal") { "/removal" } else { "" };
        format!("{}{end}", one[which])
    }
}
