//! Figures of capacity, and counts of pages in groups.

use jiff::SignedDuration;
use kernel::Clock as _;

use crate::{
    log::fact,
    stage::{Stage, Visitor},
};

// SH7
#[tokio::test(flavor = "multi_thread")]
async fn a_technician_sees_the_capacity_of_each_day_that_is_over_and_nobody_in_it() {
    let mut stage = Stage::set("selfhelp").await;
    // What signing in left is not counted here.
    stage.campus.site.visits.take();
    let page = stage.campus.page(&mut stage.tom, "/visits").await;
    assert!(page.contains("Those of today stand here tomorrow"), "{page}");
    stage.campus.site.visits.take();
    let visitor = Visitor::from("198.51.100.77");
    for _ in 0..3 {
        stage.open(&visitor, "/privacy").await;
        stage.campus.clock.advance(SignedDuration::from_mins(5));
    }
    stage.open(&Visitor::from("198.51.100.78"), "/nowhere").await;
    stage.next_day().await;
    let page = stage.seen("/visits").await;
    for (term, value) in [("Requests", "4"), ("Visits", "2"), ("The longest visit lasted", "10 minutes")] {
        assert_eq!(fact(&page, term), value, "{term}");
    }
    assert!(page.contains("/privacy") && page.contains("(no such page)"), "{page}");
    assert!(!page.contains("198.51.100"), "{page}");
    // The figures go with the log.
    stage.later(30).await;
    let page = stage.seen("/visits").await;
    assert!(!page.contains("day=2026-11-22"), "{page}");
}

// CE2, CE12
#[tokio::test(flavor = "multi_thread")]
async fn a_page_is_shown_by_week_from_ten_visits_on_without_those_who_ask_not_to_be_counted() {
    let stage = Stage::set("education").await;
    stage.campus.clock.set("2026-11-16T09:00:00Z".parse().unwrap());
    let visitor = |n: u8| Visitor::from(&format!("198.51.100.{n}"));
    for n in 1..=9 {
        stage.open(&visitor(n), "/privacy/versions").await;
        stage.open(&visitor(n), "/privacy").await;
    }
    for _ in 0..5 {
        stage.open(&Visitor { is_private: true, ..visitor(50) }, "/privacy/versions").await;
    }
    stage.next_day().await;
    stage.open(&visitor(10), "/privacy").await;
    stage.campus.clock.set("2026-11-22T09:00:00Z".parse().unwrap());
    stage.campus.keep().await;
    let path = "/visits/pages?week=2026-11-16";
    let page = stage.seen(path).await;
    assert!(!page.contains("<code>/privacy</code>"), "the week is not over: {page}");
    stage.campus.clock.set("2026-11-23T09:00:00Z".parse().unwrap());
    stage.campus.keep().await;
    let page = stage.seen(path).await;
    assert!(page.contains("<code>/privacy</code>") && page.contains(">10<"), "{page}");
    assert!(!page.contains("<code>/privacy/versions</code>"), "nine visits are too few: {page}");
    assert!(page.contains("From which country a visit comes is not found out."), "{page}");

    // The log of the day has gone long since; the counts stay for their thirteen months.
    let goes: kernel::Timestamp = "2027-12-18T09:00:00Z".parse().unwrap();
    stage.campus.clock.set("2027-12-16T09:00:00Z".parse().unwrap());
    stage.campus.keep().await;
    assert!(held(&stage, "2026-11-16").await, "on the last day they are there");
    stage.campus.clock.set(goes);
    stage.campus.keep().await;
    assert!(!held(&stage, "2026-11-16").await && stage.campus.clock.now() == goes);
}

/// Whether anything is held of a day.
async fn held(stage: &Stage, day: &str) -> bool {
    let day = day.parse().unwrap();
    let scope = stage.campus.site.scope(kernel::Actor::Job("visits.write"));
    let found: Result<_, store::StoreError> =
        stage.campus.site.store.read(&scope, move |reader| visits::find(reader, day)).await;
    found.unwrap().is_some()
}
