//! Which columns each registered text reads and writes, by SQLite's authorizer: a second net beside the seals.
//!
//! The authorizer names every column that a statement touches, through `SELECT *` and views too, when it is prepared.
//! Held against the manifests, it finds a query that reads what none of its actions and jobs declares.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, PoisonError},
};

use kernel::{
    Inventory, Timestamp,
    manifest::{Content, Protection, Sql},
};
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};

use crate::{
    StoreError,
    engine::{Connection, Dialect, text},
    schema,
};

/// What one text touches.
#[derive(Clone, Debug)]
pub struct Lineage {
    /// The text.
    pub sql: &'static Sql,
    /// Columns read, as (table, column).
    pub reads: Vec<(String, String)>,
    /// Columns written, as (table, column).
    pub writes: Vec<(String, String)>,
}

#[derive(Default)]
struct Touched {
    reads: BTreeSet<(String, String)>,
    writes: BTreeSet<(String, String)>,
}

/// The lineage of every registered text, on an empty database of all migrations.
pub fn of(inventory: &Inventory) -> Result<Vec<Lineage>, StoreError> {
    let mut connection = Connection::in_memory()?;
    schema::migrate(&mut connection, Dialect::Sqlite, inventory, Timestamp::UNIX_EPOCH)?;
    let touched = Arc::new(Mutex::new(Touched::default()));
    let Some(sqlite) = connection.as_sqlite() else { return Ok(Vec::new()) };
    let notes = Arc::clone(&touched);
    sqlite.authorizer(Some(move |context: AuthContext<'_>| {
        let mut touched = notes.lock().unwrap_or_else(PoisonError::into_inner);
        match context.action {
            AuthAction::Read { table_name, column_name } => {
                touched.reads.insert((table_name.to_owned(), column_name.to_owned()));
            }
            AuthAction::Update { table_name, column_name } => {
                touched.writes.insert((table_name.to_owned(), column_name.to_owned()));
            }
            _ => {}
        }
        Authorization::Allow
    }))?;
    let mut found = Vec::new();
    for sql in inventory.queries() {
        *touched.lock().unwrap_or_else(PoisonError::into_inner) = Touched::default();
        sqlite
            .prepare(&text::query(sql.text, Dialect::Sqlite))
            .map_err(|error| StoreError::Database(format!("{}: {error}", sql.name)))?;
        let Touched { reads, mut writes } =
            std::mem::take(&mut *touched.lock().unwrap_or_else(PoisonError::into_inner));
        writes.extend(inserted(inventory, sql));
        found.push(Lineage { sql, reads: reads.into_iter().collect(), writes: writes.into_iter().collect() });
    }
    Ok(found)
}

/// The columns that an `INSERT` fills: the authorizer names its table alone.
fn inserted(inventory: &Inventory, sql: &Sql) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (table, mut columns) in text::inserted(sql.text) {
        if columns.is_empty() {
            let declared = inventory.table(&table).map_or(&[][..], |table| table.columns);
            columns = declared.iter().map(|column| column.name.to_owned()).collect();
        }
        found.extend(columns.into_iter().map(|column| (table.clone(), column)));
    }
    found
}

/// Texts that read or write a personal item which none of their actions and jobs declares; one sentence each.
///
/// Reading is declared by an action's `discloses` or `writes`, or a job's `handles`; writing by `writes` or
/// `handles`. Reading a keyed hash needs no declaration: it tells only whether it is the hash of a text that the
/// asker has already.
pub fn faults(inventory: &Inventory) -> Result<Vec<String>, StoreError> {
    let mut faults = Vec::new();
    for lineage in of(inventory)? {
        let declared = Declared::of(inventory, lineage.sql);
        let mut hold = |touched: &[(String, String)], verb: &str, allowed: &BTreeSet<&str>| {
            for (table, column) in touched {
                let Some((item, protection)) = personal(inventory, table, column) else { continue };
                if allowed.contains(item) || (verb == "reads" && protection == Protection::KeyedHash) {
                    continue;
                }
                faults.push(format!(
                    "{} {verb} {table}.{column} ({item}), which none of {:?} declares: declare it there, or leave the \
                     column out",
                    lineage.sql.name, lineage.sql.runs_for
                ));
            }
        };
        hold(&lineage.reads, "reads", &declared.reads);
        hold(&lineage.writes, "writes", &declared.writes);
    }
    Ok(faults)
}

struct Declared {
    reads: BTreeSet<&'static str>,
    writes: BTreeSet<&'static str>,
}

impl Declared {
    fn of(inventory: &Inventory, sql: &Sql) -> Self {
        let (mut reads, mut writes) = (BTreeSet::new(), BTreeSet::new());
        for name in sql.runs_for {
            if let Some(action) = inventory.action(name) {
                reads.extend(action.discloses);
                reads.extend(action.writes);
                writes.extend(action.writes);
            }
            for job in inventory.jobs().filter(|job| job.name == *name) {
                reads.extend(job.handles);
                writes.extend(job.handles);
            }
        }
        Self { reads, writes }
    }
}

fn personal(inventory: &Inventory, table: &str, column: &str) -> Option<(&'static str, Protection)> {
    let column = inventory.table(table)?.columns.iter().find(|known| known.name == column)?;
    match column.content {
        Content::Personal(item, protection) => Some((item, protection)),
        Content::Technical(_) | Content::Reference(_) | Content::Author { .. } => None,
    }
}
