//! Accounts through the front door, and the rules that need no door by themselves.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

mod address;
mod age;
mod browser;
mod codes;
mod csv;
mod front_door;
mod guard;
mod hasher;
mod house;
mod metadata;
mod model;
mod passkeys;
mod password;
mod provider;
mod registration;
mod renewal;
mod second_step;
mod sms;
mod thief;
mod token;
mod webauthn;
