//! When does this go? The one place that answers (I12): for the seal beside an item, for *My data*, for previews and
//! announcements, and for the keeper, which takes a thing on the day that all of these show.
//!
//! The answer follows from the statement's periods ([`Rules`]) and from what is known of a container ([`Known`]): who
//! plays which part in it, in which roles, and what has happened. Nothing here reads a store or a clock.

mod goes;
mod known;
mod rules;
mod term;

pub use goes::{Goes, last_day};
pub use known::{Facts, Known};
pub use rules::{Gap, Rule, Rules, categories_of, gaps, holds_container_row};
pub use term::Term;

/// The container of one person's own file.
const PERSON: &str = "person";
/// The part that a person plays in the own file.
const SELF: &str = "self";

/// A person's role in the sense of the inventory: where `person.role` stands.
pub const ROLE_ITEM: &str = "person.role";

/// The mark of a legal hold, kept among the events: about a person or a container, at the first instant after its last
/// day. A hold on a person holds every container in which the person plays a part.
pub const HELD_UNTIL: &str = "held-until";
