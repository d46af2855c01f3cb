//! The ring on disk: a head, then frames.
//!
//! Head: `TROTHKR1`, then the generation (8 bytes, big-endian). A frame: its length (4 bytes), a nonce, and records
//! wrapped together with AES-256-GCM-SIV; organisation, generation and position of the frame are authenticated with
//! it, so that frames can be neither moved nor taken from another ring. A rewritten ring is one frame; new keys
//! append frames. Without the key-encryption key not even the holders can be read.

use aws_lc_rs::aead::{Aad, LessSafeKey, Nonce};
use kernel::{Rng, Uuid, rng};
use zeroize::Zeroizing;

use crate::StoreError;

use super::cipher::NONCE;

const MAGIC: &[u8; 8] = b"TROTHKR1";
const HEAD: usize = 16;

/// One key of the ring, where it lies: a ring of everyone's keys is written without a copy of each.
#[derive(Clone, Copy)]
pub(super) enum Entry<'a> {
    Key { class: &'a str, holder: Uuid, key: &'a [u8; 32] },
    Lookup { version: u64, key: &'a [u8; 32] },
    Signing { key: &'a [u8] },
}

/// One key of the ring.
pub(super) enum Record {
    Key {
        class: Box<str>,
        holder: Uuid,
        key: Zeroizing<[u8; 32]>,
    },
    Lookup {
        version: u64,
        key: Zeroizing<[u8; 32]>,
    },
    /// The organisation's signing key.
    Signing {
        key: Zeroizing<Vec<u8>>,
    },
}

impl Record {
    pub(super) fn key(class: &str, holder: Uuid, key: Zeroizing<[u8; 32]>) -> Self {
        Self::Key { class: class.into(), holder, key }
    }

    pub(super) fn lookup(version: u64, key: Zeroizing<[u8; 32]>) -> Self {
        Self::Lookup { version, key }
    }

    pub(super) fn is_key(&self, of_class: &str, of_holder: Uuid) -> bool {
        matches!(self, Self::Key { class, holder, .. } if &**class == of_class && *holder == of_holder)
    }

    pub(super) fn entry(&self) -> Entry<'_> {
        match self {
            Self::Key { class, holder, key } => Entry::Key { class, holder: *holder, key },
            Self::Lookup { version, key } => Entry::Lookup { version: *version, key },
            Self::Signing { key } => Entry::Signing { key },
        }
    }

    fn read(from: &mut &[u8]) -> Option<Self> {
        match take(from, 1)?[0] {
            0 => {
                let length = usize::from(take(from, 1)?[0]);
                let class = std::str::from_utf8(take(from, length)?).ok()?;
                let holder = Uuid::from_slice(take(from, 16)?).ok()?;
                Some(Self::key(class, holder, Zeroizing::new(take(from, 32)?.try_into().ok()?)))
            }
            1 => {
                let version = u64::from_be_bytes(take(from, 8)?.try_into().ok()?);
                Some(Self::lookup(version, Zeroizing::new(take(from, 32)?.try_into().ok()?)))
            }
            2 => {
                let length = u16::from_be_bytes(take(from, 2)?.try_into().ok()?);
                Some(Self::Signing { key: Zeroizing::new(take(from, usize::from(length))?.to_vec()) })
            }
            _ => None,
        }
    }
}

impl Entry<'_> {
    pub(super) fn length(self) -> usize {
        match self {
            Self::Key { class, .. } => 1 + 1 + class.len() + 16 + 32,
            Self::Lookup { .. } => 1 + 8 + 32,
            Self::Signing { key } => 1 + 2 + key.len(),
        }
    }

    pub(super) fn write(self, to: &mut Vec<u8>) -> Result<(), StoreError> {
        match self {
            Self::Key { class, holder, key } => {
                let length = u8::try_from(class.len())
                    .map_err(|_| StoreError::Keyring(format!("the class name {class} is too long")))?;
                to.push(0);
                to.push(length);
                to.extend_from_slice(class.as_bytes());
                to.extend_from_slice(holder.as_bytes());
                to.extend_from_slice(key);
            }
            Self::Lookup { version, key } => {
                to.push(1);
                to.extend_from_slice(&version.to_be_bytes());
                to.extend_from_slice(key);
            }
            Self::Signing { key } => {
                let length = u16::try_from(key.len())
                    .map_err(|_| StoreError::Keyring("the signing key is too long".to_owned()))?;
                to.push(2);
                to.extend_from_slice(&length.to_be_bytes());
                to.extend_from_slice(key);
            }
        }
        Ok(())
    }
}

fn take<'a>(from: &mut &'a [u8], length: usize) -> Option<&'a [u8]> {
    let (head, rest) = from.split_at_checked(length)?;
    *from = rest;
    Some(head)
}

/// What a ring's file holds.
pub(super) struct Frames {
    pub(super) records: Vec<Record>,
    pub(super) frames: u32,
    /// The end of the last whole frame.
    pub(super) length: u64,
}

/// The generation that a ring's head tells.
pub(super) fn generation(bytes: &[u8]) -> Option<u64> {
    let head = bytes.get(..HEAD)?.strip_prefix(MAGIC)?;
    Some(u64::from_be_bytes(head.try_into().ok()?))
}

/// A whole ring of one frame.
pub(super) fn write(
    generation: u64,
    entries: &[Entry<'_>],
    wrapping: &LessSafeKey,
    organisation: &str,
    rng: &dyn Rng,
) -> Result<Vec<u8>, StoreError> {
    let mut bytes = Vec::from(MAGIC);
    bytes.extend_from_slice(&generation.to_be_bytes());
    bytes.append(&mut frame(entries, generation, 0, wrapping, organisation, rng)?);
    Ok(bytes)
}

/// One frame, to be appended.
pub(super) fn frame(
    entries: &[Entry<'_>],
    generation: u64,
    position: u32,
    wrapping: &LessSafeKey,
    organisation: &str,
    rng: &dyn Rng,
) -> Result<Vec<u8>, StoreError> {
    // All the room at once, so that the buffer never moves and leaves keys behind.
    let mut plain = Zeroizing::new(Vec::with_capacity(entries.iter().map(|entry| entry.length()).sum()));
    for entry in entries {
        entry.write(&mut plain)?;
    }
    let nonce: [u8; NONCE] = rng::bytes(rng);
    let tag = wrapping
        .seal_in_place_separate_tag(
            Nonce::assume_unique_for_key(nonce),
            Aad::from(bound_to(organisation, generation, position)),
            &mut plain,
        )
        .map_err(|_| StoreError::Keyring("wrapping failed".to_owned()))?;
    let length = NONCE + plain.len() + tag.as_ref().len();
    let prefix = u32::try_from(length).map_err(|_| StoreError::Keyring("too many keys for one ring".to_owned()))?;
    let mut frame = Vec::with_capacity(4 + length);
    frame.extend_from_slice(&prefix.to_be_bytes());
    frame.extend_from_slice(&nonce);
    frame.extend_from_slice(&plain);
    frame.extend_from_slice(tag.as_ref());
    Ok(frame)
}

/// Reads all frames. A last frame that is not whole was cut off by a crash before anything used it.
pub(super) fn read(bytes: &[u8], wrapping: &LessSafeKey, organisation: &str) -> Result<Frames, String> {
    let generation = generation(bytes).ok_or("not a keyring")?;
    let mut found = Frames { records: Vec::new(), frames: 0, length: HEAD as u64 };
    let mut rest = bytes.get(HEAD..).unwrap_or_default();
    while !rest.is_empty() {
        let Some((frame, behind)) = split(rest) else { break };
        let Some(records) = unwrap(frame, wrapping, &bound_to(organisation, generation, found.frames)) else {
            if found.frames > 0 && behind.is_empty() {
                break;
            }
            return Err(format!(
                "part {} does not open: the key-encryption key is another, the ring is of another organisation, or \
                 the file was changed",
                found.frames + 1
            ));
        };
        found.records.extend(records);
        found.length += (rest.len() - behind.len()) as u64;
        found.frames += 1;
        rest = behind;
    }
    if found.frames == 0 { Err("it holds no part".to_owned()) } else { Ok(found) }
}

fn split(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (prefix, rest) = bytes.split_at_checked(4)?;
    let length = u32::from_be_bytes(prefix.try_into().ok()?);
    rest.split_at_checked(usize::try_from(length).ok()?)
}

fn unwrap(frame: &[u8], wrapping: &LessSafeKey, aad: &[u8]) -> Option<Vec<Record>> {
    let (nonce, body) = frame.split_at_checked(NONCE)?;
    let mut plain = Zeroizing::new(body.to_vec());
    let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
    let opened = wrapping.open_in_place(nonce, Aad::from(aad), &mut plain).ok()?;
    let mut left: &[u8] = opened;
    let mut records = Vec::new();
    while !left.is_empty() {
        records.push(Record::read(&mut left)?);
    }
    Some(records)
}

fn bound_to(organisation: &str, generation: u64, position: u32) -> Vec<u8> {
    let mut aad = b"troth keyring 1".to_vec();
    aad.extend_from_slice(&generation.to_be_bytes());
    aad.extend_from_slice(&position.to_be_bytes());
    aad.extend_from_slice(organisation.as_bytes());
    aad
}
