//! Keys of certificates and of the account with the authority: P-256, made here.

use aws_lc_rs::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_ASN1_SIGNING, ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use rcgen::{Error, PKCS_ECDSA_P256_SHA256, PublicKeyData, SignatureAlgorithm, SigningKey};

/// How a key signs: the same signature, written in two ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As certificates hold it (ASN.1).
    Certificate,
    /// As JSON Web Signatures hold it (two numbers of 32 bytes, RFC 7518 §3.4).
    Web,
}

/// A private key.
pub struct Key(EcdsaKeyPair);

impl Key {
    /// Makes a new key and its text for a file (PKCS #8 in PEM).
    pub fn make(form: Form) -> Option<(Self, String)> {
        let made = EcdsaKeyPair::generate_pkcs8(form.algorithm(), &SystemRandom::new()).ok()?;
        let key = Self::read(form, made.as_ref())?;
        let text = pem("PRIVATE KEY", made.as_ref());
        Some((key, text))
    }

    /// The key of a PKCS #8 text in DER.
    pub fn read(form: Form, der: &[u8]) -> Option<Self> {
        EcdsaKeyPair::from_pkcs8(form.algorithm(), der).ok().map(Self)
    }

    /// The signature of these bytes, in the form that was chosen.
    pub fn signature(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        self.0.sign(&SystemRandom::new(), bytes).ok().map(|signature| signature.as_ref().to_vec())
    }

    /// The two numbers of the public key, 32 bytes each.
    pub fn point(&self) -> (&[u8], &[u8]) {
        // An uncompressed point: one byte that says so, and then both.
        let point = self.0.public_key().as_ref();
        let numbers = point.get(1..).unwrap_or_default();
        numbers.split_at(numbers.len() / 2)
    }
}

/// Bytes as the text of a file (RFC 7468).
pub fn pem(label: &str, der: &[u8]) -> String {
    let base64 = STANDARD.encode(der);
    let mut text = format!("-----BEGIN {label}-----\n");
    let mut rest = base64.as_str();
    while !rest.is_empty() {
        let (line, after) = rest.split_at(rest.len().min(64));
        text.push_str(line);
        text.push('\n');
        rest = after;
    }
    text.push_str(&format!("-----END {label}-----\n"));
    text
}

impl Form {
    fn algorithm(self) -> &'static aws_lc_rs::signature::EcdsaSigningAlgorithm {
        match self {
            Self::Certificate => &ECDSA_P256_SHA256_ASN1_SIGNING,
            Self::Web => &ECDSA_P256_SHA256_FIXED_SIGNING,
        }
    }
}

impl PublicKeyData for Key {
    fn der_bytes(&self) -> &[u8] {
        self.0.public_key().as_ref()
    }

    fn algorithm(&self) -> &'static SignatureAlgorithm {
        &PKCS_ECDSA_P256_SHA256
    }
}

impl SigningKey for Key {
    fn sign(&self, bytes: &[u8]) -> Result<Vec<u8>, Error> {
        self.signature(bytes).ok_or(Error::RemoteKeyError)
    }
}
