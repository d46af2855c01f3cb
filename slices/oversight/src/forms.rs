//! What the forms of oversight mean.

use http::{Faults, Fields, FromFields};
use jiff::civil::Date;
use kernel::Uuid;

use crate::model::Ground;

/// The longest reason, in signs.
pub const LONGEST_REASON: usize = 2000;

/// Laying a hold.
pub struct HoldForm {
    /// The kind of container; `person` for all of a person.
    pub kind: String,
    /// What is held.
    pub subject: Uuid,
    /// On what ground.
    pub ground: Ground,
    /// Why, for officers.
    pub reason: String,
    /// The last day.
    pub until: Date,
    /// Why the person is not told by mail yet; empty when the person is told.
    pub untold: String,
}

impl FromFields for HoldForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        let kind = fields.line("kind", 40, faults);
        let subject = fields.parse_with("number", faults, |typed| typed.trim().parse().ok());
        let ground = fields.parse_with("ground", faults, Ground::from_key);
        let reason = fields.text("reason", LONGEST_REASON, faults);
        let until = fields.date("until", faults);
        let untold = fields.text_or_empty("untold", LONGEST_REASON, faults);
        Some(Self { kind, subject: subject?, ground: ground?, reason, until: until?, untold })
    }
}

/// Moving the end of a hold.
pub struct EndForm {
    /// The last day.
    pub until: Date,
}

impl FromFields for EndForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        Some(Self { until: fields.date("until", faults)? })
    }
}
