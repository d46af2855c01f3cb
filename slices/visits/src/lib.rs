//! Visitor data: the log of each day, and what is made of it (SH7, CE2, CE3, CE12, CE13).
//!
//! Kept apart from personal data: nobody's id is in it. Four manifests, so that each organisation has what its statement
//! speaks of and no more: the log with its figures of capacity; the reading of lines, with host and browser; counts of
//! pages; what looked like misuse.

pub mod actions;
mod book;
pub mod capacity;
pub mod day;
pub mod findings;
pub mod inventory;
pub mod line;
pub mod misuse;
mod pages;
pub mod popular;
mod queries;
pub mod reading;
pub mod routes;

pub use book::{count, write};
pub use day::{DayId, find};
pub use pages::doors;

use kernel::{Archetype::Technician, Slice, manifest::NavEntry};

/// The log of each day, and the report of capacity.
pub static SLICE: Slice = Slice {
    name: "visits",
    migrations: inventory::MIGRATIONS,
    containers: inventory::CONTAINERS,
    classes: inventory::CLASSES,
    tables: inventory::TABLES,
    events: inventory::EVENTS,
    actions: &[actions::CAPACITY],
    routes: &[routes::CAPACITY],
    queries: queries::QUERIES,
    jobs: &[actions::WRITE, actions::COUNT],
    nav: &[NavEntry { path: "/visits", word: "visits-nav", icon: "monitor", by: &[Technician], order: 70 }],
    words: kernel::words!("../words"),
    ..Slice::EMPTY
};
