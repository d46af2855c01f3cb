//! Who can read the files, where the keys lie, and whether the recovery key lies where it must not.

use std::{
    fs, io,
    os::unix::fs::MetadataExt as _,
    path::{Path, PathBuf},
};

use store::copies::RecoveryKey;

use super::report::{Finding, Point};
use crate::{
    config::{Config, FILE},
    installation::KEYS,
};

/// A file that is longer holds no recovery key.
const KEY_FILE: u64 = 4096;
/// Magic numbers (statfs(2)) of file systems on which an overwritten file may survive.
const COPY_ON_WRITE: [(u64, &str); 4] =
    [(0x9123_683e, "btrfs"), (0x2fc1_2fc1, "zfs"), (0xca45_1a4e, "bcachefs"), (0x794c_7630, "overlay")];

/// Whether files are their owner's alone.
pub(super) fn permissions(config: &Config) -> Vec<Finding> {
    let point = Point::Permissions;
    let owner = match fs::metadata(&config.folder) {
        Ok(about) => about.uid(),
        Err(error) => return vec![cannot_read(point, &config.folder, &error)],
    };
    let mut found = Vec::new();
    for path in own_files(config) {
        match fs::metadata(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => found.push(cannot_read(point, &path, &error)),
            Ok(about) => {
                found.extend(open_to_others(&path, about.mode(), about.is_dir()));
                if about.uid() != owner {
                    let place = path.display();
                    let folder = config.folder.display();
                    found.push(point.act(
                        format!(
                            "{place} belongs to another user than {folder}: the server may not be able to write it"
                        ),
                        format!("chown --reference={folder} {place}"),
                    ));
                }
            }
        }
    }
    for key in config.edge.certificates.iter().map(|files| &files.key) {
        if let Ok(about) = fs::metadata(key)
            && about.mode() & 0o007 != 0
        {
            let place = key.display();
            found.push(point.act(format!("everybody on this machine can read {place}"), format!("chmod o= {place}")));
        }
    }
    if found.is_empty() {
        found.push(point.good("data, configuration and keys are their owner's alone"));
    }
    found
}

/// What is to be the owner's alone: the folders, and the files that hold secrets.
fn own_files(config: &Config) -> Vec<PathBuf> {
    let folder = &config.folder;
    let mut paths = vec![folder.clone(), folder.join(FILE), folder.join(KEYS), folder.join("acme")];
    let own = config.organisations.iter().map(|entry| config.folder_of(&entry.key));
    for within in own.chain([folder.join(KEYS)]) {
        paths.extend(entries(&within));
        paths.push(within);
    }
    paths.sort();
    paths.dedup();
    paths
}

/// What stands in a folder; nothing when it cannot be read, which is told of the folder itself.
fn entries(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path())).collect()
}

/// Files within a folder that is shut may be open; folders and what holds keys may not.
fn open_to_others(path: &Path, mode: u32, is_folder: bool) -> Option<Finding> {
    let is_secret = path.file_name().is_some_and(|name| name == FILE)
        || path.parent().and_then(Path::file_name).is_some_and(|name| name == KEYS);
    if mode & 0o077 == 0 || !(is_folder || is_secret) {
        return None;
    }
    let (place, mode, wanted) = (path.display(), mode & 0o777, if is_folder { 700 } else { 600 });
    Some(
        Point::Permissions
            .act(format!("others on this machine can use {place} (mode {mode:o})"), format!("chmod {wanted} {place}")),
    )
}

/// Where the keys lie: apart from the data, and not among the copies.
pub(super) fn key_place(config: &Config) -> Vec<Finding> {
    let keys = config.folder.join(KEYS);
    let (about, data) = match (fs::metadata(&keys), fs::metadata(&config.folder)) {
        (Ok(about), Ok(data)) => (about, data),
        (Err(error), _) | (_, Err(error)) => return vec![cannot_read(Point::KeyPlace, &keys, &error)],
    };
    let mut found: Vec<_> = among_copies(config, &keys).into_iter().collect();
    found.extend(copies_on_write(&keys));
    let place = keys.display();
    found.push(if about.dev() == data.dev() {
        Point::KeyPlace.note(
            format!("{place} is on the same disk as the data: whoever takes the disk has both"),
            "Put the folder on another disk if you can: mount it there, or make it a symbolic link.",
        )
    } else {
        Point::KeyPlace.good(format!("{place} is on another disk than the data"))
    });
    found
}

/// The keys within the folder of the copies, or copies of them in it.
fn among_copies(config: &Config, keys: &Path) -> Option<Finding> {
    let backup = config.backup.as_ref().filter(|backup| !backup.to.starts_with("s3://"))?;
    let (copies, keys) = (fs::canonicalize(&backup.to).ok()?, fs::canonicalize(keys).ok()?);
    let name = |path: PathBuf| path.file_name().map(ToOwned::to_owned);
    let own: Vec<_> = entries(&keys).into_iter().filter_map(name).collect();
    let inside = [copies.clone(), copies.join(KEYS)];
    let copied =
        inside.iter().find(|folder| entries(folder).into_iter().filter_map(name).any(|name| own.contains(&name)));
    let what = if keys.starts_with(&copies) {
        format!("{} lies in the folder of the copies", keys.display())
    } else if copies.starts_with(&keys) {
        format!("the copies go into {}", keys.display())
    } else {
        format!("{} holds files of the name of keys", copied?.display())
    };
    Some(Point::KeyPlace.act(
        format!("{what}: whoever has a copy can read all of it, also what was erased since"),
        "Move the one or the other, and destroy what was copied together.",
    ))
}

fn copies_on_write(keys: &Path) -> Option<Finding> {
    let kind = u64::try_from(rustix::fs::statfs(keys).ok()?.f_type).ok()? & 0xffff_ffff;
    let (_, name) = COPY_ON_WRITE.iter().find(|(magic, _)| *magic == kind)?;
    Some(Point::KeyPlace.note(
        format!(
            "{} is on {name}, which copies on write: a key that was destroyed may survive in old blocks",
            keys.display()
        ),
        "Mount the folder from a disk with ext4 or xfs, and keep it out of snapshots.",
    ))
}

/// Whether a recovery key lies where the server, or whoever takes its disk, finds it.
pub(super) fn recovery_key(config: &Config) -> Vec<Finding> {
    let folder = fs::canonicalize(&config.folder).unwrap_or_else(|_| config.folder.clone());
    let mut places = vec![folder.join(KEYS), folder.clone()];
    places.extend(folder.parent().map(Path::to_owned));
    places.extend(config.backup.as_ref().map(|backup| PathBuf::from(&backup.to)));
    #[expect(clippy::disallowed_methods, reason = "the binary reads the environment")]
    places.extend(std::env::var("HOME").ok().map(PathBuf::from));
    keys_in(&places)
}

fn keys_in(places: &[PathBuf]) -> Vec<Finding> {
    let mut found: Vec<_> =
        places.iter().flat_map(|place| entries(place)).filter(|path| is_recovery_key(path)).collect();
    found.sort();
    found.dedup();
    if found.is_empty() {
        return vec![Point::RecoveryKey.good("no file with a recovery key was found where it was looked for")];
    }
    let told = found.iter().map(|path| {
        Point::RecoveryKey.act(
            format!(
                "{} holds a recovery key: whoever has this machine and the copies can read everything",
                path.display()
            ),
            "Take it away from this machine to where two people find it, and destroy the file here: shred -u FILE",
        )
    });
    told.collect()
}

fn is_recovery_key(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|about| about.is_file() && about.len() <= KEY_FILE)
        && fs::read_to_string(path).is_ok_and(|text| RecoveryKey::from_file(&text).is_ok())
}

fn cannot_read(point: Point, path: &Path, error: &io::Error) -> Finding {
    point.unseen(
        format!("{}: {error}", path.display()),
        "Run `troth doctor` as the user under whom the server runs, or as root.",
    )
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;
    use crate::{doctor::State, installation};

    fn installation() -> (tempfile::TempDir, Config) {
        let home = tempfile::tempdir().unwrap();
        let data = home.path().join("data");
        installation::init(&data).unwrap();
        let config = Config::read(&data).unwrap();
        (home, config)
    }

    fn states(found: &[Finding]) -> Vec<State> {
        found.iter().map(|finding| finding.state).collect()
    }

    fn open(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    #[test]
    fn what_others_can_read_is_told_with_the_command_that_mends_it() {
        let (_home, config) = installation();
        let key = config.folder.join("keys/campus.1");
        fs::write(&key, "a key").unwrap();
        open(&key, 0o600);
        assert_eq!(states(&permissions(&config)), [State::Good]);
        for (path, mode, mended) in
            [(config.folder.clone(), 0o755, 0o700), (config.folder.join(FILE), 0o640, 0o600), (key, 0o604, 0o600)]
        {
            open(&path, mode);
            let found = permissions(&config);
            assert_eq!(states(&found), [State::Do], "{found:?}");
            assert_eq!(found[0].todo, format!("chmod {mended:o} {}", path.display()));
            open(&path, mended);
        }
        assert_eq!(states(&permissions(&config)), [State::Good]);
    }

    #[test]
    fn a_certificates_key_that_everybody_reads_is_told() {
        let (home, mut config) = installation();
        let key = home.path().join("campus.key");
        fs::write(&key, "a key").unwrap();
        open(&key, 0o640);
        config.edge.certificates.push(tls::Files { chain: "unused".into(), key: key.clone() });
        assert_eq!(states(&permissions(&config)), [State::Good]);
        open(&key, 0o644);
        assert_eq!(states(&permissions(&config)), [State::Do]);
    }

    fn with_copies(config: &mut Config, to: &Path) {
        let recovery = RecoveryKey::new(&testkit::SeededRng::new(1)).unwrap().public();
        let to = to.display().to_string();
        config.backup = Some(crate::config::BackupConfig { to, recovery, s3: Default::default() });
    }

    #[test]
    fn keys_among_the_copies_are_told() {
        let (home, mut config) = installation();
        fs::write(config.folder.join("keys/campus.1"), "a key").unwrap();
        let copies = home.path().join("copies");
        fs::create_dir(&copies).unwrap();
        with_copies(&mut config, &copies);
        let well = key_place(&config);
        assert!(!states(&well).contains(&State::Do), "{well:?}");
        fs::create_dir(copies.join("keys")).unwrap();
        fs::write(copies.join("keys/campus.1"), "a key").unwrap();
        assert_eq!(states(&key_place(&config))[0], State::Do);
        with_copies(&mut config, home.path());
        let found = key_place(&config);
        assert!(found[0].found.contains("lies in the folder of the copies"), "{found:?}");
    }

    #[test]
    fn a_recovery_key_on_this_machine_is_told() {
        let (home, config) = installation();
        let places = [config.folder.clone(), home.path().to_owned()];
        assert_eq!(states(&keys_in(&places)), [State::Good]);
        let key = RecoveryKey::new(&testkit::SeededRng::new(1)).unwrap();
        fs::write(home.path().join("public"), key.public().to_string()).unwrap();
        assert_eq!(states(&keys_in(&places)), [State::Good], "the public half may lie anywhere");
        fs::write(home.path().join("rescue.txt"), &*key.to_file()).unwrap();
        let found = keys_in(&places);
        assert_eq!(states(&found), [State::Do]);
        assert!(found[0].found.contains("rescue.txt"), "{found:?}");
        assert!(
            recovery_key(&config).iter().any(|finding| finding.found.contains("rescue.txt")),
            "beside the data folder"
        );
    }
}
