//! Keys put to use: derivation, sealing, keyed hashes.
//!
//! A value that belongs to two is sealed once, under a key derived (HKDF, RFC 5869) from both keys together. That
//! needs both as surely as sealing twice would, costs half, and leaves no inner layer that one key alone could
//! strip.

use aws_lc_rs::{
    aead::{AES_256_GCM, AES_256_GCM_SIV, Aad, LessSafeKey, Nonce, UnboundKey},
    hkdf, hmac,
};
use kernel::{Rng, rng};
use zeroize::Zeroizing;

use crate::StoreError;

/// The version of the sealed form; the first byte of each sealed value.
pub(crate) const VERSION: u8 = 1;
/// Bytes of a nonce.
pub(crate) const NONCE: usize = 12;
/// Bytes of the authentication tag.
const TAG: usize = 16;

/// The purpose of keys for cells.
pub(super) const CELL: &[u8] = b"troth cell 1";
/// The purpose of keys for files.
pub(super) const FILE: &[u8] = b"troth file 1";

/// The purpose of keys that a person's own device seals with.
const DEVICE: &[u8] = b"troth device 1";
/// The purpose of marks by which a device finds what it sealed.
const DEVICE_MARK: &[u8] = b"troth device mark 1";

/// What leaves the ring for a person's own device: a key, and a mark that tells nothing of it.
pub(crate) struct Exported {
    pub(crate) key: Zeroizing<[u8; 32]>,
    pub(crate) mark: Zeroizing<[u8; 32]>,
}

/// The key that wraps a ring.
#[expect(clippy::expect_used, reason = "a key of 32 bytes is what AES-256 takes")]
pub(super) fn wrapping(key: &[u8; 32]) -> LessSafeKey {
    LessSafeKey::new(UnboundKey::new(&AES_256_GCM_SIV, key).expect("32 bytes"))
}

/// What is derived from one key or two.
fn extract(first: &[u8; 32], second: Option<&[u8; 32]>) -> hkdf::Prk {
    let mut material = Zeroizing::new([0_u8; 64]);
    material[..32].copy_from_slice(first);
    let length = match second {
        Some(second) => {
            material[32..].copy_from_slice(second);
            64
        }
        None => 32,
    };
    hkdf::Salt::new(hkdf::HKDF_SHA256, b"troth").extract(&material[..length])
}

/// Derives a cipher from one key or two.
pub(super) fn derive(
    first: &[u8; 32],
    second: Option<&[u8; 32]>,
    purpose: &[u8],
    context: &[u8],
) -> Result<LessSafeKey, StoreError> {
    let extracted = extract(first, second);
    let info = [purpose, context];
    let key = extracted.expand(&info, &AES_256_GCM).map_err(|_| StoreError::Tampered)?;
    Ok(LessSafeKey::new(UnboundKey::from(key)))
}

/// Derives what a person's own device seals with from one key or two. No cell and no file opens with it.
pub(super) fn export(first: &[u8; 32], second: Option<&[u8; 32]>) -> Result<Exported, StoreError> {
    let extracted = extract(first, second);
    let expand = |purpose: &[u8]| {
        let mut bytes = Zeroizing::new([0_u8; 32]);
        let info = [purpose];
        let found = extracted.expand(&info, hkdf::HKDF_SHA256).and_then(|found| found.fill(&mut *bytes));
        found.map(|()| bytes).map_err(|_| StoreError::Tampered)
    };
    Ok(Exported { key: expand(DEVICE)?, mark: expand(DEVICE_MARK)? })
}

/// A keyed hash, apart for each domain.
pub(super) fn hash(key: &hmac::Key, domain: &str, text: &str) -> [u8; 32] {
    let mut context = hmac::Context::with_key(key);
    context.update(&(domain.len() as u64).to_be_bytes());
    context.update(domain.as_bytes());
    context.update(text.as_bytes());
    let tag = context.sign();
    let mut hash = [0; 32];
    hash.copy_from_slice(tag.as_ref());
    hash
}

/// Seals: version, nonce, ciphertext, tag.
pub(crate) fn seal(key: &LessSafeKey, aad: &[u8], plain: &[u8], rng: &dyn Rng) -> Result<Vec<u8>, StoreError> {
    let nonce: [u8; NONCE] = rng::bytes(rng);
    let mut sealed = Vec::with_capacity(1 + NONCE + plain.len() + TAG);
    sealed.push(VERSION);
    sealed.extend_from_slice(&nonce);
    sealed.extend_from_slice(plain);
    let nonce = Nonce::assume_unique_for_key(nonce);
    let tag = key
        .seal_in_place_separate_tag(nonce, Aad::from(aad), &mut sealed[1 + NONCE..])
        .map_err(|_| StoreError::Tampered)?;
    sealed.extend_from_slice(tag.as_ref());
    Ok(sealed)
}

/// Opens what [`seal`] made.
pub(crate) fn open(key: &LessSafeKey, aad: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, StoreError> {
    let (version, rest) = sealed.split_first().ok_or(StoreError::Tampered)?;
    let (nonce, body) = rest.split_at_checked(NONCE).ok_or(StoreError::Tampered)?;
    if *version != VERSION || body.len() < TAG {
        return Err(StoreError::Tampered);
    }
    let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| StoreError::Tampered)?;
    let mut plain = Zeroizing::new(body.to_vec());
    let length = key.open_in_place(nonce, Aad::from(aad), &mut plain).map_err(|_| StoreError::Tampered)?.len();
    plain.truncate(length);
    Ok(plain)
}

/// Does the work of [`open`], and of deriving a key for it, on something of the length of a password's hash.
pub(crate) fn open_nothing(aad: &[u8]) {
    let nothing = [VERSION; 1 + NONCE + 61 + TAG];
    let _ = derive(&[0; 32], None, CELL, &[]).and_then(|key| open(&key, aad, &nothing));
}
