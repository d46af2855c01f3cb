//! Files, sealed in chunks.

use access::Grant;
use kernel::{PersonId, Scope, Uuid};

use crate::{Opener, StoreError, Work};

kernel::id! {
    /// A sealed file.
    FileId,
}

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
}

impl StoredFile {
    /// Its id, for the slice's own row.
    pub fn id(&self) -> FileId {
        self.id
    }
}

/// One organisation's files.
pub struct Files {}

impl Files {
    /// Seals and stores; returns when the bytes are durable. Then insert the row and call `keep_file` in one unit.
    pub async fn put(
        &self,
        scope: &Scope,
        grant: &Grant,
        cell: &FileCell,
        bytes: Vec<u8>,
    ) -> Result<StoredFile, StoreError> {
        let _ = (scope, grant, cell, bytes);
        unimplemented!()
    }

    /// Opens the bytes of `range` (of the plain content), or all. The cell is that of `put`.
    pub async fn open(
        &self,
        opener: &Opener,
        cell: &FileCell,
        id: FileId,
        range: Option<std::ops::Range<u64>>,
    ) -> Result<Vec<u8>, StoreError> {
        let _ = (opener, cell, id, range);
        unimplemented!()
    }

    /// Removes files whose rows are gone; one that is absent counts as removed.
    pub async fn remove(&self, ids: &[FileId]) -> Result<(), StoreError> {
        let _ = ids;
        unimplemented!()
    }
}

/// Takes the file's row away; call [`Files::remove`] after the commit.
pub fn drop_row(work: &mut Work<'_>, id: FileId) -> Result<(), StoreError> {
    let _ = (work, id);
    unimplemented!()
}
