//! Erasing all but the contact details (TF18), where the statement offers it.

use axum::http::StatusCode;

use crate::{
    story::{self, Story},
    unsealing,
    world::{Campus, statement},
};

fn offering() -> String {
    statement("campus").replace("\"erasure\" ", "\"erasure\" \"erasure-but-contact\" ")
}

// TF18
#[tokio::test(flavor = "multi_thread")]
async fn all_goes_but_the_contact_details_after_a_preview_that_said_so() {
    let campus = Campus::with(&offering()).await;
    let Story { canaries, mut maria, maria_id, maria_email, maria_password, trajectory, people, .. } =
        story::tell(&campus).await;
    let preview = campus.page(&mut maria, "/my-data/deletion?keep=contact").await;
    assert!(preview.contains("You wish to keep it, so that we can still reach you."), "{preview}");
    let wrong = campus.post(&mut maria, "/my-data/deletion", &[("keep", "contact"), ("password", "Not-it-7")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text().contains("name=\"keep\" value=\"contact\""), "the choice stands after a slip");
    let fields = [("keep", "contact"), ("password", maria_password.as_str())];
    let receipt = campus.done(&mut maria, "/my-data/deletion", &fields).await;
    assert!(campus.page(&mut maria, &receipt).await.contains("You wish to keep it"));

    assert_eq!(campus.person(&maria_email).await, Some(maria_id));
    let people: Vec<_> = people.into_iter().chain([maria_id]).collect();
    let opened = unsealing::everything(&campus.site, &people, &[]).await;
    let hers = canaries.only(|field| field.starts_with("maria "));
    let besides = opened.opened.iter().filter(|(item, _)| !item.starts_with("request."));
    let mut left: Vec<String> = besides.flat_map(|(_, bytes)| hers.in_bytes(bytes)).map(|(field, ..)| field).collect();
    left.sort();
    left.dedup();
    assert_eq!(left, ["maria address", "maria name", "maria next address"], "contact details stay, and nothing else");
    assert_eq!(campus.get(&mut maria, &format!("{trajectory}/dialogue")).await.status, StatusCode::SEE_OTHER);
    assert!(campus.sign_in_with(&campus.site, &maria_email, &maria_password).await.is_none());
    campus.post(&mut maria, "/sign-in/help", &[("email", &maria_email)]).await;
    campus.run_jobs().await;
    assert!(campus.mailed_link(&maria_email).starts_with("/new-password/"), "and a way back");
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_statement_does_not_offer_it_everything_goes() {
    let campus = Campus::new().await;
    let Story { mut maria, maria_email, maria_password, .. } = story::tell(&campus).await;
    assert!(!campus.page(&mut maria, "/my-data/deletion?keep=contact").await.contains("contact details"));
    let fields = [("keep", "contact"), ("password", maria_password.as_str())];
    campus.done(&mut maria, "/my-data/deletion", &fields).await;
    assert_eq!(campus.person(&maria_email).await, None);
}
