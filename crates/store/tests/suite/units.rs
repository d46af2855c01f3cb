//! Units of work: isolation, durability, registered texts.

use kernel::{PersonId, Uuid, id::Id as _};
use store::{StoreError, params};

use crate::world::{On, World, slice};

crate::on_both!(
    a_failing_unit_rolls_back_alone,
    a_panic_rolls_back_and_the_thread_lives,
    an_error_of_the_database_ends_the_unit_on_both_engines,
    what_was_answered_is_there_after_opening_again,
    unregistered_texts_are_refused,
    every_registered_text_is_taken,
    parameters_follow_their_numbers,
    readers_cannot_write,
    glances_see_what_was_answered_whoever_else_glances,
    a_fault_in_a_glance_harms_no_other,
    another_organisations_scope_is_refused,
);

fn person(n: u128) -> PersonId {
    PersonId::from_uuid(Uuid::from_u128(n))
}

async fn count(world: &World) -> i64 {
    let scope = world.scope(world.coach);
    let counted: Result<i64, StoreError> =
        world.store.read(&scope, |reader| reader.one(&slice::COUNT, &[])?.unwrap().int(0)).await;
    counted.unwrap()
}

async fn a_failing_unit_rolls_back_alone(on: On) {
    let world = World::new(on);
    let scope = world.scope(world.coach);
    // Queued at once, so that they share commits.
    let mut units = tokio::task::JoinSet::new();
    for n in 0..60 {
        let (store, scope) = (world.store.clone(), scope.clone());
        units.spawn(async move {
            let written: Result<(), StoreError> = store
                .write(&scope, move |work| {
                    work.run(&slice::ADD_PERSON, params![person(n), None::<&str>, None::<&str>, None::<&str>])?;
                    if n % 3 == 0 { Err(StoreError::Gone) } else { Ok(()) }
                })
                .await;
            (n, written)
        });
    }
    while let Some(ended) = units.join_next().await {
        let (n, written) = ended.unwrap();
        assert_eq!(written, if n % 3 == 0 { Err(StoreError::Gone) } else { Ok(()) }, "unit {n}");
    }
    assert_eq!(count(&world).await, 40);
}

async fn a_panic_rolls_back_and_the_thread_lives(on: On) {
    let world = World::new(on);
    let scope = world.scope(world.coach);
    let written: Result<(), StoreError> = world
        .store
        .write(&scope, |work| {
            work.run(&slice::ADD_PERSON, params![person(1), None::<&str>, None::<&str>, None::<&str>])?;
            panic!("a fault in a unit of work");
        })
        .await;
    assert_eq!(written, Err(StoreError::Panicked));
    let read: Result<(), StoreError> = world.store.read(&scope, |_| panic!("a fault in a read")).await;
    assert_eq!(read, Err(StoreError::Panicked));
    assert_eq!(count(&world).await, 0);
    world.add_person(person(2), "Ada", "ada@example.org").await;
    assert_eq!(count(&world).await, 1);
}

async fn an_error_of_the_database_ends_the_unit_on_both_engines(on: On) {
    let world = World::new(on);
    world.add_person(person(1), "Ada", "ada@example.org").await;
    let scope = world.scope(world.coach);
    let written: Result<(), StoreError> = world
        .store
        .write(&scope, |work| {
            let add = |work: &mut store::Work<'_>, n| {
                work.run(&slice::ADD_PERSON, params![person(n), None::<&str>, None::<&str>, None::<&str>])
            };
            add(work, 2)?;
            assert!(matches!(add(work, 1), Err(StoreError::Conflict(_))));
            // The unit goes on as if nothing had happened, and is rolled back all the same.
            let _ = add(work, 3);
            Ok(())
        })
        .await;
    assert!(matches!(written, Err(StoreError::Conflict(_))), "{written:?}");
    assert_eq!(count(&world).await, 1);
}

// I7
async fn what_was_answered_is_there_after_opening_again(on: On) {
    let world = World::new(on);
    world.add_person(world.participant, "Ada", "ada@example.org").await;
    let trajectory = world.add_trajectory().await;
    world.say(trajectory, "Good morning.").await;
    let world = world.reopen();
    assert_eq!(count(&world).await, 1);
    assert_eq!(world.read(trajectory).await.unwrap(), ["Good morning."]);
}

async fn unregistered_texts_are_refused(on: On) {
    let world = World::new(on);
    let scope = world.scope(world.coach);
    let read: Result<(), StoreError> =
        world.store.read(&scope, |reader| reader.all(&slice::STRAY, &[]).map(drop)).await;
    assert_eq!(read, Err(StoreError::Unregistered { name: "stray" }));
    let written: Result<(), StoreError> =
        world.store.write(&scope, |work| work.run(&slice::STRAY, &[]).map(drop)).await;
    assert_eq!(written, Err(StoreError::Unregistered { name: "stray" }));
}

async fn every_registered_text_is_taken(on: On) {
    let world = World::new(on);
    assert_eq!(world.store.prepare_all().await.unwrap(), Vec::<String>::new());
}

async fn parameters_follow_their_numbers(on: On) {
    let world = World::new(on);
    let trajectory = world.add_trajectory().await;
    for text in ["one", "two", "three"] {
        world.say(trajectory, text).await;
    }
    let scope = world.scope(world.coach);
    // `$2` stands before `$1` in the text.
    let found: Result<usize, StoreError> =
        world.store.read(&scope, move |reader| Ok(reader.all(&slice::MESSAGES, params![2, trajectory])?.len())).await;
    assert_eq!(found.unwrap(), 2);
}

async fn readers_cannot_write(on: On) {
    let world = World::new(on);
    let scope = world.scope(world.coach);
    let read: Result<(), StoreError> = world
        .store
        .read(&scope, |reader| {
            reader.all(&slice::ADD_PERSON, params![person(1), None::<&str>, None::<&str>, None::<&str>]).map(drop)
        })
        .await;
    assert!(matches!(read, Err(StoreError::Database(_))), "{read:?}");
    assert_eq!(count(&world).await, 0);
}

// I13
async fn another_organisations_scope_is_refused(on: On) {
    let world = World::new(on);
    let mut scope = world.scope(world.coach);
    scope.organisation = crate::world::key("other");
    let read: Result<(), StoreError> = world.store.read(&scope, |_| Ok(())).await;
    assert_eq!(read, Err(StoreError::OtherOrganisation));
    let glanced: Result<(), StoreError> = world.store.glance(&scope, |_| Ok(())).await;
    assert_eq!(glanced, Err(StoreError::OtherOrganisation));
    let written: Result<(), StoreError> = world.store.write(&scope, |_| Ok(())).await;
    assert_eq!(written, Err(StoreError::OtherOrganisation));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs TROTH_TEST_POSTGRES_URL"]
async fn lost_connections_to_postgres_are_made_anew() {
    let world = World::new(On::Postgres);
    world.add_person(person(1), "Ada", "ada@example.org").await;
    let store::Engine::Postgres { url, schema } = world.config.engine.clone() else { unreachable!() };
    let cut = move || {
        let mut client = postgres::Client::connect(kernel::ExposeSecret::expose_secret(&url), postgres::NoTls).unwrap();
        let text = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1";
        client.query(text, &[&format!("troth {schema}")]).unwrap().len()
    };
    assert_eq!(tokio::task::spawn_blocking(cut).await.unwrap(), 3, "a writer and two readers");
    world.add_person(person(2), "Eve", "eve@example.org").await;
    assert_eq!(count(&world).await, 2);
}

async fn glances_see_what_was_answered_whoever_else_glances(on: On) {
    let world = World::new(on);
    let scope = world.scope(world.coach);
    world.add_person(person(1), "Ada", "ada@example.org").await;
    // More at once than there are connections: the rest is read on reading threads.
    let mut glances = tokio::task::JoinSet::new();
    for _ in 0..16 {
        let (store, scope) = (world.store.clone(), scope.clone());
        glances.spawn(async move {
            let counted: Result<i64, StoreError> =
                store.glance(&scope, |reader| reader.one(&slice::COUNT, &[])?.unwrap().int(0)).await;
            counted
        });
    }
    while let Some(counted) = glances.join_next().await {
        assert_eq!(counted.unwrap(), Ok(1));
    }
    world.add_person(person(2), "Bo", "bo@example.org").await;
    let counted: Result<i64, StoreError> =
        world.store.glance(&scope, |reader| reader.one(&slice::COUNT, &[])?.unwrap().int(0)).await;
    assert_eq!(counted, Ok(2));
}

async fn a_fault_in_a_glance_harms_no_other(on: On) {
    let world = World::new(on);
    let scope = world.scope(world.coach);
    for _ in 0..5 {
        let fault: Result<(), StoreError> = world.store.glance(&scope, |_| panic!("a fault in a glance")).await;
        assert_eq!(fault, Err(StoreError::Panicked));
    }
    let written: Result<u64, StoreError> = world
        .store
        .glance(&scope, |reader| {
            reader.all(&slice::COUNT, &[])?;
            Err(StoreError::Gone)
        })
        .await;
    assert_eq!(written, Err(StoreError::Gone));
    let counted: Result<i64, StoreError> =
        world.store.glance(&scope, |reader| reader.one(&slice::COUNT, &[])?.unwrap().int(0)).await;
    assert_eq!(counted, Ok(0));
}
