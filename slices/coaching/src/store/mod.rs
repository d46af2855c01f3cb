//! What coaching keeps, and how it comes back: closed, with sealed fields, for the holder of a grant to open.

pub mod appointments;
pub mod dialogue;
pub mod goals;
pub mod notes;
pub mod trajectories;

use kernel::{PersonId, Scope};
use store::StoreError;

/// The person who acts; what someone writes is theirs.
fn actor(scope: &Scope, action: &'static str) -> Result<PersonId, StoreError> {
    scope.member().map(|member| member.id).ok_or(StoreError::Refused { action, item: "author" })
}
