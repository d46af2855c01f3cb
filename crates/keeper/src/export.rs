//! What a person takes along: everything that the person may read, as readable JSON.

use std::{collections::BTreeMap, sync::Arc};

use access::{Access, Resource};
use kernel::{
    ExposeSecret as _, PersonId, Scope, Uuid, Value,
    manifest::{ActionKind, Content},
};
use serde_json::{Map, Value as Json, json};
use statement::dates::{Goes, Rules};
use store::{
    Opener, StoreError,
    derived::{self, Field, Held, HeldRow},
};

use crate::{Keeper, KeeperError, look::Looked};

type Container = (&'static str, Uuid);

impl Keeper {
    /// Everything that is held of the person who asks, with reasons and dates; sealed values opened where the person
    /// may read them, by the same decisions as every page (each leaves a line in the access log).
    ///
    /// What the statement does not let the person read (a coach's private notes, a password's hash) is counted, and
    /// named by its items, but not shown.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn export(&self, scope: &Scope, access: &Access, person: PersonId) -> Result<Json, KeeperError> {
        let (plan, inventory) = (Arc::clone(&self.plan), Arc::clone(&self.inventory));
        let (held, resources, dates) = self
            .store
            .read(scope, move |reader| {
                let rules = Rules::new(&plan, &inventory);
                let held = derived::held_of(reader, person)?;
                let (mut resources, mut dates) = (BTreeMap::new(), BTreeMap::new());
                for part in &held {
                    let looked = Looked::at(reader, &inventory, &rules, part.container, part.holder)?;
                    let goes = rules.goes(part.class, &looked.known(), plan.zone());
                    dates.insert((part.class.name, part.holder), goes);
                    let resource = Resource {
                        container: part.container.name,
                        id: part.holder,
                        parties: looked.parties,
                        state: None,
                    };
                    resources.insert((part.container.name, part.holder), resource);
                }
                Ok::<_, StoreError>((held, resources, dates))
            })
            .await?;
        let openers = self.openers(scope, access, resources.values());
        let mut parts = Vec::new();
        let mut seen = Vec::new();
        for part in held.into_iter().filter(|part| part.rows > 0) {
            // Somebody who plays two parts in one container takes its rows along once.
            if seen.contains(&(part.table.name, part.holder)) {
                continue;
            }
            seen.push((part.table.name, part.holder));
            let (table, holder) = (part.table, part.holder);
            let rows = self.store.read(scope, move |reader| derived::rows_of(reader, table, holder)).await?;
            let goes = dates.get(&(part.class.name, part.holder));
            let openers = openers.get(&(part.container.name, part.holder));
            parts.push(self.part(&part, person, rows, goes, openers));
        }
        Ok(json!({
            "organisation": scope.organisation.as_str(),
            "statement": { "name": self.plan.key(), "version": self.plan.version().number },
            "taken": scope.now.to_string(),
            "person": person.to_string(),
            "held": parts,
        }))
    }

    fn openers<'a>(
        &self,
        scope: &Scope,
        access: &Access,
        resources: impl Iterator<Item = &'a Resource>,
    ) -> BTreeMap<Container, Vec<(access::Grant, Opener)>> {
        resources
            .map(|about| {
                let reading = self.inventory.actions().filter(|action| {
                    action.kind == ActionKind::Read
                        && action.container == about.container
                        && !action.discloses.is_empty()
                });
                let grants = reading.filter_map(|action| access.decide(scope, action, about).ok());
                let openers = grants.map(|grant| {
                    let opener = self.store.opener(scope, &grant);
                    (grant, opener)
                });
                ((about.container, about.id), openers.collect())
            })
            .collect()
    }

    fn part(
        &self,
        part: &Held,
        person: PersonId,
        rows: Vec<HeldRow>,
        goes: Option<&Goes>,
        openers: Option<&Vec<(access::Grant, Opener)>>,
    ) -> Json {
        let openers = openers.map(Vec::as_slice).unwrap_or_default();
        let rows: Vec<_> = rows
            .into_iter()
            .map(|row| {
                // What another wrote and has not shared is counted, like all else that this person may not read.
                let openers = if row.is_anothers(person) { &[] } else { openers };
                read_row(part.holder, row, openers)
            })
            .collect();
        json!({
            "what": part.class.name,
            "of": { "kind": part.container.name, "id": part.holder.to_string(), "your-part": part.party },
            "goes": goes.and_then(Goes::day).map(|day| day.to_string()),
            "clause": goes.and_then(Goes::clause),
            "rows": rows,
        })
    }
}

/// A row by items. Two columns of one item (a day on which a trajectory began and one on which it ended) are told
/// apart by the column's name.
fn read_row(holder: Uuid, row: HeldRow, openers: &[(access::Grant, Opener)]) -> Json {
    let mut values = Map::new();
    for (column, field) in row.fields {
        let Content::Personal(item, _) = column.content else { continue };
        let may = openers.iter().find(|(grant, _)| grant.covers(item, holder));
        let value = match (field, may) {
            (_, None) => json!({ "held": true, "shown": false }),
            (Field::Open(value), Some(_)) => open_value(value),
            (Field::Sealed(sealed), Some((_, opener))) => match opener.text(&sealed) {
                Ok(text) => Json::String(text.expose_secret().to_owned()),
                Err(StoreError::Gone) => json!({ "held": false }),
                Err(_) => json!({ "held": true, "shown": false }),
            },
        };
        let key = if values.contains_key(item) { format!("{item} ({})", column.name) } else { item.to_owned() };
        values.insert(key, value);
    }
    Json::Object(values)
}

fn open_value(value: Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Int(number) => json!(number),
        Value::Text(text) => Json::String(text),
        Value::Bytes(bytes) => Json::String(bytes.iter().map(|byte| format!("{byte:02x}")).collect()),
    }
}
