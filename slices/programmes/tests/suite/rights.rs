//! The rights come from the manifest: to take along, to erase; and all goes on its day.

use access::{Guarded as _, Resource};
use keeper::Extent;
use kernel::Scope;
use store::Work;
use testkit::{Canaries, search};
use troth_programmes::{
    actions,
    model::{Leave, Place},
    store::{enrolments, leaves, responses, warnings},
};

use crate::house::{HANNA, House, MARIA, On, PIET, Who, day, name};

/// An enrolment with something in each table and each sealed column.
async fn full(house: &House, who: Who, sign: &str) -> troth_programmes::model::Enrolment {
    let of = house.enrol(who).await;
    let shared = Place::Answer(name("my-evening"), None);
    house.finish(&of, &shared, &format!("{sign} answer"), true).await;
    house.finish(&of, &Place::Diary(name("evening-diary"), day("2026-03-01")), &format!("{sign} diary"), false).await;
    house.finish(&of, &Place::Mood(day("2026-03-01")), &format!("{sign} mood"), false).await;
    for (end, is_sent) in [("response", true), ("draft", false)] {
        let (grant, of, shared) =
            (house.grant(HANNA, &actions::RESPONSE_WRITE, &of.resource()), of.clone(), shared.clone());
        let text = format!("{sign} {end}");
        let kept =
            house.write(HANNA, move |s, work| responses::write(s, work, &grant, &of, &shared.spot(), &text, is_sent));
        assert!(kept.await.is_some());
    }
    let (grant, own) = (house.grant(who, &actions::WARNING_RAISE, &of.resource()), of.clone());
    let raise = move |s: &Scope, work: &mut Work<'_>| warnings::raise(s, work, &grant, &own);
    assert!(house.write(who, raise).await, "the coach is told");
    for (step, is_told) in [("talk", true), ("calm", false)] {
        let (grant, own) = (house.grant(who, &actions::STEP_NOTE, &of.resource()), of.clone());
        let open = move |s: &Scope, work: &mut Work<'_>| {
            enrolments::open_step(s, work, &grant, &own, &name(step), day("2026-03-02"), is_told)
        };
        house.write(who, open).await;
    }
    of
}

/// What somebody takes along, as text.
async fn taken_along(house: &House, who: Who) -> String {
    let (sender, mut pieces) = tokio::sync::mpsc::channel(1);
    let (keeper, access, scope, person) = (house.keeper.clone(), house.access.clone(), house.scope(who), house.id(who));
    let sending = tokio::spawn(async move { keeper.export(&scope, &access, person, sender).await });
    let mut taken = Vec::new();
    while let Some(piece) = pieces.recv().await {
        taken.extend(piece);
    }
    sending.await.unwrap().unwrap();
    String::from_utf8_lossy(&taken).into_owned()
}

// I16
#[tokio::test]
async fn each_takes_along_what_is_theirs_to_read_and_nothing_that_is_not_shared() {
    for on in On::each() {
        let house = House::open(&on).await;
        full(&house, MARIA, "CANARY").await;
        let grant = house.grant(HANNA, &actions::LEAVE_WRITE, &Resource::person(house.id(HANNA)));
        let away = Leave { since: day("2026-03-17"), until: day("2026-03-18") };
        house.write(HANNA, move |s, work| leaves::add(s, work, &grant, away)).await;
        let (maria, hanna, piet) =
            (taken_along(&house, MARIA).await, taken_along(&house, HANNA).await, taken_along(&house, PIET).await);
        for (sign, by_maria, by_hanna) in [
            ("CANARY answer", true, true),
            ("CANARY diary", true, false),
            ("CANARY mood", true, false),
            ("CANARY response", true, true),
            ("CANARY draft", false, true),
            ("calm-evenings", true, true),
            ("\"talk\"", true, true),
            ("\"calm\"", true, false),
            ("enrolment.warning", true, true),
            ("2026-03-17", false, true),
        ] {
            assert_eq!((maria.contains(sign), hanna.contains(sign)), (by_maria, by_hanna), "{sign}");
        }
        assert!(!piet.contains("CANARY"));
    }
}

// I9, SH11
#[tokio::test]
async fn who_stops_and_deletes_everything_leaves_nothing_that_can_be_found() {
    let house = House::open(&On::Sqlite).await;
    full(&house, MARIA, "CANARY-MARIA").await;
    let piets = full(&house, PIET, "CANARY-PIET").await;
    house.store.flush().await.unwrap();
    let mut canaries = Canaries::new();
    canaries.add("anything", "CANARY-MARIA");
    assert!(search(house.folder.path(), &canaries).unwrap().is_empty(), "nothing was ever written open");
    let before = house.rows().await;
    house.keeper.erase(&house.scope(MARIA), house.id(MARIA), Extent::Everything).await.unwrap();
    assert_eq!(house.rows().await * 2, before);
    assert_eq!(house.coach_reads(HANNA, &piets).await, ["CANARY-PIET answer"], "nobody else's goes with it");
    let left = taken_along(&house, HANNA).await;
    assert!(!left.contains("CANARY-MARIA") && left.contains("CANARY-PIET"));
}

// SH8
#[tokio::test]
async fn everything_goes_two_years_after_the_log_in_details_were_issued_and_not_before() {
    for on in On::each() {
        let house = House::open(&on).await;
        full(&house, MARIA, "CANARY").await;
        let rows = house.rows().await;
        house.clock.set("2028-03-02T12:00:00Z".parse().unwrap());
        house.keep().await;
        assert_eq!(house.rows().await, rows);
        house.clock.set("2028-03-02T23:30:00Z".parse().unwrap());
        house.keep().await;
        assert_eq!(house.rows().await, 0, "{on:?}");
    }
}
