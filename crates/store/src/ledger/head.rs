//! The signed head: one line that fixes the whole ledger, for a witness to keep.

use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED, UnparsedPublicKey};
use kernel::{OrganisationKey, Timestamp};

use super::chain::Hash;
use crate::{Reader, Row, StoreError, Work, params, queries};

/// The head of a ledger at an instant, signed with the organisation's key (ECDSA, P-256, SHA-256).
///
/// P-256 and not Ed25519: every browser of the last ten years checks it, also the one on an old computer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Whose ledger.
    pub organisation: String,
    /// The last entry; 0 for an empty ledger.
    pub sequence: i64,
    /// The oldest entry that was left; 0 for an empty ledger.
    pub first: i64,
    /// When it was signed.
    pub at: Timestamp,
    /// The hash of the ledger up to the last entry.
    pub hash: Hash,
    /// The public key: an uncompressed point of 65 bytes.
    pub key: Vec<u8>,
    /// The signature over [`Self::text`]: r and s, 64 bytes.
    pub signature: Vec<u8>,
}

impl Head {
    /// What is signed.
    pub fn text(&self) -> String {
        text(&self.organisation, self.sequence, self.first, self.at, &self.hash)
    }

    /// Whether the signature is the key's. Whose key that is, the one who looks has to know.
    pub fn is_signed(&self) -> bool {
        UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, &self.key)
            .verify(self.text().as_bytes(), &self.signature)
            .is_ok()
    }
}

fn text(organisation: &str, sequence: i64, first: i64, at: Timestamp, hash: &Hash) -> String {
    let at = at.as_microsecond();
    format!("troth ledger head 1\n{organisation}\n{sequence}\n{first}\n{at}\n{}\n", hex(hash))
}

/// Bytes as small hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The bytes of hexadecimal digits; `None` when there is another sign in it.
pub fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits = text.trim().as_bytes();
    let pairs = digits.chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok());
    if digits.len() % 2 == 1 || digits.iter().any(|digit| !digit.is_ascii_hexdigit()) {
        return None;
    }
    pairs.collect()
}

/// Signs the ledger as it stands, unless that was done already; the head.
pub(crate) fn sign(work: &mut Work<'_>) -> Result<Head, StoreError> {
    let (sequence, hash) = super::head(work)?;
    let first = work.one(&queries::LEDGER_FIRST, params![])?.map_or(Ok(0), |row| row.int(0))?;
    if let Some(known) = latest(work)?.filter(|known| (known.sequence, known.first) == (sequence, first)) {
        return Ok(known);
    }
    let hash: Hash = if hash.is_empty() {
        super::chain::BEGINNING
    } else {
        hash.as_slice().try_into().map_err(|_| StoreError::Ledger(sequence))?
    };
    let organisation = work.scope().organisation.as_str().to_owned();
    let at = Timestamp::from_microsecond(work.now().as_microsecond()).unwrap_or(work.now());
    let signed = work.shared().ring.sign(text(&organisation, sequence, first, at, &hash).as_bytes())?;
    let (key, signature) = signed;
    let values = params![sequence, first, at, hash.to_vec(), key.clone(), signature.clone()];
    work.run(&queries::HEAD_ADD, values)?;
    // A head whose entry has gone with its period shows nothing any more.
    work.run(&queries::HEADS_FORGET, params![first])?;
    Ok(Head { organisation, sequence, first, at, hash, key, signature })
}

/// The head that was signed last.
pub fn latest(reader: &mut Reader<'_>) -> Result<Option<Head>, StoreError> {
    let organisation = reader.scope().organisation.clone();
    reader.one(&queries::HEAD_LATEST, params![])?.map(|row| of(&organisation, &row)).transpose()
}

/// The earliest signed head that reaches to an entry.
pub fn reaching(reader: &mut Reader<'_>, sequence: i64) -> Result<Option<Head>, StoreError> {
    let organisation = reader.scope().organisation.clone();
    reader.one(&queries::HEAD_REACHING, params![sequence])?.map(|row| of(&organisation, &row)).transpose()
}

pub(crate) fn of(organisation: &OrganisationKey, row: &Row) -> Result<Head, StoreError> {
    let sequence = row.int(0)?;
    Ok(Head {
        organisation: organisation.as_str().to_owned(),
        sequence,
        first: row.int(1)?,
        at: row.time(2)?,
        hash: row.bytes(3)?.try_into().map_err(|_| StoreError::Ledger(sequence))?,
        key: row.bytes(4)?.to_vec(),
        signature: row.bytes(5)?.to_vec(),
    })
}
