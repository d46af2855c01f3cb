//! A whole process, killed by SIGKILL in the middle of an act, and started again: nothing is half done (I9, I10).
//!
//! The other tests of the keeper stop it at its points and close the store in good order. Here no destructor, no flush
//! and no thread comes to its end. What the process wrote, the system still has; where that is lost, too, `power` looks on.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "a test may fail, and says where")]
#![allow(unreachable_pub, reason = "modules of a test")]

mod calls;
mod checks;
mod disk;
#[path = "../suite/house/mod.rs"]
mod house;
mod power;
mod process;
mod scene;

use std::{collections::BTreeSet, time::Duration};

use house::On;
use process::{Death, Deed, Ended};
use scene::Scene;
use testkit::SeededRng;
use troth_keeper::{Keeping, Point};

/// How often a process is killed at some instant, for each kind of act and each database.
const ROUNDS: usize = 20;

/// The steps of the keyring, in order.
const RING: [&str; 5] = ["KeySaved", "RingWritten", "RingReplaced", "OldRingOverwritten", "OldKeyDestroyed"];

#[derive(Clone, Copy, Debug)]
enum Of {
    Erasure,
    Retention,
}

impl Of {
    async fn scene(self, on: &On) -> Scene {
        match self {
            Self::Erasure => Scene::of_an_erasure(on).await,
            Self::Retention => Scene::of_a_retention_batch(on).await,
        }
    }
}

/// How far an act had come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Found {
    Untouched,
    Open,
    Done,
}

/// Opens what a dead process left, and holds that nothing is half done: not before the keeper has looked again, and
/// not after.
async fn nothing_is_half_done(scene: Scene, ended: &Ended, when: &str) -> Found {
    let house = &scene.house;
    let open = house.keeper.open_acts(&house.job()).await.unwrap();
    let receipts = house.keeper.receipts(&house.job(), 10).await.unwrap();
    let found = match (open.as_slice(), receipts.as_slice()) {
        ([], []) => Found::Untouched,
        ([_], []) => Found::Open,
        ([], [_]) => Found::Done,
        other => panic!("{when}: {other:?}"),
    };
    let faults = match found {
        Found::Untouched => checks::before(&scene, &ended.acknowledged).await,
        Found::Open | Found::Done => checks::after(&scene, &ended.acknowledged).await,
    };
    // What was not begun is all there, what is open does not read as done, and what is done is done to its end.
    assert_eq!(faults.is_empty(), found != Found::Open, "{when}: {found:?}, {faults:?}");
    if let (Found::Untouched, Deed::Erase(person)) = (found, scene.deed) {
        // Nobody was told that it would happen; the wish is uttered again.
        house
            .keeper
            .begin_erasure(
                &house.member(person, &[kernel::Archetype::Participant]),
                person,
                troth_keeper::Extent::Everything,
            )
            .await
            .unwrap();
    }
    for _ in 0..2 {
        assert!(house.keep().await.is_done(), "{when}");
        assert_eq!(checks::after(&scene, &ended.acknowledged).await, [], "{when}");
    }
    found
}

async fn killed_at_each_step(of: Of, on: &On) -> Vec<String> {
    let (scene, whole) = of.scene(on).await.killed(Death::Never);
    assert_eq!(nothing_is_half_done(scene, &whole, "not killed").await, Found::Done);
    let mut kinds = BTreeSet::new();
    for (step, name) in whole.told.iter().enumerate() {
        let (scene, ended) = of.scene(on).await.killed(Death::At(step));
        assert_eq!(ended.told, whole.told[..=step], "it came that far and no further");
        assert!(!ended.done && !ended.acknowledged.is_empty());
        kinds.insert(nothing_is_half_done(scene, &ended, &format!("{of:?} at {step}, {name}")).await);
    }
    assert!(kinds.contains(&Found::Open), "{kinds:?}");
    whole.told
}

// I9, I10, R2
#[tokio::test(flavor = "multi_thread")]
async fn a_process_killed_at_each_step_of_an_erasure_leaves_nothing_half_done() {
    for on in On::each() {
        let steps = killed_at_each_step(Of::Erasure, &on).await;
        let [first, rest @ ..] = Point::ALL.map(|point| format!("{point:?}"));
        let expected: Vec<_> = [first].into_iter().chain(RING.map(str::to_owned)).chain(rest).collect();
        assert_eq!(steps, expected, "each step is told, in order");
    }
}

// I9, I10, R2
#[tokio::test(flavor = "multi_thread")]
async fn a_process_killed_at_each_step_of_a_retention_batch_leaves_nothing_half_done() {
    for on in On::each() {
        let steps = killed_at_each_step(Of::Retention, &on).await;
        for point in Point::ALL {
            assert!(steps.contains(&format!("{point:?}")), "{point:?} is not among {steps:?}");
        }
        // The keys of the batch, with those that nothing needs any longer; and the look-up key.
        assert_eq!(steps.iter().filter(|step| step.as_str() == RING[2]).count(), 2, "{steps:?}");
    }
}

async fn killed_at_any_instant(of: Of, seed: u64) {
    let rng = SeededRng::new(seed);
    for on in On::each() {
        let (_, whole) = of.scene(&on).await.killed(Death::Never);
        let mut window = usize::try_from(whole.took.as_micros()).unwrap();
        let mut found = Vec::new();
        // On a machine whose speed changes, until at least one died in the middle.
        while found.len() < ROUNDS || !found.contains(&Found::Open) && found.len() < 5 * ROUNDS {
            let after = rng.below(window);
            let (scene, ended) = of.scene(&on).await.killed(Death::After(Duration::from_micros(after as u64)));
            let when = format!("{of:?}, round {}, after {after} of {window} µs", found.len());
            let state = nothing_is_half_done(scene, &ended, &when).await;
            window = match state {
                Found::Untouched => window + window / 4,
                Found::Open => window,
                Found::Done => window.midpoint(after),
            };
            found.push(state);
        }
        assert!(found.contains(&Found::Open), "no process was killed in the middle of its act: {found:?}");
    }
}

// I9, I10, R2
#[tokio::test(flavor = "multi_thread")]
async fn a_process_killed_at_any_instant_of_an_erasure_leaves_nothing_half_done() {
    killed_at_any_instant(Of::Erasure, 41).await;
}

// I9, I10, R2
#[tokio::test(flavor = "multi_thread")]
async fn a_process_killed_at_any_instant_of_a_retention_batch_leaves_nothing_half_done() {
    killed_at_any_instant(Of::Retention, 43).await;
}

// The checks above can fail: on an act that nobody takes up again each of them has something to say.
#[tokio::test(flavor = "multi_thread")]
async fn an_act_that_nobody_takes_up_again_is_found_half_done() {
    let mut seen = BTreeSet::new();
    for point in Point::ALL {
        let mut scene = Scene::of_a_retention_batch(&On::Sqlite).await;
        let keeping = Keeping { clock_is_right: true, stop: Some(point), ..Keeping::default() };
        scene.house.keeper.keep(&scene.house.job(), keeping).await.unwrap_err();
        scene.house = scene.house.reopen();
        let faults = checks::after(&scene, &[]).await;
        assert!(faults.iter().any(|fault| fault.of == "open act"), "{point:?}: {faults:?}");
        assert!(faults.iter().any(|fault| fault.of == "receipt"), "{point:?}: {faults:?}");
        if point > Point::Planned {
            let before = checks::before(&scene, &[]).await;
            assert!(before.iter().any(|fault| fault.of == "reading"), "{point:?}: it does not read as not begun");
        }
        seen.extend(faults.iter().map(|fault| fault.of));
    }
    // Where nothing was begun at all, and with what a halted destruction of keys would leave.
    let scene = Scene::of_an_erasure(&On::Sqlite).await;
    let lost = checks::before(&scene, &["Written, and acknowledged.".to_owned()]).await;
    std::fs::write(scene.house.folder.with_extension("key.99"), [0; 32]).unwrap();
    std::fs::write(scene.house.folder.join("keyring.new"), scene.canaries.iter().next().unwrap().1).unwrap();
    let faults = checks::after(&scene, &[]).await;
    seen.extend(lost.iter().chain(&faults).map(|fault| fault.of));
    let all = [
        "file",
        "half-written ring",
        "job",
        "key",
        "key-encryption key",
        "ledger",
        "lost",
        "open act",
        "open text",
        "receipt",
        "row",
        "sealed bytes",
    ];
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), all, "each check can fail");
}
