//! Ages as they are kept.

use access::Grant;
use kernel::{PersonId, Timestamp, id::Id as _};
use store::{Cell, Reader, Sealed, StoreError, Work, params};

use super::{Age, queries};
use crate::model::cell;

fn place(person: PersonId) -> Cell {
    cell("person_age", "age", person.uuid(), person)
}

/// What somebody said, sealed, and when.
pub fn said(reader: &mut Reader<'_>, person: PersonId) -> Result<Option<(Sealed, Timestamp)>, StoreError> {
    let Some(row) = reader.one(&queries::AGE, params![person])? else { return Ok(None) };
    Ok(Some((row.sealed(0, place(person))?, row.time(1)?)))
}

/// Somebody says it now.
pub fn say(work: &mut Work<'_>, grant: &Grant, person: PersonId, age: Age) -> Result<(), StoreError> {
    let now = work.now();
    let sealed = work.seal(grant, &place(person), age.years().to_string().as_bytes())?;
    work.run(&queries::AGE_SAID, params![person, sealed, now]).map(drop)
}
