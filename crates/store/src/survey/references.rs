//! What points at something that is not there: rows, events, keys.

use std::{thread, time::Duration};

use kernel::{
    Uuid,
    manifest::{Class, Container, Content, Table},
};

use crate::{StoreError, copies::CopyError, params, snapshot::Snapshot};

use super::{Flaw, House, Survey, name_of};

/// Between a key that is durable and the commit that uses it.
const A_MOMENT: Duration = Duration::from_secs(1);

/// Follows each reference that has to lead somewhere: to the container that holds a row, to people who play a part in one,
/// to those who wrote. That somebody else is named who has gone since (who invited, who laid a hold) is as it should be.
pub(super) fn follow(house: &House<'_>, snapshot: &mut Snapshot, found: &mut Survey) -> Result<(), CopyError> {
    house.tell("references");
    for table in house.inventory().tables() {
        for (column, container) in references(house, table) {
            let text = format!(
                "SELECT t.{id} FROM {name} t WHERE t.{column} IS NOT NULL
                 AND NOT EXISTS (SELECT 1 FROM {at} c WHERE c.{key} = t.{column})",
                id = table.id,
                name = table.name,
                at = container.table,
                key = container.id,
            );
            snapshot.each(&text, &mut |mut row| {
                found.find(Flaw::Orphan, format!("{}.{column}", table.name), name_of(&row.take(0)));
                Ok(())
            })?;
        }
    }
    let nowhere: Vec<_> = house
        .inventory()
        .containers()
        .map(|at| format!("NOT EXISTS (SELECT 1 FROM {} c WHERE c.{} = e.subject)", at.table, at.id))
        .collect();
    let text = format!("SELECT e.name, e.subject FROM event e WHERE {}", nowhere.join(" AND "));
    snapshot.each(&text, &mut |mut row| {
        found.find(Flaw::Orphan, "event.subject", format!("{} of {}", name_of(&row.take(0)), name_of(&row.take(1))));
        Ok(())
    })
}

fn references(house: &House<'_>, table: &'static Table) -> Vec<(&'static str, &'static Container)> {
    let inventory = house.inventory();
    let holds =
        table.class.and_then(|class| inventory.class(class)).and_then(|class| inventory.container(class.container));
    let held = table.container_column.zip(holds).filter(|(_, container)| container.table != table.name);
    let own = inventory.containers().filter(|container| container.table == table.name);
    let parties = own.flat_map(|container| container.parties).map(|party| party.column);
    let people = table.columns.iter().filter(|column| matches!(column.content, Content::Author { .. }));
    let others = table.columns.iter().filter_map(|column| match column.content {
        Content::Reference(at) if at != access::Resource::PERSON => Some((column.name, inventory.container(at)?)),
        _ => None,
    });
    let person = inventory.container(access::Resource::PERSON);
    let people = parties.chain(people.map(|column| column.name)).filter_map(|column| Some((column, person?)));
    let mut all: Vec<_> = held.into_iter().chain(others).chain(people).collect();
    all.retain(|(column, container)| container.table != table.name || *column != container.id);
    if table.class.and_then(|class| inventory.class(class)).is_some_and(|class| outlives_its_container(house, class)) {
        all.retain(|(column, _)| Some(*column) != table.container_column);
    }
    all.sort_by_key(|(column, _)| *column);
    all.dedup_by_key(|(column, _)| *column);
    all
}

/// Whether what is held of a class may stay when the container's own row has gone: that row goes with somebody with whom the
/// class does not go.
fn outlives_its_container(house: &House<'_>, class: &Class) -> bool {
    let inventory = house.inventory();
    let row = inventory.container(class.container).and_then(|container| inventory.table(container.table));
    let goes_first = row.and_then(|table| table.class).and_then(|class| inventory.class(class));
    goes_first.is_some_and(|first| first.goes_with.iter().any(|party| !class.goes_with.contains(party)))
}

/// A key by its class and holder.
pub(super) type Key = (String, Uuid);

/// Keys under which nothing is, and whose containers and people are not in the snapshot.
pub(super) fn idle_keys(house: &House<'_>, snapshot: &mut Snapshot, found: &mut Survey) -> Result<Vec<Key>, CopyError> {
    house.tell("keys");
    let mut idle = Vec::new();
    for (class, holder) in house.ring.keys() {
        found.keys += 1;
        if !is_used(house, snapshot, class, holder)? {
            idle.push((class.to_owned(), holder));
        }
    }
    Ok(idle)
}

fn is_used(house: &House<'_>, snapshot: &mut Snapshot, class: &str, holder: Uuid) -> Result<bool, StoreError> {
    let inventory = house.inventory();
    let Some(class) = inventory.class(class) else { return Ok(false) };
    let also = class.sealed_also_for.map(|_| access::Resource::PERSON);
    for container in [Some(class.container), also].into_iter().flatten().filter_map(|name| inventory.container(name)) {
        let text = format!("SELECT 1 FROM {} WHERE {} = $1", container.table, container.id);
        if !snapshot.query(&text, params![holder])?.is_empty() {
            return Ok(true);
        }
    }
    let held = inventory.tables().filter(|table| table.class == Some(class.name));
    for (table, column) in held.filter_map(|table| Some((table.name, table.container_column?))) {
        if !snapshot.query(&format!("SELECT 1 FROM {table} WHERE {column} = $1 LIMIT 1"), params![holder])?.is_empty() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Looks once more: what was made a moment ago is used by now.
pub(super) fn still_idle(house: &House<'_>, idle: Vec<Key>, found: &mut Survey) -> Result<(), CopyError> {
    if idle.is_empty() {
        return Ok(());
    }
    thread::sleep(A_MOMENT);
    let mut snapshot = Snapshot::begin(house.source)?;
    for (class, holder) in idle {
        if !is_used(house, &mut snapshot, &class, holder)? {
            found.find(Flaw::IdleKey, "keyring", format!("{class} of {holder}"));
        }
    }
    Ok(())
}
