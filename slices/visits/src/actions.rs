//! What can be done with visitor data, by whom at the very most, and the two jobs that keep it.

use kernel::{
    Archetype::{Officer, Technician},
    manifest::{Action, ActionKind, By, Job},
};

use crate::{
    findings::FINDING,
    inventory::{ADDRESS, FILE, NUMBER, PATH, TIME},
    popular::{DURATION, PAGE},
    reading::{BROWSER, HOST, REASON},
};

const TECHNICIANS: &[By] = &[By::Archetype(Technician)];

/// To see the report of capacity: figures of days, in which nobody is.
pub static CAPACITY: Action = Action {
    name: "visits.capacity",
    container: "organisation",
    kind: ActionKind::Read,
    discloses: &[],
    writes: &[],
    by: TECHNICIANS,
    states: &[],
};

/// To read the lines of a day, for a reason that is kept.
pub static LINES: Action = Action {
    name: "visits.lines",
    kind: ActionKind::ReadForReason,
    discloses: &[FILE, TIME, NUMBER, ADDRESS, PATH, HOST, BROWSER],
    writes: &[REASON],
    ..CAPACITY
};

/// To see who read the lines of which day, and why.
pub static READINGS: Action =
    Action { name: "visits.readings", discloses: &[REASON], by: &[By::Archetype(Officer)], ..CAPACITY };

/// To see which pages are visited most.
pub static POPULAR: Action = Action { name: "visits.popular", discloses: &[PAGE, DURATION], ..CAPACITY };

/// To see what looked like misuse, and what was done about it.
pub static FINDINGS: Action = Action { name: "visits.findings", discloses: &[FINDING], ..CAPACITY };

/// To write down what was done about it.
pub static ANSWER: Action =
    Action { name: "visits.answer", kind: ActionKind::Write, discloses: &[FINDING], writes: &[FINDING], ..CAPACITY };

/// Writes what was noted into the log of its day.
pub static WRITE: Job = Job {
    name: "visits.write",
    about: "Writes what visits leave into the sealed log of their day, and holds it against four rules of misuse.",
    handles: &[FILE, TIME, NUMBER, ADDRESS, PATH, HOST, BROWSER],
};

/// Makes figures of the days that are over.
pub static COUNT: Job = Job {
    name: "visits.count",
    about: "Makes figures of capacity, and counts of pages, of each day that is over, and holds it against four rules of misuse.",
    handles: &[FILE, TIME, NUMBER, ADDRESS, PATH, HOST, BROWSER, PAGE, DURATION],
};
