//! What a backup says of itself: the sealed manifest, and the index that the server can read.

use std::{fmt, str::FromStr};

use aws_lc_rs::digest;
use kernel::{Rng, Timestamp, rng};
use serde::{Deserialize, Serialize};

use crate::FileId;

use super::{CopyError, shelf::hex};

/// The form of backups that this version writes.
pub(super) const FORMAT: u32 = 1;

/// One backup's name: the instant and four random signs, so that names sort by time.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct BackupId(String);

impl BackupId {
    pub(super) fn new(now: Timestamp, rng: &dyn Rng) -> Self {
        let drawn: [u8; 2] = rng::bytes(rng);
        Self(format!("{}-{:02x}{:02x}", now.strftime("%Y%m%dT%H%M%SZ"), drawn[0], drawn[1]))
    }

    /// When it was made, to the second.
    pub fn at(&self) -> Option<Timestamp> {
        let text = self.0.get(..16)?;
        let parts = [&text[..4], &text[4..6], &text[6..8], &text[9..11], &text[11..13], &text[13..15]];
        let [year, month, day, hour, minute, second] = parts;
        format!("{year}-{month}-{day}T{hour}:{minute}:{second}Z").parse().ok()
    }
}

impl fmt::Display for BackupId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for BackupId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for BackupId {
    type Err = CopyError;

    fn from_str(text: &str) -> Result<Self, CopyError> {
        let id = Self(text.to_owned());
        let fits = text.len() == 21 && text.is_ascii() && id.at().is_some();
        if fits { Ok(id) } else { Err(CopyError::damaged(text, "this is no backup's name")) }
    }
}

/// The name of a backup's database.
pub(super) fn database_name(folder: &str) -> String {
    format!("{folder}/database")
}

/// An object as it was written: what reads back otherwise is damaged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Written {
    /// The name in the shelf.
    pub(super) name: String,
    /// Bytes, sealed.
    pub(super) length: u64,
    /// SHA-256 of the sealed bytes, in hexadecimal.
    pub(super) sha256: String,
}

impl Written {
    pub(super) fn of(name: &str, bytes: &[u8]) -> Self {
        let sha256 = hex(digest::digest(&digest::SHA256, bytes).as_ref());
        Self { name: name.to_owned(), length: bytes.len() as u64, sha256 }
    }
}

/// How many rows a table had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableCount {
    /// The table.
    pub table: String,
    /// Its rows.
    pub rows: u64,
}

/// A step of the schema's history, as the database had it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Step {
    pub(super) slice: String,
    pub(super) name: String,
    pub(super) checksum: String,
}

/// What the snapshot was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Snapshot {
    /// The schema's history.
    pub(super) history: Vec<Step>,
    /// Every table with its columns, in the order of the dump.
    pub(super) columns: Vec<(String, Vec<String>)>,
    /// Every table with its rows.
    pub(super) tables: Vec<TableCount>,
    /// The keyring's mark: generation and frames.
    pub(super) ring: (u64, u32),
    /// The last entry of the ledger.
    pub(super) ledger: i64,
    /// Files that had a row.
    #[serde(skip)]
    pub(super) files: Vec<FileId>,
}

/// The sealed manifest: what a restore is held against.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    pub(super) format: u32,
    pub(super) organisation: String,
    pub(super) id: BackupId,
    pub(super) snapshot: Snapshot,
    /// The database and the papers.
    pub(super) objects: Vec<Written>,
    /// The files.
    pub(super) files: Vec<Written>,
    /// Files with a row and no bytes: lost before this backup.
    pub(super) missing: Vec<FileId>,
}

/// What the server can read of a backup: names, lengths and hashes of sealed objects, and nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Index {
    pub(super) format: u32,
    pub(super) id: BackupId,
    /// The public half that it was sealed to.
    pub(super) recovery: String,
    /// The last entry of the ledger.
    pub(super) ledger: i64,
    pub(super) manifest: Written,
    pub(super) objects: Vec<Written>,
    pub(super) files: Vec<Written>,
}

impl Index {
    /// The text, always the same for the same index: a changed sign shows.
    pub(super) fn to_text(&self) -> Result<String, CopyError> {
        serde_json::to_string_pretty(self).map_err(|error| CopyError::damaged(&self.id.0, error))
    }

    pub(super) fn read(object: &str, text: &[u8]) -> Result<Self, CopyError> {
        let form = |text: &[u8]| serde_json::from_slice::<serde_json::Value>(text).ok()?["format"].as_u64();
        if let Some(newer) = form(text).filter(|format| *format > FORMAT.into()) {
            return Err(CopyError::Newer(format!("form {newer}")));
        }
        let index: Self = serde_json::from_slice(text).map_err(|error| CopyError::damaged(object, error))?;
        if index.to_text()?.as_bytes() != text {
            return Err(CopyError::damaged(object, "it is written otherwise than an index is"));
        }
        Ok(index)
    }

    /// All bytes, files that other backups hold too among them.
    pub(super) fn bytes(&self) -> u64 {
        let all = self.objects.iter().chain(&self.files).chain([&self.manifest]);
        all.map(|written| written.length).sum()
    }
}

#[cfg(test)]
mod tests {
    use testkit::SeededRng;

    use super::*;

    #[test]
    fn a_name_tells_its_instant_and_nothing_else_is_a_name() {
        let now: Timestamp = "2026-11-22T09:00:03Z".parse().unwrap();
        let id = BackupId::new(now, &SeededRng::new(1));
        assert_eq!(id.at(), Some(now));
        assert_eq!(id.to_string().parse::<BackupId>().unwrap(), id);
        for wrong in ["", "20261122T090003Z", "2026-11-22T09:00:03Z", "20261322T090003Z-abcd", "../../../etc/passwd/x"]
        {
            assert!(wrong.parse::<BackupId>().is_err(), "{wrong}");
        }
    }
}
