//! The slice's rows. Every function takes the unit of work, which knows who acts and when.

pub mod links;
pub mod people;
pub mod sessions;
