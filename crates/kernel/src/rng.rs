//! Randomness as a parameter.

/// A cryptographically strong random source. Tests hand in a seeded one.
pub trait Rng: Send + Sync {
    /// Fills `buffer` with random bytes.
    fn fill(&self, buffer: &mut [u8]);
}

/// Draws `N` random bytes.
pub fn bytes<const N: usize>(rng: &dyn Rng) -> [u8; N] {
    let mut buffer = [0; N];
    rng.fill(&mut buffer);
    buffer
}
