//! Decisions.

use std::{
    collections::{HashMap, HashSet},
    str::FromStr as _,
    sync::Arc,
};

use cedar_policy::{
    Authorizer, Context, Decision, Entities, Entity, EntityId, EntityTypeName, EntityUid, Policy, PolicyId, PolicySet,
    Request, RestrictedExpression, Schema, ValidationMode, Validator,
};
use kernel::{
    Actor, Archetype, Inventory, Member, OrganisationKey, Scope,
    id::Id as _,
    manifest::{Action, By, Job},
};

use statement::Plan;

use crate::{
    Acceptances, Choices, Grant, Refused, Resource, Restrictions,
    compile::{self, PolicyText, SchemaText},
    exception,
    remembered::{Remembered, Shape, What},
    restrictions::Standing,
    rules::{self, Rules},
    undertakings::Undertakings,
};

/// The plan and the inventory make no decisions together.
#[derive(Debug, thiserror::Error)]
pub enum AccessError {
    /// A job asks for what no job may handle.
    #[error("the job {job} handles {item}, which is content: a job never reads content")]
    Content {
        /// The job.
        job: &'static str,
        /// The item.
        item: &'static str,
    },
    /// The policies do not fit the schema: a fault of this room.
    #[error("the access policies are at fault: {0}")]
    Policies(String),
}

/// One organisation's decisions.
///
/// Per action only that action's own policies are evaluated. What the policies say in words:
///
/// - an action is for the circle that its declaration names, in the states that it names;
/// - for each category that it shows, the one who acts must hold a role that reads this category, standing as close to
///   the container as the statement asks; a role that *never* reads it gives no view of it;
/// - what is under seal and under secrecy is for the parties of its container only: no list shows it;
/// - everybody may see the own file;
/// - while a person restricts the use of their data (GDPR Art. 18), nobody writes where that person is a party, and what
///   is the person's own is read by nobody else, but for an officer by an officer's action;
/// - what a person has not accepted yet is done to nothing in which that person plays a part, unless the version that the
///   person accepted last allows it, too (X7);
/// - what opens by exception ([`Exception`](crate::Exception)) has policies of its own, of the statement's clauses;
/// - a job does nothing but what its own manifest declares, and no content is in that.
///
/// And beside the policies: whoever has not accepted what the own role promises (`undertaking`) is shown nothing of
/// others.
pub struct Access {
    schema: String,
    actions: HashMap<&'static str, Prepared>,
    jobs: HashMap<&'static str, Prepared>,
    doors: exception::Doors,
    types: HashMap<&'static str, ContainerType>,
    texts: Vec<PolicyText>,
    guest: EntityUid,
    member_type: EntityTypeName,
    job_type: EntityTypeName,
    organisation: Option<OrganisationKey>,
    restrictions: Arc<Restrictions>,
    undertakings: Undertakings,
    acceptances: Arc<Acceptances>,
    choices: Arc<Choices>,
    remembered: Remembered,
    #[cfg(any(test, feature = "proofs"))]
    cedar: Schema,
    #[cfg(any(test, feature = "proofs"))]
    pub(crate) rules: Rules,
    #[cfg(any(test, feature = "proofs"))]
    held: HashMap<&'static str, Vec<&'static str>>,
}

/// An action with its slice of the policies, ready to be evaluated.
pub(crate) struct Prepared {
    pub(crate) uid: EntityUid,
    pub(crate) container: Option<&'static str>,
    pub(crate) policies: PolicySet,
    #[cfg(any(test, feature = "proofs"))]
    pub(crate) items: Vec<&'static str>,
    #[cfg(any(test, feature = "proofs"))]
    pub(crate) public: bool,
    #[cfg(any(test, feature = "proofs"))]
    pub(crate) kind: Option<kernel::manifest::ActionKind>,
}

struct ContainerType {
    name: EntityTypeName,
    parties: Vec<(&'static str, String)>,
    owners: Vec<&'static str>,
}

impl Access {
    /// Compiles a plan's reading rules and the inventory's actions to policies, and checks that they fit together.
    pub fn new(plan: &Plan, inventory: &Inventory) -> Result<Self, AccessError> {
        let undertakings = Undertakings::of(plan, inventory);
        Ok(Self { undertakings, ..Self::from_rules(&Rules::new(plan, inventory), inventory)? })
    }

    /// The same for an earlier version of the statement. What it does not name was not held when it was accepted, so it
    /// forbids nothing of that.
    pub(crate) fn of_earlier(plan: &Plan, inventory: &Inventory) -> Result<Self, AccessError> {
        Self::from_rules(&Rules { is_earlier: true, ..Rules::new(plan, inventory) }, inventory)
    }

    pub(crate) fn from_rules(rules: &Rules, inventory: &Inventory) -> Result<Self, AccessError> {
        let content = rules::shared_content(inventory);
        for job in inventory.jobs() {
            if let Some(item) = job.handles.iter().find(|item| content.contains(**item)) {
                return Err(AccessError::Content { job: job.name, item });
            }
        }
        let schema = SchemaText::of(inventory);
        let mut texts = Vec::new();
        let mut actions = HashMap::new();
        for action in inventory.actions() {
            let Some(container) = inventory.container(action.container) else { continue };
            let own = compile::action_policies(rules, container, action);
            actions.insert(action.name, prepare(action.name, Some(action), &own)?);
            texts.extend(own);
        }
        let mut jobs = HashMap::new();
        for job in inventory.jobs() {
            let own = compile::job_policy(job);
            jobs.insert(job.name, prepare(&compile::job_action(job.name), None, std::slice::from_ref(&own))?);
            texts.push(own);
        }
        let (doors, own) = exception::compile(rules, inventory)?;
        texts.extend(own);
        let access = Self {
            doors,
            types: types(inventory)?,
            guest: uid("Guest", "guest")?,
            member_type: EntityTypeName::from_str("Member").map_err(fault)?,
            job_type: EntityTypeName::from_str("Job").map_err(fault)?,
            organisation: None,
            restrictions: Arc::default(),
            undertakings: Undertakings::default(),
            acceptances: Arc::default(),
            choices: Arc::default(),
            remembered: Remembered::default(),
            #[cfg(any(test, feature = "proofs"))]
            cedar: Schema::from_cedarschema_str(&schema.whole()).map_err(fault)?.0,
            #[cfg(any(test, feature = "proofs"))]
            rules: rules.clone(),
            #[cfg(any(test, feature = "proofs"))]
            held: exception::containers(inventory)
                .map(|container| (container.name, exception::items(inventory, container)))
                .collect(),
            schema: schema.whole(),
            actions,
            jobs,
            texts,
        };
        access.validate(&schema)?;
        Ok(access)
    }

    /// Binds the decisions to one organisation: a scope of any other is refused (I13).
    #[must_use]
    pub fn within(self, organisation: OrganisationKey) -> Self {
        Self { organisation: Some(organisation), ..self }
    }

    /// Binds the decisions to what people of the organisation restrict: the store's own register.
    #[must_use]
    pub fn heeding(self, restrictions: Arc<Restrictions>) -> Self {
        Self { restrictions, ..self }
    }

    /// Binds the decisions to what staff of the organisation have accepted: the store's own register.
    #[must_use]
    pub fn trusting(self, acceptances: Arc<Acceptances>) -> Self {
        Self { acceptances, ..self }
    }

    /// When a person accepted a text; `None` when that has not happened.
    pub fn accepted(&self, person: kernel::PersonId, text: &crate::TextHash) -> Option<kernel::Timestamp> {
        self.acceptances.at(person, text)
    }

    /// Binds the decisions to what people of the organisation have chosen: the store's own register.
    #[must_use]
    pub fn with_choices(self, choices: Arc<Choices>) -> Self {
        Self { choices, ..self }
    }

    /// Whether a party of the container has restricted the use of the own data, so that nobody writes in it.
    pub fn is_paused(&self, about: &Resource) -> bool {
        self.standing(about).paused
    }

    /// Decides whether the scope's actor may do `action` to `about`.
    pub fn decide(&self, scope: &Scope, action: &'static Action, about: &Resource) -> Result<Grant, Refused> {
        self.judge(scope, self.actions.get(action.name), What::Action(action.name), about)
            .map_err(|refused| refused.noting(scope, action.name, about))?;
        if self.awaits_undertaking(scope, action, about) {
            return Err(Refused::undertaking(action.name));
        }
        let items = action.discloses.iter().chain(action.writes).copied();
        let officers = By::Archetype(Archetype::Officer);
        let as_officer =
            action.by.contains(&officers) && scope.member().is_some_and(|member| member.is(Archetype::Officer));
        let grant = Grant::new(action.name, about.clone(), scope, items).given_to_officer(as_officer);
        Ok(grant.sparing(&self.choices, self.unaccepted(scope, What::Action(action.name), about)))
    }

    /// The same answer, to show or hide a button, and to tell who reads something; no grant comes of it. It does not ask
    /// who has accepted an undertaking: whoever presses the button is led there first.
    pub fn would_allow(&self, scope: &Scope, action: &'static Action, about: &Resource) -> bool {
        self.judge(scope, self.actions.get(action.name), What::Action(action.name), about).is_ok()
    }

    /// Whether `action` would show anything of the container `of`: the same answer for the container itself; for a list of
    /// the organisation also whether a party of `of` is spared in it.
    pub fn would_show(&self, scope: &Scope, action: &'static Action, of: &Resource) -> bool {
        if action.container == of.container {
            return self.would_allow(scope, action, of);
        }
        let list = Resource::organisation();
        if action.container != list.container || !self.would_allow(scope, action, &list) {
            return false;
        }
        let unaccepted = self.unaccepted(scope, What::Action(action.name), &list);
        let spared = |person| self.choices.earlier_of(person).is_some_and(|version| unaccepted.contains(&version));
        unaccepted.is_empty() || !of.parties.iter().any(|(_, person)| spared(*person))
    }

    /// A named job's grant to handle what its manifest declares, such as an address to send a mail to; never content.
    pub fn decide_job(&self, scope: &Scope, job: &'static Job, about: &Resource) -> Result<Grant, Refused> {
        self.judge(scope, self.jobs.get(job.name), What::Job(job.name), about)
            .map_err(|refused| refused.noting(scope, job.name, about))?;
        Ok(Grant::new(job.name, about.clone(), scope, job.handles.iter().copied()))
    }

    /// The policies as Cedar text, each after the rule or clause that it comes from.
    pub fn policies(&self) -> String {
        self.texts.iter().map(|policy| policy.text.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// The policies of one action, as Cedar text; empty when the inventory does not know it.
    pub fn policies_of(&self, action: &str) -> String {
        let own = self.texts.iter().filter(|policy| policy.id.split('/').next() == Some(action));
        own.map(|policy| policy.text.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// The Cedar schema that the policies are validated against.
    pub fn schema(&self) -> &str {
        &self.schema
    }

    fn judge(&self, scope: &Scope, prepared: Option<&Prepared>, what: What, about: &Resource) -> Result<(), Refused> {
        let prepared = prepared.ok_or_else(|| Refused::unknown(what.name()))?;
        if !self.is_own(scope) {
            return Err(Refused::other_organisation());
        }
        if prepared.container.is_some_and(|container| container != about.container) {
            return Err(Refused::other_container());
        }
        let standing = self.standing(about);
        if self.allows(scope, prepared, what, about, &standing) {
            let accepted = self.choices.on(about, &scope.actor);
            let accepted = accepted.iter().all(|earlier| earlier.access.permits(scope, what, about, &standing));
            return if accepted { Ok(()) } else { Err(Refused::undecided(what.name())) };
        }
        // Who would otherwise be let in is told that it is paused; to all others it looks like absence.
        let otherwise = standing.paused && self.allows(scope, prepared, what, about, &Standing::default());
        Err(if otherwise { Refused::paused(what.name()) } else { Refused::policy(what.name()) })
    }

    /// Whether this would show something of others to somebody who has not accepted what the own role promises. What is
    /// one's own, and what shows nothing, stays open.
    fn awaits_undertaking(&self, scope: &Scope, action: &Action, about: &Resource) -> bool {
        !action.discloses.is_empty() && self.owes_undertaking(scope, about)
    }

    /// Whether the actor has not accepted what the own role promises, and this is not the actor's own.
    pub(crate) fn owes_undertaking(&self, scope: &Scope, about: &Resource) -> bool {
        let Some(member) = scope.member() else { return false };
        let is_own = about.parties.iter().any(|(part, person)| *part == Resource::SELF && *person == member.id);
        !is_own && self.undertakings.are_open(member, &self.acceptances)
    }

    /// Whether these policies alone permit it.
    fn permits(&self, scope: &Scope, what: What, about: &Resource, standing: &Standing) -> bool {
        let prepared = match what {
            What::Action(name) => self.actions.get(name),
            What::Job(name) => self.jobs.get(name),
        };
        prepared.is_some_and(|prepared| self.allows(scope, prepared, what, about, standing))
    }

    /// The earlier versions, stood on by people, that do not permit what is done to a list of the organisation: of those
    /// people it shows nothing.
    fn unaccepted(&self, scope: &Scope, what: What, about: &Resource) -> Vec<u32> {
        if about.container != Resource::ORGANISATION {
            return Vec::new();
        }
        let earlier = self.choices.all();
        let refusing =
            earlier.iter().filter(|earlier| !earlier.access.permits(scope, what, about, &Standing::default()));
        refusing.map(|earlier| earlier.number()).collect()
    }

    fn allows(&self, scope: &Scope, prepared: &Prepared, what: What, about: &Resource, standing: &Standing) -> bool {
        let shape = Shape::of(what, &scope.actor, about, standing);
        self.remembered
            .or_find(shape, || self.evaluate(&scope.actor, prepared, about, standing) == Some(Decision::Allow))
    }

    pub(crate) fn doors(&self) -> &exception::Doors {
        &self.doors
    }

    pub(crate) fn choices(&self) -> &Choices {
        &self.choices
    }

    pub(crate) fn is_own(&self, scope: &Scope) -> bool {
        self.organisation.as_ref().is_none_or(|own| *own == scope.organisation)
    }

    pub(crate) fn standing(&self, about: &Resource) -> Standing {
        self.types.get(about.container).map(|of| self.restrictions.on(about, &of.owners)).unwrap_or_default()
    }

    /// `None` when the entities cannot be built, for instance for a container that no slice declares; or when a policy
    /// could not be evaluated, which the proofs show not to happen.
    fn evaluate(&self, actor: &Actor, prepared: &Prepared, about: &Resource, standing: &Standing) -> Option<Decision> {
        let (principal, who) = match actor {
            Actor::Guest => (self.guest.clone(), None),
            Actor::Job(name) => (EntityUid::from_type_name_and_id(self.job_type.clone(), EntityId::new(name)), None),
            Actor::Member(member) => {
                let entity = self.member(member)?;
                (entity.uid(), Some(entity))
            }
        };
        let container = self.container(about, standing)?;
        let resource = container.uid();
        let entities = Entities::from_entities(who.into_iter().chain([container]), None).ok()?;
        let request = Request::new(principal, prepared.uid.clone(), resource, Context::empty(), None).ok()?;
        let response = Authorizer::new().is_authorized(&request, &prepared.policies, &entities);
        response.diagnostics().errors().next().is_none().then(|| response.decision())
    }

    pub(crate) fn member_uid(&self, id: kernel::PersonId) -> EntityUid {
        EntityUid::from_type_name_and_id(self.member_type.clone(), EntityId::new(id.uuid().to_string()))
    }

    pub(crate) fn member(&self, member: &Member) -> Option<Entity> {
        let roles = member.roles.iter().map(|role| RestrictedExpression::new_string(role.key.to_string()));
        let attributes = HashMap::from([("roles".to_owned(), RestrictedExpression::new_set(roles))]);
        Entity::new(self.member_uid(member.id), attributes, HashSet::new()).ok()
    }

    pub(crate) fn container(&self, about: &Resource, standing: &Standing) -> Option<Entity> {
        let of = self.types.get(about.container)?;
        let uid = EntityUid::from_type_name_and_id(of.name.clone(), EntityId::new(about.id.to_string()));
        let state = RestrictedExpression::new_string(about.state.unwrap_or_default().to_owned());
        let people = |ids: &mut dyn Iterator<Item = kernel::PersonId>| {
            RestrictedExpression::new_set(
                ids.map(|person| RestrictedExpression::new_entity_uid(self.member_uid(person))),
            )
        };
        let mut attributes = HashMap::from([("state".to_owned(), state)]);
        for (part, attribute) in &of.parties {
            let players = about.parties.iter().filter(|(played, _)| played == part);
            attributes.insert(attribute.clone(), people(&mut players.map(|(_, person)| *person)));
        }
        if !of.parties.is_empty() {
            attributes.insert(compile::PAUSED.to_owned(), RestrictedExpression::new_bool(standing.paused));
            attributes.insert(compile::RESTRICTED.to_owned(), people(&mut standing.restricted.iter().copied()));
        }
        Entity::new(uid, attributes, HashSet::new()).ok()
    }

    fn validate(&self, schema: &SchemaText) -> Result<(), AccessError> {
        // Reading a schema costs more than holding a few policies against an action that is not theirs.
        const TOGETHER: usize = 8;
        let mut all: Vec<_> = self.prepared().collect();
        all.sort_by_key(|prepared| prepared.container);
        let kinds = all.chunk_by(|one, other| one.container == other.container);
        for few in kinds.flat_map(|kind| kind.chunks(TOGETHER)) {
            let names: Vec<_> = few.iter().map(|prepared| prepared.uid.id().unescaped()).collect();
            let part = schema.part(&names, few[0].container);
            let validator = Validator::new(Schema::from_cedarschema_str(&part).map_err(fault)?.0);
            let policies = few.iter().flat_map(|prepared| prepared.policies.policies().cloned());
            let policies = PolicySet::from_policies(policies).map_err(fault)?;
            if let Some(error) = validator.validate(&policies, ValidationMode::Strict).validation_errors().next() {
                return Err(AccessError::Policies(error.to_string()));
            }
        }
        Ok(())
    }

    fn prepared(&self) -> impl Iterator<Item = &Prepared> {
        self.actions.values().chain(self.jobs.values()).chain(self.doors.values())
    }
}

/// What proofs ask for.
#[cfg(any(test, feature = "proofs"))]
impl Access {
    pub(crate) fn cedar_schema(&self) -> &Schema {
        &self.cedar
    }

    pub(crate) fn prepared_action(&self, name: &str) -> Option<&Prepared> {
        self.actions.get(name)
    }

    /// The actions by name, in alphabetical order.
    pub(crate) fn sorted(&self) -> impl Iterator<Item = (&'static str, &Prepared)> {
        let mut actions: Vec<_> = self.actions.iter().map(|(name, prepared)| (*name, prepared)).collect();
        actions.sort_by_key(|(name, _)| *name);
        actions.into_iter()
    }

    /// What containers of a kind hold, item by item.
    pub(crate) fn items_of_container(&self, container: &str) -> &[&'static str] {
        self.held.get(container).map_or(&[], Vec::as_slice)
    }

    /// What opens by exception, by door and kind of container.
    pub(crate) fn sorted_doors(&self) -> Vec<(exception::Door, &'static str, &Prepared)> {
        let mut doors: Vec<_> =
            self.doors.iter().map(|((door, container), prepared)| (*door, *container, prepared)).collect();
        doors.sort_by_key(|(door, container, _)| (*door, *container));
        doors
    }

    pub(crate) fn prepared_jobs(&self) -> impl Iterator<Item = (&'static str, &Prepared)> {
        self.jobs.iter().map(|(name, prepared)| (*name, prepared))
    }

    pub(crate) fn containers(&self) -> impl Iterator<Item = &'static str> {
        self.types.keys().copied()
    }

    pub(crate) fn parties_of(&self, container: &str) -> impl Iterator<Item = &'static str> {
        self.types.get(container).into_iter().flat_map(|of| of.parties.iter().map(|(part, _)| *part))
    }

    pub(crate) fn roles_on(&self, archetype: Archetype) -> Vec<String> {
        self.rules.roles.iter().filter(|role| role.archetype == archetype).map(|role| role.key.clone()).collect()
    }

    #[cfg(test)]
    pub(crate) fn shapes(&self) -> usize {
        self.remembered.len()
    }

    #[cfg(test)]
    pub(crate) fn take_out(&mut self, action: &str, policy: &str) {
        let id = PolicyId::new(format!("{action}/{policy}"));
        self.actions.get_mut(action).unwrap().policies.remove_static(id).unwrap();
        self.remembered = Remembered::default();
    }

    #[cfg(test)]
    pub(crate) fn unbolt(&mut self, door: exception::Door, container: &'static str, policy: &str) {
        let id = PolicyId::new(format!("{}/{policy}", door.action(container)));
        self.doors.get_mut(&(door, container)).unwrap().policies.remove_static(id).unwrap();
    }

    #[cfg(test)]
    pub(crate) fn slip_in(&mut self, action: &str, policy: &PolicyText) {
        let read = parse(action, std::slice::from_ref(policy)).unwrap();
        self.actions.get_mut(action).unwrap().policies.add(read.policies().next().unwrap().clone()).unwrap();
        self.remembered = Remembered::default();
    }
}

impl std::fmt::Debug for Access {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Access").field("policies", &self.texts.len()).finish_non_exhaustive()
    }
}

/// A door that opens by exception, on one kind of container.
pub(crate) fn prepare_exception(
    name: &str,
    container: &'static str,
    texts: &[PolicyText],
) -> Result<Prepared, AccessError> {
    Ok(Prepared { container: Some(container), ..prepare(name, None, texts)? })
}

fn prepare(name: &str, action: Option<&'static Action>, texts: &[PolicyText]) -> Result<Prepared, AccessError> {
    Ok(Prepared {
        uid: uid("Action", name)?,
        container: action.map(|action| action.container),
        policies: parse(name, texts)?,
        #[cfg(any(test, feature = "proofs"))]
        items: action.iter().flat_map(|action| action.discloses.iter().chain(action.writes)).copied().collect(),
        #[cfg(any(test, feature = "proofs"))]
        public: action.is_some_and(|action| action.by.contains(&By::Guest)),
        #[cfg(any(test, feature = "proofs"))]
        kind: action.map(|action| action.kind),
    })
}

/// Reads an action's policies at once, which costs less than one by one; each bears the id of its annotation.
fn parse(action: &str, texts: &[PolicyText]) -> Result<PolicySet, AccessError> {
    let text: String = texts.iter().map(|policy| policy.text.as_str()).collect();
    let read = PolicySet::from_str(&text).map_err(|error| AccessError::Policies(format!("{action}: {error}")))?;
    let id = |policy: &Policy| policy.annotation("id").map_or_else(|| policy.id().clone(), PolicyId::new);
    PolicySet::from_policies(read.policies().map(|policy| policy.new_id(id(policy)))).map_err(fault)
}

fn types(inventory: &Inventory) -> Result<HashMap<&'static str, ContainerType>, AccessError> {
    let of = |container: &'static kernel::manifest::Container| {
        let name = EntityTypeName::from_str(&compile::type_name(container.name)).map_err(fault)?;
        let parties = container.parties.iter().map(|party| (party.name, compile::attribute(party.name))).collect();
        Ok((container.name, ContainerType { name, parties, owners: rules::owners(inventory, container) }))
    };
    inventory.containers().map(of).collect()
}

fn uid(of: &str, id: &str) -> Result<EntityUid, AccessError> {
    Ok(EntityUid::from_type_name_and_id(EntityTypeName::from_str(of).map_err(fault)?, EntityId::new(id)))
}

fn fault(error: impl std::fmt::Display) -> AccessError {
    AccessError::Policies(error.to_string())
}
