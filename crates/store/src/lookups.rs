//! A new key for keyed hashes whose plain text the store can open.

use std::sync::atomic::Ordering;

use kernel::{PersonId, Scope, Value};

use crate::{
    Cell, Reader, Sealed, StoreError, Work,
    derived::{also_column, row_also},
    engine::{Connection, Mode},
    params, queries,
    shared::{Shared, Twin},
};

/// Makes a new look-up key (durable), hashes every twin again in one transaction that also moves the mark, then
/// destroys the old key. Stopped anywhere, the mark in the database tells which key is in use, and both are there.
pub(crate) fn rotate(connection: &mut Connection, shared: &Shared, scope: &Scope) -> Result<u64, StoreError> {
    let version = shared.ring.next_lookup()?;
    connection.begin(Mode::Write)?;
    let mut work = Work::new(connection, shared, scope);
    let hashed = rehash(&mut work, Some(shared.lookup.load(Ordering::Acquire)), version);
    let (failed, ..) = work.finish();
    let ended = match (hashed, failed) {
        (Ok(count), None) => connection.simple("COMMIT").map(|()| count),
        (Err(error), _) | (Ok(_), Some(error)) => Err(error),
    };
    match ended {
        Ok(count) => {
            shared.lookup.store(version, Ordering::Release);
            shared.ring.destroy(&[], version, &mut |_| Ok(()))?;
            Ok(count)
        }
        Err(error) => {
            let _ = connection.simple("ROLLBACK");
            Err(error)
        }
    }
}

/// Inside a transaction: a database from a backup was hashed with a key that has been destroyed since. Its twins are
/// hashed with the ring's newest.
pub(crate) fn renew(connection: &mut Connection, shared: &Shared, scope: &Scope) -> Result<u64, StoreError> {
    let mut work = Work::new(connection, shared, scope);
    let hashed = rehash(&mut work, None, shared.lookup.load(Ordering::Acquire));
    let (failed, ..) = work.finish();
    failed.map_or(hashed, Err)
}

/// Hashes every twin with the key `version`; `old` is the one that it must have been hashed with, while that is known.
fn rehash(work: &mut Work<'_>, old: Option<u64>, version: u64) -> Result<u64, StoreError> {
    let mut count = 0;
    let shared = work.shared();
    for twin in &shared.places.twins {
        count += rehash_twin(work, shared, twin, old, version)?;
    }
    work.run(&queries::SET_MARK, params!["lookup", version.to_string()])?;
    Ok(count)
}

fn rehash_twin(
    work: &mut Work<'_>,
    shared: &Shared,
    twin: &Twin,
    old: Option<u64>,
    version: u64,
) -> Result<u64, StoreError> {
    let table = twin.table;
    let Some(placed) = table.class.and_then(|class| shared.inventory.class(class)) else { return Ok(0) };
    let holder = table.container_column.unwrap_or(table.id);
    let also = also_column(&shared.inventory, placed);
    let text = format!(
        "SELECT t.{id}, t.{holder}, t.{hashed}, t.{sealed}{also} FROM {name} t{join}
         WHERE t.{hashed} IS NOT NULL AND t.{sealed} IS NOT NULL",
        id = table.id,
        hashed = twin.hashed,
        sealed = twin.sealed,
        name = table.name,
        also = also.as_ref().map_or(String::new(), |also| format!(", {}", also.column)),
        join = also.as_ref().map_or(String::new(), |also| format!(" {}", also.join(holder))),
    );
    let update = format!("UPDATE {} SET {} = $2 WHERE {} = $1", table.name, twin.hashed, table.id);
    let mut count = 0;
    let rows = Reader::derived(work, &text, &[])?;
    for row in rows {
        let also: Option<PersonId> = row_also(&row, 4, also.is_some())?;
        let cell = Cell { table: table.name, column: twin.sealed, row: row.uuid(0)?, holder: row.uuid(1)?, also };
        let plain = match Sealed::new(cell, row.bytes(3)?.to_vec()).open(shared, placed) {
            Ok(plain) => plain,
            // The key is gone already; the rows follow.
            Err(StoreError::Gone) => continue,
            Err(error) => return Err(error),
        };
        let plain = std::str::from_utf8(&plain).map_err(|_| StoreError::Tampered)?;
        if let Some(old) = old
            && shared.keyed_hash_of(twin.item, plain, old)? != Value::from(row.bytes(2)?)
        {
            return Err(StoreError::Undeclared(format!(
                "{}.{} was hashed under another domain than its item {}, or of another text than its sealed twin",
                table.name, twin.hashed, twin.item
            )));
        }
        let hash = shared.keyed_hash_of(twin.item, plain, version)?;
        count += work.run_derived(&update, params![cell.row, hash])?;
    }
    Ok(count)
}
