//! What slices may ask about people without knowing the slice that keeps them.

use std::{collections::HashMap, future::Future, pin::Pin};

use http::{Problem, SignedIn};
use kernel::{Archetype, ExposeSecret, Language, PersonId, Scope};
use store::{Opener, Reader, Sealed, StoreError};

use crate::Organisation;

/// People, as other slices may know them. The accounts slice implements it.
///
/// Names come sealed: the asker's own grant opens them.
pub trait Directory: Send + Sync {
    /// The sealed names of these people, in any order; people who are gone are left out.
    fn names(&self, reader: &mut Reader<'_>, ids: &[PersonId]) -> Result<Vec<(PersonId, Sealed)>, StoreError>;
    /// Everyone who takes part (invited or active) and has a role of this archetype, with the sealed name.
    fn with_archetype(
        &self,
        reader: &mut Reader<'_>,
        archetype: Archetype,
    ) -> Result<Vec<(PersonId, Sealed)>, StoreError>;
    /// How many those are.
    fn count(&self, reader: &mut Reader<'_>, archetype: Archetype) -> Result<usize, StoreError>;
    /// The language in which a person wishes to be addressed.
    fn language(&self, reader: &mut Reader<'_>, person: PersonId) -> Result<Option<Language>, StoreError>;
}

/// Living sessions. The accounts slice implements it.
pub trait Sessions: Send + Sync {
    /// The session whose token has this hash, if it is alive at `scope.now`.
    fn find<'a>(
        &'a self,
        organisation: &'a Organisation,
        scope: &'a Scope,
        token_hash: [u8; 32],
    ) -> Pin<Box<dyn Future<Output = Result<Option<SignedIn>, Problem>> + Send + 'a>>;
}

/// Opened names by person, for one page.
#[derive(Default)]
pub struct Names(HashMap<PersonId, String>);

impl Names {
    /// No names.
    pub fn none() -> Self {
        Self::default()
    }

    /// Opens names with the asker's grant. Names whose key is gone are left out: the person was erased.
    pub fn open(opener: &Opener, sealed: Vec<(PersonId, Sealed)>) -> Result<Self, StoreError> {
        let mut names = HashMap::with_capacity(sealed.len());
        for (person, name) in sealed {
            match opener.text(&name) {
                Ok(name) => {
                    names.insert(person, name.expose_secret().to_owned());
                }
                Err(StoreError::Gone) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(Self(names))
    }

    /// A person's name; `None` when the person is gone.
    pub fn get(&self, person: PersonId) -> Option<&str> {
        self.0.get(&person).map(String::as_str)
    }

    /// Adds a name.
    pub fn insert(&mut self, person: PersonId, name: String) {
        self.0.insert(person, name);
    }
}
