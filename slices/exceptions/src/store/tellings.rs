//! What recipients are told of changes (GDPR Art. 19), as it is kept. It outlives the person: it holds numbers only.

use access::Grant;
use kernel::{PersonId, Timestamp, Value};
use store::{Reader, Row, Sealed, StoreError, Work, params};

use crate::{
    model::{Change, DisclosureId, Telling, TellingId, Way, cell, note_cell},
    queries,
    store::moved,
};

fn change(row: &Row, n: usize) -> Result<Change, StoreError> {
    Change::from_key(row.text(n)?).ok_or(StoreError::Shape { column: n, expected: "a change" })
}

/// All that a recipient is to be told of.
pub fn of(reader: &mut Reader<'_>, disclosure: DisclosureId) -> Result<Vec<Telling>, StoreError> {
    let rows = reader.all(&queries::TELLINGS, params![disclosure])?;
    let each = rows.iter().map(|row| {
        let id = row.id(0)?;
        Ok(Telling {
            id,
            change: change(row, 2)?,
            at: row.time(3)?,
            way: Way::from_key(row.text(4)?).unwrap_or(Way::Open),
            told_at: row.time_opt(5)?,
            note: row.sealed_opt(7, note_cell(id, disclosure))?,
        })
    });
    each.collect()
}

/// Something that is still to be told.
pub struct Left {
    /// Of which disclosure.
    pub disclosure: DisclosureId,
    /// What happened.
    pub change: Change,
    /// When that was.
    pub at: Timestamp,
    /// Whom to tell.
    pub recipient: Sealed,
}

/// What is still to be told, the oldest first.
pub fn left(reader: &mut Reader<'_>, _: &Grant) -> Result<Vec<Left>, StoreError> {
    let rows = reader.all(&queries::TELLINGS_LEFT, &[])?;
    let each = rows.iter().map(|row| {
        let disclosure = row.id(1)?;
        let recipient = row.sealed(4, cell("recipient", disclosure))?;
        Ok(Left { disclosure, change: change(row, 2)?, at: row.time(3)?, recipient })
    });
    each.collect()
}

/// One of them as its recipient sees it: of which disclosure, what happened and when, and when it was handed over.
pub struct Told {
    /// Of which disclosure.
    pub disclosure: DisclosureId,
    /// What happened.
    pub change: Change,
    /// When that was.
    pub at: Timestamp,
    /// When the data was handed over.
    pub sent_at: Option<Timestamp>,
}

/// One of them; `None` when there is none by that number.
pub fn find_telling(reader: &mut Reader<'_>, id: TellingId) -> Result<Option<Told>, StoreError> {
    let Some(row) = reader.one(&queries::TELLING, params![id])? else { return Ok(None) };
    Ok(Some(Told { disclosure: row.id(0)?, change: change(&row, 1)?, at: row.time(2)?, sent_at: row.time_opt(4)? }))
}

/// Notes how a recipient was told, by whom, and a word about it; `false` when it was noted before.
pub fn done(
    work: &mut Work<'_>,
    grant: &Grant,
    (id, disclosure): (TellingId, DisclosureId),
    way: Way,
    said: Option<(PersonId, &str)>,
) -> Result<bool, StoreError> {
    let note = match said {
        Some((_, note)) => work.seal(grant, &note_cell(id, disclosure), note.as_bytes())?,
        None => Value::Null,
    };
    let (by, now) = (said.map(|(by, _)| by), work.now());
    if work.run(&queries::TELLING_DONE, params![id, way.key(), now, by, note])? == 0 {
        return Ok(false);
    }
    moved(work, disclosure)?;
    Ok(true)
}
