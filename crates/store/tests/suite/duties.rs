//! Jobs, ledger and access log.

use kernel::id::Id as _;
use store::{Cell, StoreError, access_log, derived, jobs, ledger};

use crate::world::{On, World, slice};

crate::on_both!(
    jobs_are_leased_once_and_go_on_completion,
    jobs_come_back_later_each_time_and_then_wait,
    a_job_of_a_unit_that_fails_was_never_queued,
    leases_end,
    every_opener_leaves_a_line,
    opening_nothing_leaves_no_line,
    the_ledger_is_a_chain,
);

async fn queue(world: &World) {
    let scope = world.scope(world.coach);
    let unit: Result<_, StoreError> = world
        .store
        .write(&scope, |work| work.queue(&slice::REMIND, serde_json::json!({"person": "an id"}), work.now()))
        .await;
    unit.unwrap();
}

async fn lease(world: &World) -> Vec<jobs::Leased> {
    let scope = world.scope(world.coach);
    let leased: Result<_, StoreError> = world.store.write(&scope, |work| jobs::lease(work, 10, 60)).await;
    leased.unwrap()
}

async fn jobs_are_leased_once_and_go_on_completion(on: On) {
    let world = World::new(on);
    queue(&world).await;
    queue(&world).await;
    let taken = lease(&world).await;
    assert_eq!(taken.len(), 2);
    assert_eq!((taken[0].name.as_str(), taken[0].attempts), ("remind", 0));
    assert_eq!(taken[0].arguments, serde_json::json!({"person": "an id"}));
    assert!(lease(&world).await.is_empty());
    let scope = world.scope(world.coach);
    let unit: Result<_, StoreError> = world
        .store
        .write(&scope, move |work| {
            jobs::complete(work, &taken[0])?;
            let waiting = jobs::waiting(work)?;
            // A second completion is refused, so that its effects roll back.
            assert_eq!(jobs::complete(work, &taken[0]), Err(StoreError::LeaseLost));
            Ok(waiting)
        })
        .await;
    let waiting = unit.unwrap();
    assert_eq!((waiting.queued, waiting.given_up), (1, 0));
    assert!(waiting.first_due.is_some_and(|due| due <= scope.now), "{waiting:?}");
}

async fn jobs_come_back_later_each_time_and_then_wait(on: On) {
    let world = World::new(on);
    queue(&world).await;
    let mut waits = Vec::new();
    for attempt in 0..jobs::TRIES {
        let taken = lease(&world).await;
        assert_eq!((taken.len(), taken[0].attempts), (1, attempt));
        let scope = world.scope(world.coach);
        let next: Result<_, StoreError> = world
            .store
            .write(&scope, move |work| {
                jobs::fail(work, &taken[0])?;
                jobs::next_due(work)
            })
            .await;
        match next.unwrap() {
            Some(next) => {
                waits.push(next.duration_since(scope.now).as_secs());
                world.clock.set(next);
            }
            None => assert_eq!(attempt + 1, jobs::TRIES),
        }
    }
    assert!((30..=33).contains(&waits[0]), "{waits:?}");
    assert!(waits.windows(2).take(8).all(|pair| pair[0] < pair[1]), "{waits:?}");
    assert!(waits.iter().all(|wait| *wait <= 6 * 3600 * 11 / 10), "{waits:?}");
    assert!(lease(&world).await.is_empty());
    let scope = world.scope(world.coach);
    let revived: Result<_, StoreError> = world
        .store
        .write(&scope, |work| {
            assert_eq!(jobs::waiting(work)?, jobs::Waiting { given_up: 1, ..Default::default() });
            jobs::revive(work)
        })
        .await;
    assert_eq!(revived.unwrap(), 1);
    assert_eq!(lease(&world).await.len(), 1);
}

async fn a_job_of_a_unit_that_fails_was_never_queued(on: On) {
    let world = World::new(on);
    let scope = world.scope(world.coach);
    let unit: Result<(), StoreError> = world
        .store
        .write(&scope, |work| {
            work.queue(&slice::REMIND, serde_json::json!({}), work.now())?;
            Err(StoreError::Gone)
        })
        .await;
    assert_eq!(unit, Err(StoreError::Gone));
    assert!(lease(&world).await.is_empty());
}

async fn leases_end(on: On) {
    let world = World::new(on);
    queue(&world).await;
    let first = lease(&world).await;
    world.clock.advance(kernel::jiff::SignedDuration::from_secs(61));
    let second = lease(&world).await;
    assert_eq!(first[0].id, second[0].id);
    let scope = world.scope(world.coach);
    let late: Result<(), StoreError> = world.store.write(&scope, move |work| jobs::complete(work, &first[0])).await;
    assert_eq!(late, Err(StoreError::LeaseLost));
    let in_time: Result<(), StoreError> = world.store.write(&scope, move |work| jobs::complete(work, &second[0])).await;
    assert_eq!(in_time, Ok(()));
}

// I3
async fn every_opener_leaves_a_line(on: On) {
    let world = World::new(on);
    let trajectory = world.add_trajectory().await;
    world.say(trajectory, "text").await;
    for _ in 0..3 {
        world.read(trajectory).await.unwrap();
    }
    // The last lines are written when the store ends, too.
    let world = world.reopen();
    let scope = world.scope(world.coach);
    let read: Result<_, StoreError> =
        world.store.read(&scope, move |reader| access_log::of(reader, trajectory.uuid(), 10)).await;
    let lines = read.unwrap();
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[0].actor, Some(world.coach.uuid()));
    assert_eq!((lines[0].action.as_str(), lines[0].container.as_str()), ("dialogue.write", "trajectory"));
    // Lines have a day, from which their period runs.
    let class = world.inventory.class("access-log").unwrap();
    let due: Result<_, StoreError> = world
        .store
        .read(&scope, move |reader| derived::due(reader, "logged", reader.now(), class, derived::Via::Container, 9))
        .await;
    let due = due.unwrap();
    assert_eq!(due.len(), 1);
    let day = due[0].holder;
    let removed: Result<_, StoreError> = world.store.write(&scope, move |work| derived::delete(work, class, day)).await;
    assert_eq!(removed.unwrap().rows, 3);
    // Without any write, a line is durable soon.
    world.read(trajectory).await.unwrap();
    world.store.flush().await.unwrap();
    let read: Result<_, StoreError> =
        world.store.read(&scope, move |reader| access_log::of(reader, trajectory.uuid(), 10)).await;
    assert_eq!(read.unwrap().len(), 1);
}

// S4
async fn opening_nothing_leaves_no_line(on: On) {
    let world = World::new(on);
    let trajectory = world.add_trajectory().await;
    let scope = world.scope(world.coach);
    let grant = world.grant(&scope, &slice::DIALOGUE, &world.trajectory(trajectory));
    let (row, holder) = (trajectory.uuid(), trajectory.uuid());
    let cell = Cell { table: "message", column: "body", row, holder, also: Some(world.participant) };
    world.store.open_nothing(&scope, &grant, cell);
    world.store.flush().await.unwrap();
    let lines = async || {
        let look = move |reader: &mut store::Reader<'_>| access_log::of(reader, trajectory.uuid(), 10);
        world.store.read::<_, StoreError, _>(&scope, look).await.unwrap().len()
    };
    assert_eq!(lines().await, 0);
    // What is opened beside it leaves its line.
    world.store.open_nothing(&scope, &grant, cell);
    world.read(trajectory).await.unwrap();
    world.store.flush().await.unwrap();
    assert_eq!(lines().await, 1);
}

async fn the_ledger_is_a_chain(on: On) {
    let world = World::new(on);
    let scope = world.scope(world.coach);
    let subject = world.participant.uuid();
    for n in 0..3 {
        let unit: Result<_, StoreError> = world
            .store
            .write(&scope, move |work| {
                work.record(ledger::Act {
                    kind: ledger::ActKind::Erasure,
                    subject,
                    class: (n > 0).then_some("dialogue"),
                    clause: Some("dialogue-two-years".to_owned()),
                    evidence: format!("ring {n}"),
                })
            })
            .await;
        assert_eq!(unit.unwrap(), n + 1);
    }
    let read: Result<_, StoreError> = world
        .store
        .read(&scope, move |reader| {
            assert_eq!(ledger::verify(reader)?, 3);
            assert_eq!(ledger::after(reader, 1, 10)?.len(), 2);
            ledger::about(reader, subject)
        })
        .await;
    let entries = read.unwrap();
    assert_eq!((entries.len(), entries[2].evidence.as_str()), (3, "ring 2"));
    assert_eq!(entries[0].actor, Some(world.coach.uuid()));
    if on == On::Sqlite {
        forged_entries_are_found(world).await;
    }
}

async fn forged_entries_are_found(world: World) {
    let file = world.config.folder.join("data.sqlite");
    let forge = |sql: &str| rusqlite::Connection::open(&file).unwrap().execute(sql, []).unwrap();
    let verify = |world: &World| {
        let (store, scope) = (world.store.clone(), world.scope(world.coach));
        async move { store.read(&scope, ledger::verify).await }
    };
    assert_eq!(forge("UPDATE ledger SET clause = 'another' WHERE sequence = 2"), 1);
    assert_eq!(verify(&world).await, Err(StoreError::Ledger(2)));
    forge("UPDATE ledger SET clause = 'dialogue-two-years' WHERE sequence = 2");
    assert_eq!(verify(&world).await, Ok(3));
    forge("DELETE FROM ledger WHERE sequence = 2");
    assert_eq!(verify(&world).await, Err(StoreError::Ledger(3)));
    // The oldest may go with their period.
    forge("DELETE FROM ledger WHERE sequence = 1");
    assert_eq!(verify(&world).await, Ok(3));
}
