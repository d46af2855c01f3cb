//! A certificate with its key.

use std::{fs, path::Path, sync::Arc};

use jiff::Timestamp;
use rustls::{
    Error,
    client::verify_server_name,
    crypto::aws_lc_rs,
    pki_types::{CertificateDer, PrivateKeyDer, ServerName, pem::PemObject as _},
    server::ParsedCertificate,
    sign::CertifiedKey,
};

use crate::{Fault, validity::validity};

/// A certificate, the chain that signed it, and its key: what a host is answered with.
#[derive(Debug)]
pub struct Pair {
    pub(crate) key: Arc<CertifiedKey>,
    /// From when it holds.
    pub from: Timestamp,
    /// Until when it holds.
    pub until: Timestamp,
}

impl Pair {
    /// Reads chain and key from files; both may stand in one.
    ///
    /// # Errors
    /// A fault that says which file, what is wrong with it and how to mend it.
    pub fn read(chain: &Path, key: &Path) -> Result<Self, Fault> {
        let [chain_text, key_text] = [text(chain)?, text(key)?];
        Self::parse(&chain_text, &key_text).map_err(|fault| fault.of(chain, key))
    }

    fn parse(chain: &[u8], key: &[u8]) -> Result<Self, Wrong> {
        let certificates = CertificateDer::pem_slice_iter(chain).collect::<Result<Vec<_>, _>>();
        let certificates = certificates.map_err(|error| Wrong::Chain(error.to_string()))?;
        let first = certificates.first().ok_or_else(|| Wrong::Chain("there is none".to_owned()))?;
        ParsedCertificate::try_from(first).map_err(|error| Wrong::Chain(error.to_string()))?;
        let (from, until) = validity(first).ok_or_else(|| Wrong::Chain("its dates make no sense".to_owned()))?;
        let key = PrivateKeyDer::from_pem_slice(key).map_err(|error| Wrong::Key(error.to_string()))?;
        let key = CertifiedKey::from_der(certificates, key, &aws_lc_rs::default_provider());
        match key {
            Ok(key) => Ok(Self { key: Arc::new(key), from, until }),
            Err(Error::InconsistentKeys(_)) => Err(Wrong::Apart),
            Err(error) => Err(Wrong::Key(error.to_string())),
        }
    }

    /// Whether it names this host (RFC 9525: its alternative names, wildcards too).
    pub fn names(&self, host: &str) -> bool {
        let Some(first) = self.key.cert.first() else { return false };
        let Ok(name) = ServerName::try_from(host) else { return false };
        ParsedCertificate::try_from(first).is_ok_and(|parsed| verify_server_name(&parsed, &name).is_ok())
    }

    /// The whole days that it still holds; none or fewer when it is over.
    pub fn days_left(&self, now: Timestamp) -> i64 {
        self.until.duration_since(now).as_secs().div_euclid(86_400)
    }

    /// Whether it is time for a new one: less than a third of its life is left.
    pub fn is_to_be_renewed(&self, now: Timestamp) -> bool {
        let life = self.until.duration_since(self.from);
        self.until.duration_since(now) < life / 3
    }
}

/// What is wrong, before it is known in which file.
enum Wrong {
    Chain(String),
    Key(String),
    Apart,
}

impl Wrong {
    fn of(self, chain: &Path, key: &Path) -> Fault {
        let (chain, key) = (chain.to_owned(), key.to_owned());
        match self {
            Self::Chain(reason) => Fault::NoCertificate { path: chain, reason },
            Self::Key(reason) => Fault::NoKey { path: key, reason },
            Self::Apart => Fault::Apart { chain, key },
        }
    }
}

fn text(path: &Path) -> Result<Vec<u8>, Fault> {
    fs::read(path).map_err(|error| Fault::Unreadable { path: path.to_owned(), reason: error.to_string() })
}
