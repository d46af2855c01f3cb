//! What is held of a person, with its dates and reasons: what *My data* shows.

use std::sync::Arc;

use kernel::{Inventory, PersonId, Scope, Uuid};
use statement::{Plan, dates::Goes};
use store::{Reader, StoreError, derived};

use crate::{
    Keeper, KeeperError,
    look::{self, Looked},
};

/// What one container holds of one class about a person, under one of the statement's categories.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldItem {
    /// The statement's category.
    pub category: String,
    /// The category's clause: purpose, basis and readers stand there.
    pub category_clause: String,
    /// The items of the category that the class holds.
    pub items: Vec<&'static str>,
    /// The class.
    pub class: &'static str,
    /// The container's kind.
    pub container: &'static str,
    /// The container.
    pub holder: Uuid,
    /// The part that the person plays in it.
    pub party: &'static str,
    /// How many rows hold these items.
    pub rows: i64,
    /// Whether it goes when this person erases everything.
    pub goes_with_person: bool,
    /// When it goes.
    pub goes: Goes,
}

impl Keeper {
    /// Everything that is held of a person, by category and container: what has a date first, the earliest first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn held(&self, scope: &Scope, person: PersonId) -> Result<Vec<HeldItem>, KeeperError> {
        let (plan, inventory) = (Arc::clone(&self.plan), Arc::clone(&self.inventory));
        Ok(self.store.read(scope, move |reader| held(reader, &plan, &inventory, person)).await?)
    }
}

/// The same, inside a transaction of the caller's.
///
/// # Errors
/// When the store cannot be read.
pub fn held(
    reader: &mut Reader<'_>,
    plan: &Plan,
    inventory: &Inventory,
    person: PersonId,
) -> Result<Vec<HeldItem>, StoreError> {
    let rules = look::rules(reader, plan, inventory);
    let mut items: Vec<HeldItem> = Vec::new();
    for held in derived::held_of(reader, person)? {
        if held.rows == 0 {
            continue;
        }
        let looked = Looked::at(reader, inventory, &rules, held.container, held.holder)?;
        let goes = rules.goes(held.class, &looked.known(), plan.zone());
        for column in held.table.columns {
            let kernel::manifest::Content::Personal(item, _) = column.content else { continue };
            let Some(category) = plan.category_of(item) else { continue };
            let same = items.iter_mut().find(|other| {
                other.category == category.key
                    && other.class == held.class.name
                    && other.holder == held.holder
                    && other.party == held.party
            });
            match same {
                Some(other) => {
                    if !other.items.contains(&item) {
                        other.items.push(item);
                    }
                    other.rows = other.rows.max(held.rows);
                }
                None => items.push(HeldItem {
                    category: category.key.clone(),
                    category_clause: category.clause.clone(),
                    items: vec![item],
                    class: held.class.name,
                    container: held.container.name,
                    holder: held.holder,
                    party: held.party,
                    rows: held.rows,
                    goes_with_person: held.class.goes_with.contains(&held.party),
                    goes: goes.clone(),
                }),
            }
        }
    }
    items.sort_by_key(|item| (item.goes.day().is_none(), item.goes.day(), item.container != access::Resource::PERSON));
    Ok(items)
}
