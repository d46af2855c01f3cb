//! What people see and do: their own requests, the public page, and the officer's desk.

mod answer;
mod desk;
mod entry;
mod following;
mod one;
mod open;
mod own;
mod view;

use askama::Template;
use http::{
    Problem,
    axum::{
        http::StatusCode,
        response::{Html, IntoResponse as _, Response},
    },
};
use keeper::KeeperError;
use kernel::{PersonId, Timestamp, words::Voice};
use organisation::{Doors, Organisation, Visit, notify};
use statement::plan::{Right, rule::Rights};
use store::{StoreError, Work};
use ui::{Choice, Page, Tone};

use crate::{inventory::MAIL_DESK, routes};

/// Binds every route of the slice.
#[must_use]
pub fn doors(doors: Doors) -> Doors {
    let doors = doors
        .on(&routes::OWN, own::list)
        .on(&routes::OWN_ASK, own::ask)
        .on(&routes::OWN_ONE, own::show)
        .on(&routes::OWN_LINE, own::add_line)
        .on(&routes::ASK_FORM, open::form)
        .on(&routes::ASK, open::ask)
        .on(&routes::CONFIRM_FORM, open::confirm_form)
        .on(&routes::CONFIRM, open::confirm)
        .on(&routes::FOLLOW, following::show)
        .on(&routes::FOLLOW_LINE, following::add_line);
    doors
        .on(&routes::DESK, desk::list)
        .on(&routes::ENTER_FORM, entry::form)
        .on(&routes::ENTER, entry::enter)
        .on(&routes::ONE, one::show)
        .on(&routes::STEP, one::step)
        .on(&routes::IDENTITY, one::identify)
        .on(&routes::EXTENSION, one::extend)
        .on(&routes::ANSWER_FORM, answer::form)
        .on(&routes::ANSWER, answer::answer)
}

/// Why a unit of work came to nothing.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Keeper(#[from] KeeperError),
    #[error(transparent)]
    Refused(#[from] access::Refused),
    #[error("there is nothing here")]
    Absent,
    #[error("something else changed in the meantime")]
    Conflict,
    #[error("the link has ended")]
    LinkSpent,
    #[error("too many ask at once")]
    Crowded,
    #[error("there is nobody by that number")]
    Unknown,
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Refused(refused) => organisation::refused(&refused),
            Failure::Store(StoreError::Refused { .. }) => Self::Refused,
            Failure::Store(StoreError::Restricted) => Self::Paused(None),
            Failure::Absent | Failure::Unknown | Failure::Store(StoreError::Gone) => Self::NotFound,
            Failure::Conflict | Failure::Store(StoreError::Conflict(_)) => Self::Conflict,
            Failure::LinkSpent => Self::LinkSpent,
            Failure::Crowded | Failure::Store(StoreError::Busy) => Self::Busy,
            Failure::Store(error) => Self::internal(error),
            Failure::Keeper(error) => Self::internal(error),
        }
    }
}

fn draw(page: &impl Template) -> Result<Response, Problem> {
    page.render().map(|html| Html(html).into_response()).map_err(Problem::internal)
}

/// Draws a form again that something is wrong with, or that came too late.
fn draw_again(page: &impl Template, status: StatusCode) -> Result<Response, Problem> {
    let mut response = draw(page)?;
    *response.status_mut() = status;
    Ok(response)
}

/// What is wrong with a form, in words.
fn said(faults: &http::Faults, voice: &Voice) -> ui::Faults {
    ui::Faults(faults.iter().map(|fault| ui::Fault { field: fault.field.to_owned(), text: fault.say(voice) }).collect())
}

/// The page with news of what was just done.
fn with_news(page: Page, visit: &Visit, news: &[(&str, &str)]) -> Page {
    let done = visit.query.get("done");
    match news.iter().find(|(key, _)| *key == done) {
        Some((_, word)) => {
            let text = page.say(word);
            Page { query: String::new(), ..page }.with_notice(Tone::Success, text)
        }
        None => page,
    }
}

/// The day of an instant, written out.
fn day(visit: &Visit, voice: &Voice, at: Timestamp) -> String {
    voice.date(at.to_zoned(visit.scope.zone.clone()).date())
}

/// Who has signed in; the door has seen to it.
fn me(visit: &Visit) -> Result<PersonId, Problem> {
    visit.person().ok_or(Problem::SignIn)
}

/// What the statement says of rights; without it there is nothing to ask by.
fn rights(site: &Organisation) -> Result<Rights, Problem> {
    site.plan.first::<Rights>().cloned().ok_or(Problem::NotFound)
}

/// What can be asked, with what each means.
fn kinds(rights: &Rights, voice: &Voice, chosen: &str) -> Vec<Choice> {
    let choice = |kind: &Right| {
        let hint = voice.say(&format!("requests-kind-{}-hint", kind.key()));
        Choice::new(kind.key(), kind_name(voice, *kind)).hint(hint).chosen_if(chosen)
    };
    rights.offers.iter().map(choice).collect()
}

/// "Erasure".
fn kind_name(voice: &Voice, kind: Right) -> String {
    voice.say(&format!("requests-kind-{}", kind.key()))
}

/// Tells every officer that something waits on the desk.
fn tell_officers(site: &Organisation, work: &mut Work<'_>) -> Result<(), StoreError> {
    for (officer, _) in site.directory.with_archetype(work, kernel::Archetype::Officer)? {
        notify(work, officer, MAIL_DESK, routes::DESK_PATH)?;
    }
    Ok(())
}

/// Counts anew what is open. The request itself is done: a count that fails is made up for at night.
async fn recount(site: &Organisation) {
    if let Err(error) = crate::count(site).await {
        tracing::warn!(organisation = %site.key, %error, "open requests could not be counted");
    }
}
