//! Breaches of personal data (GDPR Art. 33 and 34): what happened, whom it concerns, the 72 hours, and who was told.

mod draft;
mod forms;
mod inventory;
mod list;
mod model;
mod notices;
mod page;
mod people;
mod reminders;
mod store;

pub use inventory::SLICE;
pub(crate) use list::due_rows;
pub use model::Risk;
pub(crate) use reminders::Reminder;

use kernel::{
    Archetype::Officer,
    manifest::{Action, ActionKind, By, Route, get, post},
};
use organisation::Doors;

use inventory::{ACCOUNT, BREACH, COURSE, NOTICE};

const OFFICERS: &[By] = &[By::Archetype(Officer)];
/// Who looked at what: from it follows whom an account that fell into wrong hands concerns.
const LOOKS: &str = "access-log.line";

/// To see which breaches there were.
pub static BREACHES_SEE: Action = Action {
    name: "breaches.see",
    container: access::Resource::ORGANISATION,
    kind: ActionKind::Read,
    discloses: &[COURSE],
    writes: &[],
    by: OFFICERS,
    states: &[],
};

/// To write down that one was discovered.
pub static BREACH_RECORD: Action = Action {
    name: "breach.record",
    container: BREACH,
    kind: ActionKind::Manage,
    discloses: &[],
    writes: &[ACCOUNT, COURSE],
    by: OFFICERS,
    states: &[],
};

/// To see one, with all that was written down, and the draft of the notice to the authority.
pub static BREACH_SEE: Action = Action {
    name: "breach.see",
    container: BREACH,
    kind: ActionKind::Read,
    discloses: &[ACCOUNT, COURSE],
    writes: &[],
    by: OFFICERS,
    states: &[],
};

/// To go on with it: what it may lead to, what is done, that the authority was told, that it is closed.
pub static BREACH_CHANGE: Action = Action {
    name: "breach.change",
    container: BREACH,
    kind: ActionKind::Manage,
    discloses: &[COURSE],
    writes: &[ACCOUNT, COURSE],
    by: OFFICERS,
    states: &[],
};

/// To find whom it concerns, also by what an account has opened.
pub static BREACH_PEOPLE: Action = Action {
    name: "breach.people",
    container: BREACH,
    kind: ActionKind::Manage,
    discloses: &[COURSE, LOOKS],
    writes: &[COURSE],
    by: OFFICERS,
    states: &[],
};

/// To tell one person of it; it serves that person, also while the own data is frozen.
pub static BREACH_TELL: Action = Action {
    name: "breach.tell",
    container: access::Resource::PERSON,
    kind: ActionKind::Right,
    discloses: &[],
    writes: &[NOTICE],
    by: OFFICERS,
    states: &[],
};

/// To read what one was told.
pub static NOTICES_SEE: Action = Action {
    name: "breach-notices.see",
    container: access::Resource::PERSON,
    kind: ActionKind::Read,
    discloses: &[NOTICE],
    writes: &[],
    by: &[By::Party(access::Resource::SELF)],
    states: &[],
};

pub(crate) const ACTIONS: &[Action] =
    &[BREACHES_SEE, BREACH_RECORD, BREACH_SEE, BREACH_CHANGE, BREACH_PEOPLE, BREACH_TELL, NOTICES_SEE];

/// The register.
pub static BREACHES: Route = get("/breaches", &BREACHES_SEE);
/// The form for a breach.
pub static RECORD_FORM: Route = get("/breaches/recording", &BREACH_RECORD);
/// Writes it down.
pub static RECORD: Route = post("/breaches/recording", &BREACH_RECORD);
/// One breach.
pub static SHOW: Route = get("/breaches/{breach}", &BREACH_SEE);
/// What it may lead to, and what is done.
pub static DESCRIBE: Route = post("/breaches/{breach}/account", &BREACH_CHANGE);
/// Whom it concerns.
pub static CONCERN: Route = post("/breaches/{breach}/people", &BREACH_PEOPLE);
/// The draft of the notice to the authority.
pub static DRAFT: Route = get("/breaches/{breach}/draft", &BREACH_SEE);
/// The authority was told.
pub static AUTHORITY: Route = post("/breaches/{breach}/authority", &BREACH_CHANGE);
/// Tells the people concerned, or says why not.
pub static TELL: Route = post("/breaches/{breach}/telling", &BREACH_CHANGE);
/// Closes it.
pub static CLOSE: Route = post("/breaches/{breach}/closure", &BREACH_CHANGE);
/// What one was told.
pub static NOTICES: Route = get("/my-data/notices", &NOTICES_SEE);

pub(crate) const ROUTES: &[Route] =
    &[BREACHES, RECORD_FORM, RECORD, SHOW, DESCRIBE, CONCERN, DRAFT, AUTHORITY, TELL, CLOSE, NOTICES];

pub(crate) fn doors(doors: Doors) -> Doors {
    doors
        .on(&BREACHES, list::show)
        .on(&RECORD_FORM, list::form)
        .on(&RECORD, list::record)
        .on(&SHOW, page::show)
        .on(&DESCRIBE, page::describe)
        .on(&CONCERN, people::concern)
        .on(&DRAFT, draft::show)
        .on(&AUTHORITY, page::authority)
        .on(&TELL, notices::tell)
        .on(&CLOSE, page::close)
        .on(&NOTICES, notices::show)
}
