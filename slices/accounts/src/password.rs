//! What a password must be: the statement's rule (UC16), and none of those that everybody tries first.

use std::{collections::HashSet, sync::LazyLock};

use http::Faults;
use kernel::{ExposeSecret, SecretString};
use sha2::{Digest as _, Sha256};
use statement::Password;

/// The most signs that are taken, for the sake of the hashing threads; passphrases fit.
pub const MOST: usize = 256;

/// Passwords and their stems that are tried first, in the languages of the interface; one a line.
static COMMON: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    include_str!("password/common.txt").lines().map(str::trim).filter(|line| !line.is_empty()).collect()
});

/// What leaks have made best known: the first four bytes of each password's SHA-256 hash, in order. Of 4,000 good passwords
/// one is refused with them (`docs/decisions/0023-known-passwords.md`).
static LEAKED: &[u8] = include_bytes!("password/leaked.bin");
/// How much of each hash is kept.
const KEPT: usize = 4;

/// Checks a chosen password against the rule. `own` are words that someone who knows the person tries first: the
/// name, the address, the organisation.
pub fn check(field: &'static str, chosen: &SecretString, rule: &Password, own: &[&str], faults: &mut Faults) {
    let text = chosen.expose_secret();
    let signs = text.chars().count();
    let least = usize::try_from(rule.min).unwrap_or(usize::MAX);
    let most = rule.max.and_then(|most| usize::try_from(most).ok()).unwrap_or(MOST).min(MOST);
    if signs == 0 {
        faults.add(field, "form-missing");
        return;
    }
    if signs < least {
        faults.add_with(field, "accounts-password-short", rule.min.into());
    }
    if signs > most {
        faults.add_with(field, "form-too-long", i64::try_from(most).unwrap_or(i64::MAX));
    }
    if rule.digit && !text.chars().any(char::is_numeric) {
        faults.add(field, "accounts-password-no-digit");
    }
    if rule.capital && !text.chars().any(char::is_uppercase) {
        faults.add(field, "accounts-password-no-capital");
    }
    if is_common(text) {
        faults.add(field, "accounts-password-common");
    } else if is_own(text, own) {
        faults.add(field, "accounts-password-own");
    }
}

/// Whether everybody tries it first: in any case, with digits and signs around it, with `0` for `o` and the like.
pub fn is_common(text: &str) -> bool {
    let lower = text.to_lowercase();
    let stem = lower.trim_matches(|c: char| !c.is_alphabetic());
    let plain = plain(&lower);
    let plain_stem = plain.trim_matches(|c: char| !c.is_alphabetic());
    let one_sign = lower.chars().all(|c| lower.starts_with(c));
    let nothing_left = stem.chars().count() < 3 && lower.chars().count() < 12;
    one_sign
        || nothing_left
        || [lower.as_str(), stem, plain.as_str(), plain_stem]
            .iter()
            .any(|form| COMMON.contains(form) || has_leaked(form))
}

/// Whether it is one of those that leaks have made best known; in lower case, as they are kept.
pub fn has_leaked(lower: &str) -> bool {
    let hash = Sha256::digest(lower.as_bytes());
    let (hashes, _) = LEAKED.as_chunks::<KEPT>();
    hashes.binary_search_by(|known| known.as_slice().cmp(&hash[..KEPT])).is_ok()
}

/// Whether it is made of the person's own words with little besides.
fn is_own(text: &str, own: &[&str]) -> bool {
    let whole = text.to_lowercase();
    let words = own.iter().flat_map(|words| words.split(|c: char| !c.is_alphanumeric())).map(str::to_lowercase);
    let words = words.filter(|word| word.chars().count() >= 4);
    let left = words.fold(whole.clone(), |left, word| left.replace(&word, ""));
    left != whole && left.chars().filter(|c| c.is_alphanumeric()).count() < 6
}

fn plain(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '0' => 'o',
            '1' | '!' => 'i',
            '3' => 'e',
            '4' | '@' => 'a',
            '5' | '$' => 's',
            '7' => 't',
            other => other,
        })
        .collect()
}
