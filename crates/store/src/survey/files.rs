//! Sealed files: each that is named is there and opens to its end, and each that is there is named.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::{self, Read as _},
    path::Path,
};

use kernel::{
    PersonId, Uuid, Value,
    id::Id as _,
    jiff::SignedDuration,
    manifest::{Class, Content, Protection, Table},
};

use crate::{
    FileCell, FileId,
    copies::CopyError,
    derived::{also_column, row_also},
    files, params, queries,
    snapshot::Snapshot,
};

use super::{Flaw, House, Survey};

/// A file that was put so lately may still wait for its row.
const UPLOADING: SignedDuration = SignedDuration::from_hours(1);
/// After so many files it tells how far it is.
const TELL: usize = 100;

/// A file that a slice's row names.
pub(super) struct Named {
    cell: FileCell,
    class: &'static Class,
    place: String,
}

/// The files that rows name, and those that are kept.
pub(super) struct Kept {
    named: BTreeMap<FileId, Named>,
    rows: BTreeSet<FileId>,
}

/// Reads which files there should be.
pub(super) fn kept(house: &House<'_>, snapshot: &mut Snapshot, found: &mut Survey) -> Result<Kept, CopyError> {
    let mut kept = Kept { named: BTreeMap::new(), rows: BTreeSet::new() };
    for table in house.inventory().tables() {
        let Some(class) = table.class.and_then(|class| house.inventory().class(class)) else { continue };
        for column in table.columns {
            let Content::Personal(item, Protection::Plain(_)) = column.content else { continue };
            if item.ends_with(".file") {
                named(house, snapshot, (table, class, column.name), &mut kept.named)?;
            }
        }
    }
    for row in snapshot.query(queries::FILES_HELD.text, &[])? {
        let id: FileId = row.id(0)?;
        kept.rows.insert(id);
        let fits =
            |named: &Named| named.class.name == row.text(1).unwrap_or_default() && Ok(named.cell.holder) == row.uuid(2);
        if !kept.named.get(&id).is_some_and(fits) {
            found.find(Flaw::NoRow, "file", id.to_string());
        }
    }
    for (id, named) in kept.named.iter().filter(|(id, _)| !kept.rows.contains(id)) {
        found.find(Flaw::NoFile, named.place.clone(), id.to_string());
    }
    Ok(kept)
}

/// The files that one column names.
fn named(
    house: &House<'_>,
    snapshot: &mut Snapshot,
    (table, class, column): (&'static Table, &'static Class, &'static str),
    to: &mut BTreeMap<FileId, Named>,
) -> Result<(), CopyError> {
    let holding = table.container_column.unwrap_or(table.id);
    let also = also_column(house.inventory(), class);
    let text = format!(
        "SELECT t.{column}, t.{holding}, {also} FROM {name} t{join} WHERE t.{column} IS NOT NULL",
        also = also.as_ref().map_or("NULL", |also| also.column.as_str()),
        name = table.name,
        join = also.as_ref().map_or(String::new(), |also| format!(" LEFT {}", also.join(holding))),
    );
    snapshot.each(&text, &mut |mut row| {
        let (holder, also) = (row.uuid(1)?, row_also(&row, 2, also.is_some())?);
        // Beside the id an item may have a size and a kind.
        let Value::Bytes(id) = row.take(0) else { return Ok(()) };
        let Ok(id) = Uuid::from_slice(&id) else { return Ok(()) };
        let cell = FileCell { table: table.name, column, holder, also };
        to.insert(FileId::from_uuid(id), Named { cell, class, place: format!("{}.{column}", table.name) });
        Ok(())
    })
}

/// Opens each file that is named, and finds those that nobody names.
pub(super) fn open(house: &House<'_>, kept: &Kept, found: &mut Survey) -> Result<(), CopyError> {
    let folder = &house.source.config.folder;
    let mut missing = Vec::new();
    for (n, (id, named)) in kept.named.iter().filter(|(id, _)| kept.rows.contains(id)).enumerate() {
        if n.is_multiple_of(TELL) {
            house.tell(&format!("files, {n} of {}", kept.rows.len()));
        }
        found.files += 1;
        match opens(house, &files::place(folder, *id), *id, named) {
            Ok(()) => {}
            Err(flaw) => missing.push((flaw, *id)),
        }
    }
    let root = folder.join("files");
    let there = on_disk(&root).map_err(|error| CopyError::local(&root, &error))?;
    let young = house.source.clock.now().checked_sub(UPLOADING).unwrap_or(house.source.clock.now());
    let old = |id: &FileId| files::minted(*id).is_none_or(|at| at < young);
    let stray = there.into_iter().filter(|id| !kept.rows.contains(id) && old(id));
    missing.extend(stray.map(|id| (Flaw::NoRow, id)));
    if missing.is_empty() {
        return Ok(());
    }
    // Once more, for what went or came in the meantime.
    let mut snapshot = Snapshot::begin(house.source)?;
    for (flaw, id) in missing {
        let is_kept = !snapshot.query(queries::FILE_KEPT.text, params![id])?.is_empty();
        if is_kept != (flaw == Flaw::NoRow) && (is_kept || files::place(folder, id).exists()) {
            found.find(flaw, "files", id.to_string());
        }
    }
    Ok(())
}

/// Reads a file to its end, chunk by chunk, and keeps nothing of it.
fn opens(house: &House<'_>, path: &Path, id: FileId, named: &Named) -> Result<(), Flaw> {
    let also = named.cell.also.map(PersonId::uuid);
    let key =
        house.ring.file_cipher(named.class.name, named.cell.holder, also, id.uuid()).map_err(|_| Flaw::KeyGone)?;
    let mut file = fs::File::open(path).map_err(|_| Flaw::NoFile)?;
    let size = file.metadata().map_err(|_| Flaw::NoFile)?.len();
    let mut head = [0; files::HEAD];
    file.read_exact(&mut head).map_err(|_| Flaw::DamagedFile)?;
    let (aad, count) = (files::aad(&named.cell, id), files::chunks(size));
    for n in 0..count.max(1) {
        let mut chunk = Vec::new();
        let read = (&mut file).take((files::CHUNK + files::TAG) as u64).read_to_end(&mut chunk);
        read.map_err(|_| Flaw::DamagedFile)?;
        if chunk.is_empty() {
            return Err(Flaw::DamagedFile);
        }
        files::open(&key, &head, &aad, chunk, n, count).map(zeroize::Zeroizing::new).map_err(|_| Flaw::DamagedFile)?;
    }
    Ok(())
}

/// The files that lie there.
fn on_disk(root: &Path) -> io::Result<BTreeSet<FileId>> {
    let mut found = BTreeSet::new();
    let shelves = match fs::read_dir(root) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(found),
        shelves => shelves?,
    };
    for shelf in shelves {
        for file in fs::read_dir(shelf?.path())? {
            let name = file?.file_name().to_string_lossy().into_owned();
            found.extend(name.parse::<FileId>());
        }
    }
    Ok(found)
}
