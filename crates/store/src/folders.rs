//! Names that survive a power cut: a file whose bytes are synced is lost all the same when its folder is not.

use std::{fs, io, os::unix::fs::DirBuilderExt as _, path::Path};

/// Makes a folder for its owner alone, and those above it that are missing; durable when it returns.
///
/// # Errors
/// When one cannot be made.
pub fn make(path: &Path) -> io::Result<()> {
    let missing: Vec<_> =
        path.ancestors().take_while(|above| !above.as_os_str().is_empty() && !above.exists()).collect();
    fs::DirBuilder::new().recursive(true).mode(0o700).create(path)?;
    missing.into_iter().try_for_each(sync_name)
}

/// Makes durable that `path` is there, or is not there any more, or has come there by a new name.
///
/// # Errors
/// When its folder cannot be synced.
pub fn sync_name(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    fs::File::open(folder)?.sync_all()
}
