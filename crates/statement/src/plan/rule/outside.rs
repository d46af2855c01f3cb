//! What leaves the organisation, and what people agree to.

use jiff::civil::Date;
use serde::Serialize;

use crate::plan::{
    parts::{Period, Texts},
    vocabulary::{Ground, Jurisdiction, MailingKind, RecipientRole, Safeguard},
};

/// `consent`: a question that the person answers freely.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Consent {
    /// The statement's key.
    pub key: String,
    /// The question.
    pub ask: Texts,
    /// The categories that rest on it.
    pub categories: Vec<String>,
    /// The purpose's key.
    pub purpose: String,
    /// Who is asked.
    pub of: Option<String>,
    /// Where it is withdrawn: `my-data`, `mail`.
    pub withdraw: String,
    /// The clause.
    pub clause: String,
}

impl Consent {
    /// The item that holds what people answered.
    pub const ITEM: &str = "consent.answer";
    /// Answers to the exercises of a programme, which nobody is asked for before consenting to their category.
    pub const ANSWERS: &str = "exercise.answer";
    /// What begins with that consent, and holds nothing without it.
    pub const ENROLMENT: &str = "enrolment";
}

/// An agreement with a recipient.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Agreement {
    /// The day on which it was signed.
    pub signed: Date,
    /// How often it is looked at again.
    pub review: Option<Period>,
    /// The document's name in the register.
    pub document: Option<String>,
}

/// `recipient`: someone outside who receives something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Recipient {
    /// The statement's key.
    pub key: String,
    /// Its name.
    pub names: Texts,
    /// What it does for the organisation.
    pub about: Texts,
    /// The part that it plays.
    pub role: RecipientRole,
    /// Where it works: ISO 3166-1 alpha-2.
    pub country: String,
    /// The law that it is under, when that is another country's than where it works.
    pub under: Vec<Jurisdiction>,
    /// The ground of a transfer out of the EEA.
    pub safeguard: Option<Safeguard>,
    /// The agreement.
    pub agreement: Option<Agreement>,
    /// What it receives.
    pub categories: Vec<String>,
    /// What for.
    pub purposes: Vec<String>,
    /// It stores or carries sealed data only and cannot read it.
    pub sealed: bool,
    /// The clause.
    pub clause: String,
}

/// `disclose`: the only grounds on which anything is handed to someone outside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Disclosure {
    /// The grounds.
    pub grounds: Vec<Ground>,
    /// How many people must agree.
    pub approvals: u32,
    /// Whether the person sees the register of disclosures.
    pub tell: bool,
    /// The clause.
    pub clause: String,
}

/// `mailing`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mailing {
    /// The statement's key.
    pub key: String,
    /// Its name.
    pub names: Texts,
    /// What it is for.
    #[serde(rename = "mailing_kind")]
    pub kind: MailingKind,
    /// The consent that it needs.
    pub consent: Option<String>,
    /// Each mail says how to stop them.
    pub stop: bool,
    /// Each mail says how to have one's contact details erased.
    pub erase: bool,
    /// The clause.
    pub clause: String,
}

impl Mailing {
    /// The item that holds what is mailed.
    pub const ITEM: &str = "mailing.text";
}

/// `report`: what someone outside the service may learn about known people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The statement's key.
    pub key: String,
    /// What it is.
    pub names: Texts,
    /// The recipient's key.
    pub to: String,
    /// The items in it, and no others.
    pub items: Vec<String>,
    /// The people know beforehand.
    pub told_before: bool,
    /// The clause.
    pub clause: String,
}

/// `publish`: data that the person lets everyone see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Publish {
    /// What.
    pub category: String,
    /// On which consent.
    pub consent: String,
    /// Whether search engines may keep it.
    pub search_engines: bool,
    /// The clause.
    pub clause: String,
}

/// `share`: the person shows it to others by a link of their own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Share {
    /// What.
    pub category: String,
    /// Who.
    pub by: String,
    /// The clause.
    pub clause: String,
}
