//! What the keeper stands on: what is due, what is held, and that what is erased is gone.

use kernel::{Timestamp, Uuid, id::Id as _};
use store::{Cell, StoreError, derived, ledger, params};
use testkit::{Canaries, search};

use crate::world::{On, World, slice};

crate::on_both!(
    due_follows_events_and_what_is_still_held,
    held_of_a_person_is_counted_and_listed,
    deletion_takes_all_rows_of_a_class,
    scrubbing_may_be_repeated,
);

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

async fn due_follows_events_and_what_is_still_held(on: On) {
    let world = World::new(on);
    let (old, new, empty) = (world.add_trajectory().await, world.add_trajectory().await, world.add_trajectory().await);
    for trajectory in [old, new] {
        world.say(trajectory, "text").await;
    }
    let scope = world.scope(world.coach);
    let participant = world.participant.uuid();
    let [dialogue, notes] = [&slice::CLASSES[1], &slice::CLASSES[2]];
    let unit: Result<(), StoreError> = world
        .store
        .write(&scope, move |work| {
            work.emit("trajectory-ended", old.uuid(), at("2024-12-01T12:00:00Z"))?;
            work.emit("trajectory-ended", old.uuid(), at("2024-01-01T12:00:00Z"))?;
            work.emit("trajectory-ended", new.uuid(), at("2026-01-01T12:00:00Z"))?;
            work.emit("trajectory-ended", empty.uuid(), at("2020-01-01T12:00:00Z"))?;
            work.emit("agreement-ended", participant, at("2023-01-01T12:00:00Z"))?;
            assert!(matches!(work.emit("no-such-event", participant, work.now()), Err(StoreError::Undeclared(_))));
            let cutoff = at("2024-06-01T00:00:00Z");
            let due = derived::due(work, "trajectory-ended", cutoff, dialogue, derived::Via::Container, 10)?;
            let expected = derived::Due { holder: old.uuid(), subject: old.uuid(), at: at("2024-01-01T12:00:00Z") };
            assert_eq!(due, [expected], "the empty one holds nothing, the new one is not due");
            assert!(derived::due(work, "trajectory-ended", cutoff, notes, derived::Via::Container, 10)?.is_empty());

            let of_person = derived::Via::Party("participant");
            let due = derived::due(work, "agreement-ended", cutoff, dialogue, of_person, 10)?;
            let mut holders = [old.uuid(), new.uuid()];
            holders.sort();
            assert_eq!(due.iter().map(|due| due.holder).collect::<Vec<_>>(), holders);
            let first = derived::due(work, "agreement-ended", cutoff, dialogue, of_person, 1)?;
            let next = derived::due_after(work, "agreement-ended", cutoff, dialogue, of_person, Some(first[0]), 9)?;
            assert_eq!(next, due[1..]);

            work.retract("trajectory-ended", old.uuid())?;
            assert!(derived::due(work, "trajectory-ended", cutoff, dialogue, derived::Via::Container, 10)?.is_empty());
            assert_eq!(derived::events_of(work, new.uuid())?.len(), 1);
            Ok(())
        })
        .await;
    unit.unwrap();
}

async fn held_of_a_person_is_counted_and_listed(on: On) {
    let world = World::new(on);
    let person = world.participant;
    world.add_person(person, "Ada", "ada@example.org").await;
    let trajectory = world.add_trajectory().await;
    for text in ["one", "two"] {
        world.say(trajectory, text).await;
    }
    let scope = world.scope(world.coach);
    let grant = world.grant(&scope, &slice::DIALOGUE, &world.trajectory(trajectory));
    let opener = world.store.opener(&scope, &grant);
    let read: Result<_, StoreError> = world
        .store
        .read(&scope, move |reader| {
            let held = derived::held_of(reader, person)?;
            let counted: Vec<_> =
                held.iter().map(|held| (held.container.name, held.party, held.table.name, held.rows)).collect();
            assert_eq!(counted, [("person", "self", "person", 1), ("trajectory", "participant", "message", 2)]);
            let parties = derived::parties(reader, &slice::CONTAINERS[2], trajectory.uuid())?;
            assert_eq!(parties.iter().map(|(part, _)| *part).collect::<Vec<_>>(), ["coach", "participant"]);
            assert!(derived::holds(reader, &slice::CLASSES[1], trajectory.uuid())?);
            assert!(!derived::holds(reader, &slice::CLASSES[2], trajectory.uuid())?);
            derived::rows_of(reader, held[1].table, trajectory.uuid())
        })
        .await;
    let rows = read.unwrap_or_else(|error| panic!("{error}"));
    let mut texts: Vec<_> = rows
        .iter()
        .flat_map(|row| &row.fields)
        .filter_map(|(_, field)| match field {
            derived::Field::Sealed(sealed) => Some(crate::world::expose(&opener.text(sealed).unwrap())),
            derived::Field::Open(_) => None,
        })
        .collect();
    texts.sort();
    assert_eq!(texts, ["one", "two"]);
}

async fn deletion_takes_all_rows_of_a_class(on: On) {
    let world = World::new(on);
    let (one, two) = (world.add_trajectory().await, world.add_trajectory().await);
    for trajectory in [one, one, two] {
        world.say(trajectory, "text").await;
    }
    let scope = world.scope(world.coach);
    let unit: Result<(), StoreError> = world
        .store
        .write(&scope, move |work| {
            work.emit("trajectory-ended", one.uuid(), work.now())?;
            let removed = derived::delete(work, &slice::CLASSES[1], one.uuid())?;
            assert_eq!((removed.rows, removed.files.len()), (2, 0));
            assert_eq!(derived::delete(work, &slice::CLASSES[1], one.uuid())?.rows, 0);
            assert_eq!(derived::delete_container(work, &slice::CONTAINERS[2], one.uuid())?, 1);
            assert!(derived::events_of(work, one.uuid())?.is_empty());
            Ok(())
        })
        .await;
    unit.unwrap();
    assert_eq!(world.read(two).await.unwrap().len(), 1);
    assert!(world.read(one).await.unwrap().is_empty());
}

async fn scrubbing_may_be_repeated(on: On) {
    let world = World::new(on);
    world.add_person(world.participant, "Ada", "ada@example.org").await;
    world.store.scrub().await.unwrap();
    world.store.scrub().await.unwrap();
}

/// Erases what `world` holds of the participant, as the keeper does.
async fn erase(world: &World, trajectory: Uuid, keys: bool) {
    let scope = world.scope(world.coach);
    let person = world.participant;
    let scopes = vec![("account", person.uuid()), ("dialogue", trajectory), ("dialogue", person.uuid())];
    let generation = if keys { world.store.destroy(&scope, scopes).await.unwrap().generation } else { 0 };
    let unit: Result<_, StoreError> = world
        .store
        .write(&scope, move |work| {
            let mut removed = derived::delete(work, &slice::CLASSES[1], trajectory)?;
            removed.rows += derived::delete(work, &slice::CLASSES[0], person.uuid())?.rows;
            work.record(ledger::Act {
                kind: ledger::ActKind::Erasure,
                subject: person.uuid(),
                class: None,
                clause: None,
                evidence: format!("ring {generation}, rows {}", removed.rows),
            })?;
            Ok(removed.files)
        })
        .await;
    world.store.files().remove(&unit.unwrap()).await.unwrap();
    world.store.scrub().await.unwrap();
}

// I9
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_erased_is_left_in_any_byte_nor_opens_from_a_copy() {
    let world = World::new(On::Sqlite);
    let mut canaries = Canaries::new();
    let (name, email): (&'static str, &'static str) = (
        canaries.plant("name", &*world.rng).leak(),
        format!("{}@example.org", canaries.plant("email", &*world.rng)).leak(),
    );
    let body = canaries.plant("body", &*world.rng);
    world.add_person(world.participant, name, email).await;
    let trajectory = world.add_trajectory().await;
    let message = world.say(trajectory, &body).await;
    let stored = stored_file(&world, trajectory, message, canaries.plant("file", &*world.rng)).await;
    world.store.scrub().await.unwrap();

    let copy = tempfile::TempDir::new().unwrap();
    copy_all(&world.config.folder, copy.path());
    erase(&world, trajectory.uuid(), true).await;
    assert!(!path_of(&world, stored).exists());
    let found = search(world.folder.path(), &canaries).unwrap();
    assert!(found.is_empty(), "{found:?}");

    // The copy of the database and files from before, with today's ring.
    let World { store, config, inventory, clock, rng, folder, .. } = world;
    drop(store);
    assert!(search(copy.path(), &canaries).unwrap().is_empty(), "sealed at rest");
    std::fs::copy(config.folder.join("keyring"), copy.path().join("keyring")).unwrap();
    let config = store::StoreConfig { folder: copy.path().to_owned(), ..config };
    let fresh = World::new(On::Sqlite);
    let store = crate::world::open(&config, "world", &inventory, &clock, &rng).unwrap();
    let world = World { store, config, inventory, clock, rng, folder, ..fresh };
    assert_eq!(world.read(trajectory).await, Err(StoreError::Gone));
    // And with the ring of that day there is no key-encryption key for it.
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_search_finds_what_was_not_sealed_and_copies_open_without_shredding() {
    let world = World::new(On::Sqlite);
    let mut canaries = Canaries::new();
    let body = canaries.plant("body", &*world.rng);
    let trajectory = world.add_trajectory().await;
    world.say(trajectory, &body).await;
    let copy = tempfile::TempDir::new().unwrap();
    world.store.scrub().await.unwrap();
    copy_all(&world.config.folder, copy.path());
    erase(&world, trajectory.uuid(), false).await;
    let World { store, config, inventory, clock, rng, folder, .. } = world;
    drop(store);
    std::fs::copy(config.folder.join("keyring"), copy.path().join("keyring")).unwrap();
    let config = store::StoreConfig { folder: copy.path().to_owned(), ..config };
    let fresh = World::new(On::Sqlite);
    let store = crate::world::open(&config, "world", &inventory, &clock, &rng).unwrap();
    let world = World { store, config, inventory, clock, rng, folder, ..fresh };
    assert_eq!(
        world.read(trajectory).await.unwrap(),
        std::slice::from_ref(&body),
        "only destroyed keys protect a copy"
    );
    std::fs::write(copy.path().join("leak"), &body).unwrap();
    assert!(!search(copy.path(), &canaries).unwrap().is_empty());
}

async fn stored_file(
    world: &World,
    trajectory: slice::TrajectoryId,
    message: slice::MessageId,
    canary: String,
) -> store::FileId {
    let scope = world.scope(world.participant);
    let grant = world.grant(&scope, &slice::DIALOGUE, &world.trajectory(trajectory));
    let cell = crate::files::cell(world, trajectory);
    let file = world.store.files().put(&scope, &grant, &cell, canary.clone().into_bytes()).await.unwrap();
    let (id, also) = (file.id(), Some(world.participant));
    let kept: Result<u64, StoreError> = world
        .store
        .write(&scope, move |work| {
            work.keep_file(&file)?;
            let row: slice::MessageId = work.mint();
            let cell = Cell { table: "attachment", column: "name", row: row.uuid(), holder: trajectory.uuid(), also };
            let name = work.seal(&grant, &cell, canary.as_bytes())?;
            work.run(&slice::ADD_ATTACHMENT, params![row, message, trajectory, file.id(), name])
        })
        .await;
    kept.unwrap();
    assert!(path_of(world, id).exists());
    id
}

pub(crate) fn path_of(world: &World, id: store::FileId) -> std::path::PathBuf {
    let name = id.to_string();
    world.config.folder.join("files").join(&name[name.len() - 2..]).join(&name)
}

fn copy_all(from: &std::path::Path, to: &std::path::Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_all(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}
