//! Accounts: invitations, signing in, profiles, and everybody's own data (UC1 to UC3, UC9, UC10, UC16, UC22).
//!
//! The slice declares two containers on which others build: `person`, everybody's own file with the part `self`, and
//! `organisation`, for the lists that managers see.

pub mod actions;
pub mod address;
pub mod age;
pub mod browser;
pub mod csv;
mod device;
mod erasure;
pub mod factors;
pub mod forms;
mod found;
pub mod guard;
mod hasher;
pub mod inventory;
mod jobs;
pub mod mailbox;
pub mod model;
mod pages;
pub mod password;
mod people;
pub mod provider;
pub mod queries;
pub mod registration;
pub mod renewal;
pub mod routes;
pub mod store;

pub use found::{FoundError, Resident, found, settle};
pub use hasher::{Busy, Hasher, Verdict};
pub use jobs::{queue_link, text_worker, workers};
pub use pages::doors;
pub use people::People;

use kernel::Slice;

/// The party of a person's own file.
pub const SELF: &str = "self";

/// What the slice declares.
pub static SLICE: Slice = Slice {
    name: "accounts",
    migrations: inventory::MIGRATIONS,
    containers: inventory::CONTAINERS,
    classes: inventory::CLASSES,
    tables: inventory::TABLES,
    events: inventory::EVENTS,
    outputs: inventory::OUTPUTS,
    actions: actions::ACTIONS,
    routes: routes::ROUTES,
    queries: queries::QUERIES,
    jobs: actions::JOBS,
    nav: routes::NAV,
    words: kernel::words!("words"),
};
