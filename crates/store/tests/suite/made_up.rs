//! A made-up copy, from each engine into each.

use std::sync::Arc;

use store::{
    StoreError,
    copies::{CopyError, Source, TableCount},
    made_up::{self, Beside, Invent},
    params, survey,
};

use crate::{
    copies::quiet,
    surveying::House,
    world::{self, On, World, key, slice},
};

crate::on_both!(a_copy_is_as_large_whole_and_made_up);

/// The letter `x`, as often as it is wanted.
struct Letters;

impl Invent for Letters {
    fn value(&self, _: &'static str, length: usize, _: &Beside<'_>) -> Vec<u8> {
        vec![b'x'; length]
    }

    fn file(&self, length: usize) -> Vec<u8> {
        vec![b'x'; length]
    }
}

fn source(world: &World) -> Source {
    Source {
        config: world.config.clone(),
        organisation: key("world"),
        inventory: Arc::clone(&world.inventory),
        clock: Arc::clone(&world.clock) as _,
        rng: Arc::clone(&world.rng) as _,
    }
}

async fn copy(from: On, to: On) {
    let house = House::new(from).await;
    let scope = house.world.scope(house.world.coach);
    // Between the two writings lies more than a minute, so that they keep their order.
    house.world.clock.advance(kernel::jiff::SignedDuration::from_mins(2));
    house.world.say(house.trajectory, "The last word is longer.").await;
    let folder = tempfile::TempDir::new().unwrap();
    let config = world::config(to, &folder);
    let World { inventory, clock, rng, .. } = &house.world;
    let target = world::open(&config, "world", inventory, clock, rng).unwrap();
    let counts = made_up::make(&source(&house.world), &target, Arc::new(Letters), &quiet()).await.unwrap();
    let rows = |table: &str| counts.iter().find(|count| count.table == table).map(|count| count.rows);
    assert_eq!([rows("person"), rows("message"), rows("file"), rows("ledger")], [Some(2), Some(3), Some(1), Some(4)]);
    assert!(counts.iter().all(|TableCount { table, .. }| table != "store_mark"));

    let again = made_up::make(&source(&house.world), &target, Arc::new(Letters), &quiet()).await;
    assert!(matches!(again, Err(CopyError::NotEmpty(_))), "never over what is there: {again:?}");

    let before = survey::survey(&source(&house.world), &[], &quiet()).await.unwrap();
    let copied = Source { config: config.clone(), ..source(&house.world) };
    let after = survey::survey(&copied, &[], &quiet()).await.unwrap();
    assert_eq!(after.findings, []);
    let sizes = |found: &survey::Survey| (found.rows, found.values, found.files, found.keys, found.ledger, found.heads);
    assert_eq!(sizes(&after), sizes(&before));
    assert_ne!(target.public_key(), house.world.store.public_key());

    // Its trajectory has another id. (The people of these tests have numbers, which are kept as those of days are.)
    let old = house.trajectory;
    let class = house.world.inventory.class("dialogue").unwrap();
    let known: Result<_, StoreError> = target
        .read(&scope, move |reader| {
            let participants = store::derived::people_of(reader, class)?.len();
            Ok((reader.all(&slice::MESSAGES, params![9, old])?.len(), participants))
        })
        .await;
    assert_eq!(known.unwrap(), (0, 1), "nothing is found by an id of the original");
}

async fn a_copy_is_as_large_whole_and_made_up(on: On) {
    copy(on, on).await;
    // From one engine into the other, too, where there are two.
    if on == On::Postgres {
        copy(on, On::Sqlite).await;
        copy(On::Sqlite, on).await;
    }
}
