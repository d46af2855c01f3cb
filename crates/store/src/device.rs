//! The key under which a person's own device seals what it could not send yet.
//!
//! It is made of the keys of the class in which the thing would stand (HKDF, with a purpose of its own), so it is the
//! same whenever the same person asks, and gone as soon as those keys are destroyed. The store keeps nothing of it.

use access::Grant;
use kernel::{PersonId, Scope, SecretString, id::Id as _};

use crate::{Cell, Store, StoreError, Work, keyring::Exported, ledger, shared::Shared};

/// A key for one device's sealed things, and the mark by which it finds them again. It has neither `Debug` nor `Serialize`.
pub struct DeviceKey(Exported);

impl DeviceKey {
    /// 32 bytes for AES-256-GCM, in hexadecimal digits.
    pub fn key(&self) -> SecretString {
        SecretString::from(ledger::hex(&*self.0.key))
    }

    /// What the things sealed under it are found by; tells nothing of the key, nor of whose it is.
    pub fn mark(&self) -> String {
        ledger::hex(&*self.0.mark)
    }
}

/// The grant must be one that could seal this cell; the scopes of its key come of it.
fn key(shared: &Shared, grant: &Grant, cell: &Cell) -> Result<DeviceKey, StoreError> {
    let placed = shared.may_seal(grant, cell)?;
    shared.ring.export(placed.class.name, cell.holder, cell.also.map(PersonId::uuid)).map(DeviceKey)
}

impl Store {
    /// The key for what a device could not send into this cell's class yet; `None` while there are no keys of which it could be made:
    /// [`Work::seal`] and [`Work::ready_device`] make them. The grant must cover the cell's item, as for these. Nothing is opened by it.
    ///
    /// # Errors
    /// When the grant does not cover it, or the keys cannot be used.
    pub fn device_key(&self, scope: &Scope, grant: &Grant, cell: &Cell) -> Result<Option<DeviceKey>, StoreError> {
        let shared = self.shared();
        shared.same_organisation(scope)?;
        match key(shared, grant, cell) {
            Err(StoreError::Gone) => Ok(None),
            found => found.map(Some),
        }
    }
}

impl Work<'_> {
    /// Makes the keys of a cell's class where there are none yet, so that [`Store::device_key`] has one to hand out; they are durable
    /// before this unit's commit. Whoever asks keeps a row of that class in the same unit: what goes is found by its rows.
    ///
    /// # Errors
    /// As [`Work::seal`].
    pub fn ready_device(&mut self, grant: &Grant, cell: &Cell) -> Result<(), StoreError> {
        self.make_keys(grant, cell).map(drop)
    }
}
