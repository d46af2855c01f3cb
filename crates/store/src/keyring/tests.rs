use std::{collections::BTreeSet, sync::Arc};

use tempfile::TempDir;
use testkit::SeededRng;

use super::*;

const CLASS: &str = "dialogue";

fn open_as(folder: &Path, organisation: &str, mark: Option<Mark>) -> Result<Keyring, StoreError> {
    Keyring::open(
        folder.join("keyring"),
        &OrganisationKey::new(organisation).unwrap(),
        KeyEncryption::File(folder.join("keys/kek")).keys(),
        Arc::new(SeededRng::new(5)),
        mark,
    )
}

fn open_ring(folder: &Path) -> Keyring {
    open_as(folder, "campus", None).unwrap()
}

fn holder(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

fn with_keys(folder: &Path, holders: std::ops::Range<u128>) -> Keyring {
    let ring = open_ring(folder);
    for n in holders {
        ring.make(CLASS, holder(n), None);
    }
    ring.flush().unwrap();
    ring
}

fn sealed_by(ring: &Keyring, n: u128) -> Vec<u8> {
    seal(&ring.cipher(CLASS, holder(n), None).unwrap(), b"aad", b"text", &SeededRng::new(1)).unwrap()
}

fn opens(ring: &Keyring, n: u128, sealed: &[u8]) -> bool {
    ring.cipher(CLASS, holder(n), None).is_ok_and(|key| open(&key, b"aad", sealed).is_ok())
}

fn names(folder: &Path) -> BTreeSet<String> {
    let keys = fs::read_dir(folder.join("keys")).unwrap();
    let ring = fs::read_dir(folder).unwrap();
    keys.chain(ring).map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
}

#[test]
fn keys_are_found_again_and_not_without_their_wrapping_key() {
    let folder = TempDir::new().unwrap();
    let ring = with_keys(folder.path(), 0..3);
    let sealed = sealed_by(&ring, 1);
    drop(ring);
    let ring = open_ring(folder.path());
    assert!(opens(&ring, 1, &sealed) && !opens(&ring, 2, &sealed));
    assert_eq!(ring.cipher(CLASS, holder(9), None).err(), Some(StoreError::Gone));
    drop(ring);
    assert!(matches!(open_as(folder.path(), "other", None), Err(StoreError::Keyring(_))));
    fs::rename(folder.path().join("keys/kek.1"), folder.path().join("kept")).unwrap();
    assert!(matches!(open_as(folder.path(), "campus", None), Err(StoreError::Keyring(_))));
    fs::write(folder.path().join("keys/kek.1"), [7; 32]).unwrap();
    assert!(matches!(open_as(folder.path(), "campus", None), Err(StoreError::Keyring(_))));
}

#[test]
fn files_of_keys_are_for_the_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = TempDir::new().unwrap();
    with_keys(folder.path(), 0..1);
    for name in ["keyring", "keys/kek.1"] {
        let mode = fs::metadata(folder.path().join(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
}

#[test]
fn keys_that_were_taken_back_are_made_anew_and_durable_ones_stay() {
    let folder = TempDir::new().unwrap();
    let ring = with_keys(folder.path(), 0..1);
    let made = ring.make(CLASS, holder(5), Some(holder(0)));
    assert_eq!(made, [(CLASS, holder(5))]);
    ring.cipher(CLASS, holder(5), Some(holder(0))).unwrap();
    ring.forget(&made);
    assert_eq!(ring.cipher(CLASS, holder(5), Some(holder(0))).err(), Some(StoreError::Gone));
    ring.forget(&[(CLASS, holder(0))]);
    assert!(ring.has(CLASS, holder(0)), "already on disk");
}

#[test]
fn a_torn_tail_is_cut_off_and_a_changed_middle_is_refused() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("keyring");
    let ring = with_keys(folder.path(), 0..2);
    let whole = fs::metadata(&path).unwrap().len();
    ring.make(CLASS, holder(2), None);
    ring.flush().unwrap();
    drop(ring);
    let bytes = fs::read(&path).unwrap();
    for length in whole + 1..bytes.len() as u64 {
        fs::write(&path, &bytes[..usize::try_from(length).unwrap()]).unwrap();
        let ring = open_ring(folder.path());
        assert_eq!(ring.len(), 2, "cut at {length}");
        ring.make(CLASS, holder(3), None);
        ring.flush().unwrap();
        drop(ring);
        assert_eq!(open_ring(folder.path()).len(), 3);
    }
    // A last part that is as long as it should be, but of which not all reached the disk.
    let mut torn = bytes.clone();
    *torn.last_mut().unwrap() ^= 1;
    fs::write(&path, &torn).unwrap();
    assert_eq!(open_ring(folder.path()).len(), 2);
    let mut changed = bytes.clone();
    changed[40] ^= 1;
    fs::write(&path, &changed).unwrap();
    assert!(matches!(open_as(folder.path(), "campus", None), Err(StoreError::Keyring(_))));
    // A ring that lacks what the database was written with is refused.
    fs::write(&path, &bytes[..usize::try_from(whole).unwrap()]).unwrap();
    let mark = Mark { generation: 1, frames: 3 };
    assert!(matches!(open_as(folder.path(), "campus", Some(mark)), Err(StoreError::Keyring(_))));
}

#[test]
fn stopped_after_any_step_one_pair_is_whole_and_the_next_start_finishes() {
    for stop in [Step::KeySaved, Step::RingWritten, Step::RingReplaced, Step::OldRingOverwritten, Step::OldKeyDestroyed]
    {
        let folder = TempDir::new().unwrap();
        let ring = with_keys(folder.path(), 0..10);
        let (doomed, kept) = (sealed_by(&ring, 3), sealed_by(&ring, 4));
        let mut stopper = |step| if step == stop { Err(io::Error::other("stopped")) } else { Ok(()) };
        assert!(ring.destroy(&[(CLASS, holder(3))], 0, &mut stopper).is_err(), "{stop:?}");
        drop(ring);

        let ring = open_ring(folder.path());
        let done = !matches!(stop, Step::KeySaved | Step::RingWritten);
        assert_eq!(opens(&ring, 3, &doomed), !done, "{stop:?}");
        assert!(opens(&ring, 4, &kept), "{stop:?}");
        assert_eq!(ring.len(), if done { 9 } else { 10 });
        let key = if done { "kek.2" } else { "kek.1" };
        let expected = ["keyring", "keys", key].map(str::to_owned);
        assert_eq!(names(folder.path()), BTreeSet::from(expected), "nothing is left over after {stop:?}");

        let destroyed = ring.destroy(&[(CLASS, holder(3))], 0, &mut |_| Ok(())).unwrap();
        assert_eq!(destroyed, Destroyed { generation: 2, keys: usize::from(!done) });
        drop(ring);
        let ring = open_ring(folder.path());
        assert!(!opens(&ring, 3, &doomed) && opens(&ring, 4, &kept));
    }
}

#[test]
fn a_key_that_a_stop_left_half_saved_is_gone_at_the_next_start() {
    let folder = TempDir::new().unwrap();
    drop(with_keys(folder.path(), 0..3));
    fs::write(folder.path().join("keys/kek.new"), [9; 20]).unwrap();
    assert_eq!(open_ring(folder.path()).len(), 3);
    assert_eq!(names(folder.path()), BTreeSet::from(["keyring", "keys", "kek.1"].map(str::to_owned)));
}

#[test]
fn a_failed_step_is_made_good_by_the_same_process_too() {
    for stop in [Step::KeySaved, Step::RingWritten, Step::RingReplaced, Step::OldRingOverwritten] {
        let folder = TempDir::new().unwrap();
        let ring = with_keys(folder.path(), 0..4);
        let kept = sealed_by(&ring, 1);
        let mut stopper = |step| if step == stop { Err(io::Error::other("stopped")) } else { Ok(()) };
        assert!(ring.destroy(&[(CLASS, holder(3))], 0, &mut stopper).is_err());
        ring.make(CLASS, holder(8), None);
        ring.flush().unwrap();
        ring.destroy(&[(CLASS, holder(3))], 0, &mut |_| Ok(())).unwrap();
        drop(ring);
        let ring = open_ring(folder.path());
        assert!(!ring.has(CLASS, holder(3)) && ring.has(CLASS, holder(8)) && opens(&ring, 1, &kept), "{stop:?}");
        assert_eq!(names(folder.path()).len(), 3);
    }
}

#[test]
fn an_old_ring_is_useless_and_refused() {
    let folder = TempDir::new().unwrap();
    let ring = with_keys(folder.path(), 0..4);
    let old = fs::read(folder.path().join("keyring")).unwrap();
    ring.destroy(&[(CLASS, holder(3))], 0, &mut |_| Ok(())).unwrap();
    let mark = ring.mark();
    drop(ring);
    fs::write(folder.path().join("keyring"), old).unwrap();
    // The key that wrapped it is gone; were it there, the database would still know better.
    assert!(matches!(open_as(folder.path(), "campus", None), Err(StoreError::Keyring(_))));
    assert!(matches!(open_as(folder.path(), "campus", Some(mark)), Err(StoreError::Keyring(_))));
    fs::remove_file(folder.path().join("keyring")).unwrap();
    assert!(matches!(open_as(folder.path(), "campus", Some(mark)), Err(StoreError::Keyring(_))));
}

#[test]
fn an_old_ring_is_overwritten_from_its_first_byte_to_its_last() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("old");
    for length in [0, 1, 65_535, 65_536, 65_537, 200_000] {
        fs::write(&path, vec![0xff; length]).unwrap();
        zero(&fs::OpenOptions::new().write(true).open(&path).unwrap(), length as u64).unwrap();
        assert_eq!(fs::read(&path).unwrap(), vec![0; length]);
    }
}

#[test]
fn a_key_that_cannot_be_read_or_removed_is_not_taken_for_one_that_is_not_there() {
    let folder = TempDir::new().unwrap();
    let at = |path: &str| KeyEncryption::File(folder.path().join(path)).keys();
    let keys = at("kek");
    assert!(keys.load(1).unwrap().is_none() && keys.destroy(1).is_ok(), "it is not there");
    fs::create_dir(folder.path().join("kek.1")).unwrap();
    assert!(keys.load(1).is_err() && keys.destroy(1).is_err(), "there is something, and it is no file");
    assert!(at("nowhere/kek").generations().unwrap().is_empty());
    fs::write(folder.path().join("file"), "").unwrap();
    assert!(at("file/kek").generations().is_err());
}

#[test]
fn keys_are_written_into_the_room_that_was_made_for_them() {
    let key = [7; 32];
    let entries = [
        format::Entry::Key { class: "a-class", holder: holder(1), key: &key },
        format::Entry::Lookup { version: 3, key: &key },
        format::Entry::Signing { key: &[5; 67] },
    ];
    for entry in entries {
        let mut bytes = Vec::new();
        entry.write(&mut bytes).unwrap();
        assert_eq!(bytes.len(), entry.length(), "a buffer that has to grow leaves a key behind in memory");
    }
}

#[test]
fn ciphers_in_memory_go_with_their_keys() {
    let folder = TempDir::new().unwrap();
    let ring = with_keys(folder.path(), 0..3);
    ring.cipher(CLASS, holder(0), Some(holder(1))).unwrap();
    assert_eq!(ring.state().ciphers.len(), 1);
    ring.destroy(&[(CLASS, holder(1)), (CLASS, holder(1)), (CLASS, holder(77))], 0, &mut |_| Ok(())).unwrap();
    assert!(ring.state().ciphers.is_empty());
    assert_eq!(ring.cipher(CLASS, holder(0), Some(holder(1))).err(), Some(StoreError::Gone));
    assert!(ring.cipher(CLASS, holder(0), None).is_ok());
}

#[test]
fn ciphers_in_memory_are_kept_and_bounded() {
    let folder = TempDir::new().unwrap();
    let many = u128::try_from(CIPHERS).unwrap() + 3;
    let ring = with_keys(folder.path(), 0..many);
    for n in 0..many {
        let first = ring.cipher(CLASS, holder(n), None).unwrap();
        assert!(Arc::ptr_eq(&first, &ring.cipher(CLASS, holder(n), None).unwrap()), "made once while it is kept");
        let held = ring.state().ciphers.len();
        assert_eq!(held, usize::try_from(n).unwrap() % CIPHERS + 1);
    }
}

#[test]
fn each_key_for_looking_up_is_newer_than_the_one_before_and_found_again() {
    let folder = TempDir::new().unwrap();
    let ring = with_keys(folder.path(), 0..1);
    let first = ring.next_lookup().unwrap();
    let second = ring.next_lookup().unwrap();
    assert!(second > first);
    assert_eq!(ring.newest_lookup(), Some(second));
    let hash = ring.hash(second, "domain", "text").unwrap();
    assert_ne!(hash, ring.hash(first, "domain", "text").unwrap());
    drop(ring);
    let ring = open_ring(folder.path());
    assert_eq!(ring.newest_lookup(), Some(second));
    assert_eq!(ring.hash(second, "domain", "text").unwrap(), hash);
    assert_eq!(ring.next_lookup().unwrap(), second + 1);
}

#[test]
fn a_hundred_thousand_keys_are_rewritten_whole() {
    let folder = TempDir::new().unwrap();
    let ring = with_keys(folder.path(), 0..100_000);
    let kept = sealed_by(&ring, 99_999);
    assert_eq!(ring.destroy(&[(CLASS, holder(5))], 0, &mut |_| Ok(())).unwrap().keys, 1);
    drop(ring);
    let ring = open_ring(folder.path());
    assert_eq!(ring.len(), 99_999);
    assert!(opens(&ring, 99_999, &kept));
}

/// Prints what a rewriting costs; run in release with `--ignored --nocapture` for a figure that means something.
#[test]
#[ignore = "a measurement"]
#[expect(clippy::disallowed_methods, reason = "a measurement needs the real clock")]
fn cost_of_rewriting_a_ring() {
    for keys in [1_000, 100_000, 500_000] {
        let folder = TempDir::new().unwrap();
        let ring = with_keys(folder.path(), 0..keys);
        let (began, mut last, mut steps) = (std::time::Instant::now(), std::time::Duration::ZERO, Vec::new());
        let mut after = |step| {
            steps.push((step, began.elapsed() - last));
            last = began.elapsed();
            Ok(())
        };
        ring.destroy(&[(CLASS, holder(5))], 0, &mut after).unwrap();
        println!("{keys} keys: {:?} in all; {steps:?}", began.elapsed());
    }
}
