//! What the provider says of who came: an ID token (OpenID Connect Core 1.0 §2), held against everything that §3.1.3.7
//! asks, or refused.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use kernel::Timestamp;
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use store::signature::WebKey;

use super::settings::Settings;

/// The longest token, in bytes; they are a few hundred.
pub const LONGEST: usize = 16 * 1024;
/// The longest number that a provider has for a person (§2).
const LONGEST_SUBJECT: usize = 255;
/// By how many seconds two clocks may differ.
pub const SKEW: i64 = 60;
/// How many seconds ago a token may have been made: it is fetched at once.
pub const FRESH: i64 = 600;

/// Why a token is not believed. Nothing of what it says is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TokenFault {
    /// It is no signed token of three parts, or cannot be read.
    #[error("it cannot be read")]
    Unreadable,
    /// It is signed in a way that is not accepted: not at all, with a secret, or with conditions that we do not know.
    #[error("it is signed in a way that is not accepted")]
    Algorithm,
    /// The provider has published no such key.
    #[error("it is signed with a key that the provider has not published")]
    UnknownKey,
    /// The signature is not of that key.
    #[error("its signature is wrong")]
    Signature,
    /// It is of another issuer.
    #[error("it is of another issuer")]
    Issuer,
    /// It is for another client.
    #[error("it is for another client")]
    Audience,
    /// It is over, or is made of another time.
    #[error("it is over, or not of this time")]
    Time,
    /// It belongs to another errand.
    #[error("it answers another question")]
    Nonce,
    /// It names nobody.
    #[error("it names nobody")]
    Subject,
}

/// Who came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// A hash of who the provider is and of its own number for the person, in small letters and digits.
    pub fingerprint: String,
    /// Whether the sign-in there counts as two factors.
    pub is_strong: bool,
}

impl Subject {
    fn of(issuer: &str, subject: &str, is_strong: bool) -> Self {
        let hash = Sha256::new().chain_update(issuer).chain_update([0]).chain_update(subject).finalize();
        Self { fingerprint: hash.iter().map(|byte| format!("{byte:02x}")).collect(), is_strong }
    }
}

/// A key that the provider has published.
pub struct Key {
    id: Option<String>,
    key: WebKey,
}

/// The parts of a JSON Web Key that are looked at (RFC 7517 §4, RFC 7518 §6).
#[derive(Deserialize)]
struct Jwk {
    kty: String,
    kid: Option<String>,
    #[serde(rename = "use")]
    purpose: Option<String>,
    alg: Option<String>,
    crv: Option<String>,
    n: Option<String>,
    e: Option<String>,
    x: Option<String>,
    y: Option<String>,
}

#[derive(Deserialize)]
struct Jwks {
    keys: Vec<serde_json::Value>,
}

/// The keys of a set (RFC 7517 §5) that sign in a way that is accepted; others are passed over. `None` when it is no set.
pub fn keys(text: &[u8]) -> Option<Vec<Key>> {
    let set: Jwks = serde_json::from_slice(text).ok()?;
    let jwk = |value| serde_json::from_value::<Jwk>(value).ok();
    Some(set.keys.into_iter().filter_map(jwk).filter_map(Jwk::key).collect())
}

impl Jwk {
    fn key(self) -> Option<Key> {
        let number = |text: &Option<String>| URL_SAFE_NO_PAD.decode(text.as_ref()?.trim_end_matches('=')).ok();
        let key = match (self.kty.as_str(), self.crv.as_deref()) {
            ("RSA", None) => WebKey::Rsa { modulus: number(&self.n)?, exponent: number(&self.e)? },
            ("EC", Some("P-256")) => WebKey::P256 { x: number(&self.x)?, y: number(&self.y)? },
            ("OKP", Some("Ed25519")) => WebKey::Ed25519(number(&self.x)?),
            _ => return None,
        };
        let signs = self.purpose.is_none_or(|purpose| purpose == "sig");
        let fits = self.alg.is_none_or(|alg| alg == key.algorithm());
        (signs && fits).then_some(Key { id: self.kid, key })
    }
}

#[derive(Deserialize)]
struct Head {
    alg: String,
    kid: Option<String>,
    crit: Option<serde_json::Value>,
}

/// One text or several.
#[derive(Deserialize)]
#[serde(untagged)]
enum Texts {
    One(String),
    Several(Vec<String>),
}

#[derive(Deserialize)]
struct Claims {
    iss: String,
    sub: String,
    aud: Texts,
    azp: Option<String>,
    exp: f64,
    iat: f64,
    nonce: Option<String>,
    acr: Option<String>,
    #[serde(default)]
    amr: Vec<String>,
}

/// Reads a token that answers the errand with this nonce, at this instant.
///
/// # Errors
/// The first thing for which it is not believed.
pub fn read(
    token: &str,
    keys: &[Key],
    settings: &Settings,
    (nonce, now): (&str, Timestamp),
) -> Result<Subject, TokenFault> {
    let claims = signed(token, keys)?;
    if claims.iss != settings.issuer {
        return Err(TokenFault::Issuer);
    }
    // Others whom it is for as well would be able to show it here: none is trusted with that.
    let is_ours = match &claims.aud {
        Texts::One(only) => *only == settings.client,
        Texts::Several(all) => matches!(&all[..], [only] if *only == settings.client),
    };
    if !is_ours || claims.azp.as_ref().is_some_and(|party| *party != settings.client) {
        return Err(TokenFault::Audience);
    }
    let now = now.as_second() as f64;
    let (skew, fresh) = (SKEW as f64, FRESH as f64);
    if claims.exp <= now - skew || claims.iat > now + skew || claims.iat < now - fresh {
        return Err(TokenFault::Time);
    }
    if claims.nonce.as_deref() != Some(nonce) {
        return Err(TokenFault::Nonce);
    }
    if claims.sub.is_empty() || claims.sub.len() > LONGEST_SUBJECT {
        return Err(TokenFault::Subject);
    }
    let is_strong = settings.counts.hold(claims.acr.as_deref(), &claims.amr);
    Ok(Subject::of(&claims.iss, &claims.sub, is_strong))
}

/// What a token claims that one of these keys has signed.
fn signed(token: &str, keys: &[Key]) -> Result<Claims, TokenFault> {
    let parts: Vec<_> = token.split('.').collect();
    let ([head, claims, signature], true) = (&parts[..], token.len() <= LONGEST) else {
        return Err(TokenFault::Unreadable);
    };
    let bytes = |part: &str| URL_SAFE_NO_PAD.decode(part).map_err(|_| TokenFault::Unreadable);
    let head: Head = serde_json::from_slice(&bytes(head)?).map_err(|_| TokenFault::Unreadable)?;
    // What a header may demand beyond the standard, nobody here understands (RFC 7515 §4.1.11).
    if head.crit.is_some() || !["RS256", "ES256", "EdDSA"].contains(&head.alg.as_str()) {
        return Err(TokenFault::Algorithm);
    }
    // The key says how it signs; the header only which key it is.
    let fits = |key: &&Key| key.key.algorithm() == head.alg && (head.kid.is_none() || key.id == head.kid);
    let mut fitting = keys.iter().filter(fits);
    let (Some(key), None) = (fitting.next(), fitting.next()) else { return Err(TokenFault::UnknownKey) };
    let text = &token[..token.len() - signature.len() - 1];
    if !key.key.has_signed(text.as_bytes(), &bytes(signature)?) {
        return Err(TokenFault::Signature);
    }
    serde_json::from_slice(&bytes(claims)?).map_err(|_| TokenFault::Unreadable)
}
