//! What looks like misuse among requests (CE3): four rules over lines, each of which asks for an answer and judges nobody.

use std::{
    collections::BTreeMap,
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
};

use jiff::SignedDuration;
use kernel::Timestamp;

use crate::line::Line;

/// Where one signs in; the second step stands beneath.
const SIGN_IN: &str = "/sign-in";
/// Where one registers.
const REGISTER: &str = "/register";

/// Why somebody is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rule {
    /// Passwords or second steps are guessed.
    Guessing,
    /// Somebody walks through pages that are not there.
    Walking,
    /// Far more requests come than a person makes.
    Flood,
    /// Many register.
    Registering,
}

/// Whose requests are counted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whence {
    /// One address; of IPv6 the /64 that one connection has.
    Address,
    /// One network: the same /24 of IPv4, the same /48 of IPv6.
    Network,
}

/// Whence how many on in how short a time a rule asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Terms {
    pub(crate) many: usize,
    pub(crate) minutes: i64,
    pub(crate) from: Whence,
}

impl Rule {
    pub(crate) const ALL: [Self; 4] = [Self::Guessing, Self::Walking, Self::Flood, Self::Registering];

    /// The word that is kept.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Guessing => "guessing",
            Self::Walking => "walking",
            Self::Flood => "flood",
            Self::Registering => "registering",
        }
    }

    /// The rule of a word.
    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.word() == word)
    }

    pub(crate) const fn terms(self) -> Terms {
        match self {
            Self::Guessing => Terms { many: 30, minutes: 10, from: Whence::Address },
            Self::Walking => Terms { many: 40, minutes: 10, from: Whence::Address },
            Self::Flood => Terms { many: 300, minutes: 1, from: Whence::Address },
            Self::Registering => Terms { many: 30, minutes: 60, from: Whence::Network },
        }
    }

    fn counts(self, line: &Line) -> bool {
        let asks = |path: &str| line.method == "POST" && line.page.starts_with(path);
        match self {
            Self::Guessing => asks(SIGN_IN) && matches!(line.status, 422 | 429),
            Self::Walking => line.status == 404,
            Self::Flood => true,
            Self::Registering => asks(REGISTER) && line.status == 200,
        }
    }
}

/// Something to be answered. It does not say of whom: that stands in the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) rule: Rule,
    /// When the busiest stretch began.
    pub(crate) at: Timestamp,
    /// How many requests were in it.
    pub(crate) count: usize,
}

/// What looks like misuse among lines in any order: for each rule the busiest stretch, if that is much.
pub(crate) fn found(lines: &[Line]) -> Vec<Found> {
    let busiest = |rule: Rule| {
        let terms = rule.terms();
        let mut places: BTreeMap<IpAddr, Vec<Timestamp>> = BTreeMap::new();
        for line in lines.iter().filter(|line| rule.counts(line)) {
            if let Some(place) = place(line, terms.from) {
                places.entry(place).or_default().push(line.at);
            }
        }
        let within = SignedDuration::from_mins(terms.minutes);
        let most = places.into_values().filter_map(|times| densest(times, within)).max_by_key(|(count, _)| *count);
        most.filter(|(count, _)| *count >= terms.many).map(|(count, at)| Found { rule, at, count })
    };
    Rule::ALL.into_iter().filter_map(busiest).collect()
}

/// How many of these instants lie within a time at the most, and the first of them.
fn densest(mut times: Vec<Timestamp>, within: SignedDuration) -> Option<(usize, Timestamp)> {
    times.sort_unstable();
    let mut end = 0;
    let mut most = None;
    for (start, first) in times.iter().enumerate() {
        while times.get(end).is_some_and(|last| last.duration_since(*first) < within) {
            end += 1;
        }
        if most.is_none_or(|(count, _)| end - start > count) {
            most = Some((end - start, *first));
        }
    }
    most
}

/// Whence where a line is counted. What comes from this machine or from the house's own network is not: a proxy there stands
/// for everybody.
fn place(line: &Line, from: Whence) -> Option<IpAddr> {
    let wide = from == Whence::Network;
    match line.address.as_ref()?.parse::<IpAddr>().ok()?.to_canonical() {
        IpAddr::V4(own) if own.is_loopback() || own.is_private() || own.is_link_local() => None,
        IpAddr::V6(own) if own.is_loopback() || own.is_unique_local() => None,
        IpAddr::V4(own) => {
            Some(IpAddr::V4(Ipv4Addr::from_bits(own.to_bits() & (u32::MAX << if wide { 8 } else { 0 }))))
        }
        IpAddr::V6(own) => {
            Some(IpAddr::V6(Ipv6Addr::from_bits(own.to_bits() & (u128::MAX << if wide { 80 } else { 64 }))))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
