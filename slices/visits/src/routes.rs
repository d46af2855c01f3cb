//! The doors.

use kernel::manifest::{Route, get, post};

use crate::actions;

/// The report of capacity.
pub static CAPACITY: Route = get("/visits", &actions::CAPACITY);
/// Asks for which day and why.
pub static LINES_FORM: Route = get("/visits/lines", &actions::LINES);
/// Keeps the reason and shows the lines of a day.
pub static LINES: Route = post("/visits/lines", &actions::LINES);
/// Who read lines, and why.
pub static READINGS: Route = get("/visits/readings", &actions::READINGS);
/// What looked like misuse on a day.
pub static FINDING: Route = get("/visits/findings/{finding}", &actions::FINDINGS);
/// Keeps what was done about it.
pub static ANSWER: Route = post("/visits/findings/{finding}", &actions::ANSWER);
/// Which pages are visited most.
pub static POPULAR: Route = get("/visits/pages", &actions::POPULAR);
