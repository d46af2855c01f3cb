//! All rows of one consistent snapshot, in one form for both engines.
//!
//! A length and a head in JSON (the schema's history, tables and columns); then, for each row, the table's number (two
//! bytes) and its values: 0 for nothing, 1 and a number (8 bytes), 2 or 3 and a length (4 bytes) with text or bytes. The
//! number 65535 ends it. All numbers are big-endian.

use std::io::{self, Write};

use kernel::Value;

use crate::{
    FileId, Row, StoreError,
    engine::{Connection, Dialect, Mode, text},
    open::target,
    params, queries,
};

use super::{
    CopyError, Progress, Source,
    manifest::{Snapshot, Step, TableCount},
};

/// Ends the rows.
pub(super) const END: u16 = u16::MAX;
pub(super) const NOTHING: u8 = 0;
pub(super) const NUMBER: u8 = 1;
pub(super) const TEXT: u8 = 2;
pub(super) const BYTES: u8 = 3;

/// After so many rows it looks whether it is in somebody's way.
const LOOK: u64 = 256;
/// After so many rows it tells how far it is.
const TELL: u64 = 100_000;

/// Writes a snapshot to `to`. Blocks; others go on writing meanwhile. `Interrupted` when an erasure asks for SQLite's log:
/// begin again.
pub(super) fn dump(source: &Source, to: &mut dyn Write, progress: &Progress) -> Result<Snapshot, CopyError> {
    let target = target(&source.config);
    let mut connection = target.connect(Mode::Read)?;
    connection.begin(Mode::Read)?;
    let dialect = target.dialect();
    let spelled = |text: &str| text::query(text, dialect);
    let mut snapshot = Snapshot { columns: columns(&mut connection, source)?, ..Snapshot::default() };
    for row in connection.query(&spelled(queries::HISTORY.text), &[])? {
        let [slice, name, checksum] = [row.text(0)?, row.text(1)?, row.text(2)?].map(str::to_owned);
        snapshot.history.push(Step { slice, name, checksum });
    }
    let mark = connection.query(&spelled(queries::MARK.text), params!["ring"])?;
    let mark = mark.first().map(|row| row.text(0).map(str::to_owned)).transpose()?;
    let mark = mark.as_deref().and_then(|mark| mark.split_once('.'));
    snapshot.ring = mark.and_then(|(one, two)| Some((one.parse().ok()?, two.parse().ok()?))).unwrap_or_default();
    let head = connection.query(&spelled(queries::LEDGER_HEAD.text), &[])?;
    snapshot.ledger = head.first().map_or(Ok(0), |row| row.int(0))?;
    snapshot.files = files_in(&mut connection, dialect)?;
    head_of(&snapshot, to)?;
    for number in 0..snapshot.columns.len() {
        let count = table(source, &mut connection, &snapshot, number, to, progress)?;
        snapshot.tables.push(count);
    }
    to.write_all(&END.to_be_bytes()).map_err(spool)?;
    connection.simple("ROLLBACK")?;
    Ok(snapshot)
}

/// The files that have a row now, in order.
pub(super) fn files(source: &Source) -> Result<Vec<FileId>, CopyError> {
    let target = target(&source.config);
    Ok(files_in(&mut target.connect(Mode::Read)?, target.dialect())?)
}

fn files_in(connection: &mut Connection, dialect: Dialect) -> Result<Vec<FileId>, StoreError> {
    let rows = connection.query(&text::query(queries::ALL_FILES.text, dialect), &[])?;
    rows.iter().map(|row| row.id(0)).collect()
}

/// The tables in the order of their declaration, so that what is pointed at comes before what points.
fn columns(connection: &mut Connection, source: &Source) -> Result<Vec<(String, Vec<String>)>, StoreError> {
    let mut tables: Vec<(String, Vec<String>)> = Vec::new();
    for (table, column, _) in connection.schema()? {
        match tables.last_mut() {
            Some((name, columns)) if *name == table => columns.push(column),
            _ => tables.push((table, vec![column])),
        }
    }
    let declared: Vec<_> = source.inventory.tables().map(|table| table.name).collect();
    tables.sort_by_key(|(table, _)| declared.iter().position(|name| name == table).unwrap_or(usize::MAX));
    Ok(tables)
}

fn head_of(snapshot: &Snapshot, to: &mut dyn Write) -> Result<(), CopyError> {
    let head = serde_json::to_vec(&(&snapshot.history, &snapshot.columns))
        .map_err(|error| CopyError::damaged("the head of the dump", error))?;
    let length = u32::try_from(head.len()).unwrap_or(u32::MAX);
    to.write_all(&length.to_be_bytes()).and_then(|()| to.write_all(&head)).map_err(spool)
}

fn table(
    source: &Source,
    connection: &mut Connection,
    snapshot: &Snapshot,
    number: usize,
    to: &mut dyn Write,
    progress: &Progress,
) -> Result<TableCount, CopyError> {
    let (name, columns) = &snapshot.columns[number];
    let tag = u16::try_from(number).ok().filter(|tag| *tag != END);
    let tag = tag.ok_or_else(|| StoreError::Database("there are too many tables".to_owned()))?.to_be_bytes();
    let wanted = source.config.folder.join(crate::store::SCRUB);
    let (mut rows, mut failed) = (0, None);
    let read = connection.each(&format!("SELECT {} FROM {name}", columns.join(", ")), &mut |row| {
        rows += 1;
        if rows % LOOK == 0 && wanted.exists() {
            failed = Some(CopyError::Interrupted);
            return Err(StoreError::Busy);
        }
        if rows % TELL == 0 {
            progress(&format!("{}: {name}, {rows} rows", source.organisation));
        }
        write_row(tag, row, columns.len(), to).map_err(|error| {
            failed = Some(spool(error));
            StoreError::Busy
        })
    });
    match (read, failed) {
        (_, Some(failed)) => Err(failed),
        (Err(error), None) => Err(error.into()),
        (Ok(()), None) => Ok(TableCount { table: name.clone(), rows }),
    }
}

fn write_row(tag: [u8; 2], mut row: Row, columns: usize, to: &mut dyn Write) -> io::Result<()> {
    to.write_all(&tag)?;
    for n in 0..columns {
        match row.take(n) {
            Value::Null => to.write_all(&[NOTHING])?,
            Value::Int(number) => {
                to.write_all(&[NUMBER])?;
                to.write_all(&number.to_be_bytes())?;
            }
            Value::Text(text) => sized(TEXT, text.as_bytes(), to)?,
            Value::Bytes(bytes) => sized(BYTES, &bytes, to)?,
        }
    }
    Ok(())
}

fn sized(tag: u8, bytes: &[u8], to: &mut dyn Write) -> io::Result<()> {
    let length = u32::try_from(bytes.len()).map_err(io::Error::other)?;
    to.write_all(&[tag])?;
    to.write_all(&length.to_be_bytes())?;
    to.write_all(bytes)
}

#[expect(clippy::needless_pass_by_value, reason = "it stands at the end of `map_err`")]
fn spool(error: io::Error) -> CopyError {
    CopyError::local("the spool of the backup", &error)
}
