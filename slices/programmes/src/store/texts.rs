//! A coach's reusable texts: the own ones, and nobody else's.

use access::Grant;
use kernel::{PersonId, Scope, id::Id as _};
use store::{Cell, Reader, Row, Sealed, StoreError, Work, params};

use crate::{model::TextId, queries};

/// So many at the most.
pub const MOST: i64 = 100;

fn cell(person: PersonId, id: TextId) -> Cell {
    Cell { table: "text_block", column: "body", row: id.uuid(), holder: person.uuid(), also: None }
}

fn text(person: PersonId, row: &Row) -> Result<(TextId, Sealed), StoreError> {
    let id: TextId = row.id(0)?;
    Ok((id, row.sealed(1, cell(person, id))?))
}

/// All of one's own, the oldest first.
pub fn all(scope: &Scope, reader: &mut Reader<'_>) -> Result<Vec<(TextId, Sealed)>, StoreError> {
    let me = super::actor(scope, "text-block.read")?;
    reader.all(&queries::TEXTS, params![me])?.iter().map(|row| text(me, row)).collect()
}

/// One of one's own.
pub fn find(scope: &Scope, reader: &mut Reader<'_>, id: TextId) -> Result<Option<Sealed>, StoreError> {
    let me = super::actor(scope, "text-block.read")?;
    let row = reader.one(&queries::TEXT, params![me, id])?;
    row.map(|row| Ok(text(me, &row)?.1)).transpose()
}

/// Writes another one; `false` when there are too many already.
pub fn add(scope: &Scope, work: &mut Work<'_>, grant: &Grant, words: &str) -> Result<bool, StoreError> {
    let (me, id) = (super::actor(scope, "text-block.write")?, scope.mint::<TextId>());
    let count = work.one(&queries::TEXT_COUNT, params![me])?.map_or(Ok(0), |row| row.int(0))?;
    if count >= MOST {
        return Ok(false);
    }
    let body = work.seal(grant, &cell(me, id), words.as_bytes())?;
    work.run(&queries::TEXT_WRITE, params![id, me, scope.now, body])?;
    Ok(true)
}

/// Puts one in other words; `false` when it is gone.
pub fn change(scope: &Scope, work: &mut Work<'_>, grant: &Grant, id: TextId, words: &str) -> Result<bool, StoreError> {
    let me = super::actor(scope, "text-block.write")?;
    let body = work.seal(grant, &cell(me, id), words.as_bytes())?;
    Ok(work.run(&queries::TEXT_CHANGE, params![me, id, body])? == 1)
}

/// Removes one; `false` when it is gone already.
pub fn remove(scope: &Scope, work: &mut Work<'_>, _: &Grant, id: TextId) -> Result<bool, StoreError> {
    let me = super::actor(scope, "text-block.write")?;
    Ok(work.run(&queries::TEXT_REMOVE, params![me, id])? == 1)
}
