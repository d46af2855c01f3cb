//! What people are asked, what they answered, and what is mailed to them.

use access::{Guarded, Resource};
use kernel::{Language, Member, PersonId, Timestamp, id::Id as _};
use organisation::{Organisation, pages::Failure};
use statement::{
    Plan,
    plan::{Consent, Mailing as Kind},
};
use store::{Cell, Sealed, Work, ledger::Hash};

use crate::inventory::{DRAFT, MAILING, SENT};

kernel::id! {
    /// An answer to a consent's question.
    AnswerId,
    /// A mailing.
    MailingId,
    /// The text of a mailing in one language.
    TextId,
    /// A link of a mail.
    LinkId,
}

/// A consent that mailings rest on, with those mailings.
#[derive(Clone, Debug)]
pub struct Question<'a> {
    /// The consent.
    pub consent: &'a Consent,
    /// What is mailed to whoever agrees.
    pub kinds: Vec<&'a Kind>,
}

impl<'a> Question<'a> {
    /// Every such consent of the statement. Others ask for what the program does not do yet, and are not shown.
    pub fn all(plan: &'a Plan) -> impl Iterator<Item = Self> {
        plan.consents().filter_map(|consent| {
            let kinds: Vec<&Kind> =
                plan.all::<Kind>().filter(|kind| kind.consent.as_ref() == Some(&consent.key)).collect();
            (!kinds.is_empty()).then_some(Self { consent, kinds })
        })
    }

    /// The one with this key.
    pub fn find(plan: &'a Plan, key: &str) -> Option<Self> {
        Self::all(plan).find(|question| question.consent.key == key)
    }

    /// The one that a clause of the statement puts.
    pub fn of_clause(plan: &'a Plan, clause: &str) -> Option<Self> {
        Self::all(plan).find(|question| question.consent.clause == clause)
    }

    /// The one on which a kind of mailing rests.
    pub fn behind(plan: &'a Plan, kind: &str) -> Option<(Self, &'a Kind)> {
        let kind = plan.all::<Kind>().find(|known| known.key == kind)?;
        Some((Self::find(plan, kind.consent.as_ref()?)?, kind))
    }

    /// Whether it is put to somebody with these roles.
    pub fn is_for(&self, member: &Member) -> bool {
        self.consent.of.as_ref().is_none_or(|of| member.roles.iter().any(|role| *role.key == **of))
    }

    /// The hash of all that somebody agrees to: who asks, the question, what for, about which data, and what is mailed, in
    /// every language. Other words are another question, and it is put anew.
    pub fn wording(&self, plan: &Plan) -> Hash {
        let mut parts = vec![plan.controller().name.as_str(), &self.consent.key];
        let asked = self
            .consent
            .ask
            .iter()
            .chain(plan.purpose(&self.consent.purpose).into_iter().flat_map(|purpose| purpose.texts.iter()));
        parts.extend(asked.flat_map(|(language, text)| [language.tag(), text]));
        parts.extend(self.consent.categories.iter().map(String::as_str));
        for kind in &self.kinds {
            parts.extend([kind.key.as_str(), kind.kind.key()]);
            parts.extend(kind.names.iter().flat_map(|(language, name)| [language.tag(), name]));
        }
        let framed: Vec<u8> = parts
            .into_iter()
            .flat_map(|part| (part.len() as u64).to_be_bytes().into_iter().chain(part.bytes()))
            .collect();
        store::ledger::plain_hash(&framed)
    }
}

/// An answer, as it was given.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The statement's key of the consent.
    pub consent: String,
    /// The hash of what was agreed to.
    pub wording: Vec<u8>,
    /// The statement's version at that time.
    pub version: i64,
    /// When it was given.
    pub given: Timestamp,
    /// When it was withdrawn, or given anew to other words.
    pub withdrawn: Option<Timestamp>,
}

impl Answer {
    /// Whether it holds for these words.
    pub fn stands(&self, question: &Question<'_>, wording: &Hash) -> bool {
        self.consent == question.consent.key && self.withdrawn.is_none() && self.wording == wording
    }
}

/// A mailing without its text.
#[derive(Clone, Debug)]
pub struct Mailing {
    /// Its id.
    pub id: MailingId,
    /// The statement's key of what is mailed.
    pub kind: String,
    /// When it was written.
    pub written: Timestamp,
    /// When it was sent, and to how many; `None` while it is a draft.
    pub sent: Option<(Timestamp, i64)>,
    /// How many mailboxes turned out by it to be no more.
    pub returned: i64,
}

impl Mailing {
    /// The state of the container.
    pub fn state(&self) -> &'static str {
        if self.sent.is_some() { SENT } else { DRAFT }
    }
}

impl Guarded for Mailing {
    fn resource(&self) -> Resource {
        about(self.id, self.state())
    }
}

/// Its text in one language.
pub struct Text {
    /// The language.
    pub language: Language,
    /// The subject.
    pub subject: Sealed,
    /// The text.
    pub body: Sealed,
}

/// A mailing with its texts.
pub struct Written {
    /// The mailing.
    pub mailing: Mailing,
    /// Its texts, one for each language in which it was written.
    pub texts: Vec<Text>,
}

impl Guarded for Written {
    fn resource(&self) -> Resource {
        self.mailing.resource()
    }
}

/// What a link is for: it does that and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// It stops mailings.
    Stop,
    /// It has contact details erased.
    Erase,
}

impl Purpose {
    /// The word that is kept.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Stop => "stop",
            Self::Erase => "erase",
        }
    }

    /// The path of its page.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Stop => "/stop-mailings",
            Self::Erase => "/erase-contact",
        }
    }
}

/// A link that was found.
#[derive(Clone, Debug)]
pub struct Found {
    /// Its id.
    pub id: LinkId,
    /// Whose mail it stood in.
    pub person: PersonId,
    /// The statement's key of the consent on which the mail rested.
    pub consent: String,
    /// When it was used up.
    pub used: Option<Timestamp>,
}

/// Asks the rights desk to erase what is held of somebody, on the strength of a link that was mailed to that person. Gives
/// the first instant at which the answer is overdue; [`Failure::Absent`] where the statement has no such desk.
pub type AskErasure = fn(&Organisation, &mut Work<'_>, PersonId) -> Result<Timestamp, Failure>;

/// The container of a mailing.
pub fn about(id: MailingId, state: &'static str) -> Resource {
    Resource { container: MAILING, id: id.uuid(), parties: Vec::new(), state: Some(state) }
}

/// Where a text of a mailing stands.
pub(crate) fn cell(column: &'static str, text: TextId, mailing: MailingId) -> Cell {
    Cell { table: "mailing_text", column, row: text.uuid(), holder: mailing.uuid(), also: None }
}
