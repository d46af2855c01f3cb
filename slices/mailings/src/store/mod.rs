//! Consents, mailings and links, as they are kept.

pub mod consents;
pub mod links;
pub mod mailings;
