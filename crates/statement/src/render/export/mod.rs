//! What an organisation must be able to show of its processing, made of the same plan as the public page (I12):
//! record of processing, processors' annex, transfers, the start of an impact assessment, and all of it for machines.
//!
//! Nothing here is filled in by hand, so nothing can drift away from what the program does. What the law asks and the
//! statement does not say is named as missing.

mod annex;
mod assessment;
mod csv;
mod document;
mod dpv;
mod facts;
mod record;

use kernel::{
    Language,
    words::{Text, Voice},
};

use super::speaker::Speaker;
use crate::Plan;
pub use document::{Document, Entry, Fact, Part};
pub use record::{Answer, answers};

/// The words of the exports, in every language.
pub const TEXTS: [Text; 3] = [
    Text { language: Language::En, fluent: include_str!("../../../words/export.en.ftl") },
    Text { language: Language::Nl, fluent: include_str!("../../../words/export.nl.ftl") },
    Text { language: Language::Sv, fluent: include_str!("../../../words/export.sv.ftl") },
];

/// A form in which a statement is written out for those who must show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The record of processing activities (GDPR Art. 30(1)), to read.
    RopaHtml,
    /// The same record as a table, for a spreadsheet.
    RopaCsv,
    /// What an agreement with each processor has to describe (GDPR Art. 28(3)).
    Annex,
    /// What leaves the European Economic Area, and on what ground (GDPR Chapter V).
    Transfers,
    /// The start of an impact assessment (GDPR Art. 35(7)).
    Dpia,
    /// The statement in the words of the Data Privacy Vocabulary 2.3, as JSON-LD.
    Dpv,
}

impl Form {
    /// Every form, in the order in which they are offered.
    pub const ALL: [Self; 6] = [Self::RopaHtml, Self::RopaCsv, Self::Annex, Self::Transfers, Self::Dpia, Self::Dpv];

    /// The word on the command line and in addresses.
    pub const fn key(self) -> &'static str {
        match self {
            Self::RopaHtml => "ropa-html",
            Self::RopaCsv => "ropa-csv",
            Self::Annex => "annex",
            Self::Transfers => "transfers",
            Self::Dpia => "dpia",
            Self::Dpv => "dpv",
        }
    }

    /// The form of a word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.key() == key)
    }

    /// What it is called and what it is good for, in a language.
    pub fn title(self, language: Language) -> (String, String) {
        let voice = voice(language);
        let key = self.key();
        (voice.say(&format!("export-form-{key}")), voice.say(&format!("export-about-{key}")))
    }

    /// The media type of the file.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::RopaHtml | Self::Annex | Self::Transfers | Self::Dpia => "text/html; charset=utf-8",
            Self::RopaCsv => "text/csv; charset=utf-8",
            Self::Dpv => "application/ld+json",
        }
    }

    /// The ending of the file's name.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::RopaHtml | Self::Annex | Self::Transfers | Self::Dpia => "html",
            Self::RopaCsv => "csv",
            Self::Dpv => "jsonld",
        }
    }
}

/// The words of the exports alone, where there is no plan to speak of.
fn voice(language: Language) -> Voice {
    Speaker::words(language)
}

/// A form that people read, as a document; `None` for those that machines read.
pub fn document(plan: &Plan, form: Form, language: Language) -> Option<Document> {
    let speaker = Speaker::new(plan, language);
    match form {
        Form::RopaHtml => Some(record::document(&speaker)),
        Form::Annex => Some(annex::document(&speaker)),
        Form::Transfers => Some(annex::transfers(&speaker)),
        Form::Dpia => Some(assessment::document(&speaker)),
        Form::RopaCsv | Form::Dpv => None,
    }
}

/// The whole file of a form.
///
/// # Errors
/// When JSON cannot be written, which plain values do not bring about.
pub fn file(plan: &Plan, form: Form, language: Language) -> Result<String, serde_json::Error> {
    let speaker = Speaker::new(plan, language);
    match form {
        Form::RopaCsv => Ok(record::table(&speaker)),
        Form::Dpv => dpv::json(plan),
        Form::RopaHtml | Form::Annex | Form::Transfers | Form::Dpia => {
            Ok(document(plan, form, language).map(|document| document.to_page()).unwrap_or_default())
        }
    }
}
