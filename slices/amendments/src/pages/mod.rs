//! What people see and do when the statement changes.

mod choice;

use askama::Template;
use http::{
    Problem,
    axum::response::{Html, IntoResponse as _, Response},
};
use keeper::KeeperError;
use organisation::Doors;
use store::StoreError;

use crate::routes;

/// Binds every route of the slice.
#[must_use]
pub fn doors(doors: Doors) -> Doors {
    doors.on(&routes::CHANGES, choice::show).on(&routes::CHOOSE, choice::choose)
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

/// Draws a page.
fn draw(page: &impl Template) -> Result<Response, Problem> {
    page.render().map(|html| Html(html).into_response()).map_err(Problem::internal)
}
