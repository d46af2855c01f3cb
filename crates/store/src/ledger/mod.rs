//! The ledger of rights acts: a chain of hashes over pseudonymous entries.

mod chain;
mod head;

use kernel::{Actor, Uuid, id::Id as _};
use serde::{Deserialize, Serialize};

pub use chain::{Fault, Hash, Held, Walk, What, digest_of, link, plain_hash};
pub use head::{Head, hex, latest, reaching, unhex};
pub(crate) use head::{of as head_of, sign};

pub(crate) use chain::BEGINNING;

use crate::{Reader, Row, StoreError, Work, params, queries, shared::day_of};

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActKind {
    /// Something was erased at a person's wish.
    Erasure,
    /// Something went because its period had passed.
    Retention,
    /// A consent was given.
    Consent,
    /// A consent was withdrawn.
    Withdrawal,
    /// Use was restricted, or the restriction lifted.
    Restriction,
    /// Something was corrected.
    Correction,
    /// A legal hold began, was moved or ended.
    Hold,
    /// A role was given or taken.
    Role,
    /// A statement's version took effect.
    Statement,
    /// Paper about somebody was shredded, by a person's word.
    Paper,
    /// A request in the use of a right was answered.
    Request,
}

impl ActKind {
    /// All kinds.
    pub const ALL: [Self; 11] = [
        Self::Erasure,
        Self::Retention,
        Self::Consent,
        Self::Withdrawal,
        Self::Restriction,
        Self::Correction,
        Self::Hold,
        Self::Role,
        Self::Statement,
        Self::Paper,
        Self::Request,
    ];

    /// The kind of a word that the ledger keeps; `None` for one that this version does not know.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// The word that the ledger keeps.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Erasure => "erasure",
            Self::Retention => "retention",
            Self::Consent => "consent",
            Self::Withdrawal => "withdrawal",
            Self::Restriction => "restriction",
            Self::Correction => "correction",
            Self::Hold => "hold",
            Self::Role => "role",
            Self::Statement => "statement",
            Self::Paper => "paper",
            Self::Request => "request",
        }
    }
}

/// One act, by pseudonymous ids only; never a name, an address or content.
#[derive(Clone, Debug)]
pub struct Act {
    /// What was done.
    pub kind: ActKind,
    /// The container or person concerned.
    pub subject: Uuid,
    /// The class concerned, if one alone.
    pub class: Option<&'static str>,
    /// The clause of the statement that asked for it.
    pub clause: Option<String>,
    /// What proves it, in technical terms: the keyring's generation, counts of rows.
    pub evidence: String,
}

/// An entry, as kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its place in the chain, from 1.
    pub sequence: i64,
    /// When.
    pub at: kernel::Timestamp,
    /// What was done.
    pub kind: String,
    /// The container or person concerned.
    pub subject: Uuid,
    /// The class concerned, if one alone.
    pub class: Option<String>,
    /// The clause.
    pub clause: Option<String>,
    /// Who did it, when a person did.
    pub actor: Option<Uuid>,
    /// The job that did it, when none did.
    pub job: Option<String>,
    /// What proves it.
    pub evidence: String,
}

pub(crate) fn record(work: &mut Work<'_>, act: &Act) -> Result<i64, StoreError> {
    let head = work.one(&queries::LEDGER_HEAD, &[])?;
    let (last, previous) = match &head {
        Some(row) => (row.int(0)?, row.bytes(1)?.to_vec()),
        None => (0, BEGINNING.to_vec()),
    };
    let (actor, job) = match &work.scope().actor {
        Actor::Member(member) => (Some(member.id.uuid()), None),
        Actor::Job(name) => (None, Some((*name).to_owned())),
        Actor::Guest => (None, None),
    };
    let entry = Entry {
        sequence: last + 1,
        at: work.now(),
        kind: act.kind.word().to_owned(),
        subject: act.subject,
        class: act.class.map(str::to_owned),
        clause: act.clause.clone(),
        actor,
        job,
        evidence: act.evidence.clone(),
    };
    let (day, hash) = (work.day()?, link(&previous, &entry.digest()));
    add(work, day, &entry, &previous, &hash)?;
    Ok(entry.sequence)
}

fn add(work: &mut Work<'_>, day: Uuid, entry: &Entry, previous: &[u8], hash: &[u8]) -> Result<(), StoreError> {
    let values = params![
        entry.sequence,
        day,
        entry.at,
        entry.kind.as_str(),
        entry.subject,
        entry.class.as_deref(),
        entry.clause.as_deref(),
        entry.actor,
        entry.job.as_deref(),
        entry.evidence.as_str(),
        previous,
        hash
    ];
    work.run(&queries::LEDGER_ADD, values).map(drop)
}

/// An entry with its place in the chain, as it is shipped beside backups.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The entry.
    pub entry: Entry,
    /// The hash before it.
    pub(crate) previous: Vec<u8>,
    /// Its hash.
    pub(crate) hash: Vec<u8>,
}

impl Link {
    pub(crate) fn of(row: &Row) -> Result<Self, StoreError> {
        Ok(Self { entry: Entry::of(row)?, previous: row.bytes(9)?.to_vec(), hash: row.bytes(10)?.to_vec() })
    }

    /// Whether the hash is that of the entry and the hash before.
    pub(crate) fn holds(&self) -> bool {
        self.hash == link(&self.previous, &self.entry.digest())
    }
}

/// Puts a shipped entry behind the last one as it was, so that the chain goes on unbroken; refused when it does not
/// follow.
pub fn append(work: &mut Work<'_>, link: &Link) -> Result<(), StoreError> {
    let (last, hash) = head(work)?;
    let before = if last == 0 { BEGINNING.to_vec() } else { hash };
    let entry = &link.entry;
    if entry.sequence != last + 1 || link.previous != before || !link.holds() {
        return Err(StoreError::Ledger(entry.sequence));
    }
    let day = day_of(entry.at, &work.scope().zone);
    work.open_day(day, entry.at)?;
    add(work, day, entry, &link.previous, &link.hash)
}

/// The hash of one entry, if it is kept.
pub fn hash_of(reader: &mut Reader<'_>, sequence: i64) -> Result<Option<Vec<u8>>, StoreError> {
    reader.one(&queries::LEDGER_HASH, params![sequence])?.map(|row| row.bytes(0).map(<[u8]>::to_vec)).transpose()
}

impl Entry {
    fn of(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            sequence: row.int(0)?,
            at: row.time(1)?,
            kind: row.text(2)?.to_owned(),
            subject: row.uuid(3)?,
            class: row.text_opt(4)?.map(str::to_owned),
            clause: row.text_opt(5)?.map(str::to_owned),
            actor: row.uuid_opt(6)?,
            job: row.text_opt(7)?.map(str::to_owned),
            evidence: row.text(8)?.to_owned(),
        })
    }
}

/// Holds the whole chain, and holds it against signed heads, whose signatures have been checked.
///
/// # Errors
/// When the store cannot be read. What is wrong with the ledger is the answer, not an error.
pub fn hold(reader: &mut Reader<'_>, heads: &[Head]) -> Result<Result<Held, Fault>, StoreError> {
    const PAGE: i64 = 1000;
    let (mut walk, mut last) = (Walk::new(heads), 0);
    loop {
        let rows = reader.all(&queries::LEDGER, params![last, PAGE])?;
        for row in &rows {
            let entry = Entry::of(row)?;
            if let Err(fault) = walk.step(&entry, row.bytes(9)?, row.bytes(10)?) {
                return Ok(Err(fault));
            }
            last = entry.sequence;
        }
        if rows.len() < PAGE as usize {
            return Ok(walk.end());
        }
    }
}

/// Holds the whole chain; returns the last sequence number (0 for an empty ledger).
pub fn verify(reader: &mut Reader<'_>) -> Result<i64, StoreError> {
    match hold(reader, &[])? {
        Ok(held) => Ok(held.last),
        Err(Fault::Changed(sequence)) => Err(StoreError::Ledger(sequence)),
        // Without a head there is nothing else to be at odds with.
        Err(_) => Err(StoreError::Ledger(0)),
    }
}

/// One entry, with the hash before it; `None` when there is none, or none any more.
pub fn entry(reader: &mut Reader<'_>, sequence: i64) -> Result<Option<(Entry, Vec<u8>)>, StoreError> {
    let row = reader.one(&queries::LEDGER, params![sequence - 1, 1])?;
    let row = row.map(|row| Ok::<_, StoreError>((Entry::of(&row)?, row.bytes(9)?.to_vec()))).transpose()?;
    Ok(row.filter(|(entry, _)| entry.sequence == sequence))
}

/// The entries about one subject, oldest first.
pub fn about(reader: &mut Reader<'_>, subject: Uuid) -> Result<Vec<Entry>, StoreError> {
    reader.all(&queries::LEDGER_ABOUT, params![subject])?.iter().map(Entry::of).collect()
}

/// Up to `limit` entries after a sequence number, oldest first: 0 for the beginning.
pub fn after(reader: &mut Reader<'_>, sequence: i64, limit: u32) -> Result<Vec<Entry>, StoreError> {
    reader.all(&queries::LEDGER, params![sequence, limit])?.iter().map(Entry::of).collect()
}

/// The place and hash of the last entry; 0 and no bytes for an empty ledger.
pub fn head(reader: &mut Reader<'_>) -> Result<(i64, Vec<u8>), StoreError> {
    let last = reader.one(&queries::LEDGER_HEAD, params![])?;
    last.map_or(Ok((0, Vec::new())), |row| Ok((row.int(0)?, row.bytes(1)?.to_vec())))
}
