//! The proof of a receipt: a file with which a person shows, alone and for ever, that what the receipt says was written
//! into the organisation's ledger, and that the organisation signed it.
//!
//! The receipt's text is hashed into the last entry of its act; that entry is linked into the chain; the chain leads to
//! a head that the organisation signed. Entries of others stand in the file as digests, and nobody's id is in it.

use kernel::{Timestamp, id::Id as _};
use serde::{Deserialize, Serialize};
use store::{
    Reader, StoreError,
    ledger::{self, Hash, Head, What, digest_of, hex, link, plain_hash, unhex},
    params,
};

use crate::{ActId, KeeperError, queries::RECEIPT};

/// What a proof's file says that it is.
const PROOF: &str = "receipt 1";
/// What a head's file says that it is.
const HEAD: &str = "ledger head 1";

/// More entries than this between a receipt and its head are no proof to hand out: heads are signed with each receipt.
const LONGEST: u32 = 10_000;

/// The proof of a receipt, as a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// `receipt 1`.
    pub troth: String,
    /// What the receipt says, in the very signs that were hashed.
    pub content: String,
    /// The entry of the ledger that holds the content's hash.
    pub entry: ProofEntry,
    /// The digests of the entries behind it, up to the head.
    pub chain: Vec<String>,
    /// The signed head.
    pub head: SignedHead,
}

/// An entry of the ledger, without whom it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProofEntry {
    /// Its place in the chain.
    pub sequence: i64,
    /// When, in microseconds since 1970.
    pub at: i64,
    /// What was done.
    pub kind: String,
    /// The class concerned.
    pub class: Option<String>,
    /// The clause.
    pub clause: Option<String>,
    /// The job that did it.
    pub job: Option<String>,
    /// What proves it; here, the content's hash.
    pub evidence: String,
    /// The hash over whom it is about.
    pub who: String,
    /// The hash of the chain before it.
    pub previous: String,
}

/// A signed head of the ledger, as a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedHead {
    /// `ledger head 1`.
    pub troth: String,
    /// Whose ledger.
    pub organisation: String,
    /// The last entry.
    pub sequence: i64,
    /// The oldest entry that was left.
    pub first: i64,
    /// When it was signed, in microseconds since 1970.
    pub at: i64,
    /// The hash of the ledger up to the last entry.
    pub hash: String,
    /// The public key.
    pub key: String,
    /// The signature.
    pub signature: String,
}

/// Why a file proves nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// It is another kind of file, or a part of it cannot be read.
    #[error("this is no file that can be checked")]
    Unreadable,
    /// The content is not what was hashed into the ledger.
    #[error("what the receipt says is not what was written into the ledger")]
    Content,
    /// The entry does not lead to the head.
    #[error("the entry does not lead to the signed head")]
    Chain,
    /// The signature does not hold.
    #[error("the signature does not hold")]
    Signature,
    /// It was signed with another key.
    #[error("it is signed with another key than the one that you named")]
    Key,
}

impl From<&Head> for SignedHead {
    fn from(head: &Head) -> Self {
        Self {
            troth: HEAD.to_owned(),
            organisation: head.organisation.clone(),
            sequence: head.sequence,
            first: head.first,
            at: head.at.as_microsecond(),
            hash: hex(&head.hash),
            key: hex(&head.key),
            signature: hex(&head.signature),
        }
    }
}

impl SignedHead {
    /// The head, if its signature holds and, where one is named, its key is that one.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(&self, key: Option<&str>) -> Result<Head, Flaw> {
        if self.troth != HEAD {
            return Err(Flaw::Unreadable);
        }
        let head = Head {
            organisation: self.organisation.clone(),
            sequence: self.sequence,
            first: self.first,
            at: Timestamp::from_microsecond(self.at).map_err(|_| Flaw::Unreadable)?,
            hash: hash(&self.hash)?,
            key: unhex(&self.key).ok_or(Flaw::Unreadable)?,
            signature: unhex(&self.signature).ok_or(Flaw::Unreadable)?,
        };
        if !head.is_signed() {
            return Err(Flaw::Signature);
        }
        match key {
            Some(key) if !key.trim().eq_ignore_ascii_case(&self.key) => Err(Flaw::Key),
            Some(_) | None => Ok(head),
        }
    }
}

impl Proof {
    /// Reads a file.
    ///
    /// # Errors
    /// [`Flaw::Unreadable`].
    pub fn read(text: &str) -> Result<Self, Flaw> {
        let proof: Self = serde_json::from_str(text).map_err(|_| Flaw::Unreadable)?;
        if proof.troth == PROOF { Ok(proof) } else { Err(Flaw::Unreadable) }
    }

    /// Checks every step, from what the receipt says to the signature; needs nothing but the file. Whose key it is, the
    /// one who checks has to know: from the organisation's page, or from somebody who wrote it down before.
    ///
    /// # Errors
    /// The first step that does not hold.
    pub fn check(&self, key: Option<&str>) -> Result<Head, Flaw> {
        let id = self.content.lines().nth(1).unwrap_or_default();
        if self.entry.evidence != evidence(id, &self.content) {
            return Err(Flaw::Content);
        }
        let entry = &self.entry;
        let what = What {
            sequence: entry.sequence,
            at: entry.at,
            kind: &entry.kind,
            class: entry.class.as_deref(),
            clause: entry.clause.as_deref(),
            job: entry.job.as_deref(),
            evidence: &entry.evidence,
        };
        let digest = digest_of(&hash(&entry.who)?, &what.hash());
        let mut reached = link(&hash(&entry.previous)?, &digest);
        for digest in &self.chain {
            reached = link(&reached, &hash(digest)?);
        }
        let links = i64::try_from(self.chain.len()).unwrap_or(i64::MAX);
        if hex(&reached) != self.head.hash || entry.sequence.checked_add(links) != Some(self.head.sequence) {
            return Err(Flaw::Chain);
        }
        self.head.check(key)
    }
}

fn hash(text: &str) -> Result<Hash, Flaw> {
    unhex(text).and_then(|bytes| bytes.try_into().ok()).ok_or(Flaw::Unreadable)
}

/// What a receipt says, in the signs that are hashed.
pub(crate) fn content(id: ActId, at: Timestamp, kind: &str, generation: i64, went: &str, stays: &str) -> String {
    let (id, at) = (id.uuid(), at.as_microsecond());
    format!("troth receipt 1\n{id}\n{at}\n{kind}\n{generation}\n{went}\n{stays}\n")
}

/// What the ledger keeps of a receipt.
pub(crate) fn evidence(id: &str, content: &str) -> String {
    format!("receipt {id}; sha256 {}", hex(&plain_hash(content.as_bytes())))
}

/// The proof of a receipt; `None` when there is no such receipt, or when its entry has gone with its period.
pub(crate) fn of(reader: &mut Reader<'_>, id: ActId) -> Result<Option<Proof>, KeeperError> {
    let Some(row) = reader.one(&RECEIPT, params![id])? else { return Ok(None) };
    let (at, generation, sequence) = (row.time(1)?, row.int(5)?, row.int(6)?);
    let content = content(id, at, row.text(2)?, generation, row.text(3)?, row.text(4)?);
    let Some((entry, previous)) = ledger::entry(reader, sequence)? else { return Ok(None) };
    let Some(head) = ledger::reaching(reader, sequence)? else { return Ok(None) };
    let Some(chain) = chain(reader, sequence, head.sequence)? else { return Ok(None) };
    Ok(Some(Proof {
        troth: PROOF.to_owned(),
        content,
        entry: ProofEntry {
            sequence: entry.sequence,
            at: entry.at.as_microsecond(),
            who: hex(&entry.who()),
            kind: entry.kind,
            class: entry.class,
            clause: entry.clause,
            job: entry.job,
            evidence: entry.evidence,
            previous: hex(&previous),
        },
        chain,
        head: SignedHead::from(&head),
    }))
}

/// The digests of the entries after one, up to another; `None` when there are too many or some have gone.
fn chain(reader: &mut Reader<'_>, after: i64, to: i64) -> Result<Option<Vec<String>>, StoreError> {
    let wanted = usize::try_from(to - after).unwrap_or(usize::MAX);
    if wanted > LONGEST as usize {
        return Ok(None);
    }
    let entries = ledger::after(reader, after, u32::try_from(wanted).unwrap_or(LONGEST))?;
    let whole = entries.len() == wanted;
    Ok(whole.then(|| entries.iter().map(|entry| hex(&entry.digest())).collect()))
}
