//! The access log by days.

use troth_evidence::log::{date_of, day_of};

#[test]
fn a_day_of_the_log_is_its_date() {
    let date = jiff::civil::date(2026, 2, 28);
    assert_eq!(date_of(day_of(date)), Some(date));
    assert_eq!(date_of(kernel::Uuid::max()), None);
}
