//! Tokens, right and forged.

use std::sync::Arc;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit as _, Mac as _};
use kernel::{Clock as _, SecretString, Timestamp};
use serde_json::{Value, json};
use sha2::Sha256;
use testkit::{Provider, TurningClock};
use troth_accounts::provider::{
    Counts, Settings,
    token::{FRESH, Key, LONGEST, SKEW, Subject, TokenFault, keys, read},
};

const ISSUER: &str = "https://sign-in.example";
const NONCE: &str = "the nonce of this errand";

struct Stage {
    provider: Provider,
    settings: Settings,
    keys: Vec<Key>,
    now: Timestamp,
}

impl Stage {
    fn set() -> Self {
        let clock = Arc::new(TurningClock::at("2026-11-22T10:00:00Z"));
        let now = clock.now();
        let provider = Provider::new(ISSUER, clock).unwrap();
        let keys = keys(json!({ "keys": [provider.jwk()] }).to_string().as_bytes()).unwrap();
        let counts = Counts { acr: vec!["two".to_owned()], amr: vec!["mfa".to_owned()] };
        let (client, secret) = ("troth".to_owned(), SecretString::from("secret"));
        let settings = Settings { issuer: ISSUER.to_owned(), client, secret, recipient: "sign-in".to_owned(), counts };
        Self { provider, settings, keys, now }
    }

    fn claims(&self) -> Value {
        let now = self.now.as_second();
        json!({ "iss": ISSUER, "sub": "7", "aud": "troth", "iat": now, "exp": now + 300, "nonce": NONCE })
    }

    fn read(&self, token: &str) -> Result<Subject, TokenFault> {
        read(token, &self.keys, &self.settings, (NONCE, self.now))
    }

    /// Reads a token with these claims changed, else as it should be.
    fn with(&self, changes: &[(&str, Value)]) -> Result<Subject, TokenFault> {
        let mut claims = self.claims();
        for (name, value) in changes {
            claims[*name] = value.clone();
        }
        self.read(&self.provider.token(&json!({ "alg": "ES256", "kid": "1" }), &claims))
    }

    /// Reads a token with this head.
    fn headed(&self, head: &Value) -> Result<Subject, TokenFault> {
        self.read(&self.provider.token(head, &self.claims()))
    }
}

// CE19
#[test]
fn a_token_as_it_should_be_names_somebody_and_each_one_that_is_not_is_refused() {
    let stage = Stage::set();
    let own = stage.with(&[]).unwrap();
    assert!(!own.is_strong && own.fingerprint.len() == 64);
    let now = stage.now.as_second();
    let late = json!(now - SKEW);
    for (claim, value, fault) in [
        ("iss", json!("https://sign-in.example/"), TokenFault::Issuer),
        ("iss", json!("https://elsewhere.example"), TokenFault::Issuer),
        ("aud", json!("another"), TokenFault::Audience),
        ("aud", json!(["another"]), TokenFault::Audience),
        ("aud", json!(["troth", "another"]), TokenFault::Audience),
        ("aud", json!([]), TokenFault::Audience),
        ("azp", json!("another"), TokenFault::Audience),
        ("exp", late, TokenFault::Time),
        ("iat", json!(now + SKEW + 1), TokenFault::Time),
        ("iat", json!(now - FRESH - 1), TokenFault::Time),
        ("nonce", json!("of another errand"), TokenFault::Nonce),
        ("nonce", Value::Null, TokenFault::Nonce),
        ("sub", json!(""), TokenFault::Subject),
        ("sub", json!("7".repeat(256)), TokenFault::Subject),
        ("sub", json!(7), TokenFault::Unreadable),
    ] {
        assert_eq!(stage.with(&[(claim, value.clone())]), Err(fault), "{claim}: {value}");
    }
    assert_eq!(stage.with(&[("aud", json!(["troth"])), ("azp", json!("troth"))]).unwrap(), own);
}

// CE19
#[test]
fn without_a_signature_of_a_published_key_nobody_is_named() {
    let stage = Stage::set();
    let claims = stage.claims();
    let right = json!({ "alg": "ES256", "kid": "1" });
    let encode = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let unsigned = |alg: &str| format!("{}.{}.", encode(&json!({ "alg": alg })), encode(&claims));
    for alg in ["none", "None", ""] {
        assert_eq!(stage.read(&unsigned(alg)), Err(TokenFault::Algorithm), "{alg}");
    }
    // The public key taken for a secret: what is signed with it is signed by anybody.
    let text = format!("{}.{}", encode(&json!({ "alg": "HS256", "kid": "1" })), encode(&claims));
    let key = stage.provider.jwk().to_string();
    let mac = Hmac::<Sha256>::new_from_slice(key.as_bytes()).unwrap().chain_update(&text).finalize().into_bytes();
    assert_eq!(stage.read(&format!("{text}.{}", URL_SAFE_NO_PAD.encode(mac))), Err(TokenFault::Algorithm));
    let other = Stage::set();
    assert_eq!(stage.read(&other.provider.token(&right, &claims)), Err(TokenFault::Signature), "another key");
    assert_eq!(stage.headed(&json!({ "alg": "ES256", "kid": "2" })), Err(TokenFault::UnknownKey));
    assert_eq!(stage.headed(&json!({ "alg": "RS256", "kid": "1" })), Err(TokenFault::UnknownKey), "another algorithm");
    assert_eq!(stage.headed(&json!({ "alg": "ES256", "crit": ["exp"] })), Err(TokenFault::Algorithm));
    assert!(stage.headed(&json!({ "alg": "ES256" })).is_ok(), "one key alone needs no name");
    let token = stage.provider.token(&right, &claims);
    let [head, _, signature] = token.split('.').collect::<Vec<_>>()[..] else { panic!("{token}") };
    let mut changed = claims.clone();
    changed["sub"] = json!("8");
    let forged = format!("{head}.{}.{signature}", encode(&changed));
    assert_eq!(stage.read(&forged), Err(TokenFault::Signature), "other claims under a signature");
    for wrong in ["", ".", "a.b", "a.b.c.d", "!.!.!", &format!("{token}.x"), &"a".repeat(LONGEST + 1)] {
        assert_eq!(stage.read(wrong), Err(TokenFault::Unreadable), "{wrong}");
    }
}

#[test]
fn of_two_keys_without_a_name_neither_is_guessed() {
    let (mut stage, other) = (Stage::set(), Stage::set());
    stage.keys = keys(json!({ "keys": [other.provider.jwk(), stage.provider.jwk()] }).to_string().as_bytes()).unwrap();
    assert_eq!(stage.headed(&json!({ "alg": "ES256" })), Err(TokenFault::UnknownKey));
}

#[test]
fn keys_that_do_not_sign_in_an_accepted_way_are_passed_over() {
    let jwk = Stage::set().provider.jwk();
    let with = |name: &str, value: &str| {
        let mut changed = jwk.clone();
        changed[name] = json!(value);
        changed
    };
    let set = json!({ "keys": [
        with("use", "enc"), with("alg", "ES384"), with("crv", "P-384"), with("kty", "oct"), with("x", "!"), 7, jwk,
    ] });
    assert_eq!(keys(set.to_string().as_bytes()).unwrap().len(), 1);
    assert!(keys(b"{}").is_none() && keys(b"").is_none());
}

// CE19
#[test]
fn people_are_known_by_the_issuer_and_its_own_number_to_the_letter() {
    let stage = Stage::set();
    let of = |subject: &str| stage.with(&[("sub", json!(subject))]).unwrap().fingerprint;
    assert_eq!(of("Ab"), of("Ab"));
    assert_ne!(of("Ab"), of("aB"));
    assert_ne!(of("Ab"), of("Ab "));
    let mut elsewhere = Stage::set();
    elsewhere.settings.issuer = "https://elsewhere.example".to_owned();
    let elsewhere = elsewhere.with(&[("iss", json!("https://elsewhere.example")), ("sub", json!("Ab"))]).unwrap();
    assert_ne!(of("Ab"), elsewhere.fingerprint, "the same number of another provider is another person");
}

// CE19
#[test]
fn only_what_the_configuration_names_counts_as_two_factors() {
    let stage = Stage::set();
    let strong = |name: &str, value: Value| stage.with(&[(name, value)]).unwrap().is_strong;
    assert!(strong("acr", json!("two")) && strong("amr", json!(["pwd", "mfa"])));
    assert!(!strong("acr", json!("one")) && !strong("amr", json!(["pwd", "otp"])) && !strong("acr", json!("mfa")));
    let mut plain = Stage::set();
    plain.settings.counts = Counts::default();
    let said = [("acr", json!("two")), ("amr", json!(["mfa"]))];
    assert!(!plain.with(&said).unwrap().is_strong, "of itself nothing counts");
}
