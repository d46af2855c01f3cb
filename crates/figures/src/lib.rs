//! Figures about groups in which nobody can be found: whole numbers with noise, drawn exactly.
//!
//! A [`Tally`] begins at its noise and counts up from there, so there is no moment at which somebody who looks at what is
//! stored sees how many there really were.

mod noise;

use kernel::Rng;

pub use noise::Noise;

/// A count with noise from its beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally(i64);

impl Tally {
    /// Nobody was counted yet.
    pub fn begin(noise: Noise, rng: &dyn Rng) -> Self {
        Self(noise.draw(rng))
    }

    /// One that was kept.
    pub fn kept(value: i64) -> Self {
        Self(value)
    }

    /// What is kept of it.
    pub fn value(self) -> i64 {
        self.0
    }

    /// What is told: never less than nothing, which the noise alone can make of it.
    pub fn told(self) -> u64 {
        u64::try_from(self.0).unwrap_or(0)
    }
}
