//! When goals are asked about again: some days after they were set, or after it was last said how they went.

use std::num::NonZeroU16;

use jiff::{ToSpan as _, civil::Date};

/// When goals are asked about, and the day to which what is said belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckIn {
    /// From which day on it is asked.
    pub due: Date,
    /// The day to which it belongs: today, or that on which it was begun and not finished.
    pub day: Date,
}

impl CheckIn {
    /// Whether it is asked today. What nobody answers stays asked; it is not counted, and nothing follows from it.
    pub fn is_asked(&self, today: Date) -> bool {
        self.due <= today
    }
}

/// The next check-in of goals that were set on a day. `last` is the day on which one was finished last, `begun` that to which one
/// belongs that is not finished.
pub fn check_in(set: Date, last: Option<Date>, begun: Option<Date>, every: NonZeroU16, today: Date) -> CheckIn {
    let since = last.map_or(set, |last| last.max(set));
    // What was begun about goals that were set anew since is left as it is.
    let begun = begun.filter(|begun| *begun >= since);
    CheckIn { due: since.saturating_add(i64::from(every.get()).days()), day: begun.unwrap_or(today) }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn of(last: Option<Date>, begun: Option<Date>) -> CheckIn {
        check_in(date(2026, 3, 1), last, begun, NonZeroU16::new(3).unwrap(), date(2026, 3, 9))
    }

    // SH12
    #[test]
    fn goals_are_asked_about_so_many_days_after_they_were_set_or_asked_about_last() {
        assert_eq!(of(None, None), CheckIn { due: date(2026, 3, 4), day: date(2026, 3, 9) });
        assert_eq!(of(Some(date(2026, 3, 8)), None).due, date(2026, 3, 11));
        assert!(!of(Some(date(2026, 3, 8)), None).is_asked(date(2026, 3, 10)));
        assert!(of(Some(date(2026, 3, 8)), None).is_asked(date(2026, 3, 11)));
        // Goals that were set anew count from then.
        assert_eq!(of(Some(date(2026, 2, 20)), None).due, date(2026, 3, 4));
    }

    #[test]
    fn what_was_begun_goes_on_where_it_was_unless_the_goals_are_others() {
        assert_eq!(of(None, Some(date(2026, 3, 5))).day, date(2026, 3, 5));
        assert_eq!(of(None, Some(date(2026, 2, 20))).day, date(2026, 3, 9));
    }
}
