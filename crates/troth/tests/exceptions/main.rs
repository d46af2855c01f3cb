//! What opens by exception only, through the front door: handing data over, telling recipients of changes,
//! reading to mend a problem.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fail")]
#![allow(unreachable_pub, reason = "modules of a test")]

mod glass;
mod handing;
#[path = "../campus/postgres.rs"]
#[allow(dead_code, reason = "shared with the tests of the campus")]
mod postgres;
mod stage;
mod telling;
#[path = "../campus/world.rs"]
#[allow(dead_code, reason = "shared with the tests of the campus")]
mod world;
