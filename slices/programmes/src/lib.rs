//! Self-help programmes as people follow them (SH12): their published versions, who follows which and with which coach, what is
//! written in their exercises with its history, what of it is shared, and the coach's responses beside it.
//!
//! `docs/decisions/0031-following-a-programme.md` says what is kept and who reads what.

pub mod actions;
pub mod consent;
pub mod inventory;
pub mod library;
mod look;
pub mod model;
pub mod outcomes;
mod pages;
pub mod queries;
pub mod room;
pub mod routes;
pub mod shipped;
pub mod store;
mod urgent;

pub use look::look;
pub use pages::{Caring, Following, Titles, doors};

use kernel::{Slice, manifest::Migration};

/// The manifest.
pub static SLICE: Slice = Slice {
    name: "programmes",
    migrations: &[
        Migration { name: "0001_programmes", sql: include_str!("../migrations/0001_programmes.sql") },
        Migration { name: "0002_handed_in", sql: include_str!("../migrations/0002_handed_in.sql") },
        Migration { name: "0003_caring", sql: include_str!("../migrations/0003_caring.sql") },
        Migration { name: "0004_caseload", sql: include_str!("../migrations/0004_caseload.sql") },
        Migration { name: "0005_devices", sql: include_str!("../migrations/0005_devices.sql") },
        Migration { name: "0006_opens", sql: include_str!("../migrations/0006_opens.sql") },
        Migration { name: "0007_moved", sql: include_str!("../migrations/0007_moved.sql") },
        Migration { name: "0008_loads", sql: include_str!("../migrations/0008_loads.sql") },
        Migration { name: "0009_loads_alone", sql: include_str!("../migrations/0009_loads_alone.sql") },
    ],
    containers: inventory::CONTAINERS,
    classes: inventory::CLASSES,
    tables: inventory::TABLES,
    events: inventory::EVENTS,
    outputs: inventory::OUTPUTS,
    actions: actions::ACTIONS,
    routes: routes::ROUTES,
    queries: queries::QUERIES,
    jobs: &[outcomes::OUTCOMES, look::LOOK],
    nav: routes::NAV,
    words: kernel::words!("../words"),
};
