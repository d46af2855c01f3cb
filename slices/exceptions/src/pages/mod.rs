//! What people see and do.

mod disclosure;
mod list;
mod package;
mod proposing;
mod received;
mod told;

use askama::Template;
use http::{
    Problem,
    axum::{
        http::StatusCode,
        response::{Html, IntoResponse as _, Response},
    },
};
use kernel::{ExposeSecret as _, Inventory, PersonId, Timestamp, Uuid, manifest::Container, words::Voice};
use organisation::{Doors, Visit};
use statement::{
    Category, Plan,
    plan::{CategoryKind, Disclosure as Clause, Ground},
};
use store::{Opener, Sealed, StoreError};
use ui::{Page, Tone};

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

/// Why a unit of work came to nothing.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Refused(#[from] access::Refused),
    #[error("there is nothing here")]
    Absent,
    #[error("something else changed in the meantime")]
    Conflict,
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Refused(_) | Failure::Store(StoreError::Refused { .. }) => Self::Refused,
            Failure::Absent | Failure::Store(StoreError::Gone) => Self::NotFound,
            Failure::Conflict | Failure::Store(StoreError::Conflict(_)) => Self::Conflict,
            Failure::Store(StoreError::Busy) => Self::Busy,
            Failure::Store(error) => Self::internal(error),
        }
    }
}

pub(crate) fn draw(page: &impl Template) -> Result<Response, Problem> {
    page.render().map(|html| Html(html).into_response()).map_err(Problem::internal)
}

/// Draws a form again that something is wrong with.
pub(crate) fn draw_faulty(page: &impl Template) -> Result<Response, Problem> {
    let mut response = draw(page)?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

/// What is wrong with a form, in words.
pub(crate) fn said(faults: &http::Faults, voice: &Voice) -> ui::Faults {
    ui::Faults(faults.iter().map(|fault| ui::Fault { field: fault.field.to_owned(), text: fault.say(voice) }).collect())
}

/// The page with news of what was just done.
pub(crate) fn with_news(page: Page, visit: &Visit, news: &[(&str, &str)]) -> Page {
    let done = visit.query.get("done");
    match news.iter().find(|(key, _)| *key == done) {
        Some((_, word)) => {
            let text = page.say(word);
            Page { query: String::new(), ..page }.with_notice(Tone::Success, text)
        }
        None => page,
    }
}

/// A day and a time, written out.
pub(crate) fn moment(visit: &Visit, voice: &Voice, at: Timestamp) -> String {
    voice.moment(at.to_zoned(visit.scope.zone.clone()).datetime())
}

pub(crate) fn me(visit: &Visit) -> Result<PersonId, Problem> {
    visit.person().ok_or(Problem::SignIn)
}

pub(crate) fn open(opener: &Opener, text: &Sealed) -> Result<String, StoreError> {
    opener.text(text).map(|text| text.expose_secret().to_owned())
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
