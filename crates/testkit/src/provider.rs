//! An OpenID provider in memory, which answers as the standard says, and wrongly on request.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use base64::{
    Engine as _,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use kernel::Clock;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use tls::{Form, Key};

/// What the provider knows its client as, and by what it knows that it is the client.
pub const CLIENT: &str = "troth & co";
/// As above.
pub const SECRET: &str = "a secret: of the client's";

/// What it does otherwise than it should.
#[derive(Clone, Copy, Default)]
pub struct Twist {
    /// It is not there.
    pub is_down: bool,
    /// Its answers in the address do not say whose they are.
    pub hides_issuer: bool,
    /// What it changes in its metadata.
    pub metadata: Option<fn(&mut Value)>,
    /// What it changes in the claims before it signs.
    pub claims: Option<fn(&mut Value)>,
}

/// A code that waits to be redeemed.
struct Granted {
    subject: String,
    nonce: String,
    back: String,
    challenge: String,
}

/// The provider.
pub struct Provider {
    issuer: String,
    clock: Arc<dyn Clock>,
    key: Mutex<(Key, u32)>,
    granted: Mutex<HashMap<String, Granted>>,
    twist: Mutex<Twist>,
}

fn lock<T>(what: &Mutex<T>) -> MutexGuard<'_, T> {
    what.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Provider {
    /// A provider at this address.
    pub fn new(issuer: &str, clock: Arc<dyn Clock>) -> Option<Self> {
        let key = Mutex::new((Key::make(Form::Web)?.0, 1));
        Some(Self { issuer: issuer.to_owned(), clock, key, granted: Mutex::default(), twist: Mutex::default() })
    }

    /// Who it is.
    pub fn issuer(&self) -> &str {
        &self.issuer
    }

    /// From now on it does otherwise than it should.
    pub fn twist(&self, twist: Twist) {
        *lock(&self.twist) = twist;
    }

    /// It signs with another key from now on.
    pub fn rotate(&self) {
        let mut own = lock(&self.key);
        if let Some((key, _)) = Key::make(Form::Web) {
            *own = (key, own.1 + 1);
        }
    }

    /// Answers a question of its client: status and body; `None` when it is not there.
    pub fn answer(&self, url: &str, form: Option<&str>, authorization: Option<&str>) -> Option<(u16, String)> {
        let twist = *lock(&self.twist);
        let path = url.strip_prefix(&self.issuer).filter(|_| !twist.is_down)?;
        Some(match (path, form) {
            ("/.well-known/openid-configuration", None) => (200, self.metadata(&twist).to_string()),
            ("/keys", None) => (200, json!({ "keys": [self.jwk()] }).to_string()),
            ("/token", Some(form)) => match self.redeem(&pairs(form), authorization, &twist) {
                Ok(token) => {
                    (200, json!({ "access_token": "-", "token_type": "Bearer", "id_token": token }).to_string())
                }
                Err(word) => (400, json!({ "error": word }).to_string()),
            },
            _ => (404, String::new()),
        })
    }

    /// Somebody who was sent there by this address signs in; the address to which the browser is sent back. `None` when
    /// what was asked is not as it should be.
    pub fn sign_in(&self, way: &str, subject: &str) -> Option<String> {
        let asked = self.asked(way)?;
        let code = URL_SAFE_NO_PAD.encode(Sha256::digest(format!("{subject} {}", asked["state"])));
        let [nonce, back, challenge] = ["nonce", "redirect_uri", "code_challenge"].map(|name| asked[name].clone());
        lock(&self.granted).insert(code.clone(), Granted { subject: subject.to_owned(), nonce, back, challenge });
        Some(self.back(&asked, "code", &code))
    }

    /// Somebody who was sent there is not let in, or turns back.
    pub fn refuse(&self, way: &str) -> Option<String> {
        Some(self.back(&self.asked(way)?, "error", "access_denied"))
    }

    /// A token with this head and these claims, signed with its key.
    pub fn token(&self, head: &Value, claims: &Value) -> String {
        let text = format!("{}.{}", encode(head.to_string()), encode(claims.to_string()));
        let signature = lock(&self.key).0.signature(text.as_bytes()).unwrap_or_default();
        format!("{text}.{}", encode(signature))
    }

    /// Its key as it publishes it.
    pub fn jwk(&self) -> Value {
        let own = lock(&self.key);
        let (x, y) = own.0.point();
        let (x, y, id) = (encode(x), encode(y), own.1.to_string());
        json!({ "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": id, "x": x, "y": y })
    }

    fn metadata(&self, twist: &Twist) -> Value {
        let at = |path: &str| format!("{}/{path}", self.issuer);
        let mut told = json!({
            "issuer": self.issuer,
            "authorization_endpoint": at("authorize"),
            "token_endpoint": at("token"),
            "jwks_uri": at("keys"),
            "end_session_endpoint": at("out"),
            "authorization_response_iss_parameter_supported": !twist.hides_issuer,
            "code_challenge_methods_supported": ["S256"],
        });
        if let Some(change) = twist.metadata {
            change(&mut told);
        }
        told
    }

    /// What an address asks for, when it is a question of the client's as it should be.
    fn asked(&self, way: &str) -> Option<HashMap<String, String>> {
        let query = way.strip_prefix(&self.issuer)?.strip_prefix("/authorize?")?;
        let asked = pairs(query);
        let is = |name: &str, value: &str| asked.get(name).is_some_and(|given| given == value);
        let is_there = |name: &&str| asked.get(*name).is_some_and(|given| given.len() >= 22);
        let is_right = is("response_type", "code")
            && is("scope", "openid")
            && is("client_id", CLIENT)
            && is("code_challenge_method", "S256")
            && ["state", "nonce", "code_challenge", "redirect_uri"].iter().all(is_there);
        is_right.then_some(asked)
    }

    fn back(&self, asked: &HashMap<String, String>, name: &str, value: &str) -> String {
        let issuer = if lock(&self.twist).hides_issuer { String::new() } else { format!("&iss={}", self.issuer) };
        format!("{}?{name}={value}&state={}{issuer}", asked["redirect_uri"], asked["state"])
    }

    fn redeem(
        &self,
        form: &HashMap<String, String>,
        authorization: Option<&str>,
        twist: &Twist,
    ) -> Result<String, &'static str> {
        let known = format!("Basic {}", STANDARD.encode("troth%20%26%20co:a%20secret%3A%20of%20the%20client%27s"));
        if authorization != Some(&known) {
            return Err("invalid_client");
        }
        let given = |name: &str| form.get(name).map_or("", String::as_str);
        // A code counts once, whatever comes of it.
        let granted = lock(&self.granted).remove(given("code")).ok_or("invalid_grant")?;
        let is_right = given("grant_type") == "authorization_code"
            && given("redirect_uri") == granted.back
            && encode(Sha256::digest(given("code_verifier"))) == granted.challenge;
        if !is_right {
            return Err("invalid_grant");
        }
        let now = self.clock.now().as_second();
        let mut claims = json!({
            "iss": self.issuer,
            "sub": granted.subject,
            "aud": CLIENT,
            "iat": now,
            "exp": now + 300,
            "nonce": granted.nonce,
        });
        if let Some(change) = twist.claims {
            change(&mut claims);
        }
        let id = lock(&self.key).1.to_string();
        Ok(self.token(&json!({ "alg": "ES256", "kid": id }), &claims))
    }
}

fn encode(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The pairs of a query or a form.
fn pairs(text: &str) -> HashMap<String, String> {
    let pair = |pair: &str| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decode(name), decode(value))
    };
    text.split('&').map(pair).collect()
}

fn decode(text: &str) -> String {
    let (mut bytes, mut rest) = (Vec::new(), text.as_bytes());
    while let [first, after @ ..] = rest {
        rest = after;
        let number = after.get(..2).filter(|_| *first == b'%').and_then(|hex| std::str::from_utf8(hex).ok());
        match number.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => bytes.push(if *first == b'+' { b' ' } else { *first }),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
