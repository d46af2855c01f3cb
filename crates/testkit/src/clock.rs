//! A clock that stands still until someone turns it.

use std::sync::{
    Mutex, PoisonError,
    atomic::{AtomicUsize, Ordering},
};

use jiff::{SignedDuration, Timestamp, ToSpan, tz::TimeZone};
use kernel::Clock;

/// A clock for tests and for the demo: it shows the instant at which it was set.
///
/// ```
/// use kernel::Clock;
/// let clock = troth_testkit::TurningClock::at("2026-11-22T09:00:00Z");
/// clock.advance_days(30);
/// assert_eq!(clock.now().to_string(), "2026-12-22T09:00:00Z");
/// ```
#[derive(Debug)]
pub struct TurningClock {
    now: Mutex<Timestamp>,
    looks: AtomicUsize,
}

impl TurningClock {
    /// A clock that shows `now`.
    pub fn new(now: Timestamp) -> Self {
        Self { now: Mutex::new(now), looks: AtomicUsize::new(0) }
    }

    /// A clock that shows the instant written in `text` (RFC 3339), or the first second of 1970 when it is none.
    pub fn at(text: &str) -> Self {
        Self::new(text.parse().unwrap_or(Timestamp::UNIX_EPOCH))
    }

    /// Sets the hands.
    pub fn set(&self, now: Timestamp) {
        *self.lock() = now;
    }

    /// Turns the hands by a duration; negative turns them back.
    pub fn advance(&self, by: SignedDuration) {
        let mut now = self.lock();
        *now = now.checked_add(by).unwrap_or(*now);
    }

    /// Turns the hands by whole days of 24 hours.
    pub fn advance_days(&self, days: i64) {
        self.advance(SignedDuration::from_hours(days.saturating_mul(24)));
    }

    /// Turns the hands by calendar years and days in `zone`, as a person would on a calendar.
    pub fn advance_calendar(&self, years: i64, days: i64, zone: &TimeZone) {
        let mut now = self.lock();
        let turned = now.to_zoned(zone.clone()).checked_add(years.years().days(days));
        *now = turned.map_or(*now, |zoned| zoned.timestamp());
    }

    /// How often somebody has looked at it.
    pub fn looks(&self) -> usize {
        self.looks.load(Ordering::SeqCst)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Timestamp> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Clock for TurningClock {
    fn now(&self) -> Timestamp {
        self.looks.fetch_add(1, Ordering::SeqCst);
        *self.lock()
    }
}

/// A clock that runs as another does, some time ahead of it or behind: the demo's.
pub struct ShiftedClock {
    base: std::sync::Arc<dyn Clock>,
    shift: Mutex<SignedDuration>,
}

impl ShiftedClock {
    /// A clock that shows what `base` shows, until it is turned.
    pub fn new(base: std::sync::Arc<dyn Clock>) -> Self {
        Self { base, shift: Mutex::new(SignedDuration::ZERO) }
    }

    /// Turns the hands on by whole days of 24 hours.
    pub fn advance_days(&self, days: u32) {
        let mut shift = self.shift.lock().unwrap_or_else(PoisonError::into_inner);
        *shift = shift.saturating_add(SignedDuration::from_hours(i64::from(days) * 24));
    }
}

impl Clock for ShiftedClock {
    fn now(&self) -> Timestamp {
        let shift = *self.shift.lock().unwrap_or_else(PoisonError::into_inner);
        let base = self.base.now();
        base.checked_add(shift).unwrap_or(base)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_calendar_keeps_the_hour_over_daylight_saving() {
        let zone = TimeZone::get("Europe/Amsterdam").unwrap();
        let clock = TurningClock::at("2026-03-28T09:00:00Z");
        clock.advance_calendar(0, 1, &zone);
        assert_eq!(clock.now().to_string(), "2026-03-29T08:00:00Z");
        clock.advance_calendar(2, 0, &zone);
        assert_eq!(clock.now().to_zoned(zone).date().to_string(), "2028-03-29");
    }
}
