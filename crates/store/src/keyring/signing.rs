//! The organisation's signing key: made once, kept in the ring, never in the database.

use std::sync::Arc;

use aws_lc_rs::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _},
};
use zeroize::Zeroizing;

use crate::StoreError;

/// A signing key, with the bytes that the ring keeps of it.
pub(super) struct Signing {
    pub(super) kept: Zeroizing<Vec<u8>>,
    pair: Arc<EcdsaKeyPair>,
}

impl Signing {
    /// A new key. The library that signs also draws it, from the operating system.
    pub(super) fn make() -> Result<Self, StoreError> {
        let made = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &SystemRandom::new());
        let made = made.map_err(|_| StoreError::Keyring("no signing key could be made".to_owned()))?;
        Self::read(Zeroizing::new(made.as_ref().to_vec()))
    }

    /// A key as the ring keeps it (PKCS #8).
    pub(super) fn read(kept: Zeroizing<Vec<u8>>) -> Result<Self, StoreError> {
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &kept);
        let pair = pair.map_err(|_| StoreError::Keyring("the signing key cannot be read".to_owned()))?;
        Ok(Self { kept, pair: Arc::new(pair) })
    }

    /// The public key: an uncompressed point of 65 bytes.
    pub(super) fn public(&self) -> Vec<u8> {
        self.pair.public_key().as_ref().to_vec()
    }

    /// Signs; r and s, 64 bytes.
    pub(super) fn sign(&self, bytes: &[u8]) -> Result<Vec<u8>, StoreError> {
        let signed = self.pair.sign(&SystemRandom::new(), bytes);
        signed
            .map(|signature| signature.as_ref().to_vec())
            .map_err(|_| StoreError::Keyring("signing failed".to_owned()))
    }
}
