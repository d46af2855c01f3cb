//! Erasure at a person's wish: what goes, what stays and why; then the act.

use std::sync::Arc;

use access::Resource;
use kernel::{Inventory, PersonId, Scope, Uuid, manifest::Class};
use store::{StoreError, Work};

use crate::{
    Keeper, KeeperError, Kind, Point, Receipt,
    act::{self, ActId, Target},
    held::{HeldItem, held},
    holds,
    receipt::Stays,
    wish::planned,
};

/// How much a person wishes gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Everything that goes with the person.
    Everything,
    /// Everything but the file with the person's address, so that the organisation can still reach the person (TF18).
    AllButContact,
}

impl Extent {
    /// Whether a class is left out at the person's own wish: the one that holds the address, of the person's own file, and
    /// which version of the statement holds for it.
    pub(crate) fn spares(self, inventory: &Inventory, class: &Class) -> bool {
        self == Self::AllButContact
            && class.container == Resource::PERSON
            && inventory.items_of(class.name).any(|item| item == CONTACT_ITEM || item == store::CHOICE_ITEM)
    }
}

/// The item by which a person can be reached.
const CONTACT_ITEM: &str = "person.email";

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
    pub async fn erasure(&self, scope: &Scope, person: PersonId, extent: Extent) -> Result<Erasure, KeeperError> {
        let (plan, inventory) = (Arc::clone(&self.plan), Arc::clone(&self.inventory));
        Ok(self
            .store
            .read(scope, move |reader| {
                let planned = planned(reader, &plan, &inventory, person, extent)?;
                let held = held(reader, &plan, &inventory, person)?;
                let goes = held.into_iter().filter(|item| planned.takes(item.class, item.holder)).collect();
                Ok::<_, StoreError>(Erasure { goes, stays: planned.stays })
            })
            .await?)
    }

    /// Erases everything of a person: classes that go with the person, the person's own keys to what others hold too,
    /// files, and jobs that speak of the person. A coach's notes about a participant go with the participant (UC10).
    /// What a legal hold keeps goes when the hold is over, without being asked for again.
    ///
    /// # Errors
    /// When a step fails: the act stays open and is tried again at the keeper's next look. What was planned is written
    /// down before anything goes.
    pub async fn erase(&self, scope: &Scope, person: PersonId, extent: Extent) -> Result<Receipt, KeeperError> {
        let act = self.begin_erasure(scope, person, extent).await?;
        self.finish(scope, act).await
    }

    /// Everything, for tests that stop the keeper at a point, as a power cut would.
    ///
    /// # Errors
    /// As [`Self::erase`]; and [`KeeperError::Stopped`] at the point.
    pub async fn erase_until(
        &self,
        scope: &Scope,
        person: PersonId,
        stop: Option<Point>,
    ) -> Result<Receipt, KeeperError> {
        let act = self.begin_erasure(scope, person, Extent::Everything).await?;
        receipt_of(self.doer(scope, stop).carry_out(act).await?, act)
    }

    /// Writes an erasure down without carrying it out: [`Self::finish`] or the keeper's next look does.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub async fn begin_erasure(&self, scope: &Scope, person: PersonId, extent: Extent) -> Result<ActId, KeeperError> {
        let keeper = self.clone();
        self.store.write(scope, move |work| keeper.write_down_erasure(work, person, extent)).await
    }

    /// The same, in the unit of work that decided on it.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn write_down_erasure(
        &self,
        work: &mut Work<'_>,
        person: PersonId,
        extent: Extent,
    ) -> Result<ActId, KeeperError> {
        let planned = planned(work, &self.plan, &self.inventory, person, extent)?;
        // A wish for everything is kept when a hold has ended; one that leaves the contact details is not repeated.
        if planned.held_until.is_some() && extent == Extent::Everything {
            holds::wait(work, person)?;
        }
        act::plan(work, &self.inventory, Kind::Erasure, &planned.targets, &planned.stays)
    }

    /// Writes down that classes of one container go because the consent on which they rest was withdrawn (GDPR Art. 7(3)), in
    /// the unit of work that decided on it: keys, rows and files, and the person's own key where nothing else needs it.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn write_down_withdrawal(
        &self,
        work: &mut Work<'_>,
        holder: Uuid,
        classes: &[&'static str],
        clause: Option<&str>,
    ) -> Result<ActId, KeeperError> {
        let known = classes.iter().filter_map(|name| self.inventory.class(name));
        let target = |class| Target::Rows { class, holder, clause: clause.map(str::to_owned) };
        let targets: Vec<Target> = known.map(target).collect();
        act::plan(work, &self.inventory, Kind::Erasure, &targets, &[])
    }

    /// Carries out an act that was begun.
    ///
    /// # Errors
    /// When a step fails: the act stays open.
    pub async fn finish(&self, scope: &Scope, act: ActId) -> Result<Receipt, KeeperError> {
        receipt_of(self.doer(scope, None).carry_out(act).await?, act)
    }
}

/// Only an act of retention can turn out to take nothing.
fn receipt_of(receipt: Option<Receipt>, act: ActId) -> Result<Receipt, KeeperError> {
    receipt.ok_or_else(|| KeeperError::Unreadable(format!("there is no act {act}")))
}
