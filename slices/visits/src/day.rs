//! Days and the pieces of their logs. A piece is a sealed file of some minutes: it is there as a whole or not at all.

use access::Grant;
use jiff::civil::Date;
use kernel::{Scope, Timestamp, id::Id as _};
use organisation::{Organisation, pages::Failure};
use store::{FileCell, FileId, Reader, StoreError, Work, params};

use crate::{
    inventory::VISITED,
    line::{self, Line, Stated},
    queries, reading,
};

kernel::id! {
    /// A day of visits.
    DayId,
    /// A piece of a day's log.
    PieceId,
}

fn cell(day: DayId) -> FileCell {
    FileCell { table: "visit_piece", column: "file", holder: day.uuid(), also: None }
}

/// A day by its date; `None` when nothing was noted on it, or when it has gone.
///
/// # Errors
/// When the store cannot be read.
pub fn find(reader: &mut Reader<'_>, date: Date) -> Result<Option<DayId>, StoreError> {
    reader.one(&queries::DAY, params![date.to_string()])?.map(|row| row.id(0)).transpose()
}

/// A day by its date; begun, when these are its first lines.
fn open(work: &mut Work<'_>, date: Date, at: Timestamp) -> Result<DayId, StoreError> {
    if let Some(day) = find(work, date)? {
        return Ok(day);
    }
    let day: DayId = work.mint();
    work.run(&queries::DAY_NEW, params![day, date.to_string(), at])?;
    work.emit(VISITED, day.uuid(), at)?;
    Ok(day)
}

/// Adds a piece to the log of a day; which day that is, where there are lines.
pub(crate) async fn add(
    organisation: &Organisation,
    scope: &Scope,
    grant: &Grant,
    (date, lines): (Date, &[Line]),
    dropped: u64,
) -> Result<Option<DayId>, Failure> {
    let Some(first) = lines.first() else { return Ok(None) };
    let (store, at) = (&organisation.store, first.at);
    let day = store.write::<_, StoreError, _>(scope, move |work| open(work, date, at)).await?;
    let bytes = line::to_bytes(lines).map_err(|error| Failure::Ours(error.to_string()))?;
    let file = store.files().put(scope, grant, &cell(day), bytes).await?;
    let count =
        |holds: fn(&Line) -> bool| i64::try_from(lines.iter().filter(|line| holds(line)).count()).unwrap_or(i64::MAX);
    let (all, addresses) = (count(|_| true), count(|line| line.address.is_some()));
    let (hosts, browsers) = (count(|line| line.host.is_some()), count(|line| line.browser.is_some()));
    let dropped = i64::try_from(dropped).unwrap_or(i64::MAX);
    let written = store.write::<_, StoreError, _>(scope, move |work| {
        let piece: PieceId = work.mint();
        work.run(&queries::PIECE_NEW, params![piece, day, file.id(), all, all, addresses, all, dropped])?;
        if hosts + browsers > 0 {
            work.run(&reading::AGENT_NEW, params![piece, day, hosts, browsers])?;
        }
        work.keep_file(&file)
    });
    written.await?;
    Ok(Some(day))
}

/// What the statement speaks of.
pub(crate) fn stated(organisation: &Organisation) -> Stated {
    let states = |item: &str| organisation.plan.category_of(item).is_some();
    Stated { host: states(reading::HOST), browser: states(reading::BROWSER) }
}

/// The log of a day.
pub struct Log {
    /// What can be read of it, in any order.
    pub lines: Vec<Line>,
    /// Requests that there was no room for, or that can no longer be read.
    pub missing: u64,
}

/// Opens the log of a day; this leaves a line in the access log (I3).
pub(crate) async fn read(
    organisation: &Organisation,
    scope: &Scope,
    grant: &Grant,
    day: DayId,
) -> Result<Log, Failure> {
    let pieces = organisation.store.read::<_, StoreError, _>(scope, move |reader| {
        let rows = reader.all(&queries::PIECES, params![day])?;
        let piece = |row: &store::Row| Ok((row.id(0)?, row.int(1)?, row.int(2)?));
        rows.iter().map(piece).collect::<Result<Vec<(FileId, i64, i64)>, StoreError>>()
    });
    let opener = organisation.store.opener(scope, grant);
    let mut log = Log { lines: Vec::new(), missing: 0 };
    for (file, dropped, lines) in pieces.await? {
        log.missing += u64::try_from(dropped).unwrap_or(0);
        match organisation.store.files().open(&opener, &cell(day), file, None).await {
            Ok(bytes) => log.lines.extend(line::from_bytes(&bytes)),
            // It goes just now, or is damaged, of which `troth verify` tells: the others can be read all the same.
            Err(StoreError::Gone | StoreError::Tampered) => log.missing += u64::try_from(lines).unwrap_or(0),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(log)
}
