//! Versions as they are kept.

use jiff::civil::Date;
use kernel::{PersonId, Timestamp};
use statement::Plan;
use store::{Reader, Row, StoreError, params};

use crate::{
    KeeperError,
    queries::{VERSION_TEXT, VERSIONS},
};

/// A version of the statement, without its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its number; higher is newer.
    pub number: u32,
    /// When it was published.
    pub published: Timestamp,
    /// Who published it in the interface; `None` for the operator.
    pub by: Option<PersonId>,
    /// The day from which it holds.
    pub from: Date,
    /// When it came into force; `None` while it waits for its day.
    pub began: Option<Timestamp>,
}

impl Version {
    fn of(row: &Row) -> Result<Self, StoreError> {
        let shape = |column, expected| StoreError::Shape { column, expected };
        Ok(Self {
            number: u32::try_from(row.int(0)?).map_err(|_| shape(0, "a version's number"))?,
            published: row.time(1)?,
            by: row.id_opt(2)?,
            from: row.text(3)?.parse().map_err(|_| shape(3, "a day"))?,
            began: row.time_opt(4)?,
        })
    }
}

/// Every version, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Versions(pub Vec<Version>);

impl Versions {
    pub(crate) fn of(rows: &[Row]) -> Result<Self, StoreError> {
        Ok(Self(rows.iter().map(Version::of).collect::<Result<_, _>>()?))
    }

    /// The version in force.
    pub fn in_force(&self) -> Option<&Version> {
        self.0.iter().find(|version| version.began.is_some())
    }

    /// The newest version, in force or not.
    pub fn newest(&self) -> Option<&Version> {
        self.0.first()
    }

    /// A version by its number.
    pub fn find(&self, number: u32) -> Option<&Version> {
        self.0.iter().find(|version| version.number == number)
    }

    /// Published versions that wait for their day, the next one first.
    pub fn waiting(&self) -> impl Iterator<Item = &Version> {
        self.0.iter().rev().filter(|version| version.began.is_none())
    }
}

/// Every version that was ever published here.
///
/// # Errors
/// When the store cannot be read.
pub fn versions(reader: &mut Reader<'_>) -> Result<Versions, StoreError> {
    Versions::of(&reader.all(&VERSIONS, params![])?)
}

/// The file's text of a version, to the letter.
///
/// # Errors
/// When the store cannot be read.
pub fn text(reader: &mut Reader<'_>, number: u32) -> Result<Option<String>, StoreError> {
    let row = reader.one(&VERSION_TEXT, params![number])?;
    row.map(|row| row.text(0).map(str::to_owned)).transpose()
}

/// A version as it is read by itself, whatever the program stores today; `None` when there is no such version.
///
/// # Errors
/// When the store cannot be read, or the text is of a language that this program no longer knows.
pub fn statement_of(reader: &mut Reader<'_>, number: u32) -> Result<Option<Plan>, KeeperError> {
    text(reader, number)?.map(|text| read(&text, number)).transpose()
}

/// Reads a text by itself.
pub(super) fn read(text: &str, number: u32) -> Result<Plan, KeeperError> {
    let plan = statement::check(text, None).plan;
    plan.ok_or_else(|| KeeperError::Unreadable(format!("version {number} of the statement")))
}
