//! What can go wrong with copies.

use std::path::PathBuf;

use crate::StoreError;

/// What can go wrong with copies. Read by the person who runs the installation.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// The place cannot be read or written: full, away, not allowed.
    #[error("{place}: {what}: {reason}. Earlier backups are as they were")]
    Place {
        /// The folder or bucket.
        place: String,
        /// What was being done.
        what: String,
        /// What the system says.
        reason: String,
    },
    /// What was written does not read back the same.
    #[error(
        "{object} does not read back as it was written: the place is at fault. This is not a backup; earlier ones are as they were"
    )]
    Unfaithful {
        /// The object.
        object: String,
    },
    /// An object is not what was put there.
    #[error(
        "{object} is damaged or was changed: {reason}. Nothing was put into place; try another backup (`troth backup list`)"
    )]
    Damaged {
        /// The object.
        object: String,
        /// How it shows.
        reason: String,
    },
    /// The backup was sealed to another recovery key.
    #[error(
        "this is not the recovery key of {object}: that was sealed to {wanted}, the key given is the other half of {given}"
    )]
    WrongKey {
        /// The object.
        object: String,
        /// The public half it was sealed to.
        wanted: String,
        /// The public half of the key given.
        given: String,
    },
    /// A text that is no recovery key.
    #[error("not a recovery key: {0}")]
    NoKey(&'static str),
    /// There is no such backup.
    #[error("{place} holds no backup {wanted}; `troth backup list` shows those that are there")]
    Nothing {
        /// The folder or bucket.
        place: String,
        /// What was looked for.
        wanted: String,
    },
    /// There is something where the data would go.
    #[error("{0} is not empty: nothing is ever written over what is there. Name a new folder (or an empty schema)")]
    NotEmpty(PathBuf),
    /// The backup is of a newer version.
    #[error("the backup was made by a newer version ({0}): restore it with that one")]
    Newer(String),
    /// Rows are missing, or there are more.
    #[error("what was restored is not what was saved: {0}")]
    Counts(String),
    /// The database is behind the ledger that was shipped, or has another history.
    #[error("{0}")]
    Ledger(String),
    /// Another backup of the same organisation is running.
    #[error("another backup of {0} is running; let it end")]
    Running(String),
    /// The snapshot was interrupted again and again.
    #[error("erasures asked for the log again and again, so that no snapshot came to its end; try again later")]
    Interrupted,
    /// A file of ours cannot be read or written.
    #[error("{path}: {reason}")]
    Local {
        /// Which.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// The store refuses or fails.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl CopyError {
    #[expect(clippy::needless_pass_by_value, reason = "callers write the reason in place")]
    pub(super) fn damaged(object: &str, reason: impl ToString) -> Self {
        Self::Damaged { object: object.to_owned(), reason: reason.to_string() }
    }

    pub(crate) fn local(path: impl Into<PathBuf>, error: &std::io::Error) -> Self {
        Self::Local { path: path.into(), reason: error.to_string() }
    }
}
