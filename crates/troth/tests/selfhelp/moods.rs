//! How one felt, day by day: looked back at, taken back and removed.

use axum::http::StatusCode;

use crate::{
    stage::Stage,
    walk::{Walk, begin, hidden},
};

/// Maria notes how she feels today.
async fn note(stage: &Stage, walk: &Walk, point: &str, sharing: &str) {
    let mut maria = stage.maria.clone();
    let page = stage.campus.page(&mut maria, &walk.path).await;
    let mark = "id=\"mood-title\"";
    let (hand, reader) = (hidden(&page, mark, "hand"), hidden(&page, mark, "reader"));
    let fields = [("hand", &*hand), ("point", point), ("sharing", sharing), ("reader", &*reader)];
    stage.campus.done(&mut maria, &walk.at("/mood"), &fields).await;
}

// SH12
#[tokio::test(flavor = "multi_thread")]
async fn moods_are_looked_back_at_day_by_day_taken_back_and_removed() {
    let mut stage = Stage::set().await;
    let walk = begin(&stage, &mut stage.maria.clone(), "Maria").await;
    walk.assign(&stage, "Hanna").await;
    let page = stage.campus.page(&mut stage.maria.clone(), &walk.at("/moods")).await;
    assert!(page.contains("You have not noted how you feel yet."), "{page}");
    note(&stage, &walk, "3", "shared").await;
    let first = stage.campus.site.scope(kernel::Actor::Job("keeper.keep")).today().to_string();
    stage.later(1).await;
    stage.maria = stage.campus.sign_in(&stage.campus.site, "Maria").await;
    note(&stage, &walk, "7", "own").await;
    let page = stage.campus.page(&mut stage.maria.clone(), &walk.path).await;
    assert!(page.contains("How you felt, day by day"), "{page}");
    let moods = walk.at("/moods");
    let page = stage.campus.page(&mut stage.maria.clone(), &moods).await;
    assert!(page.find("7 of 10.").unwrap() < page.find("3 of 10.").unwrap(), "the latest first: {page}");
    assert!(page.contains("Hanna can read it, and has not seen it yet"), "{page}");

    let back = [("day", first.as_str())];
    let to = stage.campus.done(&mut stage.maria.clone(), &walk.at("/mood/taking-back"), &back).await;
    assert!(to.ends_with("/moods?done=taken-back"), "{to}");
    let page = stage.campus.page(&mut stage.maria.clone(), &moods).await;
    assert!(!page.contains("Take it back"), "{page}");

    let form = stage.campus.page(&mut stage.maria.clone(), &walk.at(&format!("/moods/removal?day={first}"))).await;
    assert!(form.contains("Remove this for good?"), "{form}");
    stage.campus.done(&mut stage.maria.clone(), &walk.at("/moods/removal"), &back).await;
    let page = stage.campus.page(&mut stage.maria.clone(), &moods).await;
    assert!(page.contains("7 of 10.") && !page.contains("3 of 10."), "{page}");
    let never = stage.campus.get(&mut stage.maria.clone(), &walk.at("/moods/removal?day=never")).await;
    assert_eq!(never.status, StatusCode::NOT_FOUND);
}
