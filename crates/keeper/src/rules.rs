//! The statement's periods, class by class: which events end what.

use std::collections::BTreeMap;

use access::Resource;
use jiff::tz::TimeZone;
use kernel::{
    Archetype, Inventory, PersonId, Timestamp, Uuid,
    id::Id as _,
    manifest::{Class, Container},
};
use statement::{Keep, Plan};
use store::derived::Via;

/// One period at work on one class.
#[derive(Clone, Debug)]
pub(crate) struct Rule {
    pub(crate) keep: Keep,
    pub(crate) class: &'static Class,
    pub(crate) container: &'static Container,
    pub(crate) via: Via,
    /// The part that goes with the role of a rule `of` one: its archetype's word.
    pub(crate) part: Option<&'static str>,
}

impl Rule {
    /// The latest event that is due at `now`.
    pub(crate) fn cutoff(&self, now: Timestamp, zone: &TimeZone) -> Timestamp {
        statement::calendar::cutoff(self.keep.period, now, zone)
    }

    pub(crate) fn due(&self, at: Timestamp, zone: &TimeZone) -> Timestamp {
        self.keep.due(at, zone)
    }
}

/// All periods at work, on everything that is stored.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rules {
    pub(crate) ceilings: Vec<Rule>,
    pub(crate) floors: Vec<Rule>,
}

impl Rules {
    pub(crate) fn new(plan: &Plan, inventory: &Inventory) -> Self {
        let mut rules = Self::default();
        for class in inventory.classes() {
            let Some(container) = inventory.container(class.container) else { continue };
            let categories = categories_of(plan, inventory, class);
            let keeps: Vec<_> = plan
                .keeps()
                .iter()
                .filter(|keep| categories.iter().any(|category| keep.what.covers(category)))
                .filter(|keep| keep.consent.is_none() || !has_plain_ceiling(plan, &categories, keep))
                .collect();
            for keep in keeps {
                let part = keep.of.as_ref().and_then(|of| plan.role(of)).map(|role| role.archetype.key());
                for via in vias(inventory, class, container, keep, part) {
                    let rule = Rule { keep: keep.clone(), class, container, via, part };
                    if keep.floor { rules.floors.push(rule) } else { rules.ceilings.push(rule) }
                }
            }
        }
        // The file of a person comes last: roles are read from it while the rest is looked for.
        rules.ceilings.sort_by_key(|rule| rule.container.name == Resource::PERSON);
        rules
    }

    pub(crate) fn ceilings_of(&self, class: &str) -> impl Iterator<Item = &Rule> {
        self.ceilings.iter().filter(move |rule| rule.class.name == class)
    }

    pub(crate) fn floors_of(&self, class: &str) -> impl Iterator<Item = &Rule> {
        self.floors.iter().filter(move |rule| rule.class.name == class)
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
        if class.container == Resource::PERSON {
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
pub(crate) fn holds_container_row(inventory: &Inventory, class: &Class) -> bool {
    let own = inventory.container(class.container).and_then(|container| inventory.table(container.table));
    own.is_some_and(|table| table.class == Some(class.name))
}

/// The statement's categories that a class holds items of.
pub(crate) fn categories_of(plan: &Plan, inventory: &Inventory, class: &Class) -> Vec<String> {
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
    if event.about.contains(&Resource::PERSON) {
        return parties.map(|party| Via::Party(party)).collect();
    }
    Vec::new()
}

/// Whether somebody plays `party` in a role whose archetype plays `part`; parts that are no archetype's, such as
/// `self`, are played in any role.
fn is_part_of_role(party: &str, part: Option<&str>) -> bool {
    Archetype::from_key(party).is_none() || part.is_none_or(|part| part == party)
}

/// What is known of a container when its date is asked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known {
    /// Who plays which part.
    pub(crate) parties: Vec<(&'static str, PersonId)>,
    /// Events by subject: the container, and the people in it.
    pub(crate) events: BTreeMap<Uuid, Vec<(String, Timestamp)>>,
    /// Role keys by person; absent or empty where they are gone already.
    pub(crate) roles: BTreeMap<Uuid, Vec<String>>,
}

impl Known {
    fn event(&self, subject: Uuid, name: &str) -> Option<Timestamp> {
        self.events.get(&subject)?.iter().find(|(event, _)| event == name).map(|(_, at)| *at)
    }

    /// The event from which a rule runs for `holder`; the latest where several people play the part.
    pub(crate) fn trigger(&self, rule: &Rule, holder: Uuid) -> Option<Timestamp> {
        match rule.via {
            Via::Container => self.event(holder, &rule.keep.after),
            Via::Party(part) => {
                let players = self.parties.iter().filter(|(played, _)| *played == part);
                players.filter_map(|(_, person)| self.event(person.uuid(), &rule.keep.after)).max()
            }
        }
    }

    /// Whether a rule `of` a role speaks of this container: of somebody with whom its class goes, in the part that goes
    /// with the role. In the own file it is asked role by role, see [`Rules::verdict`].
    ///
    /// Where roles are gone with an earlier period, the rule holds: nothing outlives everyone's date.
    pub(crate) fn concerns(&self, rule: &Rule) -> bool {
        let Some(of) = &rule.keep.of else { return true };
        let with = match rule.via {
            Via::Party(part) => vec![part],
            Via::Container => rule.class.goes_with.to_vec(),
        };
        let mut people = self.parties.iter().filter(|(part, _)| with.contains(part)).peekable();
        people.peek().is_none()
            || people.any(|(part, person)| {
                is_part_of_role(part, rule.part) && self.roles_of(*person).is_none_or(|roles| roles.contains(of))
            })
    }

    /// `None` when nothing is known any longer.
    fn roles_of(&self, person: PersonId) -> Option<&[String]> {
        self.roles.get(&person.uuid()).map(Vec::as_slice).filter(|roles| !roles.is_empty())
    }

    /// The roles of whose file this is.
    fn own_roles(&self) -> &[String] {
        let own = self.parties.iter().find(|(part, _)| *part == Resource::SELF);
        own.and_then(|(_, person)| self.roles_of(*person)).unwrap_or_default()
    }
}

/// When something goes.
#[derive(Clone, Debug)]
pub(crate) struct Verdict<'a> {
    /// The date by a ceiling whose event has happened: the first instant at which it may no longer be held.
    pub(crate) due: Option<(Timestamp, &'a Rule)>,
    /// What keeps it longer by law: until then, or (`None`) for as long as the floor's event has not happened.
    pub(crate) floor: Option<(Option<Timestamp>, &'a Rule)>,
    /// The ceiling that will run, when none runs yet.
    pub(crate) waits: Option<&'a Rule>,
}

impl Rules {
    /// The earliest ceiling wins; a floor holds it back.
    ///
    /// The file of somebody with several roles is needed for each of them: each role has its earliest ceiling, and the
    /// file goes with the last. A participant of years ago who coaches today keeps the account.
    pub(crate) fn verdict<'a>(&'a self, class: &str, holder: Uuid, known: &Known, zone: &TimeZone) -> Verdict<'a> {
        let ceilings: Vec<_> = self.ceilings_of(class).filter(|rule| known.concerns(rule)).collect();
        let dated = |role: Option<&String>| {
            let of_role = ceilings
                .iter()
                .filter(|rule| role.is_none() || rule.keep.of.is_none() || rule.keep.of.as_ref() == role);
            of_role
                .filter_map(|rule| Some((rule.due(known.trigger(rule, holder)?, zone), *rule)))
                .min_by_key(|(due, _)| *due)
        };
        let due = match known.own_roles() {
            [] | [_] => dated(None),
            several => several
                .iter()
                .map(|role| dated(Some(role)))
                .collect::<Option<Vec<_>>>()
                .and_then(|each| each.into_iter().max_by_key(|(due, _)| *due)),
        };
        let floor = self
            .floors_of(class)
            .filter(|rule| known.concerns(rule))
            .filter_map(|rule| {
                let until = known.trigger(rule, holder).map(|at| rule.due(at, zone));
                // While a trajectory runs, the law that counts from its end holds it, too. Of a person an event that has
                // not happened says nothing: it may never.
                let runs = matches!(rule.via, Via::Container) && rule.container.name != Resource::PERSON;
                Some((until, rule)).filter(|_| until.is_some() || (runs && due.is_none()))
            })
            .max_by_key(|(until, _)| until.unwrap_or(Timestamp::MAX));
        let running = |rule: &&Rule| known.trigger(rule, holder).is_some();
        let waits = if due.is_some() {
            None
        } else {
            ceilings.iter().find(|rule| !running(rule)).or(ceilings.first()).copied()
        };
        Verdict { due, floor, waits }
    }
}

/// A person's role in the sense of the inventory: where `person.role` stands.
pub(crate) const ROLE_ITEM: &str = "person.role";
