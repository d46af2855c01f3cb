//! The ring as it lies on disk, with what opens it: for a copy, also while another process uses it.

use std::{fs, path::Path};

use aws_lc_rs::{
    aead::{AES_256_GCM, LessSafeKey, UnboundKey},
    hmac,
};
use kernel::{OrganisationKey, Uuid};
use zeroize::Zeroizing;

use crate::StoreError;

use super::{
    FIXED_LOOKUP, KeyEncryptionKeys, Mark, cipher, disk,
    format::{self, Record},
    state::State,
};

/// A ring and the key that wraps it.
pub(crate) struct RingCopy {
    /// Where it stands.
    pub(crate) mark: Mark,
    /// The file's whole frames.
    pub(crate) bytes: Vec<u8>,
    /// The key-encryption key of its generation.
    pub(crate) key: Zeroizing<[u8; 32]>,
    fixed: Zeroizing<[u8; 32]>,
}

/// The domain of the key to the shipped ledger.
const SHIPPED: &str = "troth shipped ledger 1";
/// A destruction may take ring and key away between two looks.
const LOOKS: usize = 20;

impl RingCopy {
    /// Reads the ring at `path`.
    pub(crate) fn read(
        path: &Path,
        organisation: &OrganisationKey,
        encryption: &dyn KeyEncryptionKeys,
    ) -> Result<Self, StoreError> {
        let mut fault = "is missing".to_owned();
        for _ in 0..LOOKS {
            let bytes = fs::read(path).map_err(|error| super::file_fault(path, &error))?;
            let generation = format::generation(&bytes).ok_or("is no keyring");
            let key = match &generation {
                Ok(generation) => encryption.load(*generation).map_err(|error| super::fault(error.to_string()))?,
                Err(_) => None,
            };
            match key {
                Some(key) => match Self::of(bytes, key, organisation) {
                    Ok(copy) => return Ok(copy),
                    Err(reason) => fault = reason,
                },
                None => "cannot be read: its key-encryption key is missing".clone_into(&mut fault),
            }
            std::thread::sleep(std::time::Duration::from_millis(25));
        }
        Err(super::fault(format!("{} {fault}", path.display())))
    }

    /// A ring from its bytes and key; the fault when one is not of the other.
    pub(crate) fn of(
        mut bytes: Vec<u8>,
        key: Zeroizing<[u8; 32]>,
        organisation: &OrganisationKey,
    ) -> Result<Self, String> {
        let generation = format::generation(&bytes).ok_or("is no keyring")?;
        let found = format::read(&bytes, &cipher::wrapping(&key), organisation.as_str())?;
        let fixed = found.records.into_iter().find_map(|record| match record {
            Record::Lookup { version: FIXED_LOOKUP, key } => Some(key),
            Record::Lookup { .. } | Record::Key { .. } | Record::Signing { .. } => None,
        });
        bytes.truncate(usize::try_from(found.length).unwrap_or(usize::MAX));
        let fixed = fixed.ok_or("lacks the look-up key")?;
        Ok(Self { mark: Mark { generation, frames: found.frames }, bytes, key, fixed })
    }

    /// Puts the ring at `path` and its key where keys are kept.
    pub(crate) fn place(&self, path: &Path, encryption: &dyn KeyEncryptionKeys) -> Result<(), StoreError> {
        encryption.save(self.mark.generation, &self.key).map_err(|error| super::fault(error.to_string()))?;
        disk::replace(path, &self.bytes, &mut |_| Ok(()))?;
        Ok(())
    }

    /// The key to the shipped ledger.
    pub(crate) fn shipping(&self, organisation: &OrganisationKey) -> LessSafeKey {
        let key = hmac::Key::new(hmac::HMAC_SHA256, &*self.fixed);
        shipping(&Zeroizing::new(cipher::hash(&key, SHIPPED, organisation.as_str())))
    }
}

impl super::Keyring {
    /// The key to the shipped ledger: it never rotates, so that what is shipped tomorrow can be read with an old ring.
    pub(crate) fn shipping(&self) -> Result<LessSafeKey, StoreError> {
        Ok(shipping(&Zeroizing::new(self.hash(FIXED_LOOKUP, SHIPPED, self.organisation.as_str())?)))
    }
}

#[expect(clippy::expect_used, reason = "a key of 32 bytes is what AES-256 takes")]
fn shipping(key: &[u8; 32]) -> LessSafeKey {
    LessSafeKey::new(UnboundKey::new(&AES_256_GCM, key).expect("32 bytes"))
}

/// The keys of a ring that another process may be using: to look with, and to change nothing.
pub(crate) struct Reading {
    pub(crate) mark: Mark,
    state: State,
}

impl Reading {
    /// Reads the ring at `path`.
    pub(crate) fn of(
        path: &Path,
        organisation: &OrganisationKey,
        encryption: &dyn KeyEncryptionKeys,
    ) -> Result<Self, StoreError> {
        let copy = RingCopy::read(path, organisation, encryption)?;
        let wrapping = cipher::wrapping(&copy.key);
        let found = format::read(&copy.bytes, &wrapping, organisation.as_str()).map_err(super::fault)?;
        let file = fs::File::open(path).map_err(|error| super::file_fault(path, &error))?;
        let mut state = State::new(copy.mark, wrapping, file, found.length);
        found.records.into_iter().try_for_each(|record| state.take(record))?;
        Ok(Self { mark: copy.mark, state })
    }

    /// The cipher of a cell; `Gone` when a key is absent.
    pub(crate) fn cipher(
        &self,
        class: &'static str,
        holder: Uuid,
        also: Option<Uuid>,
    ) -> Result<LessSafeKey, StoreError> {
        self.state.derive((class, holder, also), cipher::CELL, &[])
    }

    /// The cipher of a file; `Gone` when a key is absent.
    pub(crate) fn file_cipher(
        &self,
        class: &'static str,
        holder: Uuid,
        also: Option<Uuid>,
        file: Uuid,
    ) -> Result<LessSafeKey, StoreError> {
        self.state.derive((class, holder, also), cipher::FILE, file.as_bytes())
    }

    /// A keyed hash under one of the look-up keys; `None` when there is none of that version.
    pub(crate) fn hash(&self, version: u64, domain: &str, text: &str) -> Option<[u8; 32]> {
        self.state.lookups.get(&version).map(|(_, key)| cipher::hash(key, domain, text))
    }

    /// Every key: its class and its holder.
    pub(crate) fn keys(&self) -> impl Iterator<Item = (&str, Uuid)> {
        let of_holders = self.state.keys.iter();
        of_holders.flat_map(|(holder, keys)| keys.iter().map(move |(class, _)| (&**class, *holder)))
    }

    /// The organisation's public key.
    pub(crate) fn public_key(&self) -> Vec<u8> {
        self.state.signing.as_ref().map(|signing| signing.public()).unwrap_or_default()
    }
}
