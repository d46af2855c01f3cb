//! Drafts: what authors write on until it is published. Nothing of anybody.

use std::collections::BTreeMap;

use access::Grant;
use kernel::{Language, Scope, Timestamp};
use programme::Texts;
use store::{Reader, StoreError, Work, params};

use super::versions::PIECE;
use crate::{
    model::{Draft, DraftId, PartId},
    queries,
};

/// Every draft: when it was changed last, and its first text.
pub fn list(_: &Scope, reader: &mut Reader<'_>) -> Result<Vec<(DraftId, Timestamp, Option<String>)>, StoreError> {
    let rows = reader.all(&queries::DRAFTS, params![])?;
    rows.iter().map(|row| Ok((row.id(0)?, row.time(1)?, row.text_opt(2)?.map(ToOwned::to_owned)))).collect()
}

/// A draft; `None` when there is none. Two queries.
pub fn find(_: &Scope, reader: &mut Reader<'_>, id: DraftId) -> Result<Option<Draft>, StoreError> {
    let rows = reader.all(&queries::DRAFT, params![id])?;
    let Some(first) = rows.first() else { return Ok(None) };
    let mut draft = Draft { id, edition: first.int(0)?, texts: BTreeMap::new(), files: BTreeMap::new() };
    for row in &rows {
        let Some(language) = row.text_opt(1)? else { continue };
        let language = language.parse().map_err(|_| StoreError::Shape { column: 1, expected: "a language" })?;
        draft.texts.insert(language, (row.text(2)?.to_owned(), row.int(3)?));
    }
    for row in reader.all(&queries::DRAFT_FILES, params![id])? {
        draft.files.insert(row.text(0)?.to_owned(), row.int(1)?);
    }
    Ok(Some(draft))
}

/// All its files.
pub fn files(
    _: &Scope,
    reader: &mut Reader<'_>,
    _: &Grant,
    id: DraftId,
) -> Result<BTreeMap<String, Vec<u8>>, StoreError> {
    super::whole(&reader.all(&queries::DRAFT_FILES_WHOLE, params![id])?)
}

/// One of its files; `None` when there is none.
pub fn file(
    _: &Scope,
    reader: &mut Reader<'_>,
    _: &Grant,
    id: DraftId,
    name: &str,
) -> Result<Option<Vec<u8>>, StoreError> {
    let rows = reader.all(&queries::DRAFT_FILE, params![id, name])?;
    let mut bytes = Vec::new();
    for row in &rows {
        bytes.extend_from_slice(row.bytes(0)?);
    }
    Ok((!rows.is_empty()).then_some(bytes))
}

/// Begins a draft with these texts and files.
pub fn begin(
    scope: &Scope,
    work: &mut Work<'_>,
    grant: &Grant,
    texts: &Texts,
    files: &BTreeMap<String, Vec<u8>>,
) -> Result<DraftId, StoreError> {
    let id: DraftId = scope.mint();
    work.run(&queries::DRAFT_ADD, params![id, scope.now])?;
    for (language, text) in texts {
        let values = params![scope.mint::<PartId>(), id, language.tag(), text.as_str()];
        work.run(&queries::DRAFT_TEXT_ADD, values)?;
    }
    for (name, bytes) in files {
        put_file(scope, work, grant, id, name, bytes)?;
    }
    Ok(id)
}

/// Keeps a text that was written on from `edition` (0 where there was none); an empty one takes the language out. The new
/// edition; `None` when somebody else has changed it since, and then nothing is written.
pub fn keep(
    scope: &Scope,
    work: &mut Work<'_>,
    _: &Grant,
    draft: &Draft,
    (language, text, edition): (Language, &str, i64),
) -> Result<Option<i64>, StoreError> {
    let tag = language.tag();
    match draft.texts.get(&language) {
        Some((same, now)) if same == text => return Ok(Some(*now)),
        None if text.is_empty() => return Ok(Some(0)),
        _ => {}
    }
    let done = if text.is_empty() {
        work.run(&queries::DRAFT_TEXT_REMOVE, params![draft.id, tag, edition])?
    } else if edition == 0 {
        work.run(&queries::DRAFT_TEXT_ADD, params![scope.mint::<PartId>(), draft.id, tag, text])?
    } else {
        work.run(&queries::DRAFT_TEXT_SET, params![draft.id, tag, edition, text])?
    };
    if done == 0 {
        return Ok(None);
    }
    touch(scope, work, draft.id)?;
    Ok(Some(if text.is_empty() { 0 } else { edition + 1 }))
}

/// Puts a file into a draft, in the place of the one that has its name.
pub fn put_file(
    scope: &Scope,
    work: &mut Work<'_>,
    grant: &Grant,
    id: DraftId,
    name: &str,
    bytes: &[u8],
) -> Result<(), StoreError> {
    remove_file(scope, work, grant, id, name)?;
    for (number, piece) in (0_i64..).zip(bytes.chunks(PIECE)) {
        work.run(&queries::DRAFT_FILE_ADD, params![scope.mint::<PartId>(), id, name, number, piece])?;
    }
    Ok(())
}

/// Takes a file out of a draft.
pub fn remove_file(scope: &Scope, work: &mut Work<'_>, _: &Grant, id: DraftId, name: &str) -> Result<(), StoreError> {
    work.run(&queries::DRAFT_FILE_REMOVE, params![id, name])?;
    touch(scope, work, id)
}

/// A draft is done with: it was published, or its authors do not want it any more.
pub fn remove(_: &Scope, work: &mut Work<'_>, _: &Grant, id: DraftId) -> Result<(), StoreError> {
    work.run(&queries::DRAFT_TEXTS_REMOVE, params![id])?;
    work.run(&queries::DRAFT_FILES_REMOVE, params![id])?;
    work.run(&queries::DRAFT_REMOVE, params![id]).map(drop)
}

fn touch(scope: &Scope, work: &mut Work<'_>, id: DraftId) -> Result<(), StoreError> {
    work.run(&queries::DRAFT_TOUCH, params![id, scope.now]).map(drop)
}
