//! The kernel: the few types that every room shares. No input or output happens here.
//!
//! Rooms that need the time or random numbers take them from a [`Scope`], so that a test can turn
//! three years of clock and replay every draw.

pub mod attempt;
pub mod clock;
pub mod id;
pub mod inventory;
pub mod language;
pub mod manifest;
pub mod page;
pub mod rng;
pub mod scope;
pub mod value;
pub mod words;

pub use attempt::Attempt;
pub use clock::Clock;
pub use id::{OrganisationKey, PersonId, RequestId};
pub use inventory::Inventory;
pub use jiff::{self, Timestamp};
pub use language::Language;
pub use manifest::Slice;
pub use rng::Rng;
pub use scope::{Actor, Archetype, Member, Role, Scope};
pub use secrecy::{ExposeSecret, SecretString};
pub use uuid::Uuid;
pub use value::Value;
