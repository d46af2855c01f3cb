//! Where key-encryption keys are kept.

use std::{
    fmt, fs,
    io::{self, Write as _},
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
    sync::Arc,
};

use zeroize::Zeroizing;

use crate::folders;

/// Where the key-encryption key is kept.
#[derive(Clone)]
pub enum KeyEncryption {
    /// Files `<path>.<generation>`, readable by the owner alone. Keep them on another disk than the data, and not on
    /// one that copies on write: there an overwritten file may survive.
    File(PathBuf),
    /// Anything else: a passphrase, a system credential, a key service.
    Custom(Arc<dyn KeyEncryptionKeys>),
}

impl KeyEncryption {
    pub(crate) fn keys(&self) -> Arc<dyn KeyEncryptionKeys> {
        match self {
            Self::File(path) => Arc::new(KeyFiles { path: path.clone() }),
            Self::Custom(keys) => Arc::clone(keys),
        }
    }
}

impl fmt::Debug for KeyEncryption {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => f.debug_tuple("File").field(path).finish(),
            Self::Custom(_) => f.write_str("Custom"),
        }
    }
}

/// Keeps one key-encryption key for each generation of the ring; there are two only while a destruction runs.
pub trait KeyEncryptionKeys: Send + Sync {
    /// Keeps a key; durable when it returns. An earlier key of that generation is replaced.
    fn save(&self, generation: u64, key: &[u8; 32]) -> io::Result<()>;
    /// The key of a generation.
    fn load(&self, generation: u64) -> io::Result<Option<Zeroizing<[u8; 32]>>>;
    /// Destroys the key of a generation for good; one that is absent counts as destroyed.
    fn destroy(&self, generation: u64) -> io::Result<()>;
    /// The generations of which there is a key.
    fn generations(&self) -> io::Result<Vec<u64>>;
    /// Destroys what a stop in the middle of [`Self::save`] left over; it never wrapped a ring.
    fn forget_half_saved(&self) -> io::Result<()> {
        Ok(())
    }
}

struct KeyFiles {
    path: PathBuf,
}

impl KeyFiles {
    fn name(&self, generation: &str) -> PathBuf {
        let mut name = self.path.clone().into_os_string();
        name.push(".");
        name.push(generation);
        name.into()
    }

    fn of(&self, generation: u64) -> PathBuf {
        self.name(&generation.to_string())
    }

    /// Where a key lies until it is whole.
    fn half_saved(&self) -> PathBuf {
        self.name("new")
    }

    fn folder(&self) -> &Path {
        self.path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."))
    }
}

impl KeyEncryptionKeys for KeyFiles {
    fn save(&self, generation: u64, key: &[u8; 32]) -> io::Result<()> {
        folders::make(self.folder())?;
        let path = self.of(generation);
        let beside = self.half_saved();
        let mut file = fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&beside)?;
        file.write_all(key)?;
        file.sync_all()?;
        fs::rename(&beside, &path)?;
        folders::sync_name(&path)
    }

    fn load(&self, generation: u64) -> io::Result<Option<Zeroizing<[u8; 32]>>> {
        let bytes = match fs::read(self.of(generation)) {
            Ok(bytes) => Zeroizing::new(bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        let key = bytes.as_slice().try_into().map_err(|_| io::Error::other("the file is not a key of 32 bytes"))?;
        Ok(Some(Zeroizing::new(key)))
    }

    fn destroy(&self, generation: u64) -> io::Result<()> {
        overwrite_and_remove(&self.of(generation))
    }

    fn forget_half_saved(&self) -> io::Result<()> {
        overwrite_and_remove(&self.half_saved())
    }

    fn generations(&self) -> io::Result<Vec<u64>> {
        let folder = match fs::read_dir(self.folder()) {
            Ok(folder) => folder,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        let stem = self.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut found = Vec::new();
        for entry in folder {
            let name = entry?.file_name().to_string_lossy().into_owned();
            let number = name.strip_prefix(&stem).and_then(|rest| rest.strip_prefix('.'));
            found.extend(number.and_then(|number| number.parse::<u64>().ok()));
        }
        Ok(found)
    }
}

/// Destroys a key's file; one that is absent counts as destroyed.
fn overwrite_and_remove(path: &Path) -> io::Result<()> {
    let mut file = match fs::OpenOptions::new().write(true).open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    file.write_all(&[0; 32])?;
    file.sync_all()?;
    fs::remove_file(path)?;
    folders::sync_name(path)
}
