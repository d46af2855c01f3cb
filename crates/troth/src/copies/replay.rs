//! Doing again what the shipped ledger tells, before anybody is served from data that was brought back.

use std::sync::Arc;

use keeper::Replayed;
use kernel::{Actor, Scope};
use organisation::Organisation;
use store::copies::{self, Shelf, Standing};

use crate::{
    Failure, cli,
    config::Config,
    installation::{Common, Lock},
    print, serve,
    system::{SystemClock, SystemRng},
};

/// `troth replay`.
///
/// # Errors
/// When an organisation cannot be opened, the place cannot be read, or an act cannot be done again.
pub async fn replay(command: cli::Replay) -> Result<(), Failure> {
    let folder = command.installation.data;
    let config = Config::read(&folder)?;
    let _lock = Lock::take(&folder)?;
    let shelf = super::place::shelf(&config, command.from.as_deref())?;
    let common = Common::new(Arc::new(SystemClock), Arc::new(SystemRng))?;
    for entry in &config.organisations {
        let opened = common.open(&folder, entry, serve::base_url(&config, &entry.host))?;
        print(&format!("{}\t{}", entry.key, told(catch_up(&opened, &shelf).await?)));
    }
    Ok(())
}

/// What was done, for a person.
pub(super) fn told(replayed: Replayed) -> String {
    if replayed.entries == 0 {
        return "nothing was done since that would have to be done again".to_owned();
    }
    format!(
        "{} acts were done again: {} keys destroyed, {} rows and {} files removed",
        replayed.entries, replayed.keys, replayed.rows, replayed.files
    )
}

/// Brings an open organisation level with its shipped ledger, and takes the mark of a restore away.
///
/// # Errors
/// When the place cannot be read, the ledgers are of different histories, or an act cannot be done again. Then the
/// organisation must not be served.
pub async fn catch_up(organisation: &Organisation, shelf: &Shelf) -> Result<Replayed, Failure> {
    let scope = scope(organisation);
    let mut replayed = Replayed::default();
    if copies::standing(&organisation.store, &scope, shelf).await? != Standing::Level {
        let links = copies::missing(&organisation.store, &scope, shelf).await?;
        let keeper = organisation.keeper();
        replayed = keeper.replay(&scope, links).await?;
        if let Standing::Behind { database, shipped } = copies::standing(&organisation.store, &scope, shelf).await? {
            return Err(
                format!("the ledger ends at {database} after the replay, and was shipped up to {shipped}").into()
            );
        }
    }
    organisation.store.settle(&scope).await?;
    Ok(replayed)
}

/// The name in which acts are done again.
pub(super) fn scope(organisation: &Organisation) -> Scope {
    organisation.scope(Actor::Job(keeper::KEEP.name))
}
