//! What people see.

mod registers;

use askama::Template;
use http::{
    Problem,
    axum::response::{Html, IntoResponse, Response},
};
use organisation::Doors;

use crate::routes;

/// Binds every route of the slice.
#[must_use]
pub fn doors(doors: Doors) -> Doors {
    doors
        .on(&routes::REGISTERS, registers::list)
        .on(&routes::REGISTER, registers::show)
        .on(&routes::REGISTER_FILE, registers::file)
}

/// Draws a page.
fn draw(page: &impl Template) -> Result<Response, Problem> {
    page.render().map(|html| Html(html).into_response()).map_err(Problem::internal)
}
