//! One organisation's store.

use std::{path::PathBuf, sync::Arc};

use access::Grant;
use kernel::{Clock, Inventory, OrganisationKey, Rng, Scope, SecretString};

use crate::{Destroyed, Files, KeyEncryption, Opener, Reader, StoreError, Work};

/// Which database.
#[derive(Clone, Debug)]
pub enum Engine {
    /// One SQLite file, `data.sqlite` in the organisation's folder.
    Sqlite,
    /// One schema of a PostgreSQL database.
    Postgres {
        /// The connection's address.
        url: SecretString,
        /// The schema: lower-case letters, digits and `_`. It is made when missing.
        schema: String,
    },
}

/// Where and how a store keeps its data.
#[derive(Clone)]
pub struct StoreConfig {
    /// The organisation's own folder: database, keyring and files. It is made when missing.
    pub folder: PathBuf,
    /// The database.
    pub engine: Engine,
    /// What wraps the keyring.
    pub keys: KeyEncryption,
    /// Threads (and connections) for reading; 2 is right for a small machine.
    pub readers: usize,
}

/// One organisation's store. Cheap to clone; when the last clone is dropped, what is queued is written and the
/// threads end.
#[derive(Clone)]
pub struct Store(Arc<()>);

impl Store {
    /// Opens the store: migrates, holds the schema against the inventory (I1), reads the keyring.
    pub fn open(
        config: StoreConfig,
        organisation: OrganisationKey,
        inventory: Arc<Inventory>,
        clock: Arc<dyn Clock>,
        rng: Arc<dyn Rng>,
    ) -> Result<Self, StoreError> {
        let _ = (config, organisation, inventory, clock, rng);
        unimplemented!()
    }

    /// Runs `work` on a reading thread, in one read transaction.
    pub async fn read<T, E, F>(&self, scope: &Scope, work: F) -> Result<T, E>
    where
        F: FnOnce(&mut Reader<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let _ = (scope, work, &self.0);
        unimplemented!()
    }

    /// Runs `work` on the writing thread; returns after the durable commit. An error or a panic rolls back this
    /// unit alone.
    pub async fn write<T, E, F>(&self, scope: &Scope, work: F) -> Result<T, E>
    where
        F: FnOnce(&mut Work<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let _ = (scope, work);
        unimplemented!()
    }

    /// Turns a decision into what opens seals, and leaves one line in the access log (I2, I3).
    pub fn opener(&self, scope: &Scope, grant: &Grant) -> Opener {
        let _ = (scope, grant);
        unimplemented!()
    }

    /// The sealed files.
    pub fn files(&self) -> &Files {
        unimplemented!()
    }

    /// Destroys keys, each of a class and a holder, for good: the keyring is written anew under a new
    /// key-encryption key and the old one is destroyed. May be repeated; runs between commits.
    pub async fn destroy(
        &self,
        scope: &Scope,
        scopes: Vec<(&'static str, kernel::Uuid)>,
    ) -> Result<Destroyed, StoreError> {
        let _ = (scope, scopes);
        unimplemented!()
    }

    /// Removes what deleted rows left in the files of the database: after erasures.
    pub async fn scrub(&self) -> Result<(), StoreError> {
        unimplemented!()
    }
}
