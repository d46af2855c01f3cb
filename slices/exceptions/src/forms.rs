//! What the forms mean.

use http::{Faults, Fields, FromFields};
use jiff::civil::Date;
use kernel::Uuid;
use statement::plan::Ground;

use crate::model::Way;

/// The longest name of a recipient, and of a letter or order, in signs.
pub const LONGEST_LINE: usize = 120;
/// The longest address or reason, in signs.
pub const LONGEST_TEXT: usize = 1000;

/// A proposal.
pub struct ProposalForm {
    /// Whose data.
    pub person: Uuid,
    /// Which categories, by key.
    pub categories: Vec<String>,
    /// On which ground.
    pub ground: Ground,
    /// Who receives it.
    pub recipient: String,
    /// Where the recipient is reached by letter.
    pub place: String,
    /// Where by mail; may be empty.
    pub mail: String,
    /// The letter or order.
    pub reference: String,
    /// Why and until when the person is not told.
    pub silence: Option<SilenceForm>,
}

impl FromFields for ProposalForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        let person = fields.parse_with("number", faults, |typed| typed.parse().ok());
        let categories: Vec<_> = fields.all("categories").map(str::to_owned).collect();
        if categories.is_empty() {
            faults.add("categories", "form-choose");
        }
        let ground = fields.parse_with("ground", faults, Ground::from_key);
        let recipient = fields.line("recipient", LONGEST_LINE, faults);
        let place = fields.text("place", LONGEST_TEXT, faults);
        let mail = fields.line_or_empty("mail", LONGEST_LINE, faults);
        if !mail.is_empty() && mail.parse::<post::Address>().is_err() {
            faults.add("mail", "exceptions-fault-mail");
        }
        let reference = fields.line("reference", LONGEST_LINE, faults);
        let is_silent = !fields.get("untold").trim().is_empty() || !fields.get("until").is_empty();
        let silence = if is_silent { Some(SilenceForm::from_fields(fields, faults)?) } else { None };
        Some(Self { person: person?, categories, ground: ground?, recipient, place, mail, reference, silence })
    }
}

/// The person is not told yet, because the law forbids it.
pub struct SilenceForm {
    /// Which law.
    pub untold: String,
    /// On this day the person sees it.
    pub until: Date,
}

impl FromFields for SilenceForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        let untold = fields.text("untold", LONGEST_TEXT, faults);
        Some(Self { untold, until: fields.date("until", faults)? })
    }
}

/// How a recipient was told, when no mail did it.
pub struct TellingForm {
    /// By letter, or not at all.
    pub way: Way,
    /// Who wrote the letter and when, or why it is impossible.
    pub note: String,
}

impl FromFields for TellingForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        let typed = |key: &str| Way::from_key(key).filter(|way| matches!(way, Way::Letter | Way::Impossible));
        let way = fields.parse_with("way", faults, typed);
        let note = fields.text("note", LONGEST_TEXT, faults);
        Some(Self { way: way?, note })
    }
}
