//! Noise of differential privacy, as whole numbers and without rounding.
//!
//! The discrete Laplace distribution, drawn by the algorithms 1 and 2 of Canonne, Kamath and Steinke, *The Discrete Gaussian for
//! Differential Privacy* (2020). Everything is done in whole numbers: with floating point the last digits of a result tell of the
//! number without noise (Mironov, *On Significance of the Least Significant Bits for Differential Privacy*, 2012).

use kernel::{Rng, rng};

/// How much noise a count gets: whether one person is in it or not changes the probability of any result by the factor
/// exp(epsilon) at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noise {
    /// Epsilon is `above` / `below`.
    above: u64,
    below: u64,
}

impl Noise {
    /// Of an epsilon in thousandths, shared evenly among so many counts that one person can be in. `None` without
    /// any epsilon: there is no amount of noise that would do.
    pub fn new(epsilon_thousandths: u32, shared_among: u32) -> Option<Self> {
        let below = u64::from(shared_among.max(1)) * 1_000;
        (epsilon_thousandths > 0).then_some(Self { above: u64::from(epsilon_thousandths), below })
    }

    /// Draws: `x` comes with a probability in proportion to exp(−epsilon · |x|).
    pub fn draw(self, rng: &dyn Rng) -> i64 {
        loop {
            let rest = below(rng, self.below);
            if !falls(rng, rest, self.below) {
                continue;
            }
            let mut whole = 0_u64;
            while falls(rng, 1, 1) {
                whole += 1;
            }
            let size = (rest + self.below * whole) / self.above;
            let is_negative = below(rng, 2) == 1;
            // Nothing has no sign; it would come twice as often.
            if size == 0 && is_negative {
                continue;
            }
            let size = i64::try_from(size).unwrap_or(i64::MAX);
            return if is_negative { -size } else { size };
        }
    }

    /// By how much a count is off at the most in nineteen of twenty cases: the smallest `a` with a probability of at most 5 %
    /// that the noise is larger than `a`.
    pub fn reach(self) -> u64 {
        #[expect(
            clippy::cast_precision_loss,
            reason = "an epsilon has few digits; the result is told as about so much"
        )]
        let epsilon = self.above as f64 / self.below as f64;
        // P(|x| > a) = 2 q^(a + 1) / (1 + q), with q = exp(−epsilon).
        let q = (-epsilon).exp();
        let a = (0.05 * (1.0 + q) / 2.0).ln() / -epsilon - 1.0;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small number above nothing")]
        let a = a.ceil().max(0.0) as u64;
        a
    }
}

/// True with the probability exp(−above/below), for `above` ≤ `below`.
fn falls(rng: &dyn Rng, above: u64, below_: u64) -> bool {
    let mut tries = 1_u64;
    // Each further try succeeds with above / (below · tries).
    while below(rng, below_.saturating_mul(tries)) < above {
        tries += 1;
    }
    tries % 2 == 1
}

/// A whole number from 0 until before `end`, each as likely as the others.
fn below(rng: &dyn Rng, end: u64) -> u64 {
    let end = end.max(1);
    // Numbers beyond the last whole multiple of `end` would favour the small ones.
    let most = u64::MAX - u64::MAX % end;
    loop {
        let drawn = u64::from_le_bytes(rng::bytes(rng));
        if drawn < most {
            return drawn % end;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use testkit::SeededRng;

    use super::*;

    const DRAWS: u32 = 200_000;

    fn drawn(noise: Noise, seed: u64) -> BTreeMap<i64, u32> {
        let rng = SeededRng::new(seed);
        let mut found = BTreeMap::new();
        for _ in 0..DRAWS {
            *found.entry(noise.draw(&rng)).or_insert(0) += 1;
        }
        found
    }

    /// How likely a number is.
    fn likely(epsilon: f64, number: i64) -> f64 {
        let q = (-epsilon).exp();
        (1.0 - q) / (1.0 + q) * q.powi(i32::try_from(number.abs()).unwrap())
    }

    #[test]
    fn noise_comes_as_often_as_the_discrete_laplace_distribution_says() {
        for (thousandths, among, epsilon) in [(1_000, 1, 1.0), (1_000, 3, 1.0 / 3.0), (250, 1, 0.25)] {
            let found = drawn(Noise::new(thousandths, among).unwrap(), 7);
            // Pearson's chi-squared over the numbers that come at least fifty times.
            let (mut sum, mut cells) = (0.0, 0_u32);
            for number in -200..=200 {
                let expected = likely(epsilon, number) * f64::from(DRAWS);
                if expected >= 50.0 {
                    let seen = f64::from(found.get(&number).copied().unwrap_or(0));
                    sum += (seen - expected).powi(2) / expected;
                    cells += 1;
                }
            }
            // Its mean is the number of cells, its standard deviation the root of twice that.
            let limit = f64::from(cells) + 4.0 * (2.0 * f64::from(cells)).sqrt();
            assert!(cells > 10 && sum < limit, "epsilon {epsilon}: {sum} of {cells} cells");
        }
    }

    #[test]
    fn with_one_person_more_no_result_is_more_likely_than_the_budget_allows() {
        let epsilon: f64 = 0.5;
        let found = drawn(Noise::new(1_000, 2).unwrap(), 11);
        let mut held = 0;
        for result in -8..=8 {
            // The same result of a group of n, and of n + 1, needs noise that differs by one.
            let (without, with) = (found.get(&result), found.get(&(result - 1)));
            let (Some(without), Some(with)) = (without, with) else { panic!("{result}: too rare for this test") };
            let ratio = f64::from(*without) / f64::from(*with);
            // Five standard deviations of a ratio of two counts.
            let slack = 1.0 + 5.0 * (1.0 / f64::from(*without) + 1.0 / f64::from(*with)).sqrt();
            assert!(ratio < epsilon.exp() * slack && ratio > (-epsilon).exp() / slack, "{result}: {ratio}");
            held += 1;
        }
        assert_eq!(held, 17);
    }

    #[test]
    fn the_reach_covers_nineteen_of_twenty_and_no_less_would() {
        for (thousandths, among) in [(1_000, 1), (1_000, 4), (500, 3)] {
            let noise = Noise::new(thousandths, among).unwrap();
            let epsilon = f64::from(thousandths) / 1_000.0 / f64::from(among);
            let beyond = |reach: i64| 1.0 - (-reach..=reach).map(|number| likely(epsilon, number)).sum::<f64>();
            let reach = i64::try_from(noise.reach()).unwrap();
            assert!(beyond(reach) <= 0.05, "{thousandths}/{among}: {reach}");
            assert!(reach == 0 || beyond(reach - 1) > 0.05, "{thousandths}/{among}: {reach} is more than needed");
        }
    }

    #[test]
    fn without_a_budget_there_is_no_noise_that_would_do() {
        assert_eq!(Noise::new(0, 3), None);
    }
}
