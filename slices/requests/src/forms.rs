//! What the forms of requests mean.

use http::{Faults, Fields, FromFields};
use jiff::civil::Date;
use kernel::Uuid;
use post::Address;
use statement::plan::Right;

use crate::model::{Channel, Verdict};

/// The longest text, in signs.
pub const LONGEST: usize = 5000;
/// The longest name or address, in signs.
pub const LONGEST_LINE: usize = 254;

fn kind(fields: &Fields, faults: &mut Faults) -> Option<Right> {
    fields.parse_with("kind", faults, Right::from_key)
}

/// Asking, from the own account.
pub struct AskForm {
    /// Which right.
    pub kind: Right,
    /// In one's own words.
    pub words: String,
}

impl FromFields for AskForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        let (kind, words) = (kind(fields, faults), fields.text("words", LONGEST, faults));
        Some(Self { kind: kind?, words })
    }
}

/// Asking, without an account.
pub struct OpenForm {
    /// What is asked.
    pub ask: AskForm,
    /// The address that the link goes to.
    pub email: Address,
}

impl FromFields for OpenForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        let ask = AskForm::from_fields(fields, faults);
        let typed = fields.get("email").trim();
        let email = typed.parse().ok();
        if email.is_none() {
            faults.add("email", if typed.is_empty() { "form-missing" } else { "form-not-an-address" });
        }
        Some(Self { ask: ask?, email: email? })
    }
}

/// Why an answer takes longer.
pub struct ReasonForm {
    /// The reason.
    pub reason: String,
}

impl FromFields for ReasonForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        Some(Self { reason: fields.text("reason", LONGEST, faults) })
    }
}

/// A line or a step.
pub struct TextForm {
    /// The text.
    pub text: String,
}

impl FromFields for TextForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        Some(Self { text: fields.text("text", LONGEST, faults) })
    }
}

/// What came by letter or telephone.
pub struct EntryForm {
    /// What is asked.
    pub ask: AskForm,
    /// How it came.
    pub channel: Channel,
    /// On which day.
    pub received: Date,
    /// Who asks.
    pub name: String,
    /// How the asker is reached.
    pub address: String,
}

impl FromFields for EntryForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        let by_hand = |key: &str| Channel::from_key(key).filter(|channel| Channel::BY_HAND.contains(channel));
        let ask = AskForm::from_fields(fields, faults);
        let channel = fields.parse_with("channel", faults, by_hand);
        let received = fields.date("received", faults);
        let name = fields.line("name", LONGEST_LINE, faults);
        let address = fields.line("address", LONGEST_LINE, faults);
        Some(Self { ask: ask?, channel: channel?, received: received?, name, address })
    }
}

impl Channel {
    /// The ways of which an officer tells.
    pub const BY_HAND: [Self; 3] = [Self::Letter, Self::Telephone, Self::Otherwise];
}

/// How the asker showed who they are.
pub struct IdentityForm {
    /// In words.
    pub how: String,
    /// The number of the account that is theirs, if they have one.
    pub number: Option<Uuid>,
}

impl FromFields for IdentityForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        let how = fields.text("how", LONGEST, faults);
        let number = match fields.get("number").trim() {
            "" => None,
            typed => {
                let number = typed.parse().ok();
                if number.is_none() {
                    faults.add("number", "requests-fault-number");
                }
                number
            }
        };
        Some(Self { how, number })
    }
}

/// The answer.
pub struct AnswerForm {
    /// How the request ends.
    pub verdict: Verdict,
    /// What the asker is told.
    pub text: String,
    /// Whether the officer has seen what an erasure takes.
    pub confirmed: bool,
}

impl FromFields for AnswerForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        let outcome = fields.get("outcome");
        let verdict = Verdict::from_keys(outcome, Some(fields.get("ground")));
        match (verdict, outcome) {
            (Some(_), _) => {}
            (None, "partly" | "refused") => faults.add("ground", "requests-fault-ground"),
            (None, _) => faults.add("outcome", "form-choose"),
        }
        let text = fields.text("text", LONGEST, faults);
        Some(Self { verdict: verdict?, text, confirmed: fields.has("confirmed") })
    }
}
