//! Who reads visitor data: technicians alone, and for its lines only with a reason that is kept.

use crate::{
    stage::{Stage, Visitor},
    world::Browser,
};

const PAGES: [&str; 3] = ["/visits", "/visits/lines", "/visits/pages"];

// SH7
#[tokio::test(flavor = "multi_thread")]
async fn visitor_data_is_absent_to_everybody_but_technicians() {
    let mut stage = Stage::set("education").await;
    let fields = [("day", "2026-11-22"), ("reason", "I would like to know.")];
    stage.others.push(stage.ine.clone());
    for path in PAGES {
        for other in &stage.others {
            assert_eq!(stage.campus.get(&mut other.clone(), path).await.status, 404, "{path}");
            assert_eq!(stage.campus.post(&mut other.clone(), "/visits/lines", &fields).await.status, 404);
        }
        let stranger = stage.campus.get(&mut Browser::default(), path).await;
        assert!(stranger.status == 303 && stranger.location().starts_with("/sign-in"), "{path}");
        assert_eq!(stage.campus.get(&mut stage.tom, path).await.status, 200, "{path}");
    }
    assert_eq!(stage.campus.post(&mut Browser::default(), "/visits/lines", &fields).await.status, 403);
    // Who read, and why, is for officers alone.
    stage.others.pop();
    for other in stage.others.iter().chain([&stage.tom]) {
        assert_eq!(stage.campus.get(&mut other.clone(), "/visits/readings").await.status, 404);
    }
    assert_eq!(stage.campus.get(&mut stage.ine, "/visits/readings").await.status, 200);
}

// CE13, CE21
#[tokio::test(flavor = "multi_thread")]
async fn lines_open_only_after_a_reason_that_the_officer_reads() {
    let mut stage = Stage::set("education").await;
    stage.open(&Visitor::from("198.51.100.77"), "/privacy").await;
    stage.write().await;
    let day = stage.today();
    for reason in ["", "  "] {
        let fields = [("day", &*day.to_string()), ("reason", reason)];
        let answer = stage.campus.post(&mut stage.tom, "/visits/lines", &fields).await;
        assert_eq!(answer.status, 422);
        assert!(!answer.text().contains("198.51.100.77"));
    }
    stage.campus.site.store.flush().await.unwrap();
    let review = stage.campus.page(&mut stage.ine, "/access-review").await;
    assert!(!review.contains("visits.lines"), "nothing was opened: {review}");
    let page = stage.campus.page(&mut stage.ine, "/visits/readings").await;
    assert!(page.contains("Nobody has read lines of visits."), "{page}");

    assert!(stage.lines(day).await.contains("198.51.100.77"));
    stage.campus.site.store.flush().await.unwrap();
    let review = stage.campus.page(&mut stage.ine, "/access-review").await;
    assert!(review.contains("visits.lines") && review.contains("href=\"/visits/readings\""), "{review}");
    let page = stage.campus.page(&mut stage.ine, "/visits/readings").await;
    assert!(page.contains("Many refused sign-ins were found.") && page.contains("22 November 2026"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_of_visits_speak_three_languages() {
    let mut stage = Stage::set("education").await;
    for (language, word) in [("nl", "Capaciteit"), ("sv", "Kapacitet")] {
        let page = stage.campus.page(&mut stage.tom, &format!("/visits?lang={language}")).await;
        assert!(page.contains(word), "{page}");
    }
}
