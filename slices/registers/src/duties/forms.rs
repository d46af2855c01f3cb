//! What the form of a confirmation means.

use http::{Faults, Fields, FromFields};

use super::store::Outcome;

/// The longest note, in signs.
pub(super) const LONGEST_NOTE: usize = 2000;
/// The longest name of a document, in signs.
const LONGEST_DOCUMENT: usize = 200;

/// What was found of a clause.
pub(super) struct ConfirmForm {
    pub(super) outcome: Outcome,
    pub(super) note: String,
    /// Where the proof lies; may be empty.
    pub(super) document: String,
}

impl FromFields for ConfirmForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        let outcome = fields.parse_with("outcome", faults, Outcome::from_key);
        let note = fields.text("note", LONGEST_NOTE, faults);
        let document = fields.line_or_empty("document", LONGEST_DOCUMENT, faults);
        Some(Self { outcome: outcome?, note, document })
    }
}
