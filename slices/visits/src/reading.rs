//! Reading the lines of a day, for a reason that is kept first and that officers see. A manifest of its own, with what of a
//! line serves that alone: the host and the browser.

use access::Grant;
use jiff::civil::Date;
use kernel::{
    PersonId, Slice, Timestamp, Uuid,
    id::Id as _,
    manifest::{Migration, Table, plain, sealed, technical},
};
use store::{Cell, Reader, Sealed, StoreError, Work, params};

use crate::{
    actions,
    inventory::{LOG, OF_DAY},
    routes,
};

/// The host that was asked for.
pub const HOST: &str = "visit.host";
/// The browser with its version.
pub const BROWSER: &str = "visit.browser";
/// Who read what, and why: it goes with the access log of its day.
pub const REASON: &str = "visit.reading";

/// Readings that are shown at once.
const MOST: i64 = 100;

/// The manifest. Its words stand with those of the log.
pub static SLICE: Slice = Slice {
    name: "visit-reading",
    migrations: &[Migration { name: "0001_reading", sql: include_str!("../migrations/0002_reading.sql") }],
    tables: &[
        Table {
            name: "visit_agent",
            class: Some(LOG),
            container_column: Some("day"),
            id: "id",
            columns: &[
                technical("id", "the piece of the log"),
                OF_DAY,
                plain("hosts", HOST, "how many lines hold one"),
                plain("browsers", BROWSER, "how many lines hold one"),
            ],
        },
        Table {
            name: "visit_reading",
            class: Some("access-log"),
            container_column: Some("day"),
            id: "id",
            columns: &[
                technical("id", "identifies the row; drawn at random"),
                technical("day", "the day on which it was read"),
                plain("person", REASON, "pseudonymous ids, as in the access log itself"),
                technical("of_date", "the day whose lines were read"),
                sealed("reason", REASON),
                technical("at", "when it was read"),
            ],
        },
    ],
    actions: &[actions::LINES, actions::READINGS],
    routes: &[routes::LINES_FORM, routes::LINES, routes::READINGS],
    queries: QUERIES,
    ..Slice::EMPTY
};

kernel::queries! {
    /// How many lines of a piece hold a host and a browser.
    AGENT_NEW for ["visits.write"] = "INSERT INTO visit_agent (id, day, hosts, browsers) VALUES ($1, $2, $3, $4)";
    /// Somebody reads the lines of a day, for a reason.
    READING_NEW for ["visits.lines"] =
        "INSERT INTO visit_reading (id, day, person, of_date, reason, at) VALUES ($1, $2, $3, $4, $5, $6)";
    /// Who read what, and why, newest first.
    READINGS for ["visits.readings"] =
        "SELECT id, day, person, of_date, reason, at FROM visit_reading ORDER BY at DESC, id DESC LIMIT $1";
}

kernel::id! {
    /// That somebody read the lines of a day.
    ReadingId,
}

/// Who read the lines of which day, and why.
pub(crate) struct Reading {
    pub(crate) person: PersonId,
    pub(crate) of: String,
    pub(crate) reason: Sealed,
    pub(crate) at: Timestamp,
}

fn cell(id: ReadingId, day: Uuid) -> Cell {
    Cell { table: "visit_reading", column: "reason", row: id.uuid(), holder: day, also: None }
}

/// The day of the access log.
fn log_day(date: Date) -> Uuid {
    let number = i64::from(date.year()) * 10_000 + i64::from(date.month()) * 100 + i64::from(date.day());
    Uuid::from_u128(u128::from(number.unsigned_abs()))
}

/// Keeps that somebody reads the lines of a day, and why.
pub(crate) fn note(
    work: &mut Work<'_>,
    grant: &Grant,
    person: PersonId,
    of: Date,
    reason: &str,
) -> Result<(), StoreError> {
    let (id, day, now): (ReadingId, _, _) = (work.mint(), log_day(work.scope().today()), work.now());
    let reason = work.seal(grant, &cell(id, day), reason.as_bytes())?;
    work.run(&READING_NEW, params![id, day, person, of.to_string(), reason, now]).map(drop)
}

/// Who read what, and why, newest first.
pub(crate) fn all(reader: &mut Reader<'_>) -> Result<Vec<Reading>, StoreError> {
    let rows = reader.all(&READINGS, params![MOST])?;
    let reading = |row: &store::Row| {
        let reason = row.sealed(4, cell(row.id(0)?, row.uuid(1)?))?;
        Ok(Reading { person: row.id(2)?, of: row.text(3)?.to_owned(), reason, at: row.time(5)? })
    };
    rows.iter().map(reading).collect()
}
