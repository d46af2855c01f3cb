//! Every kind of rule, with its data. The name of each struct's node in a statement stands in its first line.

mod data;
mod entry;
mod outside;
mod people;
mod running;

use serde::Serialize;

pub use super::parts::Purpose;
pub use data::{About, Activity, Announce, BasisRule, Category, Excluded, GUEST, Item, Keep, Never, Read, RuledOut};
pub use entry::{AgeGate, Cookie, Field, Invitation, Password, SecondFactor, SignIn, Throttle, Unsent};
pub use outside::{Agreement, Consent, Disclosure, Mailing, Publish, Recipient, Report, Share};
pub use people::{
    Alternative, Changes, Contact, Declaration, Feedback, Notice, Notify, Rights, SelfService, Step, Undertaking,
    Warning,
};
pub use running::{
    Backup, BreakGlass, Counts, Encryption, GroupFigures, Invoices, Links, Move, Recording, Review, Uploads,
};

macro_rules! rules {
    ($($(#[$doc:meta])* $variant:ident = $word:literal),+ $(,)?) => {
        /// Every kind of rule.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
        #[serde(tag = "kind", rename_all = "kebab-case")]
        pub enum Rule { $($(#[$doc])* $variant($variant)),+ }

        impl Rule {
            /// The node's word in a statement.
            pub const fn kind(&self) -> &'static str {
                match self { $(Self::$variant(_) => $word),+ }
            }

            /// The clause's id.
            pub fn clause(&self) -> &str {
                match self { $(Self::$variant(rule) => &rule.clause),+ }
            }

            /// Gives the clause its id.
            pub(crate) fn set_clause(&mut self, id: &str) {
                match self { $(Self::$variant(rule) => id.clone_into(&mut rule.clause)),+ }
            }

            /// Every kind's word, in the order of the documentation.
            pub const KINDS: &'static [&'static str] = &[$($word),+];
        }

        $(impl AsRule for $variant {
            fn of(rule: &Rule) -> Option<&Self> {
                match rule { Rule::$variant(inner) => Some(inner), _ => None }
            }
        })+
    };
}

/// A rule's data, to be picked out of a [`Rule`].
pub trait AsRule: Sized {
    /// The data, when the rule is of this kind.
    fn of(rule: &Rule) -> Option<&Self>;
}

rules! {
    /// Free prose.
    About = "about",
    /// What the organisation does.
    Activity = "activity",
    /// What for.
    Purpose = "purpose",
    /// What is held.
    Category = "category",
    /// Who reads it.
    Read = "read",
    /// Who never reads it.
    Never = "never read",
    /// How long.
    Keep = "keep",
    /// Told before it goes.
    Announce = "announce",
    /// Free questions.
    Consent = "consent",
    /// Who outside receives something.
    Recipient = "recipient",
    /// Who never will.
    Excluded = "never recipient",
    /// What is never done.
    RuledOut = "never do",
    /// Disclosure grounds.
    Disclosure = "disclose",
    /// Reports about known people.
    Report = "report",
    /// Sign-in.
    SignIn = "sign-in",
    /// Passwords.
    Password = "password",
    /// Second factors.
    SecondFactor = "second-factor",
    /// Attempts.
    Throttle = "throttle",
    /// Notification mails.
    Notify = "notify",
    /// Cookies.
    Cookie = "cookie",
    /// What waits on somebody's own device.
    Unsent = "unsent",
    /// Mailings.
    Mailing = "mailing",
    /// Invitations.
    Invitation = "invitation",
    /// Form fields.
    Field = "field",
    /// Age.
    AgeGate = "age",
    /// Undertakings of staff.
    Undertaking = "undertaking",
    /// Who is told of danger.
    Warning = "warn",
    /// The rights desk.
    Rights = "rights",
    /// What people do themselves.
    SelfService = "self-service",
    /// Changes of the statement.
    Changes = "changes",
    /// Counts of visits.
    Counts = "counts",
    /// Group figures.
    GroupFigures = "group-figures",
    /// Regular reviews.
    Review = "review",
    /// Backups.
    Backup = "backup",
    /// Break-glass.
    BreakGlass = "break-glass",
    /// Recordings.
    Recording = "recording",
    /// Moves between storages.
    Move = "move",
    /// Notices.
    Notice = "notice",
    /// Publication.
    Publish = "publish",
    /// Links of one's own.
    Share = "share",
    /// Feedback.
    Feedback = "feedback",
    /// Files.
    Uploads = "uploads",
    /// Links to other sites.
    Links = "links",
    /// Invoices.
    Invoices = "invoices",
    /// Encryption.
    Encryption = "encryption",
    /// Alternatives.
    Alternative = "alternative",
    /// Contact.
    Contact = "contact",
    /// Declarations.
    Declaration = "declare",
}
