//! Places that are full, that lie, or that are in somebody's way: clear errors, nothing lost.

use std::{
    fmt,
    ops::Range,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use futures_core::stream::BoxStream;
use object_store::{
    CopyOptions, GetOptions, GetResult, ListResult, MultipartUpload, ObjectMeta, ObjectStore, PutMultipartOptions,
    PutOptions, PutPayload, PutResult, RenameOptions, local::LocalFileSystem, path::Path,
};
use store::copies::{CopyError, Shelf};

use super::Copied;
use crate::{files, world::On};

crate::on_both!(
    a_full_place_is_told_and_earlier_backups_stay_whole,
    a_place_that_does_not_keep_what_it_is_given_is_found_out,
    a_dump_lets_go_when_an_erasure_needs_the_log_and_begins_again,
);

/// What goes wrong with the n-th object that is put.
#[derive(Clone, Copy, Debug)]
enum Fault {
    Full,
    Lies,
}

/// A folder with a fault.
#[derive(Debug)]
struct Faulty {
    inner: LocalFileSystem,
    fault: Fault,
    left: AtomicUsize,
}

impl fmt::Display for Faulty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a faulty place")
    }
}

type Answer<T> = object_store::Result<T>;

#[async_trait::async_trait]
impl ObjectStore for Faulty {
    async fn put_opts(&self, to: &Path, payload: PutPayload, options: PutOptions) -> Answer<PutResult> {
        if self.left.fetch_sub(1, Ordering::SeqCst) > 1 {
            return self.inner.put_opts(to, payload, options).await;
        }
        self.left.store(1, Ordering::SeqCst);
        match self.fault {
            Fault::Full => Err(object_store::Error::Generic {
                store: "Faulty",
                source: std::io::Error::from(std::io::ErrorKind::StorageFull).into(),
            }),
            Fault::Lies => {
                let mut bytes: Vec<u8> = payload.iter().flatten().copied().collect();
                if let Some(byte) = bytes.last_mut() {
                    *byte ^= 1;
                }
                self.inner.put_opts(to, bytes.into(), options).await
            }
        }
    }

    async fn put_multipart_opts(&self, to: &Path, options: PutMultipartOptions) -> Answer<Box<dyn MultipartUpload>> {
        self.inner.put_multipart_opts(to, options).await
    }

    async fn get_opts(&self, from: &Path, options: GetOptions) -> Answer<GetResult> {
        self.inner.get_opts(from, options).await
    }

    async fn get_ranges(&self, from: &Path, ranges: &[Range<u64>]) -> Answer<Vec<bytes::Bytes>> {
        self.inner.get_ranges(from, ranges).await
    }

    fn delete_stream(&self, paths: BoxStream<'static, Answer<Path>>) -> BoxStream<'static, Answer<Path>> {
        self.inner.delete_stream(paths)
    }

    fn list(&self, prefix: Option<&Path>) -> BoxStream<'static, Answer<ObjectMeta>> {
        self.inner.list(prefix)
    }

    async fn list_with_delimiter(&self, prefix: Option<&Path>) -> Answer<ListResult> {
        self.inner.list_with_delimiter(prefix).await
    }

    async fn copy_opts(&self, from: &Path, to: &Path, options: CopyOptions) -> Answer<()> {
        self.inner.copy_opts(from, to, options).await
    }

    async fn rename_opts(&self, from: &Path, to: &Path, options: RenameOptions) -> Answer<()> {
        self.inner.rename_opts(from, to, options).await
    }
}

/// The place of `copied`, with a fault at its `n`-th object.
fn faulty(copied: &Copied, fault: Fault, n: usize) -> Shelf {
    let inner = LocalFileSystem::new_with_prefix(copied.folder.path().join("shelf")).unwrap();
    Shelf::around(Arc::new(Faulty { inner, fault, left: AtomicUsize::new(n) }), "a faulty place")
}

/// An earlier backup, and something new since.
async fn with_an_earlier_one(on: On) -> Copied {
    let copied = Copied::new(on);
    let trajectory = copied.world.add_trajectory().await;
    copied.world.say(trajectory, "early").await;
    copied.back_up().await.unwrap();
    copied.world.say(trajectory, "late").await;
    files::put(&copied.world, trajectory, b"late, too").await;
    super::record(&copied.world, "late").await;
    copied
}

async fn a_full_place_is_told_and_earlier_backups_stay_whole(on: On) {
    let copied = with_an_earlier_one(on).await;
    let first = store::copies::list(&copied.shelf, &crate::world::key("world")).await.unwrap().0;
    let mut failures = 0;
    for n in 1.. {
        match copied.back_up_to(&faulty(&copied, Fault::Full, n)).await {
            Err(error) => {
                assert!(matches!(error, CopyError::Place { .. }), "object {n}: {error:?}");
                let text = error.to_string();
                assert!(
                    text.contains("no storage space") && text.contains("Earlier backups are as they were"),
                    "{text}"
                );
                let now = store::copies::list(&copied.shelf, &crate::world::key("world")).await.unwrap().0;
                assert_eq!(now.iter().map(|kept| &kept.id).collect::<Vec<_>>(), [&first[0].id], "object {n}");
                copied.check().await.unwrap_or_else(|fault| panic!("object {n}: {fault}"));
                failures += 1;
            }
            Ok(_) => break,
        }
    }
    assert!(failures >= 5, "ledger, database, file, papers, keyring, manifest, index: {failures}");
    copied.check().await.unwrap();
}

async fn a_place_that_does_not_keep_what_it_is_given_is_found_out(on: On) {
    let copied = with_an_earlier_one(on).await;
    let lied = copied.back_up_to(&faulty(&copied, Fault::Lies, 2)).await;
    assert!(matches!(lied, Err(CopyError::Unfaithful { .. })), "{lied:?}");
}

// An erasure must not fail because a backup runs (SQLite; PostgreSQL has no such log to empty).
async fn a_dump_lets_go_when_an_erasure_needs_the_log_and_begins_again(on: On) {
    let copied = Copied::new(on);
    let trajectory = copied.world.add_trajectory().await;
    for n in 0..600 {
        copied.world.say(trajectory, &format!("{n}")).await;
    }
    let wanted = copied.world.config.folder.join("scrub");
    std::fs::write(&wanted, []).unwrap();
    let lets_go = async {
        tokio::time::sleep(std::time::Duration::from_millis(700)).await;
        std::fs::remove_file(&wanted).unwrap();
    };
    let (made, ()) = tokio::join!(copied.back_up(), lets_go);
    assert!(made.unwrap().rows() > 600);
    std::fs::write(&wanted, []).unwrap();
    assert!(matches!(copied.back_up().await, Err(CopyError::Interrupted)), "not for ever");
    copied.world.store.scrub().await.unwrap();
}
