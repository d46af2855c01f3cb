//! The keys in memory.

use std::{collections::HashMap, fs, sync::Arc};

use aws_lc_rs::{aead::LessSafeKey, hmac};
use kernel::Uuid;
use zeroize::Zeroizing;

use crate::StoreError;

use super::{
    CipherName, Exported, FIXED_LOOKUP, Mark, cipher,
    format::{Entry, Record},
    signing::Signing,
};

/// A key in memory: in a box, so that it never moves and leaves no copy behind.
type Key = Box<Zeroizing<[u8; 32]>>;

pub(super) struct State {
    pub(super) generation: u64,
    pub(super) frames: u32,
    pub(super) wrapping: LessSafeKey,
    pub(super) file: fs::File,
    pub(super) length: u64,
    pub(super) broken: bool,
    pub(super) keys: HashMap<Uuid, Vec<(Box<str>, Key)>>,
    pub(super) lookups: HashMap<u64, (Key, Arc<hmac::Key>)>,
    pub(super) pending: Vec<Record>,
    pub(super) ciphers: HashMap<CipherName, Arc<LessSafeKey>>,
    pub(super) signing: Option<Arc<Signing>>,
}

impl State {
    /// No keys yet.
    pub(super) fn new(mark: Mark, wrapping: LessSafeKey, file: fs::File, length: u64) -> Self {
        Self {
            generation: mark.generation,
            frames: mark.frames,
            wrapping,
            file,
            length,
            broken: false,
            keys: HashMap::new(),
            lookups: HashMap::new(),
            pending: Vec::new(),
            ciphers: HashMap::new(),
            signing: None,
        }
    }

    pub(super) fn key(&self, class: &str, holder: Uuid) -> Option<&[u8; 32]> {
        let of_holder = self.keys.get(&holder)?;
        of_holder.iter().find(|(name, _)| &**name == class).map(|(_, key)| &***key)
    }

    pub(super) fn take(&mut self, record: Record) -> Result<(), StoreError> {
        match record {
            Record::Key { class, holder, key } => self.keep(&class, holder, key),
            Record::Lookup { version, key } => self.keep_lookup(version, key),
            Record::Signing { key } => self.signing = Some(Arc::new(Signing::read(key)?)),
        }
        Ok(())
    }

    pub(super) fn keep(&mut self, class: &str, holder: Uuid, key: Zeroizing<[u8; 32]>) {
        let of_holder = self.keys.entry(holder).or_default();
        of_holder.retain(|(name, _)| &**name != class);
        of_holder.push((class.into(), Box::new(key)));
    }

    pub(super) fn keep_lookup(&mut self, version: u64, key: Zeroizing<[u8; 32]>) {
        let hashing = Arc::new(hmac::Key::new(hmac::HMAC_SHA256, &*key));
        self.lookups.insert(version, (Box::new(key), hashing));
    }

    pub(super) fn drop_key(&mut self, class: &str, holder: Uuid) {
        if let Some(of_holder) = self.keys.get_mut(&holder) {
            of_holder.retain(|(name, _)| &**name != class);
            if of_holder.is_empty() {
                self.keys.remove(&holder);
            }
        }
    }

    pub(super) fn derive(&self, name: CipherName, purpose: &[u8], context: &[u8]) -> Result<LessSafeKey, StoreError> {
        let (first, second) = self.both(name)?;
        cipher::derive(first, second, purpose, context)
    }

    pub(super) fn export(&self, name: CipherName) -> Result<Exported, StoreError> {
        let (first, second) = self.both(name)?;
        cipher::export(first, second)
    }

    /// The keys of a scope: the holder's, and the party's where there is one.
    fn both(&self, name: CipherName) -> Result<(&[u8; 32], Option<&[u8; 32]>), StoreError> {
        let (class, holder, also) = name;
        let first = self.key(class, holder).ok_or(StoreError::Gone)?;
        let second = match also {
            Some(also) => Some(self.key(class, also).ok_or(StoreError::Gone)?),
            None => None,
        };
        Ok((first, second))
    }

    /// Everything but what is to go.
    pub(super) fn entries(&self, doomed: &[(&str, Uuid)], keep_lookups: u64) -> Vec<Entry<'_>> {
        let mut entries = Vec::with_capacity(self.keys.values().map(Vec::len).sum::<usize>() + self.lookups.len());
        for (holder, of_holder) in &self.keys {
            for (class, key) in of_holder {
                if doomed.binary_search(&(&**class, *holder)).is_err() {
                    entries.push(Entry::Key { class, holder: *holder, key });
                }
            }
        }
        let lookups = self.lookups.iter().filter(|(version, _)| !is_old(**version, keep_lookups));
        entries.extend(lookups.map(|(version, (key, _))| Entry::Lookup { version: *version, key }));
        entries.extend(self.signing.iter().map(|signing| Entry::Signing { key: &signing.kept }));
        entries
    }
}

pub(super) fn is_old(version: u64, keep: u64) -> bool {
    version != FIXED_LOOKUP && version < keep
}
