//! `troth restore`: an installation from its copies, whole or not at all.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use kernel::{OrganisationKey, SecretString};
use store::copies::{self, BackupId, Opened, RecoveryKey, Restored, Shelf};

use crate::{
    Failure, cli,
    config::{Config, OrganisationConfig},
    installation::{self, Common, KEYS, Lock},
    print, say, serve,
    system::{SystemClock, SystemRng},
};

use super::{CONFIGURATION, PEPPER, STATEMENT, catch_up, place, progress, replay};

/// `troth restore`.
///
/// # Errors
/// When the place, the key or the folder cannot be used, or anything is damaged. Then nothing is in place.
pub async fn restore(command: cli::Restore) -> Result<(), Failure> {
    restore_with(&Common::new(Arc::new(SystemClock), Arc::new(SystemRng))?, command).await
}

/// The same, with a clock of the caller's.
///
/// # Errors
/// As [`restore`].
pub async fn restore_with(common: &Common, command: cli::Restore) -> Result<(), Failure> {
    let shelf = place::existing(&command.from)?;
    let text = fs::read_to_string(&command.recovery_key)
        .map_err(|error| format!("{}: {error}", command.recovery_key.display()))?;
    let key = Arc::new(
        RecoveryKey::from_file(&text).map_err(|error| format!("{}: {error}", command.recovery_key.display()))?,
    );
    let opened = open(&shelf, &key, &command).await?;
    if command.check {
        return check(&opened, &command.data).await;
    }
    empty(&command.data)?;
    let draft = Draft::new(&command.data)?;
    let mut config = configuration(&opened, &draft.0, &command)?;
    for (entry, backup) in config.organisations.iter().zip(&opened) {
        let restored = place_one(common, &draft.0, entry, backup).await?;
        table(&entry.key, backup.id(), &restored);
    }
    if let Some(pepper) = opened.iter().find_map(|backup| backup.secret(PEPPER)) {
        private_file(&draft.0.join(KEYS).join(PEPPER), pepper)?;
    }
    installation::write(&config)?;
    draft.into_place(&command.data)?;
    config.folder.clone_from(&command.data);
    finish(common, &config, &shelf).await
}

/// The backups to bring back: of one organisation, or of all that have copies there.
async fn open(shelf: &Shelf, key: &Arc<RecoveryKey>, command: &cli::Restore) -> Result<Vec<Opened>, Failure> {
    let organisations = match &command.organisation {
        Some(name) => {
            vec![OrganisationKey::new(name).ok_or_else(|| format!("`{name}` cannot name an organisation"))?]
        }
        None => copies::organisations(shelf).await?,
    };
    if organisations.is_empty() {
        return Err(format!("{} holds no copies", shelf.place()).into());
    }
    let at = command.at.as_deref().map(str::parse::<BackupId>).transpose()?;
    if at.is_some() && organisations.len() > 1 {
        return Err("a backup's name is of one organisation: say which with --organisation".into());
    }
    let mut opened = Vec::new();
    for organisation in organisations {
        opened.push(copies::open(shelf, &organisation, at.as_ref(), Arc::clone(key)).await?);
    }
    Ok(opened)
}

async fn check(opened: &[Opened], data: &Path) -> Result<(), Failure> {
    // What is fetched lies, still sealed, where there is room: beside the folder that a restore would make.
    let folder = beside(data, "check");
    installation::private_folder(&folder)?;
    let mut outcome = Ok(());
    for backup in opened {
        match backup.check(&folder, &progress()).await {
            Ok(restored) => table(backup.organisation(), backup.id(), &restored),
            Err(error) => outcome = outcome.and(Err(error.into())),
        }
    }
    let _ = fs::remove_dir_all(&folder);
    outcome
}

pub(crate) fn empty(data: &Path) -> Result<(), Failure> {
    if data.exists() && fs::read_dir(data)?.next().is_some() {
        return Err(format!(
            "{}: the folder is not empty, and nothing is ever written over what is there; name a new one",
            data.display()
        )
        .into());
    }
    Ok(())
}

/// The configuration of the newest backup, for the organisations that are brought back, in the order of `opened`.
fn configuration(opened: &[Opened], folder: &Path, command: &cli::Restore) -> Result<Config, Failure> {
    let newest = opened.iter().max_by_key(|backup| backup.id()).ok_or("there is no backup")?;
    let read = |backup: &Opened| -> Result<Config, Failure> {
        let text = backup.paper(CONFIGURATION).ok_or("the backup lacks its configuration")?;
        Ok(Config::parse(folder, std::str::from_utf8(text)?)?)
    };
    let mut config = read(newest)?;
    let mut entries = Vec::new();
    for backup in opened {
        let own = read(backup)?.organisations.into_iter().find(|entry| entry.key == *backup.organisation());
        let mut entry = own.ok_or("the backup's configuration lacks its organisation")?;
        if command.sqlite {
            entry.postgres = None;
        } else if let Some(url) = &command.postgres {
            entry.postgres = Some(SecretString::from(url.as_str()));
        }
        entries.push(entry);
    }
    config.organisations = entries;
    Ok(config)
}

async fn place_one(
    common: &Common,
    folder: &Path,
    entry: &OrganisationConfig,
    backup: &Opened,
) -> Result<Restored, Failure> {
    installation::private_folder(&folder.join(entry.key.as_str()))?;
    let statement = backup.paper(STATEMENT).ok_or("the backup lacks its statement")?;
    private_file(&installation::statement_path(folder, entry), statement)?;
    let config = installation::store_config(folder, entry);
    let now = common.clock.now();
    Ok(backup.restore(&config, &common.inventory, now, &progress()).await?)
}

fn table(organisation: &OrganisationKey, id: &BackupId, restored: &Restored) {
    print(&format!("{organisation}\tbackup {id}\n{:32}{:>12}{:>12}", "table", "saved", "here"));
    for (saved, here) in &restored.tables {
        print(&format!("{:32}{:>12}{here:>12}", saved.table, saved.rows));
    }
    print(&format!("{:32}{:>12}{:>12}", "files", restored.files, restored.files));
    if restored.missing > 0 {
        print(&format!("{} files were lost before this backup was made", restored.missing));
    }
}

/// Opens each organisation at its place and does again what the ledger tells.
async fn finish(common: &Common, config: &Config, shelf: &Shelf) -> Result<(), Failure> {
    let _lock = Lock::take(&config.folder)?;
    for entry in &config.organisations {
        let opened = common.open(&config.folder, entry, serve::base_url(config, &entry.host))?;
        match catch_up(&opened, shelf).await {
            Ok(replayed) => print(&format!("{}\t{}", entry.key, replay::told(replayed))),
            Err(error) => {
                say(&format!("{}: everything is in place, and it stays locked: {error}", entry.key));
                return Err(format!("{} is locked until `troth replay` succeeds", entry.key).into());
            }
        }
    }
    print(&format!(
        "Brought back into {folder}. Start the server with `troth serve --data {folder}`; if it says that the clock leapt, \
         `troth keep --clock-is-right --data {folder}` tells it that it did not.",
        folder = config.folder.display()
    ));
    Ok(())
}

/// A folder beside the one that is to be made.
fn beside(data: &Path, what: &str) -> PathBuf {
    let name = data.file_name().unwrap_or_default().to_string_lossy().into_owned();
    data.with_file_name(format!(".{name}.{what}"))
}

/// The installation while it is being put together; removed when it does not come to its place.
pub(crate) struct Draft(PathBuf);

impl Draft {
    pub(crate) fn new(data: &Path) -> Result<Self, Failure> {
        let folder = beside(data, "restoring");
        if folder.exists() {
            return Err(format!(
                "{}: what should become {} was stopped here, or is being made; remove the folder when it is not",
                folder.display(),
                data.display()
            )
            .into());
        }
        installation::private_folder(&folder)?;
        installation::private_folder(&folder.join(KEYS))?;
        Ok(Self(folder))
    }

    /// Where it lies.
    pub(crate) fn folder(&self) -> &Path {
        &self.0
    }

    pub(crate) fn into_place(self, data: &Path) -> Result<(), Failure> {
        if data.exists() {
            fs::remove_dir(data)?;
        }
        fs::rename(&self.0, data)?;
        Ok(store::folders::sync_name(data)?)
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // Gone already when it was put into place.
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn private_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    use std::{io::Write as _, os::unix::fs::OpenOptionsExt as _};
    let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    Ok(store::folders::sync_name(path)?)
}
