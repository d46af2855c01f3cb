//! The keyring: random keys, each of a class and a holder, in a file of their own.
//!
//! **Two files.** `keyring`, in the organisation's folder, holds every key, wrapped by a *key-encryption key* that is
//! kept elsewhere ([`KeyEncryption`]). Neither is ever part of the database or of its backups. The ring has a
//! generation; each generation has its own key-encryption key.
//!
//! **New keys** are appended, and durable, before the commit that first uses them. A unit of work that rolls back
//! takes its new keys along.
//!
//! **Destruction** makes a new key-encryption key, writes the ring anew without the destroyed keys, renames it into
//! place, overwrites the old ring and destroys the old key-encryption key. Stopped after any step, either the old
//! pair or the new pair is whole, and the next start removes what is left over. So an old copy of the ring is of no
//! use: what wraps it is gone.
//!
//! **Look-ups.** The ring also holds the keys of keyed hashes. A column that has a sealed twin (the same item,
//! sealed, in the same table, such as an address) can be hashed again, since the store can open the twin: those
//! columns use a key that [`Store::rotate_lookups`](crate::Store::rotate_lookups) replaces, so that an erased
//! address in an old backup cannot be confirmed with today's ring. It is a step of its own because its cost follows
//! everyone's data: once a night in which something was erased, not once an erasure. A column without a twin (the
//! hash of a random token) keeps a fixed key: nobody can guess what was hashed.
//!
//! **In memory** each key lies in a box of its own that is wiped when it goes; derived ciphers are dropped with
//! every destruction.

mod cipher;
mod copy;
mod disk;
mod encryption;
mod format;
mod signing;

mod state;
#[cfg(test)]
mod tests;

use std::{
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
    sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard},
};

use aws_lc_rs::aead::LessSafeKey;
use kernel::{OrganisationKey, Rng, Uuid, rng};
use zeroize::Zeroizing;

use crate::StoreError;

pub(crate) use cipher::{Exported, VERSION, open, open_nothing, seal};
pub(crate) use copy::{Reading, RingCopy};
use disk::{Replace, append, half_written, replace, zero};
pub use encryption::{KeyEncryption, KeyEncryptionKeys};
use format::{Frames, Record};
use signing::Signing;
use state::{State, is_old};

/// Evidence that keys are gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Destroyed {
    /// The keyring's generation from which on the keys are absent.
    pub generation: u64,
    /// How many keys there were; scopes without a key count for nothing.
    pub keys: usize,
}

/// The steps of a destruction, in order; tests stop after each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    KeySaved,
    RingWritten,
    RingReplaced,
    OldRingOverwritten,
    OldKeyDestroyed,
}

/// Which key of a cipher: class, holder, and the party under whose key it is sealed too.
type CipherName = (&'static str, Uuid, Option<Uuid>);

/// The mark that a database keeps of the ring it was written with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) generation: u64,
    pub(crate) frames: u32,
}

pub(crate) struct Keyring {
    path: PathBuf,
    organisation: OrganisationKey,
    encryption: Arc<dyn KeyEncryptionKeys>,
    rng: Arc<dyn Rng>,
    state: RwLock<State>,
}

/// Ciphers held at most; more are derived again when needed.
const CIPHERS: usize = 4096;

/// The lookup key that never rotates.
pub(crate) const FIXED_LOOKUP: u64 = 0;

impl Keyring {
    /// Reads the ring of `organisation`, or makes one. `mark` is what the database remembers: a ring that is older
    /// would bring destroyed keys back, or lack keys that are in use.
    pub(crate) fn open(
        path: PathBuf,
        organisation: &OrganisationKey,
        encryption: Arc<dyn KeyEncryptionKeys>,
        rng: Arc<dyn Rng>,
        mark: Option<Mark>,
    ) -> Result<Self, StoreError> {
        if !path.exists() {
            if mark.is_some() {
                return Err(fault(format!(
                    "{} is missing, but the database was written with one: bring the ring back from its own copy",
                    path.display()
                )));
            }
            let state = Self::first(&path, organisation, &*encryption, &*rng)?;
            return Ok(Self { path, organisation: organisation.clone(), encryption, rng, state: RwLock::new(state) });
        }
        let bytes = fs::read(&path).map_err(|error| file_fault(&path, &error))?;
        let generation =
            format::generation(&bytes).ok_or_else(|| fault(format!("{} is not a keyring", path.display())))?;
        let wrapped_by = encryption
            .load(generation)
            .map_err(|error| fault(format!("the key-encryption key of generation {generation}: {error}")))?
            .ok_or_else(|| {
                fault(format!("the key-encryption key of generation {generation} is missing: without it nothing opens"))
            })?;
        let wrapping = cipher::wrapping(&wrapped_by);
        let Frames { records, frames, length } = format::read(&bytes, &wrapping, organisation.as_str())
            .map_err(|reason| fault(format!("{}: {reason}", path.display())))?;
        if let Some(mark) = mark {
            let older = generation < mark.generation || generation == mark.generation && frames < mark.frames;
            if older {
                return Err(fault(format!(
                    "{} is older than the database (generation {generation} of {frames} parts, the database knows \
                     generation {} of {}): keys that were destroyed would come back, or keys in use are missing; \
                     bring back the newest ring",
                    path.display(),
                    mark.generation,
                    mark.frames
                )));
            }
        }
        let file = append(&path)?;
        // What a crash left behind the last whole frame was never used.
        file.set_len(length).and_then(|()| file.sync_all()).map_err(|error| file_fault(&path, &error))?;
        let mut state = State::new(Mark { generation, frames }, wrapping, file, length);
        for record in records {
            state.take(record)?;
        }
        let ring = Self { path, organisation: organisation.clone(), encryption, rng, state: RwLock::new(state) };
        ring.sweep(generation)?;
        ring.make_signing()?;
        Ok(ring)
    }

    fn first(
        path: &Path,
        organisation: &OrganisationKey,
        encryption: &dyn KeyEncryptionKeys,
        rng: &dyn Rng,
    ) -> Result<State, StoreError> {
        let key = Zeroizing::new(rng::bytes::<32>(rng));
        encryption.save(1, &key).map_err(|error| fault(format!("saving the key-encryption key: {error}")))?;
        let wrapping = cipher::wrapping(&key);
        let lookups = [FIXED_LOOKUP, 1].map(|version| Record::lookup(version, Zeroizing::new(rng::bytes::<32>(rng))));
        let signing = Record::Signing { key: Signing::make()?.kept };
        let records: Vec<Record> = lookups.into_iter().chain([signing]).collect();
        let entries: Vec<_> = records.iter().map(Record::entry).collect();
        let bytes = format::write(1, &entries, &wrapping, organisation.as_str(), rng)?;
        replace(path, &bytes, &mut |_| Ok(()))?;
        let mark = Mark { generation: 1, frames: 1 };
        let mut state = State::new(mark, wrapping, append(path)?, bytes.len() as u64);
        for record in records {
            state.take(record)?;
        }
        Ok(state)
    }

    /// Destroys key-encryption keys of other generations, one that is half saved, and a half-written ring: what a stop
    /// left over.
    fn sweep(&self, generation: u64) -> Result<(), StoreError> {
        let left = self.encryption.generations().map_err(|error| fault(error.to_string()))?;
        for other in left.into_iter().filter(|other| *other != generation) {
            self.encryption
                .destroy(other)
                .map_err(|error| fault(format!("destroying the key-encryption key of generation {other}: {error}")))?;
        }
        self.encryption
            .forget_half_saved()
            .map_err(|error| fault(format!("destroying a half-saved key-encryption key: {error}")))?;
        let half = half_written(&self.path);
        match fs::remove_file(&half) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(error) => Err(file_fault(&half, &error)),
        }
    }

    fn state(&self) -> RwLockReadGuard<'_, State> {
        self.state.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn state_mut(&self) -> RwLockWriteGuard<'_, State> {
        self.state.write().unwrap_or_else(PoisonError::into_inner)
    }

    /// What the database should remember of the ring.
    pub(crate) fn mark(&self) -> Mark {
        let state = self.state();
        Mark { generation: state.generation, frames: state.frames }
    }

    /// The cipher of cells in `class` of `holder` (and of the party `also`); `Gone` when a key is absent.
    pub(crate) fn cipher(
        &self,
        class: &'static str,
        holder: Uuid,
        also: Option<Uuid>,
    ) -> Result<Arc<LessSafeKey>, StoreError> {
        let name = (class, holder, also);
        let (cipher, generation) = {
            let state = self.state();
            if let Some(cipher) = state.ciphers.get(&name) {
                return Ok(Arc::clone(cipher));
            }
            (Arc::new(state.derive(name, cipher::CELL, &[])?), state.generation)
        };
        let mut state = self.state_mut();
        // A destruction in between must not find its key's cipher put back.
        if state.generation == generation {
            if state.ciphers.len() >= CIPHERS {
                state.ciphers.clear();
            }
            state.ciphers.insert(name, Arc::clone(&cipher));
        }
        Ok(cipher)
    }

    /// The cipher of one file.
    pub(crate) fn file_cipher(
        &self,
        class: &'static str,
        holder: Uuid,
        also: Option<Uuid>,
        file: Uuid,
    ) -> Result<LessSafeKey, StoreError> {
        self.state().derive((class, holder, also), cipher::FILE, file.as_bytes())
    }

    /// What a person's own device seals with, made of the keys of a scope; `Gone` when a key is absent.
    pub(crate) fn export(&self, class: &'static str, holder: Uuid, also: Option<Uuid>) -> Result<Exported, StoreError> {
        self.state().export((class, holder, also))
    }

    /// Makes the keys of a scope that are missing; they wait for [`Self::flush`]. Returns those made.
    pub(crate) fn make(&self, class: &'static str, holder: Uuid, also: Option<Uuid>) -> Vec<(&'static str, Uuid)> {
        let scopes = [Some(holder), also.filter(|also| *also != holder)];
        let missing = |state: &State| -> Vec<(&'static str, Uuid)> {
            let held = |of: &Uuid| state.key(class, *of).is_none();
            scopes.iter().flatten().filter(|of| held(of)).map(|of| (class, *of)).collect()
        };
        if missing(&self.state()).is_empty() {
            return Vec::new();
        }
        let mut state = self.state_mut();
        let made = missing(&state);
        for (class, holder) in &made {
            let key = Zeroizing::new(rng::bytes::<32>(&*self.rng));
            state.pending.push(Record::key(class, *holder, key.clone()));
            state.keep(class, *holder, key);
        }
        made
    }

    /// Takes back keys of a unit that rolled back, as far as they are not yet on disk.
    pub(crate) fn forget(&self, made: &[(&'static str, Uuid)]) {
        if made.is_empty() {
            return;
        }
        let mut state = self.state_mut();
        for (class, holder) in made {
            let pending = state.pending.len();
            state.pending.retain(|record| !record.is_key(class, *holder));
            if state.pending.len() < pending {
                state.drop_key(class, *holder);
                state.ciphers.retain(|name, _| name.0 != *class || name.1 != *holder && name.2 != Some(*holder));
            }
        }
    }

    /// Makes new keys durable. Must succeed before the commit that uses them.
    pub(crate) fn flush(&self) -> Result<(), StoreError> {
        if self.state().pending.is_empty() {
            return Ok(());
        }
        let mut state = self.state_mut();
        let state = &mut *state;
        if state.broken {
            return Err(fault("an earlier write failed: start again when the disk is well".to_owned()));
        }
        let pending: Vec<_> = state.pending.iter().map(Record::entry).collect();
        let frame = format::frame(
            &pending,
            state.generation,
            state.frames,
            &state.wrapping,
            self.organisation.as_str(),
            &*self.rng,
        )?;
        let written = state.file.write_all(&frame).and_then(|()| state.file.sync_data());
        if let Err(error) = written {
            // Bytes of unknown state behind the last whole frame: cut them off, or write no more.
            state.broken = state.file.set_len(state.length).and_then(|()| state.file.sync_all()).is_err();
            return Err(file_fault(&self.path, &error));
        }
        state.length += frame.len() as u64;
        state.frames += 1;
        state.pending.clear();
        Ok(())
    }

    /// Destroys the keys of `scopes`, and lookup keys older than `keep_lookups`. May be repeated: keys that are
    /// absent count for nothing, and what an earlier attempt left over is removed.
    pub(crate) fn destroy(
        &self,
        scopes: &[(&str, Uuid)],
        keep_lookups: u64,
        after: &mut dyn FnMut(Step) -> io::Result<()>,
    ) -> Result<Destroyed, StoreError> {
        let mut guard = self.state_mut();
        let state = &mut *guard;
        let mut doomed: Vec<(&str, Uuid)> =
            scopes.iter().copied().filter(|(class, holder)| state.key(class, *holder).is_some()).collect();
        doomed.sort_unstable();
        doomed.dedup();
        let old_lookups = state.lookups.keys().any(|version| is_old(*version, keep_lookups));
        if doomed.is_empty() && !old_lookups {
            self.sweep(state.generation)?;
            return Ok(Destroyed { generation: state.generation, keys: 0 });
        }
        let old = state.generation;
        let generation = old + 1;
        let key = Zeroizing::new(rng::bytes::<32>(&*self.rng));
        self.encryption
            .save(generation, &key)
            .map_err(|error| fault(format!("saving the key-encryption key of generation {generation}: {error}")))?;
        reached(after, Step::KeySaved)?;
        let wrapping = cipher::wrapping(&key);
        let kept = state.entries(&doomed, keep_lookups);
        let bytes = format::write(generation, &kept, &wrapping, self.organisation.as_str(), &*self.rng)?;
        drop(kept);
        let old_ring = fs::OpenOptions::new().write(true).open(&self.path).map_err(|e| file_fault(&self.path, &e))?;
        let replaced = replace(&self.path, &bytes, after);
        if !matches!(replaced, Ok(()) | Err(Replace::After(_))) {
            replaced?;
            return Err(fault("not replaced".to_owned()));
        }
        // From here on the new ring is the one in place, whatever fails below.
        let overwritten = zero(&old_ring, state.length);
        for (class, holder) in &doomed {
            state.drop_key(class, *holder);
        }
        state.lookups.retain(|version, _| !is_old(*version, keep_lookups));
        state.ciphers.clear();
        state.pending.clear();
        state.wrapping = wrapping;
        state.generation = generation;
        state.frames = 1;
        state.length = bytes.len() as u64;
        match append(&self.path) {
            Ok(file) => state.file = file,
            Err(error) => {
                state.broken = true;
                return Err(error);
            }
        }
        replaced?;
        reached(after, Step::RingReplaced)?;
        overwritten.map_err(|error| file_fault(&self.path, &error))?;
        reached(after, Step::OldRingOverwritten)?;
        self.sweep(generation)?;
        reached(after, Step::OldKeyDestroyed)?;
        Ok(Destroyed { generation, keys: doomed.len() })
    }

    /// The keyed hash of `text` under a lookup key's version.
    pub(crate) fn hash(&self, version: u64, domain: &str, text: &str) -> Result<[u8; 32], StoreError> {
        let key = self.state().lookups.get(&version).map(|(_, key)| Arc::clone(key)).ok_or(StoreError::Gone)?;
        Ok(cipher::hash(&key, domain, text))
    }

    /// Makes the next lookup key, durable at once; returns its version.
    pub(crate) fn next_lookup(&self) -> Result<u64, StoreError> {
        let version = {
            let mut state = self.state_mut();
            let version = state.lookups.keys().max().copied().unwrap_or(0) + 1;
            let key = Zeroizing::new(rng::bytes::<32>(&*self.rng));
            state.pending.push(Record::lookup(version, key.clone()));
            state.keep_lookup(version, key);
            version
        };
        self.flush()?;
        Ok(version)
    }

    /// The signing key of a ring from before there was one, durable at once.
    fn make_signing(&self) -> Result<(), StoreError> {
        {
            let mut state = self.state_mut();
            if state.signing.is_some() {
                return Ok(());
            }
            let made = Signing::make()?;
            state.pending.push(Record::Signing { key: made.kept.clone() });
            state.signing = Some(Arc::new(made));
        }
        self.flush()
    }

    /// Signs with the organisation's key; the public key and the signature.
    pub(crate) fn sign(&self, bytes: &[u8]) -> Result<(Vec<u8>, Vec<u8>), StoreError> {
        let signing = self.state().signing.clone().ok_or_else(|| fault("there is no signing key".to_owned()))?;
        Ok((signing.public(), signing.sign(bytes)?))
    }

    /// The organisation's public key.
    pub(crate) fn public_key(&self) -> Vec<u8> {
        self.state().signing.as_ref().map(|signing| signing.public()).unwrap_or_default()
    }

    /// The version of the lookup key that was made last.
    pub(crate) fn newest_lookup(&self) -> Option<u64> {
        self.state().lookups.keys().copied().filter(|version| *version != FIXED_LOOKUP).max()
    }

    /// As if the disk were full.
    #[cfg(test)]
    pub(crate) fn fail_writes(&self, fail: bool) {
        self.state_mut().broken = fail;
    }

    /// How many keys there are.
    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.state().keys.values().map(Vec::len).sum()
    }

    /// Whether the key of a scope is held.
    pub(crate) fn has(&self, class: &str, holder: Uuid) -> bool {
        self.state().key(class, holder).is_some()
    }
}

fn reached(after: &mut dyn FnMut(Step) -> io::Result<()>, step: Step) -> Result<(), StoreError> {
    tracing::debug!(keyring.step = ?step, "a destruction of keys got this far");
    after(step).map_err(|error| fault(error.to_string()))
}

fn fault(text: String) -> StoreError {
    StoreError::Keyring(text)
}

fn file_fault(path: &Path, error: &io::Error) -> StoreError {
    StoreError::Keyring(format!("{}: {error}", path.display()))
}
