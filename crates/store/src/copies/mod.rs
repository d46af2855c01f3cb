//! Copies elsewhere: backups, copies of the keyring, and the shipped ledger (decision 18, I9).
//!
//! An organisation's copies lie in a [`Shelf`], a folder or a bucket, under its key:
//!
//! ```text
//! campus/backups/<id>/{database,papers,manifest,index}   one backup; `index` is written last and makes it one
//! campus/files/<xx>/<file>                               each sealed file once
//! campus/rings/<id>.<generation>.<frames>                the keyring: the newest, and no older generation
//! campus/ledger/<from>-<to>-<hash>                       the ledger, in segments
//! ```
//!
//! All but `index` is sealed: to the [`RecoveryPublic`] key, whose other half the server does not have; the ledger
//! to a key from the keyring, so that the server itself can do again what it says.

mod backup;
mod dump;
mod envelope;
mod error;
mod https;
mod list;
mod load;
mod manifest;
mod recovery;
mod restore;
mod rings;
mod shelf;
mod shipped;

use std::{fs, sync::Arc};

use kernel::{Clock, Inventory, OrganisationKey, Rng};

use crate::StoreConfig;

pub use backup::{BackedUp, back_up};
pub use error::CopyError;
pub use list::{Kept, RingCopy, list, organisations, prune};
pub use manifest::{BackupId, TableCount};
pub use recovery::{RecoveryKey, RecoveryPublic};
pub use restore::{Opened, Restored, open};
pub use rings::copy_keyring;
pub use shelf::{S3, Shelf};
pub use shipped::{Standing, missing, ship, shipped_to, standing};

/// An organisation whose data is to be copied, perhaps while another process uses it.
#[derive(Clone)]
pub struct Source {
    /// Where its data is.
    pub config: StoreConfig,
    /// Which.
    pub organisation: OrganisationKey,
    /// What is declared.
    pub inventory: Arc<Inventory>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Random bytes.
    pub rng: Arc<dyn Rng>,
}

/// A small file that goes along with a backup or with a copy of the keyring, by name.
pub type Paper = (String, Vec<u8>);

/// Tells how far something is, in a line for the person at the terminal.
pub type Progress = Arc<dyn Fn(&str) + Send + Sync>;

impl Source {
    /// One at a time writes an organisation's copies.
    fn lock(&self) -> Result<fs::File, CopyError> {
        let path = self.config.folder.join("copies");
        let file = fs::OpenOptions::new().write(true).create(true).truncate(false).open(&path);
        let file = file.map_err(|error| CopyError::local(&path, &error))?;
        file.try_lock().map_err(|_| CopyError::Running(self.organisation.to_string()))?;
        Ok(file)
    }
}

async fn blocking<T: Send + 'static>(
    run: impl FnOnce() -> Result<T, CopyError> + Send + 'static,
) -> Result<T, CopyError> {
    tokio::task::spawn_blocking(run).await.unwrap_or(Err(CopyError::Store(crate::StoreError::Panicked)))
}
