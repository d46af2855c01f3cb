//! The outcome of a decision.

use std::sync::Arc;

use kernel::{Actor, Attempt, PersonId, RequestId, Scope, Timestamp, Uuid, id::Id as _};

use crate::{Choices, Resource};

/// Proof of a decision: who may do what to which container, with which items, since when.
///
/// Nothing else opens a seal (I2). It can be handed on:
///
/// ```
/// fn hand_on(grant: troth_access::Grant) -> troth_access::Grant {
///     grant
/// }
/// ```
///
/// But it cannot be made outside this room, nor copied, nor changed:
///
/// ```compile_fail,E0451
/// fn forge(grant: troth_access::Grant, resource: troth_access::Resource) -> troth_access::Grant {
///     troth_access::Grant { resource, ..grant }
/// }
/// ```
/// ```compile_fail,E0599
/// fn copy(grant: &troth_access::Grant) -> troth_access::Grant {
///     grant.clone()
/// }
/// ```
/// ```compile_fail,E0624
/// fn make(about: troth_access::Resource, scope: &kernel::Scope) -> troth_access::Grant {
///     troth_access::Grant::new("dialogue.read", about, scope, [])
/// }
/// ```
/// ```compile_fail,E0616
/// fn widen(mut grant: troth_access::Grant) {
///     grant.items.push("message.body");
/// }
/// ```
#[derive(Debug)]
pub struct Grant {
    action: &'static str,
    resource: Resource,
    actor: Actor,
    items: Vec<&'static str>,
    at: Timestamp,
    request: RequestId,
    as_officer: bool,
    spares: Option<Spares>,
    exception: Option<Uuid>,
}

/// Of whom a list shows nothing: people who stand on one of these earlier versions.
#[derive(Clone, Debug)]
pub struct Spares {
    choices: Arc<Choices>,
    versions: Vec<u32>,
}

impl Spares {
    /// Whether nothing of this person is shown.
    pub fn holds(&self, person: PersonId) -> bool {
        self.choices.earlier_of(person).is_some_and(|version| self.versions.contains(&version))
    }
}

impl Grant {
    pub(crate) fn new(
        action: &'static str,
        resource: Resource,
        scope: &Scope,
        items: impl IntoIterator<Item = &'static str>,
    ) -> Self {
        Self {
            as_officer: false,
            spares: None,
            exception: None,
            action,
            resource,
            actor: scope.actor.clone(),
            items: items.into_iter().collect(),
            at: scope.now,
            request: scope.request,
        }
    }

    /// The same grant, to an officer by an officer's action.
    pub(crate) fn given_to_officer(self, as_officer: bool) -> Self {
        Self { as_officer, ..self }
    }

    /// The same grant, for a list of which people who stand on these versions are spared.
    pub(crate) fn sparing(self, choices: &Arc<Choices>, versions: Vec<u32>) -> Self {
        let spares = (!versions.is_empty()).then(|| Spares { choices: Arc::clone(choices), versions });
        Self { spares, ..self }
    }

    /// Of whom a list shows nothing, because they have not accepted the version that allows it.
    pub fn spares(&self) -> Option<&Spares> {
        self.spares.as_ref()
    }

    /// Whether a list shows nothing of this person.
    pub fn is_sparing(&self, person: PersonId) -> bool {
        self.spares.as_ref().is_some_and(|spares| spares.holds(person))
    }

    /// Whether it was given to an officer by an officer's action: it reaches what people restrict, to answer for it.
    pub fn is_as_officer(&self) -> bool {
        self.as_officer
    }

    /// The same grant, under an exception.
    pub(crate) fn by_exception(self, exception: Uuid) -> Self {
        Self { exception: Some(exception), ..self }
    }

    /// The record of the exception under which it was given.
    pub fn exception(&self) -> Option<Uuid> {
        self.exception
    }

    /// The declared name of the action, or of the job.
    pub fn action_name(&self) -> &'static str {
        self.action
    }

    /// The container.
    pub fn resource(&self) -> &Resource {
        &self.resource
    }

    /// Who acts.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The items that may be shown or stored.
    pub fn items(&self) -> &[&'static str] {
        &self.items
    }

    /// When it was decided.
    pub fn at(&self) -> Timestamp {
        self.at
    }

    /// The request during which it was decided.
    pub fn request(&self) -> RequestId {
        self.request
    }

    /// Whether it reaches an item that `holder` (a container's or a person's id) holds: the container itself, the
    /// file of one of its parties, or anyone's when the grant is for a list of the organisation.
    pub fn covers(&self, item: &str, holder: Uuid) -> bool {
        self.items.contains(&item)
            && (self.resource.container == Resource::ORGANISATION
                || self.resource.id == holder
                || self.resource.parties.iter().any(|(_, person)| person.uuid() == holder))
    }
}

/// No decision in favour. At the edge it looks like absence, unless it is only [paused](Self::is_paused), or
/// [waits for an undertaking](Self::awaits_undertaking).
#[derive(Debug, thiserror::Error)]
#[error("refused: {reason}")]
pub struct Refused {
    reason: String,
    waits_for: Option<Waits>,
    attempt: Option<Box<Attempt>>,
}

/// What alone stands in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Waits {
    Restriction,
    Undertaking,
}

impl Refused {
    fn because(reason: String) -> Self {
        Self { reason, waits_for: None, attempt: None }
    }

    pub(crate) fn paused(action: &str) -> Self {
        let reason = format!("{action} waits while the use of the data is restricted");
        Self { waits_for: Some(Waits::Restriction), ..Self::because(reason) }
    }

    pub(crate) fn undertaking(action: &str) -> Self {
        let reason = format!("{action} waits until an undertaking is accepted");
        Self { waits_for: Some(Waits::Undertaking), ..Self::because(reason) }
    }

    /// Whether it is refused only because the one who asks has not accepted what the own role promises.
    pub fn awaits_undertaking(&self) -> bool {
        self.waits_for == Some(Waits::Undertaking)
    }

    /// Whether it is refused only because somebody restricts the use of the own data (GDPR Art. 18): then the one who
    /// asks may know so much.
    pub fn is_paused(&self) -> bool {
        self.waits_for == Some(Waits::Restriction)
    }

    /// Notes what was tried.
    pub(crate) fn noting(self, scope: &Scope, action: &'static str, about: &Resource) -> Self {
        let attempt = Attempt::of(scope, action, (about.container, about.id));
        Self { attempt: Some(Box::new(attempt)), ..self }
    }

    /// What was tried, where the refusal looks like absence: for the access log. Whoever is told what alone stands in the
    /// way was let in otherwise, and tried nothing that is not theirs.
    pub fn attempt(&self) -> Option<&Attempt> {
        self.attempt.as_deref().filter(|_| self.waits_for.is_none())
    }

    pub(crate) fn undecided(action: &str) -> Self {
        Self::because(format!("{action} is wider than what somebody concerned has accepted"))
    }

    pub(crate) fn policy(action: &str) -> Self {
        Self::because(format!("no policy permits {action}"))
    }

    pub(crate) fn unknown(action: &str) -> Self {
        Self::because(format!("{action} is not in the inventory"))
    }

    pub(crate) fn other_organisation() -> Self {
        Self::because("the scope is another organisation's".to_owned())
    }

    pub(crate) fn other_container() -> Self {
        Self::because("the grant is for another container".to_owned())
    }
}
