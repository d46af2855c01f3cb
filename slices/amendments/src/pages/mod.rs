//! What people see and do when the statement changes.

mod choice;
mod editor;
mod findings;
mod publication;

use askama::Template;
use http::{
    Problem,
    axum::{
        http::StatusCode,
        response::{Html, IntoResponse as _, Response},
    },
};
use keeper::KeeperError;
use organisation::{Doors, Visit};
use store::StoreError;
use ui::{Page, Tone};

use crate::routes;

/// The most that the form with the text may send: every sign of it may be written as three.
const FORM: usize = 4 * 1024 * 1024;

/// Binds every route of the slice.
#[must_use]
pub fn doors(doors: Doors) -> Doors {
    doors
        .on(&routes::CHANGES, choice::show)
        .on(&routes::CHOOSE, choice::choose)
        .on(&routes::EDITOR, editor::show)
        .on_upload(&routes::WRITE, FORM, editor::write)
        .on_upload(&routes::FILE, editor::LARGEST, editor::take)
        .on(&routes::PREVIEW, editor::preview)
        .on(&routes::PUBLICATION, publication::form)
        .on(&routes::PUBLISH, publication::publish)
}

/// Why a unit of work came to nothing.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error(transparent)]
    Keeper(#[from] KeeperError),
    #[error("there is nothing here")]
    Absent,
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Keeper(error.into())
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Absent => Self::NotFound,
            Failure::Keeper(KeeperError::Store(StoreError::Busy)) => Self::Busy,
            Failure::Keeper(error) => Self::internal(error),
        }
    }
}

/// The page with news of what was just done: `?done=…` chooses among the words that `news` knows.
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

/// Draws a page.
fn draw(page: &impl Template) -> Result<Response, Problem> {
    page.render().map(|html| Html(html).into_response()).map_err(Problem::internal)
}

/// Draws a form again that something is wrong with.
fn draw_faulty(page: &impl Template) -> Result<Response, Problem> {
    let mut response = draw(page)?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}
