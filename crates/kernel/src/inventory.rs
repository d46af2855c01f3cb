//! The declarations of all slices, put together and looked up by name.

use std::collections::BTreeMap;

use crate::{
    Slice,
    manifest::{Action, Class, Column, Container, Content, Event, Job, Output, Protection, Route, Sql, Table},
};

/// A personal column, with where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The slice.
    pub slice: &'static Slice,
    /// The table.
    pub table: &'static Table,
    /// The column.
    pub column: &'static Column,
    /// How it is protected.
    pub protection: Protection,
}

/// Two declarations that contradict each other, or one that points nowhere.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the manifest of {slice} is at fault: {fault}")]
pub struct ManifestError {
    /// Whose manifest.
    pub slice: &'static str,
    /// What is wrong, and how to mend it.
    pub fault: String,
}

/// What the installed slices store, emit and do.
#[derive(Clone, Debug)]
pub struct Inventory {
    slices: Vec<&'static Slice>,
    items: BTreeMap<&'static str, Vec<Place>>,
}

impl Inventory {
    /// Puts the slices together, and checks that every name points at something and none is taken twice.
    pub fn new(slices: impl IntoIterator<Item = &'static Slice>) -> Result<Self, Vec<ManifestError>> {
        let slices: Vec<_> = slices.into_iter().collect();
        let mut items: BTreeMap<&'static str, Vec<Place>> = BTreeMap::new();
        for slice in &slices {
            for table in slice.tables {
                for column in table.columns {
                    if let Content::Personal(item, protection) = column.content {
                        items.entry(item).or_default().push(Place { slice, table, column, protection });
                    }
                }
            }
        }
        let inventory = Self { slices, items };
        let faults = inventory.faults();
        if faults.is_empty() { Ok(inventory) } else { Err(faults) }
    }

    /// The slices.
    pub fn slices(&self) -> impl Iterator<Item = &'static Slice> {
        self.slices.iter().copied()
    }

    /// Whether an organisation uses a slice, by what its statement names.
    ///
    /// A slice with doors of which the statement names no item at all is closed to the organisation: nothing of it can
    /// be stored there, so nothing needs to be stated. One item named means that the slice is wanted, and then every
    /// item of it must be covered. Rooms without doors cannot be closed.
    pub fn is_used(&self, slice: &Slice, stated: impl Fn(&str) -> bool) -> bool {
        let mut items = self.items_of_slice(slice).peekable();
        slice.routes.is_empty() || items.peek().is_none() || items.any(stated)
    }

    /// The items that a slice stores.
    pub fn items_of_slice(&self, slice: &Slice) -> impl Iterator<Item = &'static str> {
        let name = slice.name;
        let held = move |places: &Vec<Place>| places.iter().any(|place| place.slice.name == name);
        self.items.iter().filter(move |(_, places)| held(places)).map(|(item, _)| *item)
    }

    /// Every item that is stored, in alphabetical order.
    pub fn items(&self) -> impl Iterator<Item = &'static str> {
        self.items.keys().copied()
    }

    /// Where an item stands; empty when no slice stores it.
    pub fn places(&self, item: &str) -> &[Place] {
        self.items.get(item).map_or(&[], Vec::as_slice)
    }

    /// The classes in which an item is held.
    pub fn classes_of(&self, item: &str) -> impl Iterator<Item = &'static Class> {
        let names: Vec<_> = self.places(item).iter().filter_map(|place| place.table.class).collect();
        self.classes().filter(move |class| names.contains(&class.name))
    }

    /// The items that a class holds.
    pub fn items_of(&self, class: &str) -> impl Iterator<Item = &'static str> {
        self.items
            .iter()
            .filter(move |(_, places)| places.iter().any(|place| place.table.class == Some(class)))
            .map(|(item, _)| *item)
    }

    /// All containers.
    pub fn containers(&self) -> impl Iterator<Item = &'static Container> {
        self.slices().flat_map(|slice| slice.containers)
    }

    /// A container by name.
    pub fn container(&self, name: &str) -> Option<&'static Container> {
        self.containers().find(|container| container.name == name)
    }

    /// All classes.
    pub fn classes(&self) -> impl Iterator<Item = &'static Class> {
        self.slices().flat_map(|slice| slice.classes)
    }

    /// A class by name.
    pub fn class(&self, name: &str) -> Option<&'static Class> {
        self.classes().find(|class| class.name == name)
    }

    /// All tables.
    pub fn tables(&self) -> impl Iterator<Item = &'static Table> {
        self.slices().flat_map(|slice| slice.tables)
    }

    /// A table by name.
    pub fn table(&self, name: &str) -> Option<&'static Table> {
        self.tables().find(|table| table.name == name)
    }

    /// All events.
    pub fn events(&self) -> impl Iterator<Item = &'static Event> {
        self.slices().flat_map(|slice| slice.events)
    }

    /// An event by name.
    pub fn event(&self, name: &str) -> Option<&'static Event> {
        self.events().find(|event| event.name == name)
    }

    /// All outputs.
    pub fn outputs(&self) -> impl Iterator<Item = &'static Output> {
        self.slices().flat_map(|slice| slice.outputs)
    }

    /// All actions.
    pub fn actions(&self) -> impl Iterator<Item = &'static Action> {
        self.slices().flat_map(|slice| slice.actions)
    }

    /// An action by name.
    pub fn action(&self, name: &str) -> Option<&'static Action> {
        self.actions().find(|action| action.name == name)
    }

    /// All routes.
    pub fn routes(&self) -> impl Iterator<Item = &'static Route> {
        self.slices().flat_map(|slice| slice.routes)
    }

    /// All registered SQL texts.
    pub fn queries(&self) -> impl Iterator<Item = &'static Sql> {
        self.slices().flat_map(|slice| slice.queries).copied()
    }

    /// All jobs.
    pub fn jobs(&self) -> impl Iterator<Item = &'static Job> {
        self.slices().flat_map(|slice| slice.jobs)
    }

    fn faults(&self) -> Vec<ManifestError> {
        let mut faults = Vec::new();
        for slice in &self.slices {
            let mut fault = |text: String| faults.push(ManifestError { slice: slice.name, fault: text });
            for class in slice.classes {
                match self.container(class.container) {
                    None => fault(format!("class {} names the unknown container {}", class.name, class.container)),
                    Some(container) => {
                        for party in class.goes_with.iter().chain(&class.sealed_also_for) {
                            if !container.parties.iter().any(|known| known.name == *party) {
                                fault(format!("class {} names {party}, no party of {}", class.name, container.name));
                            }
                        }
                    }
                }
                if self.classes().filter(|other| other.name == class.name).count() > 1 {
                    fault(format!("class {} is declared twice", class.name));
                }
            }
            for table in slice.tables {
                if self.tables().filter(|other| other.name == table.name).count() > 1 {
                    fault(format!("table {} is declared twice", table.name));
                }
                if let Some(class) = table.class
                    && self.class(class).is_none()
                {
                    fault(format!("table {} names the unknown class {class}", table.name));
                }
                if table.class.is_some() != table.container_column.is_some() {
                    fault(format!("table {} needs both a class and a container column, or neither", table.name));
                }
                for column in table.columns {
                    if matches!(column.content, Content::Personal(..)) && table.class.is_none() {
                        fault(format!("{}.{} is personal, but its table has no class", table.name, column.name));
                    }
                }
            }
            for action in slice.actions {
                if self.container(action.container).is_none() {
                    fault(format!("action {} names the unknown container {}", action.name, action.container));
                }
                if self.actions().filter(|other| other.name == action.name).count() > 1 {
                    fault(format!("action {} is declared twice", action.name));
                }
                for item in action.discloses.iter().chain(action.writes) {
                    if !self.items.contains_key(item) {
                        fault(format!("action {} names the item {item}, which no column holds", action.name));
                    }
                }
            }
            for query in slice.queries {
                for name in query.runs_for {
                    if self.action(name).is_none() && !self.jobs().any(|job| job.name == *name) {
                        fault(format!("query {} runs for {name}, no action or job", query.name));
                    }
                }
            }
        }
        faults
    }
}
