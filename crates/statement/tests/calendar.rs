//! Calendar periods: leap days, ends of months, daylight saving, zones, several events, floors.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test stops where it fails")]

use jiff::{Span, Timestamp, ToSpan, civil::date, tz::TimeZone};
use proptest::prelude::*;
use troth_statement::{
    Keep, Period, What,
    calendar::{after, cutoff, due, goes},
};

fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).expect("a zone")
}

fn at(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

const fn years(years: u16) -> Period {
    Period { years, months: 0, weeks: 0, days: 0, hours: 0 }
}

const fn months(months: u16) -> Period {
    Period { months, ..years(0) }
}

const fn days(days: u16) -> Period {
    Period { days, ..years(0) }
}

fn keep(period: Period, after: &str, floor: bool) -> Keep {
    Keep {
        what: What::Everything,
        of: None,
        period,
        after: after.to_owned(),
        floor,
        law: None,
        consent: None,
        announce: None,
        clause: String::new(),
    }
}

#[test]
fn two_years_end_when_that_day_has_passed() {
    // The trajectory ended at half past one in Amsterdam; the day two years later is a whole day.
    let amsterdam = zone("Europe/Amsterdam");
    assert_eq!(due(at("2026-03-14T12:30:00Z"), years(2), &amsterdam), at("2028-03-14T23:00:00Z"));
}

#[test]
fn the_local_day_counts_and_not_that_of_utc() {
    // 00:30 on 15 March in Amsterdam is still 14 March in UTC.
    assert_eq!(due(at("2026-03-14T23:30:00Z"), years(1), &zone("Europe/Amsterdam")), at("2027-03-15T23:00:00Z"));
    assert_eq!(due(at("2026-03-14T23:30:00Z"), years(1), &TimeZone::UTC), at("2027-03-15T00:00:00Z"));
}

#[test]
fn a_leap_day_and_a_year_is_the_last_of_february() {
    assert_eq!(due(at("2024-02-29T10:00:00Z"), years(1), &TimeZone::UTC), at("2025-03-01T00:00:00Z"));
    assert_eq!(due(at("2024-02-29T10:00:00Z"), years(4), &TimeZone::UTC), at("2028-03-01T00:00:00Z"));
}

#[test]
fn months_are_added_once_and_not_one_by_one() {
    assert_eq!(due(at("2026-01-31T10:00:00Z"), months(1), &TimeZone::UTC), at("2026-03-01T00:00:00Z"));
    // One by one it would be 28 March.
    assert_eq!(due(at("2026-01-31T10:00:00Z"), months(2), &TimeZone::UTC), at("2026-04-01T00:00:00Z"));
}

#[test]
fn at_once_is_the_end_of_the_same_day() {
    assert_eq!(due(at("2026-01-31T10:00:00Z"), years(0), &TimeZone::UTC), at("2026-02-01T00:00:00Z"));
}

#[test]
fn a_day_of_23_or_25_hours_is_a_day() {
    let amsterdam = zone("Europe/Amsterdam");
    // Clocks go forward on 29 March 2026 and back on 25 October 2026.
    assert_eq!(due(at("2026-03-28T12:00:00Z"), days(1), &amsterdam), at("2026-03-29T22:00:00Z"));
    assert_eq!(due(at("2026-10-24T12:00:00Z"), days(1), &amsterdam), at("2026-10-25T23:00:00Z"));
}

#[test]
fn midnight_that_does_not_exist_or_comes_twice_does_no_harm() {
    // Beirut springs forward at midnight: 26 March 2023 begins at one o'clock there.
    let beirut = zone("Asia/Beirut");
    assert_eq!(
        due(at("2023-03-24T12:00:00Z"), days(1), &beirut),
        date(2023, 3, 26).at(1, 0, 0, 0).to_zoned(beirut.clone()).unwrap().timestamp()
    );
    // Samoa skipped 30 December 2011.
    let apia = zone("Pacific/Apia");
    let trigger = date(2011, 12, 29).at(12, 0, 0, 0).to_zoned(apia.clone()).unwrap().timestamp();
    assert_eq!(
        due(trigger, days(1), &apia),
        date(2011, 12, 31).at(0, 0, 0, 0).to_zoned(apia.clone()).unwrap().timestamp()
    );
}

#[test]
fn the_earliest_ceiling_wins_and_a_floor_holds_it_back() {
    let utc = TimeZone::UTC;
    let (issued, login) = (keep(years(2), "credentials-issued", false), keep(months(12), "last-login", false));
    let floor = keep(years(3), "trajectory-ended", true);
    let start = at("2026-01-01T10:00:00Z");
    let later = at("2026-06-01T10:00:00Z");
    // SH8 and SH9: two years after the log-in details, or twelve months without a log-in.
    assert_eq!(goes([(&issued, Some(start)), (&login, Some(later))], &utc), Some(at("2027-06-02T00:00:00Z")));
    assert_eq!(goes([(&issued, Some(start)), (&login, None)], &utc), Some(at("2028-01-02T00:00:00Z")));
    assert_eq!(goes([(&issued, None), (&login, None)], &utc), None);
    // The law holds it back, also while its own event has not happened.
    assert_eq!(goes([(&login, Some(start)), (&floor, Some(start))], &utc), Some(at("2029-01-02T00:00:00Z")));
    assert_eq!(goes([(&login, Some(start)), (&floor, None)], &utc), None);
}

const ZONES: [&str; 12] = [
    "UTC",
    "Europe/Amsterdam",
    "Europe/Stockholm",
    "America/New_York",
    "America/St_Johns",
    "America/Goose_Bay",
    "America/Havana",
    "Asia/Beirut",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Chatham",
];

prop_compose! {
    fn a_zone()(at in 0..ZONES.len()) -> TimeZone { zone(ZONES[at]) }
}

/// Instants from 1990 to 2060, often near the end of a day, a month or February.
fn an_instant() -> impl Strategy<Value = Timestamp> {
    let anywhere = (631_152_000_i64..2_840_140_800, 0..1_000_000_000_i32)
        .prop_map(|(second, nano)| Timestamp::new(second, nano).expect("an instant"));
    let edge = (1990..2060_i16, 1..=12_i8, -26..26_i64, 0..3600_i64).prop_map(|(year, month, hours, seconds)| {
        let start = date(year, month, 1).to_zoned(TimeZone::UTC).expect("a day").timestamp();
        start.checked_add(Span::new().hours(hours).seconds(seconds)).expect("an instant")
    });
    prop_oneof![anywhere, edge]
}

fn a_period() -> impl Strategy<Value = Period> {
    let mixed = (0..25_u16, 0..30_u16, 0..10_u16, 0..400_u16).prop_map(|(years, months, weeks, days)| Period {
        years,
        months,
        weeks,
        days,
        hours: 0,
    });
    prop_oneof![mixed, (0..30_u16).prop_map(months), (0..9_u16).prop_map(years), (0..40_u16).prop_map(days)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    /// The one instant of a range query parts what is due from what is not.
    #[test]
    fn cutoff_agrees_with_due(zone in a_zone(), period in a_period(), now in an_instant(), trigger in an_instant()) {
        let cut = cutoff(period, now, &zone);
        prop_assert_eq!(trigger <= cut, due(trigger, period, &zone) <= now);
    }

    /// ... also right beside the cut, where mistakes would hide.
    #[test]
    fn cutoff_is_exact(zone in a_zone(), period in a_period(), now in an_instant()) {
        let cut = cutoff(period, now, &zone);
        prop_assert!(due(cut, period, &zone) <= now);
        let next = cut.checked_add(1.nanosecond()).expect("an instant");
        prop_assert!(due(next, period, &zone) > now);
    }

    /// Later triggers are never due earlier.
    #[test]
    fn due_never_runs_backwards(zone in a_zone(), period in a_period(), a in an_instant(), b in an_instant()) {
        let (first, second) = if a <= b { (a, b) } else { (b, a) };
        prop_assert!(due(first, period, &zone) <= due(second, period, &zone));
    }

    /// Nothing is due before its period is over, and nothing more than a day after.
    #[test]
    fn due_is_the_end_of_the_last_day(zone in a_zone(), period in a_period(), trigger in an_instant()) {
        let due = due(trigger, period, &zone);
        prop_assert!(due > trigger);
        let span = Span::new()
            .years(i64::from(period.years))
            .months(i64::from(period.months))
            .weeks(i64::from(period.weeks))
            .days(i64::from(period.days));
        let exact = trigger.to_zoned(zone.clone()).checked_add(span).expect("an instant").timestamp();
        // A day has 25 hours at most, and Samoa once skipped one.
        prop_assert!(due >= exact.checked_sub(2.hours()).expect("an instant"), "{} is before {}", due, exact);
        prop_assert!(due <= exact.checked_add(49.hours()).expect("an instant"), "{} is long after {}", due, exact);
    }

    /// A longer period never ends earlier.
    #[test]
    fn a_longer_period_ends_later(zone in a_zone(), period in a_period(), more in 1..200_u16, trigger in an_instant()) {
        let longer = Period { days: period.days + more, ..period };
        prop_assert!(due(trigger, period, &zone) < due(trigger, longer, &zone) || more < 2);
    }

    /// With several ceilings the earliest counts; a floor only ever delays.
    #[test]
    fn ceilings_and_floors(
        zone in a_zone(),
        ceilings in prop::collection::vec((a_period(), prop::option::of(an_instant())), 1..4),
        floor in prop::option::of((a_period(), an_instant())),
    ) {
        let rules: Vec<(Keep, Option<Timestamp>)> =
            ceilings.iter().map(|(period, trigger)| (keep(*period, "event", false), *trigger)).collect();
        let earliest = ceilings
            .iter()
            .filter_map(|(period, trigger)| Some(due((*trigger)?, *period, &zone)))
            .min();
        prop_assert_eq!(goes(rules.iter().map(|(keep, trigger)| (keep, *trigger)), &zone), earliest);
        if let Some((period, trigger)) = floor {
            let floor = keep(period, "law", true);
            let held = due(trigger, period, &zone);
            let with = rules.iter().map(|(keep, trigger)| (keep, *trigger)).chain([(&floor, Some(trigger))]);
            prop_assert_eq!(goes(with, &zone), earliest.map(|earliest| earliest.max(held)));
        }
    }
}

#[test]
fn a_local_day_is_over_at_the_next_local_midnight_also_when_the_clock_is_moved() {
    let amsterdam = zone("Europe/Amsterdam");
    assert_eq!(after(date(2026, 11, 26), &amsterdam), at("2026-11-26T23:00:00Z"));
    assert_eq!(after(date(2026, 3, 29), &amsterdam), at("2026-03-29T22:00:00Z"), "a day of 23 hours");
    assert_eq!(after(date(2026, 10, 25), &amsterdam), at("2026-10-25T23:00:00Z"), "a day of 25 hours");
    // Where midnight itself is skipped, the day after begins an hour later.
    assert_eq!(after(date(2018, 11, 3), &zone("America/Sao_Paulo")), at("2018-11-04T03:00:00Z"));
    assert_eq!(after(jiff::civil::Date::MAX, &amsterdam), Timestamp::MAX);
}
