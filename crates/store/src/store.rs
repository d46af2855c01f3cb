//! One organisation's store.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
    thread::{self, JoinHandle},
    time::Duration,
};

use access::{Acceptances, Choices, Grant, Restrictions};
use kernel::{Attempt, Clock, Inventory, OrganisationKey, Rng, Scope, SecretString, Uuid};
use tokio::sync::oneshot;

use crate::{
    Cell, Destroyed, Files, KeyEncryption, Opener, Reader, StoreError, Work,
    engine::{Connection, Mode, Target},
    keyring::{self, Keyring},
    lines::Line,
    lookups,
    open::{self, Opening},
    params, queries,
    queue::Queue,
    shared::Shared,
    writer::{Command, Commands, UnitOf, in_one, in_read},
};

/// Which database.
#[derive(Clone, Debug)]
pub enum Engine {
    /// One SQLite file, `data.sqlite` in the organisation's folder.
    Sqlite,
    /// One schema of a PostgreSQL database.
    Postgres {
        /// The connection's address.
        url: SecretString,
        /// The schema: lower-case letters, digits and `_`. It is made when missing.
        schema: String,
    },
}

/// Where and how a store keeps its data.
#[derive(Clone)]
pub struct StoreConfig {
    /// The organisation's own folder: database, keyring and files. It is made when missing.
    pub folder: PathBuf,
    /// The database.
    pub engine: Engine,
    /// What wraps the keyring.
    pub keys: KeyEncryption,
    /// Threads (and connections) for reading; 2 is right for a small machine.
    pub readers: usize,
}

/// The mark of a database that was brought back from a backup.
pub(crate) const RESTORED: &str = "restored";
/// The file in an organisation's folder that asks a dump to let go of SQLite's log.
pub(crate) const SCRUB: &str = "scrub";

/// How long lines of what was opened wait for company.
const SOON: Duration = Duration::from_millis(200);
/// How long lines of what was refused do.
const LATER: Duration = Duration::from_secs(30);

type Read = Box<dyn FnOnce(&mut Connection, &Shared) + Send>;

/// One organisation's store. Cheap to clone; when the last clone is dropped, what is queued is written and the
/// threads end.
#[derive(Clone)]
pub struct Store(Arc<Inner>);

struct Inner {
    shared: Arc<Shared>,
    commands: Arc<Commands>,
    reads: Arc<Queue<Read>>,
    /// Connections for [`Store::glance`] that nobody uses just now; empty on PostgreSQL.
    glances: Mutex<Vec<Connection>>,
    files: Files,
    threads: Mutex<Vec<JoinHandle<()>>>,
}

impl Store {
    /// Opens the store: migrates, holds the schema against the inventory (I1), reads the keyring, starts the threads.
    /// Blocks for as long as that takes.
    pub fn open(
        config: StoreConfig,
        organisation: OrganisationKey,
        inventory: Arc<Inventory>,
        clock: Arc<dyn Clock>,
        rng: Arc<dyn Rng>,
    ) -> Result<Self, StoreError> {
        let (target, readers) = (open::target(&config), config.readers.max(1));
        let commands = Arc::new(Commands::new());
        let opening = Opening { config, organisation, inventory, clock, rng };
        let (shared, writer) = open::start_writer(opening, Arc::clone(&commands))?;
        let files = Files::new(Arc::clone(&shared))?;
        let reads = Arc::new(Queue::new());
        let glances = Mutex::new(glancing(&target, readers)?);
        let inner = Inner { shared, commands, reads, glances, files, threads: Mutex::new(vec![writer]) };
        for n in 0..readers {
            inner.start_reader(n, target.clone())?;
        }
        Ok(Self(Arc::new(inner)))
    }

    /// Runs a page's few queries right here, in one read transaction, when the engine is in this process and a
    /// connection is free; else as [`Self::read`]. Handing a page to another thread and back costs more than its queries
    /// do (`docs/decisions/0017-glances.md`). For a handful of rows by index: what reads more belongs on a reading thread.
    pub async fn glance<T, E, F>(&self, scope: &Scope, work: F) -> Result<T, E>
    where
        F: FnOnce(&mut Reader<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.0.shared.same_organisation(scope)?;
        let mut lent = Lent::take(&self.0.glances);
        match lent.as_mut().and_then(|lent| lent.connection.as_mut()) {
            Some(connection) => read_once(connection, &self.0.shared, scope, work),
            None => self.read(scope, work).await,
        }
    }

    /// Runs `work` on a reading thread, in one read transaction.
    pub async fn read<T, E, F>(&self, scope: &Scope, work: F) -> Result<T, E>
    where
        F: FnOnce(&mut Reader<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.0.shared.same_organisation(scope)?;
        let scope = scope.clone();
        let (reply, answer) = oneshot::channel();
        let read: Read = Box::new(move |connection, shared| {
            let _ = reply.send(read_once(connection, shared, &scope, work));
        });
        self.0.reads.push(read).map_err(|_| StoreError::Closed)?;
        answer.await.unwrap_or_else(|_| Err(E::from(StoreError::Closed)))
    }

    /// Runs `work` on the writing thread; returns after the durable commit. An error or a panic rolls back this
    /// unit alone.
    pub async fn write<T, E, F>(&self, scope: &Scope, work: F) -> Result<T, E>
    where
        F: FnOnce(&mut Work<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.0.shared.same_organisation(scope)?;
        let (reply, answer) = oneshot::channel();
        let unit = UnitOf { scope: scope.clone(), work: Some(work), result: None, reply };
        self.0.commands.push(Command::Unit(Box::new(unit))).map_err(|_| StoreError::Closed)?;
        answer.await.unwrap_or_else(|_| Err(E::from(StoreError::Closed)))
    }

    pub(crate) fn shared(&self) -> &Arc<Shared> {
        &self.0.shared
    }

    /// Runs something alone on the writing thread, between commits.
    pub(crate) async fn alone<T: Send + 'static>(
        &self,
        run: impl FnOnce(&mut Connection, &Shared) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (reply, answer) = oneshot::channel();
        let command = Command::Alone(Box::new(move |connection, shared| {
            let _ = reply.send(run(connection, shared));
        }));
        self.0.commands.push(command).map_err(|_| StoreError::Closed)?;
        answer.await.unwrap_or(Err(StoreError::Panicked))
    }

    /// Turns a decision into what opens seals, and leaves one line in the access log (I2, I3). The line is part of
    /// the next commit, a fifth of a second later at most.
    pub fn opener(&self, scope: &Scope, grant: &Grant) -> Opener {
        self.opener_with(scope, grant, Line::of_grant)
    }

    /// Does what opening a cell costs where there is none, such as the password of somebody who is not there: no time
    /// tells the one from the other (S4). Nothing is opened, and no line is left.
    pub fn open_nothing(&self, scope: &Scope, grant: &Grant, cell: Cell) {
        let opener = self.opener_with(scope, grant, Line::stand_in);
        let aad = opener.stand_in(&cell).unwrap_or_default();
        keyring::open_nothing(&aad);
    }

    fn opener_with(&self, scope: &Scope, grant: &Grant, line: fn(&Scope, &Grant) -> Line) -> Opener {
        let shared = &self.0.shared;
        let own = shared.same_organisation(scope).is_ok();
        if own && shared.lines.add(line(scope, grant)) {
            self.0.commands.nudge(SOON);
        }
        Opener::new(Arc::clone(shared), grant, own)
    }

    /// Leaves a line in the access log of what somebody tried and was refused, where there is such a thing. Nothing waits
    /// for it: it goes along with a commit of others, or within half a minute.
    pub fn note_refusal(&self, scope: &Scope, attempt: &Attempt) {
        let shared = &self.0.shared;
        if shared.same_organisation(scope).is_ok() && shared.lines.count(Line::of_attempt(shared, scope, attempt)) {
            self.0.commands.nudge(LATER);
        }
    }

    /// The sealed files.
    pub fn files(&self) -> &Files {
        &self.0.files
    }

    /// Who restricts the use of the own data: for the organisation's decisions to heed.
    pub fn restrictions(&self) -> Arc<Restrictions> {
        Arc::clone(&self.0.shared.restrictions)
    }

    /// Who has accepted which undertaking: for the organisation's decisions to heed.
    pub fn acceptances(&self) -> Arc<Acceptances> {
        Arc::clone(&self.0.shared.acceptances)
    }

    /// Who stands on which version of the statement: for the organisation's decisions and dates to heed.
    pub fn choices(&self) -> Arc<Choices> {
        Arc::clone(&self.0.shared.choices)
    }

    /// What is declared.
    pub fn inventory(&self) -> &Arc<Inventory> {
        &self.0.shared.inventory
    }

    /// Destroys keys, each of a class and a holder, for good: the keyring is written anew under a new
    /// key-encryption key and the old one is destroyed. May be repeated; runs between commits.
    pub async fn destroy(&self, scope: &Scope, scopes: Vec<(&'static str, Uuid)>) -> Result<Destroyed, StoreError> {
        self.0.shared.same_organisation(scope)?;
        self.alone(move |_, shared| shared.ring.destroy(&scopes, 0, &mut |_| Ok(()))).await
    }

    /// A unit of work that names keys, and their destruction, with nothing in between: what the unit saw is so when
    /// the keys go. Stopped between its commit and the destruction, the unit's work stands and the keys, too.
    pub async fn destroy_chosen<E, F>(&self, scope: &Scope, choose: F) -> Result<Destroyed, E>
    where
        F: FnOnce(&mut Work<'_>) -> Result<Vec<(&'static str, Uuid)>, E> + Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.0.shared.same_organisation(scope)?;
        let scope = scope.clone();
        let chosen = self.alone(move |connection, shared| {
            let chosen = match in_one(connection, shared, &scope, choose) {
                Ok(chosen) => chosen,
                Err(error) => return Ok(Err(error)),
            };
            shared.ring.destroy(&chosen, 0, &mut |_| Ok(())).map(Ok)
        });
        chosen.await?
    }

    /// The organisation's public key, with which heads of the ledger are checked: an uncompressed point of P-256.
    pub fn public_key(&self) -> Vec<u8> {
        self.0.shared.ring.public_key()
    }

    /// Whether the key of a class and a holder is held.
    pub fn has_key(&self, class: &str, holder: Uuid) -> bool {
        self.0.shared.ring.has(class, holder)
    }

    /// Makes a new look-up key, hashes again every column that has a sealed twin, and destroys the old key: an
    /// erased address in an old backup cannot be confirmed any more. For once a night in which something was
    /// erased, since its cost follows everyone's data. Returns how many hashes were made.
    pub async fn rotate_lookups(&self, scope: &Scope) -> Result<u64, StoreError> {
        self.0.shared.same_organisation(scope)?;
        let scope = scope.clone();
        self.alone(move |connection, shared| lookups::rotate(connection, shared, &scope)).await
    }

    /// Removes what deleted rows left in the files of the database: after erasures. `Busy` when somebody read for
    /// a whole second: try again.
    ///
    /// A dump for a backup holds SQLite's log for as long as it runs; a file tells it to let go and begin again.
    pub async fn scrub(&self) -> Result<(), StoreError> {
        let wanted = self.0.shared.folder.join(SCRUB);
        for attempt in 0..40 {
            if attempt == 1 {
                std::fs::write(&wanted, []).map_err(|error| StoreError::Files(error.to_string()))?;
            }
            let tables: Vec<_> = self.inventory().tables().map(|table| table.name).collect();
            match self.alone(move |connection, _| connection.scrub(&tables)).await {
                Err(StoreError::Busy) => tokio::time::sleep(Duration::from_millis(25)).await,
                ended => {
                    let _ = std::fs::remove_file(&wanted);
                    return ended;
                }
            }
        }
        let _ = std::fs::remove_file(&wanted);
        Err(StoreError::Busy)
    }

    /// Whether the database was brought back from a backup and has not been held against the shipped ledger since: then
    /// nobody may be served from it.
    pub async fn is_restored(&self, scope: &Scope) -> Result<bool, StoreError> {
        self.read(scope, |reader| Ok(reader.one(&queries::MARK, params![RESTORED])?.is_some())).await
    }

    /// It has been held against the shipped ledger.
    pub async fn settle(&self, scope: &Scope) -> Result<(), StoreError> {
        self.write(scope, |work| work.run(&queries::DROP_MARK, params![RESTORED]).map(drop)).await
    }

    /// The keyring's generation: it rises with every destruction of keys.
    pub fn generation(&self) -> u64 {
        self.0.shared.ring.mark().generation
    }

    pub(crate) fn ring(&self) -> &Keyring {
        &self.0.shared.ring
    }

    /// Prepares every registered text on the engine; the faults, one sentence each.
    pub async fn prepare_all(&self) -> Result<Vec<String>, StoreError> {
        self.alone(|connection, shared| Ok(open::prepare_all(connection, shared))).await
    }

    /// Writes what waits, lines of the access log too, and returns when it is durable.
    pub async fn flush(&self) -> Result<(), StoreError> {
        // What runs alone is preceded by a commit of what waited before it.
        self.alone(|_, _| Ok(())).await
    }
}

/// Runs `work` in one read transaction.
fn read_once<T, E: From<StoreError>>(
    connection: &mut Connection,
    shared: &Shared,
    scope: &Scope,
    work: impl FnOnce(&mut Reader<'_>) -> Result<T, E>,
) -> Result<T, E> {
    let (mut work, mut result) = (Some(work), None);
    let ended = in_read(connection, shared, scope, &mut |reader| {
        result = work.take().map(|work| work(reader));
    });
    match (result, ended) {
        (Some(result), Ok(())) => result,
        (_, Err(error)) => Err(E::from(error)),
        (None, Ok(())) => Err(E::from(StoreError::Closed)),
    }
}

/// A connection lent for one glance; it goes back when dropped.
struct Lent<'a> {
    connection: Option<Connection>,
    home: &'a Mutex<Vec<Connection>>,
}

impl<'a> Lent<'a> {
    fn take(home: &'a Mutex<Vec<Connection>>) -> Option<Self> {
        let connection = home.lock().unwrap_or_else(PoisonError::into_inner).pop()?;
        Some(Self { connection: Some(connection), home })
    }
}

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        self.home.lock().unwrap_or_else(PoisonError::into_inner).extend(self.connection.take());
    }
}

/// Connections for glances: to an engine across a socket a glance would wait, so there are none.
fn glancing(target: &Target, count: usize) -> Result<Vec<Connection>, StoreError> {
    match target {
        Target::Sqlite { .. } => (0..count).map(|_| target.connect(Mode::Read)).collect(),
        Target::Postgres { .. } => Ok(Vec::new()),
    }
}

impl Inner {
    fn start_reader(&self, n: usize, target: Target) -> Result<(), StoreError> {
        let (shared, reads) = (Arc::clone(&self.shared), Arc::clone(&self.reads));
        let (tell, told) = std::sync::mpsc::channel();
        let name = format!("read {n} {}", self.shared.organisation);
        let run = move || match target.connect(Mode::Read) {
            Ok(mut connection) => {
                let _ = tell.send(Ok(()));
                while let Some(read) = reads.next() {
                    read(&mut connection, &shared);
                }
            }
            Err(error) => drop(tell.send(Err(error))),
        };
        let thread = thread::Builder::new().name(name).spawn(run);
        let thread = thread.map_err(|error| StoreError::Files(format!("a thread: {error}")))?;
        self.threads.lock().unwrap_or_else(PoisonError::into_inner).push(thread);
        told.recv().map_err(|_| StoreError::Closed)?
    }
}

impl Drop for Inner {
    /// Ends the threads when their queues are empty. Reads end first, so that the last lines are written.
    fn drop(&mut self) {
        self.reads.close();
        self.commands.close();
        self.glances.get_mut().unwrap_or_else(PoisonError::into_inner).clear();
        let threads = std::mem::take(self.threads.get_mut().unwrap_or_else(PoisonError::into_inner));
        for thread in threads.into_iter().rev() {
            // A unit of work may hold the last clone: its own thread cannot wait for itself.
            if thread.thread().id() != thread::current().id() {
                let _ = thread.join();
            }
        }
    }
}
