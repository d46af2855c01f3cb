//! Published versions of programmes: texts and files, kept whole.

use std::collections::BTreeMap;

use access::Grant;
use kernel::Scope;
use programme::{Name, Package};
use store::{Reader, StoreError, Work, params};

use crate::{
    model::{Listed, PartId, Version, VersionId},
    queries,
};

/// Bytes in a piece of a file.
pub const PIECE: usize = 256 * 1024;

/// Publishes a sound package as the next version of its programme.
pub fn publish(scope: &Scope, work: &mut Work<'_>, _: &Grant, package: &Package) -> Result<VersionId, StoreError> {
    let programme = package.programme().name().as_str();
    let highest = work.one(&queries::VERSION_HIGHEST, params![programme])?.map_or(Ok(0), |row| row.int(0))?;
    let id: VersionId = scope.mint();
    work.run(&queries::VERSION_ADD, params![id, programme, highest + 1, scope.now])?;
    for (language, text) in package.texts() {
        work.run(&queries::TEXT_ADD, params![scope.mint::<PartId>(), id, language.tag(), text])?;
    }
    for (name, _, bytes) in package.files() {
        for (number, piece) in (0_i64..).zip(bytes.chunks(PIECE)) {
            work.run(&queries::FILE_ADD, params![scope.mint::<PartId>(), id, name, number, piece])?;
        }
    }
    Ok(id)
}

/// The newest version of a programme; `None` when there is none.
pub fn newest(_: &Scope, reader: &mut Reader<'_>, programme: &Name) -> Result<Option<VersionId>, StoreError> {
    let row = reader.one(&queries::VERSION_NEWEST, params![programme.as_str()])?;
    row.map(|row| row.id(0)).transpose()
}

/// A version with its texts. It never changes, so whoever has read it may keep it. Two queries.
pub fn find(_: &Scope, reader: &mut Reader<'_>, id: VersionId) -> Result<Option<Version>, StoreError> {
    let rows = reader.all(&queries::VERSION, params![id])?;
    let Some(first) = rows.first() else { return Ok(None) };
    let (programme, number) = (first.text(0)?.to_owned(), first.int(1)?);
    let texts = rows
        .iter()
        .map(|row| {
            let language = row.text(2)?.parse().map_err(|_| StoreError::Shape { column: 2, expected: "a language" })?;
            Ok((language, row.text(3)?.to_owned()))
        })
        .collect::<Result<_, StoreError>>()?;
    let files = reader.all(&queries::FILES, params![id])?;
    let files = files.iter().map(|row| row.text(0).map(ToOwned::to_owned)).collect::<Result<_, _>>()?;
    Ok(Some(Version { id, programme, number, texts, files }))
}

/// A piece of a file, counted from 0, of [`PIECE`] bytes but for the last; `None` behind its end.
pub fn piece(
    _: &Scope,
    reader: &mut Reader<'_>,
    version: VersionId,
    name: &str,
    number: u32,
) -> Result<Option<Vec<u8>>, StoreError> {
    let row = reader.one(&queries::FILE_PIECE, params![version, name, number])?;
    row.map(|row| row.bytes(0).map(<[u8]>::to_vec)).transpose()
}

/// How many bytes a file has.
pub fn size(_: &Scope, reader: &mut Reader<'_>, version: VersionId, name: &str) -> Result<usize, StoreError> {
    let row = reader.one(&queries::FILE_SIZE, params![version, name])?;
    let size = row.map_or(Ok(0), |row| row.int(0))?;
    usize::try_from(size).map_err(|_| StoreError::Shape { column: 0, expected: "a size" })
}

/// So many bytes of a file, from one on; fewer at its end.
pub fn bytes(
    scope: &Scope,
    reader: &mut Reader<'_>,
    version: VersionId,
    name: &str,
    from: usize,
    wanted: usize,
) -> Result<Vec<u8>, StoreError> {
    let mut bytes = Vec::with_capacity(wanted);
    let (mut number, mut skipped) = (from / PIECE, from % PIECE);
    while bytes.len() < wanted {
        let Ok(next) = u32::try_from(number) else { break };
        let Some(found) = piece(scope, reader, version, name, next)? else { break };
        let left = wanted - bytes.len();
        bytes.extend(found.iter().skip(skipped).take(left));
        (number, skipped) = (number + 1, 0);
    }
    Ok(bytes)
}

/// All versions of all programmes, the newest of each first.
pub fn list(_: &Scope, reader: &mut Reader<'_>) -> Result<Vec<Listed>, StoreError> {
    let rows = reader.all(&queries::VERSIONS, params![])?;
    rows.iter()
        .map(|row| {
            let (id, programme, number) = (row.id(0)?, row.text(1)?.to_owned(), row.int(2)?);
            Ok(Listed { id, programme, number, published: row.time(3)? })
        })
        .collect()
}

/// All files of a version.
pub fn files(
    _: &Scope,
    reader: &mut Reader<'_>,
    _: &Grant,
    id: VersionId,
) -> Result<BTreeMap<String, Vec<u8>>, StoreError> {
    super::whole(&reader.all(&queries::FILES_WHOLE, params![id])?)
}
