//! Files, sealed in chunks of 64 KiB, so that ranges can be read.
//!
//! On disk: the version, a random prefix of 7 bytes, then the chunks. Each chunk is sealed with AES-256-GCM under a
//! key that is derived for this file alone from the keys of its class; the nonce is the prefix, the chunk's number
//! and whether it is the last, so that chunks can be neither moved, left out nor cut off. Bytes are durable before
//! the row that makes them a file: what has no row is an orphan.

use std::{collections::BTreeMap, ops::Range, path::PathBuf, sync::Arc};

use access::Grant;
use aws_lc_rs::aead::{Aad, LessSafeKey, Nonce};
use kernel::{PersonId, Scope, Timestamp, Uuid, id::Id as _, rng};
use object_store::{ObjectStore as _, ObjectStoreExt as _, PutPayload, local::LocalFileSystem, path::Path};

use crate::{Opener, Store, StoreError, Work, folders, keyring::VERSION, params, queries, shared::Shared};

kernel::id! {
    /// A sealed file.
    FileId,
}

/// Plain bytes in a chunk.
pub(crate) const CHUNK: usize = 64 * 1024;
/// Bytes of the authentication tag of a chunk.
pub(crate) const TAG: usize = 16;
/// Bytes before the first chunk.
pub(crate) const HEAD: usize = 8;

/// What a file belongs to: the slice's column that points at it gives the item and the class.
#[derive(Clone, Copy, Debug)]
pub struct FileCell {
    /// The table of the column that will hold the [`FileId`].
    pub table: &'static str,
    /// That column, declared personal (such as `attachment.file`, `Plain`).
    pub column: &'static str,
    /// The container that holds it.
    pub holder: Uuid,
    /// The party under whose own key the class is sealed too.
    pub also: Option<PersonId>,
}

/// A file that is durable on disk and waits for [`Work::keep_file`](crate::Work::keep_file).
#[derive(Clone, Debug)]
pub struct StoredFile {
    id: FileId,
    pub(crate) class: &'static str,
    pub(crate) holder: Uuid,
    pub(crate) length: i64,
}

impl StoredFile {
    /// Its id, for the slice's own row.
    pub fn id(&self) -> FileId {
        self.id
    }
}

/// One organisation's files.
pub struct Files {
    shared: Arc<Shared>,
    objects: LocalFileSystem,
}

impl Files {
    pub(crate) fn new(shared: Arc<Shared>) -> Result<Self, StoreError> {
        let root: &PathBuf = &shared.files;
        folders::make(root).map_err(|error| fault(&error))?;
        let objects = LocalFileSystem::new_with_prefix(root).map_err(|error| fault(&error))?.with_fsync(true);
        Ok(Self { shared, objects })
    }

    /// Seals and stores; returns when bytes and keys are durable. Then insert the row and call
    /// [`Work::keep_file`](crate::Work::keep_file) in one unit. The grant must cover the column's item.
    pub async fn put(
        &self,
        scope: &Scope,
        grant: &Grant,
        cell: &FileCell,
        bytes: Vec<u8>,
    ) -> Result<StoredFile, StoreError> {
        self.shared.same_organisation(scope)?;
        let placed = self.shared.places.personal(cell.table, cell.column, cell.also.is_some())?;
        if !grant.covers(placed.item, cell.holder) {
            return Err(StoreError::Refused { action: grant.action_name(), item: placed.item });
        }
        let (id, cell, class): (FileId, _, _) = (scope.mint(), *cell, placed.class.name);
        let shared = Arc::clone(&self.shared);
        let sealed = blocking(move || {
            let also = cell.also.map(PersonId::uuid);
            shared.ring.make(class, cell.holder, also);
            shared.ring.flush()?;
            let key = shared.ring.file_cipher(class, cell.holder, also, id.uuid())?;
            seal(&key, rng::bytes(&*shared.rng), &aad(&cell, id), &bytes)
        })
        .await?;
        let length = i64::try_from(sealed.len()).unwrap_or(i64::MAX);
        let path = path(id);
        self.objects.put(&path, PutPayload::from(sealed)).await.map_err(|error| fault(&error))?;
        Ok(StoredFile { id, class, holder: cell.holder, length })
    }

    /// Opens the bytes of `range` (of the plain content; what reaches past the end is left out), or all of them.
    /// The cell is that of `put`. `Gone` when the key was destroyed or the file is absent.
    pub async fn open(
        &self,
        opener: &Opener,
        cell: &FileCell,
        id: FileId,
        range: Option<Range<u64>>,
    ) -> Result<Vec<u8>, StoreError> {
        let placed = self.shared.places.personal(cell.table, cell.column, cell.also.is_some())?;
        opener.check(&placed, cell.holder)?;
        let also = cell.also.map(PersonId::uuid);
        let key = opener.shared().ring.file_cipher(placed.class.name, cell.holder, also, id.uuid())?;
        let path = path(id);
        let size = match self.objects.head(&path).await {
            Ok(found) => found.size,
            Err(object_store::Error::NotFound { .. }) => return Err(StoreError::Gone),
            Err(error) => return Err(fault(&error)),
        };
        let (start, end) = match range {
            Some(range) => (range.start, range.end.min(plain_length(size)?)),
            None => (0, plain_length(size)?),
        };
        if start > end || (start == end && end > 0) {
            return Ok(Vec::new());
        }
        let sealed_chunk = (CHUNK + TAG) as u64;
        let (first, last) = (start / CHUNK as u64, end.saturating_sub(1) / CHUNK as u64);
        let from = HEAD as u64 + first * sealed_chunk;
        let to = (HEAD as u64 + (last + 1) * sealed_chunk).min(size);
        let pieces = [0..HEAD as u64, from..to];
        let read = self.objects.get_ranges(&path, &pieces).await.map_err(|error| fault(&error))?;
        let [head, body] = read.as_slice() else { return Err(StoreError::Tampered) };
        let (head, body) = (head.clone(), Vec::from(body.clone()));
        let (cell, count) = (*cell, chunks(size));
        let plain = blocking(move || open(&key, &head, &aad(&cell, id), body, first, count)).await?;
        let skip = usize::try_from(start - first * CHUNK as u64).map_err(|_| StoreError::Tampered)?;
        let length = usize::try_from(end - start).map_err(|_| StoreError::Tampered)?;
        plain.get(skip..skip + length).map(<[u8]>::to_vec).ok_or(StoreError::Tampered)
    }

    /// Removes files whose rows are gone; one that is absent counts as removed. No power cut brings them back.
    pub async fn remove(&self, ids: &[FileId]) -> Result<(), StoreError> {
        for id in ids {
            match self.objects.delete(&path(*id)).await {
                Ok(()) | Err(object_store::Error::NotFound { .. }) => {}
                Err(error) => return Err(fault(&error)),
            }
        }
        let shelves: BTreeMap<_, _> = ids.iter().map(|id| place_in(&self.shared.files, *id)).map(by_shelf).collect();
        blocking(move || {
            let removed = shelves.into_values().filter(|removed| removed.parent().is_some_and(std::path::Path::exists));
            removed.into_iter().try_for_each(|removed| folders::sync_name(&removed)).map_err(|error| fault(&error))
        })
        .await
    }

    /// Every file on disk that was put before `before`, in no order.
    async fn all(&self, before: Timestamp) -> Result<Vec<FileId>, StoreError> {
        let shelves = self.objects.list_with_delimiter(None).await.map_err(|error| fault(&error))?.common_prefixes;
        let mut found = Vec::new();
        for shelf in shelves {
            let objects = self.objects.list_with_delimiter(Some(&shelf)).await.map_err(|error| fault(&error))?.objects;
            let ids = objects.iter().filter_map(|object| object.location.filename()?.parse::<FileId>().ok());
            found.extend(ids.filter(|id| minted(*id).is_some_and(|at| at < before)));
        }
        Ok(found)
    }
}

impl Store {
    /// Files on disk that were put before `before` and that no row keeps: an upload that was never completed, or a
    /// removal that was stopped. Remove them with [`Files::remove`].
    pub async fn orphans(&self, scope: &Scope, before: Timestamp) -> Result<Vec<FileId>, StoreError> {
        let found = self.files().all(before).await?;
        self.read(scope, move |reader| {
            let mut orphans = Vec::new();
            for id in found {
                if reader.one(&queries::FILE_KEPT, params![id])?.is_none() {
                    orphans.push(id);
                }
            }
            Ok(orphans)
        })
        .await
    }
}

/// Takes the file's row away; call [`Files::remove`] after the commit.
pub fn drop_row(work: &mut Work<'_>, id: FileId) -> Result<(), StoreError> {
    work.run(&queries::DROP_FILE, params![id]).map(drop)
}

/// When an id was minted: UUIDv7 begins with milliseconds since 1970.
pub(crate) fn minted(id: FileId) -> Option<Timestamp> {
    let milliseconds = i64::try_from(id.uuid().as_u128() >> 80).ok()?;
    Timestamp::from_millisecond(milliseconds).ok()
}

/// Where a file lies in an organisation's folder.
pub(crate) fn place(folder: &std::path::Path, id: FileId) -> PathBuf {
    place_in(&folder.join("files"), id)
}

fn place_in(files: &std::path::Path, id: FileId) -> PathBuf {
    files.join(path(id).as_ref())
}

/// The shelf on which a file lies, and the file.
fn by_shelf(file: PathBuf) -> (PathBuf, PathBuf) {
    (file.parent().unwrap_or(&file).to_owned(), file)
}

pub(crate) fn path(id: FileId) -> Path {
    let name = id.to_string();
    // The last digits are random, the first ones are time.
    Path::from(format!("{}/{name}", &name[name.len() - 2..]))
}

pub(crate) fn aad(cell: &FileCell, id: FileId) -> Vec<u8> {
    let mut aad = b"troth file 1".to_vec();
    for name in [cell.table, cell.column] {
        aad.extend_from_slice(&(name.len() as u64).to_be_bytes());
        aad.extend_from_slice(name.as_bytes());
    }
    aad.extend_from_slice(id.uuid().as_bytes());
    aad.extend_from_slice(cell.holder.as_bytes());
    aad
}

fn nonce(prefix: &[u8], chunk: u64, last: bool) -> Result<Nonce, StoreError> {
    let number = u32::try_from(chunk).map_err(|_| StoreError::Files("the file is too long".to_owned()))?;
    let mut bytes = [0; 12];
    bytes[..7].copy_from_slice(prefix.get(..7).ok_or(StoreError::Tampered)?);
    bytes[7..11].copy_from_slice(&number.to_be_bytes());
    bytes[11] = u8::from(last);
    Ok(Nonce::assume_unique_for_key(bytes))
}

pub(crate) fn seal(key: &LessSafeKey, prefix: [u8; 7], aad: &[u8], plain: &[u8]) -> Result<Vec<u8>, StoreError> {
    let count = plain.len().div_ceil(CHUNK).max(1);
    let mut sealed = Vec::with_capacity(HEAD + plain.len() + count * TAG);
    sealed.push(VERSION);
    sealed.extend_from_slice(&prefix);
    for n in 0..count {
        let chunk = &plain[n * CHUNK..plain.len().min((n + 1) * CHUNK)];
        let at = sealed.len();
        sealed.extend_from_slice(chunk);
        let nonce = nonce(&prefix, n as u64, n + 1 == count)?;
        let tag = key
            .seal_in_place_separate_tag(nonce, Aad::from(aad), &mut sealed[at..])
            .map_err(|_| StoreError::Tampered)?;
        sealed.extend_from_slice(tag.as_ref());
    }
    Ok(sealed)
}

pub(crate) fn open(
    key: &LessSafeKey,
    head: &[u8],
    aad: &[u8],
    mut body: Vec<u8>,
    first: u64,
    count: u64,
) -> Result<Vec<u8>, StoreError> {
    let prefix = head.strip_prefix(&[VERSION]).ok_or(StoreError::Tampered)?;
    let mut plain = Vec::with_capacity(body.len());
    for (n, chunk) in body.chunks_mut(CHUNK + TAG).enumerate() {
        let number = first + n as u64;
        let nonce = nonce(prefix, number, number + 1 == count)?;
        plain.extend_from_slice(key.open_in_place(nonce, Aad::from(aad), chunk).map_err(|_| StoreError::Tampered)?);
    }
    Ok(plain)
}

pub(crate) fn chunks(size: u64) -> u64 {
    size.saturating_sub(HEAD as u64).div_ceil((CHUNK + TAG) as u64)
}

pub(crate) fn plain_length(size: u64) -> Result<u64, StoreError> {
    let sealed = size.checked_sub(HEAD as u64).ok_or(StoreError::Tampered)?;
    sealed.checked_sub(chunks(size) * TAG as u64).filter(|_| sealed >= TAG as u64).ok_or(StoreError::Tampered)
}

async fn blocking<T: Send + 'static>(
    run: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError> {
    tokio::task::spawn_blocking(run).await.unwrap_or(Err(StoreError::Panicked))
}

fn fault(error: &dyn std::error::Error) -> StoreError {
    StoreError::Files(error.to_string())
}
