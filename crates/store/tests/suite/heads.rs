//! The ledger against a witness: whoever keeps a signed head finds every change, removal, swap and cut.

use kernel::{Rng as _, Timestamp, Uuid, id::Id as _};
use store::{
    StoreError,
    ledger::{self, Entry, Fault, Head, Held, Walk, link},
};
use testkit::SeededRng;

use crate::{
    on_both,
    world::{On, World},
};

on_both!(
    a_signed_head_is_the_keys_own_and_outlives_a_restart,
    what_went_with_its_period_is_told_from_what_was_taken_away,
);

/// An entry as it lies in the database, with its two hashes.
#[derive(Clone, Debug)]
struct Row {
    entry: Entry,
    before: Vec<u8>,
    hash: Vec<u8>,
}

fn number(rng: &SeededRng, below: usize) -> usize {
    let mut bytes = [0; 8];
    rng.fill(&mut bytes);
    usize::try_from(u64::from_be_bytes(bytes) % below as u64).unwrap()
}

fn entry(rng: &SeededRng, sequence: i64) -> Entry {
    let mut id = [0; 16];
    rng.fill(&mut id);
    Entry {
        sequence,
        at: Timestamp::from_second(1_790_000_000 + sequence * 60).unwrap(),
        kind: ["erasure", "retention", "correction"][number(rng, 3)].to_owned(),
        subject: Uuid::from_bytes(id),
        class: (number(rng, 2) == 0).then(|| "dialogue".to_owned()),
        clause: (number(rng, 2) == 0).then(|| "keep-dialogue".to_owned()),
        actor: None,
        job: Some("keeper.keep".to_owned()),
        evidence: format!("act {sequence}; rows; keyring 3; rows {}; files 0", number(rng, 9)),
    }
}

/// Hashes a chain anew from one place on, as somebody would who can write to the database and knows how it is made.
fn forge(rows: &mut [Row], from: usize) {
    for at in from..rows.len() {
        let before = if at == 0 { vec![0; 32] } else { rows[at - 1].hash.clone() };
        rows[at].hash = link(&before, &rows[at].entry.digest()).to_vec();
        rows[at].before = before;
    }
}

fn chain(rng: &SeededRng, length: usize) -> Vec<Row> {
    let rows = (1..=length).map(|n| entry(rng, i64::try_from(n).unwrap()));
    let mut rows: Vec<Row> = rows.map(|entry| Row { entry, before: Vec::new(), hash: Vec::new() }).collect();
    forge(&mut rows, 0);
    rows
}

/// What a witness keeps; here without its signature, which other tests are about.
fn head_of(rows: &[Row]) -> Head {
    let last = rows.last().unwrap();
    Head {
        organisation: "world".to_owned(),
        sequence: last.entry.sequence,
        first: rows[0].entry.sequence,
        at: last.entry.at,
        hash: last.hash.as_slice().try_into().unwrap(),
        key: Vec::new(),
        signature: Vec::new(),
    }
}

fn walk(rows: &[Row], heads: &[Head]) -> Result<Held, Fault> {
    let mut walk = Walk::new(heads);
    for row in rows {
        walk.step(&row.entry, &row.before, &row.hash)?;
    }
    walk.end()
}

/// Does one thing to a ledger that nobody may do to it, and tells which.
fn tamper(rng: &SeededRng, rows: &mut Vec<Row>) -> &'static str {
    let at = number(rng, rows.len());
    let done = match number(rng, 8) {
        0 => {
            rows[at].entry.evidence.push('0');
            "a changed count"
        }
        1 => {
            rows[at].entry.at += kernel::jiff::SignedDuration::from_secs(1);
            "a moved instant"
        }
        2 => {
            rows[at].entry.subject = Uuid::from_u128(rows[at].entry.subject.as_u128() ^ 1);
            "another subject"
        }
        3 => {
            rows[at].entry.clause = Some("keep-nothing".to_owned());
            "another clause"
        }
        4 => {
            rows.remove(at);
            "a removed entry"
        }
        5 => {
            let other = (at + 1 + number(rng, rows.len() - 1)) % rows.len();
            let (one, two) = (rows[at].entry.clone(), rows[other].entry.clone());
            rows[at].entry = Entry { sequence: one.sequence, ..two.clone() };
            rows[other].entry = Entry { sequence: two.sequence, ..one };
            "swapped entries"
        }
        6 => {
            rows.truncate(at.max(1));
            "a cut tail"
        }
        _ => {
            rows.drain(..=at.min(rows.len() - 2));
            "a cut beginning"
        }
    };
    // Half of the forgers know how the chain is made, and hash all of it anew; some number it anew too.
    let skill = number(rng, 4);
    if skill >= 2 && !rows.is_empty() {
        if skill == 3 {
            for (n, row) in rows.iter_mut().enumerate() {
                row.entry.sequence = i64::try_from(n + 1).unwrap();
            }
        }
        forge(rows, 0);
        if rows[0].entry.sequence != 1 {
            rows[0].before = vec![7; 32];
            let digest = rows[0].entry.digest();
            rows[0].hash = link(&[7; 32], &digest).to_vec();
            forge(rows, 1);
        }
    }
    done
}

// X5 CE21
#[test]
fn a_thousand_forgeries_are_all_found_with_a_witnesss_head() {
    let rng = SeededRng::new(2026);
    let mut found = std::collections::BTreeMap::<&str, usize>::new();
    for _ in 0..1000 {
        let length = 2 + number(&rng, 40);
        let whole = chain(&rng, length);
        let heads = [head_of(&whole)];
        assert_eq!(walk(&whole, &heads), Ok(Held { first: 1, last: i64::try_from(length).unwrap() }));
        let mut forged = whole.clone();
        let done = tamper(&rng, &mut forged);
        let same = forged.len() == whole.len() && forged.iter().zip(&whole).all(|(a, b)| a.entry == b.entry);
        assert!(!same, "{done} has to change something");
        assert!(walk(&forged, &heads).is_err(), "{done} of {length} entries was not found");
        *found.entry(done).or_default() += 1;
    }
    assert_eq!(found.len(), 8, "{found:?}");
    assert!(found.values().all(|count| *count > 50), "{found:?}");
}

/// Why the witness is needed: whoever may write and knows how the chain is made leaves no trace in the chain itself.
#[test]
fn without_a_head_a_chain_that_was_hashed_anew_looks_whole() {
    let rng = SeededRng::new(7);
    let mut rows = chain(&rng, 12);
    let head = head_of(&rows);
    rows[3].entry.evidence.push('0');
    forge(&mut rows, 3);
    assert!(walk(&rows, &[]).is_ok());
    assert_eq!(walk(&rows, &[head]), Err(Fault::Another(12)));
}

#[test]
fn entries_after_the_head_do_not_disturb_it() {
    let rows = chain(&SeededRng::new(8), 30);
    let earlier = head_of(&rows[..20]);
    assert_eq!(walk(&rows, &[earlier, head_of(&rows)]), Ok(Held { first: 1, last: 30 }));
}

async fn write(world: &World, kind: ledger::ActKind, class: Option<&'static str>, evidence: &str) {
    let (scope, subject, evidence) = (world.scope(world.coach), world.participant.uuid(), evidence.to_owned());
    let act = ledger::Act { kind, subject, class, clause: None, evidence };
    let done: Result<_, StoreError> = world.store.write(&scope, move |work| work.record(act)).await;
    done.unwrap();
}

async fn sign(world: &World) -> Head {
    let signed: Result<_, StoreError> = world.store.write(&world.scope(world.coach), |work| work.sign_head()).await;
    signed.unwrap()
}

async fn held(world: &World, heads: Vec<Head>) -> Result<Held, Fault> {
    let scope = world.scope(world.coach);
    let held: Result<_, StoreError> = world.store.read(&scope, move |reader| ledger::hold(reader, &heads)).await;
    held.unwrap()
}

async fn a_signed_head_is_the_keys_own_and_outlives_a_restart(on: On) {
    let world = World::new(on);
    let empty = sign(&world).await;
    assert_eq!((empty.sequence, empty.first, empty.is_signed()), (0, 0, true));
    write(&world, ledger::ActKind::Erasure, None, "rows 1").await;
    let head = sign(&world).await;
    assert_eq!((head.sequence, head.first, &head.key), (1, 1, &world.store.public_key()));
    assert!(head.is_signed());
    // Signing again what has not changed gives the same head.
    assert_eq!(sign(&world).await, head);
    for other in [
        Head { sequence: 2, ..head.clone() },
        Head { first: 0, ..head.clone() },
        Head { hash: [1; 32], ..head.clone() },
        Head { organisation: "another".to_owned(), ..head.clone() },
        Head { at: head.at + kernel::jiff::SignedDuration::from_secs(1), ..head.clone() },
    ] {
        assert!(!other.is_signed(), "{other:?}");
    }
    assert_eq!(held(&world, vec![empty, head.clone()]).await, Ok(Held { first: 1, last: 1 }));
    // The key is in the ring, so it is the same after a start and after keys were destroyed.
    let scope = world.scope(world.coach);
    world.store.destroy(&scope, vec![("dialogue", Uuid::from_u128(1))]).await.unwrap();
    let world = world.reopen();
    assert_eq!(world.store.public_key(), head.key);
    let known: Result<_, StoreError> = world.store.read(&world.scope(world.coach), ledger::latest).await;
    assert_eq!(known.unwrap(), Some(head));
}

async fn what_went_with_its_period_is_told_from_what_was_taken_away(on: On) {
    let world = World::new(on);
    for n in 0..5 {
        write(&world, ledger::ActKind::Erasure, None, &format!("act {n}; rows 1")).await;
    }
    let head = sign(&world).await;
    // Two entries went with their period, and the ledger tells of it.
    write(&world, ledger::ActKind::Retention, Some("ledger"), "act 6; rows; keyring 2; rows 2; files 0").await;
    forget(&world, 3).await;
    assert_eq!(held(&world, vec![head.clone()]).await, Ok(Held { first: 3, last: 6 }));
    // A third was taken away, and nothing tells of it.
    forget(&world, 4).await;
    assert_eq!(held(&world, vec![head.clone()]).await, Err(Fault::Removed { gone: 3, told: 2 }));
    // Of the head's own entry nothing is left.
    forget(&world, 6).await;
    assert_eq!(held(&world, vec![head]).await, Err(Fault::Gone(5)));
}

/// Removes the entries before one, behind the store's back.
async fn forget(world: &World, before: i64) {
    let scope = world.scope(world.coach);
    let done: Result<u64, StoreError> = world
        .store
        .write(&scope, move |work| work.run(&crate::world::slice::FORGET_ENTRIES, store::params![before]))
        .await;
    done.unwrap();
}
