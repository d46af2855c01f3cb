//! Where account and certificates are kept: files for their owner alone, one folder for each authority.

use std::{
    fs::{self, DirBuilder, File, OpenOptions},
    io::{self, Write as _},
    os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _},
    path::{Path, PathBuf},
};

use rustls::pki_types::{PrivatePkcs8KeyDer, pem::PemObject as _};

use super::{AcmeFault, AcmeSettings};
use crate::{
    Pair,
    keys::{Form, Key},
};

const ACCOUNT: &str = "account.key";

pub(super) struct Shelf(PathBuf);

impl Shelf {
    /// The folder of the settings' authority, made when it is missing.
    pub(super) fn of(settings: &AcmeSettings) -> Result<Self, AcmeFault> {
        let shelf = Self::at(settings);
        let made = DirBuilder::new().recursive(true).mode(0o700).create(&shelf.0);
        made.map_err(|error| fault(&shelf.0, &error))?;
        Ok(shelf)
    }

    /// The folder of the settings' authority, whether it is there or not. Another authority, such as one for trying out,
    /// has another.
    pub(super) fn at(settings: &AcmeSettings) -> Self {
        let place = settings.directory.trim_start_matches("https://");
        let sign = |sign: char| if sign.is_ascii_alphanumeric() || sign == '.' { sign } else { '-' };
        Self(settings.folder.join(place.chars().map(sign).collect::<String>().trim_matches('.')))
    }

    /// The key of the account; made and kept at the first time.
    pub(super) fn account_key(&self) -> Result<Key, AcmeFault> {
        let path = self.0.join(ACCOUNT);
        if !path.exists() {
            let (key, text) = Key::make(Form::Web).ok_or(AcmeFault::Key)?;
            write(&path, text.as_bytes())?;
            return Ok(key);
        }
        let der = PrivatePkcs8KeyDer::from_pem_file(&path).map_err(|error| fault(&path, &error))?;
        Key::read(Form::Web, der.secret_pkcs8_der()).ok_or_else(|| fault(&path, &"it is no key of an account"))
    }

    /// The certificate of a host, when one was kept that names it.
    pub(super) fn pair(&self, host: &str) -> Result<Option<Pair>, AcmeFault> {
        let path = self.path(host);
        if !path.exists() {
            return Ok(None);
        }
        let pair = Pair::read(&path, &path).map_err(|wrong| AcmeFault::Unusable(wrong.to_string()))?;
        Ok(pair.names(host).then_some(pair))
    }

    /// Keeps key and chain in one file, so that they are never of two pairs.
    pub(super) fn keep(&self, host: &str, text: &str) -> Result<(), AcmeFault> {
        write(&self.path(host), text.as_bytes())
    }

    fn path(&self, host: &str) -> PathBuf {
        self.0.join(format!("{host}.pem"))
    }
}

/// Writes a file for its owner alone, whole or not at all.
fn write(path: &Path, bytes: &[u8]) -> Result<(), AcmeFault> {
    let draft = path.with_extension("new");
    let written = || -> io::Result<()> {
        let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&draft)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&draft, path)?;
        path.parent().map_or(Ok(()), |folder| File::open(folder)?.sync_all())
    };
    written().map_err(|error| fault(path, &error))
}

fn fault(path: &Path, reason: &dyn std::fmt::Display) -> AcmeFault {
    AcmeFault::Shelf { path: path.to_owned(), reason: reason.to_string() }
}
