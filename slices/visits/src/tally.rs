//! The middle of many numbers.

/// The median; 0 of nothing. Of two in the middle, what lies halfway.
pub(crate) fn median(mut of: Vec<u64>) -> u64 {
    of.sort_unstable();
    let upper = of.get(of.len() / 2).copied().unwrap_or(0);
    if of.len().is_multiple_of(2) { of.get((of.len() / 2).saturating_sub(1)).map_or(0, |lower| lower.midpoint(upper)) } else { upper }
}
