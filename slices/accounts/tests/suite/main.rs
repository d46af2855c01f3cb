//! Accounts, all of them through the front door.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

mod address;
mod front_door;
mod house;
mod passkeys;
mod provider;
mod registration;
mod renewal;
mod second_step;
mod sms;
mod thief;
