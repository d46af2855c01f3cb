//! Which pages are visited most: what counts, what does not, and which weeks are shown.

use jiff::civil::date;
use kernel::Timestamp;
use troth_visits::{
    line::Line,
    popular::{Counted, counted, weeks},
};

fn line(second: i64, visit: u32, page: &str) -> Line {
    Line {
        at: Timestamp::from_second(second).unwrap(),
        visit,
        method: "GET".to_owned(),
        page: page.to_owned(),
        status: 200,
        took: 0,
        bytes: 0,
        is_private: false,
        address: None,
        host: None,
        browser: None,
    }
}

fn of<'a>(counted: &'a [Counted], page: &str) -> Option<&'a Counted> {
    counted.iter().find(|counted| counted.page == page)
}

// CE12
#[test]
fn a_page_is_counted_once_in_a_visit_with_the_time_until_what_came_next() {
    let lines = [line(0, 1, "/"), line(60, 1, "/privacy"), line(90, 1, "/"), line(90 + 7200, 1, "/"), line(5, 2, "/")];
    let counted = counted(&lines);
    assert_eq!(of(&counted, "/").map(|page| (page.visits, page.seconds)), Some((2, 60 + 1800)));
    assert_eq!(of(&counted, "/privacy").map(|page| (page.visits, page.seconds)), Some((1, 30)));
}

// CE2
#[test]
fn whoever_asks_not_to_be_counted_is_not_and_nor_is_what_showed_no_page() {
    let private = Line { is_private: true, ..line(0, 1, "/privacy") };
    let absent = Line { status: 404, ..line(0, 2, "/people") };
    let nowhere = line(0, 3, "");
    let write = Line { method: "POST".to_owned(), ..line(0, 4, "/sign-in") };
    assert_eq!(counted(&[private, absent, nowhere, write]), []);
}

#[test]
fn a_week_is_shown_when_it_is_over() {
    assert_eq!(weeks(date(2026, 11, 22))[0], date(2026, 11, 9));
    assert_eq!(weeks(date(2026, 11, 23))[..2], [date(2026, 11, 16), date(2026, 11, 9)]);
}
