//! Work outside requests: leased, repeated with back-off, deleted on completion.

use kernel::Uuid;

use crate::{StoreError, Work};

kernel::id! {
    /// A queued job.
    JobId,
}

/// A job in hand, for as long as its lease lasts.
#[derive(Clone, Debug)]
pub struct Leased {
    /// Which.
    pub id: JobId,
    /// The declared name.
    pub name: String,
    /// Ids only.
    pub arguments: serde_json::Value,
    /// How often it was tried before.
    pub attempts: i64,
    lease: Uuid,
}

/// Takes up to `limit` jobs that are due, oldest first, for `seconds`.
pub fn lease(work: &mut Work<'_>, limit: u32, seconds: i64) -> Result<Vec<Leased>, StoreError> {
    let _ = (work, limit, seconds);
    unimplemented!()
}

/// Completes a job in the transaction of its effects: the row goes. `LeaseLost` when another has it: roll back.
pub fn complete(work: &mut Work<'_>, job: &Leased) -> Result<(), StoreError> {
    let _ = (work, &job.lease);
    unimplemented!()
}

/// Puts a job back: it runs again later, each time later still; after twenty attempts it waits for a technician.
pub fn fail(work: &mut Work<'_>, job: &Leased) -> Result<(), StoreError> {
    let _ = (work, job);
    unimplemented!()
}
