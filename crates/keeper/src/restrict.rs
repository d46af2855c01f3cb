//! Restriction: a person freezes the own data, and thaws it again (GDPR Art. 18).
//!
//! What it means is enforced elsewhere, each in one place: decisions in `access`, seals in `store`, dates here.

use access::Grant;
use kernel::{PersonId, Scope, Timestamp, Value, id::Id as _};
use store::{Cell, Sealed, StoreError, Work, ledger, params};

use crate::{
    Keeper, KeeperError,
    queries::{RESTRICTION, RESTRICTION_END, RESTRICTION_NEW},
};

/// What the ledger's evidence says of a restriction that was lifted.
pub const LIFTED: &str = "lifted";

/// A restriction that holds.
pub struct Restriction {
    /// Since when.
    pub since: Timestamp,
    /// The reason, if the person gave one.
    pub reason: Option<Sealed>,
}

impl Keeper {
    /// The person's restriction; `None` when there is none.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn restriction(&self, scope: &Scope, person: PersonId) -> Result<Option<Restriction>, KeeperError> {
        let found = self.store.read(scope, move |reader| {
            let Some(row) = reader.one(&RESTRICTION, params![person])? else { return Ok(None) };
            Ok::<_, StoreError>(Some(Restriction { since: row.time(0)?, reason: row.sealed_opt(1, cell(person))? }))
        });
        Ok(found.await?)
    }

    /// Restricts the use of the data of the person whose file the grant is about, from the commit on. Restricting once
    /// more changes nothing: the first reason and date stand.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub async fn restrict(&self, scope: &Scope, grant: Grant, reason: Option<String>) -> Result<(), KeeperError> {
        let person = PersonId::from_uuid(grant.resource().id);
        let begun = self.store.write(scope, move |work| {
            let reason = reason.map(|reason| work.seal(&grant, &cell(person), reason.as_bytes())).transpose()?;
            begin(work, person, reason)
        });
        Ok(begun.await?)
    }

    /// Lifts the restriction of the person whose file the grant is about.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub async fn lift_restriction(&self, scope: &Scope, grant: Grant) -> Result<(), KeeperError> {
        let person = PersonId::from_uuid(grant.resource().id);
        let lifted = self.store.write(scope, move |work| {
            if work.run(&RESTRICTION_END, params![person])? > 0 {
                work.lift_restriction(person);
                work.record(act(person, LIFTED))?;
            }
            Ok::<_, StoreError>(())
        });
        Ok(lifted.await?)
    }
}

/// Restricts the use of a person's data in the caller's unit of work, where somebody decided on it for that person.
///
/// # Errors
/// When the store cannot be written.
pub fn restrict(work: &mut Work<'_>, person: PersonId) -> Result<(), StoreError> {
    begin(work, person, None)
}

fn begin(work: &mut Work<'_>, person: PersonId, reason: Option<Value>) -> Result<(), StoreError> {
    let now = work.now();
    if work.run(&RESTRICTION_NEW, params![person, now, reason.unwrap_or(Value::Null)])? > 0 {
        work.restrict(person);
        work.record(act(person, "begun"))?;
    }
    Ok(())
}

/// Restricts again, or lifts again, what the ledger of a restored database tells: without the reason, which it never holds.
pub(crate) fn mark(work: &mut Work<'_>, person: PersonId, since: Option<Timestamp>) -> Result<(), StoreError> {
    match since {
        Some(since) => {
            work.run(&RESTRICTION_NEW, params![person, since, None::<Vec<u8>>])?;
            work.restrict(person);
        }
        None => {
            work.run(&RESTRICTION_END, params![person])?;
            work.lift_restriction(person);
        }
    }
    Ok(())
}

fn cell(person: PersonId) -> Cell {
    Cell { table: "restriction", column: "reason", row: person.uuid(), holder: person.uuid(), also: None }
}

fn act(person: PersonId, what: &str) -> ledger::Act {
    ledger::Act {
        kind: ledger::ActKind::Restriction,
        subject: person.uuid(),
        class: None,
        clause: None,
        evidence: what.to_owned(),
    }
}
