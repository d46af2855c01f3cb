//! Which undertakings staff have accepted: the register that decisions heed.
//!
//! As with restrictions, the rows stand where the inventory says that [`ACCEPTANCE_ITEM`] stands, and the register in
//! memory follows each commit. A table with that item has the columns [`TEXT`] and [`AT`].

use access::{ACCEPTANCE_ITEM, TextHash};
use kernel::PersonId;

use crate::{StoreError, Work, engine::Connection, restrictions::Change, shared::Shared};

/// The column with the hash of the text.
const TEXT: &str = "text_hash";
/// The column with the instant.
const AT: &str = "promised_at";

/// Reads the register from the rows.
pub(crate) fn load(connection: &mut Connection, shared: &Shared) -> Result<(), StoreError> {
    for place in shared.inventory.places(ACCEPTANCE_ITEM).iter().filter(|place| place.column.name == TEXT) {
        let Some(person) = place.table.container_column else { continue };
        for row in connection.query(&format!("SELECT {person}, {TEXT}, {AT} FROM {}", place.table.name), &[])? {
            let unread = |_| StoreError::Shape { column: 1, expected: "a hash" };
            let text: TextHash = row.bytes(1)?.try_into().map_err(unread)?;
            shared.acceptances.add(row.id(0)?, text, row.time(2)?);
        }
    }
    Ok(())
}

impl Work<'_> {
    /// From this unit's commit on, decisions know that `person` has accepted a text. Write the row that says so in the
    /// same unit.
    pub fn accept(&mut self, person: PersonId, text: TextHash) {
        let at = self.now();
        self.note(Change::Accepts(person, text, at));
    }
}
