//! The figures of a day.

use jiff::tz::TimeZone;
use kernel::Timestamp;
use troth_visits::{capacity::Capacity, day::Log, line::Line};

fn line(second: i64, visit: u32, page: &str, took: u64) -> Line {
    Line {
        at: Timestamp::from_second(second).unwrap(),
        visit,
        method: "GET".to_owned(),
        page: page.to_owned(),
        status: if page.is_empty() { 503 } else { 200 },
        took,
        bytes: 100,
        is_private: false,
        address: None,
        host: None,
        browser: None,
    }
}

// SH7
#[test]
fn capacity_is_requests_visits_and_what_took_long_by_pattern() {
    let lines = vec![
        line(0, 1, "/privacy", 5),
        line(30, 2, "/people/{person}", 90),
        line(90, 1, "/people/{person}", 10),
        line(3600, 1, "", 1),
    ];
    let figures = Capacity::of(&Log { lines, missing: 4 }, &TimeZone::UTC);
    assert_eq!((figures.requests(), figures.hours[0], figures.hours[1], figures.peak), (4, 3, 1, 2));
    assert_eq!((figures.visits, figures.median, figures.longest), (2, 1800, 3600));
    assert_eq!((figures.limited, figures.missing, figures.bytes), (1, 4, 400));
    let slow = &figures.slowest[0];
    assert_eq!((slow.page.as_str(), slow.requests, slow.median, slow.longest), ("/people/{person}", 2, 50, 90));
}

#[test]
fn a_day_without_a_request_has_figures_too() {
    let figures = Capacity::of(&Log { lines: Vec::new(), missing: 0 }, &TimeZone::UTC);
    assert_eq!(figures, Capacity::default());
}
