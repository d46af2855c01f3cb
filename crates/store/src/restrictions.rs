//! Who restricts the use of the own data (GDPR Art. 18), and who has accepted which version of the statement (X7): the
//! registers that decisions heed.
//!
//! The rows stand where the inventory says that [`RESTRICTION_ITEM`] and [`CHOICE_ITEM`] stand; the registers in memory
//! are read from them at the start (choices by the keeper, which knows the versions) and follow each commit, before
//! whoever wrote is answered. So no decision costs a query.

use access::{ACCEPTANCE_ITEM, TextHash};
use kernel::{PersonId, Timestamp, Uuid, id::Id as _};

use crate::{StoreError, Work, engine::Connection, shared::Shared};

/// The item whose rows say who restricts: since when the use of a person's data is restricted.
pub const RESTRICTION_ITEM: &str = "restriction.since";

/// The item whose rows say which version of the statement a person has accepted.
pub const CHOICE_ITEM: &str = "amendment.choice";

/// A change of a register in memory that waits for its commit.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Change {
    Begins(PersonId),
    Ends(PersonId),
    Accepts(PersonId, TextHash, Timestamp),
    Publishes(u32),
    Chooses(PersonId, u32),
    Leaves(PersonId),
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
                Change::Publishes(version) => self.choices.publish(*version),
                Change::Chooses(person, version) => self.choices.choose(*person, *version),
                Change::Leaves(person) => self.choices.forget(*person),
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

    /// From this unit's commit on, a version of the statement waits for its day. Write its row in the same unit.
    pub fn publish(&mut self, version: u32) {
        self.note(Change::Publishes(version));
    }

    /// From this unit's commit on, `person` stands on this version. Write the row that says so in the same unit.
    pub fn choose(&mut self, person: PersonId, version: u32) {
        self.note(Change::Chooses(person, version));
    }

    /// Rows of a class went: when they said that somebody restricts, what somebody has accepted or chosen, that is over.
    pub(crate) fn lift_with(&mut self, class: &str, holder: Uuid) {
        let person = PersonId::from_uuid(holder);
        if self.shared().tells(RESTRICTION_ITEM, class) {
            self.lift_restriction(person);
        }
        if self.shared().tells(CHOICE_ITEM, class) {
            self.note(Change::Leaves(person));
        }
        if self.shared().tells(ACCEPTANCE_ITEM, class) {
            self.note(Change::Forgets(person));
        }
    }
}
