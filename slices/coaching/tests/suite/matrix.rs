//! Who gets through which door.

use http::axum::http::{Method, StatusCode};

use crate::house::{COACH, House, MANAGER, MARIA, OTHER_COACH, PIET, Who};

const BOTH: [Who; 2] = [COACH, MARIA];

#[tokio::test(flavor = "multi_thread")]
async fn only_the_two_enter_a_trajectory_and_to_all_others_it_is_absent() {
    // UC3 UC4 UC5
    let house = House::open().await;
    let trajectory = house.link(COACH, MARIA).await;
    for rest in ["", "/dialogue", "/notes", "/goals", "/appointments"] {
        let path = format!("{trajectory}{rest}");
        for who in BOTH {
            assert_eq!(house.get(who, &path).await.status, StatusCode::OK, "{} {path}", who.0);
        }
        for who in [MANAGER, OTHER_COACH, PIET] {
            assert_eq!(house.get(who, &path).await.status, StatusCode::NOT_FOUND, "{} {path}", who.0);
        }
        let stranger = house.send(None, Method::GET, &path, "", Vec::new()).await;
        assert_eq!(stranger.status, StatusCode::SEE_OTHER);
        assert!(stranger.location().starts_with("/sign-in"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn private_notes_are_open_to_the_coach_alone() {
    // UC6
    let house = House::open().await;
    let trajectory = house.link(COACH, MARIA).await;
    let path = format!("{trajectory}/private-notes");
    assert_eq!(house.post(COACH, &path, &[("text", "She is tired.")]).await.status, StatusCode::SEE_OTHER);
    let page = house.get(COACH, &path).await.text();
    assert!(page.contains("She is tired.") && page.contains("Only you can read this"), "{page}");
    for who in [MARIA, MANAGER, OTHER_COACH, PIET] {
        assert_eq!(house.get(who, &path).await.status, StatusCode::NOT_FOUND, "{}", who.0);
        assert_eq!(house.post(who, &path, &[("text", "mine")]).await.status, StatusCode::NOT_FOUND, "{}", who.0);
    }
    assert!(!house.get(MARIA, &format!("{trajectory}/dialogue")).await.text().contains("/private-notes"));
}

#[tokio::test(flavor = "multi_thread")]
async fn managers_see_names_and_dates_and_nothing_of_the_content() {
    // UC3
    let house = House::open().await;
    let trajectory = house.link(COACH, MARIA).await;
    house.write(MARIA, &format!("{trajectory}/messages"), "CANARY message", &[]).await;
    house.post(COACH, &format!("{trajectory}/goals"), &[("title", "CANARY goal")]).await;
    let list = house.get(MANAGER, "/trajectories").await.text();
    assert!(list.contains("Maria Participant") && list.contains("Hanna Coach") && list.contains("2 March 2026"));
    let closure = house.get(MANAGER, &format!("{trajectory}/closure")).await.text();
    assert!(closure.contains("2 March 2028"), "{closure}");
    for page in [list, closure, house.get(MANAGER, "/").await.text()] {
        assert!(!page.contains("CANARY"));
    }
    for who in [COACH, MARIA] {
        assert_eq!(house.get(who, "/trajectories").await.status, StatusCode::NOT_FOUND);
        assert_eq!(house.get(who, "/trajectories/new").await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_ended_trajectory_is_read_and_not_written() {
    let house = House::open().await;
    let trajectory = house.link(COACH, MARIA).await;
    house.write(MARIA, &format!("{trajectory}/messages"), "Thank you for all.", &[]).await;
    assert_eq!(house.post(MARIA, &format!("{trajectory}/closure"), &[]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(house.post(COACH, &format!("{trajectory}/closure"), &[]).await.status, StatusCode::SEE_OTHER);
    let page = house.get(MARIA, &format!("{trajectory}/dialogue")).await.text();
    assert!(page.contains("Thank you for all.") && page.contains("This trajectory ended on 2 March 2026."));
    assert!(page.contains("2 March 2028"), "the seal knows the date");
    assert!(!page.contains("<textarea"), "nothing to write in");
    // What was being written is given back, not lost.
    let late = house.write(MARIA, &format!("{trajectory}/messages"), "One more thing", &[]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.text().contains("One more thing"));
    for (path, fields) in [
        ("/notes", vec![("text", "x")]),
        ("/goals", vec![("title", "x")]),
        ("/draft", vec![("text", "x")]),
        ("/closure", vec![]),
    ] {
        let answer = house.post(COACH, &format!("{trajectory}{path}"), &fields).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_have_all_their_words_in_each_language() {
    let house = House::open().await;
    let trajectory = house.link(COACH, MARIA).await;
    house.write(MARIA, &format!("{trajectory}/messages"), "Hello.", &[("plan.pdf", b"%PDF-1.7")]).await;
    let paths =
        ["/", "/trajectories/mine", "/dialogue", "/notes", "/goals", "/appointments", "/private-notes", "", "/closure"];
    for lang in ["en", "nl", "sv"] {
        for path in paths {
            let path = if path == "/" || path.starts_with("/trajectories") {
                format!("{path}?lang={lang}")
            } else {
                format!("{trajectory}{path}?lang={lang}")
            };
            let answer = house.get(COACH, &path).await;
            assert_eq!(answer.status, StatusCode::OK, "{path}");
            let page = answer.text();
            for prefix in ["[coaching-", "[ui-", "[organisation-", "[month-", "{ $"] {
                assert!(!page.contains(prefix), "{path}: {prefix}");
            }
        }
        for path in ["/", "/trajectories", "/trajectories/new", "/trajectories?state=ended"] {
            let sign = if path.contains('?') { '&' } else { '?' };
            let page = house.get(MANAGER, &format!("{path}{sign}lang={lang}")).await.text();
            assert!(!page.contains("[coaching-") && page.contains("</html>"), "{path}");
        }
    }
}
