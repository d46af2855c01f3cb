//! Undertakings: staff whose role the statement names accept its text before they look at anyone's data (SH4, TF10).
//!
//! Decisions see to it ([`access::Access::decide`]); here the text is met, accepted and kept, dated and by its hash.

mod page;
mod people;
mod store;

pub(crate) use people::PATH as PEOPLE_PATH;

pub use store::{accept_all, open_for};

use access::ACCEPTANCE_ITEM;
use kernel::{
    Archetype, Slice,
    manifest::{
        Action, ActionKind, By, Class, Column,
        Content::{Personal, Reference, Technical},
        Entry,
        Method::{Get, Post},
        Migration,
        Protection::Plain,
        Route, Table,
    },
};
use organisation::Doors;

const CLASS: &str = "undertakings";
const OWN: &[By] = &[By::Party(access::Resource::SELF)];
const COMPARED: &str = "every decision compares it, before any seal can be opened";
const SHOWN: &str = "part of the proof of what was accepted: never a word of anybody's own";

/// To see what one's role promises, and what one has accepted.
pub static UNDERTAKING_SEE: Action = Action {
    name: "undertaking.see",
    container: access::Resource::PERSON,
    kind: ActionKind::Read,
    discloses: &[ACCEPTANCE_ITEM],
    writes: &[],
    by: OWN,
    states: &[],
};

/// To accept what one's role promises; also while the own data is frozen, since nothing of others is seen without.
pub static UNDERTAKING_ACCEPT: Action = Action {
    name: "undertaking.accept",
    container: access::Resource::PERSON,
    kind: ActionKind::Right,
    discloses: &[],
    writes: &[ACCEPTANCE_ITEM],
    by: OWN,
    states: &[],
};

/// To see who has accepted what and when, and who has not yet: by number, no names.
pub static UNDERTAKINGS_LIST: Action = Action {
    name: "undertakings.list",
    container: access::Resource::ORGANISATION,
    kind: ActionKind::Read,
    discloses: &[ACCEPTANCE_ITEM],
    writes: &[],
    by: &[By::Archetype(Archetype::Officer)],
    states: &[],
};

/// Who has accepted what.
pub static LISTING: Route = Route { method: Get, path: PEOPLE_PATH, entry: Entry::Action(&UNDERTAKINGS_LIST) };
/// What is promised, and what was accepted.
pub static SEEING: Route = Route { method: Get, path: http::UNDERTAKINGS, entry: Entry::Action(&UNDERTAKING_SEE) };
/// Accepts a text.
pub static ACCEPTING: Route =
    Route { method: Post, path: http::UNDERTAKINGS, entry: Entry::Action(&UNDERTAKING_ACCEPT) };

const fn plain(name: &'static str, why: &'static str) -> Column {
    Column { name, content: Personal(ACCEPTANCE_ITEM, Plain(why)) }
}

/// The manifest. It brings the words of all registers.
pub static SLICE: Slice = Slice {
    name: "undertakings",
    migrations: &[Migration { name: "0001_acceptances", sql: include_str!("../../migrations/undertakings_0001.sql") }],
    classes: &[Class {
        name: CLASS,
        container: access::Resource::PERSON,
        goes_with: &[access::Resource::SELF],
        sealed_also_for: None,
    }],
    tables: &[Table {
        name: "acceptance",
        class: Some(CLASS),
        container_column: Some("person"),
        id: "id",
        columns: &[
            Column { name: "id", content: Technical("identifies the row; drawn at random") },
            Column { name: "person", content: Reference("person") },
            plain("clause", SHOWN),
            plain("text_hash", COMPARED),
            plain("version", SHOWN),
            plain("promised_at", COMPARED),
        ],
    }],
    actions: &[UNDERTAKING_SEE, UNDERTAKING_ACCEPT, UNDERTAKINGS_LIST],
    routes: &[SEEING, ACCEPTING, LISTING],
    queries: store::QUERIES,
    words: kernel::words!("../../words"),
    ..Slice::EMPTY
};

pub(crate) fn doors(doors: Doors) -> Doors {
    doors.on(&SEEING, page::show).on(&ACCEPTING, page::accept).on(&LISTING, people::list)
}
