//! What the form of a mailing means.

use http::{Faults, Fields, FromFields};
use kernel::Language;

/// The longest subject, in signs. RFC 5322 §2.1.1 has lines of 78 at best.
pub const LONGEST_SUBJECT: usize = 120;
/// The longest text, in signs.
pub const LONGEST_TEXT: usize = 10_000;

/// The fields of one language: its subject and its text.
pub const fn fields(language: Language) -> (&'static str, &'static str) {
    match language {
        Language::En => ("subject-en", "text-en"),
        Language::Nl => ("subject-nl", "text-nl"),
        Language::Sv => ("subject-sv", "text-sv"),
    }
}

/// What was written in one language.
#[derive(Clone, Debug)]
pub struct Typed {
    /// The language.
    pub language: Language,
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
}

/// A mailing as it was written.
pub struct MailingForm {
    /// The statement's key of what is mailed.
    pub kind: String,
    /// In one language or more.
    pub texts: Vec<Typed>,
}

impl FromFields for MailingForm {
    fn from_fields(sent: &Fields, faults: &mut Faults) -> Option<Self> {
        let kind = sent.line("kind", 80, faults);
        let mut texts = Vec::new();
        for language in Language::ALL {
            let (about, text) = fields(language);
            if sent.get(about).trim().is_empty() && sent.get(text).trim().is_empty() {
                continue;
            }
            // A language is written whole or not at all.
            let subject = sent.line(about, LONGEST_SUBJECT, faults);
            texts.push(Typed { language, subject, text: sent.text(text, LONGEST_TEXT, faults) });
        }
        if texts.is_empty() {
            faults.add(fields(Language::En).0, "mailings-fault-no-text");
        }
        Some(Self { kind, texts })
    }
}
