//! Calendar periods in the statement's zone (design §3): added once, due when that local day has passed.

use jiff::{Timestamp, tz::TimeZone};

use crate::plan::{Keep, Period};

/// The first instant at which a period from `trigger` is over: the end of the local day on which it falls.
pub fn due(_trigger: Timestamp, _period: Period, _zone: &TimeZone) -> Timestamp {
    unimplemented!()
}

/// The latest trigger whose period is over at `now`: what lies at or before it is due, what lies after it is not.
pub fn cutoff(_period: Period, _now: Timestamp, _zone: &TimeZone) -> Timestamp {
    unimplemented!()
}

impl Keep {
    /// When what was triggered at `trigger` is due.
    pub fn due(&self, trigger: Timestamp, zone: &TimeZone) -> Timestamp {
        due(trigger, self.period, zone)
    }
}
