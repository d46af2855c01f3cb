//! How old somebody says to be, where the statement has the field `person.age` on the form `registration` (SH6): asked once,
//! kept with the day on which it was said, since an age grows old. A manifest of its own: an organisation whose statement
//! does not name it asks nobody.

pub mod actions;
pub mod inventory;
pub mod queries;
pub mod routes;
pub mod store;

use std::str::FromStr;

use http::{Faults, Fields};
use kernel::{Archetype, Slice};
use statement::{
    Plan,
    plan::rule::{AgeGate, Field},
};

/// The manifest. Its words stand with those of the accounts.
pub static SLICE: Slice = Slice {
    name: "age",
    migrations: inventory::MIGRATIONS,
    tables: inventory::TABLES,
    actions: actions::ACTIONS,
    routes: routes::ROUTES,
    queries: queries::QUERIES,
    ..Slice::EMPTY
};

/// The name of the field on every form.
pub(crate) const NAME: &str = "age";
/// The highest age that is taken for one.
pub(crate) const HIGHEST: u32 = 120;

/// An age in whole years, from 1 to 120.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Age(u32);

impl Age {
    /// An age; `None` for what nobody's is.
    pub fn new(years: u32) -> Option<Self> {
        (1..=HIGHEST).contains(&years).then_some(Self(years))
    }

    /// In years.
    pub const fn years(self) -> u32 {
        self.0
    }

    /// From which age the statement's `age` clause lets somebody in, when it refuses this one.
    pub(crate) fn refused_below(self, plan: &Plan) -> Option<u32> {
        plan.first::<AgeGate>().map(|gate| gate.min).filter(|from| self.0 < *from)
    }
}

impl FromStr for Age {
    type Err = ();

    fn from_str(typed: &str) -> Result<Self, ()> {
        typed.parse().ok().and_then(Self::new).ok_or(())
    }
}

/// The field, where the statement has it.
pub(crate) fn field(plan: &Plan) -> Option<&Field> {
    plan.all::<Field>().find(|field| field.form == Field::REGISTRATION && field.item == inventory::ITEM)
}

/// The field, where one of these roles is asked: those of participants, who are whom the form is for.
pub fn asked_of<'a>(plan: &'a Plan, roles: &[String]) -> Option<&'a Field> {
    let participates =
        roles.iter().filter_map(|key| plan.role(key)).any(|role| role.archetype == Archetype::Participant);
    field(plan).filter(|_| participates)
}

/// What was typed. `None` where nothing was and nothing has to be, or with a fault.
pub(crate) fn typed(field: &Field, fields: &Fields, faults: &mut Faults) -> Option<Age> {
    if !field.required && !fields.has(NAME) {
        return None;
    }
    let years = fields.number(NAME, faults)?;
    let age = u32::try_from(years).ok().and_then(Age::new);
    if age.is_none() {
        faults.add(NAME, "accounts-age-not-one");
    }
    age
}
