//! The door: signing in, cookies, invitations, form fields, age.

use serde::Serialize;

use crate::plan::{
    parts::{Period, Texts},
    vocabulary::{BelowAge, CookiePlace, Factor, SignInMethod},
};

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

impl SecondFactor {
    /// The item that holds the number for codes by text message. Where the statement does not name it, nobody can have one.
    pub const PHONE: &'static str = "sign-in.phone";
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

impl SignIn {
    /// The item by which somebody is known who signs in with the organisation's own provider.
    pub const PROVIDER: &'static str = "sign-in.provider";
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

/// `unsent`: what cannot be sent stays on the own device, sealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unsent {
    /// The purpose's key.
    pub purpose: String,
    /// How long at most; in days and weeks.
    pub lasts: Period,
    /// The clause.
    pub clause: String,
}

impl Unsent {
    /// The longest that it may last, in days.
    pub const MOST: u32 = 31;

    /// How long at most, in days.
    pub fn days(&self) -> u32 {
        7 * u32::from(self.lasts.weeks) + u32::from(self.lasts.days)
    }
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

impl Field {
    /// The form by which people register by themselves.
    pub const REGISTRATION: &'static str = "registration";
    /// The item that holds an address until it is confirmed. Where the statement names it, people can register by themselves.
    pub const ITEM: &'static str = "registration.address";
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
