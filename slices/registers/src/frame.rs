//! What the pages of all registers share.

use askama::Template;
use http::{
    Problem,
    axum::{
        http::StatusCode,
        response::{Html, IntoResponse as _, Response},
    },
};
use kernel::{PersonId, Timestamp, words::Voice};
use organisation::{Names, Visit};
use store::StoreError;
use ui::{Page, Tone};

/// Why a unit of work came to nothing.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Keeper(#[from] keeper::KeeperError),
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
            Failure::Refused(refused) => organisation::refused(&refused),
            Failure::Store(StoreError::Refused { .. }) => Self::Refused,
            Failure::Absent | Failure::Store(StoreError::Gone) => Self::NotFound,
            Failure::Conflict | Failure::Store(StoreError::Conflict(_)) => Self::Conflict,
            Failure::Store(StoreError::Busy) => Self::Busy,
            Failure::Store(error) => Self::internal(error),
            Failure::Keeper(error) => Self::internal(error),
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

/// The same words with a capital at the beginning.
pub(crate) fn capital(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map(|first| first.to_uppercase().chain(signs).collect()).unwrap_or_default()
}

/// What has happened to these people, for the dates in seals; no names.
pub(crate) async fn facts_of(visit: &Visit, people: Vec<PersonId>) -> Result<Names, Problem> {
    let directory = visit.site.directory.clone();
    let read = move |reader: &mut store::Reader<'_>| directory.people(reader, &people);
    let folk: Result<_, StoreError> = visit.site.store.read(&visit.scope, read).await;
    Ok(Names::of(folk.map_err(Failure::from)?.facts))
}

/// A day and a time, written out.
pub(crate) fn moment(visit: &Visit, voice: &Voice, at: Timestamp) -> String {
    voice.moment(at.to_zoned(visit.scope.zone.clone()).datetime())
}

/// The day of an instant, written out.
pub(crate) fn day(visit: &Visit, voice: &Voice, at: Timestamp) -> String {
    voice.date(at.to_zoned(visit.scope.zone.clone()).date())
}
