//! The answer, as people read it.

use jiff::{Timestamp, civil::Date, tz::TimeZone};

use super::Term;

/// When something goes, and by which clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goes {
    /// At the end of this day at the latest.
    On {
        /// The last day on which it may be held.
        day: Date,
        /// The clause of the period.
        clause: String,
    },
    /// Some time after an event that has not happened.
    After {
        /// The event.
        event: String,
        /// The clause of the period.
        clause: String,
    },
    /// The law keeps it until the end of this day.
    ByLaw {
        /// The last day on which it must be held; `None` while the event has not happened.
        day: Option<Date>,
        /// The clause that names the law.
        clause: String,
    },
    /// A legal hold keeps it past its date, until the end of this day.
    Held {
        /// The last day of the hold.
        day: Date,
        /// The clause whose period is over by then.
        clause: String,
    },
    /// Not while somebody with whom it goes restricts its use (GDPR Art. 18).
    Paused {
        /// The clause by which it goes otherwise.
        clause: Option<String>,
    },
    /// No period of the statement reaches it: a fault that the check at start-up reports.
    Unstated,
}

impl Goes {
    /// The last day, when it is known.
    pub fn day(&self) -> Option<Date> {
        match self {
            Self::On { day, .. } | Self::Held { day, .. } => Some(*day),
            Self::ByLaw { day, .. } => *day,
            Self::After { .. } | Self::Paused { .. } | Self::Unstated => None,
        }
    }

    /// The clause, when there is one.
    pub fn clause(&self) -> Option<&str> {
        match self {
            Self::On { clause, .. }
            | Self::After { clause, .. }
            | Self::ByLaw { clause, .. }
            | Self::Held { clause, .. } => Some(clause),
            Self::Paused { clause } => clause.as_deref(),
            Self::Unstated => None,
        }
    }

    pub(super) fn of(term: &Term<'_>, zone: &TimeZone) -> Self {
        if term.paused {
            let rule = term.due.map(|(_, rule)| rule).or(term.waits);
            return Self::Paused { clause: rule.map(|rule| rule.keep.clause.clone()) };
        }
        if let (Some((until, rule)), Some((end, _))) = (term.held, term.end())
            && end == until
        {
            return Self::Held { day: last_day(until, zone), clause: rule.keep.clause.clone() };
        }
        if let (Some((until, rule)), Some(_)) = (&term.law, term.lawful_rule()) {
            return Self::ByLaw { day: until.map(|until| last_day(until, zone)), clause: rule.keep.clause.clone() };
        }
        match (&term.due, term.waits) {
            (Some((due, rule)), _) => Self::On { day: last_day(*due, zone), clause: rule.keep.clause.clone() },
            (None, Some(rule)) => Self::After { event: rule.keep.after.clone(), clause: rule.keep.clause.clone() },
            (None, None) => Self::Unstated,
        }
    }
}

/// The local day at whose end something is due: `due` is the first instant of the next one.
pub fn last_day(due: Timestamp, zone: &TimeZone) -> Date {
    let day = due.to_zoned(zone.clone()).date();
    day.yesterday().unwrap_or(day)
}
