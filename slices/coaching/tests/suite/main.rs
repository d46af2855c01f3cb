//! Coaching through its front door, and its forms and calendar files by themselves.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "the house belongs to tests alone")]

mod calendar;
mod costs;
mod declarations;
mod forms;
mod house;
mod matrix;
mod story;
mod views;
