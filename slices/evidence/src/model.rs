//! What is found in the access log, and what is answered.

use jiff::Timestamp;
use kernel::{PersonId, Uuid};
use store::Sealed;

use crate::rules::Rule;

kernel::id! {
    /// A finding.
    FindingId,
    /// A review of the access log.
    ReviewId,
}

/// Something that does not fit, with its answer.
pub struct Found {
    /// Which.
    pub id: FindingId,
    /// The day whose access it is about.
    pub day: Uuid,
    /// Why it was raised.
    pub rule: Rule,
    /// Whom it is about.
    pub person: PersonId,
    /// How many lines it is about.
    pub looks: i64,
    /// When it was raised.
    pub raised: Timestamp,
    /// What was found out; `None` while it waits.
    pub answer: Option<Answer>,
}

/// What was found out.
pub struct Answer {
    /// In whose words.
    pub by: Option<PersonId>,
    /// When.
    pub at: Timestamp,
    /// The words.
    pub text: Sealed,
}
