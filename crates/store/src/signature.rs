//! Signatures of keys that are not ours, such as a passkey's: here because the cipher library is.

use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_ASN1, ED25519, ParsedPublicKey, RSA_PKCS1_2048_8192_SHA256, VerificationAlgorithm,
};

/// What keys may sign with: ES256, EdDSA and RS256 (RFC 9053 §2, RFC 8812 §2).
const ALGORITHMS: [&dyn VerificationAlgorithm; 3] = [&ECDSA_P256_SHA256_ASN1, &ED25519, &RSA_PKCS1_2048_8192_SHA256];

/// Somebody's public key.
pub struct PublicKey(ParsedPublicKey);

impl PublicKey {
    /// The key of a SubjectPublicKeyInfo in DER (RFC 5280 §4.1); `None` when it is none, or of another algorithm.
    pub fn read(der: &[u8]) -> Option<Self> {
        ALGORITHMS.into_iter().find_map(|algorithm| ParsedPublicKey::new(algorithm, der).ok()).map(Self)
    }

    /// Whether this key's owner signed these bytes.
    pub fn has_signed(&self, bytes: &[u8], signature: &[u8]) -> bool {
        self.0.verify_sig(bytes, signature).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use aws_lc_rs::{
        encoding::AsDer as _,
        rand::SystemRandom,
        rsa::KeySize,
        signature::{
            ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair as _, RSA_PKCS1_SHA256, RsaKeyPair,
        },
    };

    use super::*;

    /// A public key, and its signature of these bytes.
    type Signed = (Vec<u8>, Vec<u8>);

    fn with_es256(bytes: &[u8]) -> Signed {
        let pair = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_ASN1_SIGNING).unwrap();
        let signature = pair.sign(&SystemRandom::new(), bytes).unwrap();
        (pair.public_key().as_der().unwrap().as_ref().to_vec(), signature.as_ref().to_vec())
    }

    fn with_eddsa(bytes: &[u8]) -> Signed {
        let pair = Ed25519KeyPair::generate().unwrap();
        (pair.public_key().as_der().unwrap().as_ref().to_vec(), pair.sign(bytes).as_ref().to_vec())
    }

    fn with_rs256(bytes: &[u8]) -> Signed {
        let pair = RsaKeyPair::generate(KeySize::Rsa2048).unwrap();
        let mut signature = vec![0; pair.public_modulus_len()];
        pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), bytes, &mut signature).unwrap();
        (pair.public_key().as_der().unwrap().as_ref().to_vec(), signature)
    }

    // S7
    #[test]
    fn what_was_signed_is_known_by_its_own_key_alone_with_each_algorithm() {
        for with in [with_es256, with_eddsa, with_rs256] {
            let (own, signature) = with(b"heron");
            let (other, _) = with(b"heron");
            let (own, other) = (PublicKey::read(&own).unwrap(), PublicKey::read(&other).unwrap());
            assert!(own.has_signed(b"heron", &signature));
            assert!(!other.has_signed(b"heron", &signature), "another key");
            assert!(!own.has_signed(b"kite", &signature), "other bytes");
            assert!(!own.has_signed(b"heron", &signature[1..]), "cut short");
            assert!(!own.has_signed(b"heron", &[]), "nothing");
        }
    }

    #[test]
    fn what_is_no_key_is_none() {
        let (key, _) = with_es256(b"heron");
        for wrong in [&b""[..], b"heron", &key[1..], &key[..key.len() - 1]] {
            assert!(PublicKey::read(wrong).is_none(), "{wrong:?}");
        }
    }
}
