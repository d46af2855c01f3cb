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
