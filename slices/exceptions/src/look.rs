//! What is looked at by itself: whom a silence has kept waiting, and which recipients are to be told of a change.

use std::collections::BTreeSet;

use jiff::ToSpan as _;
use kernel::{PersonId, Timestamp, Uuid, id::Id as _};
use organisation::{Organisation, notify};
use store::{Reader, StoreError, Work, ledger, params};

use crate::{
    actions::{LOOK, TELL},
    inventory::{MAIL_HANDED, MAIL_OPEN},
    model::{Change, DisclosureId, TellingId},
    queries, store as kept,
};

/// How long before a silence ends somebody is reminded, and how long something may wait to be told, in hours.
const WEEK: i64 = 24 * 7;

/// Looks once; returns how many recipients are to be told of something new.
///
/// # Errors
/// When the store cannot be read or written; then it is tried again at the next look.
pub async fn look(organisation: &Organisation) -> Result<usize, StoreError> {
    let scope = organisation.scope(kernel::Actor::Job(LOOK.name));
    let changes = organisation.store.read::<_, StoreError, _>(&scope, changes).await?;
    organisation
        .store
        .write(&scope, move |work| {
            end_silences(work)?;
            let mut fresh = 0;
            for (disclosure, change, at) in changes {
                fresh += usize::from(begin(work, disclosure, change, at)?);
            }
            remind(work)?;
            Ok(fresh)
        })
        .await
}

/// People who may know from today are told.
fn end_silences(work: &mut Work<'_>) -> Result<(), StoreError> {
    let now = work.now();
    for row in work.all(&queries::TELLABLE, params![now])? {
        let (id, subject): (DisclosureId, PersonId) = (row.id(0)?, row.id(1)?);
        work.run(&queries::TOLD, params![id, subject])?;
        notify(work, subject, MAIL_HANDED, "/my-data/recipients")?;
    }
    Ok(())
}

/// What happened, by the ledger, to data that was handed over before.
fn changes(reader: &mut Reader<'_>) -> Result<BTreeSet<(DisclosureId, &'static str, Timestamp)>, StoreError> {
    let mut found = BTreeSet::new();
    for row in reader.all(&queries::SENT_PARTS, &[])? {
        let (disclosure, subject, sent): (DisclosureId, Uuid, Timestamp) = (row.id(0)?, row.uuid(1)?, row.time(2)?);
        let (class, holder) = (row.text(3)?.to_owned(), row.uuid(4)?);
        let subjects = BTreeSet::from([subject, holder]);
        for about in subjects {
            for entry in ledger::about(reader, about)?.into_iter().filter(|entry| entry.at > sent) {
                let Some(change) = Change::of(&entry) else { continue };
                let concerns = match change {
                    Change::Restricted => about == subject,
                    _ => about == holder && entry.class.as_ref().is_none_or(|of| *of == class),
                };
                if concerns {
                    found.insert((disclosure, change.key(), entry.at));
                }
            }
        }
    }
    Ok(found)
}

/// Writes down that a recipient is to be told, once; a job tells a recipient who left a mail address.
fn begin(work: &mut Work<'_>, disclosure: DisclosureId, change: &str, at: Timestamp) -> Result<bool, StoreError> {
    let (id, now): (TellingId, _) = (work.mint(), work.now());
    if work.run(&queries::TELLING_NEW, params![id, disclosure, change, at])? == 0 {
        return Ok(false);
    }
    kept::moved(work, disclosure)?;
    work.queue(&TELL, serde_json::json!({ "telling": id }), now)?;
    Ok(true)
}

/// Whoever proposed a disclosure is reminded: of a silence that ends within a week, and each week of what is not told.
fn remind(work: &mut Work<'_>) -> Result<(), StoreError> {
    let now = work.now();
    let soon = now.checked_add(WEEK.hours()).unwrap_or(now);
    for row in work.all(&queries::SILENT, params![now, soon])? {
        let (id, by): (DisclosureId, PersonId) = (row.id(0)?, row.id(1)?);
        notify(work, by, MAIL_OPEN, &format!("/exceptions/disclosures/{id}"))?;
        work.run(&queries::REMINDED, params![id, now])?;
    }
    let before = now.checked_sub(WEEK.hours()).unwrap_or(now);
    for row in work.all(&queries::TELLINGS_OPEN, params![before])? {
        let (telling, id, by): (TellingId, DisclosureId, PersonId) = (row.id(0)?, row.id(1)?, row.id(2)?);
        notify(work, by, MAIL_OPEN, &format!("/exceptions/disclosures/{id}"))?;
        work.run(&queries::TELLING_REMINDED, params![telling.uuid(), now])?;
    }
    Ok(())
}
