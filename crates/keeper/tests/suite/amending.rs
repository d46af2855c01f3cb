//! What an amended statement would do, told before it does it.

use std::sync::Arc;

use crate::house::{House, On};
use kernel::{
    Archetype::{Coach, Participant},
    Language,
    words::{Voice, Words},
};
use statement::Plan;

const HOUSE: &str = include_str!("house/house.kdl");

fn amended(house: &House, from: &str, to: &str) -> Arc<Plan> {
    assert!(HOUSE.contains(from), "{from}");
    let text = HOUSE.replace(from, to);
    let checked = statement::check(&text, Some(&house.inventory));
    Arc::new(checked.plan.unwrap_or_else(|| panic!("{:?}", checked.diagnostics)))
}

/// Six trajectories, ended 0, 100, ... 500 days ago, with two messages and a note each; and one that runs.
async fn furnished() -> House {
    let house = House::new(&On::Sqlite);
    let coach = house.person("Maria", &[Coach]).await;
    for n in 0..7 {
        let participant = house.person("Joost", &[Participant]).await;
        let trajectory = house.trajectory(coach, participant).await;
        house.message(&trajectory, "How was it?").await;
        house.message(&trajectory, "Good.").await;
        house.note(&trajectory, "Seems tired.").await;
        if n < 6 {
            house.end(&trajectory).await;
            house.clock.advance_days(if n < 5 { 100 } else { 0 });
        }
    }
    house.keep().await;
    house
}

// A preview is worth something only if it comes true.
#[tokio::test]
async fn what_an_edit_would_delete_tonight_is_what_goes_when_it_holds() {
    for on in ["1 year", "299 days", "40 days", "3 years"] {
        let house = furnished().await;
        let to = format!("keep \"dialogue\" for=\"{on}\" after=\"trajectory-ended\"");
        let new = amended(&house, "keep \"dialogue\" for=\"2 years\" after=\"trajectory-ended\"", &to);
        let before = house.everything().await;
        let effect = house.keeper.effect(&house.job(), &new).await.unwrap();
        assert_eq!(house.everything().await, before, "a preview takes nothing");
        let goes: usize = effect.moved.iter().map(|moved| moved.goes_now).sum();
        let next = troth_keeper::Keeper::new(house.store.clone(), Arc::clone(&new), Arc::clone(&house.inventory));
        let keeping = troth_keeper::Keeping { clock_is_right: true, ..troth_keeper::Keeping::default() };
        next.keep(&house.job(), keeping).await.unwrap();
        let after = house.everything().await;
        assert_eq!(before.len() - after.len(), goes, "{on}: {effect:?}");
        let days = ["1 year", "299 days", "40 days", "3 years"].iter().position(|other| *other == on).unwrap();
        assert_eq!(goes, [2, 3, 5, 0][days], "{on}: {effect:?}");
        assert!(effect.moved.iter().all(|moved| moved.class == "dialogue"), "{effect:?}");
        assert_eq!(effect.moved.iter().map(|moved| moved.rows).sum::<i64>(), 2 * i64::try_from(goes).unwrap());
    }
}

#[tokio::test]
async fn an_edit_of_words_does_nothing_and_a_longer_period_moves_dates_later_and_asks() {
    let house = furnished().await;
    let words = amended(&house, "en=\"Your dialogue\"", "en=\"Our dialogue\"");
    assert!(house.keeper.effect(&house.job(), &words).await.unwrap().is_nothing());
    let longer = amended(&house, "keep \"private-notes\" for=\"1 year\"", "keep \"private-notes\" for=\"18 months\"");
    let effect = house.keeper.effect(&house.job(), &longer).await.unwrap();
    let [moved] = effect.moved.as_slice() else { panic!("{effect:?}") };
    // Two notes of six are gone already; that of the trajectory that runs has no date yet.
    assert_eq!((moved.class, moved.goes_now, moved.earlier, moved.later), ("private-notes", 0, 0, 4));
    assert_eq!(effect.wider, ["notes-one-year"]);
    assert_eq!(effect.asks, 6, "the coach and the five people of whom a note is held");
    let shorter = amended(&house, "keep \"private-notes\" for=\"1 year\"", "keep \"private-notes\" for=\"11 months\"");
    let effect = house.keeper.effect(&house.job(), &shorter).await.unwrap();
    assert_eq!((effect.moved[0].earlier, effect.asks), (4, 0), "{effect:?}");
}

#[tokio::test]
async fn an_effect_reads_in_every_language_and_as_json() {
    let house = furnished().await;
    let new = amended(
        &house,
        "keep \"dialogue\" for=\"2 years\" after=\"trajectory-ended\"",
        "keep \"dialogue\" for=\"299 days\" after=\"trajectory-ended\"",
    );
    let effect = house.keeper.effect(&house.job(), &new).await.unwrap();
    let words = Arc::new(Words::new(troth_keeper::SLICE.words.iter().copied()).unwrap());
    for language in Language::ALL {
        let text = effect.text(&Voice::new(Arc::clone(&words), language), &new);
        assert!(text.contains('6') && !text.contains("[keeper-") && !text.contains('{'), "{text}");
    }
    let english = effect.text(&Voice::new(words, Language::En), &new);
    assert_eq!(
        english.lines().collect::<Vec<_>>(),
        [
            "This edit:",
            "  deletes 6 entries of Your dialogue tonight, in 3 places",
            "  moves the date of Your dialogue earlier in 3 places",
        ]
    );
    let json = serde_json::to_value(&effect).unwrap();
    assert_eq!((&json["moved"][0]["goes_now"], &json["asks"]), (&serde_json::json!(3), &serde_json::json!(0)));
}
