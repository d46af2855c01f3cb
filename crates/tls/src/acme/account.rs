//! The account with the authority, and what is signed with its key (RFC 8555 §6).

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use hyper::{Method, StatusCode};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::{
    AcmeFault,
    client::{Answer, Https},
};
use crate::keys::Key;

/// Where the authority wants to be asked for what (§7.1.1).
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Directory {
    new_nonce: String,
    new_account: String,
    new_order: String,
}

/// What the authority says when it does not do a thing (RFC 7807).
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Refusal {
    #[serde(rename = "type")]
    kind: String,
    pub(super) detail: String,
}

/// A signed-in account.
pub(super) struct Account {
    https: Https,
    key: Key,
    directory: Directory,
    /// The account's address, by which it is named in each request (`kid`).
    address: Option<String>,
    nonce: Option<String>,
}

impl Account {
    /// Signs in with the key; an account is made when there is none with it yet.
    pub(super) async fn open(
        https: Https,
        directory: &str,
        key: Key,
        contact: Option<&str>,
    ) -> Result<Self, AcmeFault> {
        let answer = https.ask(Method::GET, directory, String::new()).await?;
        let mut account = Self { directory: read(&answer)?, https, key, address: None, nonce: None };
        let contact: Vec<_> = contact.map(|address| format!("mailto:{address}")).into_iter().collect();
        let wish = json!({ "termsOfServiceAgreed": true, "contact": contact });
        let url = account.directory.new_account.clone();
        let answer = account.post(&url, Some(&wish)).await?;
        account.address = Some(location(&answer)?);
        Ok(account)
    }

    /// Asks for a certificate for one host: the order's address, and the order.
    pub(super) async fn order<T: DeserializeOwned>(&mut self, host: &str) -> Result<(String, T), AcmeFault> {
        let wish = json!({ "identifiers": [{ "type": "dns", "value": host }] });
        let url = self.directory.new_order.clone();
        let answer = self.post(&url, Some(&wish)).await?;
        Ok((location(&answer)?, read(&answer)?))
    }

    /// Looks at a thing of the account's.
    pub(super) async fn look<T: DeserializeOwned>(&mut self, url: &str) -> Result<T, AcmeFault> {
        read(&self.post(url, None).await?)
    }

    /// Sends a request signed with the key, once more when its number was too old; `None` only looks (§6.3).
    pub(super) async fn post(&mut self, url: &str, payload: Option<&Value>) -> Result<Answer, AcmeFault> {
        for again in [true, false] {
            let nonce = self.fresh_nonce().await?;
            let body = self.signed(url, &nonce, payload)?;
            let answer = self.https.ask(Method::POST, url, body).await?;
            self.nonce = answer.header("replay-nonce").map(str::to_owned);
            if answer.status.is_success() {
                return Ok(answer);
            }
            let refusal: Refusal = serde_json::from_slice(&answer.body).unwrap_or_default();
            if !(again && refusal.kind.ends_with(":badNonce")) {
                return Err(AcmeFault::Refused(format!("{url}: {} {}", answer.status, refusal.detail)));
            }
        }
        Err(AcmeFault::Refused(format!("{url}: no number was accepted")))
    }

    /// What is laid out for the authority to see (§8.1).
    pub(super) fn key_authorization(&self, token: &str) -> String {
        format!("{token}.{}", encode(Sha256::digest(self.jwk())))
    }

    async fn fresh_nonce(&mut self) -> Result<String, AcmeFault> {
        if let Some(nonce) = self.nonce.take() {
            return Ok(nonce);
        }
        let answer = self.https.ask(Method::HEAD, &self.directory.new_nonce, String::new()).await?;
        let nonce = answer.header("replay-nonce").filter(|_| answer.status == StatusCode::OK);
        nonce.map(str::to_owned).ok_or_else(|| AcmeFault::Refused("it gave no number to sign with".to_owned()))
    }

    fn signed(&self, url: &str, nonce: &str, payload: Option<&Value>) -> Result<String, AcmeFault> {
        let mut head = json!({ "alg": "ES256", "nonce": nonce, "url": url });
        match &self.address {
            Some(address) => head["kid"] = json!(address),
            None => head["jwk"] = serde_json::from_str(&self.jwk()).unwrap_or_default(),
        }
        let head = encode(head.to_string());
        let payload = payload.map_or_else(String::new, |payload| encode(payload.to_string()));
        let signature = self.key.signature(format!("{head}.{payload}").as_bytes()).ok_or(AcmeFault::Key)?;
        Ok(json!({ "protected": head, "payload": payload, "signature": encode(signature) }).to_string())
    }

    /// The public key as JSON, its members in the order in which it is hashed (RFC 7638).
    fn jwk(&self) -> String {
        let (x, y) = self.key.point();
        format!(r#"{{"crv":"P-256","kty":"EC","x":"{}","y":"{}"}}"#, encode(x), encode(y))
    }
}

pub(super) fn encode(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

pub(super) fn read<T: DeserializeOwned>(answer: &Answer) -> Result<T, AcmeFault> {
    serde_json::from_slice(&answer.body)
        .map_err(|error| AcmeFault::Refused(format!("it answers what we do not understand: {error}")))
}

fn location(answer: &Answer) -> Result<String, AcmeFault> {
    answer.header("location").map(str::to_owned).ok_or_else(|| AcmeFault::Refused("it gave no address".to_owned()))
}
