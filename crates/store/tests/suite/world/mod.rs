//! A store with people in it, on either engine.

pub(crate) mod slice;

use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering},
};

use access::{Access, Grant, Resource};
use kernel::{
    Actor, Archetype, Inventory, Member, OrganisationKey, PersonId, Rng, Role, Scope, SecretString, Slice, Uuid,
    id::Id as _, manifest::Action,
};
use store::{Cell, Engine, KeyEncryption, Store, StoreConfig, StoreError, params};
use tempfile::TempDir;
use testkit::{SeededRng, TurningClock};

use self::slice::{MessageId, TrajectoryId};

/// On which engine a test runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum On {
    Sqlite,
    Postgres,
}

/// A statement with the roles that the slice's parties need.
const STATEMENT: &str = r#"
statement "world" {
    name en="World"
    version 1 effective="2026-01-01"
    languages "en"
    time-zone "UTC"
    controller "World B.V." country="NL" { contact "privacy@world.example"; authority "nl-ap"; }
    role "coach"
    role "participant"
    role "manager"
}
"#;

pub(crate) struct World {
    pub(crate) folder: TempDir,
    pub(crate) config: StoreConfig,
    pub(crate) clock: Arc<TurningClock>,
    pub(crate) rng: Arc<SeededRng>,
    pub(crate) inventory: Arc<Inventory>,
    pub(crate) access: Access,
    pub(crate) store: Store,
    pub(crate) coach: PersonId,
    pub(crate) participant: PersonId,
}

pub(crate) fn inventory_of(slice: &'static Slice) -> Arc<Inventory> {
    Arc::new(Inventory::new([&store::SLICE, slice]).unwrap())
}

/// A configuration of its own for each call.
pub(crate) fn config(on: On, folder: &TempDir) -> StoreConfig {
    static SCHEMAS: AtomicU32 = AtomicU32::new(0);
    let engine = match on {
        On::Sqlite => Engine::Sqlite,
        On::Postgres => {
            let url = testkit::postgres::url().expect("TROTH_TEST_POSTGRES_URL says where");
            let schema = format!("test_{}_{}", std::process::id(), SCHEMAS.fetch_add(1, Ordering::Relaxed));
            Engine::Postgres { url: SecretString::from(url), schema }
        }
    };
    let keys = KeyEncryption::File(folder.path().join("keys/world"));
    StoreConfig { folder: folder.path().join("data/world"), engine, keys, readers: 2 }
}

pub(crate) fn key(name: &str) -> OrganisationKey {
    OrganisationKey::new(name).unwrap()
}

impl World {
    pub(crate) fn new(on: On) -> Self {
        Self::with(on, &slice::SLICE)
    }

    pub(crate) fn with(on: On, slice: &'static Slice) -> Self {
        let folder = TempDir::new().unwrap();
        let config = config(on, &folder);
        let clock = Arc::new(TurningClock::at("2026-11-22T09:00:00Z"));
        let rng = Arc::new(SeededRng::new(7));
        let inventory = inventory_of(slice);
        let checked = statement::check(STATEMENT, None);
        let plan = checked.plan.unwrap_or_else(|| panic!("{:?}", checked.diagnostics));
        let access = Access::new(&plan, &inventory).unwrap();
        let store = open(&config, "world", &inventory, &clock, &rng).unwrap();
        let (coach, participant) = (PersonId::from_uuid(Uuid::from_u128(1)), PersonId::from_uuid(Uuid::from_u128(2)));
        Self { folder, config, clock, rng, inventory, access, store, coach, participant }
    }

    /// Ends the store and opens it again from what is on disk.
    pub(crate) fn reopen(self) -> Self {
        let Self { folder, config, clock, rng, inventory, access, store, coach, participant } = self;
        drop(store);
        let store = open(&config, "world", &inventory, &clock, &rng).unwrap();
        Self { folder, config, clock, rng, inventory, access, store, coach, participant }
    }

    pub(crate) fn scope(&self, person: PersonId) -> Scope {
        let archetype = if person == self.coach { Archetype::Coach } else { Archetype::Participant };
        let roles = Arc::new([Role { key: archetype.key().into(), archetype }]);
        let rng: Arc<dyn Rng> = Arc::clone(&self.rng) as _;
        let now = kernel::Clock::now(&*self.clock);
        Scope {
            organisation: key("world"),
            actor: Actor::Member(Member { id: person, roles }),
            now,
            zone: kernel::jiff::tz::TimeZone::UTC,
            language: kernel::Language::En,
            request: kernel::scope::mint(now, &*rng),
            session: None,
            rng,
        }
    }

    pub(crate) fn grant(&self, scope: &Scope, action: &'static Action, about: &Resource) -> Grant {
        self.access.decide(scope, action, about).unwrap()
    }

    pub(crate) fn trajectory(&self, id: TrajectoryId) -> Resource {
        Resource {
            container: "trajectory",
            id: id.uuid(),
            parties: vec![("coach", self.coach), ("participant", self.participant)],
            state: Some("open"),
        }
    }

    /// A person with name and address.
    pub(crate) async fn add_person(&self, id: PersonId, name: &'static str, email: &'static str) {
        let scope = self.scope(id);
        let grant = self.grant(&scope, &slice::PERSON_WRITE, &Resource::person(id));
        let written = self.store.write(&scope, move |work| {
            let cell = |column| Cell { table: "person", column, row: id.uuid(), holder: id.uuid(), also: None };
            let name = work.seal(&grant, &cell("name"), name.as_bytes())?;
            let address = work.seal(&grant, &cell("email"), email.as_bytes())?;
            let hash = work.keyed_hash("person.email", email);
            work.run(&slice::ADD_PERSON, params![id, name, address, hash])
        });
        assert_eq!(written.await.unwrap(), 1);
    }

    /// A trajectory of the coach and the participant.
    pub(crate) async fn add_trajectory(&self) -> TrajectoryId {
        let scope = self.scope(self.coach);
        let id: TrajectoryId = scope.mint();
        let (coach, participant) = (self.coach, self.participant);
        let written: Result<u64, StoreError> = self
            .store
            .write(&scope, move |work| work.run(&slice::ADD_TRAJECTORY, params![id, coach, participant]))
            .await;
        assert_eq!(written.unwrap(), 1);
        id
    }

    pub(crate) fn body(&self, trajectory: TrajectoryId, message: MessageId) -> Cell {
        Cell {
            table: "message",
            column: "body",
            row: message.uuid(),
            holder: trajectory.uuid(),
            also: Some(self.participant),
        }
    }

    /// A message by the participant.
    pub(crate) async fn say(&self, trajectory: TrajectoryId, text: &str) -> MessageId {
        let scope = self.scope(self.participant);
        let grant = self.grant(&scope, &slice::DIALOGUE, &self.trajectory(trajectory));
        let (id, text): (MessageId, String) = (scope.mint(), text.to_owned());
        let cell = self.body(trajectory, id);
        let written = self.store.write(&scope, move |work| {
            let body = work.seal(&grant, &cell, text.as_bytes())?;
            let now = work.now();
            work.run(&slice::ADD_MESSAGE, params![id, trajectory, body, now])
        });
        assert_eq!(written.await.unwrap(), 1);
        id
    }

    /// The messages of a trajectory as the coach reads them, newest first.
    pub(crate) async fn read(&self, trajectory: TrajectoryId) -> Result<Vec<String>, StoreError> {
        let scope = self.scope(self.coach);
        let grant = self.grant(&scope, &slice::DIALOGUE, &self.trajectory(trajectory));
        let opener = self.store.opener(&scope, &grant);
        let participant = self.participant;
        let sealed = self
            .store
            .read(&scope, move |reader| {
                let rows = reader.all(&slice::MESSAGES, params![100, trajectory])?;
                let cells = rows.iter().map(|row| {
                    let cell = Cell {
                        table: "message",
                        column: "body",
                        row: row.uuid(0)?,
                        holder: trajectory.uuid(),
                        also: Some(participant),
                    };
                    row.sealed(1, cell)
                });
                cells.collect::<Result<Vec<_>, StoreError>>()
            })
            .await?;
        sealed.iter().map(|sealed| opener.text(sealed).map(|text| expose(&text))).collect()
    }
}

pub(crate) fn expose(text: &SecretString) -> String {
    kernel::ExposeSecret::expose_secret(text).to_owned()
}

pub(crate) fn open(
    config: &StoreConfig,
    organisation: &str,
    inventory: &Arc<Inventory>,
    clock: &Arc<TurningClock>,
    rng: &Arc<SeededRng>,
) -> Result<Store, StoreError> {
    Store::open(config.clone(), key(organisation), Arc::clone(inventory), Arc::clone(clock) as _, Arc::clone(rng) as _)
}
