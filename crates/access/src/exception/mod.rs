//! What opens by exception only: a technician who mends a problem, and data that leaves for somebody outside.
//!
//! Both stand in the statement (`break-glass`, `disclose`) and are compiled to policies like all else. A decision is
//! made item by item, and heeds what was asked for, who agreed, and how long ago.

mod policies;

use std::{collections::HashMap, str::FromStr as _};

use cedar_policy::{Authorizer, Context, Decision, Entities, EntityId, EntityUid, Request, RestrictedExpression};
use kernel::{
    Actor, Inventory, PersonId, Scope, Uuid,
    jiff::SignedDuration,
    manifest::{Action, Container},
};
use statement::plan::Period;

use crate::{
    Access, AccessError, Grant, Refused, Resource, access::Prepared, compile::PolicyText, restrictions::Standing,
    rules::Rules,
};

pub(crate) use policies::schema;
#[cfg(any(test, feature = "proofs"))]
pub(crate) use policies::{WHILE_RESTRICTED, spared};

/// Something that was asked for by exception, with all that a decision about it depends on.
#[derive(Clone, Debug)]
pub struct Exception {
    /// Its record: the access log names it with every look.
    pub id: Uuid,
    /// The declared action in whose name it opens.
    pub action: &'static Action,
    /// Who asked.
    pub asker: PersonId,
    /// What for.
    pub over: Over,
    /// How many people agree.
    pub agreed: u32,
    /// Seconds since enough of them did.
    pub age: i64,
    /// It was declined, ended early or used up.
    pub ended: bool,
}

/// What an exception is over.
#[derive(Clone, Debug)]
pub enum Over {
    /// One container, under a `break-glass` clause.
    Container(Uuid),
    /// What is held of one person, under a `disclose` clause.
    Person {
        /// Whose data.
        person: PersonId,
        /// The ground, in the statement's word.
        ground: String,
        /// Whether this person agreed to this very disclosure.
        consented: bool,
    },
}

impl Over {
    const fn door(&self) -> Door {
        match self {
            Self::Container(_) => Door::BreakGlass,
            Self::Person { .. } => Door::Disclosure,
        }
    }
}

/// The doors that open by exception.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Door {
    /// Reading, to mend a problem.
    BreakGlass,
    /// Handing over to somebody outside.
    Disclosure,
}

impl Door {
    pub(crate) const ALL: [Self; 2] = [Self::BreakGlass, Self::Disclosure];

    const fn key(self) -> &'static str {
        match self {
            Self::BreakGlass => "break-glass",
            Self::Disclosure => "disclosure",
        }
    }

    /// The name of its action on a kind of container; a slice's own names have no colon.
    pub(crate) fn action(self, container: &str) -> String {
        format!("{}:{container}", self.key())
    }
}

/// How long what two people agreed to may be handed over, in seconds: three days.
pub const HANDING_OVER: i64 = 3 * 86_400;

/// How long what a clause opens stays open, a month as thirty days.
pub fn lasting(period: Period) -> SignedDuration {
    SignedDuration::from_secs(crate::rules::seconds(period))
}

/// The policies of both doors, for each kind of container.
pub(crate) type Doors = HashMap<(Door, &'static str), Prepared>;

/// The containers that can be opened by exception: those in which people play parts.
pub(crate) fn containers(inventory: &Inventory) -> impl Iterator<Item = &'static Container> {
    inventory.containers().filter(|container| !container.parties.is_empty())
}

/// What containers of one kind hold, item by item.
pub(crate) fn items(inventory: &Inventory, container: &Container) -> Vec<&'static str> {
    let mut items: Vec<_> = inventory
        .classes()
        .filter(|class| class.container == container.name)
        .flat_map(|class| inventory.items_of(class.name))
        .collect();
    items.sort_unstable();
    items.dedup();
    items
}

/// Compiles the statement's exceptions.
pub(crate) fn compile(rules: &Rules, inventory: &Inventory) -> Result<(Doors, Vec<PolicyText>), AccessError> {
    let (mut doors, mut texts) = (Doors::new(), Vec::new());
    for container in containers(inventory) {
        let items = items(inventory, container);
        for door in Door::ALL {
            let own = policies::of(rules, door, container, &items);
            let prepared = crate::access::prepare_exception(&door.action(container.name), container.name, &own)?;
            doors.insert((door, container.name), prepared);
            texts.extend(own);
        }
    }
    Ok((doors, texts))
}

impl Access {
    /// Decides which of `wanted` in a container an exception opens to the scope's actor. The grant holds just these.
    ///
    /// # Errors
    /// When it opens none of them.
    pub fn decide_by_exception(
        &self,
        scope: &Scope,
        exception: &Exception,
        about: &Resource,
        wanted: &[&'static str],
    ) -> Result<Grant, Refused> {
        let name = exception.action.name;
        if !self.is_own(scope) {
            return Err(Refused::other_organisation());
        }
        if !self.doors().contains_key(&(exception.over.door(), about.container)) {
            return Err(Refused::unknown(name));
        }
        if self.owes_undertaking(scope, about) {
            return Err(Refused::undertaking(name));
        }
        // Whoever has not accepted a version is not touched by what it widens: the earlier one must open it, too (X7).
        let (standing, earlier) = (self.standing(about), self.choices().on(about, &scope.actor));
        let opens = |item: &&&'static str| {
            let all = std::iter::once(self).chain(earlier.iter().map(|earlier| earlier.access()));
            all.into_iter()
                .all(|access| access.opens(scope, exception, about, (&standing, item)) == Some(Decision::Allow))
        };
        let items: Vec<&'static str> = wanted.iter().filter(opens).copied().collect();
        match items.as_slice() {
            [] => Err(Refused::policy(name).noting(scope, name, about)),
            _ => Ok(Grant::new(name, about.clone(), scope, items).by_exception(exception.id)),
        }
    }

    fn opens(
        &self,
        scope: &Scope,
        exception: &Exception,
        about: &Resource,
        (standing, item): (&Standing, &str),
    ) -> Option<Decision> {
        let Actor::Member(member) = &scope.actor else { return None };
        let prepared = self.doors().get(&(exception.over.door(), about.container))?;
        let (person, container) = (self.member(member)?, self.container(about, standing)?);
        let (principal, resource) = (person.uid(), container.uid());
        let context = self.context(exception, about, item)?;
        let entities = Entities::from_entities([person, container], None).ok()?;
        let request = Request::new(principal, prepared.uid.clone(), resource, context, None).ok()?;
        let response = Authorizer::new().is_authorized(&request, &prepared.policies, &entities);
        response.diagnostics().errors().next().is_none().then(|| response.decision())
    }

    fn context(&self, exception: &Exception, about: &Resource, item: &str) -> Option<Context> {
        let text = |text: &str| RestrictedExpression::new_string(text.to_owned());
        let mut pairs = vec![
            ("item", text(item)),
            ("asker", RestrictedExpression::new_entity_uid(self.member_uid(exception.asker))),
            ("agreed", RestrictedExpression::new_long(exception.agreed.into())),
            ("age", RestrictedExpression::new_long(exception.age)),
            ("ended", RestrictedExpression::new_bool(exception.ended)),
        ];
        match &exception.over {
            Over::Container(id) => {
                let kind = cedar_policy::EntityTypeName::from_str(&crate::compile::type_name(about.container)).ok()?;
                let over = EntityUid::from_type_name_and_id(kind, EntityId::new(id.to_string()));
                pairs.push(("over", RestrictedExpression::new_entity_uid(over)));
            }
            Over::Person { person, ground, consented } => {
                pairs.push(("over", RestrictedExpression::new_entity_uid(self.member_uid(*person))));
                pairs.push(("ground", text(ground)));
                pairs.push(("consented", RestrictedExpression::new_bool(*consented)));
            }
        }
        Context::from_pairs(pairs.into_iter().map(|(name, value)| (name.to_owned(), value))).ok()
    }
}
