//! Reads a dump back: into a database, or only through, to count.

use std::io::{self, Read};

use kernel::{Inventory, Timestamp, Value};

use crate::{
    StoreConfig, StoreError,
    engine::{Connection, Mode, text},
    open::target,
    params, queries, schema,
};

use super::{
    CopyError,
    dump::{BYTES, END, NOTHING, NUMBER, TEXT},
    manifest::{Step, TableCount},
};

/// A dump while it is read.
pub(super) struct Dump<R> {
    from: R,
    object: String,
    pub(super) history: Vec<Step>,
    pub(super) columns: Vec<(String, Vec<String>)>,
}

/// The longest head and the longest value that are believed.
const HEAD: u32 = 16 * 1024 * 1024;
const VALUE: u32 = 1024 * 1024 * 1024;

impl<R: Read> Dump<R> {
    /// Reads the head of the dump that is the object `object`.
    pub(super) fn begin(object: &str, mut from: R) -> Result<Self, CopyError> {
        let fault = |error: io::Error| CopyError::damaged(object, error);
        let mut length = [0; 4];
        from.read_exact(&mut length).map_err(fault)?;
        let length = u32::from_be_bytes(length);
        if length > HEAD {
            return Err(CopyError::damaged(object, "its head is too long"));
        }
        let mut head = vec![0; length as usize];
        from.read_exact(&mut head).map_err(fault)?;
        let (history, columns) = serde_json::from_slice(&head).map_err(|error| CopyError::damaged(object, error))?;
        Ok(Self { from, object: object.to_owned(), history, columns })
    }

    /// Hands over each row with its table's number; returns how many rows each table had.
    pub(super) fn rows(
        mut self,
        take: &mut dyn FnMut(usize, Vec<Value>) -> Result<(), StoreError>,
    ) -> Result<Vec<TableCount>, CopyError> {
        let mut counts: Vec<_> =
            self.columns.iter().map(|(table, _)| TableCount { table: table.clone(), rows: 0 }).collect();
        let object = std::mem::take(&mut self.object);
        let fault = |error: io::Error| CopyError::damaged(&object, error);
        loop {
            let number = u16::from_be_bytes(self.bytes().map_err(fault)?);
            if number == END {
                break;
            }
            let number = usize::from(number);
            let Some((_, columns)) = self.columns.get(number) else {
                return Err(CopyError::damaged(&object, "a row is of no table"));
            };
            let mut values = Vec::with_capacity(columns.len());
            for _ in 0..columns.len() {
                values.push(self.value().map_err(fault)?);
            }
            take(number, values)?;
            counts[number].rows += 1;
        }
        // To the very end: only then is it known that nothing was cut off.
        if self.from.read(&mut [0]).map_err(fault)? != 0 {
            return Err(CopyError::damaged(&object, "there is more behind its end"));
        }
        Ok(counts)
    }

    fn bytes<const N: usize>(&mut self) -> io::Result<[u8; N]> {
        let mut bytes = [0; N];
        self.from.read_exact(&mut bytes)?;
        Ok(bytes)
    }

    fn value(&mut self) -> io::Result<Value> {
        let [tag] = self.bytes()?;
        match tag {
            NOTHING => Ok(Value::Null),
            NUMBER => Ok(Value::Int(i64::from_be_bytes(self.bytes()?))),
            TEXT => String::from_utf8(self.sized()?).map(Value::Text).map_err(io::Error::other),
            BYTES => Ok(Value::Bytes(self.sized()?)),
            _ => Err(io::Error::other("a value is of no kind")),
        }
    }

    fn sized(&mut self) -> io::Result<Vec<u8>> {
        let length = u32::from_be_bytes(self.bytes()?);
        if length > VALUE {
            return Err(io::Error::other("a value is too long"));
        }
        let mut value = Vec::new();
        (&mut self.from).take(length.into()).read_to_end(&mut value)?;
        if value.len() == length as usize { Ok(value) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
    }
}

/// Puts a dump into an empty database: the schema as it was, then all rows, in one transaction that also sets `mark` for
/// the start that follows. Returns what is there now, counted by the database.
pub(super) fn load<R: Read>(
    config: &StoreConfig,
    inventory: &Inventory,
    dump: Dump<R>,
    mark: (&str, String),
    now: Timestamp,
) -> Result<Vec<TableCount>, CopyError> {
    let target = target(config);
    let mut connection = target.connect(Mode::Write)?;
    if !connection.schema()?.is_empty() {
        return Err(CopyError::NotEmpty(config.folder.clone()));
    }
    connection.begin(Mode::Write)?;
    let loaded = load_in(&mut connection, target.dialect(), inventory, dump, mark, now);
    match loaded {
        Ok(counts) => {
            connection.simple("COMMIT")?;
            Ok(counts)
        }
        Err(error) => {
            let _ = connection.simple("ROLLBACK");
            Err(error)
        }
    }
}

fn load_in<R: Read>(
    connection: &mut Connection,
    dialect: crate::engine::Dialect,
    inventory: &Inventory,
    dump: Dump<R>,
    (mark, value): (&str, String),
    now: Timestamp,
) -> Result<Vec<TableCount>, CopyError> {
    let history: Vec<_> =
        dump.history.iter().map(|step| (step.slice.as_str(), step.name.as_str(), step.checksum.as_str())).collect();
    schema::migrate_as(connection, dialect, inventory, &history, now)?;
    // The schema's history, and whatever migrations wrote, comes with the rows.
    for (table, _) in dump.columns.iter().rev() {
        connection.execute(&format!("DELETE FROM {table}"), &[])?;
    }
    let inserts: Vec<_> = dump.columns.iter().map(|(table, columns)| insert(table, columns, dialect)).collect();
    let tables: Vec<_> = dump.columns.iter().map(|(table, _)| table.clone()).collect();
    dump.rows(&mut |table, values| connection.execute(&inserts[table], &values).map(drop))?;
    let counted = tables.into_iter().map(|table| {
        let rows = connection.query(&format!("SELECT COUNT(*) FROM {table}"), &[])?;
        let rows = rows.first().map_or(Ok(0), |row| row.int(0))?;
        Ok(TableCount { table, rows: rows.unsigned_abs() })
    });
    let counted = counted.collect::<Result<Vec<_>, StoreError>>()?;
    connection.execute(&text::query(queries::SET_MARK.text, dialect), params![mark, value])?;
    Ok(counted)
}

fn insert(table: &str, columns: &[String], dialect: crate::engine::Dialect) -> String {
    let places: Vec<_> = (1..=columns.len()).map(|n| format!("${n}")).collect();
    text::query(&format!("INSERT INTO {table} ({}) VALUES ({})", columns.join(", "), places.join(", ")), dialect)
}
