//! A small coaching house with a real store, for tests of the keeper.

#![allow(dead_code, unreachable_pub, reason = "each test binary uses a part of it")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use access::{Access, Resource};
use kernel::{
    Actor, Archetype, Clock, Inventory, Member, OrganisationKey, PersonId, Role, Scope, SecretString, Slice, Timestamp,
    Uuid,
    id::Id as _,
    jiff::civil::Date,
    manifest::{
        Action, ActionKind, By, Class, Column, Container,
        Content::{Personal, Reference, Technical},
        Event, Job, Migration, Party,
        Protection::{Plain, Sealed},
        Table,
    },
};
use statement::Plan;
use store::{Cell, Engine, FileCell, KeyEncryption, Store, StoreConfig, StoreError, Work, params};
use testkit::{SeededRng, TurningClock};
use troth_keeper::{Keeper, Keeping, Report};

kernel::id! {
    /// A coach and a participant.
    TrajectoryId,
    /// Something written.
    RowId,
}

const fn column(name: &'static str, item: &'static str) -> Column {
    Column { name, content: Personal(item, Sealed) }
}

const fn open(name: &'static str, item: &'static str) -> Column {
    Column { name, content: Personal(item, Plain("tests compare it")) }
}

const fn points(name: &'static str, at: &'static str) -> Column {
    Column { name, content: Reference(at) }
}

const ID: Column = Column { name: "id", content: Technical("identifies the row") };

const fn table(name: &'static str, class: &'static str, container: &'static str, columns: &'static [Column]) -> Table {
    Table { name, class: Some(class), container_column: Some(container), id: "id", columns }
}

const TABLES: &[Table] = &[
    Table { name: "person", class: None, container_column: None, id: "id", columns: &[points("id", "person")] },
    Table {
        name: "account",
        class: Some("account"),
        container_column: Some("person"),
        id: "person",
        columns: &[points("person", "person"), column("name", "person.name")],
    },
    table("account_role", "account", "person", &[ID, points("person", "person"), open("role", "person.role")]),
    table(
        "trajectory",
        "trajectory",
        "id",
        &[
            points("id", "trajectory"),
            points("coach", "person"),
            points("participant", "person"),
            open("began", "trajectory.dates"),
        ],
    ),
    table(
        "message",
        "dialogue",
        "trajectory",
        &[ID, points("trajectory", "trajectory"), column("body", "message.body")],
    ),
    table(
        "attachment",
        "dialogue",
        "trajectory",
        &[ID, points("trajectory", "trajectory"), open("file", "attachment.file")],
    ),
    table(
        "private_note",
        "private-notes",
        "trajectory",
        &[ID, points("trajectory", "trajectory"), column("body", "private-note.body")],
    ),
];

const MIGRATION: &str = "
CREATE TABLE person (id BLOB NOT NULL PRIMARY KEY);
CREATE TABLE account (person BLOB NOT NULL PRIMARY KEY, name BLOB NOT NULL);
CREATE TABLE account_role (id BLOB NOT NULL PRIMARY KEY, person BLOB NOT NULL, role TEXT NOT NULL);
CREATE INDEX account_role_person ON account_role (person);
CREATE TABLE trajectory (id BLOB NOT NULL PRIMARY KEY, coach BLOB NOT NULL, participant BLOB NOT NULL, began INTEGER NOT NULL);
CREATE INDEX trajectory_coach ON trajectory (coach);
CREATE INDEX trajectory_participant ON trajectory (participant);
CREATE TABLE message (id BLOB NOT NULL PRIMARY KEY, trajectory BLOB NOT NULL, body BLOB NOT NULL);
CREATE INDEX message_trajectory ON message (trajectory);
CREATE TABLE attachment (id BLOB NOT NULL PRIMARY KEY, trajectory BLOB NOT NULL, file BLOB NOT NULL);
CREATE INDEX attachment_trajectory ON attachment (trajectory);
CREATE TABLE private_note (id BLOB NOT NULL PRIMARY KEY, trajectory BLOB NOT NULL, body BLOB NOT NULL);
CREATE INDEX private_note_trajectory ON private_note (trajectory);
";

const fn action(
    name: &'static str,
    container: &'static str,
    kind: ActionKind,
    items: &'static [&'static str],
    by: &'static [By],
) -> Action {
    let writes: &[&str] = if matches!(kind, ActionKind::Read) { &[] } else { items };
    Action { name, container, kind, discloses: items, writes, by, states: &[] }
}

const BOTH: &[By] = &[By::Party("coach"), By::Party("participant")];
const DIALOGUE: &[&str] = &["message.body", "attachment.file", "trajectory.dates"];

static PROFILE_WRITE: Action =
    action("profile.write", "person", ActionKind::Write, &["person.name", "person.role"], &[By::Party("self")]);
static DIALOGUE_WRITE: Action = action("dialogue.write", "trajectory", ActionKind::Write, DIALOGUE, BOTH);
static NOTE_WRITE: Action =
    action("note.write", "trajectory", ActionKind::Write, &["private-note.body"], &[By::Party("coach")]);

const ACTIONS: &[Action] = &[
    action("profile.write", "person", ActionKind::Write, &["person.name", "person.role"], &[By::Party("self")]),
    action("dialogue.write", "trajectory", ActionKind::Write, DIALOGUE, BOTH),
    action("note.write", "trajectory", ActionKind::Write, &["private-note.body"], &[By::Party("coach")]),
    action("profile.read", "person", ActionKind::Read, &["person.name", "person.role"], &[By::Party("self")]),
    action("dialogue.read", "trajectory", ActionKind::Read, DIALOGUE, BOTH),
    action("note.read", "trajectory", ActionKind::Read, &["private-note.body"], &[By::Party("coach")]),
];

static REMIND: Job = Job { name: "house.remind", about: "Reminds somebody.", handles: &[] };

kernel::queries! {
    /// A person.
    PERSON for ["profile.write"] = "INSERT INTO person (id) VALUES ($1)";
    /// A person's name.
    ACCOUNT for ["profile.write"] = "INSERT INTO account (person, name) VALUES ($1, $2)";
    /// A person's role.
    ROLE for ["profile.write"] = "INSERT INTO account_role (id, person, role) VALUES ($1, $2, $3)";
    /// A trajectory.
    TRAJECTORY for ["dialogue.write"] =
        "INSERT INTO trajectory (id, coach, participant, began) VALUES ($1, $2, $3, $4)";
    /// A message.
    MESSAGE for ["dialogue.write"] = "INSERT INTO message (id, trajectory, body) VALUES ($1, $2, $3)";
    /// An attachment.
    ATTACHMENT for ["dialogue.write"] = "INSERT INTO attachment (id, trajectory, file) VALUES ($1, $2, $3)";
    /// A private note.
    NOTE for ["note.write"] = "INSERT INTO private_note (id, trajectory, body) VALUES ($1, $2, $3)";
    /// The messages of a trajectory.
    MESSAGES for ["dialogue.read"] = "SELECT id, body FROM message WHERE trajectory = $1 ORDER BY id";
    /// The private notes of a trajectory.
    NOTES for ["note.read"] = "SELECT id, body FROM private_note WHERE trajectory = $1 ORDER BY id";
    /// The files of a trajectory.
    ATTACHMENTS for ["dialogue.read"] = "SELECT file FROM attachment WHERE trajectory = $1 ORDER BY id";
    /// A person's name.
    NAME for ["profile.read"] = "SELECT name FROM account WHERE person = $1";
    /// What there is: names of classes with their holders.
    EVERYTHING for ["dialogue.read", "profile.read", "note.read"] =
        "SELECT 'account', person FROM account
         UNION SELECT 'account', person FROM account_role
         UNION SELECT 'trajectory', id FROM trajectory
         UNION SELECT 'dialogue', trajectory FROM message
         UNION SELECT 'dialogue', trajectory FROM attachment
         UNION SELECT 'private-notes', trajectory FROM private_note
         UNION SELECT 'person', id FROM person";
    /// Breaks one step: nothing can be deleted from the notes.
    BREAK for ["note.write"] = "ALTER TABLE private_note RENAME TO private_note_away";
    /// Mends it.
    MEND for ["note.write"] = "ALTER TABLE private_note_away RENAME TO private_note";
}

static SLICE: Slice = Slice {
    name: "house",
    migrations: &[Migration { name: "0001_house", sql: MIGRATION }],
    containers: &[
        Container {
            name: "person",
            table: "person",
            id: "id",
            parties: &[Party { name: "self", column: "id" }],
            states: &[],
        },
        Container {
            name: "trajectory",
            table: "trajectory",
            id: "id",
            parties: &[Party { name: "coach", column: "coach" }, Party { name: "participant", column: "participant" }],
            states: &[],
        },
    ],
    classes: &[
        Class { name: "account", container: "person", goes_with: &["self"], sealed_also_for: None },
        Class { name: "trajectory", container: "trajectory", goes_with: &["participant"], sealed_also_for: None },
        Class {
            name: "dialogue",
            container: "trajectory",
            goes_with: &["participant"],
            sealed_also_for: Some("participant"),
        },
        Class {
            name: "private-notes",
            container: "trajectory",
            goes_with: &["participant", "coach"],
            sealed_also_for: None,
        },
    ],
    tables: TABLES,
    events: &[
        Event { name: "trajectory-ended", about: &["trajectory", "person"] },
        Event { name: "agreement-ended", about: &["person"] },
        Event { name: "last-login", about: &["person"] },
    ],
    actions: ACTIONS,
    queries: QUERIES,
    jobs: &[Job { name: "house.remind", about: "Reminds somebody.", handles: &[] }],
    ..Slice::EMPTY
};

/// Which database a test runs on.
#[derive(Clone, Debug)]
pub enum On {
    Sqlite,
    Postgres(String),
}

impl On {
    /// SQLite; and PostgreSQL where the full test command has started one.
    #[expect(clippy::disallowed_methods, reason = "the test command tells where its PostgreSQL is")]
    pub fn each() -> Vec<Self> {
        let postgres = std::env::var("TROTH_TEST_POSTGRES_URL").ok().map(Self::Postgres);
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
        statement::check(statement, "house.kdl", Some(&inventory)).plan.is_some()
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
        let checked = statement::check(statement, "house.kdl", Some(&inventory));
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

    pub async fn person(&self, name: &str, archetypes: &[Archetype]) -> PersonId {
        let id: PersonId = self.job().mint();
        let scope = self.member(id, archetypes);
        let grant = self.access.decide(&scope, &PROFILE_WRITE, &Resource::person(id)).unwrap();
        let (name, archetypes) = (name.to_owned(), archetypes.to_vec());
        self.store
            .write(&scope, move |work| {
                work.run(&PERSON, params![id])?;
                let cell = Cell { table: "account", column: "name", row: id.uuid(), holder: id.uuid(), also: None };
                let sealed = work.seal(&grant, &cell, name.as_bytes())?;
                work.run(&ACCOUNT, params![id, sealed])?;
                for archetype in archetypes {
                    let row: RowId = work.mint();
                    work.run(&ROLE, params![row, id, archetype.key()])?;
                }
                Ok::<_, StoreError>(())
            })
            .await
            .unwrap();
        id
    }

    pub async fn trajectory(&self, coach: PersonId, participant: PersonId) -> Trajectory {
        let id: TrajectoryId = self.job().mint();
        self.store
            .write(&self.job(), move |work| {
                let now = work.now();
                work.run(&TRAJECTORY, params![id, coach, participant, now])?;
                Ok::<_, StoreError>(())
            })
            .await
            .unwrap();
        Trajectory { id, coach, participant }
    }

    pub fn resource(&self, of: &Trajectory) -> Resource {
        let parties = vec![("coach", of.coach), ("participant", of.participant)];
        Resource { container: "trajectory", id: of.id.uuid(), parties, state: None }
    }

    pub async fn message(&self, of: &Trajectory, text: &str) {
        let scope = self.member(of.participant, &[Archetype::Participant]);
        let grant = self.access.decide(&scope, &DIALOGUE_WRITE, &self.resource(of)).unwrap();
        let (id, also, text) = (of.id, of.participant, text.to_owned());
        self.store
            .write(&scope, move |work| {
                let row: RowId = work.mint();
                let cell =
                    Cell { table: "message", column: "body", row: row.uuid(), holder: id.uuid(), also: Some(also) };
                let sealed = work.seal(&grant, &cell, text.as_bytes())?;
                work.run(&MESSAGE, params![row, id, sealed])?;
                Ok::<_, StoreError>(())
            })
            .await
            .unwrap();
    }

    pub async fn file(&self, of: &Trajectory, bytes: &[u8]) {
        let scope = self.member(of.participant, &[Archetype::Participant]);
        let grant = self.access.decide(&scope, &DIALOGUE_WRITE, &self.resource(of)).unwrap();
        let cell = FileCell { table: "attachment", column: "file", holder: of.id.uuid(), also: Some(of.participant) };
        let stored = self.store.files().put(&scope, &grant, &cell, bytes.to_vec()).await.unwrap();
        let id = of.id;
        self.store
            .write(&scope, move |work| {
                let row: RowId = work.mint();
                work.run(&ATTACHMENT, params![row, id, stored.id()])?;
                work.keep_file(&stored)
            })
            .await
            .unwrap();
    }

    pub async fn note(&self, of: &Trajectory, text: &str) {
        let scope = self.member(of.coach, &[Archetype::Coach]);
        let grant = self.access.decide(&scope, &NOTE_WRITE, &self.resource(of)).unwrap();
        let (id, text) = (of.id, text.to_owned());
        self.store
            .write(&scope, move |work| {
                let row: RowId = work.mint();
                let cell =
                    Cell { table: "private_note", column: "body", row: row.uuid(), holder: id.uuid(), also: None };
                let sealed = work.seal(&grant, &cell, text.as_bytes())?;
                work.run(&NOTE, params![row, id, sealed])?;
                Ok::<_, StoreError>(())
            })
            .await
            .unwrap();
    }

    pub async fn emit(&self, event: &'static str, subject: impl kernel::id::Id, at: Timestamp) {
        let subject = subject.uuid();
        self.store.write(&self.job(), move |work| work.emit(event, subject, at)).await.unwrap();
    }

    /// Lays a hold until the end of a day, as an officer would.
    pub async fn hold(&self, subject: impl kernel::id::Id, last: Date) {
        let (subject, zone) = (subject.uuid(), self.plan.zone().clone());
        let laid = move |work: &mut Work<'_>| troth_keeper::holds::hold(work, subject, last, &zone);
        self.store.write(&self.job(), laid).await.unwrap();
    }

    pub async fn release(&self, subject: impl kernel::id::Id) {
        let subject = subject.uuid();
        self.store.write(&self.job(), move |work| troth_keeper::holds::release(work, subject)).await.unwrap();
    }

    pub async fn retract(&self, event: &'static str, subject: impl kernel::id::Id) {
        let subject = subject.uuid();
        self.store.write(&self.job(), move |work| work.retract(event, subject)).await.unwrap();
    }

    /// The organisation's local day.
    pub fn today(&self) -> Date {
        self.clock.now().to_zoned(self.plan.zone().clone()).date()
    }

    /// The trajectory ends now, and with it the participant's last.
    pub async fn end(&self, of: &Trajectory) {
        self.emit("trajectory-ended", of.id, self.clock.now()).await;
        self.emit("trajectory-ended", of.participant, self.clock.now()).await;
    }

    pub async fn queue_reminder(&self, person: PersonId) {
        self.store
            .write(&self.job(), move |work| {
                let now = work.now();
                work.queue(&REMIND, serde_json::json!({ "person": person }), now)
            })
            .await
            .unwrap();
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
