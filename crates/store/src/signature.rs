//! Signatures of keys that are not ours, such as a passkey's: here because the cipher library is.

use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_ASN1, ECDSA_P256_SHA256_FIXED, ED25519, ParsedPublicKey, RSA_PKCS1_2048_8192_SHA256,
    RsaPublicKeyComponents, UnparsedPublicKey, VerificationAlgorithm,
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

/// Somebody's public key as JSON Web Keys write it, in numbers (RFC 7518 §6, RFC 8037 §2). Each kind has one algorithm, so
/// that nobody chooses another for it.
pub enum WebKey {
    /// RS256: modulus and exponent.
    Rsa {
        /// The modulus.
        modulus: Vec<u8>,
        /// The exponent.
        exponent: Vec<u8>,
    },
    /// ES256: the two numbers of a point of P-256.
    P256 {
        /// The first.
        x: Vec<u8>,
        /// The second.
        y: Vec<u8>,
    },
    /// EdDSA with Ed25519: the point.
    Ed25519(Vec<u8>),
}

impl WebKey {
    /// What signatures with this key are called (RFC 7518 §3.1, RFC 8037 §3.1).
    pub const fn algorithm(&self) -> &'static str {
        match self {
            Self::Rsa { .. } => "RS256",
            Self::P256 { .. } => "ES256",
            Self::Ed25519(_) => "EdDSA",
        }
    }

    /// Whether this key's owner signed these bytes.
    pub fn has_signed(&self, bytes: &[u8], signature: &[u8]) -> bool {
        let is_signed = match self {
            Self::Rsa { modulus, exponent } => {
                // Some write a leading zero, as ASN.1 does.
                let number = |bytes: &[u8]| bytes.iter().copied().skip_while(|byte| *byte == 0).collect::<Vec<_>>();
                let (n, e) = (number(modulus), number(exponent));
                RsaPublicKeyComponents { n, e }.verify(&RSA_PKCS1_2048_8192_SHA256, bytes, signature)
            }
            Self::P256 { x, y } if x.len() == 32 && y.len() == 32 => {
                // An uncompressed point: one byte that says so, and then both (SEC 1 §2.3.3).
                let point = [&[4], x.as_slice(), y].concat();
                UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point).verify(bytes, signature)
            }
            Self::P256 { .. } => return false,
            Self::Ed25519(point) => UnparsedPublicKey::new(&ED25519, point).verify(bytes, signature),
        };
        is_signed.is_ok()
    }
}

#[cfg(test)]
mod tests {
    use aws_lc_rs::{
        encoding::AsDer as _,
        rand::SystemRandom,
        rsa::KeySize,
        signature::{
            ECDSA_P256_SHA256_ASN1_SIGNING, ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair,
            KeyPair as _, RSA_PKCS1_SHA256, RsaKeyPair,
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

    /// A key in numbers, and its signature of these bytes.
    type Written = (WebKey, Vec<u8>);

    fn in_numbers_es256(bytes: &[u8]) -> Written {
        let pair = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING).unwrap();
        let signature = pair.sign(&SystemRandom::new(), bytes).unwrap();
        let (x, y) = pair.public_key().as_ref()[1..].split_at(32);
        (WebKey::P256 { x: x.to_vec(), y: y.to_vec() }, signature.as_ref().to_vec())
    }

    fn in_numbers_eddsa(bytes: &[u8]) -> Written {
        let pair = Ed25519KeyPair::generate().unwrap();
        (WebKey::Ed25519(pair.public_key().as_ref().to_vec()), pair.sign(bytes).as_ref().to_vec())
    }

    fn in_numbers_rs256(bytes: &[u8]) -> Written {
        let pair = RsaKeyPair::generate(KeySize::Rsa2048).unwrap();
        let mut signature = vec![0; pair.public_modulus_len()];
        pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), bytes, &mut signature).unwrap();
        // RSAPublicKey in DER (RFC 8017 §A.1.1): two numbers, of which the first has a zero before its 256 bytes.
        let der = pair.public_key().as_ref();
        let key = WebKey::Rsa { modulus: der[8..265].to_vec(), exponent: der[267..].to_vec() };
        (key, signature)
    }

    // CE19
    #[test]
    fn a_key_in_numbers_knows_its_own_signatures_alone() {
        let mut names = Vec::new();
        for with in [in_numbers_es256, in_numbers_eddsa, in_numbers_rs256] {
            let (own, signature) = with(b"heron");
            let (other, _) = with(b"heron");
            names.push(own.algorithm());
            assert!(own.has_signed(b"heron", &signature), "{}", own.algorithm());
            assert!(!other.has_signed(b"heron", &signature), "{}: another key", own.algorithm());
            assert!(!own.has_signed(b"kite", &signature), "{}: other bytes", own.algorithm());
            assert!(!own.has_signed(b"heron", &signature[1..]), "{}: cut short", own.algorithm());
            assert!(!own.has_signed(b"heron", &[]), "{}: nothing", own.algorithm());
        }
        assert_eq!(names, ["ES256", "EdDSA", "RS256"]);
        let broken = [
            WebKey::Rsa { modulus: vec![0; 256], exponent: vec![1, 0, 1] },
            WebKey::P256 { x: vec![1; 31], y: vec![1; 33] },
            WebKey::P256 { x: vec![1; 32], y: vec![1; 32] },
            WebKey::Ed25519(vec![1; 31]),
        ];
        for key in broken {
            assert!(!key.has_signed(b"heron", &[0; 64]) && !key.has_signed(b"heron", &[0; 256]));
        }
    }
}
