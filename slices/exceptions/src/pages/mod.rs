//! What people see and do.

mod disclosure;
mod list;
mod package;
mod proposing;
mod received;
mod told;

use kernel::{Inventory, Uuid, manifest::Container, words::Voice};
use organisation::Doors;
pub(crate) use organisation::pages::{Failure, capital, draw, draw_faulty, me, moment, said, text, with_news};
use statement::{
    Category, Plan,
    plan::{CategoryKind, Disclosure as Clause, Ground},
};

pub(crate) use list::Line;

use crate::routes;

/// Binds every route of the slice.
#[must_use]
pub fn doors(doors: Doors) -> Doors {
    crate::glass::pages::doors(doors)
        .on(&routes::EXCEPTIONS, list::show)
        .on(&routes::PROPOSAL_FORM, proposing::form)
        .on(&routes::PROPOSAL, proposing::propose)
        .on(&routes::DISCLOSURE, disclosure::show)
        .on(&routes::APPROVAL, disclosure::approve)
        .on(&routes::REFUSAL, disclosure::decline)
        .on(&routes::SILENCE, disclosure::silence)
        .on(&routes::PACKAGE, package::take)
        .on(&routes::TELLING, told::record)
        .on(&routes::TOLD_PAGE, told::show)
        .on(&routes::RECEIVED, received::show)
        .on(&routes::CONSENT, received::consent)
        .on(&routes::WITHDRAWAL, received::withdraw)
}

/// The end of a number, by which people tell one from another.
pub(crate) fn short(number: Uuid) -> String {
    number.to_string().rsplit('-').next().unwrap_or_default().to_owned()
}

/// The statement's clause about disclosures.
fn clause(plan: &Plan) -> Option<&Clause> {
    plan.first::<Clause>()
}

/// "The law forces us to."
fn ground(voice: &Voice, ground: Ground) -> String {
    voice.say(&format!("exceptions-ground-{}", ground.key()))
}

/// What can be handed over at all: what is held of people, but for what is under a coach's secrecy and what no exception
/// opens.
fn offered<'a>(plan: &'a Plan, inventory: &Inventory) -> Vec<&'a Category> {
    let closed = access::closed_to_exceptions(inventory);
    let opens = |category: &&Category| category.items.iter().any(|item| !closed.contains(item.name.as_str()));
    let held = |category: &Category| {
        let mut classes = category.items.iter().flat_map(|item| inventory.classes_of(&item.name));
        let with_people = |container: &&Container| !container.parties.is_empty();
        classes.any(|class| inventory.container(class.container).filter(with_people).is_some())
    };
    let open = plan.categories().iter().filter(|category| category.secrecy.is_none());
    open.filter(opens).filter(|category| category.kind == CategoryKind::Personal && held(category)).collect()
}

/// The items of some categories, by the inventory's own names.
fn items(plan: &Plan, inventory: &Inventory, categories: &[String]) -> Vec<&'static str> {
    let wanted = |item: &&'static str| plan.category_of(item).is_some_and(|own| categories.contains(&own.key));
    inventory.items().filter(wanted).collect()
}
