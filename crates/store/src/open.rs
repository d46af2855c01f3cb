//! Opening a store: the lock, the schema, the inventory, the ring, the threads.

use std::{
    fs,
    path::Path,
    sync::{Arc, atomic::AtomicU64, mpsc},
    thread::{self, JoinHandle},
};

use kernel::{Actor, Clock, Inventory, Language, OrganisationKey, RequestId, Rng, Scope, jiff::tz::TimeZone};

use crate::{
    Engine, StoreConfig, StoreError, acceptances,
    engine::{Connection, Mode, Target, text},
    folders,
    keyring::{FIXED_LOOKUP, Keyring, Mark},
    lookups, params, queries, restrictions, schema,
    shared::{Places, Registry, Shared},
    tables::SLICE,
    writer::{self, Commands},
};

/// Everything that opening needs, on its way to the writing thread.
pub(crate) struct Opening {
    pub(crate) config: StoreConfig,
    pub(crate) organisation: OrganisationKey,
    pub(crate) inventory: Arc<Inventory>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) rng: Arc<dyn Rng>,
}

pub(crate) fn target(config: &StoreConfig) -> Target {
    match &config.engine {
        Engine::Sqlite => Target::Sqlite { file: config.folder.join("data.sqlite") },
        Engine::Postgres { url, schema } => Target::Postgres { url: url.clone(), schema: schema.clone() },
    }
}

/// Starts the writing thread, which opens the store and then serves.
pub(crate) fn start_writer(
    opening: Opening,
    commands: Arc<Commands>,
) -> Result<(Arc<Shared>, JoinHandle<()>), StoreError> {
    let (tell, told) = mpsc::channel();
    let name = format!("write {}", opening.organisation);
    let thread = thread::Builder::new().name(name).spawn(move || match open(&opening) {
        Ok(mut opened) => {
            let _ = tell.send(Ok(Arc::clone(&opened.shared)));
            writer::serve(&mut opened.connection, &opened.shared, &commands, opened.written);
            drop(opened.connection);
            // Held to the very end: whoever opens next finds everything written.
            drop(opened.lock);
        }
        Err(error) => drop(tell.send(Err(error))),
    });
    let thread = thread.map_err(|error| StoreError::Files(format!("a thread: {error}")))?;
    let shared = told.recv().map_err(|_| StoreError::Closed)??;
    Ok((shared, thread))
}

struct Opened {
    connection: Connection,
    shared: Arc<Shared>,
    written: Mark,
    lock: fs::File,
}

fn open(opening: &Opening) -> Result<Opened, StoreError> {
    let Opening { config, organisation, inventory, clock, rng } = opening;
    if !inventory.slices().any(|slice| std::ptr::eq(slice, &raw const SLICE)) {
        return Err(StoreError::Undeclared(
            "the inventory lacks the store's own tables: put store::SLICE into it".to_owned(),
        ));
    }
    let lock = lock(&config.folder)?;
    // Nobody scrubs while the store is closed.
    let _ = fs::remove_file(config.folder.join(crate::store::SCRUB));
    let target = target(config);
    let mut connection = target.connect(Mode::Write)?;
    connection.begin(Mode::Write)?;
    let mut ready = || {
        schema::migrate(&mut connection, target.dialect(), inventory, clock.now())?;
        schema::check(&mut connection, inventory)?;
        let registry = Registry::new(inventory, target.dialect())?;
        let marks = Marks::read(&mut connection, &registry)?;
        marks.check(organisation)?;
        let ring = Keyring::open(
            config.folder.join("keyring"),
            organisation,
            config.keys.keys(),
            Arc::clone(rng),
            marks.ring,
        )?;
        let (mark, stored) = (ring.mark(), marks.lookup.unwrap_or(1));
        let newest = ring.newest_lookup();
        let Some(newest) = newest.filter(|_| ring.hash(FIXED_LOOKUP, "", "").is_ok()) else {
            return Err(StoreError::Keyring("the look-up keys are missing".to_owned()));
        };
        // A backup from before the keys were last changed: its addresses are hashed again below.
        let is_old = ring.hash(stored, "", "").is_err();
        let lookup = if is_old { newest } else { stored };
        Marks { organisation: Some(organisation.to_string()), ring: Some(mark), lookup: Some(lookup) }
            .write(&mut connection, &registry)?;
        let shared = Shared {
            organisation: organisation.clone(),
            inventory: Arc::clone(inventory),
            dialect: target.dialect(),
            registry,
            places: Places::new(inventory),
            ring,
            rng: Arc::clone(rng),
            folder: config.folder.clone(),
            files: config.folder.join("files"),
            lookup: AtomicU64::new(lookup),
            lines: Default::default(),
            restrictions: Arc::default(),
            acceptances: Arc::default(),
            choices: Arc::default(),
        };
        restrictions::load(&mut connection, &shared)?;
        acceptances::load(&mut connection, &shared)?;
        if is_old {
            let hashed = lookups::renew(&mut connection, &shared, &restoring(opening))?;
            tracing::warn!(%organisation, hashed, "the data is older than its keyring, as after a backup was brought back");
        }
        Ok((Arc::new(shared), mark))
    };
    match ready() {
        Ok((shared, written)) => {
            connection.simple("COMMIT")?;
            Ok(Opened { connection, shared, written, lock })
        }
        Err(error) => {
            let _ = connection.simple("ROLLBACK");
            Err(error)
        }
    }
}

/// In whose name addresses of a backup are hashed again.
fn restoring(opening: &Opening) -> Scope {
    let (now, rng) = (opening.clock.now(), Arc::clone(&opening.rng));
    Scope {
        organisation: opening.organisation.clone(),
        actor: Actor::Job("store.open"),
        now,
        zone: TimeZone::UTC,
        language: Language::default(),
        request: kernel::scope::mint::<RequestId>(now, &*rng),
        session: None,
        rng,
    }
}

/// One process at a time has an organisation's folder.
fn lock(folder: &Path) -> Result<fs::File, StoreError> {
    let fault = |error: std::io::Error| StoreError::Files(format!("{}: {error}", folder.display()));
    folders::make(folder).map_err(fault)?;
    let file =
        fs::OpenOptions::new().write(true).create(true).truncate(false).open(folder.join("lock")).map_err(fault)?;
    file.try_lock()
        .map_err(|_| StoreError::Files(format!("{} is in use by another process: stop it first", folder.display())))?;
    Ok(file)
}

/// What the database remembers.
struct Marks {
    organisation: Option<String>,
    ring: Option<Mark>,
    lookup: Option<u64>,
}

impl Marks {
    fn read(connection: &mut Connection, registry: &Registry) -> Result<Self, StoreError> {
        let text = registry.text(&queries::MARK)?;
        let mut mark = |name: &str| -> Result<Option<String>, StoreError> {
            let rows = connection.query(text, params![name])?;
            rows.first().map(|row| row.text(0).map(str::to_owned)).transpose()
        };
        let organisation = mark("organisation")?;
        let lookup = mark("lookup")?.and_then(|text| text.parse().ok());
        let ring = mark("ring")?.and_then(|text| {
            let (generation, frames) = text.split_once('.')?;
            Some(Mark { generation: generation.parse().ok()?, frames: frames.parse().ok()? })
        });
        Ok(Self { organisation, ring, lookup })
    }

    fn check(&self, organisation: &OrganisationKey) -> Result<(), StoreError> {
        match &self.organisation {
            Some(known) if known != organisation.as_str() => Err(StoreError::OtherOrganisation),
            Some(_) | None => Ok(()),
        }
    }

    fn write(&self, connection: &mut Connection, registry: &Registry) -> Result<(), StoreError> {
        let text = registry.text(&queries::SET_MARK)?;
        let ring = self.ring.map(|mark| format!("{}.{}", mark.generation, mark.frames));
        let lookup = self.lookup.map(|version| version.to_string());
        for (name, value) in [("organisation", self.organisation.clone()), ("ring", ring), ("lookup", lookup)] {
            if let Some(value) = value {
                connection.execute(text, params![name, value])?;
            }
        }
        Ok(())
    }
}

/// Every registered text, as the engine takes it: the faults, one sentence each.
pub(crate) fn prepare_all(connection: &mut Connection, shared: &Shared) -> Vec<String> {
    let mut faults = Vec::new();
    for (sql, spelled) in shared.registry.all() {
        match connection.prepare(spelled) {
            Ok(taken) if taken != text::parameters(sql.text) => {
                faults.push(format!(
                    "{}: the engine counts {taken} parameters, the text has {}",
                    sql.name,
                    text::parameters(sql.text)
                ));
            }
            Ok(_) => {}
            Err(error) => faults.push(format!("{}: {error}", sql.name)),
        }
    }
    faults
}
