//! Codes: of an authenticator app (TOTP, RFC 6238), and for the day on which it is lost.

use kernel::{Rng, Timestamp, rng};
use zeroize::Zeroizing;

/// How long a secret is, in bytes: as many as its hash has (RFC 4226 §4).
pub const SECRET: usize = 20;
/// How many recovery codes there are.
pub const RECOVERY: usize = 8;
/// How long a code of the app is good for, in seconds.
const PERIOD: i64 = 30;
/// The letters of RFC 4648 §6.
const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// A new secret for an app.
pub fn secret(rng: &dyn Rng) -> Zeroizing<Vec<u8>> {
    Zeroizing::new(rng::bytes::<SECRET>(rng).to_vec())
}

/// A new recovery code: 120 random bits in six groups of four letters.
pub fn recovery(rng: &dyn Rng) -> String {
    let letters = letters(&rng::bytes::<15>(rng)).to_lowercase();
    letters.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join("-")
}

/// What is stored of a recovery code. A plain hash is enough for so many random bits; groups, case and blanks do not
/// matter.
pub fn recovery_hash(typed: &str) -> [u8; 32] {
    let plain: String = typed.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    http::cookie::hash(&plain)
}

/// The half minute in which an instant lies.
pub fn step(at: Timestamp) -> i64 {
    at.as_second().div_euclid(PERIOD)
}

/// The code that an app shows at a step.
pub fn shown(secret: &[u8], step: i64) -> String {
    format!("{:06}", store::one_time::code(secret, u64::try_from(step).unwrap_or(0)))
}

/// The step whose code was typed: the present one, or one on either side of it, since clocks differ; and none up to
/// `spent`, since no code counts twice.
pub fn fitting(secret: &[u8], typed: &str, now: Timestamp, spent: i64) -> Option<i64> {
    let typed: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let present = step(now);
    let fits =
        |step: &i64| bool::from(subtle::ConstantTimeEq::ct_eq(shown(secret, *step).as_bytes(), typed.as_bytes()));
    (present - 1..=present + 1).filter(|step| *step > spent).find(fits)
}

/// Bytes as letters (base 32, RFC 4648 §6), as apps take them.
pub fn letters(bytes: &[u8]) -> String {
    let bits = bytes.iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1)).collect::<Vec<_>>();
    bits.chunks(5)
        .map(|five| {
            let number = (0..5).fold(0, |number, at| number << 1 | usize::from(five.get(at).copied().unwrap_or(0)));
            char::from(LETTERS[number])
        })
        .collect()
}

/// The secret that these letters stand for; blanks and case do not matter.
pub fn secret_of(letters: &str) -> Option<Zeroizing<Vec<u8>>> {
    let mut bits = Vec::with_capacity(SECRET * 8);
    for letter in letters.bytes().filter(|letter| !letter.is_ascii_whitespace()) {
        let number = LETTERS.iter().position(|known| *known == letter.to_ascii_uppercase())?;
        bits.extend((0..5).rev().map(|bit| u8::from(number >> bit & 1 == 1)));
    }
    let bytes = bits.chunks(8).map(|eight| eight.iter().fold(0, |byte, bit| byte << 1 | bit)).collect::<Vec<u8>>();
    (bits.len() == SECRET * 8).then(|| Zeroizing::new(bytes))
}
