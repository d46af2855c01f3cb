//! The chain: what of an entry is hashed, and what shows that no entry was changed, removed, swapped or cut off.
//!
//! An entry's digest is made of two hashes, one over *whom* it is about and one over *what* was done. So a receipt can
//! show what was done, and prove its place in the chain, without an id of anybody; and the entries of others stand in
//! it as digests alone.

use aws_lc_rs::digest;

use super::{ActKind, Entry, Head};

/// The length of a hash.
pub(super) const HASH: usize = 32;

/// The hash before the first entry.
pub(crate) const BEGINNING: [u8; HASH] = [0; HASH];

/// A hash of the chain.
pub type Hash = [u8; HASH];

fn sha256(parts: &[&[u8]]) -> Hash {
    let mut context = digest::Context::new(&digest::SHA256);
    for part in parts {
        context.update(part);
    }
    let mut hash = BEGINNING;
    hash.copy_from_slice(context.finish().as_ref());
    hash
}

/// The plain hash of bytes, in the form that receipts commit to.
pub fn plain_hash(bytes: &[u8]) -> Hash {
    sha256(&[bytes])
}

/// Hashes fields, each with its length in front; an absent field has none.
fn framed(fields: &[Option<&[u8]>]) -> Hash {
    let mut context = digest::Context::new(&digest::SHA256);
    for field in fields {
        match field {
            Some(bytes) => {
                context.update(&[1]);
                context.update(&(bytes.len() as u64).to_be_bytes());
                context.update(bytes);
            }
            None => context.update(&[0]),
        }
    }
    let mut hash = BEGINNING;
    hash.copy_from_slice(context.finish().as_ref());
    hash
}

impl Entry {
    /// The hash over whom the entry is about and who did it.
    pub fn who(&self) -> Hash {
        framed(&[
            Some(b"troth ledger who 2"),
            Some(self.subject.as_bytes()),
            self.actor.as_ref().map(|actor| actor.as_bytes().as_slice()),
        ])
    }

    /// The digest of the entry: what the chain is made of.
    pub fn digest(&self) -> Hash {
        digest_of(&self.who(), &self.what())
    }

    fn what(&self) -> Hash {
        What {
            sequence: self.sequence,
            at: self.at.as_microsecond(),
            kind: &self.kind,
            class: self.class.as_deref(),
            clause: self.clause.as_deref(),
            job: self.job.as_deref(),
            evidence: &self.evidence,
        }
        .hash()
    }

    /// How many of the ledger's oldest entries this one says have gone with their period.
    fn entries_gone(&self) -> i64 {
        let of_ledger = self.kind == ActKind::Retention.word() && self.class.as_deref() == Some(LEDGER_CLASS);
        let rows = self.evidence.split("; ").find_map(|part| part.strip_prefix(ROWS)?.parse().ok());
        rows.filter(|_| of_ledger).unwrap_or(0)
    }
}

/// The class under which the ledger's own entries go.
const LEDGER_CLASS: &str = "ledger";
/// What stands before the count of rows in an act's evidence.
const ROWS: &str = "rows ";

/// The part of an entry that names nobody.
#[derive(Clone, Copy, Debug)]
pub struct What<'a> {
    /// Its place in the chain.
    pub sequence: i64,
    /// When, in microseconds since 1970.
    pub at: i64,
    /// What was done.
    pub kind: &'a str,
    /// The class concerned.
    pub class: Option<&'a str>,
    /// The clause.
    pub clause: Option<&'a str>,
    /// The job that did it.
    pub job: Option<&'a str>,
    /// What proves it.
    pub evidence: &'a str,
}

impl What<'_> {
    /// Its hash.
    pub fn hash(&self) -> Hash {
        framed(&[
            Some(b"troth ledger what 2"),
            Some(&self.sequence.to_be_bytes()),
            Some(&self.at.to_be_bytes()),
            Some(self.kind.as_bytes()),
            self.class.map(str::as_bytes),
            self.clause.map(str::as_bytes),
            self.job.map(str::as_bytes),
            Some(self.evidence.as_bytes()),
        ])
    }
}

/// The digest of an entry, of its two halves.
pub fn digest_of(who: &Hash, what: &Hash) -> Hash {
    sha256(&[b"troth ledger entry 2", who, what])
}

/// The hash of the chain up to an entry: of the hash before and the entry's digest.
pub fn link(previous: &[u8], digest: &Hash) -> Hash {
    sha256(&[b"troth ledger link 2", previous, digest])
}

/// What is wrong with a ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// An entry does not hash to what stands beside it, or does not follow the one before.
    #[error("entry {0} was changed, or does not follow the entry before it")]
    Changed(i64),
    /// The ledger ends before a head that was signed.
    #[error("the ledger ends at entry {last}, but a signed head tells of entry {head}: its end was cut off")]
    Cut {
        /// The last entry that is there.
        last: i64,
        /// The entry that the head tells of.
        head: i64,
    },
    /// At the head's place stands another chain.
    #[error("at entry {0} this ledger is another one than the signed head tells of")]
    Another(i64),
    /// More of the oldest entries are gone than the ledger accounts for.
    #[error(
        "since the signed head {gone} of the oldest entries have gone, but the ledger tells of {told} that went with \
         their period"
    )]
    Removed {
        /// How many are gone.
        gone: i64,
        /// How many the ledger says have gone with their period.
        told: i64,
    },
    /// The entry of a head is gone, so that nothing can be compared.
    #[error("entry {0}, of which a signed head tells, is not there any more")]
    Gone(i64),
}

/// A ledger that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// The first entry that is left; 0 for an empty ledger.
    pub first: i64,
    /// The last entry; 0 for an empty ledger.
    pub last: i64,
}

/// Goes along a chain, entry by entry, and holds it against signed heads.
pub struct Walk<'a> {
    heads: &'a [Head],
    seen: Vec<bool>,
    gone: Vec<i64>,
    held: Held,
    hash: Hash,
}

impl<'a> Walk<'a> {
    /// At the beginning of a chain. The signatures of the heads have been checked already.
    pub fn new(heads: &'a [Head]) -> Self {
        let none = heads.iter().map(|head| head.sequence == 0).collect();
        Self { heads, seen: none, gone: vec![0; heads.len()], held: Held { first: 0, last: 0 }, hash: BEGINNING }
    }

    /// The next entry, with the two hashes that stand beside it.
    ///
    /// # Errors
    /// The first fault.
    pub fn step(&mut self, entry: &Entry, before: &[u8], hash: &[u8]) -> Result<(), Fault> {
        let is_first = self.held.last == 0;
        // Where the oldest entries have gone with their period, the chain is held from the first that is left.
        let follows = if is_first {
            entry.sequence > 1 || entry.sequence == 1 && before == BEGINNING
        } else {
            before == self.hash && entry.sequence == self.held.last + 1
        };
        let linked = link(before, &entry.digest());
        if !follows || linked != *hash {
            return Err(Fault::Changed(entry.sequence));
        }
        if is_first {
            self.held.first = entry.sequence;
        }
        self.held.last = entry.sequence;
        self.hash = linked;
        for (at, head) in self.heads.iter().enumerate() {
            if entry.sequence == head.sequence {
                if head.hash != self.hash {
                    return Err(Fault::Another(head.sequence));
                }
                self.seen[at] = true;
            } else if entry.sequence > head.sequence {
                self.gone[at] += entry.entries_gone();
            }
        }
        Ok(())
    }

    /// At the end of the chain.
    ///
    /// # Errors
    /// What the heads show to be missing.
    pub fn end(self) -> Result<Held, Fault> {
        for ((head, seen), told) in self.heads.iter().zip(self.seen).zip(self.gone) {
            if self.held.last < head.sequence {
                return Err(Fault::Cut { last: self.held.last, head: head.sequence });
            }
            if !seen {
                return Err(Fault::Gone(head.sequence));
            }
            let gone = self.held.first - head.first;
            if head.first > 0 && gone != told {
                return Err(Fault::Removed { gone, told });
            }
        }
        Ok(self.held)
    }
}
