//! Codes of an authenticator app, and those for the day on which it is lost.

use kernel::Timestamp;
use testkit::SeededRng;
use troth_accounts::factors::codes::{fitting, letters, recovery, recovery_hash, secret_of, shown, step};

const RFC: &[u8] = b"12345678901234567890";

#[test]
fn letters_are_those_of_the_standard_and_lead_back() {
    assert_eq!(letters(RFC), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assert_eq!(secret_of("gezd gnbv gy3t qojq gezd gnbv gy3t qojq").unwrap().as_slice(), RFC);
    for wrong in ["", "GEZD", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ1", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQQ"] {
        assert!(secret_of(wrong).is_none(), "{wrong}");
    }
}

// S7
#[test]
fn a_code_fits_for_its_half_minute_and_the_two_beside_it_and_once_only() {
    let at = |second| Timestamp::from_second(second).unwrap();
    let code = shown(RFC, step(at(59)));
    assert_eq!(code, "287082");
    for second in [0, 30, 59, 60, 89] {
        assert_eq!(fitting(RFC, "287 082", at(second), 0), Some(1), "{second}");
    }
    assert_eq!(fitting(RFC, &code, at(90), 0), None);
    assert_eq!(fitting(RFC, &code, at(59), 1), None, "it was used");
    assert_eq!(fitting(RFC, "287083", at(59), 0), None);
    assert_eq!(fitting(RFC, "", at(59), 0), None);
}

#[test]
fn recovery_codes_have_more_than_112_bits_and_are_known_however_they_are_typed() {
    let rng = SeededRng::new(3);
    let code = recovery(&rng);
    assert!(code.len() == 29 && code.matches('-').count() == 5, "{code}");
    assert_eq!(recovery_hash(&code), recovery_hash(&code.to_uppercase().replace('-', " ")));
    assert_ne!(recovery_hash(&code), recovery_hash(&recovery(&rng)));
}
