//! Our store: sealed data, a decision and a line in the access log for each look, keys for each person and purpose.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use access::{Access, Grant, Resource};
use keeper::{Extent, Keeper, Keeping};
use kernel::{
    Actor, Archetype, Clock as _, Inventory, Language, Member, OrganisationKey, PersonId, Role, Scope, SecretString,
    Timestamp, Uuid,
    id::Id as _,
    jiff::{SignedDuration, ToSpan as _, tz::TimeZone},
    manifest::Sql,
};
use statement::Plan;
use store::{Cell, Engine, KeyEncryption, Store, StoreConfig, StoreError, access_log, params};
use testkit::TurningClock;
use troth::system::SystemRng;

use super::{
    System, bytes_under,
    house::{self, House, Metadata, OBJECTED, Shelf, Tags},
    load::{self, Operation, Record},
    plain,
};
use crate::Failure;

/// The day on which everything begins.
const BEGIN: &str = "2026-01-01T12:00:00Z";
/// The schema, where PostgreSQL holds it.
const SCHEMA: &str = "ours";
const SOURCE: &str = "the person";

/// Ours, over one of the engines.
pub(super) struct Ours {
    metadata: Metadata,
    house: House,
    inventory: Arc<Inventory>,
    plan: Arc<Plan>,
    access: Arc<Access>,
    store: Store,
    clock: Arc<TurningClock>,
    folder: PathBuf,
    over: &'static str,
    postgres: Option<String>,
}

impl Ours {
    pub(super) fn open(folder: &Path, postgres: Option<&str>, metadata: Metadata) -> Result<Self, Failure> {
        let house = house::house(metadata);
        let inventory = Arc::new(
            Inventory::new([&store::SLICE, &keeper::SLICE, house.slice]).map_err(|faults| format!("{faults:?}"))?,
        );
        let (clock, rng) = (Arc::new(TurningClock::at(BEGIN)), Arc::new(SystemRng));
        let engine = match postgres {
            None => Engine::Sqlite,
            Some(url) => Engine::Postgres { url: SecretString::from(url), schema: SCHEMA.to_owned() },
        };
        let config = StoreConfig {
            folder: folder.to_owned(),
            engine,
            keys: KeyEncryption::File(folder.with_extension("key")),
            readers: 1,
        };
        let store = Store::open(config, key()?, Arc::clone(&inventory), Arc::clone(&clock) as _, rng)?;
        let (plan, access) = rules(metadata, 0, &inventory, &store)?;
        let over = match (postgres.is_some(), metadata) {
            (false, Metadata::InEachRecord) => "ours, SQLite, in each record",
            (false, Metadata::InTheStatement) => "ours, SQLite, in the statement",
            (true, Metadata::InEachRecord) => "ours, PostgreSQL, in each record",
            (true, Metadata::InTheStatement) => "ours, PostgreSQL, in the statement",
        };
        Ok(Self {
            metadata,
            house,
            inventory,
            plan,
            access,
            store,
            clock,
            folder: folder.to_owned(),
            over,
            postgres: postgres.map(str::to_owned),
        })
    }

    fn scope(&self, actor: Actor) -> Result<Scope, Failure> {
        let (now, rng) = (self.clock.now(), Arc::new(SystemRng));
        let request = kernel::scope::mint(now, &*rng);
        Ok(Scope {
            organisation: key()?,
            actor,
            now,
            zone: TimeZone::UTC,
            language: Language::En,
            request,
            session: None,
            rng,
        })
    }

    fn as_person(&self, person: u32) -> Result<Scope, Failure> {
        self.member(person_id(person), Archetype::Participant)
    }

    fn as_staff(&self, archetype: Archetype) -> Result<Scope, Failure> {
        self.member(person_id(u32::MAX), archetype)
    }

    fn member(&self, id: PersonId, archetype: Archetype) -> Result<Scope, Failure> {
        let roles = [Role { key: archetype.key().into(), archetype }];
        self.scope(Actor::Member(Member { id, roles: roles.into() }))
    }

    fn keeper(&self) -> Keeper {
        Keeper::new(self.store.clone(), Arc::clone(&self.plan), Arc::clone(&self.inventory))
    }

    fn shelf(&self, purpose: u32) -> &Shelf {
        &self.house.shelves[purpose as usize % self.house.shelves.len()]
    }

    fn tags(&self) -> Option<&Tags> {
        self.house.shelves[0].tags.as_ref()
    }

    /// The person's own file.
    fn file(person: u32) -> Resource {
        Resource::person(person_id(person))
    }

    /// The values of a new record behind its key, person and data.
    fn metadata_of(&self, record: Record) -> Vec<store::Value> {
        match self.metadata {
            Metadata::InTheStatement => Vec::new(),
            Metadata::InEachRecord => params![record.purpose, record.day(), record.purpose % 7, SOURCE].to_vec(),
        }
    }

    /// The instant from which the statement's two years end on the record's day.
    fn began(record: Record) -> Result<Timestamp, Failure> {
        let begin: Timestamp = BEGIN.parse()?;
        let day = begin.to_zoned(TimeZone::UTC).checked_add(i64::from(record.day()).days())?;
        Ok(day.checked_sub(2.years())?.timestamp())
    }

    async fn create(&self, records: Vec<Record>, people: Vec<u32>) -> Result<usize, Failure> {
        let mut units = Vec::with_capacity(records.len());
        for record in records {
            let (scope, shelf) = (self.as_person(record.person)?, self.shelf(record.purpose));
            let grant = self.access.decide(&scope, self.house.write, &Self::file(record.person))?;
            units.push((
                record,
                grant,
                shelf.table,
                shelf.insert,
                shelf.event,
                Self::began(record)?,
                self.metadata_of(record),
            ));
        }
        let new_person = self.house.person;
        let write = move |work: &mut store::Work<'_>| -> Result<usize, StoreError> {
            for person in people {
                work.run(new_person, params![person_id(person)])?;
            }
            let mut made = 0;
            for (record, grant, table, insert, event, began, metadata) in units {
                let holder = person_id(record.person);
                let sealed = work.seal(&grant, &cell(record, table), record.data(0).as_bytes())?;
                let mut values = params![record_id(record), holder, sealed].to_vec();
                values.extend(metadata);
                made += work.run(insert, &values)?;
                work.emit(event, holder.uuid(), began)?;
            }
            Ok(usize::try_from(made).unwrap_or(usize::MAX))
        };
        Ok(self.store.write(&self.scope(Actor::Job(keeper::KEEP.name))?, write).await?)
    }

    /// A decided write of one text.
    async fn write(&self, record: Record, sql: &'static Sql, values: Vec<store::Value>) -> Result<usize, Failure> {
        let scope = self.as_person(record.person)?;
        self.access.decide(&scope, self.house.write, &Self::file(record.person))?;
        self.plain_write(scope, sql, values).await
    }

    async fn plain_write(&self, scope: Scope, sql: &'static Sql, values: Vec<store::Value>) -> Result<usize, Failure> {
        let touched = self.store.write(&scope, move |work| work.run(sql, &values)).await?;
        Ok(usize::try_from(touched)?)
    }

    async fn correct(&self, record: Record, edition: u32) -> Result<usize, Failure> {
        let scope = self.as_person(record.person)?;
        let grant = self.access.decide(&scope, self.house.write, &Self::file(record.person))?;
        let (table, change) = (self.shelf(record.purpose).table, self.shelf(record.purpose).change);
        let write = move |work: &mut store::Work<'_>| {
            let sealed = work.seal(&grant, &cell(record, table), record.data(edition).as_bytes())?;
            work.run(change, params![record_id(record), sealed])
        };
        Ok(usize::try_from(self.store.write(&scope, write).await?)?)
    }

    async fn read_one(&self, record: Record) -> Result<usize, Failure> {
        let scope = self.as_staff(Archetype::Manager)?;
        let grant = self.access.decide(&scope, self.house.read, &Self::file(record.person))?;
        let (table, one) = (self.shelf(record.purpose).table, self.shelf(record.purpose).one);
        let read = move |reader: &mut store::Reader<'_>| {
            let row = reader.one(one, params![record_id(record)])?;
            row.map(|row| row.sealed(0, cell(record, table))).transpose()
        };
        let Some(sealed) = self.store.glance(&scope, read).await? else { return Ok(0) };
        self.unseal(&scope, &grant, &[sealed])
    }

    fn unseal(&self, scope: &Scope, grant: &Grant, sealed: &[store::Sealed]) -> Result<usize, Failure> {
        let opener = self.store.opener(scope, grant);
        for value in sealed {
            std::hint::black_box(opener.bytes(value)?);
        }
        Ok(sealed.len())
    }

    async fn read_person(&self, person: u32) -> Result<usize, Failure> {
        let scope = self.as_person(person)?;
        let grant = self.access.decide(&scope, self.house.read, &Self::file(person))?;
        let (of_person, tables) = (self.house.of_person, self.tables());
        let read = move |reader: &mut store::Reader<'_>| {
            let rows = reader.all(of_person, params![person_id(person)])?;
            let sealed = rows.iter().map(|row| {
                let id = row.uuid(0)?;
                row.sealed(1, cell_of(id, person_id(person).uuid(), tables[purpose_of(id) % tables.len()]))
            });
            sealed.collect::<Result<Vec<_>, StoreError>>()
        };
        let sealed = self.store.read(&scope, read).await?;
        self.unseal(&scope, &grant, &sealed)
    }

    fn tables(&self) -> Vec<&'static str> {
        self.house.shelves.iter().map(|shelf| shelf.table).collect()
    }

    /// Records of many people: each person's file is decided about, and leaves its line.
    async fn read_many(&self, sql: &'static Sql, purpose: u32) -> Result<usize, Failure> {
        let scope = self.as_staff(Archetype::Manager)?;
        let table = self.shelf(purpose).table;
        let read = move |reader: &mut store::Reader<'_>| {
            let rows = reader.all(sql, params![purpose])?;
            let sealed = rows.iter().map(|row| {
                let (id, holder) = (row.uuid(0)?, row.uuid(1)?);
                Ok((holder, row.sealed(2, cell_of(id, holder, table))?))
            });
            sealed.collect::<Result<Vec<_>, StoreError>>()
        };
        let mut found = self.store.read(&scope, read).await?;
        found.sort_by_key(|(holder, _)| *holder);
        let count = found.len();
        for of_one in found.chunk_by(|one, other| one.0 == other.0) {
            let person = PersonId::from_uuid(of_one[0].0);
            let grant = self.access.decide(&scope, self.house.read, &Resource::person(person))?;
            let opener = self.store.opener(&scope, &grant);
            for (_, sealed) in of_one {
                std::hint::black_box(opener.bytes(sealed)?);
            }
        }
        Ok(count)
    }

    /// Metadata that stands in records: decided and logged as the records are.
    async fn tagged(&self, person: u32, sql: &'static Sql, values: Vec<store::Value>) -> Result<usize, Failure> {
        let scope = self.as_staff(Archetype::Manager)?;
        let grant = self.access.decide(&scope, self.house.read, &Self::file(person))?;
        self.store.opener(&scope, &grant);
        self.rows(scope, sql, values).await
    }

    async fn rows(&self, scope: Scope, sql: &'static Sql, values: Vec<store::Value>) -> Result<usize, Failure> {
        let read = move |reader: &mut store::Reader<'_>| Ok::<_, StoreError>(reader.all(sql, &values)?.len());
        Ok(self.store.read(&scope, read).await?)
    }

    /// What is held of a person, with purpose, date, readers and recipients: what *My data* shows.
    async fn metadata(&self, person: u32, only: Option<u32>) -> Result<usize, Failure> {
        let scope = self.as_staff(Archetype::Officer)?;
        let held = self.keeper().held(&scope, person_id(person)).await?;
        let wanted = only.map(|purpose| self.shelf(purpose).table);
        Ok(held.iter().filter(|held| wanted.is_none_or(|table| held.class == table)).count())
    }

    async fn object(&self, person: u32, objects: bool) -> Result<usize, Failure> {
        let subject = person_id(person).uuid();
        let write = move |work: &mut store::Work<'_>| {
            let now = work.now();
            if objects { work.emit(OBJECTED, subject, now) } else { work.retract(OBJECTED, subject) }
        };
        self.store.write(&self.as_person(person)?, write).await?;
        Ok(1)
    }

    /// A purpose is over: its period ends for everybody, and the keeper takes what is due.
    async fn end_purpose(&self, purpose: u32) -> Result<usize, Failure> {
        let scope = self.scope(Actor::Job(keeper::KEEP.name))?;
        let (people, event) = (self.shelf(purpose).people, self.shelf(purpose).event);
        let long_ago = self.clock.now() - SignedDuration::from_hours(24 * 365 * 3);
        let write = move |work: &mut store::Work<'_>| {
            for row in work.all(people, params![])? {
                work.emit(event, row.uuid(0)?, long_ago)?;
            }
            Ok::<_, StoreError>(())
        };
        self.store.write(&scope, write).await?;
        self.keep().await
    }

    async fn keep(&self) -> Result<usize, Failure> {
        let scope = self.scope(Actor::Job(keeper::KEEP.name))?;
        let report = self.keeper().keep(&scope, Keeping { clock_is_right: true, ..Keeping::default() }).await?;
        Ok(report.holders())
    }

    /// The statement says otherwise from now on.
    fn amend(&mut self, edition: u32) -> Result<usize, Failure> {
        (self.plan, self.access) = rules(self.metadata, edition, &self.inventory, &self.store)?;
        Ok(1)
    }
}

impl System for Ours {
    fn name(&self) -> &'static str {
        self.over
    }

    async fn fill(&mut self) -> Result<(), Failure> {
        let mut people: Vec<u32> = (0..load::PEOPLE).collect();
        for from in (0..load::RECORDS).step_by(500) {
            let records = (from..from + 500).map(Record::of).collect();
            self.create(records, std::mem::take(&mut people)).await?;
        }
        Ok(())
    }

    async fn operate(&mut self, operation: Operation) -> Result<usize, Failure> {
        let stated = self.metadata == Metadata::InTheStatement;
        match operation {
            Operation::Create(record) => self.create(vec![record], Vec::new()).await,
            Operation::DeleteByKey(record) => {
                self.write(record, self.shelf(record.purpose).remove, params![record_id(record)].to_vec()).await
            }
            Operation::DeleteByPerson(person) => {
                let scope = self.as_person(person)?;
                let receipt = self.keeper().erase(&scope, person_id(person), Extent::Everything).await?;
                Ok(receipt.went.len())
            }
            Operation::DeleteByPurpose(purpose) => match self.tags() {
                Some(tags) => {
                    self.plain_write(self.as_staff(Archetype::Manager)?, tags.drop_purpose, params![purpose].to_vec())
                        .await
                }
                None => self.end_purpose(purpose).await,
            },
            Operation::DeleteByTime(day) => match self.tags() {
                Some(tags) => {
                    self.plain_write(self.as_staff(Archetype::Manager)?, tags.drop_due, params![day].to_vec()).await
                }
                None => {
                    let begin: Timestamp = BEGIN.parse()?;
                    self.clock.set(begin + SignedDuration::from_hours(24 * i64::from(day)));
                    self.keep().await
                }
            },
            Operation::ReadByKey(record) => self.read_one(record).await,
            Operation::ReadByPerson(person) => self.read_person(person).await,
            Operation::ReadByPurpose(purpose) | Operation::ReadWhereDecided(purpose) => {
                self.read_many(self.shelf(purpose).all, purpose).await
            }
            Operation::ReadUnlessObjected(purpose) => self.read_many(self.shelf(purpose).willing, purpose).await,
            Operation::ReadMetadataByKey(record) => match self.tags() {
                Some(tags) => self.tagged(record.person, tags.of_record, params![record_id(record)].to_vec()).await,
                None => self.metadata(record.person, Some(record.purpose)).await,
            },
            Operation::ReadMetadataByPerson(person) => match self.tags() {
                Some(tags) => self.tagged(person, tags.of_person, params![person_id(person)].to_vec()).await,
                None => self.metadata(person, None).await,
            },
            Operation::Correct(record, edition) => self.correct(record, edition).await,
            Operation::ObjectByKey(record, objects) => match self.tags() {
                Some(tags) => self.write(record, tags.object, params![record_id(record), objects].to_vec()).await,
                None => self.object(record.person, objects).await,
            },
            Operation::ObjectByPerson(person, objects) => match self.tags() {
                Some(tags) => {
                    self.plain_write(
                        self.as_staff(Archetype::Manager)?,
                        tags.object_all,
                        params![person_id(person), objects].to_vec(),
                    )
                    .await
                }
                None => self.object(person, objects).await,
            },
            Operation::ShareByPurpose(_, edition) if stated => self.amend(edition),
            Operation::ShareByShare(_, edition) if stated => self.amend(edition),
            Operation::ShareByPurpose(purpose, with) => match self.tags() {
                Some(tags) => {
                    self.plain_write(
                        self.as_staff(Archetype::Manager)?,
                        tags.share,
                        params![purpose, with % 7].to_vec(),
                    )
                    .await
                }
                None => Ok(0),
            },
            Operation::ShareByShare(from, to) => match self.tags() {
                Some(tags) => {
                    self.plain_write(self.as_staff(Archetype::Manager)?, tags.reshare, params![from, to].to_vec()).await
                }
                None => Ok(0),
            },
            Operation::Logs(person) => {
                let subject = person_id(person).uuid();
                let read = move |reader: &mut store::Reader<'_>| access_log::of(reader, subject, 100);
                Ok(self.store.read(&self.as_staff(Archetype::Officer)?, read).await?.len())
            }
            Operation::VerifyDeletion(record) => {
                let scope = self.as_staff(Archetype::Officer)?;
                self.rows(scope, self.shelf(record.purpose).one, params![record_id(record)].to_vec()).await
            }
        }
    }

    async fn count(&mut self) -> Result<usize, Failure> {
        let counts: Vec<_> = self.house.shelves.iter().map(|shelf| shelf.count).collect();
        let read = move |reader: &mut store::Reader<'_>| {
            let mut sum = 0;
            for count in counts {
                sum += reader.one(count, params![])?.map_or(Ok(0), |row| row.int(0))?;
            }
            Ok::<_, StoreError>(sum)
        };
        Ok(usize::try_from(self.store.read(&self.scope(Actor::Job(keeper::KEEP.name))?, read).await?)?)
    }

    async fn bytes(&mut self) -> Result<u64, Failure> {
        self.store.flush().await?;
        self.store.scrub().await?;
        let on_server = self.postgres.as_deref().map(|url| plain::bytes_of(url, SCHEMA)).transpose()?;
        Ok(bytes_under(&self.folder)? + on_server.unwrap_or(0))
    }
}

fn key() -> Result<OrganisationKey, Failure> {
    OrganisationKey::new("house").ok_or_else(|| "a proper key".into())
}

fn rules(
    metadata: Metadata,
    edition: u32,
    inventory: &Inventory,
    store: &Store,
) -> Result<(Arc<Plan>, Arc<Access>), Failure> {
    let text = house::statement(metadata, edition);
    let checked = statement::check(&text, Some(inventory));
    let plan = checked.plan.ok_or_else(|| statement::report(&checked.diagnostics, &text, "house.kdl"))?;
    let access = Access::new(&plan, inventory)?.within(key()?).heeding(store.restrictions());
    Ok((Arc::new(plan), Arc::new(access)))
}

fn person_id(person: u32) -> PersonId {
    PersonId::from_uuid(Uuid::from_u128(1 << 100 | u128::from(person)))
}

/// The key, with the purpose in it: the table in which the record lies.
fn record_id(record: Record) -> Uuid {
    Uuid::from_u128(1 << 101 | u128::from(record.purpose) << 40 | u128::from(record.key))
}

fn purpose_of(id: Uuid) -> usize {
    usize::try_from(id.as_u128() >> 40 & 0xff).unwrap_or(0)
}

fn cell(record: Record, table: &'static str) -> Cell {
    cell_of(record_id(record), person_id(record.person).uuid(), table)
}

fn cell_of(row: Uuid, holder: Uuid, table: &'static str) -> Cell {
    Cell { table, column: "data", row, holder, also: None }
}
