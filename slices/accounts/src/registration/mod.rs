//! Registering by oneself, where the statement has fields for it and names what is kept until the address is confirmed
//! (SH6, CE1). A manifest of its own: an organisation whose statement does not name that has none of it.

pub mod actions;
pub mod inventory;
pub mod queries;
pub mod routes;
pub mod store;

use kernel::{Archetype, Slice};
use statement::{
    Plan,
    plan::rule::{AgeGate, Field},
};

/// The manifest. Its words stand with those of the accounts.
pub static SLICE: Slice = Slice {
    name: "registration",
    migrations: inventory::MIGRATIONS,
    containers: inventory::CONTAINERS,
    classes: inventory::CLASSES,
    tables: inventory::TABLES,
    events: inventory::EVENTS,
    outputs: inventory::OUTPUTS,
    routes: routes::ROUTES,
    queries: queries::QUERIES,
    jobs: actions::JOBS,
    ..Slice::EMPTY
};

/// What the statement says of registering.
pub(crate) struct Terms<'a> {
    /// The field for the address.
    pub(crate) email: &'a Field,
    /// The field for the name.
    pub(crate) name: &'a Field,
    /// The field for the language, where there is one.
    pub(crate) language: Option<&'a Field>,
    /// The field for the age, where there is one: then it tells whether one is old enough, and nothing else asks.
    pub(crate) age: Option<&'a Field>,
    /// The role that one gets.
    pub(crate) role: &'a str,
    /// The age from which one registers alone.
    pub(crate) from: u32,
}

impl<'a> Terms<'a> {
    /// `None` where nobody registers alone: without the fields that an account needs, or with more than one role that it
    /// could be.
    pub(crate) fn of(plan: &'a Plan) -> Option<Self> {
        plan.category_of(inventory::ITEM)?;
        let field =
            |item: &str| plan.all::<Field>().find(|field| field.form == Field::REGISTRATION && field.item == item);
        let mut roles = plan.roles_of(Archetype::Participant);
        let role = roles.next().filter(|_| roles.next().is_none())?;
        Some(Self {
            email: field("person.email")?,
            name: field("person.name")?,
            language: field("person.language"),
            age: crate::age::field(plan),
            role: &role.key,
            from: plan.first::<AgeGate>().map_or_else(|| of_country(&plan.controller().country), |gate| gate.min),
        })
    }
}

/// From which age children agree by themselves to what is offered to them on the internet (GDPR Art. 8(1) with the law of
/// the country): 16 in the Netherlands, 13 in Sweden and the United Kingdom. Elsewhere the regulation's own 16.
fn of_country(country: &str) -> u32 {
    if matches!(country, "SE" | "GB") { 13 } else { 16 }
}
