//! People, as accounts know them.

use access::{Guarded, Resource};
use kernel::{Language, PersonId, Timestamp, jiff::tz::TimeZone};
use statement::{Plan, plan::Period};
use store::{Cell, Sealed};

kernel::id! {
    /// A role that a person holds.
    RoleId,
    /// An invitation.
    InvitationId,
    /// A single-use link.
    LinkId,
    /// A session.
    SessionId,
}

/// Where a person stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Invited, has not answered.
    Invited,
    /// Takes part.
    Active,
    /// The agreement has ended.
    Left,
}

impl State {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Active, Self::Invited, Self::Left];

    /// The word in queries and addresses.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Invited => "invited",
            Self::Active => "active",
            Self::Left => "left",
        }
    }

    /// The key of its name.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Invited => "accounts-state-invited",
            Self::Active => "accounts-state-active",
            Self::Left => "accounts-state-left",
        }
    }
}

/// The dates of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// When the person was (last) invited.
    pub invited_at: Timestamp,
    /// When the first password was chosen.
    pub accepted_at: Option<Timestamp>,
    /// When the agreement ended.
    pub left_at: Option<Timestamp>,
}

impl Standing {
    /// Where the person stands.
    pub fn state(&self) -> State {
        match (self.accepted_at, self.left_at) {
            (_, Some(_)) => State::Left,
            (Some(_), None) => State::Active,
            (None, None) => State::Invited,
        }
    }
}

/// One person's account; name and address are sealed.
pub struct Account {
    /// Whose.
    pub person: PersonId,
    /// The name.
    pub name: Sealed,
    /// The address.
    pub email: Sealed,
    /// The language of pages and mails.
    pub language: Language,
    /// The dates.
    pub standing: Standing,
    /// The statement's keys of the roles.
    pub roles: Vec<String>,
}

impl Guarded for Account {
    fn resource(&self) -> Resource {
        Resource::person(self.person)
    }
}

/// The cell of a column in a person's file.
pub(crate) fn cell(table: &'static str, column: &'static str, row: kernel::Uuid, person: PersonId) -> Cell {
    Cell { table, column, row, holder: kernel::id::Id::uuid(person), also: None }
}

/// Why a link was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkPurpose {
    /// To accept or decline an invitation.
    Invitation,
    /// To choose a new password.
    Reset,
    /// To confirm another address at its mailbox.
    NewAddress,
    /// To confirm or stop that at the mailbox of the address so far.
    OldAddress,
}

impl LinkPurpose {
    /// The word in the table and in job arguments.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::Reset => "reset",
            Self::NewAddress => "address-new",
            Self::OldAddress => "address-old",
        }
    }

    /// When a link that is made now ends: by the statement, else after 14 days or two hours.
    pub fn ends(self, plan: &Plan, now: Timestamp) -> Timestamp {
        let stated = match self {
            Self::Invitation => plan.first::<statement::plan::rule::Invitation>().map(|rule| rule.lasts),
            Self::Reset | Self::NewAddress | Self::OldAddress => {
                plan.first::<statement::plan::rule::SignIn>().and_then(|rule| rule.link)
            }
        };
        let own = match self {
            Self::Invitation => Period { days: 14, ..Period::default() },
            Self::Reset | Self::NewAddress | Self::OldAddress => Period { hours: 2, ..Period::default() },
        };
        after(stated.filter(|period| !period.is_zero()).unwrap_or(own), now, plan.zone())
    }
}

/// An instant a calendar period later, in a zone.
pub fn after(period: Period, from: Timestamp, zone: &TimeZone) -> Timestamp {
    let [years, months, weeks, days, hours] = period.counts().map(i64::from);
    let span = jiff::Span::new().years(years).months(months).weeks(weeks).days(days).hours(hours);
    from.to_zoned(zone.clone()).checked_add(span).map_or(Timestamp::MAX, |at| at.timestamp())
}

/// How long sessions last: idle by the statement (12 hours without), and two weeks at the very most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionLimits {
    /// Without use.
    pub idle: Period,
    /// At the very most.
    pub absolute: Period,
}

impl SessionLimits {
    /// The limits of an organisation. A statement that allows a longer idle time stretches the whole, too.
    pub fn of(plan: &Plan) -> Self {
        let stated = plan.first::<statement::plan::rule::SignIn>().and_then(|rule| rule.idle);
        let idle = stated.filter(|period| !period.is_zero()).unwrap_or(Period { hours: 12, ..Period::default() });
        let two_weeks = Period { weeks: 2, ..Period::default() };
        let reference = Timestamp::UNIX_EPOCH;
        let longer = after(idle, reference, &TimeZone::UTC) > after(two_weeks, reference, &TimeZone::UTC);
        Self { idle, absolute: if longer { idle } else { two_weeks } }
    }
}
