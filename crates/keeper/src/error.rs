//! What can go wrong while keeping.

use store::StoreError;

use crate::{ActId, Point};

/// What can go wrong while keeping.
#[derive(Debug, thiserror::Error)]
pub enum KeeperError {
    /// The store refuses or fails.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A step of an act failed; the act stays open and is tried again.
    #[error("act {act} stopped in its step {step}: {fault}")]
    Step {
        /// The act.
        act: ActId,
        /// The step that failed.
        step: &'static str,
        /// Why, in technical terms.
        fault: StoreError,
    },
    /// An entry of the shipped ledger that cannot be done again.
    #[error("entry {sequence} of the ledger, {kind}, cannot be done again: {reason}")]
    CannotReplay {
        /// Its place in the ledger.
        sequence: i64,
        /// The kind of act.
        kind: String,
        /// Why.
        reason: String,
    },
    /// A test stopped the keeper here, as a power cut would.
    #[error("stopped at {0:?}")]
    Stopped(Point),
    /// What was kept about an act or a receipt cannot be read.
    #[error("an act or receipt cannot be read: {0}")]
    Unreadable(String),
}
