//! Who stands on which version of the statement, and what that means for a decision (X7).

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, PoisonError, RwLock},
};

use kernel::{Actor, Inventory, PersonId};
use statement::{Plan, dates::Rules};

use crate::{Access, AccessError, Resource};

/// The statement's versions at work in one organisation, and what each person has chosen.
///
/// The store keeps it in step with what is committed. Decisions and dates look here for themselves: what a newer version
/// widens does not reach whoever has not accepted it, and nobody who asks for a decision can forget that.
#[derive(Default)]
pub struct Choices(RwLock<State>);

#[derive(Default)]
struct State {
    /// The version in force.
    in_force: u32,
    /// Published versions that are not in force yet, in order.
    waiting: Vec<u32>,
    /// The version that somebody accepted last; whoever is absent came under the one in force.
    people: HashMap<PersonId, u32>,
    /// Earlier versions on which somebody stands.
    earlier: BTreeMap<u32, Arc<Earlier>>,
}

/// An earlier version of the statement, for those who have not accepted a later one.
pub struct Earlier {
    number: u32,
    plan: Arc<Plan>,
    rules: Arc<Rules>,
    pub(crate) access: Access,
}

impl Earlier {
    /// Compiles the decisions and dates of an earlier version. Of what the program only stores since then it says nothing.
    ///
    /// # Errors
    /// When the plan and the inventory make no decisions together.
    pub fn new(number: u32, plan: Plan, inventory: &Inventory) -> Result<Self, AccessError> {
        let (access, rules) = (Access::of_earlier(&plan, inventory)?, Rules::new(&plan, inventory));
        Ok(Self { number, plan: Arc::new(plan), rules: Arc::new(rules), access })
    }

    pub(crate) fn access(&self) -> &Access {
        &self.access
    }

    /// Its number.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// The statement as it was.
    pub fn plan(&self) -> &Arc<Plan> {
        &self.plan
    }
}

impl Choices {
    /// Another version is in force: what each person accepted last, and the earlier versions that are still stood on.
    pub fn begin(&self, in_force: u32, waiting: Vec<u32>, people: HashMap<PersonId, u32>, earlier: Vec<Earlier>) {
        let earlier = earlier.into_iter().map(|earlier| (earlier.number, Arc::new(earlier))).collect();
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = State { in_force, waiting, people, earlier };
    }

    /// A version was published and waits for its day.
    pub fn publish(&self, version: u32) {
        let mut state = self.0.write().unwrap_or_else(PoisonError::into_inner);
        state.waiting.push(version);
        state.waiting.sort_unstable();
        state.waiting.dedup();
    }

    /// A person accepts a version.
    pub fn choose(&self, person: PersonId, version: u32) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).people.insert(person, version);
    }

    /// A person is gone.
    pub fn forget(&self, person: PersonId) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).people.remove(&person);
    }

    /// The version on which a person stands, and the one about which the person has to choose next.
    pub fn asks(&self, person: PersonId) -> Option<(u32, u32)> {
        let state = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let own = state.people.get(&person).copied().unwrap_or(state.in_force);
        let next = if own < state.in_force {
            Some(state.in_force)
        } else {
            state.waiting.iter().copied().find(|version| *version > own)
        };
        next.map(|next| (own, next))
    }

    /// The version on which a person stands who has not accepted the one in force.
    pub fn earlier_of(&self, person: PersonId) -> Option<u32> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).earlier_of(person)
    }

    /// The rules of the earlier versions on which people stand, for the dates of what goes with them.
    pub fn rules(&self) -> Vec<(u32, Arc<Rules>)> {
        let state = self.0.read().unwrap_or_else(PoisonError::into_inner);
        state.earlier.values().map(|earlier| (earlier.number, Arc::clone(&earlier.rules))).collect()
    }

    /// An earlier version on which people stand.
    pub fn earlier(&self, version: u32) -> Option<Arc<Earlier>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).earlier.get(&version).map(Arc::clone)
    }

    /// The earlier versions that must allow what is done to a container, too: those on which others than the actor stand
    /// who play a part in it. What people do with their own is no use that anybody makes of it.
    pub(crate) fn on(&self, about: &Resource, actor: &Actor) -> Vec<Arc<Earlier>> {
        let state = self.0.read().unwrap_or_else(PoisonError::into_inner);
        if state.earlier.is_empty() {
            return Vec::new();
        }
        let me = if let Actor::Member(member) = actor { Some(member.id) } else { None };
        let others = about.parties.iter().map(|(_, person)| *person).filter(|person| Some(*person) != me);
        let mut versions: Vec<_> = others.filter_map(|person| state.earlier_of(person)).collect();
        versions.sort_unstable();
        versions.dedup();
        versions.iter().filter_map(|version| state.earlier.get(version).map(Arc::clone)).collect()
    }

    /// Every earlier version on which anybody still stands.
    pub(crate) fn all(&self) -> Vec<Arc<Earlier>> {
        let state = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let is_stood_on = |earlier: &&Arc<Earlier>| state.people.values().any(|own| *own == earlier.number);
        state.earlier.values().filter(is_stood_on).map(Arc::clone).collect()
    }
}

impl State {
    fn earlier_of(&self, person: PersonId) -> Option<u32> {
        self.people.get(&person).copied().filter(|own| *own < self.in_force)
    }
}

impl std::fmt::Debug for Choices {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Choices").finish_non_exhaustive()
    }
}
