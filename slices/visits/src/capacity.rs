//! Figures of a day: how much there was to do, and how long it took. Nobody is in them.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use kernel::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{day::Log, line::Line};

/// How many of the slowest pages are told.
const SLOWEST: usize = 8;

/// How much there was to do on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Capacity {
    /// Requests in each hour of the organisation's own day.
    pub(crate) hours: [u32; 24],
    /// The most requests in one minute.
    pub(crate) peak: u32,
    pub(crate) visits: u32,
    /// Of a visit, in seconds.
    pub(crate) median: u64,
    pub(crate) longest: u64,
    /// Requests that a limit refused.
    pub(crate) limited: u32,
    /// Requests that are missing from the log.
    pub(crate) missing: u64,
    pub(crate) bytes: u64,
    pub(crate) slowest: Vec<Slow>,
}

/// A page that took long.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Slow {
    /// The pattern of its address; empty where there was no such page.
    pub(crate) page: String,
    pub(crate) requests: u32,
    /// In milliseconds.
    pub(crate) median: u64,
    pub(crate) longest: u64,
}

impl Capacity {
    pub(crate) fn of(log: &Log, zone: &TimeZone) -> Self {
        let mut figures = Self { missing: log.missing, ..Self::default() };
        let mut minutes: BTreeMap<i64, u32> = BTreeMap::new();
        for line in &log.lines {
            let hour = usize::try_from(line.at.to_zoned(zone.clone()).hour()).unwrap_or(0);
            figures.hours[hour] += 1;
            *minutes.entry(line.at.as_second().div_euclid(60)).or_default() += 1;
            figures.limited += u32::from(line.is_limited());
            figures.bytes += line.bytes;
        }
        figures.peak = minutes.into_values().max().unwrap_or(0);
        let lengths = lengths(&log.lines);
        figures.visits = u32::try_from(lengths.len()).unwrap_or(u32::MAX);
        figures.longest = lengths.iter().copied().max().unwrap_or(0);
        figures.median = median(lengths);
        figures.slowest = slowest(&log.lines);
        figures
    }

    /// All requests of the day.
    pub(crate) fn requests(&self) -> u32 {
        self.hours.iter().sum()
    }
}

/// How long each visit lasted, in seconds.
fn lengths(lines: &[Line]) -> Vec<u64> {
    let mut visits: BTreeMap<u32, (Timestamp, Timestamp)> = BTreeMap::new();
    for line in lines {
        let (first, last) = visits.entry(line.visit).or_insert((line.at, line.at));
        (*first, *last) = ((*first).min(line.at), (*last).max(line.at));
    }
    let length =
        |(first, last): (Timestamp, Timestamp)| u64::try_from(last.duration_since(first).as_secs()).unwrap_or(0);
    visits.into_values().map(length).collect()
}

/// The pages that took most of the time: requests and milliseconds multiplied.
fn slowest(lines: &[Line]) -> Vec<Slow> {
    let mut pages: BTreeMap<&str, Vec<u64>> = BTreeMap::new();
    for line in lines {
        pages.entry(&line.page).or_default().push(line.took);
    }
    let mut pages: Vec<_> = pages.into_iter().collect();
    pages.sort_by_key(|(page, took)| (std::cmp::Reverse(took.iter().sum::<u64>()), *page));
    let slow = |(page, took): (&str, Vec<u64>)| Slow {
        page: page.to_owned(),
        requests: u32::try_from(took.len()).unwrap_or(u32::MAX),
        longest: took.iter().copied().max().unwrap_or(0),
        median: median(took),
    };
    pages.into_iter().take(SLOWEST).map(slow).collect()
}

/// The one in the middle; of two, what lies halfway; 0 of none.
fn median(mut of: Vec<u64>) -> u64 {
    of.sort_unstable();
    let (lower, upper) = (of.get(of.len().saturating_sub(1) / 2), of.get(of.len() / 2));
    lower.zip(upper).map_or(0, |(lower, upper)| lower.midpoint(*upper))
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
