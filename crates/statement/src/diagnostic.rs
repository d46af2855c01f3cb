//! What is wrong with a statement: place, what, why, what to write instead.

use crate::plan::Place;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// No plan comes of it.
    Error,
    /// It works, but a careful person would look at it.
    Warning,
    /// Worth knowing.
    Note,
}

/// One problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// A stable name of the kind of problem, such as `unknown-role`.
    pub code: &'static str,
    /// Where.
    pub place: Place,
    /// What is wrong, in one sentence.
    pub what: String,
    /// Words for the marked place.
    pub label: String,
    /// Why it matters; may be empty.
    pub why: String,
    /// What to write instead; may be empty.
    pub help: String,
    /// Another place that has to do with it.
    pub related: Vec<(Place, String)>,
}
