//! What is held of a person, with its dates and reasons: what *My data* shows.

use std::sync::Arc;

use kernel::{Inventory, PersonId, Scope, Timestamp, Uuid, jiff::civil::Date, jiff::tz::TimeZone};
use statement::Plan;
use store::{Reader, StoreError, derived};

use crate::{
    Keeper, KeeperError, look,
    rules::{Rules, Verdict},
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

/// When something goes, and by which clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goes {
    /// At the end of this day at the latest.
    On {
        /// The last day on which it may be held.
        day: Date,
        /// The clause of the period.
        clause: String,
    },
    /// Some time after an event that has not happened.
    After {
        /// The event.
        event: String,
        /// The clause of the period.
        clause: String,
    },
    /// The law keeps it until the end of this day.
    ByLaw {
        /// The last day on which it must be held; `None` while the event has not happened.
        day: Option<Date>,
        /// The clause that names the law.
        clause: String,
    },
    /// No period of the statement reaches it: a fault that the check at start-up reports.
    Unstated,
}

impl Goes {
    /// The last day, when it is known.
    pub fn day(&self) -> Option<Date> {
        match self {
            Self::On { day, .. } => Some(*day),
            Self::ByLaw { day, .. } => *day,
            Self::After { .. } | Self::Unstated => None,
        }
    }

    /// The clause, when there is one.
    pub fn clause(&self) -> Option<&str> {
        match self {
            Self::On { clause, .. } | Self::After { clause, .. } | Self::ByLaw { clause, .. } => Some(clause),
            Self::Unstated => None,
        }
    }

    pub(crate) fn of(verdict: &Verdict<'_>, zone: &TimeZone) -> Self {
        let floor = verdict.floor.as_ref().filter(|(until, _)| match (until, &verdict.due) {
            (Some(until), Some((due, _))) => until > due,
            _ => true,
        });
        if let Some((until, rule)) = floor {
            return Self::ByLaw { day: until.map(|until| last_day(until, zone)), clause: rule.keep.clause.clone() };
        }
        match (&verdict.due, verdict.waits) {
            (Some((due, rule)), _) => Self::On { day: last_day(*due, zone), clause: rule.keep.clause.clone() },
            (None, Some(rule)) => Self::After { event: rule.keep.after.clone(), clause: rule.keep.clause.clone() },
            (None, None) => Self::Unstated,
        }
    }
}

/// The local day at whose end something is due: `due` is the first instant of the next one.
pub(crate) fn last_day(due: Timestamp, zone: &TimeZone) -> Date {
    let day = due.to_zoned(zone.clone()).date();
    day.yesterday().unwrap_or(day)
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
    let rules = Rules::new(plan, inventory);
    let mut items: Vec<HeldItem> = Vec::new();
    for held in derived::held_of(reader, person)? {
        if held.rows == 0 {
            continue;
        }
        let known = look::known(reader, inventory, held.container, held.holder)?;
        let goes = Goes::of(&rules.verdict(held.class.name, held.holder, &known, plan.zone()), plan.zone());
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
