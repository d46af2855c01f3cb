//! The statement's periods, class by class: which events end what.

use std::sync::Arc;

use kernel::{
    Archetype, Inventory,
    manifest::{Class, Container, Via},
};

use super::PERSON;
use crate::{Keep, Plan};

/// One period at work on one class.
#[derive(Clone, Debug)]
pub struct Rule {
    /// The statement's period.
    pub keep: Keep,
    /// The class.
    pub class: &'static Class,
    /// The container of the class.
    pub container: &'static Container,
    /// How the event reaches the container.
    pub via: Via,
    /// The part that goes with the role of a rule `of` one: its archetype's word.
    pub part: Option<&'static str>,
}

impl Rule {
    /// Whether another rule finds nothing else than this one.
    fn takes_as(&self, other: &Self) -> bool {
        let finds =
            |rule: &Self| (rule.class.name, rule.via, rule.keep.after.clone(), rule.keep.of.clone(), rule.keep.period);
        finds(self) == finds(other)
    }
}

/// All periods at work, on everything that is stored.
///
/// While people stand on earlier versions of the statement, the rules of those versions hold beside these for what goes
/// with them: the earlier date wins (X7).
#[derive(Clone, Debug, Default)]
pub struct Rules {
    own: Vec<Rule>,
    floors: Vec<Rule>,
    /// The class whose rows stand for the container, with the others of the same container.
    rows: Vec<(&'static Class, Vec<&'static Class>)>,
    /// The rules of earlier versions on which people stand.
    earlier: Vec<(u32, Arc<Rules>)>,
    /// Every ceiling by which anything may be due, those of earlier versions among them.
    ceilings: Vec<Rule>,
}

impl Rules {
    /// The periods of a plan, on what the slices store.
    pub fn new(plan: &Plan, inventory: &Inventory) -> Self {
        let mut rules = Self::default();
        for class in inventory.classes() {
            let Some(container) = inventory.container(class.container) else { continue };
            let categories = categories_of(plan, inventory, class);
            let keeps = plan
                .keeps()
                .iter()
                .filter(|keep| categories.iter().any(|category| keep.what.covers(category)))
                .filter(|keep| keep.consent.is_none() || !has_plain_ceiling(plan, &categories, keep));
            for keep in keeps {
                let part = keep.of.as_ref().and_then(|of| plan.role(of)).map(|role| role.archetype.key());
                for via in vias(inventory, class, container, keep, part) {
                    let rule = Rule { keep: keep.clone(), class, container, via, part };
                    if keep.floor { rules.floors.push(rule) } else { rules.own.push(rule) }
                }
            }
            if holds_container_row(inventory, class) {
                let others = inventory.classes().filter(|other| other.container == class.container);
                rules.rows.push((class, others.filter(|other| other.name != class.name).collect()));
            }
        }
        // The file of a person comes last: roles are read from it while the rest is looked for.
        rules.own.sort_by_key(|rule| rule.container.name == PERSON);
        rules.ceilings.clone_from(&rules.own);
        rules
    }

    /// The same rules beside those of earlier versions, each by its number, on which people stand.
    #[must_use]
    pub fn beside(mut self, earlier: Vec<(u32, Arc<Self>)>) -> Self {
        for (_, rules) in &earlier {
            for rule in &rules.own {
                if !self.ceilings.iter().any(|known| known.takes_as(rule)) {
                    self.ceilings.push(rule.clone());
                }
            }
        }
        self.ceilings.sort_by_key(|rule| rule.container.name == PERSON);
        Self { earlier, ..self }
    }

    /// The rules of an earlier version.
    pub(super) fn earlier(&self, version: u32) -> Option<&Self> {
        self.earlier.iter().find(|(number, _)| *number == version).map(|(_, rules)| &**rules)
    }

    /// Every ceiling by which anything may be due, the files of people last.
    pub fn ceilings(&self) -> &[Rule] {
        &self.ceilings
    }

    /// The ceilings of one class.
    pub fn ceilings_of(&self, class: &str) -> impl Iterator<Item = &Rule> {
        self.own.iter().filter(move |rule| rule.class.name == class)
    }

    /// The floors of one class.
    pub fn floors_of(&self, class: &str) -> impl Iterator<Item = &Rule> {
        self.floors.iter().filter(move |rule| rule.class.name == class)
    }

    /// Whether dates in this container depend on which of its classes hold anything: where the law keeps one of them.
    pub fn ask_what_is_held(&self, container: &str) -> bool {
        let asks = |rules: &Self| {
            rules.row_of(container).is_some() && rules.floors.iter().any(|rule| rule.container.name == container)
        };
        asks(self) || self.earlier.iter().any(|(_, rules)| asks(rules))
    }

    /// The class whose rows stand for a container.
    pub(super) fn row_of(&self, container: &str) -> Option<&'static Class> {
        self.rows.iter().map(|(row, _)| *row).find(|row| row.container == container)
    }

    pub(super) fn siblings(&self, row: &Class) -> impl Iterator<Item = &'static Class> {
        let of_row = self.rows.iter().filter(|(known, _)| known.name == row.name);
        of_row.flat_map(|(_, others)| others.iter().copied())
    }
}

/// A class that nothing ever ends for people in a role: the statement has no period that can reach it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The class.
    pub class: &'static str,
    /// The role; `None` where it is about nobody's role.
    pub role: Option<String>,
}

/// Classes that no period of the plan ever ends: what is in them would stay for good.
///
/// In the own file it is asked for each role; elsewhere it is enough that one period reaches the class.
pub fn gaps(plan: &Plan, inventory: &Inventory) -> Vec<Gap> {
    let rules = Rules::new(plan, inventory);
    let mut gaps = Vec::new();
    for class in inventory.classes().filter(|class| inventory.items_of(class.name).next().is_some()) {
        if class.container == PERSON {
            let ends = |role: &str| {
                rules.ceilings_of(class.name).any(|rule| rule.keep.of.as_deref().is_none_or(|of| of == role))
            };
            let missed = plan.roles().iter().filter(|role| !ends(&role.key));
            gaps.extend(missed.map(|role| Gap { class: class.name, role: Some(role.key.clone()) }));
        } else if rules.ceilings_of(class.name).next().is_none() {
            gaps.push(Gap { class: class.name, role: None });
        }
    }
    gaps
}

/// Whether a class holds the row that stands for its container: without it nobody finds or reads the rest.
pub fn holds_container_row(inventory: &Inventory, class: &Class) -> bool {
    let own = inventory.container(class.container).and_then(|container| inventory.table(container.table));
    own.is_some_and(|table| table.class == Some(class.name))
}

/// The statement's categories that a class holds items of.
pub fn categories_of(plan: &Plan, inventory: &Inventory, class: &Class) -> Vec<String> {
    let mut categories: Vec<_> = inventory
        .items_of(class.name)
        .filter_map(|item| plan.category_of(item))
        .map(|category| category.key.clone())
        .collect();
    categories.sort();
    categories.dedup();
    categories
}

/// A period that hangs on a consent makes room beside another ceiling. Nobody can give that consent yet, so the other
/// one holds; where there is no other, the period holds as it stands.
fn has_plain_ceiling(plan: &Plan, categories: &[String], beside: &Keep) -> bool {
    plan.keeps().iter().any(|keep| {
        !keep.floor
            && keep.consent.is_none()
            && (keep.of.is_none() || keep.of == beside.of)
            && categories.iter().any(|category| keep.what.covers(category) && beside.what.covers(category))
    })
}

/// How an event reaches a class: by the container itself, or by the people with whom the class goes. A rule `of` a role
/// reaches it only through the part that goes with the role.
fn vias(
    inventory: &Inventory,
    class: &'static Class,
    container: &Container,
    keep: &Keep,
    part: Option<&str>,
) -> Vec<Via> {
    let Some(event) = inventory.event(&keep.after) else { return Vec::new() };
    let mut parties = class.goes_with.iter().filter(|party| is_part_of_role(party, part)).peekable();
    if keep.of.is_some() && parties.peek().is_none() {
        return Vec::new();
    }
    if event.about.contains(&container.name) {
        return vec![Via::Container];
    }
    if event.about.contains(&PERSON) {
        return parties.map(|party| Via::Party(party)).collect();
    }
    Vec::new()
}

/// Whether somebody plays `party` in a role whose archetype plays `part`; parts that are no archetype's, such as
/// `self`, are played in any role.
pub(super) fn is_part_of_role(party: &str, part: Option<&str>) -> bool {
    Archetype::from_key(party).is_none() || part.is_none_or(|part| part == party)
}
