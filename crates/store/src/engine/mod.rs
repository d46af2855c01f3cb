//! Connections to either engine, behind one face. Nothing above this folder names a driver.

mod postgres;
mod sqlite;
pub(crate) mod text;

use std::path::PathBuf;

use kernel::{SecretString, Value};

use crate::{Row, StoreError};

/// Which database, once the paths are known.
#[derive(Clone)]
pub(crate) enum Target {
    Sqlite { file: PathBuf },
    Postgres { url: SecretString, schema: String },
}

/// What a connection may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    Write,
    Read,
}

/// One connection; it lives and dies on the thread that opened it.
pub(crate) enum Connection {
    Sqlite(sqlite::Sqlite),
    Postgres(Box<postgres::Postgres>),
}

/// The two ways in which SQL texts are written down for an engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    Sqlite,
    Postgres,
}

impl Target {
    pub(crate) fn connect(&self, mode: Mode) -> Result<Connection, StoreError> {
        match self {
            Self::Sqlite { file } => Ok(Connection::Sqlite(sqlite::Sqlite::open(file, mode)?)),
            Self::Postgres { url, schema } => {
                Ok(Connection::Postgres(Box::new(postgres::Postgres::open(url.clone(), schema.clone(), mode)?)))
            }
        }
    }

    pub(crate) fn dialect(&self) -> Dialect {
        match self {
            Self::Sqlite { .. } => Dialect::Sqlite,
            Self::Postgres { .. } => Dialect::Postgres,
        }
    }
}

impl Connection {
    /// An empty database in memory, for lineage.
    pub(crate) fn in_memory() -> Result<Self, StoreError> {
        Ok(Self::Sqlite(sqlite::Sqlite::in_memory()?))
    }

    /// Runs a text in the engine's own spelling and returns its rows.
    pub(crate) fn query(&mut self, text: &str, params: &[Value]) -> Result<Vec<Row>, StoreError> {
        match self {
            Self::Sqlite(connection) => connection.query(text, params),
            Self::Postgres(connection) => connection.query(text, params),
        }
    }

    /// Runs a text in the engine's own spelling and hands over its rows one by one: for more than memory holds.
    pub(crate) fn each(
        &mut self,
        text: &str,
        take: &mut dyn FnMut(Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(connection) => connection.each(text, &[], take),
            Self::Postgres(connection) => connection.each(text, &[], take),
        }
    }

    /// Runs a text in the engine's own spelling and returns how many rows it touched.
    pub(crate) fn execute(&mut self, text: &str, params: &[Value]) -> Result<u64, StoreError> {
        match self {
            Self::Sqlite(connection) => connection.execute(text, params),
            Self::Postgres(connection) => connection.execute(text, params),
        }
    }

    /// The same with one row of parameters after the other, for a text that is prepared once.
    pub(crate) fn execute_each(&mut self, text: &str, rows: &[Vec<Value>]) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(connection) => connection.execute_each(text, rows),
            Self::Postgres(connection) => rows.iter().try_for_each(|row| connection.execute(text, row).map(drop)),
        }
    }

    /// Runs several statements without parameters.
    pub(crate) fn batch(&mut self, text: &str) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(connection) => connection.batch(text),
            Self::Postgres(connection) => connection.batch(text),
        }
    }

    /// Whether the engine takes the text; returns the number of its parameters.
    pub(crate) fn prepare(&mut self, text: &str) -> Result<usize, StoreError> {
        match self {
            Self::Sqlite(connection) => connection.prepare(text),
            Self::Postgres(connection) => connection.prepare(text),
        }
    }

    /// Begins a transaction of the connection's mode; a lost connection is made anew first.
    pub(crate) fn begin(&mut self, mode: Mode) -> Result<(), StoreError> {
        match (self, mode) {
            (Self::Sqlite(connection), Mode::Write) => connection.simple("BEGIN IMMEDIATE"),
            (Self::Sqlite(connection), Mode::Read) => connection.simple("BEGIN"),
            (Self::Postgres(connection), Mode::Write) => connection.begin("BEGIN"),
            (Self::Postgres(connection), Mode::Read) => {
                connection.begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            }
        }
    }

    /// `COMMIT`, `ROLLBACK`, `SAVEPOINT ...` and the like.
    pub(crate) fn simple(&mut self, text: &'static str) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(connection) => connection.simple(text),
            Self::Postgres(connection) => connection.batch(text),
        }
    }

    /// Whether the engine has given up the whole transaction by itself.
    pub(crate) fn lost_transaction(&self) -> bool {
        match self {
            Self::Sqlite(connection) => connection.lost_transaction(),
            Self::Postgres(connection) => connection.lost_transaction(),
        }
    }

    /// Every table's columns, as (table, column, type in upper case).
    pub(crate) fn schema(&mut self) -> Result<Vec<(String, String, String)>, StoreError> {
        match self {
            Self::Sqlite(connection) => connection.schema(),
            Self::Postgres(connection) => connection.schema(),
        }
    }

    /// Removes what deleted rows left behind. Outside any transaction.
    pub(crate) fn scrub(&mut self, tables: &[&'static str]) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(connection) => connection.scrub(),
            Self::Postgres(connection) => connection.scrub(tables),
        }
    }

    pub(crate) fn as_sqlite(&mut self) -> Option<&mut rusqlite::Connection> {
        match self {
            Self::Sqlite(connection) => Some(connection.raw()),
            Self::Postgres(_) => None,
        }
    }
}
