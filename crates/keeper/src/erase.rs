//! Erasure at a person's wish: what goes, what stays and why; then the act.

use std::sync::Arc;

use kernel::{Inventory, PersonId, Scope, Timestamp, Uuid, id::Id as _, manifest::Class};
use statement::Plan;
use store::{Reader, StoreError, derived};

use crate::{
    Keeper, KeeperError, Kind, Point, Receipt,
    act::{self, ActId, Target},
    held::{Goes, HeldItem, held, last_day},
    look,
    receipt::{Stays, Why},
    rules::{Rules, categories_of, holds_container_row},
};

/// What an erasure would do.
#[derive(Clone, Debug)]
pub struct Erasure {
    /// What goes at once.
    pub goes: Vec<HeldItem>,
    /// What stays, until when and why.
    pub stays: Vec<Stays>,
}

impl Keeper {
    /// What goes and what stays when this person erases everything.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn erasure(&self, scope: &Scope, person: PersonId) -> Result<Erasure, KeeperError> {
        let (plan, inventory) = (Arc::clone(&self.plan), Arc::clone(&self.inventory));
        Ok(self
            .store
            .read(scope, move |reader| {
                let planned = planned(reader, &plan, &inventory, person)?;
                let held = held(reader, &plan, &inventory, person)?;
                let goes = held.into_iter().filter(|item| planned.takes(item.class, item.holder)).collect();
                Ok::<_, StoreError>(Erasure { goes, stays: planned.stays })
            })
            .await?)
    }

    /// Erases everything of a person: classes that go with the person, the person's own keys to what others hold too,
    /// files, and jobs that speak of the person. A coach's notes about a participant go with the participant (UC10).
    ///
    /// # Errors
    /// When a step fails: the act stays open and is tried again at the keeper's next look. What was planned is written
    /// down before anything goes.
    pub async fn erase(&self, scope: &Scope, person: PersonId) -> Result<Receipt, KeeperError> {
        self.erase_until(scope, person, None).await
    }

    /// The same, for tests that stop the keeper at a point, as a power cut would.
    ///
    /// # Errors
    /// As [`Self::erase`]; and [`KeeperError::Stopped`] at the point.
    pub async fn erase_until(
        &self,
        scope: &Scope,
        person: PersonId,
        stop: Option<Point>,
    ) -> Result<Receipt, KeeperError> {
        let act = self.begin_erasure(scope, person).await?;
        self.doer(scope, stop).carry_out(act).await
    }

    /// Writes an erasure down without carrying it out: [`Self::finish`] or the keeper's next look does.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub async fn begin_erasure(&self, scope: &Scope, person: PersonId) -> Result<ActId, KeeperError> {
        let (plan, inventory) = (Arc::clone(&self.plan), Arc::clone(&self.inventory));
        self.store
            .write(scope, move |work| {
                let planned = planned(work, &plan, &inventory, person)?;
                act::plan(work, &inventory, Kind::Erasure, &planned.targets, &planned.stays)
            })
            .await
    }

    /// Carries out an act that was begun.
    ///
    /// # Errors
    /// When a step fails: the act stays open.
    pub async fn finish(&self, scope: &Scope, act: ActId) -> Result<Receipt, KeeperError> {
        self.doer(scope, None).carry_out(act).await
    }
}

struct Planned {
    targets: Vec<Target>,
    stays: Vec<Stays>,
}

impl Planned {
    /// The row that stands for a container waits for what the law keeps of it.
    fn keep_rows_for_the_law(&mut self, plan: &Plan, inventory: &Inventory, by_law: &[(Uuid, Stays)]) {
        for (holder, reason) in by_law {
            let row = self.targets.iter().position(|target| {
                matches!(target, Target::Rows { class, holder: own, .. }
                    if own == holder && holds_container_row(inventory, class))
            });
            if let Some(Target::Rows { class, .. }) = row.map(|at| self.targets.remove(at)) {
                let categories = categories_of(plan, inventory, class);
                self.stays.push(Stays { class: class.name.to_owned(), categories, holders: 1, ..reason.clone() });
            }
        }
    }

    fn takes(&self, class: &str, holder: Uuid) -> bool {
        self.targets.iter().any(|target| {
            matches!(target, Target::Rows { class: taken, holder: from, .. } if taken.name == class && *from == holder)
        })
    }
}

fn planned(
    reader: &mut Reader<'_>,
    plan: &Plan,
    inventory: &Inventory,
    person: PersonId,
) -> Result<Planned, StoreError> {
    let (rules, zone, now) = (Rules::new(plan, inventory), plan.zone(), reader.now());
    let mut planned = Planned { targets: vec![Target::Jobs { person: person.uuid() }], stays: Vec::new() };
    let mut seen: Vec<(&'static str, Uuid)> = Vec::new();
    let mut own_keys: Vec<&'static Class> = Vec::new();
    let mut by_law: Vec<(Uuid, Stays)> = Vec::new();
    for held in derived::held_of(reader, person)? {
        if seen.contains(&(held.class.name, held.holder)) || !derived::holds(reader, held.class, held.holder)? {
            continue;
        }
        seen.push((held.class.name, held.holder));
        let known = look::known(reader, inventory, held.container, held.holder)?;
        let verdict = rules.verdict(held.class.name, held.holder, &known, zone);
        let parts: Vec<_> =
            known.parties.iter().filter(|(_, player)| *player == person).map(|(part, _)| *part).collect();
        let is_own = held.class.goes_with.iter().any(|with| parts.contains(with));
        let law = verdict.floor.as_ref().filter(|(until, _)| until.is_none_or(|until: Timestamp| until > now));
        let (why, clause, until) = match (is_own, law) {
            (true, None) => {
                planned.targets.push(Target::Rows { class: held.class, holder: held.holder, clause: None });
                if held.class.sealed_also_for.is_some_and(|part| parts.contains(&part)) {
                    own_keys.push(held.class);
                }
                continue;
            }
            (true, Some((until, rule))) => {
                (Why::Law, Some(rule.keep.clause.clone()), until.map(|until| last_day(until, zone)))
            }
            (false, _) => {
                let goes = Goes::of(&verdict, zone);
                (Why::Others, goes.clause().map(str::to_owned), goes.day())
            }
        };
        let categories = categories_of(plan, inventory, held.class);
        let stays = Stays { class: held.class.name.to_owned(), categories, why, clause, until, holders: 1 };
        if why == Why::Law {
            by_law.push((held.holder, stays.clone()));
        }
        let same = planned.stays.iter_mut().find(|other| Stays { holders: 1, ..(*other).clone() } == stays);
        match same {
            Some(other) => other.holders += 1,
            None => planned.stays.push(stays),
        }
    }
    planned.keep_rows_for_the_law(plan, inventory, &by_law);
    let kept = |class: &Class| planned.stays.iter().any(|stays| stays.class == class.name && stays.why == Why::Law);
    own_keys.sort_unstable_by_key(|class| class.name);
    own_keys.dedup_by_key(|class| class.name);
    own_keys.retain(|class| !kept(class));
    planned.targets.extend(own_keys.into_iter().map(|class| Target::Key { class, person: person.uuid() }));
    Ok(planned)
}
