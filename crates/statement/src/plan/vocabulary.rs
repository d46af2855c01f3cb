//! The closed vocabularies of the language: each word once, with its spelling in a statement.

/// A word of a closed vocabulary.
pub trait Word: Copy {
    /// All spellings.
    fn words() -> &'static [&'static str];
    /// The word of a spelling.
    fn from_word(word: &str) -> Option<Self>;
}

/// Declares an enum whose variants are words of the language.
macro_rules! vocabulary {
    ($($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_doc])* $variant),+ }

        impl $name {
            /// All words, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// All spellings, in the same order.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// The spelling in a statement.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The word of a spelling.
            pub fn from_key(key: &str) -> Option<Self> {
                match key { $($word => Some(Self::$variant),)+ _ => None }
            }
        }

        impl Word for $name {
            fn words() -> &'static [&'static str] { Self::WORDS }
            fn from_word(word: &str) -> Option<Self> { Self::from_key(word) }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result { f.write_str(self.key()) }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, s: S) -> ::std::result::Result<S::Ok, S::Error> {
                s.serialize_str(self.key())
            }
        }
    )+};
}

vocabulary! {
    /// The legal ground of processing (GDPR Art. 6(1)).
    Basis {
        /// Art. 6(1)(a).
        Consent = "consent",
        /// Art. 6(1)(b).
        Contract = "contract",
        /// Art. 6(1)(c).
        LegalObligation = "legal-obligation",
        /// Art. 6(1)(d).
        VitalInterest = "vital-interest",
        /// Art. 6(1)(e).
        PublicTask = "public-task",
        /// Art. 6(1)(f).
        LegitimateInterest = "legitimate-interest",
    }
    /// Under which condition a role reads a category.
    When {
        /// The reader is the person whom the data is about (or the one who wrote it for themselves).
        Own = "own",
        /// The data was shared with the reader by someone who may.
        SharedWithThem = "shared-with-them",
        /// The reader is a party of the same container, for instance the coach of the trajectory.
        InRelation = "in-relation",
        /// The reader is enrolled in, or staff of, the same course.
        SameCourse = "same-course",
        /// The reader takes part in, or runs, the same training.
        SameTraining = "same-training",
        /// After what the data belongs to was completed.
        AfterCompletion = "after-completion",
        /// After stating a reason, which is logged.
        StatingReason = "stating-reason",
        /// Only under the break-glass rule.
        BreakGlass = "break-glass",
        /// Only while the person's consent stands.
        WithConsent = "with-consent",
    }
    /// Whether a category is about known people or about visits.
    CategoryKind {
        /// Data about a person.
        Personal = "personal",
        /// Data about visits to the site, kept apart from personal data.
        Visitor = "visitor",
    }
    /// Where data comes from (GDPR Art. 14(2)(f)).
    Source {
        /// The person gave it.
        You = "you",
        /// The organisation's manager gave it.
        Manager = "manager",
        /// The coach or lecturer wrote it.
        Coach = "coach",
        /// The employer or another sponsor gave it.
        Sponsor = "sponsor",
        /// The system noted it by itself.
        System = "system",
    }
    /// The part that a recipient plays (GDPR Art. 4).
    RecipientRole {
        /// Works on the organisation's behalf.
        Processor = "processor",
        /// Decides for itself.
        Controller = "controller",
        /// Decides together with the organisation.
        JointController = "joint-controller",
        /// A public authority.
        Authority = "authority",
    }
    /// The ground of a transfer out of the European Economic Area (GDPR Chapter V).
    Safeguard {
        /// Art. 45: the Commission found the country's protection adequate.
        Adequacy = "adequacy",
        /// Art. 46(2)(c): standard contractual clauses.
        StandardContractualClauses = "standard-contractual-clauses",
        /// Art. 47: binding corporate rules.
        BindingCorporateRules = "binding-corporate-rules",
        /// Art. 49(1)(a): explicit consent.
        ExplicitConsent = "explicit-consent",
    }
    /// A family of foreign law that recipients may not be under.
    Jurisdiction {
        /// Law of the United States that compels access: FISA 702, the CLOUD Act.
        UsSurveillanceLaw = "us-surveillance-law",
        /// Chinese intelligence and data law.
        CnSurveillanceLaw = "cn-surveillance-law",
        /// Russian surveillance law.
        RuSurveillanceLaw = "ru-surveillance-law",
        /// Anything outside the European Economic Area.
        OutsideEea = "outside-eea",
    }
    /// Why something may be disclosed outside.
    Ground {
        /// The law forces it.
        Law = "law",
        /// The person agreed.
        Consent = "consent",
        /// The agreement with the person needs it.
        Contract = "contract",
        /// Someone showed a legal claim.
        LegalClaim = "legal-claim",
        /// To protect rights or property.
        Rights = "rights",
        /// To keep people safe.
        Safety = "safety",
        /// To find or stop fraud.
        Fraud = "fraud",
    }
    /// Practices that an organisation can rule out.
    Practice {
        /// Selling personal data.
        Sale = "sale",
        /// Advertising of any kind.
        Advertising = "advertising",
        /// Mailings to sell something.
        Marketing = "marketing",
        /// Measuring people's behaviour.
        Analytics = "analytics",
        /// Trackers of others.
        Trackers = "trackers",
        /// Anything loaded from another site.
        ThirdPartyContent = "third-party-content",
        /// A connection to a service that the statement does not name.
        UndeclaredConnections = "undeclared-connections",
        /// Decisions about people by a machine alone (GDPR Art. 22).
        AutomatedDecisions = "automated-decisions",
        /// Profiles of people.
        Profiling = "profiling",
        /// Training of models with people's data.
        ModelTraining = "model-training",
        /// Using data for another purpose than it was asked for.
        OtherPurposes = "other-purposes",
        /// Accounts shared by several people.
        SharedAccounts = "shared-accounts",
        /// Real people's data in test systems.
        RealDataInTests = "real-data-in-tests",
        /// Names in page addresses, logs or error messages.
        NamesInAddresses = "names-in-addresses",
        /// Passwords in mails.
        MailedPasswords = "mailed-passwords",
        /// Downloads of recordings by participants.
        DownloadOfRecordings = "download-of-recordings",
        /// Passing on what was seen or heard.
        PassingOn = "passing-on",
        /// Use of the data by a processor for itself.
        UseByProcessors = "use-by-processors",
        /// Consents ticked beforehand.
        PreTickedConsent = "pre-ticked-consent",
    }
    /// How a person signs in.
    SignInMethod {
        /// A user name or address with a password.
        Password = "password",
        /// A passkey.
        Passkey = "passkey",
        /// A single-use link by mail.
        MailedLink = "mailed-link",
        /// The organisation's own identity provider.
        IdentityProvider = "identity-provider",
    }
    /// A second factor.
    Factor {
        /// A passkey.
        Passkey = "passkey",
        /// A code of an authenticator app.
        Totp = "totp",
        /// A code by SMS.
        Sms = "sms",
        /// Printed recovery codes.
        RecoveryCodes = "recovery-codes",
    }
    /// Where cookies are set.
    CookiePlace {
        /// Only after signing in.
        Members = "members",
        /// While one signs in with the organisation's own provider.
        SignIn = "sign-in",
        /// On every page.
        Everywhere = "everywhere",
    }
    /// What a mailing is for.
    MailingKind {
        /// Needed for the service itself.
        Service = "service",
        /// Reminders that a person asked for.
        Reminder = "reminder",
        /// Invitations and offers.
        Invitation = "invitation",
        /// A newsletter.
        Newsletter = "newsletter",
        /// A survey.
        Survey = "survey",
        /// Advertising.
        Marketing = "marketing",
    }
    /// What a person can do without asking anyone.
    SelfAct {
        /// See all that is held.
        See = "see",
        /// Correct it.
        Correct = "correct",
        /// Delete one's account with all that is known.
        Erase = "erase",
        /// Take oneself out of one place (a gallery, a forum).
        Remove = "remove",
        /// Take a copy along.
        TakeAlong = "take-along",
        /// Freeze it.
        Restrict = "restrict",
    }
    /// The rights of GDPR Chapter III.
    Right {
        /// Art. 15.
        Inspection = "inspection",
        /// Art. 16.
        Rectification = "rectification",
        /// Art. 17.
        Erasure = "erasure",
        /// Art. 17, all but the contact details.
        ErasureButContact = "erasure-but-contact",
        /// Art. 18.
        Restriction = "restriction",
        /// Art. 20.
        Portability = "portability",
        /// Art. 21.
        Objection = "objection",
        /// Art. 7(3).
        Withdrawal = "withdrawal",
        /// Art. 77.
        Complaint = "complaint",
    }
    /// Where a notice stands.
    NoticePlace {
        /// On the registration form.
        Registration = "registration",
        /// On the first page after the first sign-in.
        FirstSignIn = "first-sign-in",
        /// Before a live meeting begins.
        WaitingRoom = "waiting-room",
        /// In the meeting itself.
        Meeting = "meeting",
        /// Where a recording is played.
        Playback = "playback",
        /// Beside the address for mail.
        Contact = "contact",
        /// Where a file is put in.
        Upload = "upload",
    }
    /// How people are reached.
    Channel {
        /// By mail.
        Mail = "mail",
        /// On the page after signing in.
        SignIn = "sign-in",
        /// By SMS.
        Sms = "sms",
    }
    /// What happens to people under an age.
    BelowAge {
        /// They cannot register.
        Refuse = "refuse",
        /// A parent or guardian must agree.
        Guardian = "guardian",
    }
}
