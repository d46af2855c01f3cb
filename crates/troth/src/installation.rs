//! An installation on disk: its folder, its lock, its organisations.

use std::{
    fs::{self, File},
    io,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    sync::Arc,
};

use access::{Access, AccessError};
use kernel::{Clock, Inventory, OrganisationKey, Rng, words::Words};
use organisation::{MakeDemoBar, Organisation, Parts};
use statement::Plan;
use store::{Engine, KeyEncryption, Store, StoreConfig};

use crate::{
    Failure, amending,
    config::{Config, EdgeConfig, FILE, OrganisationConfig},
    print,
};

/// The folder in which the keys that wrap keyrings live.
pub(crate) const KEYS: &str = "keys";

/// Makes a new installation.
///
/// # Errors
/// When the folder is in use or cannot be made.
pub fn init(folder: &Path) -> Result<(), Failure> {
    if folder.join(FILE).exists() {
        return Err(format!("{}: there is an installation here already", folder.display()).into());
    }
    if folder.exists() && fs::read_dir(folder).map_err(at(folder))?.next().is_some() {
        return Err(format!("{}: the folder is not empty; name a new one", folder.display()).into());
    }
    private_folder(folder)?;
    private_folder(&folder.join(KEYS))?;
    let config = Config {
        folder: folder.to_owned(),
        listen: ([127, 0, 0, 1], 8080).into(),
        edge: EdgeConfig::default(),
        mail: None,
        sms: None,
        backup: None,
        organisations: vec![],
    };
    write(&config)?;
    let place = folder.display();
    print(&format!(
        "Made an installation in {place}.\n\n\
         Next:\n\
         1. Write a privacy statement; begin with one of statements/*.kdl, and run `troth statement check FILE`.\n\
         2. Tell {place}/{FILE} where mail goes.\n\
         3. Add an organisation:\n   \
            troth organisation add campus --data {place} --statement FILE --host campus.example.org \\\n     \
            --manager-name \"Ada Example\" --manager-email ada@example.org\n\
         4. troth serve --data {place}\n\n\
         Keep {place}/{KEYS} on another disk than the data if you can, and out of every backup: who has both can read all."
    ));
    Ok(())
}

/// Lists the organisations.
///
/// # Errors
/// When the installation cannot be read.
pub fn list(folder: &Path) -> Result<(), Failure> {
    let config = Config::read(folder)?;
    if config.organisations.is_empty() {
        print("There is no organisation yet. Add one with `troth organisation add`.");
    }
    for organisation in &config.organisations {
        let engine = if organisation.postgres.is_some() { "PostgreSQL" } else { "SQLite" };
        print(&format!("{}\t{}\t{engine}", organisation.key, organisation.host));
    }
    Ok(())
}

/// Writes the configuration, whole or not at all.
///
/// # Errors
/// When it cannot be written.
pub fn write(config: &Config) -> io::Result<()> {
    let path = config.folder.join(FILE);
    let draft = config.folder.join(format!("{FILE}.new"));
    fs::write(&draft, config.to_kdl()).map_err(at(&draft))?;
    // It may hold the password of a database.
    fs::set_permissions(&draft, fs::Permissions::from_mode(0o600))?;
    File::open(&draft)?.sync_all()?;
    fs::rename(&draft, &path)?;
    store::folders::sync_name(&path)
}

/// Makes a folder for its owner alone.
///
/// # Errors
/// When it cannot be made.
pub fn private_folder(path: &Path) -> io::Result<()> {
    store::folders::make(path).map_err(at(path))
}

/// Says where it was that something went wrong, and what to do about it where that is known.
fn at(path: &Path) -> impl FnOnce(io::Error) -> io::Error {
    move |error| {
        let remedy = match error.kind() {
            io::ErrorKind::PermissionDenied => ": let the user as whom troth runs own this folder",
            io::ErrorKind::NotFound => ": name a folder that is there",
            _ => "",
        };
        io::Error::new(error.kind(), format!("{}: {error}{remedy}", path.display()))
    }
}

/// Held while one process works on an installation, so that a second one cannot.
#[derive(Debug)]
pub struct Lock(#[expect(dead_code, reason = "the lock lasts as long as the open file")] File);

impl Lock {
    /// Takes the installation.
    ///
    /// # Errors
    /// When another process has it.
    pub fn take(folder: &Path) -> Result<Self, Failure> {
        let file = File::create(folder.join("lock")).map_err(at(folder))?;
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(fs::TryLockError::WouldBlock) => Err(format!(
                "{}: another troth is working here; stop it first, or let it do this (the server keeps by itself)",
                folder.display()
            )
            .into()),
            Err(fs::TryLockError::Error(error)) => Err(error.into()),
        }
    }
}

/// What all organisations of a process share.
#[derive(Clone)]
pub struct Common {
    /// What the slices declare.
    pub inventory: Arc<Inventory>,
    /// All words.
    pub words: Arc<Words>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Random bytes.
    pub rng: Arc<dyn Rng>,
    /// The demonstration's bar, in a demonstration.
    pub demo: Option<Arc<MakeDemoBar>>,
}

impl Common {
    /// Puts the slices together.
    ///
    /// # Errors
    /// When their declarations contradict each other: a fault of this program, found at the first start.
    pub fn new(clock: Arc<dyn Clock>, rng: Arc<dyn Rng>) -> Result<Self, Failure> {
        let inventory = crate::assemble::inventory()
            .map_err(|faults| faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))?;
        let words = crate::assemble::words()?;
        Ok(Self { inventory: Arc::new(inventory), words: Arc::new(words), clock, rng, demo: None })
    }

    /// Opens an organisation: its statement must cover all that is stored, or it does not start (X1). The file is held
    /// against the versions that were published, and the version that is in force is put to work.
    ///
    /// # Errors
    /// A statement with errors, or one that cannot take its place among the versions, a store that cannot be opened, decisions that cannot be made.
    pub fn open(
        &self,
        folder: &Path,
        config: &OrganisationConfig,
        base_url: String,
    ) -> Result<Arc<Organisation>, Failure> {
        let path = statement_path(folder, config);
        let file = self.plan(&path)?;
        private_folder(&folder.join(KEYS))?;
        let store = Store::open(
            store_config(folder, config),
            config.key.clone(),
            Arc::clone(&self.inventory),
            Arc::clone(&self.clock),
            Arc::clone(&self.rng),
        )?;
        let plan = Arc::new(amending::settle(self, &store, config, &path, &file)?);
        let access = self.access(&config.key, &plan, &store)?;
        let accounts = Arc::new(accounts::People::new(Arc::clone(&plan)));
        Ok(Arc::new(Organisation::new(Parts {
            key: config.key.clone(),
            plan,
            access,
            store,
            words: Arc::clone(&self.words),
            inventory: Arc::clone(&self.inventory),
            clock: Arc::clone(&self.clock),
            rng: Arc::clone(&self.rng),
            directory: Arc::clone(&accounts) as _,
            sessions: accounts,
            base_url,
            demo: self.demo.clone(),
        })))
    }

    /// The decisions of a plan, bound to the organisation and to what its people restrict and chose.
    pub(crate) fn access(&self, key: &OrganisationKey, plan: &Plan, store: &Store) -> Result<Arc<Access>, AccessError> {
        let access = Access::new(plan, &self.inventory)?.within(key.clone());
        Ok(Arc::new(access.heeding(store.restrictions()).trusting(store.acceptances()).with_choices(store.choices())))
    }

    /// Reads a statement and holds it against what the slices store.
    ///
    /// # Errors
    /// The report of every problem, when there is an error among them.
    pub fn plan(&self, path: &Path) -> Result<Plan, Failure> {
        let (source, name) = source(path)?;
        let checked = statement::check(&source, Some(&self.inventory));
        match checked.plan {
            Some(plan) => Ok(plan),
            None => Err(format!(
                "the statement cannot be used:\n\n{}",
                statement::report(&checked.diagnostics, &source, &name)
            )
            .into()),
        }
    }
}

/// Where an organisation's data is kept.
pub fn store_config(folder: &Path, config: &OrganisationConfig) -> StoreConfig {
    let engine = match &config.postgres {
        None => Engine::Sqlite,
        Some(url) => Engine::Postgres { url: url.clone(), schema: config.key.as_str().replace('-', "_") },
    };
    StoreConfig {
        folder: folder.join(config.key.as_str()),
        engine,
        keys: KeyEncryption::File(folder.join(KEYS).join(config.key.as_str())),
        readers: 2,
    }
}

/// The text of a statement and the name under which problems are told.
///
/// # Errors
/// When the file cannot be read.
pub fn source(path: &Path) -> Result<(String, String), Failure> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: cannot be read: {error}", path.display()))?;
    Ok((text, path.display().to_string()))
}

/// The folder of an organisation's statements.
pub fn statement_path(folder: &Path, config: &OrganisationConfig) -> PathBuf {
    folder.join(config.key.as_str()).join(&config.statement)
}
