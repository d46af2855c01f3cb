//! What can be wrong with certificates in files: what, where, and how to mend it.

use std::path::PathBuf;

/// A certificate that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// A file cannot be read.
    #[error("{path}: cannot be read: {reason}. Give the user under which the server runs the right to read it.")]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// There is no certificate in it, or a broken one.
    #[error(
        "{path}: holds no certificate that can be read ({reason}). It is to hold the host's own certificate, and then \
         those that signed it, each between BEGIN CERTIFICATE and END CERTIFICATE."
    )]
    NoCertificate {
        /// Which file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// There is no private key in it, or a broken one.
    #[error(
        "{path}: holds no private key that can be read ({reason}). It is to hold the key without a password, between \
         BEGIN PRIVATE KEY and END PRIVATE KEY."
    )]
    NoKey {
        /// Which file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// Key and certificate are not of one pair.
    #[error(
        "{key}: does not belong to the first certificate in {chain}. Name the key with which that certificate was asked \
         for, and put the host's own certificate first."
    )]
    Apart {
        /// The file of the certificate.
        chain: PathBuf,
        /// The file of the key.
        key: PathBuf,
    },
    /// No certificate names a host.
    #[error(
        "{host}: no certificate names it. Name its files: certificate chain=\"…\" key=\"…\", or let the server get one: \
         acme contact=\"…\" terms=\"agreed\"."
    )]
    Uncovered {
        /// The host.
        host: String,
    },
}
