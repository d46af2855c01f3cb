//! Certificates in files that somebody else renews.

use std::{
    os::unix::fs::MetadataExt as _,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use crate::{Certificates, Fault, Pair};

/// A certificate in files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Files {
    /// The host's own certificate and those that signed it.
    pub chain: PathBuf,
    /// Its private key.
    pub key: PathBuf,
}

/// Reads every pair of files and puts it to work for those of the hosts that it names.
///
/// # Errors
/// Every pair that cannot be used; the others are at work.
pub fn take_up(certificates: &Certificates, files: &[Files], hosts: &[String]) -> Result<(), Vec<Fault>> {
    let faults: Vec<_> = files.iter().filter_map(|files| one(certificates, files, hosts).err()).collect();
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

fn one(certificates: &Certificates, files: &Files, hosts: &[String]) -> Result<(), Fault> {
    let pair = Arc::new(Pair::read(&files.chain, &files.key)?);
    for host in hosts.iter().filter(|host| pair.names(host)) {
        certificates.put(host, Arc::clone(&pair));
    }
    Ok(())
}

/// Looks at the files again and again, and takes up what has changed. A pair that cannot be used is told in the log,
/// and the one before it stays at work.
pub async fn watch(certificates: Arc<Certificates>, files: Vec<Files>, hosts: Vec<String>, every: Duration) {
    let mut seen: Vec<_> = files.iter().map(stamps).collect();
    loop {
        tokio::time::sleep(every).await;
        for (files, seen) in files.iter().zip(&mut seen) {
            let now = stamps(files);
            if now == *seen {
                continue;
            }
            *seen = now;
            match one(&certificates, files, &hosts) {
                Ok(()) => tracing::info!(chain = %files.chain.display(), "a new certificate is in use"),
                Err(fault) => tracing::error!(%fault, "a new certificate cannot be used; the old one stays in use"),
            }
        }
    }
}

/// What tells that a file was changed or put in the place of another.
fn stamps(files: &Files) -> [Option<(u64, u64, i64, i64)>; 2] {
    [&files.chain, &files.key].map(|path| stamp(path))
}

fn stamp(path: &Path) -> Option<(u64, u64, i64, i64)> {
    let about = std::fs::metadata(path).ok()?;
    Some((about.ino(), about.size(), about.mtime(), about.mtime_nsec()))
}
