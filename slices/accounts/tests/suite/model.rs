//! Where people stand, and how long things last.

use jiff::tz::TimeZone;
use kernel::Timestamp;
use statement::plan::Period;
use troth_accounts::model::{Standing, State, after};

#[test]
fn a_person_is_invited_then_takes_part_then_has_left() {
    let at = Timestamp::UNIX_EPOCH;
    let mut standing = Standing { invited_at: at, accepted_at: None, left_at: None };
    assert_eq!(standing.state(), State::Invited);
    standing.accepted_at = Some(at);
    assert_eq!(standing.state(), State::Active);
    standing.left_at = Some(at);
    assert_eq!(standing.state(), State::Left);
    standing.accepted_at = None;
    assert_eq!(standing.state(), State::Left, "withdrawn before it was accepted");
}

#[test]
fn two_weeks_are_fourteen_local_days_over_the_change_of_the_clock() {
    let zone = TimeZone::get("Europe/Amsterdam").unwrap();
    let start: Timestamp = "2026-10-20T10:00:00+02:00".parse().unwrap();
    let end = after(Period { weeks: 2, ..Period::default() }, start, &zone);
    assert_eq!(end, "2026-11-03T10:00:00+01:00".parse().unwrap());
}
