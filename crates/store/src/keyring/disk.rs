//! The ring's file: replaced as a whole or not at all.

use std::{
    fs,
    io::{self, Write as _},
    os::unix::fs::{FileExt as _, OpenOptionsExt as _},
    path::{Path, PathBuf},
};

use crate::{StoreError, folders};

use super::{Step, file_fault, reached};

pub(super) fn append(path: &Path) -> Result<fs::File, StoreError> {
    fs::OpenOptions::new().append(true).open(path).map_err(|error| file_fault(path, &error))
}

pub(super) fn half_written(path: &Path) -> PathBuf {
    path.with_extension("new")
}

/// Where a replacement failed: before the new ring was in place, or after.
pub(super) enum Replace {
    Before(StoreError),
    After(StoreError),
}

impl From<Replace> for StoreError {
    fn from(failed: Replace) -> Self {
        match failed {
            Replace::Before(error) | Replace::After(error) => error,
        }
    }
}

/// Writes beside, syncs, renames into place, syncs the folder.
pub(super) fn replace(path: &Path, bytes: &[u8], after: &mut dyn FnMut(Step) -> io::Result<()>) -> Result<(), Replace> {
    let beside = half_written(path);
    let before = |error: io::Error| Replace::Before(file_fault(&beside, &error));
    let mut file =
        fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&beside).map_err(before)?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(before)?;
    reached(after, Step::RingWritten).map_err(Replace::Before)?;
    fs::rename(&beside, path).map_err(before)?;
    folders::sync_name(path).map_err(|error| Replace::After(file_fault(path, &error)))
}

/// Overwrites the old ring, which has no name any more: a second line on disks that write in place.
pub(super) fn zero(file: &fs::File, length: u64) -> io::Result<()> {
    let zeros = [0; 64 * 1024];
    let mut at = 0;
    while at < length {
        let rest = usize::try_from(length - at).unwrap_or(usize::MAX).min(zeros.len());
        file.write_all_at(&zeros[..rest], at)?;
        at += rest as u64;
    }
    file.sync_all()
}
