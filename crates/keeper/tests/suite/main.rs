//! The keeper, on a house of its own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

mod agreement;
mod amending;
mod announcing;
mod erasing;
mod holding;
mod house;
mod keeping;
mod property;
mod proving;
