//! What somebody tried and was refused.

use crate::{Actor, PersonId, Scope, Uuid};

/// An action on a container that was refused, as the access log writes it down: ids and declared names only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// Who tried; `None` for a guest or a job.
    pub person: Option<PersonId>,
    /// The job, when one tried.
    pub job: Option<&'static str>,
    /// The declared name of the action, or of the job.
    pub action: &'static str,
    /// The kind of container.
    pub container: &'static str,
    /// The container. It need not exist: whoever decides knows its id only.
    pub resource: Uuid,
}

impl Attempt {
    /// What the scope's actor tried.
    pub fn of(scope: &Scope, action: &'static str, (container, resource): (&'static str, Uuid)) -> Self {
        let (person, job) = match &scope.actor {
            Actor::Member(member) => (Some(member.id), None),
            Actor::Job(name) => (None, Some(*name)),
            Actor::Guest => (None, None),
        };
        Self { person, job, action, container, resource }
    }
}
