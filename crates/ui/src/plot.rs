//! Numbers over time, drawn by the server; beside the drawing stands the same as a table, for whoever does not see it.

use jiff::civil::Date;
use kernel::words::Voice;

const WIDTH: i64 = 320;
const HEIGHT: i64 = 120;
/// Room for the dots at the edges.
const EDGE: i64 = 8;

/// Numbers over time.
#[derive(Clone, Debug)]
pub struct Plot {
    /// What is drawn: "Sleep check, 0 to 24 points".
    pub title: String,
    /// What the numbers are called in the table.
    pub what: String,
    /// The dots, the oldest first.
    pub dots: Vec<Dot>,
    /// The lowest and the highest number that there can be.
    pub low: i32,
    /// See `low`.
    pub high: i32,
}

/// A number on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dot {
    /// From the left.
    pub x: i64,
    /// From above.
    pub y: i64,
    /// The day, written out.
    pub day: String,
    /// The number.
    pub value: i32,
}

impl Plot {
    /// Of numbers on days, in any order; days stand as far apart as they are.
    pub fn of(title: String, what: String, (low, high): (i32, i32), voice: &Voice, values: &[(Date, i32)]) -> Self {
        let mut values = values.to_vec();
        values.sort_unstable();
        let days = |from: Date, to: Date| i64::from((to - from).get_days());
        let first = values.first().map(|(day, _)| *day);
        let span = first.zip(values.last()).map_or(0, |(first, (last, _))| days(first, *last)).max(1);
        let reach = i64::from(high.saturating_sub(low)).max(1);
        let dots = values.iter().map(|(day, value)| {
            let from_left = first.map_or(0, |first| days(first, *day));
            let up = i64::from((*value).clamp(low, high.max(low)) - low);
            Dot {
                x: EDGE + (WIDTH - 2 * EDGE) * from_left / span,
                y: HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * up / reach,
                day: voice.date(*day),
                value: *value,
            }
        });
        Self { title, what, dots: dots.collect(), low, high }
    }

    /// The line through the dots.
    pub fn line(&self) -> String {
        self.dots.iter().map(|dot| format!("{},{}", dot.x, dot.y)).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use kernel::{Language, words::Words};

    use super::*;

    fn plot(values: &[(&str, i32)]) -> Plot {
        let voice = Voice::new(Arc::new(Words::new(crate::WORDS.iter().copied()).unwrap()), Language::En);
        let values: Vec<_> = values.iter().map(|(day, value)| (day.parse().unwrap(), *value)).collect();
        Plot::of(String::new(), String::new(), (0, 10), &voice, &values)
    }

    #[test]
    fn days_stand_as_far_apart_as_they_are_and_high_numbers_stand_high() {
        let drawn = plot(&[("2026-01-11", 10), ("2026-01-01", 0), ("2026-01-02", 5)]);
        assert_eq!(drawn.line(), "8,112 38,60 312,8");
    }

    #[test]
    fn one_number_or_none_or_one_outside_its_reach_is_drawn_within_the_picture() {
        assert_eq!(plot(&[]).line(), "");
        assert_eq!(plot(&[("2026-01-01", 99)]).line(), "8,8");
    }
}
