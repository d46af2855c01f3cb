//! Which process has the installation open, by the lock that it holds.

use std::{fs, os::unix::fs::MetadataExt as _, path::Path};

/// The process that holds the installation's lock; `None` when nobody does, or the system does not tell.
pub(super) fn server_of(folder: &Path) -> Option<u32> {
    let lock = fs::metadata(folder.join("lock")).ok()?.ino();
    holder(&fs::read_to_string("/proc/locks").ok()?, lock)
}

/// The holder of an exclusive lock on the file with this number, of the lines of `/proc/locks`.
fn holder(locks: &str, inode: u64) -> Option<u32> {
    locks.lines().find_map(|line| {
        let mut words = line.split_whitespace().skip(1);
        let (kind, _, mode) = (words.next()?, words.next()?, words.next()?);
        let (process, file) = (words.next()?, words.next()?);
        let same = file.rsplit(':').next()?.parse() == Ok(inode);
        (kind == "FLOCK" && mode == "WRITE" && same).then(|| process.parse().ok())?
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_holder_of_the_lock_is_found_among_the_systems_locks() {
        let locks = "1: POSIX  ADVISORY  READ 7 08:01:42 128 128\n2: FLOCK  ADVISORY  WRITE 4711 08:01:42 0 EOF\n\
                     2: -> FLOCK  ADVISORY  WRITE 9 08:01:42 0 EOF\n";
        assert_eq!(holder(locks, 42), Some(4711));
        assert_eq!(holder(locks, 43), None);
    }

    #[test]
    fn this_process_is_found_while_it_holds_the_lock() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(server_of(folder.path()), None);
        let lock = crate::installation::Lock::take(folder.path()).unwrap();
        // A system that shows no locks leaves it unknown.
        assert!(server_of(folder.path()).is_none_or(|holder| holder == std::process::id()));
        drop(lock);
        assert_eq!(server_of(folder.path()), None);
    }
}
