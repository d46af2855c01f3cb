//! SQLite, bundled: write-ahead log, `synchronous=FULL`, `secure_delete=ON`.

use std::{path::Path, time::Duration};

use kernel::Value;
use rusqlite::{OpenFlags, Statement, config::DbConfig, types::ValueRef};

use crate::{Row, StoreError};

use super::Mode;

pub(crate) struct Sqlite {
    connection: rusqlite::Connection,
}

/// Statements kept prepared on each connection.
const STATEMENTS: usize = 512;

impl Sqlite {
    pub(super) fn open(file: &Path, mode: Mode) -> Result<Self, StoreError> {
        let flags = match mode {
            Mode::Write => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
            Mode::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
        };
        let connection = rusqlite::Connection::open_with_flags(file, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
        connection.busy_timeout(Duration::from_secs(5))?;
        let settings = match mode {
            Mode::Write => {
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
                 PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY;
                 PRAGMA cell_size_check = ON; PRAGMA wal_autocheckpoint = 1000"
            }
            Mode::Read => "PRAGMA query_only = ON; PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY",
        };
        connection.execute_batch(settings)?;
        if mode == Mode::Write {
            let journal: String = connection.query_row("PRAGMA journal_mode", [], |row| row.get(0))?;
            if journal != "wal" {
                return Err(StoreError::Database(format!("the journal is {journal}, not a write-ahead log")));
            }
        }
        // One plan for each text. Without this, profiles of a page showed texts with a bound LIMIT parsed and planned
        // anew while they ran; what that costs was not measured by itself.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        Ok(Self::around(connection))
    }

    pub(super) fn in_memory() -> Result<Self, StoreError> {
        let connection = rusqlite::Connection::open_in_memory()?;
        connection.execute_batch("PRAGMA foreign_keys = ON")?;
        Ok(Self::around(connection))
    }

    fn around(connection: rusqlite::Connection) -> Self {
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        Self { connection }
    }

    pub(super) fn query(&mut self, text: &str, params: &[Value]) -> Result<Vec<Row>, StoreError> {
        let mut found = Vec::new();
        self.each(text, params, &mut |row| {
            found.push(row);
            Ok(())
        })?;
        Ok(found)
    }

    pub(super) fn each(
        &mut self,
        text: &str,
        params: &[Value],
        take: &mut dyn FnMut(Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(text)?;
        bind(&mut statement, params)?;
        let columns = statement.column_count();
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next()? {
            let mut values = Vec::with_capacity(columns);
            for n in 0..columns {
                values.push(match row.get_ref(n)? {
                    ValueRef::Null => Value::Null,
                    ValueRef::Integer(number) => Value::Int(number),
                    ValueRef::Text(text) => Value::Text(String::from_utf8_lossy(text).into_owned()),
                    ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
                    ValueRef::Real(_) => return Err(StoreError::Shape { column: n, expected: "a whole number" }),
                });
            }
            take(Row::new(values))?;
        }
        Ok(())
    }

    pub(super) fn execute(&mut self, text: &str, params: &[Value]) -> Result<u64, StoreError> {
        let mut statement = self.connection.prepare_cached(text)?;
        bind(&mut statement, params)?;
        Ok(statement.raw_execute()? as u64)
    }

    pub(super) fn execute_each(&mut self, text: &str, rows: &[Vec<Value>]) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached(text)?;
        for row in rows {
            bind(&mut statement, row)?;
            statement.raw_execute()?;
        }
        Ok(())
    }

    pub(super) fn batch(&mut self, text: &str) -> Result<(), StoreError> {
        Ok(self.connection.execute_batch(text)?)
    }

    pub(super) fn simple(&mut self, text: &'static str) -> Result<(), StoreError> {
        self.connection.prepare_cached(text)?.raw_execute()?;
        Ok(())
    }

    pub(super) fn prepare(&mut self, text: &str) -> Result<usize, StoreError> {
        Ok(self.connection.prepare(text)?.parameter_count())
    }

    pub(super) fn lost_transaction(&self) -> bool {
        self.connection.is_autocommit()
    }

    pub(super) fn schema(&mut self) -> Result<Vec<(String, String, String)>, StoreError> {
        let mut statement = self.connection.prepare(
            "SELECT t.name, c.name, upper(c.type) FROM sqlite_schema t JOIN pragma_table_xinfo(t.name) c
             WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY t.name, c.cid",
        )?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Moves the whole log into the file and empties it; a reader in its midst makes that wait.
    pub(super) fn scrub(&mut self) -> Result<(), StoreError> {
        let busy: i64 = self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        if busy == 0 { Ok(()) } else { Err(StoreError::Busy) }
    }

    pub(super) fn raw(&mut self) -> &mut rusqlite::Connection {
        &mut self.connection
    }
}

fn bind(statement: &mut Statement<'_>, params: &[Value]) -> Result<(), StoreError> {
    if statement.parameter_count() != params.len() {
        return Err(StoreError::Database(format!(
            "the text takes {} values, {} were given",
            statement.parameter_count(),
            params.len()
        )));
    }
    for (n, value) in params.iter().enumerate() {
        match value {
            Value::Null => statement.raw_bind_parameter(n + 1, rusqlite::types::Null)?,
            Value::Int(number) => statement.raw_bind_parameter(n + 1, number)?,
            Value::Text(text) => statement.raw_bind_parameter(n + 1, text)?,
            Value::Bytes(bytes) => statement.raw_bind_parameter(n + 1, bytes)?,
        }
    }
    Ok(())
}
