//! The way of an amendment (X7): a version of the statement is published with notice, comes into force on its day, and
//! reaches what is held about a person only when that person has accepted it.
//!
//! Versions stand in the organisation's own database and are never taken out of it. A person without a row in `choice`
//! came under the version in force; when the next one comes into force, everyone without a row gets one with the version
//! that holds until then.

mod beginning;
mod choosing;
mod publishing;
mod versions;

use store::StoreError;

use crate::KeeperError;

pub use beginning::{begin_due, settle};
pub use choosing::{choose, joined};
pub use publishing::{Examined, Objection, Published, Tell, examine, publish};
pub use versions::{Version, Versions, statement_of, text, versions};

/// Says how far a version has come, for whoever looks on or lets it be halted there.
fn reached(step: &'static str) {
    tracing::debug!(amendment.step = step, "a version of the statement got this far");
}

/// Why a version does not take its place.
#[derive(Debug, thiserror::Error)]
pub enum AmendError {
    /// The store or what is in it.
    #[error(transparent)]
    Keeper(#[from] KeeperError),
    /// What speaks against it, all at once.
    #[error("the version cannot be published")]
    Objections(Box<Examined>),
}

impl From<StoreError> for AmendError {
    fn from(error: StoreError) -> Self {
        Self::Keeper(error.into())
    }
}
