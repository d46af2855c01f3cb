//! Periods as people write them: `2 years`, `1 year 6 months`, `at once`.

use crate::{diagnostic::nearest, plan::Period};

/// Why a text is no period.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) label: String,
    pub(crate) help: String,
}

fn fault<T>(label: impl Into<String>, help: impl Into<String>) -> Result<T, Fault> {
    Err(Fault { label: label.into(), help: help.into() })
}

const HELP: &str =
    "write a number and a unit: \"30 days\", \"6 weeks\", \"18 months\", \"2 years\", \"1 year 6 months\"";

/// Reads a period.
pub(crate) fn parse(text: &str) -> Result<Period, Fault> {
    if text == "at once" {
        return Ok(Period::default());
    }
    let words: Vec<&str> = text.split_whitespace().filter(|word| !matches!(*word, "and")).collect();
    if words.is_empty() {
        return fault("nothing stands here", HELP);
    }
    let mut period = Period::default();
    let mut last = None;
    for pair in words.chunks(2) {
        let [count, unit] = pair else { return fault("a unit is missing at the end", HELP) };
        let Ok(count) = count.parse::<u16>() else { return fault(bad_count(count), HELP) };
        let (rank, slot) = match slot(&mut period, unit) {
            Some(found) => found,
            None => {
                let units = Period::UNITS.iter().flat_map(|(one, many)| [*one, *many]);
                return match nearest(unit, units) {
                    Some(near) => fault(format!("\"{unit}\" is not a unit"), format!("did you mean \"{near}\"?")),
                    None => fault(format!("\"{unit}\" is not a unit"), HELP),
                };
            }
        };
        if count == 0 || u32::from(count) > LONGEST[rank] {
            let help = format!(
                "between 1 and {} {}; for nothing at all write \"at once\"",
                LONGEST[rank],
                Period::UNITS[rank].1
            );
            return fault(format!("{count} is out of range"), help);
        }
        if last.is_some_and(|last| last >= rank) {
            return fault("units go from large to small, each once", HELP);
        }
        last = Some(rank);
        *slot = count;
    }
    Ok(period)
}

/// A century of each.
const LONGEST: [u32; 5] = [100, 1200, 5200, 36500, 8760];

fn slot<'p>(period: &'p mut Period, unit: &str) -> Option<(usize, &'p mut u16)> {
    Some(match unit {
        "year" | "years" => (0, &mut period.years),
        "month" | "months" => (1, &mut period.months),
        "week" | "weeks" => (2, &mut period.weeks),
        "day" | "days" => (3, &mut period.days),
        "hour" | "hours" => (4, &mut period.hours),
        _ => return None,
    })
}

fn bad_count(count: &str) -> String {
    if count.starts_with('-') {
        "a period cannot be negative".to_owned()
    } else if count.contains(['.', ',']) {
        "a period is counted in whole units".to_owned()
    } else {
        format!("\"{count}\" is not a number")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_read_as_they_are_written() {
        for text in ["2 years", "1 year", "18 months", "1 year 6 months", "6 weeks", "30 days", "4 hours", "at once"] {
            assert_eq!(parse(text).unwrap().to_string(), text);
        }
        assert_eq!(parse("1 year and 6 months").unwrap().months, 6);
    }

    #[test]
    fn what_is_no_period_is_told() {
        for (text, label) in [
            ("", "nothing stands here"),
            ("2", "a unit is missing at the end"),
            ("two years", "\"two\" is not a number"),
            ("2 yeers", "\"yeers\" is not a unit"),
            ("-2 years", "a period cannot be negative"),
            ("1.5 years", "a period is counted in whole units"),
            ("6 months 1 year", "units go from large to small, each once"),
            ("0 days", "0 is out of range"),
            ("900 years", "900 is out of range"),
        ] {
            assert_eq!(parse(text).unwrap_err().label, label, "{text}");
        }
    }
}
