//! Following a programme: what is kept of it, what the coach finds, and what goes.
#![expect(clippy::unwrap_used, clippy::panic, reason = "the house belongs to tests alone")]

mod check_ins;
mod coaching;
mod declarations;
mod devices;
mod drafts;
mod house;
mod leaves;
mod outcomes;
mod paces;
mod rights;
mod sharing;
mod sheets;
mod versions;
