//! Paper about people: whose, what, where, and by when it is shredded, by whom that was done (TF14, TF15).
//!
//! Whose paper it is and what it is goes with the person and by the person's own dates. Where it lies stays until
//! somebody has shredded it: the entry then says no more than that something there must go.

mod forms;
mod inventory;
mod list;
mod model;
mod page;
mod recording;
mod store;

pub use inventory::SLICE;
pub(crate) use list::due_rows;
pub use store::remind;

use kernel::{
    Archetype::{Coach, Manager, Officer},
    manifest::{Action, ActionKind, By, Route, get, post},
};
use organisation::Doors;

use inventory::{DATES, PAPER, PLACE, SHREDDER, WHAT, WHOSE};

/// The part of the one who keeps it, and is to shred it.
pub(crate) const KEEPER: &str = "keeper";

/// To see which papers there are: an officer or manager all, a coach the own.
pub static PAPERS_SEE: Action = Action {
    name: "papers.see",
    container: access::Resource::ORGANISATION,
    kind: ActionKind::Read,
    discloses: &[WHAT, DATES],
    writes: &[],
    by: &[By::Archetype(Officer), By::Archetype(Manager), By::Archetype(Coach)],
    states: &[],
};

/// To write a paper down.
pub static PAPER_RECORD: Action = Action {
    name: "paper.record",
    container: PAPER,
    kind: ActionKind::Manage,
    discloses: &[],
    writes: &[WHOSE, WHAT, PLACE, DATES],
    by: &[By::Archetype(Officer), By::Archetype(Manager), By::Archetype(Coach)],
    states: &[],
};

/// To see one paper: whose, what, where, until when. The one it is about sees it, too.
pub static PAPER_SEE: Action = Action {
    name: "paper.see",
    container: PAPER,
    kind: ActionKind::Read,
    discloses: &[WHOSE, WHAT, PLACE, DATES, SHREDDER],
    writes: &[],
    by: &[By::Party(access::Resource::SELF), By::Party(KEEPER), By::Archetype(Officer), By::Archetype(Manager)],
    states: &[],
};

/// To confirm that it was shredded.
pub static PAPER_SHRED: Action = Action {
    name: "paper.shred",
    container: PAPER,
    kind: ActionKind::Manage,
    discloses: &[DATES],
    writes: &[DATES, SHREDDER],
    by: &[By::Party(KEEPER), By::Archetype(Officer), By::Archetype(Manager)],
    states: &[],
};

pub(crate) const ACTIONS: &[Action] = &[PAPERS_SEE, PAPER_RECORD, PAPER_SEE, PAPER_SHRED];

/// Which papers there are.
pub static PAPERS: Route = get("/papers", &PAPERS_SEE);
/// The form for a paper.
pub static RECORD_FORM: Route = get("/papers/recording", &PAPER_RECORD);
/// Writes it down.
pub static RECORD: Route = post("/papers/recording", &PAPER_RECORD);
/// One paper.
pub static SHOW: Route = get("/papers/{paper}", &PAPER_SEE);
/// It was shredded.
pub static SHRED: Route = post("/papers/{paper}/shredding", &PAPER_SHRED);

pub(crate) const ROUTES: &[Route] = &[PAPERS, RECORD_FORM, RECORD, SHOW, SHRED];

pub(crate) fn doors(doors: Doors) -> Doors {
    doors
        .on(&PAPERS, list::show)
        .on(&RECORD_FORM, recording::form)
        .on(&RECORD, recording::record)
        .on(&SHOW, page::show)
        .on(&SHRED, page::shred)
}
