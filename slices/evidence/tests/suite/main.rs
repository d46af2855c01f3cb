//! Evidence: the rules by which access does not fit, and the days of the log. What they do in a running house is tried in the
//! program's own tests.

mod log;
mod rules;
