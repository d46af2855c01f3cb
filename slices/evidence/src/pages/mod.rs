//! What people see.

mod finding;
mod looks;
mod proof;
mod registers;
mod review;
mod tries;

use organisation::Doors;
use organisation::pages::draw;

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
        .on(&routes::LOOKS, looks::show)
        .on(&routes::REVIEW, review::show)
        .on(&routes::REVIEW_DONE, review::complete)
        .on(&routes::FINDING, finding::show)
        .on(&routes::FINDING_ANSWER, finding::answer)
}
