//! The ledger of rights acts: a chain of hashes over pseudonymous entries.

use kernel::Uuid;

use crate::{Reader, StoreError};

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActKind {
    /// Something was erased at a person's wish.
    Erasure,
    /// Something went because its period had passed.
    Retention,
    /// A consent was withdrawn.
    Withdrawal,
    /// Use was restricted, or the restriction lifted.
    Restriction,
    /// Something was corrected.
    Correction,
    /// A role was given or taken.
    Role,
    /// A statement's version took effect.
    Statement,
}

impl ActKind {
    /// The word that the ledger keeps.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Erasure => "erasure",
            Self::Retention => "retention",
            Self::Withdrawal => "withdrawal",
            Self::Restriction => "restriction",
            Self::Correction => "correction",
            Self::Role => "role",
            Self::Statement => "statement",
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
#[derive(Clone, Debug, PartialEq, Eq)]
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

/// Holds the whole chain; returns the last sequence number (0 for an empty ledger).
pub fn verify(reader: &mut Reader<'_>) -> Result<i64, StoreError> {
    let _ = reader;
    unimplemented!()
}

/// The entries about one subject, oldest first.
pub fn about(reader: &mut Reader<'_>, subject: Uuid) -> Result<Vec<Entry>, StoreError> {
    let _ = (reader, subject);
    unimplemented!()
}
