//! Who may see what: the statement's reading rules and the product's own, compiled to Cedar policies, and the
//! decisions that come of them.
//!
//! - A [`Resource`] is the container that a decision is about: a trajectory, a person's file, the organisation.
//! - [`Unchecked`] holds a container's values until a decision about that container has been made.
//! - [`Access`] decides. Its answer is a [`Grant`], the only thing that opens seals (I2), or [`Refused`].
//! - [`Exception`] is what was asked for under a `break-glass` or `disclose` clause; it opens what the clause lets it.
//! - [`Restrictions`] holds who has restricted the use of their data. Every decision heeds it, without being asked to.
//! - [`Acceptances`] holds which undertakings staff have accepted. So every decision that shows others' data heeds it.
//! - [`Choices`] holds who stands on an earlier version of the statement. What a newer one widens does not reach them.
//!
//! There is one `Access` for each organisation, made from that organisation's plan. Organisations share no tables,
//! no keys and no people, so that entities need not name theirs (I13).

mod access;
mod choices;
mod compile;
mod exception;
#[cfg(test)]
mod fake;
mod grant;
#[cfg(any(test, feature = "proofs"))]
pub mod proofs;
mod remembered;
mod resource;
mod restrictions;
mod rules;
#[cfg(test)]
mod tests;
mod undertakings;

pub use access::{Access, AccessError};
pub use choices::{Choices, Earlier};
pub use exception::{Exception, HANDING_OVER, Over, lasting};
pub use grant::{Grant, Refused, Spares};
pub use resource::{Guarded, Resource, Unchecked};
pub use restrictions::Restrictions;
pub use rules::closed_to_exceptions;
pub use undertakings::{ACCEPTANCE_ITEM, Acceptances, TextHash, text_hash};
