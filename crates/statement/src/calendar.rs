//! Calendar periods in the statement's zone (design §3): added once, due when that local day has passed.
//!
//! "Two years after the trajectory ended" means: take the local day of the end, add two years on the calendar, and let
//! that whole day pass. 29 February and a year is 28 February; 31 January and a month is the last day of February.
//! Nothing here counts elapsed days or months one by one, because 31 January + 1 month + 1 month is not
//! 31 January + 2 months.

use jiff::{Span, Timestamp, civil::Date, tz::TimeZone};

use crate::plan::{Keep, Period, rule::Rights};

/// The first instant at which a period from `trigger` is over: the end of the local day on which it falls, which is
/// the beginning of the next one.
///
/// Hours do not count here: the checker refuses them where days are meant.
pub fn due(trigger: Timestamp, period: Period, zone: &TimeZone) -> Timestamp {
    let last = last_day(local(trigger, zone), period);
    match last.tomorrow() {
        Ok(next) => start_of(next, zone),
        Err(_) => Timestamp::MAX,
    }
}

/// The latest trigger whose period is over at `now`: what lies at or before it is due, what lies after it is not.
///
/// [`due`] never falls when the trigger rises, so this one instant cuts all triggers in two, and what is due is an
/// indexed range. [`Timestamp::MIN`] when nothing can be due.
pub fn cutoff(period: Period, now: Timestamp, zone: &TimeZone) -> Timestamp {
    // A trigger's due instant depends on its local day only, so the search is for the last day that is due. The first
    // guess subtracts the period from today; months of different lengths move it by a few days at most.
    let today = local(now, zone);
    let mut day = today.checked_sub(span(period)).unwrap_or(Date::MIN);
    let is_due = |day: Date| match last_day(day, period).tomorrow() {
        Ok(next) => start_of(next, zone) <= now,
        Err(_) => false,
    };
    while is_due(day) {
        match day.tomorrow() {
            Ok(next) => day = next,
            Err(_) => return Timestamp::MAX,
        }
    }
    while !is_due(day) {
        match day.yesterday() {
            Ok(before) => day = before,
            Err(_) => return Timestamp::MIN,
        }
    }
    // The last instant of that day.
    match day.tomorrow() {
        Ok(next) => start_of(next, zone).checked_sub(Span::new().nanoseconds(1)).unwrap_or(Timestamp::MIN),
        Err(_) => Timestamp::MAX,
    }
}

/// The first instant after a local day.
pub fn after(day: Date, zone: &TimeZone) -> Timestamp {
    day.tomorrow().map_or(Timestamp::MAX, |next| start_of(next, zone))
}

impl Keep {
    /// When what was triggered at `trigger` is due.
    pub fn due(&self, trigger: Timestamp, zone: &TimeZone) -> Timestamp {
        due(trigger, self.period, zone)
    }

    /// The latest trigger that is due under this rule at `now`.
    pub fn cutoff(&self, now: Timestamp, zone: &TimeZone) -> Timestamp {
        cutoff(self.period, now, zone)
    }
}

impl Rights {
    /// The first instant at which a request that was received at `received` is overdue (GDPR Art. 12(3)); an extension
    /// is added to the period before anything is counted: a month and two months are three.
    pub fn due(&self, received: Timestamp, extended: bool, zone: &TimeZone) -> Timestamp {
        let more = self.extend.filter(|_| extended).unwrap_or_default();
        due(received, self.within.and(more), zone)
    }
}

/// When something goes under several rules: the earliest ceiling, but not before the latest floor.
///
/// Each rule comes with the instant of its event, when that has happened. `None` while no ceiling runs, or while a
/// floor waits for its event.
pub fn goes<'k>(rules: impl IntoIterator<Item = (&'k Keep, Option<Timestamp>)>, zone: &TimeZone) -> Option<Timestamp> {
    let (mut ceiling, mut floor): (Option<Timestamp>, Option<Timestamp>) = (None, None);
    for (keep, trigger) in rules {
        match (keep.floor, trigger) {
            (true, None) => return None,
            (true, Some(trigger)) => floor = floor.max(Some(keep.due(trigger, zone))),
            (false, None) => {}
            (false, Some(trigger)) => {
                let due = keep.due(trigger, zone);
                ceiling = Some(ceiling.map_or(due, |known| known.min(due)));
            }
        }
    }
    ceiling.map(|ceiling| floor.map_or(ceiling, |floor| ceiling.max(floor)))
}

/// The days of a period; its hours are left out.
pub(crate) fn span(period: Period) -> Span {
    Span::new()
        .years(i64::from(period.years))
        .months(i64::from(period.months))
        .weeks(i64::from(period.weeks))
        .days(i64::from(period.days))
}

/// The local day of an instant: the last day that has begun. Where clocks went back over midnight a day is read
/// twice; by this rule it does not begin again, so that days never run backwards.
fn local(at: Timestamp, zone: &TimeZone) -> Date {
    let day = zone.to_datetime(at).date();
    match day.tomorrow() {
        Ok(next) if start_of(next, zone) <= at => next,
        _ => day,
    }
}

fn last_day(from: Date, period: Period) -> Date {
    from.checked_add(span(period)).unwrap_or(Date::MAX)
}

/// The first instant of a local day. Where clocks spring over midnight it is the first instant after the gap, and
/// where midnight comes twice the first of the two.
fn start_of(day: Date, zone: &TimeZone) -> Timestamp {
    day.to_zoned(zone.clone()).map(|start| start.timestamp()).unwrap_or(Timestamp::MAX)
}
