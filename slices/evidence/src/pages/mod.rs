//! What people see.

mod proof;
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
        .on(&routes::LEDGER_HEAD, proof::head)
        .on(&routes::RECEIPT_FILE, proof::file)
        .on(&routes::CHECK_RECEIPT, proof::page)
        .on(&routes::KEY, proof::key)
}

/// Draws a page.
fn draw(page: &impl Template) -> Result<Response, Problem> {
    page.render().map(|html| Html(html).into_response()).map_err(Problem::internal)
}
