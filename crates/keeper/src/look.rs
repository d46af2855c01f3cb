//! What is held of containers and people: parties, events, roles, read through the inventory.

use std::collections::btree_map::Entry;

use kernel::{Inventory, Uuid, Value, id::Id as _, manifest::Container};
use store::{
    Reader, StoreError,
    derived::{self, Field},
};

use crate::rules::{Known, ROLE_ITEM};

/// All that dates of a container depend on.
pub(crate) fn known(
    reader: &mut Reader<'_>,
    inventory: &Inventory,
    container: &'static Container,
    holder: Uuid,
) -> Result<Known, StoreError> {
    let mut known = Known { parties: derived::parties(reader, container, holder)?, ..Known::default() };
    let people: Vec<_> = known.parties.iter().map(|(_, person)| person.uuid()).collect();
    for subject in people.iter().copied().chain([holder]) {
        if let Entry::Vacant(free) = known.events.entry(subject) {
            free.insert(derived::events_of(reader, subject)?);
        }
    }
    for person in people {
        if let Entry::Vacant(free) = known.roles.entry(person) {
            free.insert(roles(reader, inventory, person)?);
        }
    }
    Ok(known)
}

/// The keys of a person's roles, from wherever the inventory says that they stand.
fn roles(reader: &mut Reader<'_>, inventory: &Inventory, person: Uuid) -> Result<Vec<String>, StoreError> {
    let mut roles = Vec::new();
    for place in inventory.places(ROLE_ITEM) {
        for row in derived::rows_of(reader, place.table, person)? {
            roles.extend(row.fields.into_iter().filter_map(|(column, field)| match field {
                Field::Open(Value::Text(role)) if column.name == place.column.name => Some(role),
                Field::Open(_) | Field::Sealed(_) => None,
            }));
        }
    }
    Ok(roles)
}
