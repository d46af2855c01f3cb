//! What people do, know and promise.

use jiff::civil::Date;
use serde::Serialize;

use crate::plan::{
    parts::{Citation, Period, Texts, What},
    vocabulary::{Channel, NoticePlace, Right, SelfAct, SignInMethod},
};

/// `notify`: notification mails.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Notify {
    /// They never hold content.
    pub without_content: bool,
    /// By which ways.
    pub channels: Vec<Channel>,
    /// The clause.
    pub clause: String,
}

/// `undertaking`: what staff promise before they see anyone's data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Undertaking {
    /// The statement's key: `secrecy`, `code-of-ethics`.
    pub key: String,
    /// The text that they accept.
    pub texts: Texts,
    /// Who.
    pub by: Vec<String>,
    /// The law or code.
    pub law: Option<Citation>,
    /// Whether it is shown on the profile.
    pub shown: bool,
    /// The clause.
    pub clause: String,
}

impl Undertaking {
    /// The item that says who has accepted which text, and when. An organisation whose statement names it asks for
    /// acceptance.
    pub const ITEM: &'static str = "undertaking.acceptance";
}

/// `warn`: whoever coaches is told at once that an answer may mean danger; not what was answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Warning {
    /// Who is told: a role's key.
    pub role: String,
    /// The category to which the answers belong.
    pub category: String,
    /// The clause.
    pub clause: String,
}

impl Warning {
    /// The item that says that there was such an answer, and when. A statement that names it keeps the mark somewhere.
    pub const ITEM: &'static str = "enrolment.warning";
    /// The answers that can mean danger.
    pub const ANSWERS: &'static str = "exercise.answer";
}

/// `rights`: the desk where people use their rights.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rights {
    /// Within what time each request is answered (GDPR Art. 12(3): a month).
    pub within: Period,
    /// By how much that can be extended, with reasons.
    pub extend: Option<Period>,
    /// Which rights.
    pub offers: Vec<Right>,
    /// People without an account can use it too, and show who they are by a mailed link.
    pub without_account: bool,
    /// The clause.
    pub clause: String,
}

/// `self-service`: what people do themselves, at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SelfService {
    /// What they do.
    pub act: SelfAct,
    /// With what.
    pub what: What,
    /// Who; `None` means everyone with an account.
    pub by: Option<String>,
    /// How they confirm it.
    pub confirm: Option<SignInMethod>,
    /// The clause.
    pub clause: String,
}

/// `changes`: how people hear of a new version of the statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Changes {
    /// By which ways.
    pub tell: Vec<Channel>,
    /// People may stop and have everything deleted.
    pub may_stop: bool,
    /// How long before it holds.
    pub before: Option<Period>,
    /// The clause.
    pub clause: String,
}

/// `notice`: a text that stands at some place of the product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// The statement's key.
    pub key: String,
    /// Where.
    pub places: Vec<NoticePlace>,
    /// The text.
    pub texts: Texts,
    /// The clause.
    pub clause: String,
}

/// `feedback`: what people write for all to see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Feedback {
    /// The category that holds it.
    pub category: String,
    /// After which event one can write it.
    pub after: String,
    /// The writer chooses the name that is shown.
    pub chosen_name: bool,
    /// Somebody reads it first.
    pub moderated: bool,
    /// The clause.
    pub clause: String,
}

/// A step of an alternative.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// To whom: a role's key.
    pub role: String,
    /// Within what time the answer comes.
    pub within: Option<Period>,
}

impl Step {
    /// Within what time the answer comes: the step's own period, else that of rights, else a month.
    pub fn period(&self, rights: Option<&Rights>) -> Period {
        let month = || Period { months: 1, ..Period::default() };
        self.within.or_else(|| rights.map(|rights| rights.within)).unwrap_or_else(month)
    }
}

/// `alternative`: whoever cannot or will not take part this way asks for another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Alternative {
    /// The statement's key.
    pub key: String,
    /// Instead of what.
    pub texts: Texts,
    /// Whom one asks, in order.
    pub steps: Vec<Step>,
    /// The clause.
    pub clause: String,
}

impl Alternative {
    /// The item that holds what is written about it. An organisation whose statement names it can be asked.
    pub const ITEM: &'static str = "alternative.words";
}

/// `contact`: where mistakes, questions and feedback go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Contact {
    /// The statement's key.
    pub key: String,
    /// What it is for.
    pub texts: Texts,
    /// The form on the site, which is the safe way.
    pub form: bool,
    /// A mail address, which is not encrypted on the way.
    pub mail: Option<String>,
    /// The clause.
    pub clause: String,
}

/// `declare`: what people do, not the program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Declaration {
    /// The statement's key.
    pub key: String,
    /// The promise, in the organisation's words.
    pub texts: Texts,
    /// The role that answers for it.
    pub owner: String,
    /// Until when it holds.
    pub expires: Option<Date>,
    /// How often the owner looks at it again.
    pub review: Option<Period>,
    /// The clause.
    pub clause: String,
}
