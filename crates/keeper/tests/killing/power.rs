//! The power is cut in the middle of an act: what was acknowledged is there, nothing is half done, and what was told to
//! be destroyed is on the disk no more (I7, I9, I10).
//!
//! A whole process does its work once, and `strace` writes down each call with which it changes files. Then the power is
//! cut as often as one likes: the calls are replayed up to some line, what was not synced by then is lost, kept or torn,
//! and the folder that is left is opened. The database is SQLite; PostgreSQL answers for its own files, and keyring and
//! sealed files are the same under both.

use std::{
    fs,
    path::{Path, PathBuf},
};

use tempfile::TempDir;
use testkit::SeededRng;

use crate::{
    Found, Of,
    calls::{self, CALLS, Call},
    checks,
    disk::{self, Disk, Loss},
    house::{House, On},
    nothing_is_half_done,
    process::{Deed, Ended, Errand, MARK, run_recorded},
    scene::read,
};

/// How often the power is cut in each recording, unless `TROTH_TEST_CUTS` says otherwise.
const CUTS: usize = 20;

#[expect(clippy::disallowed_methods, reason = "the test command tells where its tools are, and how much it wants")]
fn told(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

fn cuts() -> usize {
    told("TROTH_TEST_CUTS").map_or(CUTS, |cuts| cuts.parse().unwrap())
}

/// What a process did to a folder, from the beginning.
struct Recording {
    before: Disk,
    calls: Vec<Call>,
    /// Where the work to look at begins, among the calls.
    begins: usize,
}

impl Recording {
    /// Runs a process; the folder has to be as it was, and nobody's, until then.
    fn make(errand: &Errand) -> Self {
        let strace = PathBuf::from(told("TROTH_TEST_STRACE").unwrap_or_else(|| "strace".to_owned()));
        let written = TempDir::new().unwrap();
        let file = written.path().join("calls");
        let before = Disk::read(&errand.root);
        run_recorded(errand, &strace, CALLS, &file);
        let calls = calls::read(&fs::read_to_string(file).unwrap());
        let begins = match errand.beside {
            Some(_) => calls.iter().position(|call| said(call) == Some(format!("{MARK}begins "))).unwrap(),
            None => calls.iter().position(|call| call.name == "mkdir").unwrap(),
        };
        let recording = Self { before, calls, begins };
        // Nothing happened that was not understood: without a cut the replay is what really lies there.
        let copy = TempDir::new().unwrap();
        recording.disk(recording.calls.len()).cut(Loss::Nothing, &SeededRng::new(0), copy.path());
        assert!(disk::contents(copy.path()) == disk::contents(&errand.root), "the replay is not what happened");
        recording
    }

    /// The disk after the first `calls`.
    fn disk(&self, calls: usize) -> Disk {
        let mut disk = self.before.clone();
        self.calls[..calls].iter().for_each(|call| disk.replay(call));
        disk
    }

    /// What the process had said by then.
    fn said(&self, calls: usize) -> Ended {
        let mut ended = Ended::default();
        self.calls[..calls].iter().filter_map(said).for_each(|line| ended.hear(&line));
        ended
    }

    /// Cuts the power for the `number`th time: at first when all is done, then anywhere; what is left, what had been said,
    /// and where that was.
    fn cut(&self, number: usize, rng: &SeededRng) -> (TempDir, Ended, String) {
        let anywhere = self.begins + rng.below(self.calls.len() - self.begins + 1);
        let calls = if number == 0 { self.calls.len() } else { anywhere };
        let loss = *rng.pick(&[Loss::Everything, Loss::Some, Loss::Torn]).unwrap();
        let folder = TempDir::new().unwrap();
        self.disk(calls).cut(loss, rng, folder.path());
        (folder, self.said(calls), format!("cut after call {calls} of {}, {loss:?} lost", self.calls.len()))
    }
}

/// A line that the process said with this call.
fn said(call: &Call) -> Option<String> {
    let is_saying = call.name == "write" && call.arguments[0] == "2";
    is_saying.then(|| String::from_utf8(call.texts[0].clone()).unwrap().trim_end_matches('\n').to_owned())
}

/// Opens the house that is left; the clock stands where it stood.
fn enter(root: &Path, errand: &Errand) -> House {
    House::enter(&On::Sqlite, root, include_str!("../suite/house/house.kdl"), errand.now, 29)
}

async fn power_is_cut_during(of: Of, seed: u64) {
    let (scene, (recording, errand)) =
        of.scene(&On::Sqlite).await.away(|errand| (Recording::make(errand), errand.clone()));
    let old_keys = what_lay_there(&recording, &scene.sealed);
    let rng = SeededRng::new(seed);
    let (mut found, mut done) = (Vec::new(), 0);
    while found.len() < cuts() {
        let (folder, ended, when) = recording.cut(found.len(), &rng);
        let when = format!("{of:?}, {when}");
        println!("{when}");
        if ended.told.iter().any(|step| step == "OldKeyDestroyed") {
            let left = checks::find(folder.path(), &old_keys).unwrap();
            assert!(left.is_empty(), "{when}: the old key-encryption key is in {left:?}");
        }
        if ended.done {
            let left = checks::find(folder.path(), &scene.sealed).unwrap();
            assert!(left.is_empty(), "{when}: what was told to be gone is in {left:?}");
        }
        let copy = scene.copied(enter(folder.path(), &errand), folder.path());
        let state = nothing_is_half_done(copy, &ended, &when).await;
        assert!(!ended.done || state == Found::Done, "{when}: it was told to be done, and is {state:?}");
        done += usize::from(ended.done);
        found.push(state);
    }
    assert!(found.contains(&Found::Open) && done > 0, "cuts fell in the middle and after the end: {found:?}, {done}");
}

/// The key-encryption key that lay there before, and what was sealed: found where it was, as nowhere afterwards.
fn what_lay_there(recording: &Recording, sealed: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let folder = TempDir::new().unwrap();
    recording.before.cut(Loss::Nothing, &SeededRng::new(0), folder.path());
    let files = disk::contents(folder.path()).into_iter();
    let keys: Vec<_> = files.filter(|(path, _)| path.starts_with("house.key.1")).map(|(_, bytes)| bytes).collect();
    assert_eq!(checks::find(folder.path(), &keys).unwrap().len(), 1);
    assert!(!checks::find(folder.path(), sealed).unwrap().is_empty());
    keys
}

// I7, I9, I10, R1
#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs strace: cargo xtask test --only power"]
async fn power_cut_during_an_erasure_loses_nothing_acknowledged_and_leaves_nothing_half_done() {
    power_is_cut_during(Of::Erasure, 47).await;
}

// I7, I9, I10, R1
#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs strace: cargo xtask test --only power"]
async fn power_cut_during_a_retention_batch_loses_nothing_acknowledged_and_leaves_nothing_half_done() {
    power_is_cut_during(Of::Retention, 53).await;
}

// I7, R1
#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs strace: cargo xtask test --only power"]
async fn power_cut_on_the_first_day_of_an_organisation_loses_nothing_acknowledged() {
    let root = TempDir::new().unwrap();
    let now = "2021-03-01T09:00:00Z".parse().unwrap();
    let errand =
        Errand { root: root.path().to_owned(), postgres: false, now, deed: Deed::Wait, beside: None, halt: None };
    let mut recording = Recording::make(&errand);
    let rng = SeededRng::new(59);
    let mut most = 0;
    for number in 0..cuts() {
        let (folder, ended, when) = recording.cut(number, &rng);
        println!("the first day, {when}");
        assert_eq!(lost(folder.path(), &errand, &ended).await, None, "{when}");
        most = most.max(ended.acknowledged.len());
    }
    assert!(most > 2, "something was acknowledged before a cut");
    // That a loss is found: of a program that does not sync.
    let all = recording.calls.len();
    for name in ["fsync", "fdatasync"] {
        recording.calls.retain(|call| call.name != name);
        let folder = TempDir::new().unwrap();
        recording.disk(recording.calls.len()).cut(Loss::Everything, &rng, folder.path());
        assert!(lost(folder.path(), &errand, &recording.said(recording.calls.len())).await.is_some(), "without {name}");
    }
    assert!(recording.calls.len() < all);
}

/// What of that which was acknowledged cannot be read in the house that is left, or why nothing can.
async fn lost(root: &Path, errand: &Errand, ended: &Ended) -> Option<String> {
    let house = enter(root, errand);
    let began = ended.began.as_ref()?;
    match read(&house, began).await {
        Ok(found) => ended.acknowledged.iter().find(|text| !found.contains(text)).cloned(),
        Err(error) => Some(error.to_string()),
    }
}
