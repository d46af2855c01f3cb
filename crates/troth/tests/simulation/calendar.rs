//! Days by number and nothing else: the model's own arithmetic, so that a fault of the program's is not repeated here.

/// The number of a day: 0 is 1 January 1970.
pub type Day = i64;

/// Years, months and days, as a statement writes a period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    pub months: i64,
    pub days: i64,
}

impl Period {
    /// "2 years 6 months", "14 days", "at once".
    pub fn read(text: &str) -> Self {
        let mut period = Self::default();
        let mut words = text.split_whitespace();
        while let (Some(count), Some(unit)) = (words.next(), words.next()) {
            let Ok(count) = count.parse::<i64>() else { return Self::default() };
            match unit.trim_end_matches('s') {
                "year" => period.months += 12 * count,
                "month" => period.months += count,
                "week" => period.days += 7 * count,
                "day" => period.days += count,
                other => panic!("{other} is no unit of a period"),
            }
        }
        period
    }
}

const fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

const fn length(year: i64, month: i64) -> i64 {
    match month {
        2 => 28 + is_leap(year) as i64,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Counts from 1970 on, year by year and month by month.
pub fn number(year: i64, month: i64, day: i64) -> Day {
    let years: i64 = (1970..year).map(|year| 365 + i64::from(is_leap(year))).sum();
    let months: i64 = (1..month).map(|month| length(year, month)).sum();
    years + months + day - 1
}

/// The year, month and day of a number.
pub fn date(mut day: Day) -> (i64, i64, i64) {
    let (mut year, mut month) = (1970, 1);
    while day >= 365 + i64::from(is_leap(year)) {
        day -= 365 + i64::from(is_leap(year));
        year += 1;
    }
    while day >= length(year, month) {
        day -= length(year, month);
        month += 1;
    }
    (year, month, day + 1)
}

/// The last day of a period that runs from `day`: months first, a day that does not exist becomes the last of its
/// month, then days.
pub fn last(day: Day, period: Period) -> Day {
    let (year, month, day) = date(day);
    let months = year * 12 + month - 1 + period.months;
    let (year, month) = (months.div_euclid(12), months.rem_euclid(12) + 1);
    number(year, month, day.min(length(year, month))) + period.days
}

#[test]
fn the_models_calendar_knows_leap_days_and_ends_of_months() {
    let after = |day: (i64, i64, i64), period: &str| date(last(number(day.0, day.1, day.2), Period::read(period)));
    assert_eq!(number(1970, 1, 1), 0);
    assert_eq!(number(2000, 3, 1), 11_017);
    assert_eq!(after((2024, 2, 29), "1 year"), (2025, 2, 28));
    assert_eq!(after((2023, 2, 28), "1 year"), (2024, 2, 28));
    assert_eq!(after((2025, 1, 31), "1 month"), (2025, 2, 28));
    assert_eq!(after((2025, 1, 31), "2 months"), (2025, 3, 31));
    assert_eq!(after((2025, 12, 31), "14 days"), (2026, 1, 14));
    assert_eq!(after((2025, 12, 31), "at once"), (2025, 12, 31));
    assert!((0..40_000).all(|day| {
        let (year, month, of_month) = date(day);
        number(year, month, of_month) == day
    }));
}
