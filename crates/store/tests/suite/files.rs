//! Sealed files: whole, in ranges, and never other than they were put.

use kernel::id::Id as _;
use store::{FileCell, FileId, StoreError};

use crate::{
    erasure::path_of,
    world::{On, World, slice},
};

crate::on_both!(
    files_open_whole_and_in_ranges,
    tampered_files_do_not_open,
    files_need_a_grant_and_their_key,
    files_without_a_row_are_orphans,
);

const CHUNK: usize = 64 * 1024;

pub(crate) fn cell(world: &World, trajectory: slice::TrajectoryId) -> FileCell {
    FileCell { table: "attachment", column: "file", holder: trajectory.uuid(), also: Some(world.participant) }
}

pub(crate) async fn put(world: &World, trajectory: slice::TrajectoryId, bytes: &[u8]) -> FileId {
    let scope = world.scope(world.participant);
    let grant = world.grant(&scope, &slice::DIALOGUE, &world.trajectory(trajectory));
    let file = world.store.files().put(&scope, &grant, &cell(world, trajectory), bytes.to_vec()).await.unwrap();
    let id = file.id();
    let kept: Result<(), StoreError> = world.store.write(&scope, move |work| work.keep_file(&file)).await;
    kept.unwrap();
    id
}

pub(crate) async fn open(
    world: &World,
    trajectory: slice::TrajectoryId,
    id: FileId,
    range: Option<std::ops::Range<u64>>,
) -> Result<Vec<u8>, StoreError> {
    let scope = world.scope(world.coach);
    let grant = world.grant(&scope, &slice::DIALOGUE, &world.trajectory(trajectory));
    let opener = world.store.opener(&scope, &grant);
    world.store.files().open(&opener, &cell(world, trajectory), id, range).await
}

pub(crate) fn content(length: usize) -> Vec<u8> {
    (0..length).map(|n| u8::try_from(n * 31 % 251).unwrap()).collect()
}

async fn files_open_whole_and_in_ranges(on: On) {
    let world = World::new(on);
    let trajectory = world.add_trajectory().await;
    for length in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 77] {
        let bytes = content(length);
        let id = put(&world, trajectory, &bytes).await;
        assert!(open(&world, trajectory, id, None).await.unwrap() == bytes, "{length}");
        for (start, end) in
            [(0, 10), (CHUNK - 5, CHUNK + 5), (CHUNK, 2 * CHUNK), (length.saturating_sub(3), length + 9)]
        {
            let expected = bytes.get(start..end.min(length)).unwrap_or_default();
            let opened = open(&world, trajectory, id, Some(start as u64..end as u64)).await.unwrap();
            assert!(opened == expected, "{length}: {start}..{end}");
        }
    }
}

async fn tampered_files_do_not_open(on: On) {
    let world = World::new(on);
    let trajectory = world.add_trajectory().await;
    let id = put(&world, trajectory, &content(2 * CHUNK + 100)).await;
    let other = put(&world, trajectory, &content(2 * CHUNK + 100)).await;
    let path = path_of(&world, id);
    let good = std::fs::read(&path).unwrap();
    let sealed = CHUNK + 16;
    let mut flipped = good.clone();
    flipped[CHUNK + 4000] ^= 1;
    let cut = good[..8 + 2 * sealed].to_vec();
    let mut swapped = good[..8].to_vec();
    swapped.extend_from_slice(&good[8 + sealed..8 + 2 * sealed]);
    swapped.extend_from_slice(&good[8..8 + sealed]);
    swapped.extend_from_slice(&good[8 + 2 * sealed..]);
    let foreign = std::fs::read(path_of(&world, other)).unwrap();
    for (what, bytes) in
        [("flipped", flipped), ("cut", cut), ("swapped", swapped), ("foreign", foreign), ("empty", Vec::new())]
    {
        std::fs::write(&path, bytes).unwrap();
        assert_eq!(open(&world, trajectory, id, None).await, Err(StoreError::Tampered), "{what}");
    }
    std::fs::write(&path, good).unwrap();
    assert!(open(&world, trajectory, id, None).await.is_ok());
}

async fn files_need_a_grant_and_their_key(on: On) {
    let world = World::new(on);
    let trajectory = world.add_trajectory().await;
    let id = put(&world, trajectory, b"content").await;
    let scope = world.scope(world.coach);
    let other = world.grant(&scope, &slice::NOTES, &world.trajectory(trajectory));
    let opener = world.store.opener(&scope, &other);
    let cell = cell(&world, trajectory);
    let opened = world.store.files().open(&opener, &cell, id, None).await;
    assert!(matches!(opened, Err(StoreError::Refused { item: "attachment.file", .. })));
    let put = world.store.files().put(&scope, &other, &cell, vec![1]).await.map(drop);
    assert!(matches!(put, Err(StoreError::Refused { item: "attachment.file", .. })));
    world.store.destroy(&scope, vec![("dialogue", world.participant.uuid())]).await.unwrap();
    assert_eq!(open(&world, trajectory, id, None).await, Err(StoreError::Gone));
}

async fn files_without_a_row_are_orphans(on: On) {
    let world = World::new(on);
    let trajectory = world.add_trajectory().await;
    let kept = put(&world, trajectory, b"kept").await;
    let scope = world.scope(world.participant);
    let grant = world.grant(&scope, &slice::DIALOGUE, &world.trajectory(trajectory));
    let lost = world.store.files().put(&scope, &grant, &cell(&world, trajectory), vec![1]).await.unwrap().id();
    assert!(world.store.orphans(&scope, scope.now).await.unwrap().is_empty(), "too young");
    world.clock.advance_days(1);
    let scope = world.scope(world.coach);
    let orphans = world.store.orphans(&scope, scope.now).await.unwrap();
    assert_eq!(orphans, [lost]);
    world.store.files().remove(&orphans).await.unwrap();
    world.store.files().remove(&orphans).await.unwrap();
    assert!(world.store.orphans(&scope, scope.now).await.unwrap().is_empty());
    assert_eq!(open(&world, trajectory, kept, None).await.unwrap(), b"kept");
    let unit: Result<(), StoreError> = world.store.write(&scope, move |work| store::files::drop_row(work, kept)).await;
    unit.unwrap();
    assert_eq!(world.store.orphans(&scope, scope.now).await.unwrap(), [kept]);
}
