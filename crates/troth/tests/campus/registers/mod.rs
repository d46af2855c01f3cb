//! The registers that people keep up by hand.

mod duties;
mod papers;
mod undertakings;
