//! What pages cost in queries: it does not grow with what is on them (I14).

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::house::{COACH, House, MANAGER, MARIA, PIET};

static QUERIES: AtomicUsize = AtomicUsize::new(0);

/// Counts what the store says that it asks the database.
struct Counter;

impl tracing::Subscriber for Counter {
    fn enabled(&self, metadata: &tracing::Metadata<'_>) -> bool {
        metadata.target() == "troth_store::sql"
    }
    fn new_span(&self, _: &tracing::span::Attributes<'_>) -> tracing::span::Id {
        tracing::span::Id::from_u64(1)
    }
    fn record(&self, _: &tracing::span::Id, _: &tracing::span::Record<'_>) {}
    fn record_follows_from(&self, _: &tracing::span::Id, _: &tracing::span::Id) {}
    fn event(&self, _: &tracing::Event<'_>) {
        QUERIES.fetch_add(1, Ordering::SeqCst);
    }
    fn enter(&self, _: &tracing::span::Id) {}
    fn exit(&self, _: &tracing::span::Id) {}
}

async fn cost(house: &House, who: crate::house::Who, path: &str) -> usize {
    // The mark of what was seen is a unit of work of its own; let earlier ones end first.
    tokio::time::sleep(std::time::Duration::from_millis(150)).await;
    let before = QUERIES.load(Ordering::SeqCst);
    let answer = house.get(who, path).await;
    let after = QUERIES.load(Ordering::SeqCst);
    assert!(answer.status.is_success(), "{path}");
    after - before
}

#[test]
fn a_dialogue_of_twenty_and_the_first_page_take_at_most_six_queries() {
    // This test counts for the whole process, so it runs in a process of its own.
    if std::env::args().all(|argument| argument != "--exact") {
        let own = std::env::current_exe().unwrap();
        let name = "costs::a_dialogue_of_twenty_and_the_first_page_take_at_most_six_queries";
        let run = std::process::Command::new(own).args(["--exact", name]).output().unwrap();
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stdout));
        return;
    }
    tracing::subscriber::set_global_default(Counter).unwrap();
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
}
