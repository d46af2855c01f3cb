//! What technicians see of visits, and officers of who read them.

mod capacity;
mod findings;
mod lines;
mod popular;
mod readings;

use jiff::civil::Date;
use kernel::words::Voice;
use organisation::Doors;

use crate::routes;

/// Binds every route of the four manifests.
#[must_use]
pub fn doors(doors: Doors) -> Doors {
    doors
        .on(&routes::CAPACITY, capacity::show)
        .on(&routes::LINES_FORM, lines::form)
        .on(&routes::LINES, lines::show)
        .on(&routes::READINGS, readings::show)
        .on(&routes::FINDING, findings::show)
        .on(&routes::ANSWER, findings::answer)
        .on(&routes::POPULAR, popular::show)
}

/// A page as it is told: by the pattern of its address.
fn page_name(voice: &Voice, pattern: &str) -> String {
    if pattern.is_empty() { voice.say("visits-nowhere") } else { pattern.to_owned() }
}

/// A date that is kept as text, written out.
fn said_date(voice: &Voice, date: &str) -> String {
    date.parse::<Date>().map_or_else(|_| date.to_owned(), |date| voice.date(date))
}

/// Seconds, in the unit that fits.
fn said_seconds(voice: &Voice, seconds: u64) -> String {
    match seconds {
        0..=119 => voice.say1("visits-seconds", "count", i64::try_from(seconds).unwrap_or(i64::MAX)),
        _ => voice.say1("visits-minutes", "count", i64::try_from(seconds / 60).unwrap_or(i64::MAX)),
    }
}
