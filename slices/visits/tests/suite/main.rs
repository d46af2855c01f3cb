//! Visits: what is kept of a request, what is counted of it, and what looks like misuse. What they do in a running house is
//! tried in the program's own tests.
#![expect(clippy::unwrap_used, reason = "a test stops where it fails")]

mod capacity;
mod line;
mod misuse;
mod popular;
