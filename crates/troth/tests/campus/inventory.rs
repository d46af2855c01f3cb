//! What is stored is declared, and every door has its action (I1, I4).

use std::sync::Arc;

use kernel::{
    Inventory, Language, OrganisationKey, Slice,
    manifest::{Column, Content, Entry, Method, Migration, OutputKind, Protection, Route, Table},
};
use organisation::Doors;
use programmes::library::Library;
use store::{Engine, KeyEncryption, Store, StoreConfig, StoreError};
use testkit::TurningClock;
use troth::{assemble, system::SystemRng};

use crate::{postgres, world::Campus};

fn with(slice: &'static Slice) -> Inventory {
    Inventory::new(assemble::SLICES.iter().copied().chain([slice])).unwrap()
}

fn open(inventory: Inventory) -> Result<Store, StoreError> {
    let folder = tempfile::tempdir().unwrap();
    let mark: [u8; 4] = kernel::rng::bytes(&SystemRng);
    let key = format!("inventory-{}", mark.map(|byte| format!("{byte:02x}")).concat());
    let engine = postgres::url()
        .map_or(Engine::Sqlite, |url| Engine::Postgres { url: url.into(), schema: key.replace('-', "_") });
    let keys = KeyEncryption::File(folder.path().join("keys").join("key"));
    let config = StoreConfig { folder: folder.path().join("data"), engine, keys, readers: 1 };
    let clock = Arc::new(TurningClock::at("2026-11-22T09:00:00Z"));
    Store::open(config, OrganisationKey::new(&key).unwrap(), Arc::new(inventory), clock, Arc::new(SystemRng))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_schema_of_the_whole_is_the_inventory_and_every_query_prepares() {
    let campus = Campus::new().await;
    assert_eq!(campus.site.store.prepare_all().await.unwrap(), [""; 0]);
    let inventory = &campus.common.inventory;
    // What is worth protecting is sealed: texts of people stand in no open column.
    for item in inventory.items() {
        for place in inventory.places(item) {
            let text_of_people = ["body", "title", "place", "note", "name", "email", "password"];
            if text_of_people.contains(&place.column.name) {
                assert_eq!(place.protection, Protection::Sealed, "{}.{}", place.table.name, place.column.name);
            }
        }
    }
    // UC13: no mail holds an item.
    let mails = inventory.outputs().filter(|output| output.kind == OutputKind::Mail);
    let mut count = 0;
    for mail in mails {
        assert!(mail.items.is_empty(), "{}", mail.name);
        count += 1;
    }
    assert!(count >= 8, "{count}");
}

/// What stands on pages of its own, with words of its own.
const ELSEWHERE: &[&str] = &["access-log.line", "ledger.act", "job.person"];

#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_held_about_somebody_has_a_name_under_my_data_in_each_language() {
    let campus = Campus::new().await;
    let (inventory, mut nameless) = (&campus.common.inventory, Vec::new());
    let is_somebodys = |name: &str| inventory.class(name).is_some_and(|class| !class.goes_with.is_empty());
    for table in inventory.tables().filter(|table| table.class.is_some_and(is_somebodys)) {
        for column in table.columns {
            let Content::Personal(item, protection) = column.content else { continue };
            if protection == Protection::KeyedHash || ELSEWHERE.contains(&item) {
                continue;
            }
            let words = [("column", column.name), ("item", item)];
            let words = words.map(|(of, name)| format!("accounts-{of}-{}", name.replace(['.', '_'], "-")));
            for language in Language::ALL {
                let voice = campus.site.voice(language);
                if words.iter().all(|word| voice.say(word).starts_with('[')) {
                    nameless.push(format!("{}.{} ({item}), {language:?}", table.name, column.name));
                }
            }
        }
    }
    assert_eq!(nameless, Vec::<String>::new());
}

#[test]
fn every_door_is_bound_and_stands_behind_an_action_or_says_why_not() {
    let inventory = assemble::inventory().unwrap();
    assert!(inventory.routes().count() > 70);
    for route in inventory.routes() {
        match route.entry {
            Entry::Action(action) => assert!(inventory.action(action.name).is_some(), "{}", route.path),
            Entry::Public(why) | Entry::Link(why) => assert!(why.len() > 10, "{}", route.path),
        }
        // I6: paths hold ids and single-use tokens, and nothing else.
        let known = [
            "{token}",
            "{person}",
            "{class}",
            "{holder}",
            "{receipt}",
            "{trajectory}",
            "{enrolment}",
            "{programme}",
            "{step}",
            "{exercise}",
            "{file}",
            "{block}",
            "{leave}",
            "{draft}",
            "{attachment}",
            "{note}",
            "{goal}",
            "{task}",
            "{appointment}",
            "{name}",
            "{hold}",
            "{form}",
            "{finding}",
            "{clause}",
            "{paper}",
            "{breach}",
            "{request}",
            "{alternative}",
            "{part}",
            "{entry}",
            "{version}",
            "{disclosure}",
            "{telling}",
            "{glass}",
            "{mailing}",
            "{passkey}",
        ];
        let odd = route.path.split('/').find(|part| part.starts_with('{') && !known.contains(part));
        assert_eq!(odd, None, "{}", route.path);
    }
}

static SILENT: Slice = Slice {
    name: "silent",
    migrations: &[Migration {
        name: "0001_silent",
        sql: "CREATE TABLE silent (id BLOB NOT NULL PRIMARY KEY, diary TEXT NOT NULL);",
    }],
    tables: &[Table {
        name: "silent",
        class: None,
        container_column: None,
        id: "id",
        columns: &[Column { name: "id", content: Content::Technical("identifies the row") }],
    }],
    ..Slice::EMPTY
};

static UNDECLARED: Slice = Slice {
    name: "undeclared",
    migrations: &[Migration {
        name: "0001_undeclared",
        sql: "CREATE TABLE hidden (id BLOB NOT NULL PRIMARY KEY, diary TEXT NOT NULL);",
    }],
    ..Slice::EMPTY
};

// I1. Seeded faults: a column and a table that no manifest declares.
#[test]
fn a_store_with_an_undeclared_column_or_table_does_not_open() {
    for (slice, named) in [(&SILENT, "silent.diary"), (&UNDECLARED, "hidden")] {
        let Err(fault) = open(with(slice)) else { panic!("{named} was let in") };
        assert!(fault.to_string().contains(named), "{fault}");
    }
    assert!(open(assemble::inventory().unwrap()).is_ok());
}

// X1, I1. A seeded fault: an item that no statement covers.
#[test]
fn a_statement_that_does_not_cover_what_a_slice_stores_is_refused() {
    static DIARY: Slice = Slice {
        name: "diary",
        migrations: &[],
        tables: &[Table {
            name: "diary",
            class: Some("account"),
            container_column: Some("person"),
            id: "id",
            columns: &[
                Column { name: "id", content: Content::Technical("identifies the row") },
                Column { name: "person", content: Content::Reference("person") },
                Column { name: "text", content: Content::Personal("diary.text", Protection::Sealed) },
            ],
        }],
        ..Slice::EMPTY
    };
    let source = crate::world::statement("campus");
    let checked = statement::check(&source, Some(&with(&DIARY)));
    assert!(checked.plan.is_none());
    assert!(statement::report(&checked.diagnostics, &source, "campus").contains("diary.text"));
}

// I4. Seeded faults: a door without a handler, and a handler that no manifest declares.
#[test]
fn a_door_that_is_not_bound_or_not_declared_stops_the_start() {
    static BACK_DOOR: Slice = Slice {
        name: "back-door",
        routes: &[Route {
            method: Method::Get,
            path: "/back-door",
            entry: Entry::Public("a seeded fault of this test"),
        }],
        ..Slice::EMPTY
    };
    let bind = |inventory: &Inventory| {
        let doors = coaching::doors(accounts::doors(Doors::new(), hasher()));
        let doors = registers::doors(evidence::doors(moving::doors(oversight::doors(doors))));
        let doors =
            visits::doors(mailings::doors(programmes::doors(doors, Library::default()), requests::erasure_by_mailing));
        publication::doors(exceptions::doors(amendments::doors(requests::doors(doors)))).close(inventory)
    };
    assert!(bind(&assemble::inventory().unwrap()).is_ok());
    let Err(faults) = bind(&with(&BACK_DOOR)) else { panic!("an unbound door was let in") };
    assert_eq!(
        faults.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["Get /back-door is declared, but no handler is bound to it"]
    );
    let fewer = Inventory::new(assemble::SLICES.iter().copied().filter(|slice| slice.name != "publication")).unwrap();
    let Err(faults) = bind(&fewer) else { panic!("an undeclared door was let in") };
    assert_eq!(faults.len(), 10, "{faults:?}");
}

fn hasher() -> accounts::Hasher {
    accounts::Hasher::for_made_up_people("a pepper for tests".into())
}
