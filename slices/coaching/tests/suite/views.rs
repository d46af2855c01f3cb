//! One's own view beside a note that the other shared (UC12, TF18, GDPR Art. 16).

use http::axum::http::StatusCode;

use crate::{
    house::{COACH, House, MANAGER, MARIA, OTHER_COACH, PIET, Who},
    story::link,
};

/// A note that the coach shared with Maria: its page, and the door to a view beside it.
async fn shared(house: &House, trajectory: &str, text: &str) -> (String, String) {
    let notes = format!("{trajectory}/notes");
    let sharing = house.post(COACH, &notes, &[("text", text), ("share", "yes")]).await.location().to_owned();
    house.post(COACH, &sharing, &[]).await;
    let door = link(&house.get(MARIA, &notes).await.text(), &format!("{notes}/"), "/view");
    (notes, door)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_view_stands_beside_the_note_for_both_and_is_its_writers_to_change_and_to_remove() {
    let house = House::open().await;
    let trajectory = house.link(COACH, MARIA).await;
    let (notes, door) = shared(&house, &trajectory, "She gives up early.").await;
    assert!(house.get(MARIA, &notes).await.text().contains("Add your view"));
    let form = house.get(MARIA, &door).await.text();
    assert!(form.contains("She gives up early.") && form.contains("Hanna Coach gets a mail"), "{form}");
    assert_eq!(house.post(MARIA, &door, &[("text", " ")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let kept = house.post(MARIA, &door, &[("text", "I was ill that week.")]).await;
    assert_eq!(kept.location(), format!("{notes}?done=view-kept"));
    for (who, said) in [(MARIA, "Your view, written on"), (COACH, "How Maria Participant sees it, written on")] {
        let page = house.get(who, &notes).await.text();
        assert!(page.contains("She gives up early.") && page.contains("I was ill that week."), "{page}");
        assert!(page.contains(said), "{page}");
    }
    assert!(!house.get(COACH, &notes).await.text().contains("/view"), "nobody answers beside the own note");

    house.post(MARIA, &door, &[("text", "I was ill, and said so.")]).await;
    let page = house.get(COACH, &notes).await.text();
    assert!(page.contains("I was ill, and said so.") && !page.contains("that week"), "{page}");
    for who in [COACH, MANAGER, OTHER_COACH, PIET] {
        for (path, fields) in [(door.clone(), vec![("text", "mine")]), (format!("{door}/removal"), vec![])] {
            house.post(who, &path, &fields).await;
            assert!(house.get(MARIA, &notes).await.text().contains("I was ill, and said so."), "{}", who.0);
        }
        assert_eq!(house.get(who, &door).await.status, StatusCode::NOT_FOUND, "{}", who.0);
    }
    let removed = house.post(MARIA, &format!("{door}/removal"), &[]).await;
    assert_eq!(removed.location(), format!("{notes}?done=view-removed"));
    let page = house.get(COACH, &notes).await.text();
    assert!(page.contains("She gives up early.") && !page.contains("I was ill"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_put_beside_what_is_not_shared_or_not_there_and_a_view_goes_with_its_note() {
    let house = House::open().await;
    let trajectory = house.link(COACH, MARIA).await;
    let notes = format!("{trajectory}/notes");
    let kept = house.post(COACH, &notes, &[("text", "Not for her yet."), ("share", "yes")]).await;
    let unshared = kept.location().replace("/sharing", "/view");
    let (_, door) = shared(&house, &trajectory, "She gives up early.").await;
    let tries: [(Who, &str); 3] =
        [(MARIA, &unshared), (COACH, &unshared), (MARIA, &door.replace(&door[door.len() - 9..], "0000/view"))];
    for (who, path) in tries {
        assert_eq!(house.get(who, path).await.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(house.post(who, path, &[("text", "x")]).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    house.post(MARIA, &door, &[("text", "I was ill that week.")]).await;
    house.post(COACH, &door.replace("/view", "/removal"), &[]).await;
    for who in [COACH, MARIA] {
        assert!(!house.get(who, &notes).await.text().contains("I was ill"), "{}", who.0);
    }
    assert_eq!(house.get(MARIA, &door).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_right_to_a_view_does_not_end_with_the_trajectory() {
    let house = House::open().await;
    let trajectory = house.link(COACH, MARIA).await;
    let (notes, door) = shared(&house, &trajectory, "She gives up early.").await;
    house.post(COACH, &format!("{trajectory}/closure"), &[]).await;
    let page = house.get(MARIA, &notes).await.text();
    assert!(page.contains("Add your view") && !page.contains("<textarea"), "{page}");
    house.post(MARIA, &door, &[("text", "I was ill that week.")]).await;
    assert!(house.get(COACH, &notes).await.text().contains("I was ill that week."));
    house.post(MARIA, &format!("{door}/removal"), &[]).await;
    assert!(!house.get(COACH, &notes).await.text().contains("I was ill that week."));
}
