//! The floor: one table with metadata in each record, indexes on them, and a line in a log for each operation. Each
//! write is durable before it is answered; lines about looks are written together.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, types::Value};

use super::{
    System, bytes_under,
    load::{self, Operation, Record},
};
use crate::Failure;

const SCHEMA: &[&str] = &[
    "CREATE TABLE record (id BIGINT PRIMARY KEY, person BIGINT NOT NULL, purpose BIGINT NOT NULL, until BIGINT NOT NULL, \
     objection BIGINT NOT NULL, decision BIGINT NOT NULL, sharing BIGINT NOT NULL, source TEXT NOT NULL, data TEXT NOT NULL)",
    "CREATE INDEX record_person ON record (person)",
    "CREATE INDEX record_purpose ON record (purpose)",
    "CREATE INDEX record_until ON record (until)",
    "CREATE INDEX record_sharing ON record (sharing)",
    "CREATE TABLE log (person BIGINT NOT NULL, at BIGINT NOT NULL, what TEXT NOT NULL)",
    "CREATE INDEX log_person ON log (person, at)",
];

/// Where PostgreSQL holds it.
const SCHEMA_NAME: &str = "plain";

const INSERT: &str = "INSERT INTO record (id, person, purpose, until, objection, decision, sharing, source, data) \
                      VALUES ($1, $2, $3, $4, 0, 1, $5, 'the person', $6)";
const METADATA: &str = "SELECT purpose, until, objection, decision, sharing, source FROM record";
/// So many lines of looks are written together, when nothing else is.
const TOGETHER: usize = 100;
const LOG: &str = "INSERT INTO log (person, at, what) VALUES ($1, $2, $3)";

/// A value that is handed in; the two drivers have types of their own.
pub(super) enum Given {
    Number(i64),
    Text(String),
}

impl From<u32> for Given {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

macro_rules! given {
    ($($value:expr),*) => { &[$(Given::from($value)),*] };
}

impl From<&str> for Given {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Given {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// A database with a driver.
pub(super) trait Engine {
    const NAME: &'static str;
    fn begin(&mut self) -> Result<(), Failure>;
    fn commit(&mut self) -> Result<(), Failure>;
    /// Does what the text says; how many rows were written.
    fn run(&mut self, text: &str, given: &[Given]) -> Result<usize, Failure>;
    /// Reads all; how many rows there were.
    fn read(&mut self, text: &str, given: &[Given]) -> Result<usize, Failure>;
    fn bytes(&mut self) -> Result<u64, Failure>;
}

/// Plain SQLite.
pub(super) struct Sqlite {
    connection: Connection,
    path: PathBuf,
}

impl Sqlite {
    pub(super) fn open(path: &Path) -> Result<Plain<Self>, Failure> {
        let connection = Connection::open(path)?;
        connection.execute_batch("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;")?;
        connection.set_prepared_statement_cache_capacity(64);
        Ok(Plain { engine: Self { connection, path: path.to_owned() }, turn: 0, lines: Vec::new() })
    }
}

impl Engine for Sqlite {
    const NAME: &'static str = "plain SQLite";

    fn begin(&mut self) -> Result<(), Failure> {
        Ok(self.connection.execute_batch("BEGIN IMMEDIATE")?)
    }

    fn commit(&mut self) -> Result<(), Failure> {
        Ok(self.connection.execute_batch("COMMIT")?)
    }

    fn run(&mut self, text: &str, given: &[Given]) -> Result<usize, Failure> {
        let mut statement = self.connection.prepare_cached(&text.replace('$', "?"))?;
        Ok(statement.execute(rusqlite::params_from_iter(values(given)))?)
    }

    fn read(&mut self, text: &str, given: &[Given]) -> Result<usize, Failure> {
        let mut statement = self.connection.prepare_cached(&text.replace('$', "?"))?;
        let columns = statement.column_count();
        let mut rows = statement.query(rusqlite::params_from_iter(values(given)))?;
        let mut count = 0;
        while let Some(row) = rows.next()? {
            for column in 0..columns {
                std::hint::black_box(row.get::<_, Value>(column)?);
            }
            count += 1;
        }
        Ok(count)
    }

    fn bytes(&mut self) -> Result<u64, Failure> {
        self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        bytes_under(&self.path)
    }
}

fn values(given: &[Given]) -> impl Iterator<Item = Value> + '_ {
    given.iter().map(|value| match value {
        Given::Number(number) => Value::Integer(*number),
        Given::Text(text) => Value::Text(text.clone()),
    })
}

/// Plain PostgreSQL. Its driver blocks, so it is asked where the runtime lets one block.
pub(super) struct Postgres {
    client: Option<postgres::Client>,
    url: String,
    statements: std::collections::HashMap<String, postgres::Statement>,
}

impl Postgres {
    pub(super) async fn open(url: &str) -> Result<Plain<Self>, Failure> {
        let url = format!("{url} options='-c search_path={SCHEMA_NAME}'");
        let client = blocking(|| -> Result<_, Failure> {
            let mut client = postgres::Client::connect(&url, postgres::NoTls)?;
            client.batch_execute(&format!("CREATE SCHEMA {SCHEMA_NAME}"))?;
            Ok(client)
        })?;
        Ok(Plain {
            engine: Self { client: Some(client), url, statements: std::collections::HashMap::new() },
            turn: 0,
            lines: Vec::new(),
        })
    }

    fn prepared(&mut self, text: &str) -> Result<(&mut postgres::Client, postgres::Statement), Failure> {
        let client = self.client.as_mut().ok_or("the connection is closed")?;
        let known = match self.statements.get(text) {
            Some(known) => known.clone(),
            None => {
                let fresh = client.prepare(text)?;
                self.statements.insert(text.to_owned(), fresh.clone());
                fresh
            }
        };
        Ok((client, known))
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        blocking(|| drop(self.client.take()));
    }
}

/// What a schema takes on disk, with its indexes.
pub(super) fn bytes_of(url: &str, schema: &str) -> Result<u64, Failure> {
    const SIZES: &str = "SELECT SUM(pg_total_relation_size(c.oid))::BIGINT FROM pg_class c \
                         JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relkind = 'r'";
    blocking(|| {
        let mut client = postgres::Client::connect(url, postgres::NoTls)?;
        Ok(u64::try_from(client.query_one(SIZES, &[&schema])?.get::<_, i64>(0))?)
    })
}

fn blocking<T>(work: impl FnOnce() -> T) -> T {
    tokio::task::block_in_place(work)
}

impl Engine for Postgres {
    const NAME: &'static str = "plain PostgreSQL";

    fn begin(&mut self) -> Result<(), Failure> {
        let client = self.client.as_mut().ok_or("the connection is closed")?;
        Ok(blocking(|| client.batch_execute("BEGIN"))?)
    }

    fn commit(&mut self) -> Result<(), Failure> {
        let client = self.client.as_mut().ok_or("the connection is closed")?;
        Ok(blocking(|| client.batch_execute("COMMIT"))?)
    }

    fn run(&mut self, text: &str, given: &[Given]) -> Result<usize, Failure> {
        blocking(|| {
            let (client, statement) = self.prepared(text)?;
            Ok(usize::try_from(client.execute(&statement, &borrowed(given))?)?)
        })
    }

    fn read(&mut self, text: &str, given: &[Given]) -> Result<usize, Failure> {
        blocking(|| {
            let (client, statement) = self.prepared(text)?;
            Ok(client.query(&statement, &borrowed(given))?.len())
        })
    }

    fn bytes(&mut self) -> Result<u64, Failure> {
        bytes_of(&self.url, SCHEMA_NAME)
    }
}

fn borrowed(given: &[Given]) -> Vec<&(dyn postgres::types::ToSql + Sync)> {
    let each = given.iter().map(|value| match value {
        Given::Number(number) => number as &(dyn postgres::types::ToSql + Sync),
        Given::Text(text) => text,
    });
    each.collect()
}

/// The floor over one engine.
pub(super) struct Plain<E> {
    engine: E,
    turn: u32,
    /// Lines of the log that wait for a commit.
    lines: Vec<(u32, u32)>,
}

impl<E: Engine> Plain<E> {
    /// A write and its line in the log, in one commit.
    fn write(&mut self, about: u32, text: &str, given: &[Given]) -> Result<usize, Failure> {
        self.engine.begin()?;
        let touched = self.engine.run(text, given)?;
        self.log(about, text)?;
        self.engine.commit()?;
        Ok(touched)
    }

    /// What was read; its line in the log goes with the next commit, as ours does.
    fn read(&mut self, about: u32, text: &str, given: &[Given]) -> Result<usize, Failure> {
        let touched = self.engine.read(text, given)?;
        self.turn += 1;
        self.lines.push((about, self.turn));
        if self.lines.len() >= TOGETHER {
            self.engine.begin()?;
            self.log(about, text)?;
            self.engine.commit()?;
        }
        Ok(touched)
    }

    fn log(&mut self, about: u32, text: &str) -> Result<(), Failure> {
        for (about, turn) in std::mem::take(&mut self.lines) {
            self.engine.run(LOG, given![about, turn, "SELECT"])?;
        }
        self.turn += 1;
        let what = text.split(' ').next().unwrap_or_default();
        self.engine.run(LOG, given![about, self.turn, what])?;
        Ok(())
    }

    fn insert(&mut self, record: Record) -> Result<usize, Failure> {
        let Record { key, person, purpose } = record;
        self.engine.run(INSERT, given![key, person, purpose, record.day(), purpose % 7, record.data(0)])
    }
}

impl<E: Engine> System for Plain<E> {
    fn name(&self) -> &'static str {
        E::NAME
    }

    async fn fill(&mut self) -> Result<(), Failure> {
        for text in SCHEMA {
            self.engine.run(text, &[])?;
        }
        self.engine.begin()?;
        for key in 0..load::RECORDS {
            self.insert(Record::of(key))?;
        }
        self.engine.commit()
    }

    async fn operate(&mut self, operation: Operation) -> Result<usize, Failure> {
        const ALL: u32 = u32::MAX;
        match operation {
            Operation::Create(record) => {
                self.engine.begin()?;
                let touched = self.insert(record)?;
                self.log(record.person, "INSERT")?;
                self.engine.commit()?;
                Ok(touched)
            }
            Operation::DeleteByKey(record) => {
                self.write(record.person, "DELETE FROM record WHERE id = $1", given![record.key])
            }
            Operation::DeleteByPurpose(purpose) => {
                self.write(ALL, "DELETE FROM record WHERE purpose = $1", given![purpose])
            }
            Operation::DeleteByTime(day) => self.write(ALL, "DELETE FROM record WHERE until <= $1", given![day]),
            Operation::DeleteByPerson(person) => {
                self.write(person, "DELETE FROM record WHERE person = $1", given![person])
            }
            Operation::ReadByKey(record) => {
                self.read(record.person, "SELECT data FROM record WHERE id = $1", given![record.key])
            }
            Operation::ReadByPerson(person) => {
                self.read(person, "SELECT id, data FROM record WHERE person = $1", given![person])
            }
            Operation::ReadByPurpose(purpose) => {
                self.read(ALL, "SELECT id, data FROM record WHERE purpose = $1", given![purpose])
            }
            Operation::ReadUnlessObjected(purpose) => {
                self.read(ALL, "SELECT id, data FROM record WHERE purpose = $1 AND objection = 0", given![purpose])
            }
            Operation::ReadWhereDecided(purpose) => {
                self.read(ALL, "SELECT id, data FROM record WHERE purpose = $1 AND decision = 1", given![purpose])
            }
            Operation::ReadMetadataByKey(record) => {
                self.read(record.person, &format!("{METADATA} WHERE id = $1"), given![record.key])
            }
            Operation::ReadMetadataByPerson(person) => {
                self.read(person, &format!("{METADATA} WHERE person = $1"), given![person])
            }
            Operation::Correct(record, edition) => {
                let (text, data) = ("UPDATE record SET data = $2 WHERE id = $1", record.data(edition));
                self.write(record.person, text, given![record.key, data])
            }
            Operation::ObjectByKey(record, objects) => {
                let text = "UPDATE record SET objection = $2 WHERE id = $1";
                self.write(record.person, text, given![record.key, u32::from(objects)])
            }
            Operation::ObjectByPerson(person, objects) => {
                let text = "UPDATE record SET objection = $2 WHERE person = $1";
                self.write(person, text, given![person, u32::from(objects)])
            }
            Operation::ShareByPurpose(purpose, with) => {
                self.write(ALL, "UPDATE record SET sharing = $2 WHERE purpose = $1", given![purpose, with % 7])
            }
            Operation::ShareByShare(from, to) => {
                self.write(ALL, "UPDATE record SET sharing = $2 WHERE sharing = $1", given![from, to])
            }
            Operation::Logs(person) => {
                let text = "SELECT at, what FROM log WHERE person = $1 ORDER BY at DESC LIMIT 100";
                self.read(person, text, given![person])
            }
            Operation::VerifyDeletion(record) => {
                self.read(record.person, "SELECT 1 FROM record WHERE id = $1", given![record.key])
            }
        }
    }

    async fn count(&mut self) -> Result<usize, Failure> {
        self.engine.read("SELECT id FROM record", &[])
    }

    async fn bytes(&mut self) -> Result<u64, Failure> {
        self.engine.bytes()
    }
}
