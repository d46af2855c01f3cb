//! What a person wishes gone goes at once, with a receipt.

use crate::house::{House, On, taken_along};
use kernel::{
    Archetype::{Coach, Participant},
    Clock as _,
    id::Id as _,
};
use troth_keeper::{Extent, Goes, KeeperError, Point, Why};

// UC10
#[tokio::test]
async fn a_participant_erases_everything_and_gets_a_receipt() {
    for on in On::each() {
        let house = House::new(&on);
        let coach = house.person("Maria", &[Coach]).await;
        let (joost, other) = (house.person("Joost", &[Participant]).await, house.person("Ines", &[Participant]).await);
        let (his, hers) = (house.trajectory(coach, joost).await, house.trajectory(coach, other).await);
        for trajectory in [&his, &hers] {
            house.message(trajectory, "Hello.").await;
            house.file(trajectory, b"a picture").await;
            house.note(trajectory, "Seems tired.").await;
        }
        house.queue_reminder(joost).await;
        house.queue_reminder(other).await;
        let scope = house.member(joost, &[Participant]);

        let preview = house.keeper.erasure(&scope, joost, Extent::Everything).await.unwrap();
        let going: Vec<_> = preview.goes.iter().map(|item| item.category.as_str()).collect();
        assert!(["profile", "dates", "dialogue", "private-notes"].iter().all(|key| going.contains(key)), "{going:?}");
        assert!(preview.stays.is_empty(), "{:?}", preview.stays);

        let receipt = house.keeper.erase(&scope, joost, Extent::Everything).await.unwrap();
        let left = house.everything().await;
        assert!(left.iter().all(|(class, holder)| *holder != his.id.uuid() || class.is_empty()), "{left:?}");
        assert!(house.has("private-notes", hers.id).await && house.has("dialogue", hers.id).await);
        assert!(!house.store.has_key("dialogue", his.id.uuid()));
        assert!(!house.store.has_key("dialogue", joost.uuid()));
        assert!(house.store.has_key("dialogue", hers.id.uuid()));
        assert_eq!((house.files(), house.waiting_jobs().await), (1, 1));
        let found = house.keeper.receipt(&house.job(), receipt.id).await.unwrap().unwrap();
        assert_eq!(found, receipt);
        assert!(found.ledger_hash.len() == 64 && found.generation > 0);
        let told = serde_json::to_string(&found).unwrap();
        assert!(!told.contains(&joost.to_string()) && !told.contains("Joost"), "{told}");
    }
}

#[tokio::test]
async fn the_law_keeps_the_profile_and_the_person_is_told_until_when() {
    let house = House::new(&On::Sqlite);
    let (coach, joost) = (house.person("Maria", &[Coach]).await, house.person("Joost", &[Participant]).await);
    let trajectory = house.trajectory(coach, joost).await;
    house.message(&trajectory, "Hello.").await;
    house.end(&trajectory).await;
    let scope = house.member(joost, &[Participant]);
    let receipt = house.keeper.erase(&scope, joost, Extent::Everything).await.unwrap();
    let [stays] = receipt.stays.as_slice() else { panic!("{receipt:?}") };
    assert_eq!((stays.why, stays.clause.as_deref()), (Why::Law, Some("law")));
    assert_eq!(stays.until.unwrap().to_string(), "2022-03-01");
    assert!(house.has("account", joost).await && !house.has("dialogue", trajectory.id).await);
    assert!(!house.store.has_key("dialogue", joost.uuid()), "what the law keeps keeps no other key");
    // To the end of that day, by the organisation's clock.
    for (time, is_kept) in [("2022-03-01T23:59:59+01:00", true), ("2022-03-02T00:00:00+01:00", false)] {
        let instant: kernel::Timestamp = time.parse().unwrap();
        house.clock.advance(instant.duration_since(house.clock.now()));
        let scope = house.member(joost, &[Participant]);
        let preview = house.keeper.erasure(&scope, joost, Extent::Everything).await.unwrap();
        assert_eq!(!preview.stays.is_empty(), is_kept, "{time}: {preview:?}");
    }
}

#[tokio::test]
async fn a_coach_who_erases_takes_the_notes_and_not_the_participants_dialogue() {
    let house = House::new(&On::Sqlite);
    let (coach, joost) = (house.person("Maria", &[Coach]).await, house.person("Joost", &[Participant]).await);
    let trajectory = house.trajectory(coach, joost).await;
    house.message(&trajectory, "Hello.").await;
    house.note(&trajectory, "Seems tired.").await;
    house.end(&trajectory).await;
    let another = house.trajectory(coach, joost).await;
    house.message(&another, "Hello again.").await;
    house.end(&another).await;
    let scope = house.member(coach, &[Coach]);
    let preview = house.keeper.erasure(&scope, coach, Extent::Everything).await.unwrap();
    let stays: Vec<_> =
        preview.stays.iter().map(|it| (it.class.as_str(), it.why, it.until.is_some(), it.holders)).collect();
    assert!(stays.contains(&("dialogue", Why::Others, true, 2)), "{stays:?}");
    house.keeper.erase(&scope, coach, Extent::Everything).await.unwrap();
    assert!(!house.has("private-notes", trajectory.id).await && !house.has("account", coach).await);
    assert!(house.has("dialogue", trajectory.id).await);
    assert!(house.store.has_key("dialogue", joost.uuid()));
}

// GDPR Art. 18: what somebody else has frozen is not taken from them.
#[tokio::test]
async fn a_coach_who_erases_leaves_what_the_participant_has_frozen() {
    let house = House::new(&On::Sqlite);
    let (coach, joost) = (house.person("Maria", &[Coach]).await, house.person("Joost", &[Participant]).await);
    let trajectory = house.trajectory(coach, joost).await;
    house.note(&trajectory, "Seems tired.").await;
    house.store.write(&house.job(), move |work| troth_keeper::restrict(work, joost)).await.unwrap();
    let scope = house.member(coach, &[Coach]);
    let receipt = house.keeper.erase(&scope, coach, Extent::Everything).await.unwrap();
    assert!(receipt.stays.iter().any(|it| (it.class.as_str(), it.why) == ("private-notes", Why::Restricted)));
    assert!(house.has("private-notes", trajectory.id).await && !house.has("account", coach).await);
}

#[tokio::test]
async fn killed_at_each_step_of_an_erasure_and_started_again_nothing_is_half_done() {
    for on in On::each() {
        for point in Point::ALL {
            let house = House::new(&on);
            let (coach, joost) = (house.person("Maria", &[Coach]).await, house.person("Joost", &[Participant]).await);
            let trajectory = house.trajectory(coach, joost).await;
            house.file(&trajectory, b"a picture").await;
            for n in 0..25 {
                house.trajectory(coach, joost).await;
                house.message(&trajectory, &format!("Line {n}.")).await;
            }
            house.note(&trajectory, "Seems tired.").await;
            let scope = house.member(joost, &[Participant]);
            let halted = house.keeper.erase_until(&scope, joost, Some(point)).await;
            assert!(matches!(halted, Err(KeeperError::Stopped(at)) if at == point), "{point:?}: {halted:?}");
            let house = house.reopen();
            assert!(house.keeper.receipts(&house.job(), 10).await.unwrap().is_empty(), "{point:?}: not done yet");
            let report = house.keep().await;
            assert!(report.is_done(), "{point:?}: {report:?}");
            let left = house.everything().await;
            assert!(
                left.iter()
                    .all(|(class, holder)| *holder == coach.uuid() || *holder == joost.uuid() && class != "dialogue"),
                "{point:?}: {left:?}"
            );
            assert!(!house.store.has_key("dialogue", trajectory.id.uuid()), "{point:?}");
            assert_eq!(house.files(), 0, "{point:?}");
            let receipts = house.keeper.receipts(&house.job(), 10).await.unwrap();
            let [receipt] = receipts.as_slice() else { panic!("{point:?}: {receipts:?}") };
            let dialogue = receipt.went.iter().find(|went| went.class == "dialogue").unwrap();
            assert_eq!((dialogue.rows, dialogue.files), (26, 1), "{point:?}");
        }
    }
}

#[tokio::test]
async fn what_is_held_of_a_person_stands_with_dates_and_clauses() {
    let house = House::new(&On::Sqlite);
    let (coach, joost) = (house.person("Maria", &[Coach]).await, house.person("Joost", &[Participant]).await);
    let trajectory = house.trajectory(coach, joost).await;
    house.message(&trajectory, "Hello.").await;
    for file in [b"a picture", b"and a new"] {
        house.file(&trajectory, file).await;
    }
    house.note(&trajectory, "Seems tired.").await;
    let waiting = house.keeper.held(&house.job(), joost).await.unwrap();
    let dialogue = waiting.iter().find(|item| item.category == "dialogue").unwrap();
    assert_eq!(dialogue.items, ["message.body", "attachment.file"], "each once, however many rows there are");
    assert!(matches!(&dialogue.goes, Goes::After { event, .. } if event == "trajectory-ended"), "{dialogue:?}");
    house.end(&trajectory).await;
    let held = house.keeper.held(&house.job(), joost).await.unwrap();
    let days: Vec<_> = held
        .iter()
        .map(|item| (item.category.as_str(), item.goes.clause().unwrap(), item.goes.day().unwrap().to_string()))
        .collect();
    assert_eq!(
        days,
        [
            ("private-notes", "notes-one-year", "2022-03-01".to_owned()),
            ("dialogue", "dialogue-two-years", "2023-03-01".to_owned()),
            ("profile", "participants", "2023-09-01".to_owned()),
            ("dates", "participants", "2023-09-01".to_owned()),
        ]
    );
}

#[tokio::test]
async fn a_person_takes_along_what_the_person_may_read() {
    let house = House::new(&On::Sqlite);
    let (coach, joost) = (house.person("Maria", &[Coach]).await, house.person("Joost", &[Participant]).await);
    let trajectory = house.trajectory(coach, joost).await;
    house.message(&trajectory, "Hello Maria.").await;
    house.note(&trajectory, "Seems tired.").await;
    let scope = house.member(joost, &[Participant]);
    let taken = taken_along(&house, &scope, joost).await;
    assert!(taken.contains("Hello Maria.") && taken.contains("Joost"), "{taken}");
    assert!(!taken.contains("Seems tired."), "the coach's notes stay under the coach's secrecy");
    assert!(taken.contains("private-notes"), "that they are held is told");
    house.clock.advance_days(1);
    let stranger = house.member(coach, &[Coach]);
    let other = taken_along(&house, &stranger, joost).await;
    assert!(!other.contains("\"Joost\""), "somebody else's name opens for nobody: {other}");
}

/// Prints what an erasure costs; run with `--ignored --nocapture`, and in release for a figure that means something.
#[tokio::test]
#[ignore = "a measurement"]
#[expect(clippy::disallowed_methods, reason = "a measurement needs the real clock")]
async fn cost_of_an_erasure_and_of_a_look() {
    let house = House::new(&On::Sqlite);
    let (coach, joost) = (house.person("Maria", &[Coach]).await, house.person("Joost", &[Participant]).await);
    let trajectory = house.trajectory(coach, joost).await;
    for n in 0..200 {
        house.message(&trajectory, &format!("Line {n}.")).await;
    }
    let scope = house.member(joost, &[Participant]);
    let began = std::time::Instant::now();
    house.keeper.erase(&scope, joost, Extent::Everything).await.unwrap();
    println!("{:?} for an erasure with 200 messages", began.elapsed());
    let began = std::time::Instant::now();
    house.keep().await;
    println!("{:?} for a look with nothing due", began.elapsed());
}
