//! Visitor data, through the front door: what a visit leaves and what it does not, who reads it, the figures that are made of
//! it, what in it looks like misuse, and that it goes (SH7, CE2, CE3, CE12, CE13).

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fail")]
#![allow(unreachable_pub, reason = "modules of a test")]

mod counts;
mod doors;
mod log;
mod misuse;
#[path = "../campus/postgres.rs"]
#[allow(dead_code, reason = "shared with the tests of the campus")]
mod postgres;
mod stage;
#[path = "../campus/world.rs"]
#[allow(dead_code, reason = "shared with the tests of the campus")]
mod world;
