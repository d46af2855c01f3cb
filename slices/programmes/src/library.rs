//! Versions of programmes that were read, kept in memory: none of them is personal, and none ever changes.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use kernel::{OrganisationKey, Scope};
use organisation::pages::Failure;
use programme::Programme;
use store::Reader;

use crate::{
    model::{Version, VersionId},
    store::versions,
};

/// How many versions are kept; where there are more, all are read anew.
const MOST: usize = 64;

/// A version with what its texts say.
#[derive(Debug)]
pub struct Volume {
    /// The version as it was published.
    pub version: Version,
    /// What it says.
    pub programme: Programme,
}

/// What was read, by whose it is and which.
type Shelves = HashMap<(OrganisationKey, VersionId), Arc<Volume>>;

/// The versions that were read, of all organisations of an installation; each finds its own alone.
#[derive(Clone, Debug, Default)]
pub struct Library(Arc<Mutex<Shelves>>);

impl Library {
    /// A version, from memory or else with two queries; `None` when there is none.
    ///
    /// # Errors
    /// When the store cannot be read, or when this program can show nothing of what an earlier one published.
    pub fn find(&self, scope: &Scope, reader: &mut Reader<'_>, id: VersionId) -> Result<Option<Arc<Volume>>, Failure> {
        let key = (scope.organisation.clone(), id);
        if let Some(volume) = self.shelves().get(&key) {
            return Ok(Some(Arc::clone(volume)));
        }
        let Some(version) = versions::find(scope, reader, id)? else { return Ok(None) };
        let programme = version.read().ok().or_else(|| version.recall()).ok_or_else(|| {
            let (name, number) = (&version.programme, version.number);
            Failure::Ours(format!("version {number} of programme {name} has nothing that this program can show"))
        })?;
        let volume = Arc::new(Volume { version, programme });
        let mut shelves = self.shelves();
        if shelves.len() >= MOST {
            shelves.clear();
        }
        shelves.insert(key, Arc::clone(&volume));
        Ok(Some(volume))
    }

    fn shelves(&self) -> std::sync::MutexGuard<'_, Shelves> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
