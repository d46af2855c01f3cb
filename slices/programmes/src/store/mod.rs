//! What programmes keep, and how it comes back: closed, with sealed fields, for the holder of a grant to open.

pub mod drafts;
pub mod enrolments;
pub mod files;
pub mod leaves;
pub mod responses;
pub mod revisions;
pub mod texts;
pub mod versions;
pub mod warnings;

use std::collections::BTreeMap;

use jiff::civil::Date;
use kernel::{PersonId, Scope};
use programme::Name;
use store::{Row, StoreError};

/// The person who acts; what someone writes is theirs.
fn actor(scope: &Scope, action: &'static str) -> Result<PersonId, StoreError> {
    scope.member().map(|member| member.id).ok_or(StoreError::Refused { action, item: "author" })
}

/// A short name.
fn name(row: &Row, column: usize) -> Result<Name, StoreError> {
    row.text(column)?.parse().map_err(|_| StoreError::Shape { column, expected: "a short name" })
}

/// A day, or `None` for NULL.
fn day_opt(row: &Row, column: usize) -> Result<Option<Date>, StoreError> {
    let day = row.text_opt(column)?.map(str::parse).transpose();
    day.map_err(|_| StoreError::Shape { column, expected: "a day" })
}

/// Files from their pieces: rows of a name and a piece, in order.
fn whole(rows: &[Row]) -> Result<BTreeMap<String, Vec<u8>>, StoreError> {
    let mut files = BTreeMap::<String, Vec<u8>>::new();
    for row in rows {
        files.entry(row.text(0)?.to_owned()).or_default().extend_from_slice(row.bytes(1)?);
    }
    Ok(files)
}
