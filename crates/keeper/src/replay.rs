//! Doing again what the ledger says, in a database that is older than its ledger (I9).
//!
//! Keys go first, all at once. Then, entry by entry and in order, files, rows and the entry itself: rows and entry in one
//! unit, so that the last entry of the ledger tells how far a stopped replay came.

use std::sync::Arc;

use jiff::{civil::Date, tz::TimeZone};
use kernel::{Inventory, PersonId, Scope, Timestamp, Uuid, id::Id as _, manifest::Class};
use store::{
    StoreError, Work, derived,
    ledger::{self, ActKind, Entry, Link},
};

use crate::{Keeper, KeeperError, act, holds, restrict};

/// Entries in one unit of work.
const CHUNK: usize = 20;

/// What was done again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Replayed {
    /// Entries of the ledger.
    pub entries: usize,
    /// Keys that the ring still had.
    pub keys: usize,
    /// Rows that were there again.
    pub rows: u64,
    /// Files that were there again.
    pub files: usize,
}

/// What one entry asks for.
#[derive(Clone, Copy)]
enum Redo {
    /// The key, rows and files of a class that one container holds; of a person's own key, the key alone is found.
    Remove { class: &'static Class, holder: Uuid },
    /// Jobs in the queue that speak of a person.
    Forget { person: Uuid },
    /// A legal hold until the end of a day, or its release.
    Hold { subject: Uuid, last: Option<Date> },
    /// A person's restriction, from an instant on, or its end. The reason is lost with what was written since the backup.
    Restrict { person: PersonId, since: Option<Timestamp> },
    /// A correction, a consent, or an answer to a request: the words are lost with all else that was written since the backup. That
    /// there was one stays known.
    Note,
}

/// What an entry asks for; an error for what this version cannot do again.
fn redo(inventory: &Inventory, entry: &Entry) -> Result<Redo, KeeperError> {
    let unable = |reason: &str| KeeperError::CannotReplay {
        sequence: entry.sequence,
        kind: entry.kind.clone(),
        reason: reason.to_owned(),
    };
    let remove = |name: &str| {
        let class = inventory.class(name).ok_or_else(|| unable("no slice declares its class"))?;
        Ok(Redo::Remove { class, holder: entry.subject })
    };
    match ActKind::from_word(&entry.kind) {
        Some(ActKind::Erasure | ActKind::Retention) => match entry.class.as_deref() {
            None => Ok(Redo::Forget { person: entry.subject }),
            Some(name) => remove(name),
        },
        Some(ActKind::Hold) => {
            let last = holds::read_evidence(&entry.evidence).ok_or_else(|| unable("it does not say until when"))?;
            Ok(Redo::Hold { subject: entry.subject, last })
        }
        Some(ActKind::Restriction) => {
            let since = Some(entry.at).filter(|_| entry.evidence != restrict::LIFTED);
            Ok(Redo::Restrict { person: PersonId::from_uuid(entry.subject), since })
        }
        // What a person did outside the program is done, whatever a backup says.
        Some(ActKind::Correction | ActKind::Consent | ActKind::Paper | ActKind::Request) => Ok(Redo::Note),
        // The backup holds the answer that was withdrawn: the person's answers go, and the questions are put anew.
        Some(ActKind::Withdrawal) => remove(entry.class.as_deref().unwrap_or_default()),
        Some(ActKind::Role | ActKind::Statement) => {
            Err(unable("this version has no way to do it again from its entry"))
        }
        None => Err(unable("this version does not know such acts")),
    }
}

impl Keeper {
    /// Does again what `links` tell, and puts them behind the ledger's end as they were. May be stopped anywhere and called
    /// again with what is left.
    ///
    /// # Errors
    /// When an entry cannot be done again (before anything is done), does not follow, or the store fails.
    pub async fn replay(&self, scope: &Scope, links: Vec<Link>) -> Result<Replayed, KeeperError> {
        let redone: Vec<_> = links.iter().map(|link| redo(&self.inventory, &link.entry)).collect::<Result<_, _>>()?;
        let mut replayed = Replayed { entries: links.len(), ..Replayed::default() };
        if links.is_empty() {
            return Ok(replayed);
        }
        let keys = redone.iter().filter_map(|redo| match redo {
            Redo::Remove { class, holder } => Some((class.name, *holder)),
            Redo::Forget { .. } | Redo::Hold { .. } | Redo::Restrict { .. } | Redo::Note => None,
        });
        replayed.keys = self.store.destroy(scope, keys.collect()).await?.keys;
        let steps: Vec<_> = redone.into_iter().zip(links).collect();
        for chunk in steps.chunks(CHUNK) {
            self.replay_some(scope, chunk, &mut replayed).await?;
        }
        self.store.scrub().await?;
        // An erased address in the backup cannot be confirmed with today's ring.
        self.store.rotate_lookups(scope).await?;
        Ok(replayed)
    }

    async fn replay_some(
        &self,
        scope: &Scope,
        chunk: &[(Redo, Link)],
        replayed: &mut Replayed,
    ) -> Result<(), KeeperError> {
        let steps: Vec<_> = chunk.iter().map(|(redo, _)| *redo).collect();
        let files = self
            .store
            .read(scope, move |reader| {
                let mut files = Vec::new();
                for step in steps {
                    if let Redo::Remove { class, holder } = step {
                        files.extend(derived::files_of(reader, class, holder)?);
                    }
                }
                Ok::<_, StoreError>(files)
            })
            .await?;
        self.store.files().remove(&files).await?;
        replayed.files += files.len();
        let (inventory, chunk, zone) = (Arc::clone(&self.inventory), chunk.to_vec(), self.plan.zone().clone());
        replayed.rows += self
            .store
            .write(scope, move |work| {
                let mut rows = 0;
                for (redo, link) in &chunk {
                    rows += do_again(work, &inventory, *redo, &zone)?;
                    ledger::append(work, link)?;
                }
                Ok::<_, StoreError>(rows)
            })
            .await?;
        Ok(())
    }
}

/// Does one act again; returns how many rows went.
fn do_again(work: &mut Work<'_>, inventory: &Inventory, redo: Redo, zone: &TimeZone) -> Result<u64, StoreError> {
    match redo {
        Redo::Forget { person } => derived::forget_jobs(work, person),
        Redo::Hold { subject, last } => holds::mark(work, subject, last, zone).map(|()| 0),
        Redo::Restrict { person, since } => restrict::mark(work, person, since).map(|()| 0),
        Redo::Note => Ok(0),
        Redo::Remove { class, holder } => {
            let Some(container) = inventory.container(class.container) else { return Ok(0) };
            let parties = derived::parties(work, container, holder)?;
            let removed = derived::delete(work, class, holder)?;
            act::release(work, inventory, container, holder, &parties)?;
            Ok(removed.rows)
        }
    }
}
