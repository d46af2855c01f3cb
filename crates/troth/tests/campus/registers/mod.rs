//! The registers that people keep up by hand.

mod breaches;
mod duties;
mod papers;
mod shown;
mod undertakings;
