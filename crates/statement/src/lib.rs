//! The statement language: an organisation's privacy statement as a typed program (X1).
//!
//! A statement is a KDL 2 file. [`check`](check::check) reads it into a [`Plan`] and tells every problem at once;
//! everything else of Troth (access, retention, seals, the public page) is computed from that plan. Nothing here does
//! input or output.

pub mod calendar;
pub mod check;
pub mod dates;
pub mod diagnostic;
pub mod difference;
pub mod explain;
pub mod plan;
mod read;
pub mod render;
mod syntax;
pub mod words;

pub use calendar::cutoff;
pub use check::{Checked, check};
pub use diagnostic::{Diagnostic, Severity, report, report_styled};
pub use difference::{Change, ChangeClass, difference};
pub use explain::explain;
pub use plan::{
    Basis, Category, Clause, Controller, Keep, Never, Password, Period, Plan, Purpose, Read, Role, Rule, State, Texts,
    Version, What, When,
};
pub use render::export;
