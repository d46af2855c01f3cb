//! Who is told beforehand, and how often.

use std::sync::{Arc, Mutex};

use crate::house::{House, On};
use kernel::{
    Archetype::{Coach, Participant},
    PersonId,
};

async fn told(house: &House) -> Vec<PersonId> {
    let told = Arc::new(Mutex::new(Vec::new()));
    let heard = Arc::clone(&told);
    let count = house
        .keeper
        .announce(&house.job(), move |_, person| {
            heard.lock().unwrap().push(person);
            Ok(())
        })
        .await
        .unwrap();
    let told = told.lock().unwrap().clone();
    assert_eq!(told.len(), count);
    told
}

// SH9: a reminder goes out before.
#[tokio::test]
async fn the_person_is_told_once_two_weeks_before_and_nobody_else() {
    for on in On::each() {
        let statement = include_str!("house/house.kdl")
            .replace("id=\"dialogue-two-years\"", "id=\"dialogue-two-years\" announce=\"14 days\"");
        let house = House::with(&on, &statement);
        let coach = house.person("Maria", &[Coach]).await;
        let participant = house.person("Joost", &[Participant]).await;
        let other = house.person("Elin", &[Participant]).await;
        let trajectory = house.trajectory(coach, participant).await;
        house.message(&trajectory, "How was it?").await;
        house.message(&house.trajectory(coach, other).await, "And you?").await;
        house.end(&trajectory).await;
        let zone = house.plan.zone().clone();
        house.clock.advance_calendar(1, 350, &zone);
        assert_eq!(told(&house).await, [], "it is not near yet");
        house.clock.advance_calendar(0, 2, &zone);
        assert_eq!(told(&house).await, [participant]);
        assert_eq!(told(&house).await, [], "once is enough");
        house.clock.advance_calendar(0, 14, &zone);
        house.keep().await;
        assert!(!house.has("dialogue", trajectory.id).await);
        assert_eq!(told(&house).await, [], "what has gone is not announced");
    }
}

#[tokio::test]
async fn without_the_statement_s_word_nobody_is_told() {
    let house = House::new(&On::Sqlite);
    let coach = house.person("Maria", &[Coach]).await;
    let participant = house.person("Joost", &[Participant]).await;
    let trajectory = house.trajectory(coach, participant).await;
    house.message(&trajectory, "How was it?").await;
    house.end(&trajectory).await;
    house.clock.advance_calendar(1, 362, house.plan.zone());
    assert_eq!(told(&house).await, []);
}

#[tokio::test]
async fn a_clause_that_announces_a_category_tells_of_every_rule_that_takes_something_of_it() {
    let clause = |category: &str| {
        let text = format!("announce \"{category}\" before=\"14 days\" by=\"mail\"\n    keep \"dialogue\" for=");
        include_str!("house/house.kdl").replacen("keep \"dialogue\" for=", &text, 1)
    };
    // The profile goes by the rule for everything of participants, half a year after the dialogue.
    // Days count from the trajectory's end. On the first of the two something of another category is near.
    for (category, other, near) in [("dialogue", 355, 720), ("profile", 720, 904)] {
        let house = House::with(&On::Sqlite, &clause(category));
        let coach = house.person("Maria", &[Coach]).await;
        let participant = house.person("Joost", &[Participant]).await;
        let trajectory = house.trajectory(coach, participant).await;
        house.message(&trajectory, "How was it?").await;
        house.note(&trajectory, "Seems tired.").await;
        house.end(&trajectory).await;
        for days in [other, near - 5 - other] {
            house.clock.advance_calendar(0, days, house.plan.zone());
            assert_eq!(told(&house).await, [], "{category} is not near yet");
        }
        house.clock.advance_calendar(0, 10, house.plan.zone());
        assert_eq!(told(&house).await, [participant], "{category}");
    }
}
