//! Who restricts the use of the own data (GDPR Art. 18): the register that decisions heed.
//!
//! The rows stand where the inventory says that [`RESTRICTION_ITEM`] stands; the register in memory is read from them at
//! the start and follows each commit, before whoever wrote is answered. So no decision costs a query.

use access::{ACCEPTANCE_ITEM, TextHash};
use kernel::{PersonId, Timestamp, Uuid, id::Id as _};

use crate::{StoreError, Work, engine::Connection, shared::Shared};

/// The item whose rows say who restricts: since when the use of a person's data is restricted.
pub const RESTRICTION_ITEM: &str = "restriction.since";

/// A change of a register in memory that waits for its commit.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Change {
    Begins(PersonId),
    Ends(PersonId),
    Accepts(PersonId, TextHash, Timestamp),
    Forgets(PersonId),
}

impl Shared {
    pub(crate) fn follow(&self, changes: &[Change]) {
        for change in changes {
            match change {
                Change::Begins(person) => self.restrictions.begin(*person),
                Change::Ends(person) => self.restrictions.lift(*person),
                Change::Accepts(person, text, at) => self.acceptances.add(*person, *text, *at),
                Change::Forgets(person) => self.acceptances.forget(*person),
            }
        }
    }

    /// Whether the rows of a class hold an item.
    pub(crate) fn tells(&self, item: &str, class: &str) -> bool {
        self.inventory.places(item).iter().any(|place| place.table.class == Some(class))
    }
}

/// Reads the register from the rows.
pub(crate) fn load(connection: &mut Connection, shared: &Shared) -> Result<(), StoreError> {
    for place in shared.inventory.places(RESTRICTION_ITEM) {
        let Some(column) = place.table.container_column else { continue };
        for row in connection.query(&format!("SELECT {column} FROM {}", place.table.name), &[])? {
            shared.restrictions.begin(row.id(0)?);
        }
    }
    Ok(())
}

impl Work<'_> {
    /// From this unit's commit on, decisions heed that `person` restricts the use of the own data. Write the row that
    /// says so in the same unit.
    pub fn restrict(&mut self, person: PersonId) {
        self.note(Change::Begins(person));
    }

    /// From this unit's commit on, `person` restricts nothing. Remove the row in the same unit.
    pub fn lift_restriction(&mut self, person: PersonId) {
        self.note(Change::Ends(person));
    }

    /// Rows of a class went: when they said that somebody restricts, or has accepted something, that is over.
    pub(crate) fn lift_with(&mut self, class: &str, holder: Uuid) {
        if self.shared().tells(RESTRICTION_ITEM, class) {
            self.lift_restriction(PersonId::from_uuid(holder));
        }
        if self.shared().tells(ACCEPTANCE_ITEM, class) {
            self.note(Change::Forgets(PersonId::from_uuid(holder)));
        }
    }
}
