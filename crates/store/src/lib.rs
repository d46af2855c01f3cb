//! Where everything is kept: the database engines, units of work, sealing, the keyring, the ledger, jobs and files.
//!
//! One organisation has one store: its own SQLite file or PostgreSQL schema, its own keyring, its own files (I13).
//! Reads run on a pool of read-only connections, writes on one thread that commits in groups: an answer comes
//! only after a durable commit (I7). Personal values are sealed before they reach a driver, and only a
//! [`access::Grant`] opens them (I2).

mod acceptances;
pub mod access_log;
pub mod copies;
pub mod derived;
mod device;
mod engine;
mod error;
pub mod files;
pub mod folders;
pub mod jobs;
pub mod keyring;
pub mod ledger;
pub mod lineage;
mod lines;
mod lookups;
pub mod made_up;
pub mod one_time;
mod open;
pub mod queries;
mod queue;
mod restrictions;
mod schema;
mod seal;
mod shared;
pub mod signature;
mod snapshot;
mod store;
pub mod survey;
mod tables;
mod value;
mod work;
mod writer;

pub use device::DeviceKey;
pub use error::StoreError;
pub use files::{FileCell, FileId, Files, StoredFile};
pub use kernel::Value;
pub use keyring::{Destroyed, KeyEncryption, KeyEncryptionKeys};
pub use restrictions::{CHOICE_ITEM, RESTRICTION_ITEM};
pub use seal::{Cell, Opener, Sealed};
pub use snapshot::beside;
pub use store::{Engine, Store, StoreConfig};
pub use tables::SLICE;
pub use value::Row;
pub use work::{Reader, Work};
