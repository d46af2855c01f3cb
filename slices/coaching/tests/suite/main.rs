//! Coaching through its front door.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "the house belongs to tests alone")]

mod costs;
mod declarations;
mod house;
mod matrix;
mod story;
mod views;
