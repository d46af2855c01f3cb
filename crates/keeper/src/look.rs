//! What is held of containers and people: parties, events, roles, read through the inventory.

use std::collections::BTreeSet;

use kernel::{Inventory, PersonId, Uuid, Value, id::Id as _, manifest::Container};
use statement::{
    Plan,
    dates::{Facts, Known, ROLE_ITEM, Rules},
};
use store::{
    Reader, StoreError,
    derived::{self, Field},
};

/// All that dates of one container depend on, as it stands in the store.
pub(crate) struct Looked {
    holder: Uuid,
    pub(crate) parties: Vec<(&'static str, PersonId)>,
    facts: Facts,
    held: Option<BTreeSet<&'static str>>,
    restricted: Vec<PersonId>,
    undecided: Vec<(PersonId, u32)>,
}

/// The periods of a plan, beside those of earlier versions on which people stand (X7).
pub(crate) fn rules(reader: &Reader<'_>, plan: &Plan, inventory: &Inventory) -> Rules {
    Rules::new(plan, inventory).beside(reader.choices().rules())
}

impl Looked {
    pub(crate) fn at(
        reader: &mut Reader<'_>,
        inventory: &Inventory,
        rules: &Rules,
        container: &'static Container,
        holder: Uuid,
    ) -> Result<Self, StoreError> {
        let parties = derived::parties(reader, container, holder)?;
        let mut facts = Facts::none();
        let people = parties.iter().map(|(_, person)| person.uuid());
        for subject in people.clone().chain([holder]) {
            if facts.has_events_of(subject) {
                continue;
            }
            facts.asked(subject);
            for (event, at) in derived::events_of(reader, subject)? {
                facts.happened(subject, event, at);
            }
        }
        for person in people.collect::<BTreeSet<_>>() {
            let person = PersonId::from_uuid(person);
            roles(reader, inventory, person)?.into_iter().for_each(|role| facts.plays(person, role));
        }
        let held = match rules.ask_what_is_held(container.name) {
            true => Some(held(reader, inventory, container, holder)?),
            false => None,
        };
        let restricted =
            parties.iter().map(|(_, person)| *person).filter(|person| reader.is_restricted(*person)).collect();
        let choices = reader.choices();
        let stands = |person: PersonId| Some((person, choices.earlier_of(person)?));
        let undecided = parties.iter().filter_map(|(_, person)| stands(*person)).collect();
        Ok(Self { holder, parties, facts, held, restricted, undecided })
    }

    pub(crate) fn known(&self) -> Known<'_> {
        Known {
            holder: self.holder,
            parties: &self.parties,
            facts: &self.facts,
            happened: &[],
            held: self.held.as_ref(),
            restricted: &self.restricted,
            undecided: &self.undecided,
        }
    }
}

fn held(
    reader: &mut Reader<'_>,
    inventory: &Inventory,
    container: &Container,
    holder: Uuid,
) -> Result<BTreeSet<&'static str>, StoreError> {
    let mut held = BTreeSet::new();
    for class in inventory.classes().filter(|class| class.container == container.name) {
        if derived::holds(reader, class, holder)? {
            held.insert(class.name);
        }
    }
    Ok(held)
}

/// The keys of a person's roles, from wherever the inventory says that they stand.
///
/// # Errors
/// When the store cannot be read.
pub fn roles(reader: &mut Reader<'_>, inventory: &Inventory, person: PersonId) -> Result<Vec<String>, StoreError> {
    let mut roles = Vec::new();
    for place in inventory.places(ROLE_ITEM) {
        for row in derived::rows_of(reader, place.table, person.uuid())? {
            roles.extend(row.fields.into_iter().filter_map(|(column, field)| match field {
                Field::Open(Value::Text(role)) if column.name == place.column.name => Some(role),
                Field::Open(_) | Field::Sealed(_) => None,
            }));
        }
    }
    Ok(roles)
}
