//! What the manifest says is what the code does.

use kernel::Inventory;
use troth_programmes::{inventory::TABLES, queries::QUERIES};

use crate::house::{self, House, On};

#[test]
fn every_query_stays_within_what_its_actions_declare() {
    let inventory = Inventory::new(house::slices()).unwrap();
    let faults = store::lineage::faults(&inventory).unwrap();
    let own: Vec<_> = faults.iter().filter(|fault| fault.contains("programmes")).collect();
    assert!(own.is_empty(), "{own:#?}");
    assert!(QUERIES.len() > 40);
}

#[test]
fn no_query_of_the_coach_finds_a_revision_that_is_not_shared() {
    let inventory = Inventory::new(house::slices()).unwrap();
    let bodies = ["answer", "diary", "mood"];
    let mut found = 0;
    for lineage in store::lineage::of(&inventory).unwrap() {
        let by_coach = |name: &&str| matches!(*name, "answer.look" | "diary.look" | "mood.look" | "response.write");
        let reads_body = lineage.reads.iter().any(|(table, column)| table == "revision" && bodies.contains(&&**column));
        if lineage.sql.runs_for.iter().any(by_coach) && reads_body {
            assert!(lineage.sql.text.contains("shared IS NOT NULL"), "{}", lineage.sql.name);
            found += 1;
        }
    }
    assert_eq!(found, 1);
    assert!(TABLES.iter().any(|table| table.name == "revision"));
}

#[tokio::test]
async fn every_query_is_sound_on_each_engine() {
    for on in On::each() {
        let house = House::open(&on).await;
        let faults = house.store.prepare_all().await.unwrap();
        assert!(faults.is_empty(), "{on:?}: {faults:#?}");
    }
}
