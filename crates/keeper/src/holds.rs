//! Legal holds: what is held stays past its date, and past a person's wish, until the hold's last day is over.
//!
//! The keeper knows a hold by one mark on a person or a container; who laid it, why, and who was told stand with the
//! slice that officers work in. A hold ends by itself: from the day after, its mark says nothing any longer.

use jiff::{civil::Date, tz::TimeZone};
use kernel::{PersonId, Scope, Uuid, id::Id as _};
use statement::{calendar, dates::HELD_UNTIL};
use store::{
    Reader, StoreError, Work,
    ledger::{Act, ActKind},
    params,
};

use crate::{
    Extent, Keeper, KeeperError, Kind, act,
    queries::{WISH_KEPT, WISHES},
    tables::ERASURE_WAITS,
    wish::planned,
};

/// Holds all that stands in a container, or all of a person in every container, until the end of `last`; the ledger
/// tells of it by ids only. An earlier mark of the same subject is replaced.
///
/// # Errors
/// When the store cannot be written.
pub fn hold(work: &mut Work<'_>, subject: Uuid, last: Date, zone: &TimeZone) -> Result<(), StoreError> {
    mark(work, subject, Some(last), zone)?;
    record(work, subject, evidence(Some(last)))
}

/// Lets go again before the last day.
///
/// # Errors
/// When the store cannot be written.
pub fn release(work: &mut Work<'_>, subject: Uuid) -> Result<(), StoreError> {
    mark(work, subject, None, &TimeZone::UTC)?;
    record(work, subject, evidence(None))
}

/// Sets the mark until the end of a day, or takes it away.
pub(crate) fn mark(work: &mut Work<'_>, subject: Uuid, last: Option<Date>, zone: &TimeZone) -> Result<(), StoreError> {
    match last {
        Some(last) => work.emit(HELD_UNTIL, subject, calendar::after(last, zone)),
        None => work.retract(HELD_UNTIL, subject),
    }
}

const HELD: &str = "held until ";
const RELEASED: &str = "released";

/// What the ledger keeps of a hold: until which day, or that it was let go.
fn evidence(last: Option<Date>) -> String {
    last.map_or_else(|| RELEASED.to_owned(), |last| format!("{HELD}{last}"))
}

/// The same, read again; `None` for what no version of the keeper wrote.
pub(crate) fn read_evidence(text: &str) -> Option<Option<Date>> {
    if text == RELEASED { Some(None) } else { text.strip_prefix(HELD)?.parse().ok().map(Some) }
}

fn record(work: &mut Work<'_>, subject: Uuid, evidence: String) -> Result<(), StoreError> {
    work.record(Act { kind: ActKind::Hold, subject, class: None, clause: None, evidence }).map(drop)
}

/// People who wished everything gone while a hold kept something of it.
pub(crate) fn waiting(reader: &mut Reader<'_>) -> Result<Vec<PersonId>, StoreError> {
    reader.all(&WISHES, params![ERASURE_WAITS])?.iter().map(|row| row.id(0)).collect()
}

/// Notes that a wish is to be kept once no hold stands in its way.
pub(crate) fn wait(work: &mut Work<'_>, person: PersonId) -> Result<(), StoreError> {
    let now = work.now();
    work.run(&WISH_KEPT, params![ERASURE_WAITS, person, now]).map(drop)
}

impl Keeper {
    /// How many people wished everything gone while a hold keeps some of it.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn waiting_wishes(&self, scope: &Scope) -> Result<usize, KeeperError> {
        Ok(self.store.read(scope, waiting).await?.len())
    }

    /// Writes down the erasures that a hold kept waiting and that nothing keeps any longer; the look carries them out
    /// with all other open acts. Returns how many were written down.
    pub(crate) async fn take_up_wishes(&self, scope: &Scope) -> Result<usize, KeeperError> {
        let people = self.store.read(scope, waiting).await?;
        let mut taken_up = 0;
        for person in people {
            let keeper = self.clone();
            let written = self.store.write::<_, KeeperError, _>(scope, move |work| {
                let planned = planned(work, &keeper.plan, &keeper.inventory, person, Extent::Everything)?;
                let is_free = planned.held_until.is_none();
                if is_free {
                    work.retract(ERASURE_WAITS, person.uuid())?;
                    act::plan(work, &keeper.inventory, Kind::Erasure, &planned.targets, &planned.stays)?;
                }
                Ok(is_free)
            });
            taken_up += usize::from(written.await?);
        }
        Ok(taken_up)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn what_the_ledger_keeps_of_a_hold_is_read_as_it_was_written() {
        for last in [None, Some(date(2026, 11, 30))] {
            assert_eq!(read_evidence(&evidence(last)), Some(last));
        }
        for odd in ["", "held until ", "held until soon", "let go"] {
            assert_eq!(read_evidence(odd), None, "{odd}");
        }
    }
}
