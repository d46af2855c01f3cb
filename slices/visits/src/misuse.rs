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
pub enum Rule {
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
pub struct Found {
    /// Why.
    pub rule: Rule,
    /// When the busiest stretch began.
    pub at: Timestamp,
    /// How many requests were in it.
    pub count: usize,
}

/// What looks like misuse among lines in any order: for each rule the busiest stretch, if that is much.
pub fn found(lines: &[Line]) -> Vec<Found> {
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
