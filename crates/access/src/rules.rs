//! What decisions need to know of a plan and an inventory: nothing else of them reaches the policies.

use std::collections::{BTreeMap, BTreeSet};

use kernel::{
    Archetype, Inventory,
    manifest::{Action, By, Container, Protection},
};
use statement::{
    Plan, When,
    plan::{BreakGlass, Disclosure, Period, rule::GUEST},
};

use crate::exception::{Door, HANDING_OVER};

/// A role of the statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Role {
    pub(crate) key: String,
    pub(crate) archetype: Archetype,
}

/// How close someone must stand to the container for a reading right to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Nearness {
    /// No condition.
    Any,
    /// The own file, or the part in the container that goes with the role: a participant's as participant.
    Own,
    /// Any part in the container.
    Party,
    /// No condition but a reason: by actions that ask for one and keep it.
    Reason,
    /// Under a condition that the program cannot establish yet: the right admits nobody.
    Unmet,
}

impl Nearness {
    fn of(when: Option<When>) -> Self {
        match when {
            None => Self::Any,
            Some(When::Own) => Self::Own,
            Some(When::SharedWithThem | When::InRelation | When::SameCourse | When::SameTraining) => Self::Party,
            Some(When::StatingReason) => Self::Reason,
            Some(When::AfterCompletion | When::BreakGlass | When::WithConsent) => Self::Unmet,
        }
    }
}

/// A reading right of a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reading {
    pub(crate) role: String,
    pub(crate) nearness: Nearness,
    pub(crate) clause: String,
}

/// A category, with who reads it and who never does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Category {
    pub(crate) key: String,
    /// The clause of professional secrecy, when it is under one.
    pub(crate) secrecy: Option<String>,
    pub(crate) readings: Vec<Reading>,
    /// Everyone reads it, guests too; the clause.
    pub(crate) public: Option<String>,
    /// Roles that never read it, with the clause.
    pub(crate) nevers: Vec<(String, String)>,
}

impl Category {
    fn of(plan: &Plan, category: &statement::Category) -> Self {
        let reads = plan.reads().iter().filter(|read| read.category == category.key);
        let (guests, members): (Vec<_>, Vec<_>) = reads.partition(|read| read.role == GUEST);
        Self {
            key: category.key.clone(),
            secrecy: category.secrecy.as_ref().map(|_| category.clause.clone()),
            readings: members
                .into_iter()
                .map(|read| Reading {
                    role: read.role.clone(),
                    nearness: Nearness::of(read.when),
                    clause: read.clause.clone(),
                })
                .collect(),
            public: guests.into_iter().find(|read| read.when.is_none()).map(|read| read.clause.clone()),
            nevers: plan
                .nevers()
                .iter()
                .filter(|never| never.what.covers(&category.key))
                .map(|never| (never.role.clone(), never.clause.clone()))
                .collect(),
        }
    }
}

/// A clause by which something opens by exception.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DoorRule {
    pub(crate) door: Door,
    /// Who asks.
    pub(crate) roles: Vec<String>,
    /// How many people must agree; to a disclosure, who proposes it is one of them.
    pub(crate) agreed: u32,
    /// For how many seconds it stays open.
    pub(crate) lasts: i64,
    pub(crate) grounds: Vec<String>,
    /// Categories that it never opens.
    pub(crate) except: Vec<String>,
    pub(crate) clause: String,
}

impl DoorRule {
    fn all(plan: &Plan) -> Vec<Self> {
        let trusted = [Archetype::Officer, Archetype::Manager].map(|archetype| plan.roles_of(archetype));
        let trusted: Vec<_> = trusted.into_iter().flatten().map(|role| role.key.clone()).collect();
        let glass = plan.all::<BreakGlass>().map(|glass| Self {
            door: Door::BreakGlass,
            roles: vec![glass.by.clone()],
            agreed: glass.approvals,
            lasts: seconds(glass.lasts),
            grounds: Vec::new(),
            except: glass.except.clone(),
            clause: glass.clause.clone(),
        });
        let disclosures = plan.all::<Disclosure>().map(|disclosure| Self {
            door: Door::Disclosure,
            roles: trusted.clone(),
            agreed: disclosure.approvals,
            lasts: HANDING_OVER,
            grounds: disclosure.grounds.iter().map(|ground| ground.key().to_owned()).collect(),
            except: Vec::new(),
            clause: disclosure.clause.clone(),
        });
        glass.chain(disclosures).collect()
    }
}

/// A period in seconds, a month as thirty days.
pub(crate) fn seconds(period: Period) -> i64 {
    let days = i64::from(period.years) * 365
        + i64::from(period.months) * 30
        + i64::from(period.weeks) * 7
        + i64::from(period.days);
    days * 86_400 + i64::from(period.hours) * 3600
}

/// Everything that policies are made of.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rules {
    pub(crate) roles: Vec<Role>,
    pub(crate) categories: Vec<Category>,
    /// Item to place in `categories`.
    pub(crate) items: BTreeMap<String, usize>,
    /// Items that stand in the database under seal.
    pub(crate) sealed: BTreeSet<String>,
    /// Of an earlier version of the statement: it says nothing of what the program has only stored since.
    pub(crate) is_earlier: bool,
    /// What no exception opens: what people confide to each other, and what only the person reads.
    pub(crate) shared: BTreeSet<&'static str>,
    /// What opens by exception.
    pub(crate) doors: Vec<DoorRule>,
}

impl Rules {
    pub(crate) fn new(plan: &Plan, inventory: &Inventory) -> Self {
        let roles = plan.roles().iter().map(|role| Role { key: role.key.clone(), archetype: role.archetype }).collect();
        let mut items = BTreeMap::new();
        let mut categories = Vec::new();
        for (place, category) in plan.categories().iter().enumerate() {
            for item in &category.items {
                items.entry(item.name.clone()).or_insert(place);
            }
            categories.push(Category::of(plan, category));
        }
        Self {
            roles,
            categories,
            items,
            sealed: sealed_items(inventory),
            shared: closed_to_exceptions(inventory),
            doors: DoorRule::all(plan),
            is_earlier: false,
        }
    }

    pub(crate) fn roles_on(&self, archetype: Archetype) -> impl Iterator<Item = &str> {
        self.roles.iter().filter(move |role| role.archetype == archetype).map(|role| role.key.as_str())
    }

    pub(crate) fn archetype_of(&self, role: &str) -> Option<Archetype> {
        self.roles.iter().find(|known| known.key == role).map(|known| known.archetype)
    }

    /// What an action discloses, by category; items that the statement does not cover stand apart.
    pub(crate) fn disclosed(&self, action: &Action) -> Disclosed<'_> {
        let mut disclosed = Disclosed::default();
        for item in action.discloses {
            match self.items.get(*item) {
                Some(place) => {
                    let part = disclosed.categories.entry(*place).or_insert_with(|| Part {
                        category: &self.categories[*place],
                        items: Vec::new(),
                        confidential: false,
                    });
                    part.items.push(item);
                    part.confidential |= part.category.secrecy.is_some() && self.sealed.contains(*item);
                }
                None => disclosed.uncovered.push(item),
            }
        }
        disclosed
    }
}

/// What an action discloses.
#[derive(Debug, Default)]
pub(crate) struct Disclosed<'a> {
    pub(crate) categories: BTreeMap<usize, Part<'a>>,
    pub(crate) uncovered: Vec<&'static str>,
}

/// The part of a disclosure that falls under one category.
#[derive(Debug)]
pub(crate) struct Part<'a> {
    pub(crate) category: &'a Category,
    pub(crate) items: Vec<&'static str>,
    /// Whether something in it is under seal and under secrecy.
    pub(crate) confidential: bool,
}

/// The items that stand under seal: in some column, or as a file, whose column only names it.
pub(crate) fn sealed_items(inventory: &Inventory) -> BTreeSet<String> {
    inventory
        .items()
        .filter(|item| {
            is_file(item) || inventory.places(item).iter().any(|place| place.protection == Protection::Sealed)
        })
        .map(str::to_owned)
        .collect()
}

/// Files are always sealed; the column of such an item holds the file's id and kind.
fn is_file(item: &str) -> bool {
    item.ends_with(".file")
}

/// The items that belong to what several people share: sealed, in a container with more parts than `self`.
///
/// No job may handle them, and no exception opens them, whatever the statement says.
pub(crate) fn shared_content(inventory: &Inventory) -> BTreeSet<&'static str> {
    let shared = |container: &Container| container.parties.iter().any(|party| party.name != crate::Resource::SELF);
    inventory
        .items()
        .filter(|item| {
            inventory.places(item).iter().any(|place| {
                (place.protection == Protection::Sealed || is_file(item))
                    && place
                        .table
                        .class
                        .and_then(|class| inventory.class(class))
                        .and_then(|class| inventory.container(class.container))
                        .is_some_and(shared)
            })
        })
        .collect()
}

/// The items that no exception opens, whatever the statement says: what people confide to each other, and what only the
/// person reads.
pub fn closed_to_exceptions(inventory: &Inventory) -> BTreeSet<&'static str> {
    shared_content(inventory).union(&own_alone(inventory)).copied().collect()
}

/// The items that the program shows to the person alone, such as what was brought along from elsewhere, where others may have
/// confided it: no exception opens them either.
fn own_alone(inventory: &Inventory) -> BTreeSet<&'static str> {
    let mut shown: BTreeMap<&'static str, bool> = BTreeMap::new();
    for action in inventory.actions() {
        let alone = action.by == [By::Party(crate::Resource::SELF)];
        for item in action.discloses {
            *shown.entry(item).or_insert(true) &= alone;
        }
    }
    shown.into_iter().filter(|(_, alone)| *alone).map(|(item, _)| item).collect()
}

/// The part in a container that goes with a role: `self` in the own file, else the part named as its archetype.
pub(crate) fn own_parts(container: &Container, archetype: Option<Archetype>) -> impl Iterator<Item = &'static str> {
    container.parties.iter().map(|party| party.name).filter(move |part| {
        *part == crate::Resource::SELF || archetype.is_some_and(|archetype| archetype.key() == *part)
    })
}

/// The parts whose own a container is: those with whom the class of its own row goes; all, where that row has no class.
/// A trajectory is the participant's own, a file the person's.
pub(crate) fn owners(inventory: &Inventory, container: &Container) -> Vec<&'static str> {
    let row = inventory.table(container.table).and_then(|table| table.class).and_then(|class| inventory.class(class));
    match row {
        Some(class) if class.container == container.name && !class.goes_with.is_empty() => class.goes_with.to_vec(),
        _ => container.parties.iter().map(|party| party.name).collect(),
    }
}
