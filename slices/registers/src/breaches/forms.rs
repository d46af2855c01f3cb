//! What the forms about a breach mean.

use http::{Faults, Fields, FromFields};
use jiff::civil::{Date, DateTime};
use kernel::Uuid;

use super::model::Risk;

/// The longest text, in signs.
pub(super) const LONGEST: usize = 4000;
/// The longest line, in signs.
const LONGEST_LINE: usize = 200;

/// A day and a time of day, from two fields.
fn moment(fields: &Fields, faults: &mut Faults) -> Option<DateTime> {
    let (date, time) = (fields.date("on", faults), fields.time("at", faults));
    Some(date?.to_datetime(time?))
}

/// A breach was discovered.
pub(super) struct RecordForm {
    pub(super) what: String,
    /// When, in the organisation's zone.
    pub(super) aware: DateTime,
    pub(super) categories: Vec<String>,
    pub(super) risk: Risk,
}

impl FromFields for RecordForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        let what = fields.text("what", LONGEST, faults);
        let aware = moment(fields, faults);
        let categories: Vec<String> = fields.all("categories").map(str::to_owned).collect();
        if categories.is_empty() {
            faults.add("categories", "form-choose");
        }
        let risk = fields.parse_with("risk", faults, Risk::from_key);
        Some(Self { what, aware: aware?, categories, risk: risk? })
    }
}

/// What it may lead to, and what is done.
pub(super) struct DescribeForm {
    pub(super) risk: Risk,
    pub(super) consequences: String,
    pub(super) measures: String,
    /// Why the authority is told late.
    pub(super) delay: String,
}

impl FromFields for DescribeForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        let risk = fields.parse_with("risk", faults, Risk::from_key);
        let consequences = fields.text_or_empty("consequences", LONGEST, faults);
        let measures = fields.text_or_empty("measures", LONGEST, faults);
        let delay = fields.text_or_empty("delay", LONGEST, faults);
        Some(Self { risk: risk?, consequences, measures, delay })
    }
}

/// The authority was told.
pub(super) struct AuthorityForm {
    pub(super) told: DateTime,
    pub(super) reference: String,
}

impl FromFields for AuthorityForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        let told = moment(fields, faults);
        let reference = fields.line_or_empty("reference", LONGEST_LINE, faults);
        Some(Self { told: told?, reference })
    }
}

/// Whom it concerns.
pub(super) enum PeopleForm {
    /// Everyone of whom something in the breach's categories is held.
    All,
    /// Everyone in a role.
    Role(String),
    /// The people of a trajectory, or one person.
    Number(Uuid),
    /// Everyone whose data an account has opened from one day to another.
    Looks { account: Uuid, from: Date, until: Date },
}

impl FromFields for PeopleForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        let number = |faults: &mut Faults| fields.parse::<Uuid>("number", faults);
        match fields.get("whom") {
            "all" => Some(Self::All),
            "role" => Some(Self::Role(fields.parse_with("role", faults, |typed| Some(typed.to_owned()))?)),
            "number" => Some(Self::Number(number(faults)?)),
            "looks" => {
                let account = number(faults);
                let (from, until) = (fields.date("from", faults), fields.date("until", faults));
                Some(Self::Looks { account: account?, from: from?, until: until? })
            }
            _ => {
                faults.add("whom", "form-choose");
                None
            }
        }
    }
}

/// What the people are told, or why they are not.
pub(super) struct TellForm {
    pub(super) text: String,
    pub(super) untold: String,
}

impl FromFields for TellForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        let text = fields.text_or_empty("text", LONGEST, faults);
        let untold = fields.text_or_empty("untold", LONGEST, faults);
        if text.is_empty() == untold.is_empty() {
            faults.add("text", "registers-fault-one-of-two");
        }
        Some(Self { text, untold })
    }
}
