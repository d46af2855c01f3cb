//! The rules of misuse, each at its edge.

use kernel::Timestamp;
use troth_visits::{
    line::Line,
    misuse::{Found, Rule, found},
};

fn line(second: i64, address: &str, (method, page, status): (&str, &str, u16)) -> Line {
    Line {
        at: Timestamp::from_second(second).unwrap(),
        visit: 1,
        method: method.to_owned(),
        page: page.to_owned(),
        status,
        took: 0,
        bytes: 0,
        is_private: false,
        address: Some(address.to_owned()),
        host: None,
        browser: None,
    }
}

/// So many requests from one address, each some seconds after the last.
fn row(count: i64, apart: i64, address: &str, what: (&str, &str, u16)) -> Vec<Line> {
    (0..count).map(|n| line(1_000 + n * apart, address, what)).collect()
}

fn rules(lines: &[Line]) -> Vec<(Rule, usize)> {
    found(lines).into_iter().map(|found| (found.rule, found.count)).collect()
}

const WRONG: (&str, &str, u16) = ("POST", "/sign-in", 422);
const ABSENT: (&str, &str, u16) = ("GET", "", 404);
const PAGE: (&str, &str, u16) = ("GET", "/", 200);
const JOINS: (&str, &str, u16) = ("POST", "/register", 200);
const HERE: &str = "198.51.100.7";

// CE3
#[test]
fn many_refused_sign_ins_from_one_address_ask_for_an_answer_and_a_few_mistakes_do_not() {
    assert_eq!(rules(&row(30, 19, HERE, WRONG)), [(Rule::Guessing, 30)]);
    assert_eq!(rules(&row(29, 1, HERE, WRONG)), []);
    assert_eq!(rules(&row(200, 21, HERE, WRONG)), [], "29 within ten minutes, however long it goes on");
    assert_eq!(rules(&row(60, 1, HERE, ("POST", "/sign-in", 303))), [], "those who come in are no guess");
    assert_eq!(rules(&row(30, 1, HERE, ("POST", "/sign-in/second-step", 429))), [(Rule::Guessing, 30)]);
}

#[test]
fn many_pages_that_are_not_there_ask_for_an_answer_by_address_and_not_by_the_sum() {
    assert_eq!(rules(&row(40, 1, HERE, ABSENT)), [(Rule::Walking, 40)]);
    let of_many: Vec<_> = (0..60).map(|n| line(n, &format!("198.51.100.{n}"), ABSENT)).collect();
    assert_eq!(rules(&of_many), [], "an old link that many follow");
    // Whoever has a whole /64 of IPv6 is one.
    let of_one: Vec<_> = (0..60).map(|n| line(n, &format!("2001:db8:1:1::{n:x}"), ABSENT)).collect();
    assert_eq!(rules(&of_one), [(Rule::Walking, 60)]);
}

#[test]
fn more_requests_than_a_person_makes_ask_for_an_answer_within_a_minute_alone() {
    let flood: Vec<_> = (0..300).map(|n| line(1_000 + n / 5, HERE, PAGE)).collect();
    assert_eq!(found(&flood), [Found { rule: Rule::Flood, at: flood[0].at, count: 300 }]);
    assert_eq!(rules(&flood[1..]), []);
    assert_eq!(rules(&row(5_000, 1, HERE, PAGE)), [], "somebody who stays for an hour and more");
}

#[test]
fn many_registrations_from_one_network_ask_for_an_answer() {
    let joins = |n: i64| line(n * 60, &format!("198.51.100.{}", n * 7 % 250), JOINS);
    let lines: Vec<_> = (0..31).map(joins).collect();
    assert_eq!(rules(&lines), [(Rule::Registering, 31)]);
    assert_eq!(rules(&lines[2..]), []);
    let elsewhere = |n: i64| line(n * 60, &format!("198.51.{n}.7"), JOINS);
    assert_eq!(rules(&(0..60).map(elsewhere).collect::<Vec<_>>()), []);
}

#[test]
fn a_proxy_of_the_house_stands_for_everybody_and_is_asked_about_nothing() {
    for own in ["127.0.0.1", "10.1.2.3", "192.168.1.1", "::1", "fd00::1", "::ffff:127.0.0.1"] {
        assert_eq!(rules(&row(400, 0, own, WRONG)), [], "{own}");
    }
}
