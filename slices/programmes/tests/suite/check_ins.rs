//! When goals are asked about.

use std::num::NonZeroU16;

use jiff::civil::{Date, date};
use troth_programmes::model::{CheckIn, check_in};

fn of(last: Option<Date>, begun: Option<Date>) -> CheckIn {
    check_in(date(2026, 3, 1), last, begun, NonZeroU16::new(3).unwrap(), date(2026, 3, 9))
}

// SH12
#[test]
fn goals_are_asked_about_so_many_days_after_they_were_set_or_asked_about_last() {
    assert_eq!(of(None, None), CheckIn { due: date(2026, 3, 4), day: date(2026, 3, 9) });
    assert_eq!(of(Some(date(2026, 3, 8)), None).due, date(2026, 3, 11));
    assert!(!of(Some(date(2026, 3, 8)), None).is_asked(date(2026, 3, 10)));
    assert!(of(Some(date(2026, 3, 8)), None).is_asked(date(2026, 3, 11)));
    // Goals that were set anew count from then.
    assert_eq!(of(Some(date(2026, 2, 20)), None).due, date(2026, 3, 4));
}

#[test]
fn what_was_begun_goes_on_where_it_was_unless_the_goals_are_others() {
    assert_eq!(of(None, Some(date(2026, 3, 5))).day, date(2026, 3, 5));
    assert_eq!(of(None, Some(date(2026, 2, 20))).day, date(2026, 3, 9));
}
