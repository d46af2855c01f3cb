//! What is held, who reads it, how long, and what is ruled out.

use serde::Serialize;

use crate::plan::{
    parts::{Citation, Period, Texts, What},
    vocabulary::{Basis, CategoryKind, Channel, Jurisdiction, Practice, Source, When},
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
