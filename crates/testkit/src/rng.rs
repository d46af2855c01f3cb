//! A random source that repeats itself.

use std::sync::{Mutex, PoisonError};

use kernel::Rng;

/// A deterministic random source: the same seed gives the same draws.
///
/// For tests, and for choosing made-up names in the demo. **Never for keys, tokens or passwords**: whoever knows
/// the seed knows all that is drawn. The demo, too, takes its keys from the system's source.
#[derive(Debug)]
pub struct SeededRng {
    state: Mutex<u64>,
}

impl SeededRng {
    /// The source of this seed.
    pub fn new(seed: u64) -> Self {
        Self { state: Mutex::new(seed) }
    }

    /// The next 64 bits (splitmix64, public domain, by Sebastiano Vigna).
    pub fn next(&self) -> u64 {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = *state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `limit`, or 0 when `limit` is 0.
    pub fn below(&self, limit: usize) -> usize {
        let limit = u64::try_from(limit).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next() % limit).unwrap_or(0)
    }

    /// One of the choices, or nothing when there are none.
    pub fn pick<'a, T>(&self, choices: &'a [T]) -> Option<&'a T> {
        choices.get(self.below(choices.len()))
    }
}

impl Rng for SeededRng {
    fn fill(&self, buffer: &mut [u8]) {
        for chunk in buffer.chunks_mut(8) {
            let bytes = self.next().to_le_bytes();
            let length = chunk.len();
            chunk.copy_from_slice(&bytes[..length]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_seed_one_sequence() {
        let (one, two, other) = (SeededRng::new(7), SeededRng::new(7), SeededRng::new(8));
        let draw = |rng: &SeededRng| kernel::rng::bytes::<37>(rng);
        assert_eq!(draw(&one), draw(&two));
        assert_ne!(draw(&one), draw(&other));
        assert!((0..100).all(|_| one.below(10) < 10));
    }
}
