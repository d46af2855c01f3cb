//! Who has restricted the use of their data (GDPR Art. 18), and what that means for a container.

use std::{
    collections::HashSet,
    sync::{PoisonError, RwLock},
};

use kernel::PersonId;

use crate::Resource;

/// The people of one organisation who have restricted the use of their data.
///
/// The store fills it when it opens and keeps it in step with what is committed. Decisions look here for themselves:
/// whoever asks for one can neither forget nor forge it.
#[derive(Debug, Default)]
pub struct Restrictions(RwLock<HashSet<PersonId>>);

impl Restrictions {
    /// Whether this person has restricted the use of the own data.
    pub fn hold(&self, person: PersonId) -> bool {
        self.0.read().unwrap_or_else(PoisonError::into_inner).contains(&person)
    }

    /// The restriction holds from now on.
    pub fn begin(&self, person: PersonId) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(person);
    }

    /// The restriction is lifted.
    pub fn lift(&self, person: PersonId) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).remove(&person);
    }

    /// How restrictions bear on a container. `owners` are the parts whose own it is.
    pub(crate) fn on(&self, about: &Resource, owners: &[&'static str]) -> Standing {
        let people = self.0.read().unwrap_or_else(PoisonError::into_inner);
        if people.is_empty() {
            return Standing::default();
        }
        let held = about.parties.iter().filter(|(_, person)| people.contains(person));
        let mut standing = Standing::default();
        for (part, person) in held {
            standing.paused = true;
            if owners.contains(part) {
                standing.restricted.push(*person);
            }
        }
        standing
    }
}

/// How restrictions bear on a container.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Standing {
    /// A party has restricted the use: nobody writes.
    pub(crate) paused: bool,
    /// Those whose own it is and who have restricted it: they alone read.
    pub(crate) restricted: Vec<PersonId>,
}
