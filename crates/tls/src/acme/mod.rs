//! Certificates by ACME (RFC 8555), each for one host, proved by answering over plain HTTP (`http-01`, §8.3).

mod account;
mod challenges;
mod client;
mod order;
mod shelf;

use std::{path::PathBuf, sync::Arc, time::Duration};

use kernel::Clock;

pub use self::challenges::Challenges;
use self::{account::Account, client::Https, shelf::Shelf};
use crate::{Certificates, Pair};

/// How often is looked whether a certificate is to be renewed.
const EVERY: Duration = Duration::from_secs(3600);

/// What the configuration says about ACME.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AcmeSettings {
    /// The authority's directory, an `https` address.
    pub directory: String,
    /// Where the authority writes to, an e-mail address.
    pub contact: Option<String>,
    /// The roots by which the authority's own server is known; those of the web when absent.
    pub roots: Option<PathBuf>,
    /// Where account and certificates are kept.
    pub folder: PathBuf,
}

/// Why there is no certificate.
#[derive(Debug, thiserror::Error)]
pub enum AcmeFault {
    /// What was to be kept could not be written or read.
    #[error("{path}: {reason}")]
    Shelf {
        /// Which file or folder.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// The authority is not there, or is not the one that we believe.
    #[error("the certificate authority cannot be reached: {0}")]
    Unreached(String),
    /// The authority did not do what was asked.
    #[error("the certificate authority refuses: {0}")]
    Refused(String),
    /// No key could be made or used.
    #[error("a key could not be made, or does not sign")]
    Key,
    /// The authority offers no way of proof that we know.
    #[error("the certificate authority does not offer http-01; name another directory")]
    NoWay,
    /// The authority asked and was not answered as it should be.
    #[error(
        "{host}: the certificate authority could not see that it is ours ({detail}). It asks \
         http://{host}/.well-known/acme-challenge/ on port 80: the name must lead to this machine, and plain=\"…:80\" must \
         be reached from outside."
    )]
    NotShown {
        /// The host.
        host: String,
        /// What the authority says.
        detail: String,
    },
    /// What the authority sent is no certificate for the host.
    #[error("what the certificate authority sent cannot be used: {0}")]
    Unusable(String),
}

/// Gets certificates and renews them.
pub struct Acme {
    settings: AcmeSettings,
    shelf: Shelf,
    https: Https,
    challenges: Challenges,
    clock: Arc<dyn Clock>,
}

impl Acme {
    /// For the authority of these settings; the challenges are answered by whoever serves plain HTTP.
    ///
    /// # Errors
    /// When the folder cannot be made, or the roots cannot be read.
    pub fn new(settings: AcmeSettings, challenges: Challenges, clock: Arc<dyn Clock>) -> Result<Self, AcmeFault> {
        let shelf = Shelf::of(&settings)?;
        let https = Https::trusting(settings.roots.as_deref())?;
        Ok(Self { settings, shelf, https, challenges, clock })
    }

    /// The certificate of a host that was got before, looked at from beside the server; nothing is written.
    ///
    /// # Errors
    /// When it is there and cannot be used.
    pub fn kept(settings: &AcmeSettings, host: &str) -> Result<Option<Pair>, AcmeFault> {
        Shelf::at(settings).pair(host)
    }

    /// Puts to work what was got before.
    pub fn take_up(&self, certificates: &Certificates, hosts: &[String]) {
        for host in hosts {
            match self.shelf.pair(host) {
                Ok(Some(pair)) => certificates.put(host, Arc::new(pair)),
                Ok(None) => {}
                Err(fault) => {
                    tracing::error!(%fault, "a certificate that was kept cannot be used; a new one is asked for");
                }
            }
        }
    }

    /// Gets what is missing, renews each certificate when less than a third of its life is left, and tries again what
    /// failed: after a minute, then ever later, up to six hours.
    pub async fn keep(self, certificates: Arc<Certificates>, hosts: Vec<String>) {
        let mut failures = 0u32;
        loop {
            let now = self.clock.now();
            let due = |host: &&String| certificates.of(host).is_none_or(|pair| pair.is_to_be_renewed(now));
            let mut failed = false;
            for host in hosts.iter().filter(due) {
                match self.obtain(host).await {
                    Ok(pair) => {
                        tracing::info!(%host, until = %pair.until, "a certificate was obtained");
                        certificates.put(host, Arc::new(pair));
                    }
                    Err(fault) => {
                        failed = true;
                        tracing::error!(%host, %fault, "no certificate could be obtained; it is tried again");
                    }
                }
            }
            failures = if failed { failures + 1 } else { 0 };
            tokio::time::sleep(pause(failures)).await;
        }
    }

    /// Gets one certificate, keeps it, and answers with it.
    ///
    /// # Errors
    /// When the authority refuses, cannot see that the host is ours, or nothing can be kept.
    pub async fn obtain(&self, host: &str) -> Result<Pair, AcmeFault> {
        let contact = self.settings.contact.as_deref();
        let key = self.shelf.account_key()?;
        let mut account = Account::open(self.https.clone(), &self.settings.directory, key, contact).await?;
        let text = order::obtain(&mut account, host, &self.challenges).await?;
        self.shelf.keep(host, &text)?;
        self.shelf.pair(host)?.ok_or_else(|| AcmeFault::Unusable("it does not name the host".to_owned()))
    }
}

fn pause(failures: u32) -> Duration {
    match failures {
        0 => EVERY,
        more => Duration::from_secs(60 << more.min(9).saturating_sub(1)).min(Duration::from_secs(6 * 3600)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_failed_is_tried_again_ever_later_and_never_later_than_six_hours() {
        let minutes: Vec<_> = (0..12).map(|failures| pause(failures).as_secs() / 60).collect();
        assert_eq!(minutes, [60, 1, 2, 4, 8, 16, 32, 64, 128, 256, 256, 256]);
    }
}
