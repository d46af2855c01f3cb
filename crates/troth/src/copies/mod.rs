//! `troth backup`, `troth restore` and `troth replay`, and the server's own nights.

mod nightly;
mod place;
mod replay;
mod restore;

use std::{fs, path::Path, sync::Arc};

use kernel::Timestamp;
use organisation::Organisation;
use statement::{Plan, calendar, plan::rule::Backup as BackupClause};
use store::copies::{self, BackedUp, Paper, Progress, RecoveryKey, RecoveryPublic, Shelf, Source};

use crate::{
    Failure, cli,
    config::{Config, FILE, OrganisationConfig},
    installation::{self, Common, KEYS},
    print, say,
    system::{SystemClock, SystemRng},
};

pub(crate) use nightly::next_backup;
pub use nightly::{keep_copies, stand_ready};
pub(crate) use place::configured as shelf_of;
pub use replay::{catch_up, replay};
pub(crate) use restore::{Draft, empty};
pub use restore::{restore, restore_with};

/// The paper with the installation's configuration.
const CONFIGURATION: &str = "troth.kdl";
/// The paper with the organisation's statement.
const STATEMENT: &str = "statement";
/// The paper that goes along with the keyring's copy alone.
const PEPPER: &str = "pepper";
/// Days that copies are kept for when the statement says nothing.
const HORIZON: i16 = 14;

/// `troth backup`.
///
/// # Errors
/// When the place or the recovery key is missing, or a backup could not be made.
pub async fn backup(command: cli::Backup) -> Result<(), Failure> {
    match command.action {
        None => {
            let common = Common::new(Arc::new(SystemClock), Arc::new(SystemRng))?;
            back_up_all(&common, &command.now).await
        }
        Some(cli::BackupAction::Key { file }) => make_key(&file),
        Some(cli::BackupAction::List { installation, from }) => list(&installation.data, from.as_deref()).await,
    }
}

fn make_key(file: &Path) -> Result<(), Failure> {
    use std::{io::Write as _, os::unix::fs::OpenOptionsExt as _};
    let key = RecoveryKey::new(&SystemRng)?;
    let mut to = fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(file)
        .map_err(|error| format!("{}: {error}; name a new file", file.display()))?;
    to.write_all(key.to_file().as_bytes())?;
    to.sync_all()?;
    say(&format!(
        "The recovery key is in {}. Keep it away from this machine and from the backups; without it none can be restored.\n\
         Its public half goes into {FILE}: backup to=\"…\" recovery=\"…\"",
        file.display()
    ));
    print(&key.public().to_string());
    Ok(())
}

/// Makes a backup of every organisation, now.
///
/// # Errors
/// When one of them could not be made; those before it are made.
pub async fn back_up_all(common: &Common, command: &cli::BackupNow) -> Result<(), Failure> {
    let config = Config::read(&command.installation.data)?;
    let recovery = match (&command.recovery, &config.backup) {
        (Some(given), _) => given.parse::<RecoveryPublic>()?,
        (None, Some(backup)) => backup.recovery,
        (None, None) => {
            return Err("to whom is it sealed? Make a recovery key with `troth backup key FILE`, and name its public half with --recovery \
                        or in troth.kdl"
                .into());
        }
    };
    let shelf = place::shelf(&config, command.to.as_deref())?;
    let elsewhere = command.to.as_ref().filter(|to| config.backup.as_ref().is_none_or(|backup| backup.to != **to));
    for entry in &config.organisations {
        let plan = common.plan(&installation::statement_path(&config.folder, entry))?;
        let made = back_up(common, &config, entry, &plan, (&shelf, &recovery)).await?;
        print(&told(entry, &made));
        if let Some(place) = elsewhere {
            say(&format!(
                "{place} is not the place that the configuration names: the server does not renew its keyring copy after erasures. \
                 Remove what lies there {} from now at the latest.",
                horizon_text(&plan)
            ));
        }
    }
    Ok(())
}

fn told(entry: &OrganisationConfig, made: &BackedUp) -> String {
    let mut text = format!(
        "{}\t{}\t{} rows, {} files ({} new), {} bytes; read back; keyring generation {}",
        entry.key,
        made.id,
        made.rows(),
        made.files,
        made.new_files,
        made.bytes,
        made.generation
    );
    if !made.missing.is_empty() {
        text.push_str(&format!("\n{}: {} files have a row and are not on disk", entry.key, made.missing.len()));
    }
    text
}

/// One organisation's backup, and the pruning that follows.
///
/// # Errors
/// When it could not be made. Old copies go all the same.
pub async fn back_up(
    common: &Common,
    config: &Config,
    entry: &OrganisationConfig,
    plan: &Plan,
    (shelf, recovery): (&Shelf, &RecoveryPublic),
) -> Result<BackedUp, Failure> {
    let source = source(common, config, entry);
    let papers: [Paper; 2] = [
        (CONFIGURATION.to_owned(), fs::read(config.folder.join(FILE))?),
        (STATEMENT.to_owned(), fs::read(installation::statement_path(&config.folder, entry))?),
    ];
    let made = copies::back_up(&source, shelf, recovery, &papers, &secrets(config), &progress()).await;
    let pruned = copies::prune(&source, shelf, cutoff(plan, common.clock.now())).await;
    let made = made?;
    pruned?;
    Ok(made)
}

/// What goes along with the keyring's copy.
fn secrets(config: &Config) -> Vec<Paper> {
    let pepper = fs::read(config.folder.join(KEYS).join(PEPPER)).ok();
    pepper.into_iter().map(|pepper| (PEPPER.to_owned(), pepper)).collect()
}

/// What is told at the terminal while it works.
pub(crate) fn progress() -> Progress {
    Arc::new(|line: &str| say(line))
}

pub(crate) fn source(common: &Common, config: &Config, entry: &OrganisationConfig) -> Source {
    Source {
        config: installation::store_config(&config.folder, entry),
        organisation: entry.key.clone(),
        inventory: Arc::clone(&common.inventory),
        clock: Arc::clone(&common.clock),
        rng: Arc::clone(&common.rng),
    }
}

/// What was made before this instant goes, by the statement's horizon.
fn cutoff(plan: &Plan, now: Timestamp) -> Timestamp {
    let clause = plan.all::<BackupClause>().next();
    let period = clause.map_or_else(default_horizon, |clause| clause.horizon);
    calendar::cutoff(period, now, plan.zone())
}

fn default_horizon() -> statement::Period {
    statement::Period { days: HORIZON.unsigned_abs(), ..statement::Period::default() }
}

fn horizon_text(plan: &Plan) -> String {
    plan.all::<BackupClause>().next().map_or_else(default_horizon, |clause| clause.horizon).to_string()
}

async fn list(folder: &Path, from: Option<&str>) -> Result<(), Failure> {
    let shelf = match from {
        Some(place) => place::existing(place)?,
        None => place::shelf(&Config::read(folder)?, None)?,
    };
    let organisations = copies::organisations(&shelf).await?;
    if organisations.is_empty() {
        print(&format!("{} holds no copies.", shelf.place()));
    }
    for organisation in organisations {
        let (kept, rings) = copies::list(&shelf, &organisation).await?;
        for backup in kept {
            let what = match &backup.fault {
                None => format!("{} files, {} bytes", backup.files, backup.bytes),
                Some(fault) => fault.clone(),
            };
            print(&format!("{organisation}\tbackup\t{}\t{what}", backup.id));
        }
        for ring in rings {
            let at = ring.at.map(|at| at.to_string()).unwrap_or_default();
            print(&format!("{organisation}\tkeyring\t{at}\tgeneration {}", ring.generation));
        }
    }
    Ok(())
}

/// The name under which the server's log tells of an organisation's copies.
pub(crate) fn name(organisation: &Organisation) -> &str {
    organisation.key.as_str()
}
