//! What is held about a person, over time: every bundle a bar that ends at its date.

use std::fmt;

use jiff::civil::Date;
use kernel::page::Goes;

/// What goes together, from when it is held to when it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// What it is: "Dialogue with Maria".
    pub name: String,
    /// Where it can be opened; may be empty.
    pub path: String,
    /// Since when it is held.
    pub since: Date,
    /// When it goes.
    pub goes: Goes,
    /// The period as a phrase: "two years after the trajectory ended".
    pub period: String,
    /// The clause's id; may be empty.
    pub clause: String,
}

/// The timeline of *My data*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// What it shows, in a sentence.
    pub title: String,
    /// Today in the organisation's zone.
    pub today: Date,
    /// What is held; drawn in this order.
    pub bundles: Vec<Bundle>,
}

/// A place on the plot, in hundredths of its width.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Percent(pub f64);

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.2}", self.0)
    }
}

/// A year on the axis.
#[derive(Clone, Copy, Debug)]
pub struct Tick {
    /// The year that begins here.
    pub year: i16,
    /// Where.
    pub at: Percent,
    /// Whether it is the right edge, where no name has room.
    pub last: bool,
}

/// A bar.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// What it stands for.
    pub bundle: &'a Bundle,
    /// Where it begins.
    pub from: Percent,
    /// How long it has been held.
    pub held: Percent,
    /// How long it will yet be held.
    pub to_come: Percent,
    /// Whether its end is not known yet.
    pub open: bool,
}

impl Row<'_> {
    /// Where what was becomes what comes.
    pub fn from_end(&self) -> Percent {
        Percent(self.from.0 + self.held.0)
    }

    /// Where it goes.
    pub fn end(&self) -> Percent {
        Percent(self.from.0 + self.held.0 + self.to_come.0)
    }
}

/// The plot's geometry.
#[derive(Clone, Debug)]
pub struct Plot<'a> {
    /// The years.
    pub ticks: Vec<Tick>,
    /// The bars.
    pub rows: Vec<Row<'a>>,
    /// Where today is.
    pub today: Percent,
    /// Whether the word for today must stand to the left of it.
    pub today_ends: bool,
}

impl Timeline {
    /// Lays the bundles out between the first day held and the last day known, in whole years.
    pub fn plot(&self) -> Plot<'_> {
        let ends = self.bundles.iter().filter_map(|bundle| match bundle.goes {
            Goes::On(date) => Some(date),
            Goes::AfterEvent | Goes::Paused => None,
        });
        let first = self.bundles.iter().map(|bundle| bundle.since).fold(self.today, Date::min).year();
        let last = ends.fold(self.today, Date::max).year() + 1;
        let place = |date: Date| place(date, first, last);
        let today = place(self.today);
        let rows = self.bundles.iter().map(|bundle| row(bundle, place(bundle.since), today, &place)).collect();
        Plot { ticks: ticks(first, last), rows, today: Percent(today), today_ends: today > 80.0 }
    }
}

fn row<'a>(bundle: &'a Bundle, since: f64, today: f64, place: &impl Fn(Date) -> f64) -> Row<'a> {
    let (end, open) = match bundle.goes {
        Goes::On(date) => (place(date), false),
        Goes::AfterEvent | Goes::Paused => (100.0, true),
    };
    let from = since.min(today);
    let until_now = today.min(end);
    Row {
        bundle,
        from: Percent(from),
        held: Percent((until_now - from).max(0.0)),
        to_come: Percent((end - until_now).max(0.0)),
        open,
    }
}

/// A day's place between the beginnings of two years.
fn place(date: Date, first: i16, last: i16) -> f64 {
    let days = if date.in_leap_year() { 366.0 } else { 365.0 };
    let years = f64::from(date.year() - first) + (f64::from(date.day_of_year()) - 1.0) / days;
    100.0 * years / f64::from(last - first)
}

/// At most six years are named, evenly spaced.
fn ticks(first: i16, last: i16) -> Vec<Tick> {
    let step = (last - first).div_euclid(6) + 1;
    (first..=last)
        .step_by(usize::from(step.unsigned_abs()))
        .map(|year| {
            let at = 100.0 * f64::from(year - first) / f64::from(last - first);
            Tick { year, at: Percent(at), last: year == last }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn bundle(since: Date, goes: Goes) -> Bundle {
        Bundle { name: String::new(), path: String::new(), since, goes, period: String::new(), clause: String::new() }
    }

    #[test]
    fn a_bar_ends_at_its_date() {
        let timeline = Timeline {
            title: String::new(),
            today: date(2026, 1, 1),
            bundles: vec![bundle(date(2025, 1, 1), Goes::On(date(2027, 1, 1)))],
        };
        let plot = timeline.plot();
        // The axis runs from 2025 to 2028.
        assert_eq!(plot.today.to_string(), "33.33");
        assert_eq!(plot.rows[0].end().to_string(), "66.67");
        assert_eq!(plot.rows[0].from_end().to_string(), "33.33");
    }

    #[test]
    fn an_open_bar_reaches_the_edge_and_no_bar_leaves_the_plot() {
        let today = date(2026, 11, 22);
        let bundles = vec![
            bundle(date(2020, 2, 29), Goes::AfterEvent),
            bundle(date(2026, 12, 1), Goes::On(date(2026, 11, 1))),
            bundle(date(2026, 1, 1), Goes::On(date(2034, 12, 31))),
        ];
        let timeline = Timeline { title: String::new(), today, bundles };
        let plot = timeline.plot();
        assert!(plot.rows[0].open);
        assert!((plot.rows[0].end().0 - 100.0).abs() < 1e-9);
        for row in &plot.rows {
            assert!(row.from.0 >= 0.0 && row.held.0 >= 0.0 && row.to_come.0 >= 0.0 && row.end().0 <= 100.0 + 1e-9);
        }
        assert!(plot.ticks.len() <= 7);
    }
}
