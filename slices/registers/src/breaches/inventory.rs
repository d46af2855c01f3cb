//! What is kept about breaches, column by column (I1).

use kernel::{
    Slice,
    manifest::{
        Class, Column, Container,
        Content::{Personal, Reference, Technical},
        Event, Job, Migration,
        Protection::Plain,
        Table, mail, sealed,
    },
};

use super::{ACTIONS, ROUTES, store};

/// The container. It stands by itself: nobody's erasure takes it.
pub(crate) const BREACH: &str = "breach";
/// What somebody was told; in the person's own file.
const NOTICES: &str = "breach-notice";

pub(crate) const ACCOUNT: &str = "breach.account";
pub(crate) const COURSE: &str = "breach.course";
pub(crate) const NOTICE: &str = "breach.notice";

/// It was closed: from here the period of the record runs.
pub(crate) const CLOSED: &str = "breach-closed";
/// Somebody was told: from here the period of what was said runs.
pub(crate) const TOLD: &str = "breach-told";

/// "The authority has to be told": to officers.
pub(crate) const MAIL_CLOCK: &str = "registers-mail-breach";
/// "Something happened with your data": to whom it concerns.
pub(crate) const MAIL_TOLD: &str = "registers-mail-told";

/// Reminds officers while the 72 hours run.
pub(super) static REMIND: Job = Job {
    name: "breaches.remind",
    about: "Tells officers that the time to tell the authority runs, without content.",
    handles: &[COURSE],
};

const COURSES: &str = "the register is sorted by it and the 72 hours are counted from it, without opening a seal";

const fn course(name: &'static str) -> Column {
    Column { name, content: Personal(COURSE, Plain(COURSES)) }
}

const fn id(name: &'static str) -> Column {
    Column { name, content: Technical("identifies the row; drawn at random") }
}

const fn points(name: &'static str, at: &'static str) -> Column {
    Column { name, content: Reference(at) }
}

/// The manifest.
pub static SLICE: Slice = Slice {
    name: "breaches",
    migrations: &[Migration { name: "0001_breaches", sql: include_str!("../../migrations/breaches_0001.sql") }],
    containers: &[Container { name: BREACH, table: "breach", id: "id", parties: &[], states: &[] }],
    classes: &[
        Class { name: BREACH, container: BREACH, goes_with: &[], sealed_also_for: None },
        Class {
            name: NOTICES,
            container: access::Resource::PERSON,
            goes_with: &[access::Resource::SELF],
            sealed_also_for: None,
        },
    ],
    tables: &[
        Table {
            name: "breach",
            class: Some(BREACH),
            container_column: Some("id"),
            id: "id",
            columns: &[
                points("id", BREACH),
                sealed("what", ACCOUNT),
                course("aware_at"),
                course("categories"),
                course("risk"),
                sealed("consequences", ACCOUNT),
                sealed("measures", ACCOUNT),
                sealed("delay", ACCOUNT),
                course("authority_at"),
                sealed("reference", ACCOUNT),
                course("people_at"),
                sealed("untold", ACCOUNT),
                course("closed_at"),
                points("recorded_by", "person"),
                course("recorded_at"),
            ],
        },
        Table {
            name: "breach_person",
            class: Some(BREACH),
            container_column: Some("breach"),
            id: "id",
            columns: &[id("id"), points("breach", BREACH), points("person", "person")],
        },
        Table {
            name: "breach_notice",
            class: Some(NOTICES),
            container_column: Some("person"),
            id: "id",
            columns: &[
                id("id"),
                points("person", "person"),
                points("breach", BREACH),
                sealed("text", NOTICE),
                Column { name: "told_at", content: Personal(NOTICE, Plain("when it was said; shown beside it")) },
            ],
        },
    ],
    events: &[Event { name: CLOSED, about: &[BREACH] }, Event { name: TOLD, about: &[access::Resource::PERSON] }],
    outputs: &[mail(MAIL_CLOCK), mail(MAIL_TOLD)],
    actions: ACTIONS,
    routes: ROUTES,
    queries: store::QUERIES,
    jobs: &[REMIND],
    ..Slice::EMPTY
};
