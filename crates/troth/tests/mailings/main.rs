//! Consents and mailings, through the front door: agreeing and withdrawing, writing and sending, the links of a mail without
//! signing in, and the mails themselves (TF13, CE15).

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fail")]
#![allow(unreachable_pub, reason = "modules of a test")]

mod bounces;
mod consents;
mod delivery;
mod doors;
mod links;
#[path = "../campus/postgres.rs"]
#[allow(dead_code, reason = "shared with the tests of the campus")]
mod postgres;
mod sending;
mod stage;
#[path = "../campus/world.rs"]
#[allow(dead_code, reason = "shared with the tests of the campus")]
mod world;
