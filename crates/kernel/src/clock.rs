//! Time as a parameter.

use jiff::Timestamp;

/// Tells the time. The binary hands in the system's clock, tests and the demo one that turns.
pub trait Clock: Send + Sync {
    /// The present instant.
    fn now(&self) -> Timestamp;
}
