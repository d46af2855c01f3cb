//! What a legal hold keeps, and what is still in use.

use crate::house::{House, On, Trajectory};
use kernel::{
    Archetype::{Coach, Participant},
    Clock as _, PersonId,
    id::Id as _,
    jiff::{SignedDuration, ToSpan as _},
};
use store::ledger;
use troth_keeper::{Extent, Goes, KeeperError, Keeping, Point, Why};

async fn furnished(house: &House) -> (PersonId, PersonId, Trajectory) {
    let coach = house.person("Maria", &[Coach]).await;
    let participant = house.person("Joost", &[Participant]).await;
    let trajectory = house.trajectory(coach, participant).await;
    house.message(&trajectory, "How was it?").await;
    house.note(&trajectory, "Seems tired.").await;
    (coach, participant, trajectory)
}

#[tokio::test]
async fn what_is_held_stays_past_its_date_until_the_hold_ends_by_itself() {
    for on in On::each() {
        let house = House::new(&on);
        let (_, _, trajectory) = furnished(&house).await;
        house.end(&trajectory).await;
        let zone = house.plan.zone().clone();
        let last = house.today().saturating_add(30.months());
        house.hold(trajectory.id, last).await;
        house.clock.advance_calendar(2, 30, &zone);
        house.keep().await;
        assert!(house.has("dialogue", trajectory.id).await && house.has("private-notes", trajectory.id).await);
        while house.today() < last {
            house.clock.advance_calendar(0, 30, &zone);
        }
        house.clock.set(last.at(23, 0, 0, 0).to_zoned(zone.clone()).unwrap().timestamp());
        house.keep().await;
        assert!(house.has("dialogue", trajectory.id).await, "on the hold's last day it is still there");
        house.clock.advance_calendar(0, 1, &zone);
        assert!(house.keep().await.is_done());
        assert!(!house.has("dialogue", trajectory.id).await && !house.has("private-notes", trajectory.id).await);
    }
}

#[tokio::test]
async fn a_hold_on_a_person_keeps_all_in_which_the_person_plays_a_part() {
    let house = House::new(&On::Sqlite);
    let (coach, _, trajectory) = furnished(&house).await;
    let other = house.person("Elin", &[Participant]).await;
    let free = house.trajectory(house.person("Ada", &[Coach]).await, other).await;
    house.message(&free, "Hello.").await;
    house.end(&trajectory).await;
    house.end(&free).await;
    house.hold(coach, house.today().saturating_add(10.years())).await;
    house.clock.advance_calendar(4, 0, house.plan.zone());
    house.keep().await;
    assert!(house.has("dialogue", trajectory.id).await && house.has("account", coach).await);
    assert!(!house.has("dialogue", free.id).await);
    let held = house.keeper.held(&house.job(), coach).await.unwrap();
    let notes = held.iter().find(|item| item.category == "private-notes").unwrap();
    let last = house.today().saturating_add(6.years());
    assert!(
        matches!(&notes.goes, Goes::Held { day, clause } if *day == last && clause == "notes-one-year"),
        "{notes:?}"
    );
}

#[tokio::test]
async fn an_erasure_leaves_what_is_held_says_so_and_is_finished_when_the_hold_is_over() {
    for on in On::each() {
        let house = House::new(&on);
        let (coach, participant, held) = furnished(&house).await;
        let free = house.trajectory(coach, participant).await;
        house.message(&free, "Another.").await;
        let last = house.today().saturating_add(20.days());
        house.hold(held.id, last).await;
        let scope = house.member(participant, &[Participant]);
        let preview = house.keeper.erasure(&scope, participant, Extent::Everything).await.unwrap();
        assert!(preview.stays.iter().all(|stays| stays.why == Why::Hold && stays.until == Some(last)), "{preview:?}");
        let receipt = house.keeper.erase(&scope, participant, Extent::Everything).await.unwrap();
        let stays: Vec<_> = receipt.stays.iter().map(|stays| stays.class.as_str()).collect();
        assert!(stays.contains(&"dialogue") && stays.contains(&"trajectory"), "{stays:?}");
        assert!(house.has("dialogue", held.id).await && !house.has("dialogue", free.id).await);
        assert!(house.store.has_key("dialogue", participant.uuid()), "without it what is held could not be read");
        let zone = house.plan.zone().clone();
        house.clock.advance_calendar(0, 19, &zone);
        house.keep().await;
        assert!(house.has("dialogue", held.id).await);
        house.clock.advance_calendar(0, 2, &zone);
        let leapt = house.keeper.keep(&house.job(), Keeping::default()).await.unwrap();
        assert!(leapt.paused.is_some() && house.has("dialogue", held.id).await, "a leap of the clock ends no hold");
        let report = house.keep().await;
        assert!(report.is_done() && report.receipts.len() == 1, "{report:?}");
        assert!(!house.has("dialogue", held.id).await && !house.has("account", participant).await);
        assert!(!house.store.has_key("dialogue", participant.uuid()));
    }
}

// TF18
#[tokio::test]
async fn a_wish_that_leaves_the_contact_details_takes_what_no_hold_keeps_and_is_not_repeated() {
    let house = House::new(&On::Sqlite);
    let (coach, participant, held) = furnished(&house).await;
    let free = house.trajectory(coach, participant).await;
    house.message(&free, "Another.").await;
    house.hold(held.id, house.today().saturating_add(20.days())).await;
    let scope = house.member(participant, &[Participant]);
    let act = house.keeper.begin_erasure(&scope, participant, Extent::AllButContact).await.unwrap();
    house.keeper.finish(&scope, act).await.unwrap();
    assert!(!house.has("dialogue", free.id).await && house.has("dialogue", held.id).await);
    assert_eq!(house.keeper.waiting_wishes(&house.job()).await.unwrap(), 0);
    house.clock.advance_calendar(0, 30, house.plan.zone());
    house.keep().await;
    assert!(house.has("dialogue", held.id).await, "its own period runs on");
}

// GDPR Art. 18
#[tokio::test]
async fn whoever_restricts_twice_has_restricted_once() {
    let house = House::new(&On::Sqlite);
    let (_, participant, _) = furnished(&house).await;
    for _ in 0..2 {
        house.store.write(&house.job(), move |work| troth_keeper::restrict(work, participant)).await.unwrap();
    }
    let entries = house.store.read(&house.job(), |reader| ledger::after(reader, 0, 100)).await.unwrap();
    let told: Vec<_> = entries.iter().filter(|entry| entry.subject == participant.uuid()).collect();
    assert_eq!(told.len(), 1, "{told:?}");
}

#[tokio::test]
async fn a_hold_that_is_released_early_lets_things_go_and_the_ledger_tells_of_it_by_ids_only() {
    let house = House::new(&On::Sqlite);
    let (_, _, trajectory) = furnished(&house).await;
    house.end(&trajectory).await;
    house.hold(trajectory.id, house.today().saturating_add(9.years())).await;
    house.clock.advance_calendar(2, 5, house.plan.zone());
    house.keep().await;
    house.release(trajectory.id).await;
    house.keep().await;
    assert!(!house.has("dialogue", trajectory.id).await);
    let entries = house.store.read(&house.job(), |reader| ledger::after(reader, 0, 100)).await.unwrap();
    let told: Vec<_> = entries.iter().filter(|entry| entry.kind == "hold").collect();
    assert_eq!(told.len(), 2);
    assert!(told.iter().all(|entry| entry.subject == trajectory.id.uuid()));
    house.store.read(&house.job(), ledger::verify).await.unwrap();
}

// A race: planned in the night, and used in the same moment.
#[tokio::test]
async fn what_is_used_again_between_plan_and_destruction_is_spared() {
    for on in On::each() {
        let house = House::new(&on);
        let sleeper = house.person("Sam", &[Coach]).await;
        let other = house.person("Kim", &[Coach]).await;
        for person in [sleeper, other] {
            house.emit("last-login", person, house.clock.now()).await;
        }
        let zone = house.plan.zone().clone();
        house.clock.advance_calendar(4, 1, &zone);
        let stopped = Keeping { clock_is_right: true, stop: Some(Point::Planned), ..Keeping::default() };
        let halted = house.keeper.keep(&house.job(), stopped).await;
        assert!(matches!(halted, Err(KeeperError::Stopped(Point::Planned))), "{halted:?}");
        house.emit("last-login", sleeper, house.clock.now()).await;
        let report = house.keep().await;
        assert!(report.is_done(), "{report:?}");
        assert!(house.has("account", sleeper).await && house.store.has_key("account", sleeper.uuid()));
        assert!(!house.has("account", other).await);
        assert_eq!(report.receipts[0].went.iter().map(|went| went.holders).sum::<i64>(), 1);
    }
}

#[tokio::test]
async fn a_relation_that_is_opened_again_keeps_the_account_and_an_act_of_nothing_leaves_no_receipt() {
    let house = House::new(&On::Sqlite);
    let (_, participant, trajectory) = furnished(&house).await;
    house.end(&trajectory).await;
    house.clock.advance_calendar(2, 200, house.plan.zone());
    // All but the own file goes by earlier periods.
    house.retract("trajectory-ended", participant).await;
    house.keep().await;
    house.emit("trajectory-ended", participant, house.clock.now().checked_sub(24_003.hours()).unwrap()).await;
    let stopped = Keeping { clock_is_right: true, stop: Some(Point::Planned), ..Keeping::default() };
    assert!(house.keeper.keep(&house.job(), stopped).await.is_err());
    house.retract("trajectory-ended", participant).await;
    let before = house.keeper.receipts(&house.job(), 50).await.unwrap().len();
    let report = house.keep().await;
    assert!(report.is_done() && report.receipts.is_empty(), "{report:?}");
    assert!(house.has("account", participant).await);
    assert_eq!(house.keeper.receipts(&house.job(), 50).await.unwrap().len(), before);
}

#[tokio::test]
async fn a_hold_laid_while_an_erasure_waits_for_its_first_step_is_honoured() {
    let house = House::new(&On::Sqlite);
    let (_, participant, trajectory) = furnished(&house).await;
    let scope = house.member(participant, &[Participant]);
    let act = house.keeper.begin_erasure(&scope, participant, Extent::Everything).await.unwrap();
    house.hold(trajectory.id, house.today().saturating_add(1.year())).await;
    let receipt = house.keeper.finish(&scope, act).await.unwrap();
    assert!(receipt.stays.iter().any(|stays| stays.why == Why::Hold && stays.class == "dialogue"), "{receipt:?}");
    assert!(house.has("dialogue", trajectory.id).await && house.store.has_key("dialogue", participant.uuid()));
    assert!(!house.has("account", participant).await);
}

#[tokio::test]
async fn one_destruction_is_enough_for_an_act() {
    let house = House::new(&On::Sqlite);
    let (_, _, trajectory) = furnished(&house).await;
    house.end(&trajectory).await;
    house.clock.advance_calendar(2, 5, house.plan.zone());
    let report = house.keep().await;
    let [receipt] = report.receipts.as_slice() else { panic!("{report:?}") };
    // The ring began with its first generation; one act, one rewriting. The keyed hashes change besides, later.
    assert_eq!(receipt.generation, 2, "{receipt:?}");
}

#[tokio::test]
async fn what_failed_is_tried_again_ever_later_and_at_once_when_somebody_asks() {
    let house = House::new(&On::Sqlite);
    let (_, participant, trajectory) = furnished(&house).await;
    let scope = house.member(participant, &[Participant]);
    let act = house.keeper.begin_erasure(&scope, participant, Extent::Everything).await.unwrap();
    house.break_notes().await;
    assert!(house.keeper.finish(&scope, act).await.is_err());
    let due = |minutes: i64| house.clock.now().checked_add(minutes.minutes()).unwrap();
    assert_eq!(house.keeper.retry(&house.job(), false).await.unwrap(), Some(due(5)), "not yet");
    house.clock.advance(SignedDuration::from_mins(5));
    assert_eq!(house.keeper.retry(&house.job(), false).await.unwrap(), Some(due(10)));
    assert_eq!(house.keeper.open_acts(&house.job()).await.unwrap()[0].attempts, 2);
    house.mend_notes().await;
    assert_eq!(house.keeper.retry(&house.job(), true).await.unwrap(), None);
    assert!(!house.has("private-notes", trajectory.id).await);
}
