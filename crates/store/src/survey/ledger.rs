//! The ledger's chain, against its own signed heads and those of a witness.

use crate::{
    StoreError,
    copies::CopyError,
    ledger::{Head, Link, Walk, head_of},
    params, queries,
    snapshot::Snapshot,
};

use super::{Flaw, House, Survey};

/// Entries read at a time.
const PAGE: i64 = 1000;

/// Holds the whole chain.
pub(super) fn hold(
    house: &House<'_>,
    snapshot: &mut Snapshot,
    heads: &[Head],
    found: &mut Survey,
) -> Result<(), CopyError> {
    house.tell("ledger");
    let heads = [own_heads(house, snapshot, found)?, heads.to_vec()].concat();
    found.heads = heads.len();
    let (mut walk, mut last) = (Walk::new(&heads), 0);
    loop {
        let rows = snapshot.query(queries::LEDGER.text, params![last, PAGE])?;
        for row in &rows {
            let link = Link::of(row)?;
            if let Err(fault) = walk.step(&link.entry, &link.previous, &link.hash) {
                found.find(Flaw::Ledger(fault), "ledger", format!("entry {}", link.entry.sequence));
                return Ok(());
            }
            last = link.entry.sequence;
        }
        if rows.len() < PAGE as usize {
            break;
        }
    }
    match walk.end() {
        Ok(held) => found.ledger = Some(held),
        Err(fault) => found.find(Flaw::Ledger(fault), "ledger", format!("entry {last}")),
    }
    Ok(())
}

/// The heads that are kept, as far as they are signed with the organisation's key.
fn own_heads(house: &House<'_>, snapshot: &mut Snapshot, found: &mut Survey) -> Result<Vec<Head>, StoreError> {
    let public = house.ring.public_key();
    let mut own = Vec::new();
    for row in snapshot.query(queries::HEADS.text, &[])? {
        let head = head_of(&house.source.organisation, &row)?;
        if head.key == public && head.is_signed() {
            own.push(head);
        } else {
            found.find(Flaw::ForgedHead, "ledger_head", format!("entry {}", head.sequence));
        }
    }
    Ok(own)
}
