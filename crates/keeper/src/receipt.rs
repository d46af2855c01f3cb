//! Receipts: what went, when, and what proves it. They name nobody; only the person has the receipt's id.

use kernel::{Timestamp, id::Id as _, jiff::civil::Date};
use serde::{Deserialize, Serialize};
use store::{Reader, Row, params};

use crate::{
    ActId, KeeperError, Kind,
    queries::{RECEIPT, RECEIPTS},
};

/// What went of one class by one clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Went {
    /// The class, such as `dialogue`.
    pub class: String,
    /// The clause by which it went; `None` at a person's own wish.
    pub clause: Option<String>,
    /// Of how many containers or people.
    pub holders: i64,
    /// How many rows.
    pub rows: i64,
    /// How many files.
    pub files: i64,
}

impl Went {
    pub(crate) fn add_to(self, all: &mut Vec<Self>) {
        match all.iter_mut().find(|other| other.class == self.class && other.clause == self.clause) {
            Some(other) => {
                other.holders += self.holders;
                other.rows += self.rows;
                other.files += self.files;
            }
            None => all.push(self),
        }
    }
}

/// What stays after an erasure, until when and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stays {
    /// The class.
    pub class: String,
    /// The statement's categories in it.
    pub categories: Vec<String>,
    /// Why it stays.
    pub why: Why,
    /// The clause that sets its date or keeps it.
    pub clause: Option<String>,
    /// The last day on which it may be held, when that is known.
    pub until: Option<Date>,
    /// Of how many containers.
    pub holders: i64,
}

/// Why something stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// It belongs to somebody else: the dialogue of a participant whose coach leaves.
    Others,
    /// The person wished to keep it: the contact details.
    Wished,
    /// The law demands it.
    Law,
    /// A legal hold keeps it for a while.
    Hold,
    /// Another restricts its use: it is stored until that ends (GDPR Art. 18(2)).
    Restricted,
}

/// Proof of what went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Receipt {
    /// Its id: the act's.
    #[serde(serialize_with = "id")]
    pub id: ActId,
    /// When it was done.
    pub at: Timestamp,
    /// Why it went: retention or erasure.
    #[serde(serialize_with = "kind")]
    pub kind: Kind,
    /// What went.
    pub went: Vec<Went>,
    /// What stays, after an erasure.
    pub stays: Vec<Stays>,
    /// From this generation on the keyring lacks the keys.
    pub generation: i64,
    /// The place in the ledger of rights acts up to which it reaches.
    pub ledger_sequence: i64,
    /// The hash of the ledger up to there, in hexadecimal.
    pub ledger_hash: String,
}

fn id<S: serde::Serializer>(id: &ActId, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&id.uuid())
}

fn kind<S: serde::Serializer>(kind: &Kind, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(kind.word())
}

/// The receipt of an act; `None` when there is none.
pub fn find(reader: &mut Reader<'_>, id: ActId) -> Result<Option<Receipt>, KeeperError> {
    reader.one(&RECEIPT, params![id])?.map(|row| read(&row)).transpose()
}

/// The latest receipts, newest first.
pub fn latest(reader: &mut Reader<'_>, limit: u32) -> Result<Vec<Receipt>, KeeperError> {
    reader.all(&RECEIPTS, params![limit])?.iter().map(read).collect()
}

fn read(row: &Row) -> Result<Receipt, KeeperError> {
    Ok(Receipt {
        id: row.id(0)?,
        at: row.time(1)?,
        kind: Kind::from_word(row.text(2)?),
        went: from_json(row.text(3)?)?,
        stays: from_json(row.text(4)?)?,
        generation: row.int(5)?,
        ledger_sequence: row.int(6)?,
        ledger_hash: row.bytes(7)?.iter().map(|byte| format!("{byte:02x}")).collect(),
    })
}

pub(crate) fn to_json<T: Serialize>(value: &T) -> Result<String, KeeperError> {
    serde_json::to_string(value).map_err(|error| KeeperError::Unreadable(error.to_string()))
}

pub(crate) fn from_json<T: for<'a> Deserialize<'a>>(text: &str) -> Result<Vec<T>, KeeperError> {
    serde_json::from_str(text).map_err(|error| KeeperError::Unreadable(error.to_string()))
}
