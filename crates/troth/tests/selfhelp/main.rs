//! Self-help programmes with a coach, at a university that offers them (SH1 to SH12).

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fail")]
#![allow(unreachable_pub, reason = "modules of a test")]

#[path = "../campus/archive.rs"]
#[allow(dead_code, reason = "shared with the tests of the campus")]
mod archive;
mod caring;
mod colleague;
mod costs;
mod device;
mod doors;
mod figures;
mod following;
mod goals;
mod leave;
mod making;
mod moods;
#[path = "../campus/postgres.rs"]
#[allow(dead_code, reason = "shared with the tests of the campus")]
mod postgres;
mod silence;
mod stage;
mod texts;
mod uploads;
mod walk;
mod warning;
#[path = "../campus/world.rs"]
#[allow(dead_code, reason = "shared with the tests of the campus")]
mod world;
