//! Coaching through its front door.

mod costs;
mod declarations;
mod house;
mod matrix;
mod story;
