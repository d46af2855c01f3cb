//! The ledger of a copy: other ids hash to another chain, which another key signs.

use std::collections::BTreeMap;

use crate::{
    StoreError,
    engine::{Connection, text},
    ledger::{BEGINNING, Hash, Head, Link, head_of, link},
    params, queries,
    shared::Shared,
};

/// Entries read at a time.
const PAGE: i64 = 1000;

/// Chains every entry anew, and signs every head.
pub(super) fn chain_anew(connection: &mut Connection, shared: &Shared) -> Result<(), StoreError> {
    let spelled = |sql: &str| text::query(sql, shared.dialect);
    let (read, update) =
        (spelled(queries::LEDGER.text), spelled("UPDATE ledger SET previous = $2, hash = $3 WHERE sequence = $1"));
    let mut hashes: BTreeMap<i64, Hash> = BTreeMap::from([(0, BEGINNING)]);
    let (mut last, mut before): (i64, Option<Hash>) = (0, None);
    loop {
        let rows = connection.query(&read, params![last, PAGE])?;
        for row in &rows {
            let Link { entry, previous, .. } = Link::of(row)?;
            last = entry.sequence;
            // Where the oldest entries have gone, nothing is known of what the first one left follows.
            let previous = match before {
                Some(before) => before.to_vec(),
                None if last == 1 => BEGINNING.to_vec(),
                None => previous,
            };
            let hash = link(&previous, &entry.digest());
            connection.execute(&update, params![last, previous, hash.to_vec()])?;
            hashes.insert(last, hash);
            before = Some(hash);
        }
        if rows.len() < PAGE as usize {
            break;
        }
    }
    let update =
        spelled("UPDATE ledger_head SET hash = $3, key = $4, signature = $5 WHERE sequence = $1 AND first = $2");
    for row in connection.query(&spelled(queries::HEADS.text), &[])? {
        let known = head_of(&shared.organisation, &row)?;
        let head = Head { hash: hashes.get(&known.sequence).copied().unwrap_or(known.hash), ..known };
        let (key, signature) = shared.ring.sign(head.text().as_bytes())?;
        let values = params![head.sequence, head.first, head.hash.to_vec(), key, signature];
        connection.execute(&update, values)?;
    }
    Ok(())
}
