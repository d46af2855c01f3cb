//! Migrations, and the inventory held against the schema (I1).

use std::{collections::BTreeMap, fmt::Write as _};

use aws_lc_rs::digest;
use kernel::{
    Inventory, Slice, Timestamp,
    manifest::{Content, Migration, Protection},
};

use crate::{
    StoreError,
    engine::{Connection, Dialect, text},
    params, queries,
};

/// Brings the schema up to date, in one transaction that the caller began.
pub(crate) fn migrate(
    connection: &mut Connection,
    dialect: Dialect,
    inventory: &Inventory,
    now: Timestamp,
) -> Result<(), StoreError> {
    let history = history(connection)?;
    for slice in inventory.slices() {
        let recorded = history.get(slice.name).map_or(&[][..], Vec::as_slice);
        for migration in pending(slice, recorded)? {
            run(connection, dialect, slice, migration, now)?;
        }
    }
    Ok(())
}

/// Makes the schema as a backup had it: the steps of `history` (slice, name, checksum) and no more.
pub(crate) fn migrate_as(
    connection: &mut Connection,
    dialect: Dialect,
    inventory: &Inventory,
    history: &[(&str, &str, &str)],
    now: Timestamp,
) -> Result<(), StoreError> {
    if let Some((slice, name, _)) =
        history.iter().find(|(slice, ..)| !inventory.slices().any(|known| known.name == *slice))
    {
        let fault = format!("the backup has {name} of {slice}, which this version does not know: use a newer one");
        return Err(StoreError::Migration { slice: "store", fault });
    }
    for slice in inventory.slices() {
        let mut recorded: Vec<_> = history
            .iter()
            .filter(|(of, ..)| *of == slice.name)
            .map(|(_, name, checksum)| ((*name).to_owned(), (*checksum).to_owned()))
            .collect();
        recorded.sort();
        let left = pending(slice, &recorded)?.len();
        for migration in &slice.migrations[..slice.migrations.len() - left] {
            run(connection, dialect, slice, migration, now)?;
        }
    }
    Ok(())
}

fn run(
    connection: &mut Connection,
    dialect: Dialect,
    slice: &'static Slice,
    migration: &Migration,
    now: Timestamp,
) -> Result<(), StoreError> {
    connection
        .batch(&text::migration(migration.sql, dialect))
        .map_err(|error| StoreError::Migration { slice: slice.name, fault: format!("{}: {error}", migration.name) })?;
    let recorded = text::query(queries::MIGRATED.text, dialect);
    connection.execute(&recorded, params![slice.name, migration.name, checksum(migration), now])?;
    Ok(())
}

type History = BTreeMap<String, Vec<(String, String)>>;

fn history(connection: &mut Connection) -> Result<History, StoreError> {
    let mut history = History::new();
    if !connection.schema()?.iter().any(|(table, ..)| table == "store_migration") {
        return Ok(history);
    }
    for row in connection.query(queries::HISTORY.text, &[])? {
        let step = (row.text(1)?.to_owned(), row.text(2)?.to_owned());
        history.entry(row.text(0)?.to_owned()).or_default().push(step);
    }
    Ok(history)
}

/// What a slice has not run yet; refuses a history that is not the beginning of what it declares.
fn pending(slice: &'static Slice, recorded: &[(String, String)]) -> Result<&'static [Migration], StoreError> {
    let fault = |fault: String| Err(StoreError::Migration { slice: slice.name, fault });
    if let Some(pair) = slice.migrations.windows(2).find(|pair| pair[0].name >= pair[1].name) {
        return fault(format!("{} must come after {}: names begin with a number", pair[1].name, pair[0].name));
    }
    for (n, (name, sum)) in recorded.iter().enumerate() {
        let Some(declared) = slice.migrations.get(n) else {
            return fault(format!("the database has {name}, which this version does not know: run a newer version"));
        };
        if declared.name != name {
            return fault(format!(
                "the database has {name} where {} is declared: migrations only go forward, add new ones at the end",
                declared.name
            ));
        }
        if checksum(declared) != *sum {
            return fault(format!("{name} was changed after it had run: restore it, and write a new one instead"));
        }
    }
    Ok(&slice.migrations[recorded.len()..])
}

fn checksum(migration: &Migration) -> String {
    let sum = digest::digest(&digest::SHA256, migration.sql.as_bytes());
    sum.as_ref().iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Every column in the schema is declared, every declared column exists, and what is sealed or hashed has room for
/// bytes (I1). All differences at once.
pub(crate) fn check(connection: &mut Connection, inventory: &Inventory) -> Result<(), StoreError> {
    let schema = connection.schema()?;
    let mut faults = Vec::new();
    for (table, column, kind) in &schema {
        let Some(declared) = inventory.table(table) else {
            let first = !faults.iter().any(|fault: &String| fault.starts_with(&format!("table {table} ")));
            if first {
                faults.push(format!(
                    "table {table} is in the schema, but no slice declares it: add it to a manifest's `tables`, or \
                     drop it in a migration"
                ));
            }
            continue;
        };
        let Some(declared) = declared.columns.iter().find(|known| known.name == column) else {
            faults.push(format!(
                "column {table}.{column} is in the schema, but not declared: say in the manifest what it holds"
            ));
            continue;
        };
        let bytes = matches!(kind.as_str(), "BLOB" | "BYTEA");
        let wants = match declared.content {
            Content::Personal(_, Protection::Sealed) => Some("sealed"),
            Content::Personal(_, Protection::KeyedHash) => Some("a keyed hash"),
            Content::Reference(_) | Content::Author { .. } => Some("an id"),
            Content::Personal(_, Protection::Plain(_)) | Content::Technical(_) => None,
        };
        if let Some(wants) = wants.filter(|_| !bytes) {
            faults
                .push(format!("column {table}.{column} is declared as {wants}, but its type is {kind}: make it BLOB"));
        }
    }
    for table in inventory.tables() {
        if !schema.iter().any(|(name, ..)| name == table.name) {
            faults.push(format!("table {} is declared, but not in the schema: write its migration", table.name));
            continue;
        }
        let names = table.columns.iter().map(|column| column.name).chain([table.id]).chain(table.container_column);
        for name in names {
            if !schema.iter().any(|(of, column, _)| of == table.name && column == name) {
                let fault =
                    format!("column {}.{name} is declared, but not in the schema: write its migration", table.name);
                if !faults.contains(&fault) {
                    faults.push(fault);
                }
            }
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(StoreError::Inventory(faults)) }
}
