//! What the server does by itself: hold its data against the shipped ledger, ship the ledger, make a backup each night.

use std::{sync::Arc, time::Duration};

use http::Current;
use jiff::{Span, ToSpan as _, tz::TimeZone};
use kernel::{Actor, Timestamp};
use organisation::Organisation;
use statement::{Period, plan::rule::Backup as BackupClause};
use store::copies::{self, CopyError, Shelf, Standing};

use crate::{
    Failure,
    config::{BackupConfig, Config, OrganisationConfig},
    installation::Common,
};

use super::{back_up, catch_up, name, place, replay, source};

/// How often the ledger is looked at.
const SHIPPING: Duration = Duration::from_secs(30);
/// How long it waits after a failure.
const PAUSE: Duration = Duration::from_secs(60);
/// The hour of the night, in the organisation's zone: after the keeper's.
const HOUR: i64 = 4;

/// Locks an organisation whose data is behind its shipped ledger, or was brought back and not yet held against it. Call it
/// before anybody is served; what it returns unlocks the organisation when the acts have been done again.
///
/// # Errors
/// When the organisation's own store cannot be read.
pub async fn stand_ready(
    organisation: &Arc<Organisation>,
    backup: Option<&BackupConfig>,
) -> Result<impl Future<Output = ()> + Send + use<>, Failure> {
    let scope = replay::scope(organisation);
    let restored = organisation.store.is_restored(&scope).await?;
    let shelf = backup.map(place::configured);
    let standing = match &shelf {
        Some(Ok(shelf)) => Some(copies::standing(&organisation.store, &scope, shelf).await),
        Some(Err(error)) => {
            tracing::error!(organisation = name(organisation), %error, "the place of the copies cannot be used");
            None
        }
        None => None,
    };
    let locked = match &standing {
        _ if restored => true,
        Some(Ok(Standing::Behind { .. }) | Err(CopyError::Ledger(_))) => true,
        Some(Ok(Standing::Level)) | None => false,
        Some(Err(error)) => {
            tracing::error!(organisation = name(organisation), %error, "the shipped ledger cannot be read; it serves all the same");
            false
        }
    };
    organisation.set_locked(locked);
    if locked {
        tracing::warn!(
            organisation = name(organisation),
            "its data is an old copy: it is locked until the ledger's acts are done again"
        );
    }
    let organisation = Arc::clone(organisation);
    let shelf = shelf.and_then(Result::ok);
    Ok(async move {
        if locked {
            unlock(&organisation, shelf.as_ref()).await;
        }
    })
}

/// Tries until the acts have been done again.
async fn unlock(organisation: &Organisation, shelf: Option<&Shelf>) {
    loop {
        match shelf {
            Some(shelf) => match catch_up(organisation, shelf).await {
                Ok(replayed) => {
                    let told = replay::told(replayed);
                    tracing::warn!(organisation = name(organisation), told, "it is unlocked");
                    organisation.set_locked(false);
                    return;
                }
                Err(error) => tracing::error!(organisation = name(organisation), %error, "it stays locked"),
            },
            None => tracing::error!(
                organisation = name(organisation),
                "it stays locked: no place of copies can be used. Stop the server and run `troth replay --from PLACE`"
            ),
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Ships the ledger and makes backups, for as long as the server runs.
pub async fn keep_copies(
    organisation: Current<Organisation>,
    common: Common,
    config: Arc<Config>,
    entry: OrganisationConfig,
    backup: BackupConfig,
) {
    organisation.get().unlocked().await;
    let mut copier = Copier { organisation, common, config, entry, backup, last: None, shipped: None };
    loop {
        let pause = match copier.once().await {
            Ok(()) => SHIPPING,
            Err(error) => {
                tracing::error!(organisation = name(&copier.organisation.get()), %error, "copies could not be made; it is tried again");
                10 * PAUSE
            }
        };
        tokio::time::sleep(pause).await;
    }
}

struct Copier {
    organisation: Current<Organisation>,
    common: Common,
    config: Arc<Config>,
    entry: OrganisationConfig,
    backup: BackupConfig,
    /// When the last backup was made, once that is known.
    last: Option<Timestamp>,
    /// Where ledger and keyring stood when they were last copied.
    shipped: Option<(i64, u64)>,
}

impl Copier {
    async fn once(&mut self) -> Result<(), Failure> {
        let shelf = place::configured(&self.backup)?;
        if self.last.is_none() {
            let (kept, _) = copies::list(&shelf, &self.entry.key).await?;
            let whole: Vec<_> =
                kept.into_iter().filter(|kept| kept.fault.is_none()).filter_map(|kept| kept.at).collect();
            self.last = whole.iter().copied().max();
            self.note(whole.len()).await?;
        }
        self.ship(&shelf).await?;
        let now = self.common.clock.now();
        if self.last.is_none_or(|last| self.next_after(last) <= now) {
            let to = (&shelf, &self.backup.recovery);
            let made = back_up(&self.common, &self.config, &self.entry, &self.organisation.get().plan, to).await?;
            self.last = Some(now);
            let (kept, _) = copies::list(&shelf, &self.entry.key).await?;
            self.note(kept.iter().filter(|kept| kept.fault.is_none()).count()).await?;
            tracing::info!(
                organisation = name(&self.organisation.get()),
                backup = %made.id,
                rows = made.rows(),
                files = made.files,
                missing = made.missing.len(),
                "a backup was made and read back"
            );
        }
        Ok(())
    }

    /// The statement's page shows when the latest backup was made.
    async fn note(&self, kept: usize) -> Result<(), Failure> {
        let Some(last) = self.last else { return Ok(()) };
        let site = self.organisation.get();
        let keeper = site.keeper();
        Ok(keeper.note_backup(&site.scope(Actor::Job(keeper::KEEP.name)), last, kept).await?)
    }

    /// New entries of the ledger go to the copies; after erasures the keyring's copy is made anew, and older ones go.
    async fn ship(&mut self, shelf: &Shelf) -> Result<(), Failure> {
        let organisation = self.organisation.get();
        let (scope, store) = (replay::scope(&organisation), &organisation.store);
        let stands = (store.read(&scope, store::ledger::head).await?.0, store.generation());
        if self.shipped == Some(stands) {
            return Ok(());
        }
        let source = source(&self.common, &self.config, &self.entry);
        copies::ship(&source, shelf).await?;
        if self.shipped.is_none_or(|(_, generation)| generation != stands.1) {
            let secrets = super::secrets(&self.config);
            copies::copy_keyring(&source, shelf, &self.backup.recovery, &secrets).await?;
        }
        self.shipped = Some(stands);
        Ok(())
    }

    fn next_after(&self, last: Timestamp) -> Timestamp {
        let plan = Arc::clone(&self.organisation.get().plan);
        let every = plan.all::<BackupClause>().next().map(|clause| clause.every).unwrap_or_default();
        next_backup(last, every, plan.zone())
    }
}

/// The next night on which a backup is due, by the statement's `every`; hours are counted as hours.
pub(crate) fn next_backup(last: Timestamp, every: Period, zone: &TimeZone) -> Timestamp {
    let [years, months, weeks, days, hours] = every.counts();
    let local = last.to_zoned(zone.clone());
    if [years, months, weeks, days] == [0; 4] && hours > 0 {
        return last.checked_add(i64::from(hours).hours()).unwrap_or(Timestamp::MAX);
    }
    let span = Span::new().years(years).months(months).weeks(weeks).days(days.max(u16::from(every.is_zero())));
    let day = local.start_of_day().and_then(|day| day.checked_add(span)).and_then(|day| day.checked_add(HOUR.hours()));
    day.map_or(Timestamp::MAX, |day| day.timestamp())
}
