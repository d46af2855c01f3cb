//! An authenticator in software, which answers as a browser's page does, and wrongly on request.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest as _, Sha256};
use tls::{Form, Key};

/// What stands before the point of a P-256 key (SubjectPublicKeyInfo, RFC 5480 §2).
const HEAD: [u8; 27] = [
    0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86, 0x48, 0xce,
    0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00, 0x04,
];

/// A passkey of one person at one site. What is public can be set to something wrong.
pub struct Passkey {
    key: Key,
    id: [u8; 32],
    user: Vec<u8>,
    /// The page's address.
    pub origin: String,
    /// The relying party's id.
    pub host: String,
    /// Present and verified (WebAuthn §6.1).
    pub flags: u8,
    /// How often it has signed.
    pub counter: u32,
    /// Whether it counts.
    pub counts: bool,
    /// Whether the page stands in a frame of another site's.
    pub is_framed: bool,
    /// Where the authenticator's data are cut off.
    pub cut: Option<usize>,
    /// What the client data say that was done, instead of what was.
    pub kind: Option<&'static str>,
}

impl Passkey {
    /// A passkey at this address.
    pub fn new(origin: &str) -> Option<Self> {
        let (key, _) = Key::make(Form::Certificate)?;
        let host = origin.split("://").nth(1)?.split(':').next()?.to_owned();
        Some(Self {
            id: Sha256::digest(key.point().0).into(),
            key,
            user: Vec::new(),
            origin: origin.to_owned(),
            host,
            flags: 0x05,
            counter: 0,
            counts: true,
            is_framed: false,
            cut: None,
            kind: None,
        })
    }

    /// What the page sends when it is made: client data, authenticator's data, public key.
    pub fn make(&mut self, challenge: &str, user: &[u8]) -> String {
        user.clone_into(&mut self.user);
        let client = self.client("webauthn.create", challenge);
        let attested = [&[0; 16][..], &[0, 32], &self.id].concat();
        let data = self.data(0x40, &attested);
        let (x, y) = self.key.point();
        texts(&[client.as_bytes(), &data, &[&HEAD, x, y].concat()])
    }

    /// What the page sends when it is shown: id, client data, authenticator's data, signature, user handle.
    pub fn show(&mut self, challenge: &str) -> String {
        if self.counts {
            self.counter += 1;
        }
        let client = self.client("webauthn.get", challenge);
        let data = self.data(0, &[]);
        let signed = [data.as_slice(), &Sha256::digest(client.as_bytes())].concat();
        let signature = self.key.signature(&signed).unwrap_or_default();
        texts(&[&self.id, client.as_bytes(), &data, &signature, &self.user])
    }

    fn client(&self, kind: &'static str, challenge: &str) -> String {
        let (kind, challenge) = (self.kind.unwrap_or(kind), URL_SAFE_NO_PAD.encode(challenge));
        let (origin, framed) = (&self.origin, self.is_framed);
        format!(r#"{{"type":"{kind}","challenge":"{challenge}","origin":"{origin}","crossOrigin":{framed}}}"#)
    }

    fn data(&self, flags: u8, rest: &[u8]) -> Vec<u8> {
        let hash = Sha256::digest(&self.host);
        let mut data = [&hash[..], &[self.flags | flags], &self.counter.to_be_bytes(), rest].concat();
        data.truncate(self.cut.unwrap_or(usize::MAX));
        data
    }
}

fn texts(parts: &[&[u8]]) -> String {
    parts.iter().map(|part| URL_SAFE_NO_PAD.encode(part)).collect::<Vec<_>>().join(".")
}
