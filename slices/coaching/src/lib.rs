//! Coaching: trajectories between a coach and a participant, with their dialogue, notes, goals and appointments, and
//! the first page that everyone sees after signing in.

pub mod actions;
pub mod calendar;
pub mod forms;
pub mod inventory;
pub mod model;
mod pages;
pub mod queries;
pub mod routes;
pub mod store;

pub use pages::doors;

use kernel::{
    Archetype::{Coach, Manager, Officer, Participant, Support, Technician},
    Slice,
    manifest::{Migration, NavEntry},
};

/// The manifest.
pub static SLICE: Slice = Slice {
    name: "coaching",
    migrations: &[
        Migration { name: "0001_coaching", sql: include_str!("../migrations/0001_coaching.sql") },
        Migration { name: "0002_note_views", sql: include_str!("../migrations/0002_note_views.sql") },
    ],
    containers: inventory::CONTAINERS,
    classes: inventory::CLASSES,
    tables: inventory::TABLES,
    events: inventory::EVENTS,
    outputs: inventory::OUTPUTS,
    actions: actions::ACTIONS,
    routes: routes::ROUTES,
    queries: queries::QUERIES,
    jobs: &[],
    nav: &[
        NavEntry {
            path: "/",
            word: "coaching-nav-start",
            icon: "house",
            by: &[Manager, Coach, Participant, Support, Technician, Officer],
            order: 10,
        },
        NavEntry {
            path: "/trajectories/mine",
            word: "coaching-nav-mine",
            icon: "message-square-text",
            by: &[Coach, Participant],
            order: 20,
        },
        NavEntry { path: "/trajectories", word: "coaching-nav-trajectories", icon: "link", by: &[Manager], order: 40 },
    ],
    words: kernel::words!("../words"),
};
