//! What a decision is about.

use kernel::{PersonId, Uuid, id::Id as _};

use crate::{Grant, Refused};

/// A container, as far as decisions need to know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resource {
    /// The container's declared name, such as `trajectory`.
    pub container: &'static str,
    /// Its id.
    pub id: Uuid,
    /// Who plays which part in it; one part may be played by several people.
    pub parties: Vec<(&'static str, PersonId)>,
    /// The state that it is in; `None` where the container has no states.
    pub state: Option<&'static str>,
}

impl Resource {
    /// The container of lists and of the organisation's own affairs.
    pub const ORGANISATION: &'static str = "organisation";
    /// The container of one person's own file.
    pub const PERSON: &'static str = "person";
    /// The part that a person plays in the own file.
    pub const SELF: &'static str = "self";

    /// The organisation itself: for lists and for what concerns nobody in particular.
    pub fn organisation() -> Self {
        Self { container: Self::ORGANISATION, id: Uuid::nil(), parties: Vec::new(), state: None }
    }

    /// A person's own file.
    pub fn person(id: PersonId) -> Self {
        Self { container: Self::PERSON, id: id.uuid(), parties: vec![(Self::SELF, id)], state: None }
    }
}

/// Something that belongs to one container.
pub trait Guarded {
    /// The container about which a decision is needed.
    fn resource(&self) -> Resource;
}

/// A value that nobody may look into before a decision about its container.
///
/// Only a [`Grant`] for the same container opens it.
pub struct Unchecked<T>(T);

impl<T: Guarded> Unchecked<T> {
    /// Closes a value that has just come from the store.
    pub fn new(value: T) -> Self {
        Self(value)
    }

    /// The container about which to decide.
    pub fn resource(&self) -> Resource {
        self.0.resource()
    }

    /// The value, for the holder of a grant for its container.
    pub fn check(self, grant: &Grant) -> Result<T, Refused> {
        let (own, granted) = (self.0.resource(), grant.resource());
        if own.container == granted.container && own.id == granted.id {
            Ok(self.0)
        } else {
            Err(Refused::other_container())
        }
    }
}
