//! What a password must be.

use http::Faults;
use kernel::SecretString;
use proptest::prelude::*;
use statement::Password;
use troth_accounts::password::{check, has_leaked, is_common};

/// What the program holds them against: the first four bytes of each hash, in order.
static LEAKED: &[u8] = include_bytes!("../../src/password/leaked.bin");

fn rule() -> Password {
    Password { min: 8, max: None, digit: true, capital: true, breached: true, clause: String::new() }
}

fn faults(text: &str) -> Vec<&'static str> {
    let mut faults = Faults::none();
    let own = ["Maria de Vries", "maria@example.org", "Sterrenlicht"];
    check("password", &SecretString::from(text), &rule(), &own, &mut faults);
    faults.iter().map(|fault| fault.word).collect()
}

// UC16
#[test]
fn eight_signs_with_a_digit_and_a_capital_are_enough_and_less_is_not() {
    assert_eq!(faults("Blauwe7reiger"), [""; 0]);
    assert_eq!(faults("Bl7rgrqx"), [""; 0]);
    assert_eq!(faults("Bl7rgrq"), ["accounts-password-short"]);
    assert_eq!(faults("blauwe7reiger"), ["accounts-password-no-capital"]);
    assert_eq!(faults("BlauweReiger"), ["accounts-password-no-digit"]);
    assert_eq!(faults(""), ["form-missing"]);
    assert_eq!(faults(&format!("A7{}", "lang zin ".repeat(40))), ["form-too-long"]);
    assert_eq!(faults(&format!("A7{}", "å".repeat(200))), [""; 0], "64 signs and many more are allowed");
}

#[test]
fn what_everybody_tries_first_is_refused_in_every_dress() {
    for text in ["Password1", "P@ssw0rd", "Welkom01", "Welkom2026!", "Sommar2026", "Qwerty123", "Aaaaaaaa1"] {
        let found = faults(text);
        assert!(found.contains(&"accounts-password-common") || text == "Aaaaaaaa1", "{text}: {found:?}");
    }
    assert!(is_common("12345678901"));
    assert!(is_common("aaaaaaaaaaaaaaaa"));
    assert!(!is_common("Blauwe7reiger"));
}

// S6
#[test]
fn what_leaks_have_made_known_is_refused_and_hardly_anything_else() {
    let (hashes, rest) = LEAKED.as_chunks::<4>();
    assert!(rest.is_empty() && hashes.is_sorted() && hashes.len() > 100_000, "{}", hashes.len());
    for text in ["Tinkerbell", "1Q2w3e4r5t", "butterfly", "zaq12wsxcde3", "neznam", "12223200"] {
        assert!(has_leaked(&text.to_lowercase()), "{text}");
    }
    let refused = (0..20_000).filter(|number| has_leaked(&format!("heron {number} on ice"))).count();
    assert!(refused <= 5, "{refused}");
}

#[test]
fn ones_own_name_is_no_password() {
    assert_eq!(faults("Vries1985"), ["accounts-password-own"]);
    assert_eq!(faults("Sterrenlicht26"), ["accounts-password-own"]);
    assert_eq!(faults("Maria walks 7 herons"), [""; 0]);
}

proptest! {
    #[test]
    fn whatever_passes_keeps_the_rule(text in "\\PC{0,40}") {
        if faults(&text).is_empty() {
            prop_assert!(text.chars().count() >= 8);
            prop_assert!(text.chars().any(char::is_numeric) && text.chars().any(char::is_uppercase));
        }
    }
}
