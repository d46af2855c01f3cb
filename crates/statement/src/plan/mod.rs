//! The plan: a statement that has been read and checked, as values. Everything is found by stable clause id.

pub mod parts;
pub mod rule;
pub mod vocabulary;

use jiff::tz::TimeZone;
use kernel::{Archetype, Language};
use serde::Serialize;

pub use parts::{Citation, Controller, Period, Place, Purpose, Role, Texts, Version, What};
pub use rule::*;
pub use vocabulary::*;

/// Whether the program itself keeps a clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum State {
    /// The program keeps it.
    Enforced,
    /// It is about something that this installation does not do yet.
    NotInUse {
        /// Why, each once.
        reasons: Vec<Unused>,
    },
    /// People keep it; the organisation says so, and the page says that it does.
    Declared,
    /// Prose or a definition: there is nothing to keep.
    Prose,
    /// The statement was read without an inventory.
    Unchecked,
}

/// Why a clause is not in use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unused {
    /// No slice stores any of these items.
    Items(Vec<String>),
    /// No slice emits the event.
    Event(String),
    /// The category that it is about is not in use.
    Category(String),
    /// The program does not enforce this kind of clause yet.
    Kind,
}

/// A rule of the statement at its place.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Clause {
    /// The stable id: written by the author, or made of the node's kind and names.
    pub id: String,
    /// The rule.
    #[serde(flatten)]
    pub rule: Rule,
    /// Who keeps it.
    #[serde(flatten)]
    pub state: State,
    /// Words of the organisation that stand beside the generated sentence (`note`).
    #[serde(skip_serializing_if = "Texts::is_empty")]
    pub note: Texts,
    /// Where it stands in the file.
    pub place: Place,
}

/// A checked statement.
#[derive(Clone, Debug, Serialize)]
pub struct Plan {
    pub(crate) key: String,
    pub(crate) names: Texts,
    pub(crate) versions: Vec<Version>,
    #[serde(serialize_with = "tags")]
    pub(crate) languages: Vec<Language>,
    #[serde(serialize_with = "zone_name")]
    pub(crate) zone: TimeZone,
    pub(crate) controller: Controller,
    pub(crate) roles: Vec<Role>,
    pub(crate) clauses: Vec<Clause>,
    #[serde(skip)]
    pub(crate) purposes: Vec<Purpose>,
    #[serde(skip)]
    pub(crate) categories: Vec<Category>,
    #[serde(skip)]
    pub(crate) reads: Vec<Read>,
    #[serde(skip)]
    pub(crate) nevers: Vec<Never>,
    #[serde(skip)]
    pub(crate) keeps: Vec<Keep>,
}

fn tags<S: serde::Serializer>(languages: &[Language], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(languages.iter().map(|language| language.tag()))
}

fn zone_name<S: serde::Serializer>(zone: &TimeZone, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(zone.iana_name().unwrap_or("UTC"))
}

impl Plan {
    /// The statement's name: `campus`.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The service's name as people read it; empty when the statement gives none.
    pub fn names(&self) -> &Texts {
        &self.names
    }

    /// The newest version.
    pub fn version(&self) -> &Version {
        // The checker gives no plan to a statement without a version.
        static NONE: Version = Version { number: 0, effective: jiff::civil::Date::ZERO, changes: Vec::new() };
        self.versions.first().unwrap_or(&NONE)
    }

    /// The day from which the newest version holds.
    pub fn effective(&self) -> jiff::civil::Date {
        self.version().effective
    }

    /// All versions, newest first.
    pub fn versions(&self) -> &[Version] {
        &self.versions
    }

    /// The languages in which the organisation speaks, its first language first.
    pub fn languages(&self) -> &[Language] {
        &self.languages
    }

    /// The zone in which days are counted.
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// Who decides.
    pub fn controller(&self) -> &Controller {
        &self.controller
    }

    /// The organisation's roles.
    pub fn roles(&self) -> &[Role] {
        &self.roles
    }

    /// A role by key.
    pub fn role(&self, key: &str) -> Option<&Role> {
        self.roles.iter().find(|role| role.key == key)
    }

    /// The roles that stand on an archetype.
    pub fn roles_of(&self, archetype: Archetype) -> impl Iterator<Item = &Role> {
        self.roles.iter().filter(move |role| role.archetype == archetype)
    }

    /// Every clause, in the order of the file.
    pub fn clauses(&self) -> &[Clause] {
        &self.clauses
    }

    /// A clause by id.
    pub fn clause(&self, id: &str) -> Option<&Clause> {
        self.clauses.iter().find(|clause| clause.id == id)
    }

    /// All rules of one kind, in the order of the file: `plan.all::<Cookie>()`.
    pub fn all<'a, R: AsRule + 'a>(&'a self) -> impl Iterator<Item = &'a R> {
        self.clauses.iter().filter_map(|clause| R::of(&clause.rule))
    }

    /// The first rule of one kind: `plan.first::<Password>()`.
    pub fn first<'a, R: AsRule + 'a>(&'a self) -> Option<&'a R> {
        self.all::<R>().next()
    }

    /// The purposes.
    pub fn purposes(&self) -> &[Purpose] {
        &self.purposes
    }

    /// A purpose by key.
    pub fn purpose(&self, key: &str) -> Option<&Purpose> {
        self.purposes.iter().find(|purpose| purpose.key == key)
    }

    /// The categories.
    pub fn categories(&self) -> &[Category] {
        &self.categories
    }

    /// A category by key.
    pub fn category(&self, key: &str) -> Option<&Category> {
        self.categories.iter().find(|category| category.key == key)
    }

    /// The category that holds an item.
    pub fn category_of(&self, item: &str) -> Option<&Category> {
        self.categories.iter().find(|category| category.items.iter().any(|held| held.name == item))
    }

    /// Who reads what.
    pub fn reads(&self) -> &[Read] {
        &self.reads
    }

    /// Who never reads what.
    pub fn nevers(&self) -> &[Never] {
        &self.nevers
    }

    /// How long what is kept.
    pub fn keeps(&self) -> &[Keep] {
        &self.keeps
    }

    /// The ceilings and floors that hold for a category of people in a role (`None`: of anyone): rules `of` another
    /// role are left out.
    pub fn rules_for(&self, category: &str, role: Option<&str>) -> Vec<&Keep> {
        self.keeps
            .iter()
            .filter(|keep| keep.what.covers(category))
            .filter(|keep| keep.of.is_none() || keep.of.as_deref() == role)
            .collect()
    }

    /// The questions that people answer freely.
    pub fn consents(&self) -> impl Iterator<Item = &Consent> {
        self.all()
    }

    /// The question on which it rests that an item is kept; `None` where it rests on something else.
    pub fn consent_about(&self, item: &str) -> Option<&Consent> {
        let category = self.category_of(item)?;
        self.consents().find(|consent| consent.categories.contains(&category.key))
    }

    /// Who outside receives something.
    pub fn recipients(&self) -> impl Iterator<Item = &Recipient> {
        self.all()
    }

    /// The password rule for somebody with these roles. Where the statement has none it is the product's own: 15 signs,
    /// or 8 where one of the roles asks for a second factor besides (NIST SP 800-63B-4 §3.1.1.2).
    pub fn password<'a>(&self, roles: impl IntoIterator<Item = &'a str>) -> Password {
        let beside = roles.into_iter().any(|role| self.demands_second_factor(role));
        self.first::<Password>().cloned().unwrap_or(Password {
            min: if beside { 8 } else { 15 },
            max: None,
            digit: false,
            capital: false,
            breached: true,
            clause: String::new(),
        })
    }

    /// The second factors.
    pub fn second_factor(&self) -> Option<&SecondFactor> {
        self.first()
    }

    /// Whether nobody signs in with this role by a password alone.
    pub fn demands_second_factor(&self, role: &str) -> bool {
        self.second_factor().is_some_and(|rule| rule.required_for.iter().any(|key| key == role))
    }

    /// The cookies.
    pub fn cookies(&self) -> impl Iterator<Item = &Cookie> {
        self.all()
    }

    /// What people declare.
    pub fn declarations(&self) -> impl Iterator<Item = &Declaration> {
        self.all()
    }

    /// The plan as JSON, for `troth statement plan --json`.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string_pretty(self)
    }
}
