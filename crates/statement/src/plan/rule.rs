//! Every kind of rule, with its data. The name of each struct's node in a statement stands in its first line.

use jiff::civil::Date;
use serde::Serialize;

use super::{
    parts::{Citation, Period, Purpose, Texts, What},
    vocabulary::*,
};

/// An item inside a category.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Item {
    /// The item's name in the inventory: `message.body`.
    pub name: String,
    /// Whether some slice stores it today.
    pub in_use: bool,
}

/// The basis of a category, perhaps for one activity only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BasisRule {
    /// The ground.
    pub basis: Basis,
    /// For which activity of the organisation; `None` means always.
    pub activity: Option<String>,
    /// The law that it rests on.
    pub law: Option<Citation>,
}

/// `category`: what is held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Category {
    /// The statement's key.
    pub key: String,
    /// Its name as a heading: "Your profile".
    pub names: Texts,
    /// What it holds, in one sentence of the organisation.
    pub about: Texts,
    /// The items.
    pub items: Vec<Item>,
    /// Keys of the purposes, at least one.
    pub purposes: Vec<String>,
    /// The legal bases, at least one.
    pub bases: Vec<BasisRule>,
    /// The role whose professional secrecy covers it.
    pub secrecy: Option<String>,
    /// Special categories of data (GDPR Art. 9).
    pub special: bool,
    /// Personal or visitor data.
    #[serde(rename = "category_kind")]
    pub kind: CategoryKind,
    /// Where it comes from.
    pub sources: Vec<Source>,
    /// The clause.
    pub clause: String,
}

impl Category {
    /// The first basis: the one that a seal shows.
    pub fn basis(&self) -> Basis {
        self.bases.first().map_or(Basis::Contract, |rule| rule.basis)
    }

    /// The first purpose's key: the one that a seal shows.
    pub fn purpose(&self) -> &str {
        self.purposes.first().map_or("", String::as_str)
    }

    /// Whether some slice stores any of it.
    pub fn in_use(&self) -> bool {
        self.items.iter().any(|item| item.in_use)
    }
}

/// The reader's name for people who have not signed in.
pub const GUEST: &str = "guest";

/// `read`: a role reads a category.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Read {
    /// The category's key.
    pub category: String,
    /// The role's key, or [`GUEST`].
    pub role: String,
    /// Under which condition; `None` means any of it.
    pub when: Option<When>,
    /// The clause.
    pub clause: String,
}

/// `never read`: a role reads none of it, whatever other clauses say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Never {
    /// What is not read.
    pub what: What,
    /// The role's key, or [`GUEST`].
    pub role: String,
    /// The clause.
    pub clause: String,
}

/// `keep`: how long.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Keep {
    /// What.
    pub what: What,
    /// Of people in this role only.
    pub of: Option<String>,
    /// How long.
    pub period: Period,
    /// From which event.
    pub after: String,
    /// Whether this is a floor (`at-least`): the law demands that it is kept so long.
    pub floor: bool,
    /// The law that sets the floor.
    pub law: Option<Citation>,
    /// The rule holds only while this consent stands (it allows a longer period than the one without).
    pub consent: Option<String>,
    /// How long before the end the person is told.
    pub announce: Option<Period>,
    /// The clause.
    pub clause: String,
}

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

/// `never recipient`: recipients under such law, or in such a country, are excluded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Excluded {
    /// The families of law.
    pub under: Vec<Jurisdiction>,
    /// The countries: ISO 3166-1 alpha-2.
    pub countries: Vec<String>,
    /// The clause.
    pub clause: String,
}

/// `never do`: a practice that is ruled out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RuledOut {
    /// The practice.
    pub practice: Practice,
    /// For this category only.
    pub category: Option<String>,
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

/// `password`: what a password must be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Password {
    /// The least number of signs.
    pub min: u32,
    /// The greatest number of signs.
    pub max: Option<u32>,
    /// A digit is demanded.
    pub digit: bool,
    /// A capital letter is demanded.
    pub capital: bool,
    /// Passwords known from leaks are refused.
    pub breached: bool,
    /// The clause.
    pub clause: String,
}

/// `second-factor`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SecondFactor {
    /// What can be used.
    pub methods: Vec<Factor>,
    /// Roles that must.
    pub required_for: Vec<String>,
    /// The clause.
    pub clause: String,
}

/// `sign-in`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SignIn {
    /// What can be used.
    pub methods: Vec<SignInMethod>,
    /// For this role only.
    pub of: Option<String>,
    /// How long a session lasts without use.
    pub idle: Option<Period>,
    /// How long links in mails can be used.
    pub link: Option<Period>,
    /// The clause.
    pub clause: String,
}

/// `throttle`: attempts are counted and slowed down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Throttle {
    /// How many attempts.
    pub attempts: u32,
    /// In what time.
    pub within: Period,
    /// The clause.
    pub clause: String,
}

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

/// `cookie`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cookie {
    /// The statement's key.
    pub key: String,
    /// Where it is set.
    pub place: CookiePlace,
    /// The purpose's key.
    pub purpose: String,
    /// How long it lives; `None` means until the browser closes or the person signs out.
    pub lasts: Option<Period>,
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

/// `field`: what a form may ask.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Field {
    /// The item that it fills.
    pub item: String,
    /// The form: `registration`, `application`, `training`.
    pub form: String,
    /// The label.
    pub names: Texts,
    /// The purpose's key.
    pub purpose: String,
    /// Whether it must be filled in.
    pub required: bool,
    /// The clause.
    pub clause: String,
}

/// `age`: from which age.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AgeGate {
    /// The least age in years.
    pub min: u32,
    /// What happens below it.
    pub below: BelowAge,
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

/// `announce`: people are told before something of theirs goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Announce {
    /// What goes.
    pub what: What,
    /// How long before.
    pub before: Period,
    /// By which ways.
    pub channels: Vec<Channel>,
    /// The clause.
    pub clause: String,
}

/// `counts`: figures about visits, never about a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// The statement's key.
    pub key: String,
    /// What is counted.
    pub names: Texts,
    /// The purpose's key.
    pub purpose: String,
    /// The finest place that is noted: `country`, `none`.
    pub place: String,
    /// The clause.
    pub clause: String,
}

/// `group-figures`: reports in which no one can be found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GroupFigures {
    /// The statement's key.
    pub key: String,
    /// What they are about.
    pub names: Texts,
    /// The smallest group.
    pub min_size: u32,
    /// The differential privacy budget of a figure, in thousandths of epsilon.
    pub epsilon_thousandths: Option<u32>,
    /// The purpose's key.
    pub purpose: String,
    /// Whether third parties may have them.
    pub outside: bool,
    /// The clause.
    pub clause: String,
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

/// `review`: something that somebody looks through regularly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Review {
    /// The statement's key.
    pub key: String,
    /// What is looked for.
    pub texts: Texts,
    /// The category that is looked through.
    pub category: Option<String>,
    /// How often.
    pub every: Period,
    /// By which role.
    pub by: String,
    /// The clause.
    pub clause: String,
}

/// `backup`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Backup {
    /// How often.
    pub every: Period,
    /// They also lie at another place.
    pub off_site: bool,
    /// After how long what was erased is gone from every copy.
    pub horizon: Period,
    /// The clause.
    pub clause: String,
}

/// `break-glass`: a technician opens something to mend a problem.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BreakGlass {
    /// Which role.
    pub by: String,
    /// How long it stays open.
    pub lasts: Period,
    /// How many other people must agree.
    pub approvals: u32,
    /// The person is told.
    pub tell: bool,
    /// Categories that it never opens.
    pub except: Vec<String>,
    /// The clause.
    pub clause: String,
}

/// `recording`: how meetings are recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Recording {
    /// Who can record.
    pub by: Vec<String>,
    /// Each person's sound and picture is a track of its own.
    pub tracks: bool,
    /// Everyone sees before and during that it is on.
    pub announced: bool,
    /// Camera and microphone start off.
    pub devices_off: bool,
    /// The viewer's name stands in the picture.
    pub watermark: bool,
    /// The clause.
    pub clause: String,
}

/// `move`: data goes from one storage to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Move {
    /// What.
    pub category: String,
    /// From which storage.
    pub from: String,
    /// To which.
    pub to: String,
    /// Within what time.
    pub within: Period,
    /// From which event.
    pub after: String,
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

/// `uploads`: what files are accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Uploads {
    /// The greatest size in MiB.
    pub max_mib: u32,
    /// File kinds by ending, such as `pdf`.
    pub kinds: Vec<String>,
    /// The clause.
    pub clause: String,
}

/// `links`: links to other sites.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Links {
    /// They are marked.
    pub marked: bool,
    /// The other site does not learn where the visitor comes from.
    pub without_referrer: bool,
    /// The clause.
    pub clause: String,
}

/// `invoices`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Invoices {
    /// They bear a reference instead of the client's name.
    pub without_names: bool,
    /// The consent that lifts it.
    pub unless: Option<String>,
    /// The clause.
    pub clause: String,
}

/// `invitation`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Invitation {
    /// How long it can be used.
    pub lasts: Period,
    /// It says where the address came from and what for.
    pub tells_source: bool,
    /// Declining erases the address.
    pub decline_erases: bool,
    /// The clause.
    pub clause: String,
}

/// `encryption`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Encryption {
    /// On the way: no fallback to plain connections.
    pub in_transit: bool,
    /// At rest, under keys for each person and purpose.
    pub at_rest: bool,
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

/// `activity`: what the organisation does; bases can differ between activities.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Activity {
    /// The statement's key.
    pub key: String,
    /// Its name.
    pub names: Texts,
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

/// `about`: free prose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct About {
    /// The statement's key; `summary` and `service` stand first on the page.
    pub key: String,
    /// The prose.
    pub texts: Texts,
    /// The clause.
    pub clause: String,
}

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
