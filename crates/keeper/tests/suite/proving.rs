//! The proof of a receipt: it holds by itself, and nothing in it can be changed.

use crate::house::{House, On};
use kernel::{
    Archetype::{Coach, Participant},
    id::Id as _,
};
use serde_json::Value;
use troth_keeper::{
    Extent, Flaw, Proof,
    figures::{ENOUGH, Figure},
};

/// A receipt of an erasure, after others have erased too.
async fn proof(house: &House) -> Proof {
    let coach = house.person("Maria", &[Coach]).await;
    let mut proofs = Vec::new();
    for name in ["Joost", "Ines"] {
        let person = house.person(name, &[Participant]).await;
        let trajectory = house.trajectory(coach, person).await;
        house.message(&trajectory, "Hello.").await;
        let receipt =
            house.keeper.erase(&house.member(person, &[Participant]), person, Extent::Everything).await.unwrap();
        let proof = house.keeper.proof(&house.job(), receipt.id).await.unwrap().unwrap();
        let text = serde_json::to_string(&proof).unwrap();
        assert!(!text.contains(&person.uuid().to_string()), "a receipt names nobody: {text}");
        assert_eq!(proof.entry.sequence, receipt.ledger_sequence);
        proofs.push(proof);
    }
    proofs.remove(0)
}

// X5 UC10
#[tokio::test]
async fn a_person_checks_a_receipt_with_nothing_but_its_file() {
    for on in On::each() {
        let house = House::new(&on);
        let proof = proof(&house).await;
        let file = serde_json::to_string_pretty(&proof).unwrap();
        let key = store::ledger::hex(&house.store.public_key());
        drop(house);
        let read = Proof::read(&file).unwrap();
        assert!(read.check(None).is_ok());
        assert!(read.check(Some(&key)).is_ok());
        assert_eq!(read.check(Some(&key.replace('0', "1"))), Err(Flaw::Key));
        assert!(read.content.contains("\"class\":\"dialogue\""), "{}", read.content);
    }
}

/// Every value of the file, changed a little, one after the other.
#[tokio::test]
async fn no_value_of_a_receipts_file_can_be_changed_unseen() {
    let house = House::new(&On::Sqlite);
    let whole = serde_json::to_value(proof(&house).await).unwrap();
    let mut tried = 0;
    let mut each = |at: &str, change: &dyn Fn(&mut Value)| {
        let mut changed = whole.clone();
        let value = changed.pointer_mut(at).unwrap();
        let before = value.clone();
        change(value);
        assert_ne!(*value, before, "{at} has to change");
        let refused = Proof::read(&changed.to_string()).and_then(|proof| proof.check(None));
        assert!(refused.is_err(), "{at} was changed and nobody saw it");
        tried += 1;
    };
    for at in ["/entry/sequence", "/entry/at", "/head/sequence", "/head/first", "/head/at"] {
        each(at, &|value| *value = Value::from(value.as_i64().unwrap() + 1));
    }
    for at in ["/entry/who", "/entry/previous", "/head/hash", "/head/key", "/head/signature"] {
        each(at, &|value| {
            let text = value.as_str().unwrap();
            let last = if text.ends_with('0') { '1' } else { '0' };
            *value = Value::from(format!("{}{last}", &text[..text.len() - 1]));
        });
    }
    for at in ["/troth", "/content", "/entry/kind", "/entry/evidence", "/head/organisation", "/head/troth"] {
        each(at, &|value| *value = Value::from(format!("{}x", value.as_str().unwrap())));
    }
    for at in ["/entry/class", "/entry/clause"] {
        each(at, &|value| *value = Value::from("dialogue"));
    }
    each("/content", &|value| *value = Value::from(value.as_str().unwrap().replace("\"rows\":", "\"rows\":1")));
    each("/chain", &|value| *value = Value::from(vec![Value::from("00".repeat(32))]));
    assert_eq!(tried, 20);
}

/// Each night fixes what was done in the day, also when nothing went.
#[tokio::test]
async fn every_night_the_ledger_is_signed_as_it_stands() {
    let house = House::new(&On::Sqlite);
    house.keep().await;
    let head = house.store.read(&house.job(), store::ledger::latest).await.unwrap().unwrap();
    assert!(head.is_signed());
    let known = house.keeper.signed_head(&house.job()).await.unwrap();
    assert_eq!(known.check(None).unwrap(), head);
}

// ---- figures

/// X5: what the page shows of a clause tells of nobody.
#[tokio::test]
async fn a_period_tells_dates_only_where_ten_run_under_it() {
    let house = House::new(&On::Sqlite);
    let coach = house.person("Maria", &[Coach]).await;
    let figure = async |clause: &str| {
        house.keeper.gather(&house.job(), &house.access, Vec::new()).await.unwrap();
        let known = house.keeper.figures(&house.job()).await.unwrap();
        known.into_iter().find(|known| known.clause == clause).unwrap().figure
    };
    let clause = "dialogue-two-years";
    assert_eq!(figure(clause).await, Figure::Keep { any: false, oldest: None, next: None });
    for n in 0..ENOUGH {
        if n > 0 {
            let Figure::Keep { any, oldest, next } = figure(clause).await else { panic!("a period") };
            assert_eq!((any, oldest, next), (true, None, None), "{n}");
        }
        let person = house.person(&format!("Person {n}"), &[Participant]).await;
        let trajectory = house.trajectory(coach, person).await;
        house.message(&trajectory, "Hello.").await;
        house.end(&trajectory).await;
    }
    let Figure::Keep { oldest: Some(oldest), next: Some(next), .. } = figure(clause).await else { panic!("enough") };
    assert_eq!(oldest, house.job().today());
    assert!(next > oldest);
}

/// X5: every `never` of the statement, tried on the very decisions that guard every page.
#[tokio::test]
async fn what_is_never_seen_is_tried_each_night_on_the_rules_at_work() {
    let house = House::new(&On::Sqlite);
    house.keeper.gather(&house.job(), &house.access, Vec::new()).await.unwrap();
    let known = house.keeper.figures(&house.job()).await.unwrap();
    for read in house.plan.reads() {
        let figure = &known.iter().find(|known| known.clause == read.clause).unwrap().figure;
        assert!(matches!(figure, Figure::Read { rules, .. } if rules.len() == 64), "{}: {figure:?}", read.clause);
    }
    for never in house.plan.nevers() {
        let figure = &known.iter().find(|known| known.clause == never.clause).unwrap().figure;
        assert!(matches!(figure, Figure::Never { open: 0, .. }), "{}: {figure:?}", never.clause);
    }
}
