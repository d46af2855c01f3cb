//! Coming into force: at the start, and at the midnight of a version's day.

use std::collections::{BTreeSet, HashMap};

use access::Earlier;
use kernel::{Inventory, PersonId};
use statement::Plan;
use store::{StoreError, Work, params};

use crate::{
    KeeperError,
    queries::{CHOICE_SEED, CHOICES, VERSION_BEGINS},
};

use super::{
    AmendError, Objection, Tell,
    publishing::{Examined, everyone, examine, record},
    versions::{self, Version, Versions},
};

/// Gives the statement's file its place among the versions, brings into force what is due, and gives the plan in force.
///
/// The first file that an organisation starts with is its first version. After that, a higher number is an amendment as
/// any other, with its notice; another text under a known number is refused.
///
/// # Errors
/// What speaks against the file; or the store cannot be written, or the version in force cannot be used.
pub fn settle(work: &mut Work<'_>, inventory: &Inventory, file: &str, tell: Tell) -> Result<Plan, AmendError> {
    let known = versions::versions(work)?;
    let number = versions::read(file, 0)?.version().number;
    match (known.newest(), known.find(number)) {
        (_, Some(_)) => {
            if versions::text(work, number)?.is_none_or(|text| text != file) {
                return Err(refused(Objection::Taken { number, next: next_of(&known) }));
            }
        }
        (None, None) => first(work, inventory, file, tell)?,
        (Some(newest), None) if number < newest.number => {
            return Err(refused(Objection::Older { number, newest: newest.number }));
        }
        (Some(_), None) => amend(work, inventory, (number, file), &known, tell)?,
    }
    begin_due(work, inventory)?;
    let in_force = versions::versions(work)?.in_force().map(|version| version.number).unwrap_or(number);
    Ok(usable(work, inventory, in_force)?)
}

fn next_of(known: &Versions) -> u32 {
    known.newest().map_or(1, |newest| newest.number.saturating_add(1))
}

fn refused(objection: Objection) -> AmendError {
    let examined = Examined { plan: None, diagnostics: Vec::new(), objections: vec![objection] };
    AmendError::Objections(Box::new(examined))
}

/// The first version: it holds, whatever day it bears.
fn first(work: &mut Work<'_>, inventory: &Inventory, file: &str, tell: Tell) -> Result<(), KeeperError> {
    let plan = versions::read(file, 0)?;
    record(work, inventory, (plan.version().number, file, plan.effective()), None, tell)?;
    let now = work.now();
    work.run(&VERSION_BEGINS, params![plan.version().number, now])?;
    Ok(())
}

/// An edited file. When the version in force does not cover what this program stores, there is no way to go on under it:
/// then the new one holds at once, and yet reaches what is held about a person only when that person accepts it.
fn amend(
    work: &mut Work<'_>,
    inventory: &Inventory,
    (number, file): (u32, &str),
    known: &Versions,
    tell: Tell,
) -> Result<(), AmendError> {
    let in_force = known.in_force().map(|version| version.number);
    let goes_on = match in_force {
        Some(in_force) => usable(work, inventory, in_force).is_ok(),
        None => false,
    };
    if !goes_on {
        let today = work.scope().today();
        record(work, inventory, (number, file, today), None, tell)?;
        return Ok(());
    }
    let examined = examine(work, inventory, file)?;
    match examined.plan.as_ref().filter(|_| examined.is_good()) {
        Some(plan) => {
            let from = plan.effective();
            record(work, inventory, (number, file, from), None, tell)?;
            Ok(())
        }
        None => Err(AmendError::Objections(Box::new(examined))),
    }
}

/// Brings into force every version whose day has come, and fills the register that decisions and dates heed. Returns the
/// number of the version that is in force now, when it is another than before.
///
/// May be repeated: what came into force stays so.
///
/// # Errors
/// When the store cannot be written, or a version cannot be used with what this program stores: then it waits.
pub fn begin_due(work: &mut Work<'_>, inventory: &Inventory) -> Result<Option<u32>, KeeperError> {
    let known = versions::versions(work)?;
    let (today, now) = (work.scope().today(), work.now());
    let mut in_force = known.in_force().map(|version| version.number);
    let before = in_force;
    for due in known.waiting().filter(|version| version.from <= today) {
        usable(work, inventory, due.number)?;
        if let Some(previous) = in_force {
            for person in everyone(work, inventory)? {
                work.run(&CHOICE_SEED, params![person, previous, now])?;
            }
            super::reached("seeded");
        }
        work.run(&VERSION_BEGINS, params![due.number, now])?;
        super::reached("begun");
        in_force = Some(due.number);
    }
    if let Some(in_force) = in_force {
        let waiting = known.waiting().filter(|version| version.from > today);
        register(work, inventory, in_force, waiting)?;
    }
    Ok(in_force.filter(|_| in_force != before))
}

/// Who stands on which version, with the decisions and dates of those that are stood on.
fn register<'v>(
    work: &mut Work<'_>,
    inventory: &Inventory,
    in_force: u32,
    waiting: impl Iterator<Item = &'v Version>,
) -> Result<(), KeeperError> {
    let rows = work.all(&CHOICES, params![])?;
    let people = rows
        .iter()
        .map(|row| Ok((row.id(0)?, u32::try_from(row.int(1)?).unwrap_or(u32::MAX))))
        .collect::<Result<HashMap<PersonId, u32>, StoreError>>()?;
    let stood_on: BTreeSet<u32> = people.values().copied().filter(|version| *version < in_force).collect();
    let mut earlier = Vec::with_capacity(stood_on.len());
    for number in stood_on {
        let plan = versions::statement_of(work, number)?;
        let plan = plan.ok_or_else(|| KeeperError::Unreadable(format!("version {number} of the statement")))?;
        let compiled = Earlier::new(number, plan, inventory);
        earlier.push(compiled.map_err(|error| KeeperError::Unreadable(format!("version {number}: {error}")))?);
    }
    let waiting = waiting.map(|version| version.number).collect();
    work.choices().begin(in_force, waiting, people, earlier);
    Ok(())
}

/// A version, held against what this program stores.
fn usable(work: &mut Work<'_>, inventory: &Inventory, number: u32) -> Result<Plan, KeeperError> {
    let text = versions::text(work, number)?.unwrap_or_default();
    let plan = statement::check(&text, Some(inventory)).plan;
    plan.ok_or_else(|| {
        KeeperError::Unreadable(format!("version {number} of the statement does not cover what this program stores"))
    })
}
