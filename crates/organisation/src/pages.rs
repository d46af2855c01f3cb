//! What the handlers of every slice do alike: why a unit of work came to nothing, and how a page is drawn.

use askama::Template;
use http::{
    Problem,
    axum::{
        http::StatusCode,
        response::{Html, IntoResponse as _, Response},
    },
};
use keeper::KeeperError;
use kernel::{ExposeSecret as _, PersonId, Timestamp, words::Voice};
use store::{Opener, Sealed, StoreError};
use ui::{Page, Tone};

use crate::Visit;

/// Why a unit of work came to nothing.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The store could not do it.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// No decision in favour.
    #[error(transparent)]
    Refused(#[from] access::Refused),
    /// There is nothing here.
    #[error("there is nothing here")]
    Absent,
    /// Something else changed in the meantime.
    #[error("something else changed in the meantime")]
    Conflict,
    /// A link that was used before, or has ended.
    #[error("the link was used or has ended")]
    LinkSpent,
    /// Too many ask at once.
    #[error("too many ask at once")]
    Busy,
    /// A fault of ours; the text is for the log and holds nothing personal (I6).
    #[error("{0}")]
    Ours(String),
}

impl From<KeeperError> for Failure {
    fn from(error: KeeperError) -> Self {
        match error {
            KeeperError::Store(error) => Self::Store(error),
            other => Self::Ours(other.to_string()),
        }
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Refused(refused) => crate::refused(&refused),
            Failure::Store(StoreError::Refused { .. }) => Self::Refused(None),
            Failure::Store(StoreError::Restricted) => Self::Paused(None),
            Failure::Absent | Failure::Store(StoreError::Gone) => Self::NotFound,
            Failure::Conflict | Failure::Store(StoreError::Conflict(_)) => Self::Conflict,
            Failure::LinkSpent => Self::LinkSpent,
            Failure::Busy | Failure::Store(StoreError::Busy) => Self::Busy,
            Failure::Store(error) => Self::internal(error),
            Failure::Ours(reason) => Self::Internal(reason),
        }
    }
}

/// Draws a page.
///
/// # Errors
/// [`Problem::Internal`] when the template cannot be drawn.
pub fn draw(page: &impl Template) -> Result<Response, Problem> {
    page.render().map(|html| Html(html).into_response()).map_err(Problem::internal)
}

/// Draws a form again that something is wrong with, or that came too late.
///
/// # Errors
/// As [`draw`].
pub fn draw_again(page: &impl Template, status: StatusCode) -> Result<Response, Problem> {
    let mut response = draw(page)?;
    *response.status_mut() = status;
    Ok(response)
}

/// Draws a form again that something is wrong with.
///
/// # Errors
/// As [`draw`].
pub fn draw_faulty(page: &impl Template) -> Result<Response, Problem> {
    draw_again(page, StatusCode::UNPROCESSABLE_ENTITY)
}

/// What is wrong with a form, in words.
pub fn said(faults: &http::Faults, voice: &Voice) -> ui::Faults {
    ui::Faults(faults.iter().map(|fault| ui::Fault { field: fault.field.to_owned(), text: fault.say(voice) }).collect())
}

/// The page with news of what was just done: `?done=…` chooses among the words that `news` knows.
#[must_use]
pub fn with_news(page: Page, visit: &Visit, news: &[(&str, &str)]) -> Page {
    let done = visit.query.get("done");
    match news.iter().find(|(key, _)| *key == done) {
        Some((_, word)) => {
            let text = page.say(word);
            Page { query: String::new(), ..page }.with_notice(Tone::Success, text)
        }
        None => page,
    }
}

/// The day of an instant in the organisation's zone, written out.
pub fn day(visit: &Visit, voice: &Voice, at: Timestamp) -> String {
    voice.date(at.to_zoned(visit.scope.zone.clone()).date())
}

/// A day and a time, written out.
pub fn moment(visit: &Visit, voice: &Voice, at: Timestamp) -> String {
    voice.moment(at.to_zoned(visit.scope.zone.clone()).datetime())
}

/// Who has signed in; the door has seen to it.
///
/// # Errors
/// [`Problem::SignIn`] for a guest.
pub fn me(visit: &Visit) -> Result<PersonId, Problem> {
    visit.person().ok_or(Problem::SignIn)
}

/// A sealed text, opened for a page.
///
/// # Errors
/// When the opener does not cover it, or its key is gone.
pub fn text(opener: &Opener, sealed: &Sealed) -> Result<String, StoreError> {
    Ok(opener.text(sealed)?.expose_secret().to_owned())
}

/// The same words with a capital at the beginning.
pub fn capital(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}
