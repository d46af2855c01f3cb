//! A coach's reusable texts: the own ones alone, sealed, put into an answer by a button.

use axum::http::StatusCode;
use testkit::{Canaries, canary};

use crate::{
    stage::Stage,
    walk::{begin, hidden},
};

const TEXTS: &str = "/caseload/texts";

// SH12
#[tokio::test(flavor = "multi_thread")]
async fn a_coachs_texts_are_the_coachs_alone_and_sealed() {
    let stage = Stage::set().await;
    let (mut hanna, mut olaf) = (stage.hanna.clone(), stage.olaf.clone());
    let empty = stage.campus.post(&mut hanna, TEXTS, &[("text", " ")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    stage.campus.done(&mut hanna, TEXTS, &[("text", "CANARY well observed")]).await;
    let page = stage.campus.page(&mut hanna, TEXTS).await;
    let own = page.split("action=\"/caseload/texts/").nth(1).unwrap().split('"').next().unwrap();
    let (page, one) = (page.clone(), format!("{TEXTS}/{own}"));
    assert!(page.contains("CANARY well observed"), "{page}");
    assert!(!stage.campus.page(&mut olaf, TEXTS).await.contains("CANARY"));
    let other = [("text", "other words"), ("do", "keep")];
    assert_eq!(stage.campus.post(&mut olaf, &one, &other).await.status, StatusCode::NOT_FOUND);
    assert_eq!(stage.campus.post(&mut olaf, &one, &[("do", "remove")]).await.status, StatusCode::NOT_FOUND);
    for stranger in [&stage.mia, &stage.maria] {
        assert_eq!(stage.campus.get(&mut stranger.clone(), TEXTS).await.status, StatusCode::NOT_FOUND);
        for path in [TEXTS, &one] {
            let refused = stage.campus.post(&mut stranger.clone(), path, &other).await;
            assert_eq!(refused.status, StatusCode::NOT_FOUND, "{path}");
        }
    }
    let mut canaries = Canaries::new();
    canaries.add("text", "CANARY well observed");
    stage.campus.site.store.flush().await.unwrap();
    assert_eq!(canary::search(stage.campus.folder.path(), &canaries).unwrap(), []);
    stage.campus.done(&mut hanna, &one, &other).await;
    assert!(stage.campus.page(&mut hanna, TEXTS).await.contains("other words"));
    stage.campus.done(&mut hanna, &one, &[("do", "remove")]).await;
    assert!(!stage.campus.page(&mut hanna, TEXTS).await.contains("other words"));
}

// SH12
#[tokio::test(flavor = "multi_thread")]
async fn a_text_is_put_behind_what_was_typed_and_nothing_is_sent_by_it() {
    let stage = Stage::set().await;
    let walk = begin(&stage, &mut stage.maria.clone(), "Maria").await;
    walk.assign(&stage, "Hanna").await;
    let mut hanna = stage.hanna.clone();
    stage.campus.done(&mut hanna, TEXTS, &[("text", "Go gently.")]).await;
    let shared = [("remark", "rain"), ("sharing", "shared"), ("do", "finish")];
    walk.fill(&stage, &mut stage.maria.clone(), "sleep-diary", &shared).await;
    let case = walk.path.replace("/programmes/", "/caseload/");
    let to = format!("{case}/responses");
    let day = hidden(&stage.campus.page(&mut hanna, &case).await, "name=\"exercise\" value=\"sleep-diary\"", "day");
    let asking = [("exercise", "sleep-diary"), ("day", &*day), ("text", "Dear Maria,"), ("do", "texts")];
    let choice = stage.campus.post(&mut hanna, &to, &asking).await.text();
    assert!(choice.contains("Go gently.") && choice.contains(">Dear Maria,</textarea>"), "{choice}");
    let button = choice.split("value=\"text-").nth(1).unwrap().split('"').next().unwrap();
    let button = format!("text-{button}");
    let choosing = [("exercise", "sleep-diary"), ("day", &*day), ("text", "Dear Maria,"), ("do", &*button)];
    let back = stage.campus.post(&mut hanna, &to, &choosing).await;
    assert_eq!(back.status, StatusCode::OK);
    assert!(back.text().contains(">Dear Maria,\n\nGo gently.</textarea>"), "{}", back.text());
    let page = stage.campus.page(&mut hanna, &case).await;
    assert!(!page.contains("Go gently."), "nothing was kept or sent: {page}");
    for stranger in [&stage.olaf, &stage.mia, &stage.maria] {
        let refused = stage.campus.post(&mut stranger.clone(), &to, &asking).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND);
    }
}
