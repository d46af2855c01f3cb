//! What is due goes, and nothing else; halts anywhere are mended.

use std::sync::Arc;

use crate::house::{House, On, Trajectory};
use kernel::{
    Archetype::{Coach, Manager, Participant},
    Clock as _, Language, PersonId,
    id::Id as _,
    words::{Voice, Words},
};
use troth_keeper::{Extent, KeeperError, Keeping, Point};

async fn furnished(house: &House) -> (PersonId, PersonId, Trajectory) {
    let coach = house.person("Maria", &[Coach]).await;
    let participant = house.person("Joost", &[Participant]).await;
    let trajectory = house.trajectory(coach, participant).await;
    house.message(&trajectory, "How was it?").await;
    house.message(&trajectory, "Good.").await;
    house.file(&trajectory, b"a picture").await;
    house.note(&trajectory, "Seems tired.").await;
    (coach, participant, trajectory)
}

// UC7, I8
#[tokio::test]
async fn a_dialogue_goes_the_day_after_its_two_years_and_not_before() {
    for on in On::each() {
        let house = House::new(&on);
        let (coach, participant, trajectory) = furnished(&house).await;
        house.end(&trajectory).await;
        let zone = house.plan.zone().clone();
        house.clock.advance_calendar(2, 0, &zone);
        let report = house.keep().await;
        assert!(house.has("dialogue", trajectory.id).await, "on the last day it is still there");
        assert_eq!(report.lines.len(), 1, "the notes went by their own year: {report:?}");
        house.clock.advance_calendar(0, 1, &zone);
        let report = house.keep().await;
        assert!(report.is_done());
        assert!(!house.has("dialogue", trajectory.id).await);
        assert!(!house.store.has_key("dialogue", trajectory.id.uuid()));
        assert!(!house.store.has_key("dialogue", participant.uuid()), "the participant's own key goes with the last");
        assert_eq!(house.files(), 0);
        assert!(house.has("trajectory", trajectory.id).await, "dates are kept three years");
        assert!(house.has("account", participant).await && house.has("account", coach).await);
        let [line] = report.lines.as_slice() else { panic!("{report:?}") };
        assert_eq!((line.class, line.clause.as_str(), line.holders), ("dialogue", "dialogue-two-years", 1));
        let [receipt] = report.receipts.as_slice() else { panic!("{report:?}") };
        assert_eq!((receipt.went[0].rows, receipt.went[0].files), (3, 1));
        assert_eq!(house.keeper.receipt(&house.job(), receipt.id).await.unwrap().as_ref(), Some(receipt));
    }
}

#[tokio::test]
async fn rows_of_person_and_container_go_with_their_last_class() {
    let house = House::new(&On::Sqlite);
    let (coach, participant, trajectory) = furnished(&house).await;
    house.end(&trajectory).await;
    let zone = house.plan.zone().clone();
    house.clock.advance_calendar(2, 190, &zone);
    house.keep().await;
    // 2 years and 6 months for everything of a participant: earlier than the three years for dates.
    assert!(!house.has("trajectory", trajectory.id).await);
    assert!(!house.has("account", participant).await);
    assert!(!house.has("person", participant).await, "nothing stands for somebody of whom nothing is held");
    assert!(house.has("person", coach).await);
}

// UC8
#[tokio::test]
async fn a_coachs_own_things_go_and_the_participants_dialogue_stays() {
    let house = House::new(&On::Sqlite);
    let (coach, participant, trajectory) = furnished(&house).await;
    house.emit("agreement-ended", coach, house.clock.now()).await;
    let zone = house.plan.zone().clone();
    house.clock.advance_calendar(1, 190, &zone);
    house.keep().await;
    assert!(!house.has("private-notes", trajectory.id).await);
    assert!(!house.has("account", coach).await);
    assert!(house.has("dialogue", trajectory.id).await && house.has("account", participant).await);
}

#[tokio::test]
async fn who_has_several_roles_keeps_the_account_for_the_last_of_them() {
    let house = House::new(&On::Sqlite);
    let both = house.person("Nour", &[Coach, Manager]).await;
    let participant_once = house.person("Sam", &[Coach, Participant]).await;
    let coach = house.person("Ada", &[Coach]).await;
    let trajectory = house.trajectory(coach, participant_once).await;
    house.message(&trajectory, "A question.").await;
    house.end(&trajectory).await;
    house.emit("agreement-ended", both, house.clock.now()).await;
    let zone = house.plan.zone().clone();
    house.clock.advance_calendar(3, 30, &zone);
    house.keep().await;
    assert!(!house.has("account", both).await, "both roles ended");
    assert!(house.has("account", participant_once).await, "still coaches");
    assert!(!house.has("dialogue", trajectory.id).await);
}

#[tokio::test]
async fn a_floor_from_law_holds_the_ceiling_back() {
    let house = House::new(&On::Sqlite);
    let person = house.person("Lena", &[Participant]).await;
    let coach = house.person("Ada", &[Coach]).await;
    let trajectory = house.trajectory(coach, person).await;
    house.emit("last-login", person, house.clock.now()).await;
    let zone = house.plan.zone().clone();
    house.clock.advance_calendar(3, 300, &zone);
    house.end(&trajectory).await;
    house.clock.advance_calendar(0, 100, &zone);
    house.keep().await;
    assert!(house.has("account", person).await, "asleep for four years, but the law wants a year after the end");
    house.clock.advance_calendar(1, 0, &zone);
    house.keep().await;
    assert!(!house.has("account", person).await);
}

#[tokio::test]
async fn a_preview_takes_nothing_and_counts_by_clause_and_class() {
    let house = House::new(&On::Sqlite);
    let (_, _, trajectory) = furnished(&house).await;
    house.end(&trajectory).await;
    house.clock.advance_days(800);
    let before = house.everything().await;
    let report = house.keeper.keep(&house.job(), Keeping { dry_run: true, ..Keeping::default() }).await.unwrap();
    assert!(report.dry_run && report.paused.is_none() && report.receipts.is_empty());
    let lines: Vec<_> = report.lines.iter().map(|line| (line.class, line.clause.as_str(), line.holders)).collect();
    assert!(lines.contains(&("dialogue", "dialogue-two-years", 1)), "{lines:?}");
    assert!(lines.contains(&("private-notes", "notes-one-year", 1)), "{lines:?}");
    assert_eq!(house.everything().await, before);
}

#[tokio::test]
async fn a_clock_that_leaps_pauses_until_somebody_confirms() {
    let house = House::new(&On::Sqlite);
    let (_, _, trajectory) = furnished(&house).await;
    house.end(&trajectory).await;
    let usual = Keeping::default();
    assert!(house.keeper.keep(&house.job(), usual).await.unwrap().is_done());
    house.clock.advance_days(1);
    assert!(house.keeper.keep(&house.job(), usual).await.unwrap().is_done());
    house.clock.advance_days(900);
    for _ in 0..2 {
        let report = house.keeper.keep(&house.job(), usual).await.unwrap();
        assert!(report.paused.is_some() && !report.is_done());
        assert!(house.has("dialogue", trajectory.id).await);
    }
    let confirmed = house.keeper.keep(&house.job(), Keeping { clock_is_right: true, ..usual }).await.unwrap();
    assert!(confirmed.is_done());
    assert!(!house.has("dialogue", trajectory.id).await);
}

// UC10, I9
#[tokio::test]
async fn what_a_person_erases_while_retention_is_paused_cannot_be_confirmed_after_the_next_look() {
    let house = House::new(&On::Sqlite);
    let (coach, participant, _) = furnished(&house).await;
    let looks = async || house.keeper.keep(&house.job(), Keeping::default()).await;
    assert!(looks().await.unwrap().is_done());
    house.clock.advance_days(900);
    assert!(looks().await.unwrap().paused.is_some());
    let scope = house.member(participant, &[Participant]);
    let receipt = house.keeper.erase(&scope, participant, Extent::Everything).await.unwrap();
    assert_eq!(house.generation().await, receipt.generation);
    let mut generation = receipt.generation;
    for look in 0..3 {
        assert!(looks().await.unwrap().paused.is_some(), "nothing else goes meanwhile");
        // The look-up key went with the first look after the erasure, and is not changed again for nothing.
        generation += i64::from(look == 0);
        assert_eq!(house.generation().await, generation, "look {look}");
    }
    let confirmed = house.keep().await;
    assert!(confirmed.is_done() && confirmed.receipts.is_empty(), "{confirmed:?}");
    assert_eq!(house.generation().await, generation, "nothing went since");
    house.keeper.erase(&house.member(coach, &[Coach]), coach, Extent::Everything).await.unwrap();
    let erased = house.generation().await;
    house.keep().await;
    assert_eq!(house.generation().await, erased + 1, "and with each look after an erasure that nobody paused");
}

// I10
#[tokio::test]
async fn killed_at_each_step_of_retention_and_started_again_nothing_is_half_done() {
    for on in On::each() {
        for point in Point::ALL {
            let house = House::new(&on);
            let (_, participant, trajectory) = furnished(&house).await;
            house.end(&trajectory).await;
            house.clock.advance_days(1200);
            let halting = Keeping { clock_is_right: true, stop: Some(point), ..Keeping::default() };
            let halted = house.keeper.keep(&house.job(), halting).await;
            let stops = !matches!(point, Point::SomeRows);
            if stops {
                assert!(matches!(halted, Err(KeeperError::Stopped(at)) if at == point), "{point:?}: {halted:?}");
            }
            let house = house.reopen();
            if stops {
                let open =
                    house.keeper.keep(&house.job(), Keeping { dry_run: true, ..Keeping::default() }).await.unwrap();
                assert_eq!(open.open.len(), 1, "{point:?}: the act is open and visible");
            }
            let report = house.keep().await;
            assert!(report.is_done(), "{point:?}: {report:?}");
            let left = house.everything().await;
            assert!(
                left.iter().all(|(_, holder)| *holder != trajectory.id.uuid() && *holder != participant.uuid()),
                "{point:?}: {left:?}"
            );
            assert!(!house.store.has_key("dialogue", trajectory.id.uuid()), "{point:?}");
            assert_eq!(house.files(), 0, "{point:?}");
            let receipts = house.keeper.receipts(&house.job(), 10).await.unwrap();
            assert_eq!(receipts.len(), 1, "{point:?}");
            let rows: i64 = receipts[0].went.iter().map(|went| went.rows).sum();
            assert_eq!(rows, 7, "{point:?}: each row is counted once: {:?}", receipts[0].went);
            house.store.read(&house.job(), store::ledger::verify).await.unwrap();
        }
    }
}

// I8
#[tokio::test]
async fn a_trajectory_waits_for_what_the_law_keeps_of_it_and_for_nothing_else() {
    let law = "keep \"dialogue\" at-least=\"18 months\" after=\"trajectory-ended\" law=\"Art. 2 House Act\"\n    keep \"dates\" for=\"1 year\"";
    let house =
        House::with(&On::Sqlite, &include_str!("house/house.kdl").replace("keep \"dates\" for=\"3 years\"", law));
    let (_, _, spoken) = furnished(&house).await;
    let silent = house.trajectory(spoken.coach, spoken.participant).await;
    for trajectory in [&spoken, &silent] {
        house.end(trajectory).await;
    }
    house.clock.advance_calendar(1, 1, house.plan.zone());
    house.keep().await;
    assert!(!house.has("trajectory", silent.id).await);
    assert!(house.has("trajectory", spoken.id).await && house.has("dialogue", spoken.id).await);
    house.clock.advance_calendar(0, 190, house.plan.zone());
    house.keep().await;
    assert!(!house.has("trajectory", spoken.id).await && !house.has("dialogue", spoken.id).await);
}

// I10
#[tokio::test]
async fn a_step_that_fails_leaves_the_act_open_and_never_reads_done() {
    let house = House::new(&On::Sqlite);
    let (_, participant, trajectory) = furnished(&house).await;
    let scope = house.member(participant, &[Participant]);
    let act = house.keeper.begin_erasure(&scope, participant, Extent::Everything).await.unwrap();
    house.break_notes().await;
    for attempts in 1..=2 {
        let failed = house.keeper.finish(&scope, act).await;
        assert!(matches!(failed, Err(KeeperError::Step { step: "rows", .. })), "{failed:?}");
        let open = house.keeper.open_acts(&house.job()).await.unwrap();
        assert_eq!((open.len(), open[0].attempts, open[0].state.as_str()), (1, attempts, "keys"));
        assert!(open[0].fault.as_ref().is_some_and(|fault| fault.contains("private_note")), "{open:?}");
        assert!(house.keeper.receipts(&house.job(), 10).await.unwrap().is_empty());
    }
    house.mend_notes().await;
    let report = house.keep().await;
    assert!(report.is_done() && report.receipts.len() == 1, "{report:?}");
    assert!(!house.has("private-notes", trajectory.id).await);
}

// I10
#[tokio::test]
async fn what_failed_is_tried_again_and_not_planned_a_second_time() {
    let house = House::new(&On::Sqlite);
    let (_, _, trajectory) = furnished(&house).await;
    house.end(&trajectory).await;
    house.clock.advance_calendar(1, 1, house.plan.zone());
    house.break_notes().await;
    for attempts in 1..=3 {
        assert!(!house.keep().await.is_done());
        let open = house.keeper.open_acts(&house.job()).await.unwrap();
        assert_eq!((open.len(), open[0].attempts), (1, attempts), "{open:?}");
        house.clock.advance_days(1);
    }
    house.mend_notes().await;
    let report = house.keep().await;
    assert!(report.is_done() && report.receipts.len() == 1, "{report:?}");
    assert!(!house.has("private-notes", trajectory.id).await);
}

// I12
#[tokio::test]
async fn a_file_that_no_row_names_goes_a_day_later_and_not_before() {
    let house = House::new(&On::Sqlite);
    let (_, _, trajectory) = furnished(&house).await;
    house.stray(&trajectory, b"given up").await;
    house.keep().await;
    assert_eq!(house.files(), 2, "somebody may be about to confirm it");
    house.clock.advance_calendar(0, 2, house.plan.zone());
    house.keep().await;
    assert_eq!(house.files(), 1, "the other one has its row");
}

#[tokio::test]
async fn a_report_reads_in_every_language() {
    let house = House::new(&On::Sqlite);
    let (_, participant, trajectory) = furnished(&house).await;
    house.end(&trajectory).await;
    house.keep().await;
    house.clock.advance_days(800);
    let paused = house.keeper.keep(&house.job(), Keeping::default()).await.unwrap();
    let preview = house.keeper.keep(&house.job(), Keeping { dry_run: true, ..Keeping::default() }).await.unwrap();
    let scope = house.member(participant, &[Participant]);
    house.keeper.begin_erasure(&scope, participant, Extent::Everything).await.unwrap();
    let done = house.keep().await;
    let words = Arc::new(Words::new(troth_keeper::SLICE.words.iter().copied()).unwrap());
    for language in Language::ALL {
        let voice = Voice::new(Arc::clone(&words), language);
        for report in [&paused, &preview, &done] {
            let text = report.text(&voice, &house.plan);
            assert!(!text.is_empty() && !text.contains("[keeper-") && !text.contains('{'), "{text}");
            println!("{text}\n");
        }
    }
    let keys = |language| {
        words
            .keys()
            .filter(|(of, key)| *of == language && key.starts_with("keeper-"))
            .map(|(_, key)| key)
            .collect::<Vec<_>>()
    };
    assert_eq!(keys(Language::En), keys(Language::Nl));
    assert_eq!(keys(Language::En), keys(Language::Sv));
}

// I8, I5
#[tokio::test]
async fn what_no_period_reaches_is_named() {
    let house = House::new(&On::Sqlite);
    assert!(troth_keeper::gaps(&house.plan, &house.inventory).is_empty());
    let holes = include_str!("house/house.kdl")
        .lines()
        .filter(|line| !line.contains("\"coaches\"") && !line.contains("\"asleep\""));
    let house = House::with(&On::Sqlite, &holes.collect::<Vec<_>>().join("\n"));
    let gaps = troth_keeper::gaps(&house.plan, &house.inventory);
    let gap = |class| troth_keeper::Gap { class, role: Some("coach".to_owned()) };
    assert_eq!(gaps, [gap("restriction"), gap("choice"), gap("account")]);
}
