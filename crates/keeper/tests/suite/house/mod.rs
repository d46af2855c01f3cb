//! A small coaching house with a real store, for tests of the keeper.

#![allow(dead_code, unreachable_pub, reason = "each test binary uses a part of it")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

mod acts;
mod slice;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use access::Access;
use kernel::{
    Actor, Archetype, Clock, Inventory, Member, OrganisationKey, PersonId, Role, Scope, SecretString, Timestamp, Uuid,
    jiff::civil::Date,
};
use statement::Plan;
use store::{Engine, KeyEncryption, Store, StoreConfig, StoreError, params};
use testkit::{SeededRng, TurningClock};
use troth_keeper::{Keeper, Keeping, Report};

#[allow(unused_imports, reason = "each test binary uses a part of it")]
pub use slice::{ATTACHMENTS, MESSAGES, NAME, NOTES};
use slice::{BREAK, EVERYTHING, MEND, SLICE, TrajectoryId};

/// Which database a test runs on.
#[derive(Clone, Debug)]
pub enum On {
    Sqlite,
    Postgres(String),
}

impl On {
    /// SQLite; and PostgreSQL where the full test command has started one.
    pub fn each() -> Vec<Self> {
        let postgres = testkit::postgres::url().map(Self::Postgres);
        [Self::Sqlite].into_iter().chain(postgres).collect()
    }
}

/// A house that can be closed and opened again.
pub struct House {
    pub clock: Arc<TurningClock>,
    pub store: Store,
    pub keeper: Keeper,
    pub access: Arc<Access>,
    pub plan: Arc<Plan>,
    pub folder: PathBuf,
    pub inventory: Arc<Inventory>,
    rng: Arc<SeededRng>,
    engine: Engine,
    _temporary: Option<Arc<tempfile::TempDir>>,
}

#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Trajectory {
    pub id: TrajectoryId,
    pub coach: PersonId,
    pub participant: PersonId,
}

impl House {
    pub fn new(on: &On) -> Self {
        Self::with(on, include_str!("house.kdl"))
    }

    /// Whether a statement can be used here.
    pub fn accepts(statement: &str) -> bool {
        let inventory = Inventory::new([&store::SLICE, &troth_keeper::SLICE, &SLICE]).unwrap();
        statement::check(statement, Some(&inventory)).plan.is_some()
    }

    pub fn with(on: &On, statement: &str) -> Self {
        let temporary = Arc::new(tempfile::tempdir().unwrap());
        let root = temporary.path().to_owned();
        let house = Self::enter(on, &root, statement, "2021-03-01T09:00:00Z".parse().unwrap(), 7);
        Self { _temporary: Some(temporary), ..house }
    }

    /// The house that stands in `root`, as another process enters it. A seed of its own keeps its ids apart.
    pub fn enter(on: &On, root: &Path, statement: &str, now: Timestamp, seed: u64) -> Self {
        let inventory = Arc::new(Inventory::new([&store::SLICE, &troth_keeper::SLICE, &SLICE]).unwrap());
        let checked = statement::check(statement, Some(&inventory));
        let plan = Arc::new(checked.plan.unwrap_or_else(|| panic!("{:#?}", checked.diagnostics)));
        let access = Arc::new(Access::new(&plan, &inventory).unwrap());
        let engine = match on {
            On::Sqlite => Engine::Sqlite,
            On::Postgres(url) => {
                let schema = format!("keeper_{}", Uuid::from_u128(rand_from(root)).simple());
                Engine::Postgres { url: SecretString::from(url.clone()), schema }
            }
        };
        let clock = Arc::new(TurningClock::new(now));
        let rng = Arc::new(SeededRng::new(seed));
        let folder = root.join("house");
        let store = open_store(&folder, &engine, &inventory, &clock, &rng);
        let keeper = Keeper::new(store.clone(), Arc::clone(&plan), Arc::clone(&inventory));
        Self { clock, store, keeper, access, plan, folder, inventory, rng, engine, _temporary: None }
    }

    /// Closes the store and opens it again, as after a power cut.
    pub fn reopen(self) -> Self {
        self.away(|| ()).0
    }

    /// Closes the store, lets somebody else have it meanwhile, and opens it again.
    pub fn away<T>(self, meanwhile: impl FnOnce() -> T) -> (Self, T) {
        let Self { clock, store, keeper, access, plan, folder, inventory, rng, engine, _temporary } = self;
        drop(keeper);
        drop(store);
        let result = meanwhile();
        let store = open_store(&folder, &engine, &inventory, &clock, &rng);
        let keeper = Keeper::new(store.clone(), Arc::clone(&plan), Arc::clone(&inventory));
        (Self { clock, store, keeper, access, plan, folder, inventory, rng, engine, _temporary }, result)
    }

    pub fn scope(&self, actor: Actor) -> Scope {
        Scope {
            organisation: OrganisationKey::new("house").unwrap(),
            actor,
            now: self.clock.now(),
            zone: self.plan.zone().clone(),
            language: kernel::Language::En,
            request: kernel::scope::mint(self.clock.now(), &*self.rng),
            session: None,
            rng: self.rng.clone(),
        }
    }

    pub fn job(&self) -> Scope {
        self.scope(Actor::Job("keeper.keep"))
    }

    pub fn member(&self, person: PersonId, archetypes: &[Archetype]) -> Scope {
        let roles: Vec<_> =
            archetypes.iter().map(|archetype| Role { key: archetype.key().into(), archetype: *archetype }).collect();
        self.scope(Actor::Member(Member { id: person, roles: roles.into() }))
    }

    /// The organisation's local day.
    pub fn today(&self) -> Date {
        self.clock.now().to_zoned(self.plan.zone().clone()).date()
    }

    pub async fn waiting_jobs(&self) -> i64 {
        self.store.read(&self.job(), store::jobs::waiting).await.unwrap().queued
    }

    /// What there is, as (class or `person`, holder).
    pub async fn everything(&self) -> Vec<(String, Uuid)> {
        let rows = self
            .store
            .read(&self.job(), |reader| {
                let rows = reader.all(&EVERYTHING, params![])?;
                rows.iter()
                    .map(|row| Ok((row.text(0)?.to_owned(), row.uuid(1)?)))
                    .collect::<Result<Vec<_>, StoreError>>()
            })
            .await;
        let mut rows = rows.unwrap();
        rows.sort();
        rows
    }

    pub async fn has(&self, class: &str, holder: impl kernel::id::Id) -> bool {
        self.everything().await.contains(&(class.to_owned(), holder.uuid()))
    }

    pub async fn keep(&self) -> Report {
        self.keeper.keep(&self.job(), Keeping { clock_is_right: true, ..Keeping::default() }).await.unwrap()
    }

    /// The keyring's generation: one more with each destruction.
    pub async fn generation(&self) -> i64 {
        i64::try_from(self.store.destroy(&self.job(), Vec::new()).await.unwrap().generation).unwrap()
    }

    pub async fn break_notes(&self) {
        self.store.write(&self.job(), |work| work.run(&BREAK, params![])).await.unwrap();
    }

    pub async fn mend_notes(&self) {
        self.store.write(&self.job(), |work| work.run(&MEND, params![])).await.unwrap();
    }

    /// How many sealed files lie in the folder.
    pub fn files(&self) -> usize {
        fn count(folder: &Path) -> usize {
            let Ok(entries) = std::fs::read_dir(folder) else { return 0 };
            entries.flatten().map(|entry| if entry.path().is_dir() { count(&entry.path()) } else { 1 }).sum()
        }
        count(&self.folder.join("files"))
    }
}

fn rand_from(path: &Path) -> u128 {
    use std::hash::{DefaultHasher, Hash as _, Hasher as _};
    let mut hasher = DefaultHasher::new();
    path.hash(&mut hasher);
    u128::from(hasher.finish())
}

fn open_store(
    folder: &Path,
    engine: &Engine,
    inventory: &Arc<Inventory>,
    clock: &Arc<TurningClock>,
    rng: &Arc<SeededRng>,
) -> Store {
    let config = StoreConfig {
        folder: folder.to_owned(),
        engine: engine.clone(),
        keys: KeyEncryption::File(folder.with_extension("key")),
        readers: 1,
    };
    let organisation = OrganisationKey::new("house").unwrap();
    // A process that another test is just starting has its parent's open files for an instant, locks too.
    for _ in 0..100 {
        match Store::open(config.clone(), organisation.clone(), Arc::clone(inventory), clock.clone(), rng.clone()) {
            Err(StoreError::Files(fault)) if fault.contains("in use by another process") => {
                std::thread::sleep(std::time::Duration::from_millis(20));
            }
            opened => return opened.unwrap(),
        }
    }
    panic!("{} is never free", folder.display());
}

/// What somebody takes along, as text: files are stored in the archive as they are.
pub async fn taken_along(house: &House, scope: &Scope, person: PersonId) -> String {
    let (sender, mut pieces) = tokio::sync::mpsc::channel(1);
    let (keeper, access, scope) = (house.keeper.clone(), Arc::clone(&house.access), scope.clone());
    let sending = tokio::spawn(async move { keeper.export(&scope, &access, person, sender).await });
    let mut taken = Vec::new();
    while let Some(piece) = pieces.recv().await {
        // However much is held, little of it is in memory at once.
        assert!(piece.len() <= 64 * 1024);
        taken.extend(piece);
    }
    sending.await.unwrap().unwrap();
    String::from_utf8_lossy(&taken).into_owned()
}

/// A number of anything: what an event is about.
#[derive(Clone, Copy)]
pub struct Plain(pub Uuid);

impl kernel::id::Id for Plain {
    fn from_uuid(raw: Uuid) -> Self {
        Self(raw)
    }
    fn uuid(self) -> Uuid {
        self.0
    }
}
