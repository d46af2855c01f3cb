//! Migrations, the inventory held against the schema, lineage.

use std::sync::Arc;

use kernel::{
    Inventory, Slice,
    manifest::{
        Column,
        Content::{Personal, Technical},
        Migration,
        Protection::Sealed,
        Sql, Table,
    },
};
use store::{StoreError, lineage};
use tempfile::TempDir;
use testkit::{SeededRng, TurningClock};

use crate::world::{self, On, World, slice};

crate::on_both!(
    undeclared_columns_are_refused,
    columns_that_do_not_exist_are_refused,
    sealed_columns_must_hold_bytes,
    changed_migrations_are_refused,
    missing_migrations_are_refused,
    new_migrations_run_with_data_in_place,
    another_organisation_cannot_open_it,
);

fn try_open(on: On, slice: &'static Slice) -> Result<(), StoreError> {
    let folder = TempDir::new().unwrap();
    open_in(&world::config(on, &folder), slice)
}

fn open_in(config: &store::StoreConfig, slice: &'static Slice) -> Result<(), StoreError> {
    let clock = Arc::new(TurningClock::at("2026-11-22T09:00:00Z"));
    let rng = Arc::new(SeededRng::new(7));
    world::open(config, "world", &world::inventory_of(slice), &clock, &rng).map(drop)
}

fn faults(result: Result<(), StoreError>) -> Vec<String> {
    match result {
        Err(StoreError::Inventory(faults)) => faults,
        other => panic!("expected differences, got {other:?}"),
    }
}

const DIARY: Table = Table {
    name: "diary",
    class: Some("private-notes"),
    container_column: Some("trajectory"),
    id: "id",
    columns: &[
        Column { name: "id", content: Technical("an id") },
        Column { name: "trajectory", content: Technical("whose") },
        Column { name: "line", content: Personal("private-note.body", Sealed) },
    ],
};

macro_rules! slice_with {
    ($name:ident, $tables:expr, $sql:expr) => {
        static $name: Slice = Slice {
            tables: &$tables,
            migrations: &[slice::MIGRATIONS_0, Migration { name: "0002_diary", sql: $sql }],
            ..slice::WORLD
        };
    };
}

// I1
async fn undeclared_columns_are_refused(on: On) {
    slice_with!(
        SLICE,
        slice::TABLES_OF,
        "ALTER TABLE person ADD COLUMN shoe_size INTEGER; CREATE TABLE extra (x INTEGER)"
    );
    let found = faults(try_open(on, &SLICE)).join("\n");
    assert!(found.contains("column person.shoe_size is in the schema, but not declared"), "{found}");
    assert!(found.contains("table extra is in the schema, but no slice declares it"), "{found}");
}

async fn columns_that_do_not_exist_are_refused(on: On) {
    static TABLES: [Table; 7] = with_diary();
    static SLICE: Slice = Slice { tables: &TABLES, ..slice::WORLD };
    let found = faults(try_open(on, &SLICE)).join("\n");
    assert!(found.contains("table diary is declared, but not in the schema"), "{found}");
    slice_with!(HALF, TABLES, "CREATE TABLE diary (id BLOB PRIMARY KEY, line BLOB)");
    let found = faults(try_open(on, &HALF)).join("\n");
    assert!(found.contains("column diary.trajectory is declared, but not in the schema"), "{found}");
}

async fn sealed_columns_must_hold_bytes(on: On) {
    static TABLES: [Table; 7] = with_diary();
    slice_with!(SLICE, TABLES, "CREATE TABLE diary (id BLOB PRIMARY KEY, trajectory BLOB, line TEXT)");
    let found = faults(try_open(on, &SLICE)).join("\n");
    assert!(found.contains("column diary.line is declared as sealed, but its type is TEXT"), "{found}");
}

const fn with_diary() -> [Table; 7] {
    let [a, b, c, d, e, f] = slice::TABLES_OF;
    [a, b, c, d, e, f, DIARY]
}

fn migration_fault(result: Result<(), StoreError>) -> String {
    match result {
        Err(StoreError::Migration { slice: "world", fault }) => fault,
        other => panic!("expected a fault of the migrations, got {other:?}"),
    }
}

async fn changed_migrations_are_refused(on: On) {
    static SLICE: Slice = Slice {
        migrations: &[Migration { name: "0001_world", sql: "CREATE TABLE person (id BLOB PRIMARY KEY)" }],
        ..slice::WORLD
    };
    let folder = TempDir::new().unwrap();
    let config = world::config(on, &folder);
    open_in(&config, &slice::SLICE).unwrap();
    let fault = migration_fault(open_in(&config, &SLICE));
    assert!(fault.contains("0001_world was changed after it had run"), "{fault}");
    open_in(&config, &slice::SLICE).unwrap();
}

async fn missing_migrations_are_refused(on: On) {
    static TABLES: [Table; 7] = with_diary();
    slice_with!(SLICE, TABLES, "CREATE TABLE diary (id BLOB PRIMARY KEY, trajectory BLOB, line BLOB)");
    let folder = TempDir::new().unwrap();
    let config = world::config(on, &folder);
    open_in(&config, &SLICE).unwrap();
    let fault = migration_fault(open_in(&config, &slice::SLICE));
    assert!(fault.contains("the database has 0002_diary, which this version does not know"), "{fault}");
}

async fn new_migrations_run_with_data_in_place(on: On) {
    static TABLES: [Table; 7] = with_diary();
    slice_with!(SLICE, TABLES, "CREATE TABLE diary (id BLOB PRIMARY KEY, trajectory BLOB, line BLOB)");
    slice_with!(BROKEN, TABLES, "CREATE TABLE diary (id BLOB PRIMARY KEY, trajectory BLOB, line BLOB); CREATE TABLE");
    let world = World::new(on);
    let trajectory = world.add_trajectory().await;
    world.say(trajectory, "Still here.").await;
    let scope = world.scope(world.coach);
    let World { store, config, folder, clock, rng, .. } = world;
    drop(store);
    // A broken one leaves everything as it was.
    assert!(matches!(open_in(&config, &BROKEN), Err(StoreError::Migration { .. })));
    let inventory = world::inventory_of(&SLICE);
    let store = world::open(&config, "world", &inventory, &clock, &rng).unwrap();
    let kept: Result<usize, StoreError> =
        store.read(&scope, move |reader| Ok(reader.all(&slice::MESSAGES, store::params![5, trajectory])?.len())).await;
    assert_eq!(kept.unwrap(), 1);
    drop(folder);
}

// I13
async fn another_organisation_cannot_open_it(on: On) {
    let world = World::new(on);
    let World { store, config, inventory, clock, rng, folder, .. } = world;
    drop(store);
    let opened = world::open(&config, "other", &inventory, &clock, &rng).map(drop);
    assert_eq!(opened, Err(StoreError::OtherOrganisation));
    // Nor does it open with another organisation's ring, even when its mark is forged.
    let other = TempDir::new().unwrap();
    let elsewhere = world::config(On::Sqlite, &other);
    world::open(&elsewhere, "other", &inventory, &clock, &rng).unwrap();
    std::fs::copy(elsewhere.folder.join("keyring"), config.folder.join("keyring")).unwrap();
    let opened = world::open(&config, "world", &inventory, &clock, &rng).map(drop);
    assert!(matches!(opened, Err(StoreError::Keyring(_))), "{opened:?}");
    drop(folder);
}

#[test]
fn the_stores_own_tables_are_needed() {
    let folder = TempDir::new().unwrap();
    let inventory = Arc::new(Inventory::new([&slice::SLICE]).unwrap());
    let (clock, rng) = (Arc::new(TurningClock::at("2026-11-22T09:00:00Z")), Arc::new(SeededRng::new(7)));
    let opened = world::open(&world::config(On::Sqlite, &folder), "world", &inventory, &clock, &rng).map(drop);
    assert!(matches!(opened, Err(StoreError::Undeclared(_))), "{opened:?}");
}

#[test]
fn one_process_at_a_time() {
    let world = World::new(On::Sqlite);
    let second = world::open(&world.config, "world", &world.inventory, &world.clock, &world.rng).map(drop);
    assert!(matches!(second, Err(StoreError::Files(_))), "{second:?}");
}

#[test]
fn lineage_agrees_with_the_manifests() {
    assert_eq!(lineage::faults(&world::inventory_of(&slice::SLICE)).unwrap(), Vec::<String>::new());
}

#[test]
fn lineage_sees_through_stars_inserts_and_upserts() {
    static ALL: Sql = Sql { name: "all", text: "SELECT * FROM note n", runs_for: &["people.list"] };
    static ADD: Sql =
        Sql { name: "add", text: "INSERT INTO note (id, body) VALUES ($1, $2)", runs_for: &["dialogue.write"] };
    static HASH: Sql =
        Sql { name: "hash", text: "SELECT id FROM person WHERE email_hash = $1", runs_for: &["trajectory.open"] };
    static NOBODY: Sql = Sql { name: "nobody", text: "SELECT COUNT(*) FROM message WHERE sent_at > $1", runs_for: &[] };
    static SLICE: Slice = Slice { queries: &[&ALL, &ADD, &HASH, &NOBODY], ..slice::WORLD };
    let faults = lineage::faults(&world::inventory_of(&SLICE)).unwrap();
    assert_eq!(faults.len(), 3, "{faults:#?}");
    assert!(faults[0].starts_with("all reads note.body (private-note.body)"), "{faults:#?}");
    assert!(faults[1].starts_with("add writes note.body (private-note.body)"), "{faults:#?}");
    assert!(faults[2].starts_with("nobody reads message.sent_at (message.times)"), "{faults:#?}");
    let lineage = lineage::of(&world::inventory_of(&SLICE)).unwrap();
    let all = lineage.iter().find(|lineage| lineage.sql.name == "all").unwrap();
    let columns: Vec<_> = all.reads.iter().map(|(_, column)| column.as_str()).collect();
    assert_eq!(columns, ["body", "id", "trajectory"]);
}
