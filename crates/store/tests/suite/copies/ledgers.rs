//! The ledger beside the backups: shipped in order, and what it tells of a database.

use std::fs;

use store::{
    StoreError,
    copies::{self, CopyError, Standing},
    ledger,
};

use super::{Copied, objects, record};
use crate::world::{On, key};

crate::on_both!(
    a_database_that_was_brought_back_knows_how_far_it_is_behind,
    a_ledger_of_another_history_is_refused,
    a_segment_that_was_changed_or_is_missing_is_found,
);

async fn a_database_that_was_brought_back_knows_how_far_it_is_behind(on: On) {
    let copied = Copied::new(on);
    for n in 0..3 {
        record(&copied.world, &format!("{n}")).await;
    }
    copied.back_up().await.unwrap();
    for n in 3..6 {
        record(&copied.world, &format!("{n}")).await;
        assert_eq!(copies::ship(&copied.source(), &copied.shelf).await.unwrap(), 1);
    }
    assert_eq!(copies::ship(&copied.source(), &copied.shelf).await.unwrap(), 0, "once is enough");
    let scope = copied.world.scope(copied.world.coach);
    assert_eq!(copies::standing(&copied.world.store, &scope, &copied.shelf).await.unwrap(), Standing::Level);

    let reborn = copied.reborn(on).await;
    let standing = copies::standing(&reborn.store, &scope, &copied.shelf).await.unwrap();
    assert_eq!(standing, Standing::Behind { database: 3, shipped: 6 });
    // It must not be copied over what it is behind of.
    let mut source = copied.source();
    source.config = reborn.config.clone();
    assert!(matches!(copies::ship(&source, &copied.shelf).await, Err(CopyError::Ledger(_))));
    let links = copies::missing(&reborn.store, &scope, &copied.shelf).await.unwrap();
    assert_eq!(links.iter().map(|link| link.entry.evidence.as_str()).collect::<Vec<_>>(), ["3", "4", "5"]);
    // One after the other, as they were; not otherwise.
    let out_of_turn = links[1].clone();
    let refused: Result<(), StoreError> =
        reborn.store.write(&scope, move |work| ledger::append(work, &out_of_turn)).await;
    assert_eq!(refused, Err(StoreError::Ledger(5)));
    let written: Result<(), StoreError> =
        reborn.store.write(&scope, move |work| links.iter().try_for_each(|link| ledger::append(work, link))).await;
    written.unwrap();
    assert_eq!(copies::standing(&reborn.store, &scope, &copied.shelf).await.unwrap(), Standing::Level);
    let chain: Result<i64, StoreError> = reborn.store.read(&scope, ledger::verify).await;
    assert_eq!(chain, Ok(6));
    reborn.store.settle(&scope).await.unwrap();
    assert!(!reborn.store.is_restored(&scope).await.unwrap());
}

async fn a_ledger_of_another_history_is_refused(on: On) {
    let copied = Copied::new(on);
    record(&copied.world, "common").await;
    copied.back_up().await.unwrap();
    let reborn = copied.reborn(on).await;
    for (world, evidence) in [(&copied.world, "here"), (&reborn, "there")] {
        record(world, evidence).await;
    }
    copies::ship(&copied.source(), &copied.shelf).await.unwrap();
    let scope = reborn.scope(reborn.coach);
    let apart = copies::standing(&reborn.store, &scope, &copied.shelf).await;
    assert!(
        matches!(&apart, Err(CopyError::Ledger(text)) if text.contains("different things at entry 2")),
        "{apart:?}"
    );
    record(&copied.world, "more here").await;
    copies::ship(&copied.source(), &copied.shelf).await.unwrap();
    let missing = copies::missing(&reborn.store, &scope, &copied.shelf).await;
    assert!(matches!(missing, Err(CopyError::Ledger(_))), "{missing:?}");
}

async fn a_segment_that_was_changed_or_is_missing_is_found(on: On) {
    let copied = Copied::new(on);
    record(&copied.world, "one").await;
    copied.back_up().await.unwrap();
    for evidence in ["two", "three", "four"] {
        record(&copied.world, evidence).await;
        copies::ship(&copied.source(), &copied.shelf).await.unwrap();
    }
    let reborn = copied.reborn(on).await;
    let scope = reborn.scope(reborn.coach);
    let segments = objects(&copied.place().join("ledger"));
    assert_eq!(segments.len(), 4);
    for segment in &segments[1..] {
        let whole = fs::read(segment).unwrap();
        fs::remove_file(segment).unwrap();
        let missing = copies::missing(&reborn.store, &scope, &copied.shelf).await;
        // The last one alone can be held back unseen: then the one before is the last.
        let last = segment == &segments[3];
        assert_eq!(missing.is_err(), !last, "{}: {missing:?}", segment.display());
        let mut changed = whole.clone();
        *changed.last_mut().unwrap() ^= 1;
        fs::write(segment, changed).unwrap();
        let missing = copies::missing(&reborn.store, &scope, &copied.shelf).await;
        assert!(matches!(missing, Err(CopyError::Damaged { .. })), "{missing:?}");
        // Under another's name it does not open.
        fs::write(segment, fs::read(&segments[0]).unwrap()).unwrap();
        assert!(copies::missing(&reborn.store, &scope, &copied.shelf).await.is_err());
        fs::write(segment, whole).unwrap();
    }
    // Nor does it tell anything to whoever has the place alone.
    let told: Vec<u8> = segments.iter().flat_map(|segment| fs::read(segment).unwrap()).collect();
    assert!(!told.windows(7).any(|bytes| bytes == b"erasure"));
    assert_eq!(copies::organisations(&copied.shelf).await.unwrap(), [key("world")]);
}
