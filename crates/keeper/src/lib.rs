//! The keeper: what is due by the statement goes, and what a person wishes gone goes at once.
//!
//! It walks over the inventory and the plan and knows no slice. What it takes it takes by *classes*: the key first, then
//! rows and files, then ledger and receipt. Each act is written down before anything goes and is finished after any
//! halt (I9, I10); nothing goes before its date, and nothing is left a day after (I8).
//!
//! Looks cost what is due, not what is held (I14): each rule of the statement is one range of the events' index.

mod act;
pub mod actions;
pub mod amendments;
mod announce;
mod effect;
mod erase;
mod error;
pub mod export;
pub mod figures;
mod guard;
pub mod held;
pub mod holds;
pub mod import;
mod look;
pub mod proof;
mod queries;
pub mod receipt;
mod replay;
pub mod report;
mod restrict;
mod retention;
pub mod signs;
mod tables;
mod wish;

use std::sync::Arc;

use kernel::{Inventory, Scope};
use statement::Plan;
use store::{Store, StoreError};

pub use act::{ActId, Kind, OpenAct, Point};
pub use effect::{Effect, Moved};
pub use erase::{Erasure, Extent};
pub use error::KeeperError;
pub use figures::Figure;
pub use held::HeldItem;
pub use look::roles;
pub use proof::{Flaw, Proof, SignedHead};
pub use receipt::{Receipt, Stays, Went, Why};
pub use replay::Replayed;
pub use report::{Leap, Line, Report};
pub use restrict::{LIFTED, Restriction, restrict};
pub use retention::Keeping;
pub use statement::dates::{Gap, Goes, gaps};
pub use tables::{AMEND, KEEP, MAIL_AMENDMENT, MAIL_ENDING, SLICE};

/// One organisation's keeper. Cheap to make and to clone.
#[derive(Clone)]
pub struct Keeper {
    store: Store,
    plan: Arc<Plan>,
    inventory: Arc<Inventory>,
}

impl Keeper {
    /// A keeper of what `store` holds, by the periods of `plan`.
    pub fn new(store: Store, plan: Arc<Plan>, inventory: Arc<Inventory>) -> Self {
        Self { store, plan, inventory }
    }

    /// The receipt of an act; `None` when there is none by that id.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn receipt(&self, scope: &Scope, id: ActId) -> Result<Option<Receipt>, KeeperError> {
        self.store.read(scope, move |reader| receipt::find(reader, id)).await
    }

    /// The latest receipts, newest first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn receipts(&self, scope: &Scope, limit: u32) -> Result<Vec<Receipt>, KeeperError> {
        self.store.read(scope, move |reader| receipt::latest(reader, limit)).await
    }

    /// The proof of a receipt, as a file; `None` when there is no such receipt, or none to be proved any more.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn proof(&self, scope: &Scope, id: ActId) -> Result<Option<Proof>, KeeperError> {
        self.store.read(scope, move |reader| proof::of(reader, id)).await
    }

    /// The ledger's head, signed now if something was added since it was signed last: for a witness to keep.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub async fn signed_head(&self, scope: &Scope) -> Result<SignedHead, KeeperError> {
        let head = self.store.write::<_, StoreError, _>(scope, |work| work.sign_head()).await?;
        Ok(SignedHead::from(&head))
    }

    fn doer<'a>(&'a self, scope: &'a Scope, stop: Option<Point>) -> act::Doer<'a> {
        act::Doer { store: &self.store, plan: &self.plan, inventory: &self.inventory, scope, stop }
    }
}
