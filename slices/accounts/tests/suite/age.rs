//! What is taken for an age.

use troth_accounts::age::Age;

#[test]
fn an_age_is_a_whole_number_of_years_that_somebody_can_have() {
    assert_eq!("23".parse::<Age>().map(Age::years), Ok(23));
    for none in ["", "0", "121", "-3", "23.5", "about 20"] {
        assert!(none.parse::<Age>().is_err(), "{none}");
    }
}
