//! What a browser hands over when a passkey is made or shown, and whether it is right (Web Authentication, Level 3).
//!
//! Browsers give the public key and the authenticator's data as plain bytes, of which the parts needed stand at fixed
//! places. No attestation is asked for: of what make an authenticator is, nobody wants to know here.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use kernel::{PersonId, Uuid, id::Id as _};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use store::signature::PublicKey;

/// Flags of the authenticator's data (§6.1): somebody was there, proved by PIN or body to be its owner, and (when it is
/// made) the passkey's own data follow.
const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
const ATTESTED: u8 = 0x40;
/// Where the parts of the authenticator's data stand: flags and counter (§6.1), the length of the id and the id (§6.5.1).
const FLAGS: usize = 32;
const COUNTER: usize = 33;
const ID_LENGTH: usize = 53;
const ID: usize = 55;
/// The longest id (§4).
const LONGEST_ID: usize = 1023;

/// The site to which passkeys belong.
pub struct Place {
    origin: String,
    hash: [u8; 32],
}

impl Place {
    /// The site at this address, such as `https://campus.example`. The relying party's id is its host.
    pub fn at(base_url: &str) -> Self {
        let host = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
        let host = host.split([':', '/']).next().unwrap_or_default();
        Self { origin: base_url.trim_end_matches('/').to_owned(), hash: Sha256::digest(host).into() }
    }
}

/// What is kept of a passkey, besides its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The authenticator's own name for it.
    pub id: Vec<u8>,
    /// The public key (SubjectPublicKeyInfo).
    pub key: Vec<u8>,
    /// How often it has signed, as it says itself; authenticators that do not count say 0.
    pub counter: u32,
}

/// What a signature came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is the passkey's, which now counts so far.
    Fits(u32),
    /// It is the passkey's, which counts less than before: there is a copy of it.
    Copied,
    /// It is not.
    Wrong,
}

/// The client data (§5.8.1), as far as they are looked at.
#[derive(Deserialize)]
struct Client {
    #[serde(rename = "type")]
    kind: String,
    challenge: String,
    origin: String,
    #[serde(default, rename = "crossOrigin")]
    is_framed: bool,
}

impl Client {
    fn is(&self, kind: &str, place: &Place) -> bool {
        self.kind == kind && self.origin == place.origin && !self.is_framed
    }

    /// The challenge that it answers, which is a text of ours.
    fn challenge(&self) -> Option<String> {
        String::from_utf8(URL_SAFE_NO_PAD.decode(&self.challenge).ok()?).ok()
    }
}

/// The counter in the authenticator's data, when they are of this place and these flags are set.
fn counter(data: &[u8], place: &Place, wanted: u8) -> Option<u32> {
    let is_here = data.get(..FLAGS)? == place.hash;
    let counter = data.get(COUNTER..COUNTER + 4)?;
    (is_here && data.get(FLAGS)? & wanted == wanted).then(|| u32::from_be_bytes(counter.try_into().unwrap_or_default()))
}

/// The parts of one text, each in base64url, between dots.
fn parts<const N: usize>(text: &str) -> Option<[Vec<u8>; N]> {
    let parts: Option<Vec<_>> = text.split('.').map(|part| URL_SAFE_NO_PAD.decode(part).ok()).collect();
    parts?.try_into().ok()
}

/// A passkey that a browser has made.
pub struct Made {
    client: Client,
    data: Vec<u8>,
    key: Vec<u8>,
}

impl Made {
    /// Reads what the page's script sent: client data, authenticator's data, public key.
    pub fn read(text: &str) -> Option<Self> {
        let [client, data, key] = parts(text)?;
        Some(Self { client: serde_json::from_slice(&client).ok()?, data, key })
    }

    /// The challenge that it answers.
    pub fn challenge(&self) -> Option<String> {
        self.client.challenge()
    }

    /// What is kept of it, when it was made here, by its owner, with a key that we can read.
    pub fn kept(&self, place: &Place) -> Option<Kept> {
        if !self.client.is("webauthn.create", place) {
            return None;
        }
        let counter = counter(&self.data, place, PRESENT | VERIFIED | ATTESTED)?;
        let length = self.data.get(ID_LENGTH..ID)?;
        let length = usize::from(u16::from_be_bytes(length.try_into().ok()?));
        let id = self.data.get(ID..ID + length).filter(|_| (1..=LONGEST_ID).contains(&length))?;
        PublicKey::read(&self.key)?;
        Some(Kept { id: id.to_vec(), key: self.key.clone(), counter })
    }
}

/// A passkey that was shown: its signature of a challenge.
pub struct Shown {
    id: Vec<u8>,
    client: Client,
    /// What was signed: the authenticator's data, and the hash of the client data after them.
    signed: Vec<u8>,
    signature: Vec<u8>,
    /// Whose it says it is.
    pub person: Option<PersonId>,
}

impl Shown {
    /// Reads what the page's script sent: id, client data, authenticator's data, signature, user handle.
    pub fn read(text: &str) -> Option<Self> {
        let [id, client, data, signature, user] = parts(text)?;
        let person = Uuid::from_slice(&user).ok().map(PersonId::from_uuid);
        let signed = [data.as_slice(), &Sha256::digest(&client)].concat();
        Some(Self { id, client: serde_json::from_slice(&client).ok()?, signed, signature, person })
    }

    /// The challenge that it answers.
    pub fn challenge(&self) -> Option<String> {
        self.client.challenge()
    }

    /// Holds it against a passkey.
    pub fn verdict(&self, kept: &Kept, place: &Place) -> Verdict {
        let data = self.signed.get(..self.signed.len() - 32).unwrap_or_default();
        let (true, true, Some(counter)) =
            (self.id == kept.id, self.client.is("webauthn.get", place), counter(data, place, PRESENT | VERIFIED))
        else {
            return Verdict::Wrong;
        };
        let is_signed = PublicKey::read(&kept.key).is_some_and(|key| key.has_signed(&self.signed, &self.signature));
        match (is_signed, counter > kept.counter || (counter, kept.counter) == (0, 0)) {
            (false, _) => Verdict::Wrong,
            (true, false) => Verdict::Copied,
            (true, true) => Verdict::Fits(counter),
        }
    }
}
