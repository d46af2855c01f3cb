//! A request, its steps and its end.

use access::{Guarded, Resource};
use keeper::ActId;
use kernel::{PersonId, Timestamp, id::Id as _};
use statement::plan::Right;
use store::{Cell, Sealed};

use crate::inventory::{ASKED, CLOSED, OPEN};

kernel::id! {
    /// A request in the use of a right.
    RightsRequestId,
    /// A step of one.
    StepId,
}

/// Words that are kept, each with the key of what people read.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $key:literal, $word:literal);+ $(;)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$variant_doc])* $variant),+ }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word that is kept.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key),+ }
            }

            /// What a kept word means.
            pub fn from_key(key: &str) -> Option<Self> {
                match key { $($key => Some(Self::$variant),)+ _ => None }
            }

            /// The key of its words.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }
    )+};
}

words! {
    /// How a request came.
    Channel {
        /// From the asker's own account.
        Account = "account", "requests-channel-account";
        /// From the public page.
        Page = "page", "requests-channel-page";
        /// By the link of a mailing.
        Mailing = "mailing", "requests-channel-mailing";
        /// By letter; an officer entered it.
        Letter = "letter", "requests-channel-letter";
        /// By telephone; an officer entered it.
        Telephone = "telephone", "requests-channel-telephone";
        /// In another way; an officer entered it.
        Otherwise = "otherwise", "requests-channel-otherwise";
    }
    /// How the asker showed who they are.
    Identity {
        /// By signing in.
        Account = "account", "requests-identity-account";
        /// By opening the link that was mailed to the address.
        Link = "link", "requests-identity-link";
        /// In a way that an officer wrote down.
        Hand = "hand", "requests-identity-hand";
    }
    /// What was done about a request.
    StepKind {
        /// It came; the note holds the asker's words.
        Received = "received", "requests-step-received";
        /// The asker added a line.
        Line = "line", "requests-step-line";
        /// An officer wrote down how the asker showed who they are.
        Identity = "identity", "requests-step-identity";
        /// An officer did something.
        Step = "step", "requests-step-step";
        /// The answer takes longer; the note holds the reason.
        Extended = "extended", "requests-step-extended";
        /// It was answered; the note holds the answer.
        Closed = "closed", "requests-step-closed";
    }
    /// On what ground of the GDPR something is refused.
    Ground {
        /// It is not shown who asks (Art. 12(2) and (6)).
        Identity = "identity", "requests-ground-identity";
        /// Manifestly unfounded or excessive (Art. 12(5)).
        Excessive = "excessive", "requests-ground-excessive";
        /// It would harm the rights and freedoms of others (Art. 15(4), 20(4)).
        Others = "others", "requests-ground-others";
        /// What is held is right and complete (Art. 16).
        Accurate = "accurate", "requests-ground-accurate";
        /// It is still needed, and none of the reasons for erasure is there (Art. 17(1)).
        Needed = "needed", "requests-ground-needed";
        /// Freedom of expression and information (Art. 17(3)(a)).
        Expression = "expression", "requests-ground-expression";
        /// A legal obligation or a task of public interest (Art. 17(3)(b)).
        Obligation = "obligation", "requests-ground-obligation";
        /// Public health (Art. 17(3)(c)).
        Health = "health", "requests-ground-health";
        /// Archives, research and statistics (Art. 17(3)(d)).
        Archive = "archive", "requests-ground-archive";
        /// A claim at law (Art. 17(3)(e)).
        Claim = "claim", "requests-ground-claim";
        /// None of the reasons for a restriction is there (Art. 18(1)).
        Unrestricted = "unrestricted", "requests-ground-unrestricted";
        /// The right does not fit the ground on which the data is used (Art. 7(3), 20(1), 21(1)).
        OtherBasis = "other-basis", "requests-ground-other-basis";
        /// Compelling grounds that weigh more (Art. 21(1)).
        Compelling = "compelling", "requests-ground-compelling";
        /// A law restricts the right (Art. 23).
        Law = "law", "requests-ground-law";
    }
}

impl Ground {
    /// Whether a request of this kind can be refused on this ground.
    pub fn fits(self, kind: Right) -> bool {
        match self {
            Self::Identity | Self::Excessive | Self::Law => true,
            Self::Others => matches!(kind, Right::Inspection | Right::Portability),
            Self::Accurate => kind == Right::Rectification,
            Self::Needed | Self::Expression | Self::Obligation | Self::Health | Self::Archive | Self::Claim => {
                matches!(kind, Right::Erasure | Right::ErasureButContact)
            }
            Self::Unrestricted => kind == Right::Restriction,
            Self::OtherBasis => matches!(kind, Right::Withdrawal | Right::Portability | Right::Objection),
            Self::Compelling => kind == Right::Objection,
        }
    }
}

/// How a request ends. Nothing is refused without a ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// All of it is done.
    Granted,
    /// Part of it is done; the rest is refused.
    Partly(Ground),
    /// It is refused.
    Refused(Ground),
}

impl Verdict {
    /// The words that are kept: the outcome, and the ground.
    pub const fn keys(self) -> (&'static str, Option<&'static str>) {
        match self {
            Self::Granted => ("granted", None),
            Self::Partly(ground) => ("partly", Some(ground.key())),
            Self::Refused(ground) => ("refused", Some(ground.key())),
        }
    }

    /// What kept words mean.
    pub fn from_keys(outcome: &str, ground: Option<&str>) -> Option<Self> {
        let ground = ground.and_then(Ground::from_key);
        match (outcome, ground) {
            ("granted", _) => Some(Self::Granted),
            ("partly", Some(ground)) => Some(Self::Partly(ground)),
            ("refused", Some(ground)) => Some(Self::Refused(ground)),
            _ => None,
        }
    }

    /// The ground on which all or part was refused.
    pub const fn ground(self) -> Option<Ground> {
        match self {
            Self::Granted => None,
            Self::Partly(ground) | Self::Refused(ground) => Some(ground),
        }
    }

    /// The key of the outcome's words.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Granted => "requests-outcome-granted",
            Self::Partly(_) => "requests-outcome-partly",
            Self::Refused(_) => "requests-outcome-refused",
        }
    }
}

/// How a request ended.
#[derive(Clone, Copy, Debug)]
pub struct Closed {
    /// When.
    pub at: Timestamp,
    /// How.
    pub verdict: Verdict,
    /// The keeper's act that carried it out; its receipt bears the same number.
    pub act: Option<ActId>,
}

/// A request's clock: from when it was received.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    /// When it was received.
    pub received: Timestamp,
    /// The first instant at which it is overdue.
    pub due: Timestamp,
    /// When it was extended.
    pub extended: Option<Timestamp>,
}

/// A request without what was written.
#[derive(Clone, Debug)]
pub struct Request {
    /// Its id.
    pub id: RightsRequestId,
    /// Who asks, where that is somebody with an account.
    pub person: Option<PersonId>,
    /// Which right.
    pub kind: Right,
    /// How it came.
    pub channel: Channel,
    /// `None` until the link of the public page confirms it.
    pub clock: Option<Clock>,
    /// How the asker showed who they are; `None` as long as nobody wrote it down.
    pub identity: Option<Identity>,
    /// `None` while it is open.
    pub closed: Option<Closed>,
}

impl Request {
    /// The state of the container.
    pub fn state(&self) -> &'static str {
        match (self.clock, self.closed) {
            (None, _) => ASKED,
            (Some(_), None) => OPEN,
            (Some(_), Some(_)) => CLOSED,
        }
    }
}

impl Guarded for Request {
    fn resource(&self) -> Resource {
        about(self.id, self.person, self.state())
    }
}

/// A request with all that was written about it.
pub struct Told {
    /// The request.
    pub request: Request,
    /// Who asks.
    pub name: Option<Sealed>,
    /// How the asker is reached.
    pub address: Option<Sealed>,
    /// What was done, in order.
    pub steps: Vec<Step>,
}

impl Guarded for Told {
    fn resource(&self) -> Resource {
        self.request.resource()
    }
}

/// Something that was done about a request.
pub struct Step {
    /// What.
    pub kind: StepKind,
    /// By whom, where that is somebody with an account.
    pub author: Option<PersonId>,
    /// When.
    pub at: Timestamp,
    /// What was written.
    pub note: Option<Sealed>,
}

/// The container of a request.
pub fn about(id: RightsRequestId, person: Option<PersonId>, state: &'static str) -> Resource {
    let parties = person.map(|person| (Resource::SELF, person)).into_iter().collect();
    Resource { container: "request", id: id.uuid(), parties, state: Some(state) }
}

/// Where a text of a request stands.
pub(crate) fn cell(column: &'static str, id: RightsRequestId) -> Cell {
    Cell { table: "request", column, row: id.uuid(), holder: id.uuid(), also: None }
}

/// Where the note of a step stands.
pub(crate) fn note(id: RightsRequestId, step: StepId) -> Cell {
    Cell { table: "request_step", column: "note", row: step.uuid(), holder: id.uuid(), also: None }
}
