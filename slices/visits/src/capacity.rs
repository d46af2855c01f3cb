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
pub struct Capacity {
    /// Requests in each hour of the organisation's own day.
    pub hours: [u32; 24],
    /// The most requests in one minute.
    pub peak: u32,
    /// How many visits there were.
    pub visits: u32,
    /// How long the visit in the middle lasted, in seconds.
    pub median: u64,
    /// How long the longest visit lasted, in seconds.
    pub longest: u64,
    /// Requests that a limit refused.
    pub limited: u32,
    /// Requests that are missing from the log.
    pub missing: u64,
    /// The length of all answers, in bytes.
    pub bytes: u64,
    /// The pages that took most of the time, the one that took most first.
    pub slowest: Vec<Slow>,
}

/// A page that took long.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slow {
    /// The pattern of its address; empty where there was no such page.
    pub page: String,
    /// How often it was asked for.
    pub requests: u32,
    /// After how many milliseconds the answer in the middle began.
    pub median: u64,
    /// The same of the one that took longest.
    pub longest: u64,
}

impl Capacity {
    /// The figures of a log, by the hours of this zone.
    pub fn of(log: &Log, zone: &TimeZone) -> Self {
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
    pub fn requests(&self) -> u32 {
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
