//! What is in use is not taken: the last word before keys go.
//!
//! A person who signed in, a relation that was opened again, a hold that was laid since the act was planned: each
//! moves an event, and with it the date. So the dates are asked once more, in one step with the destruction of the
//! keys: nothing can be written in between. What is not over any longer is spared, and its date runs on. Afterwards
//! nobody can use what is going, since nothing of it opens.

use std::collections::BTreeSet;

use kernel::{Inventory, PersonId, Uuid, manifest::Class};
use statement::{
    Plan,
    dates::{Rules, categories_of, last_day},
};
use store::{StoreError, Work, derived, params};

use crate::{
    ActId, KeeperError, Kind,
    act::{KEY, ROWS, release_keys},
    look::{self, Looked},
    queries::{ACT, ACT_DROP, ACT_STAYS, TARGET_SPARE, TARGETS},
    receipt::{self, Stays, Why},
};

/// What keys go with.
pub(crate) type Scopes = Vec<(&'static str, Uuid)>;

/// Spares what may not go any longer, and names the keys of the rest: each holder's, and those of people who have
/// nothing left that needs them. An act of retention with nothing left is dropped.
pub(crate) fn confirm(
    work: &mut Work<'_>,
    plan: &Plan,
    inventory: &Inventory,
    act: ActId,
    kind: Kind,
) -> Result<Scopes, KeeperError> {
    let rules = look::rules(work, plan, inventory);
    let mut spared: Vec<Stays> = Vec::new();
    let mut taken: BTreeSet<(&'static str, Uuid)> = BTreeSet::new();
    for row in work.all(&TARGETS, params![act])? {
        let (target, what, holder) = (row.uuid(0)?, row.text(1)?.to_owned(), row.uuid(3)?);
        let Some(class) = inventory.class(row.text(2)?).filter(|_| what == ROWS) else { continue };
        match why_not(work, plan, inventory, &rules, kind, class, holder)? {
            None => drop(taken.insert((class.name, holder))),
            Some(stays) => {
                work.run(&TARGET_SPARE, params![target])?;
                tracing::info!(act.id = %act, class = class.name, "in use again, or held: spared");
                spared.push(stays);
            }
        }
    }
    match kind {
        Kind::Retention if taken.is_empty() => {
            work.run(&ACT_DROP, params![act])?;
            return Ok(Vec::new());
        }
        Kind::Retention => own_keys(work, inventory, act, &taken)?,
        Kind::Erasure => tell(work, act, spared)?,
    }
    keys(work, inventory, act)
}

/// The keys that an act destroys, as far as it is written down.
pub(crate) fn keys(work: &mut Work<'_>, inventory: &Inventory, act: ActId) -> Result<Scopes, KeeperError> {
    let mut keys = Vec::new();
    for row in work.all(&TARGETS, params![act])? {
        // A class that no slice declares any longer has no rows either; its keys cannot be named.
        if let Some(class) = inventory.class(row.text(2)?) {
            keys.push((class.name, row.uuid(3)?));
        }
    }
    Ok(keys)
}

/// Why something planned may not go now; `None` when it may.
fn why_not(
    work: &mut Work<'_>,
    plan: &Plan,
    inventory: &Inventory,
    rules: &Rules,
    kind: Kind,
    class: &'static Class,
    holder: Uuid,
) -> Result<Option<Stays>, StoreError> {
    let Some(container) = inventory.container(class.container) else { return Ok(None) };
    let (now, zone) = (work.now(), plan.zone());
    let looked = Looked::at(work, inventory, rules, container, holder)?;
    let known = looked.known();
    let hold = known.held_until().filter(|until| *until > now);
    let goes = match kind {
        Kind::Retention => rules.term(class, &known, zone).is_over(now),
        Kind::Erasure => hold.is_none(),
    };
    Ok((!goes).then(|| Stays {
        class: class.name.to_owned(),
        categories: categories_of(plan, inventory, class),
        why: Why::Hold,
        clause: None,
        until: hold.map(|hold| last_day(hold, zone)),
        holders: 1,
    }))
}

/// People who have nothing of a class left lose their own key to it in the same step.
fn own_keys(
    work: &mut Work<'_>,
    inventory: &Inventory,
    act: ActId,
    taken: &BTreeSet<(&'static str, Uuid)>,
) -> Result<(), StoreError> {
    for (name, holder) in taken {
        let Some(class) = inventory.class(name).filter(|class| class.sealed_also_for.is_some()) else { continue };
        let Some(container) = inventory.container(class.container) else { continue };
        let parties: Vec<(&'static str, PersonId)> = derived::parties(work, container, *holder)?;
        let goes_too = |other: &Uuid| taken.contains(&(class.name, *other));
        release_keys(work, inventory, act, class, &parties, &goes_too)?;
    }
    Ok(())
}

/// The person who wished it gone is told of what a hold keeps; the keys to that stay, too.
fn tell(work: &mut Work<'_>, act: ActId, spared: Vec<Stays>) -> Result<(), KeeperError> {
    if spared.is_empty() {
        return Ok(());
    }
    for row in work.all(&TARGETS, params![act])? {
        if row.text(1)? == KEY && spared.iter().any(|stays| row.text(2) == Ok(stays.class.as_str())) {
            let target = row.uuid(0)?;
            work.run(&TARGET_SPARE, params![target])?;
        }
    }
    let Some(head) = work.one(&ACT, params![act])? else { return Ok(()) };
    let mut stays: Vec<Stays> = receipt::from_json(head.text_opt(2)?.unwrap_or("[]"))?;
    stays.extend(spared);
    work.run(&ACT_STAYS, params![act, receipt::to_json(&stays)?])?;
    Ok(())
}
