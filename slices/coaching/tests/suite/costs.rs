//! What pages cost in queries: it does not grow with what is on them (I14).

use testkit::counting;

use crate::house::{COACH, House, MANAGER, MARIA, PIET};

async fn cost(house: &House, who: crate::house::Who, path: &str) -> usize {
    // The mark of what was seen is a unit of work of its own; let earlier ones end first.
    tokio::time::sleep(std::time::Duration::from_millis(150)).await;
    let before = counting::queries();
    let answer = house.get(who, path).await;
    let after = counting::queries();
    assert!(answer.status.is_success(), "{path}");
    after - before
}

#[test]
fn a_dialogue_of_twenty_and_the_first_page_take_at_most_six_queries() {
    counting::alone("costs::a_dialogue_of_twenty_and_the_first_page_take_at_most_six_queries", || {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let house = House::open().await;
            let trajectory = house.link(COACH, MARIA).await;
            house.link(COACH, PIET).await;
            for _ in 0..21 {
                house.clock.advance(jiff::SignedDuration::from_mins(1));
                let files: &[(&str, &[u8])] = &[("plan.txt", b"steps")];
                house.write(COACH, &format!("{trajectory}/messages"), "Hello.", files).await;
            }
            let dialogue = format!("{trajectory}/dialogue");
            cost(&house, MARIA, &dialogue).await;
            let costs = [
                ("dialogue", cost(&house, MARIA, &dialogue).await),
                ("coach's start", cost(&house, COACH, "/").await),
                ("participant's start", cost(&house, MARIA, "/").await),
                ("manager's start", cost(&house, MANAGER, "/").await),
            ];
            assert!(costs.iter().all(|(_, cost)| (3..=6).contains(cost)), "{costs:?}");
        });
    })
    .unwrap();
}
