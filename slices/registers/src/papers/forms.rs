//! What the forms about paper mean.

use http::{Faults, Fields, FromFields};
use jiff::civil::Date;
use kernel::Uuid;

/// The longest line, in signs.
const LONGEST: usize = 200;

/// Writing a paper down.
pub(super) struct PaperForm {
    /// The name as it stands on the paper.
    pub(super) name: String,
    /// The person or the trajectory that it is about, when there is one.
    pub(super) number: Option<Uuid>,
    pub(super) what: String,
    pub(super) place: String,
    /// The clause whose period it follows.
    pub(super) clause: String,
    /// The day from which that period runs.
    pub(super) from: Date,
}

impl FromFields for PaperForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        let name = fields.line("name", LONGEST, faults);
        let number = if fields.get("number").trim().is_empty() {
            Some(None)
        } else {
            fields.parse_with("number", faults, |typed| typed.parse().ok()).map(Some)
        };
        let what = fields.line("what", LONGEST, faults);
        let place = fields.line("place", LONGEST, faults);
        let clause = fields.parse_with("period", faults, |typed| Some(typed.to_owned()));
        let from = fields.date("from", faults);
        Some(Self { name, number: number?, what, place, clause: clause?, from: from? })
    }
}

/// It was shredded.
pub(super) struct ShredForm {
    /// By whom, by name.
    pub(super) name: String,
    /// When.
    pub(super) on: Date,
}

impl FromFields for ShredForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        let name = fields.line("name", LONGEST, faults);
        Some(Self { name, on: fields.date("on", faults)? })
    }
}
