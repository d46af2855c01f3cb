//! The rules over a day's looks, each at its edge.

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use kernel::{PersonId, Uuid, id::Id as _};
use troth_evidence::rules::{Look, Rule, findings};

fn at(text: &str) -> Timestamp {
    text.parse().unwrap_or(Timestamp::UNIX_EPOCH)
}

fn person(n: u128) -> PersonId {
    PersonId::from_uuid(Uuid::from_u128(n))
}

/// A look at midday, an hour's share apart, at something of somebody else.
fn look(n: u128, minutes: i64) -> Look {
    let at = at("2026-11-22T12:00:00Z") + SignedDuration::from_mins(minutes);
    Look { at, person: person(1), container: Uuid::from_u128(n), own: false, ended: None, refused: 0 }
}

fn found(looks: &[Look]) -> Vec<(Rule, usize)> {
    let zone = TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC);
    findings(looks, &zone).into_iter().map(|finding| (finding.rule, finding.looks)).collect()
}

// CE3
#[test]
fn many_people_in_a_short_time_ask_for_an_answer_and_many_in_a_day_do_not() {
    let quick: Vec<_> = (0..20).map(|n| look(n, i64::try_from(n / 2).unwrap_or(0))).collect();
    assert_eq!(found(&quick), [(Rule::Many, 20)]);
    assert_eq!(found(&quick[1..]), []);
    let slow: Vec<_> = (0..200).map(|n| look(n, i64::try_from(n).unwrap_or(0))).collect();
    assert_eq!(found(&slow), []);
    // One dialogue, opened again and again, is one person's.
    assert_eq!(found(&vec![look(1, 0); 50]), []);
    // What is spread over several people is nobody's haste.
    let spread: Vec<_> =
        quick.iter().enumerate().map(|(n, look)| Look { person: person(n as u128), ..*look }).collect();
    assert_eq!(found(&spread), []);
}

// CE3
#[test]
fn many_refusals_in_a_short_time_ask_for_an_answer_and_a_few_mistakes_do_not() {
    let tried = |n: u128, minutes, refused| Look { refused, ..look(n, minutes) };
    assert_eq!(found(&[tried(1, 0, 4), tried(2, 5, 3), tried(1, 10, 3)]), [(Rule::Refused, 10)]);
    assert_eq!(found(&[tried(1, 0, 4), tried(2, 5, 3), tried(1, 10, 2)]), []);
    assert_eq!(found(&[tried(1, 0, 4), tried(2, 5, 3), tried(1, 11, 3)]), []);
    // What was refused was not opened: of many things, at night or long after the end.
    let ended = Some(at("2020-01-01T00:00:00Z"));
    let night = at("2026-11-22T02:00:00Z");
    let tries: Vec<_> = (0..9).map(|n| Look { at: night, ended, ..tried(n, 0, 1) }).collect();
    assert_eq!(found(&tries), []);
}

#[test]
fn looks_at_night_ask_for_an_answer_and_a_single_bad_night_does_not() {
    let night =
        |n: u128| Look { at: at("2026-11-22T02:00:00Z") + SignedDuration::from_mins(20 * n as i64), ..look(n, 0) };
    let looks: Vec<_> = (0..5).map(night).collect();
    assert_eq!(found(&looks), [(Rule::Odd, 5)]);
    assert_eq!(found(&looks[1..]), []);
    // Half past four in Amsterdam is half past three in London: the organisation's own zone counts.
    let edge = |text: &str| vec![Look { at: at(text), ..look(1, 0) }; 5];
    assert_eq!(found(&edge("2026-11-22T03:59:00Z")), [(Rule::Odd, 5)]);
    assert_eq!(found(&edge("2026-11-22T04:00:00Z")), []);
}

#[test]
fn looks_long_after_the_relation_ended_ask_for_an_answer_and_a_goodbye_does_not() {
    let ended = |days: i64| Look { ended: Some(look(1, 0).at - SignedDuration::from_hours(24 * days)), ..look(1, 0) };
    assert_eq!(found(&[ended(15)]), [(Rule::Ended, 1)]);
    assert_eq!(found(&[ended(14)]), []);
    assert_eq!(found(&[look(1, 0)]), []);
}

#[test]
fn nobody_is_asked_about_their_own() {
    let own = |look: Look| Look {
        own: true,
        ended: Some(at("2020-01-01T00:00:00Z")),
        at: at("2026-11-22T02:00:00Z"),
        ..look
    };
    let looks: Vec<_> = (0..50).map(|n| own(look(n, 0))).collect();
    assert_eq!(found(&looks), []);
}
