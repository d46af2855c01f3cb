//! Every attempt at signing in leaves a line, also one that fails; the person whose account it was sees it, and whoever tried
//! learns nothing from it (ASVS 16.3.1, S4).

use axum::http::StatusCode;
use kernel::{Actor, Archetype, PersonId, Uuid, id::Id as _};
use store::access_log::{self, AccessLine};

use crate::world::{Browser, Campus, address};

async fn refused(campus: &Campus, about: Uuid) -> Vec<AccessLine> {
    campus.site.store.flush().await.unwrap();
    let scope = campus.site.scope(Actor::Guest);
    let read: Result<_, store::StoreError> =
        campus.site.store.read(&scope, move |reader| access_log::of(reader, about, 1000)).await;
    read.unwrap().into_iter().filter(|line| line.refused.is_some()).collect()
}

async fn guess(campus: &Campus, email: &str, password: &str) -> String {
    let fields = [("email", email), ("password", password)];
    let answer = campus.post(&mut Browser::default(), "/sign-in", &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    // The challenge for a passkey is drawn by chance for each page, whoever asks.
    let page = answer.text().replace(email, "");
    let (before, rest) = page.split_once("data-challenge=\"").expect("a passkey may be shown");
    [before, rest.split_once('"').expect("its end").1].concat()
}

async fn maria() -> (Campus, PersonId, Browser) {
    let campus = Campus::new().await;
    let maria = campus.resident(&campus.site, "Maria", Archetype::Participant).await;
    let browser = campus.sign_in(&campus.site, "Maria").await;
    (campus, maria, browser)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_password_leaves_a_line_that_the_person_sees_and_the_answer_is_that_of_an_unknown_address() {
    let (campus, maria, mut hers) = maria().await;
    let page = campus.page(&mut hers, "/my-data/looks").await;
    assert!(page.contains("Nobody else has opened anything of yours."), "{page}");
    let known = guess(&campus, &address("Maria"), "not-her-password").await;
    let unknown = guess(&campus, &address("Nobody"), "not-her-password").await;
    assert_eq!(known, unknown, "byte for byte");
    for _ in 0..2 {
        guess(&campus, &address("Maria"), "not-her-password").await;
    }
    let lines = refused(&campus, maria.uuid()).await;
    let [line] = lines.as_slice() else { panic!("{lines:?}") };
    assert_eq!((line.job.as_deref(), line.actor, line.refused), (Some("accounts.sign-in"), None, Some(3)));
    assert_eq!(refused(&campus, Uuid::nil()).await, [], "an address that nobody has leaves none");
    let page = campus.page(&mut hers, "/my-data/looks").await;
    for part in ["typed a wrong password, ", "href=\"/profile/password\"", "Nobody came in by this"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    for (tag, words) in [("nl", "typte een verkeerd wachtwoord"), ("sv", "skrev fel lösenord")] {
        let page = campus.page(&mut hers, &format!("/my-data/looks?lang={tag}")).await;
        assert!(page.contains(words) && !page.contains("[evidence-"), "{tag}: {page}");
    }
    let page = campus.page(&mut hers, "/profile/sessions").await;
    assert!(page.contains("href=\"/my-data/looks\""), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_officer_sees_a_wrong_password_of_somebody_who_had_not_signed_in_and_not_whose() {
    let (campus, maria, _) = maria().await;
    campus.resident(&campus.site, "Olaf Officer", Archetype::Officer).await;
    let mut officer = campus.sign_in(&campus.site, "Olaf Officer").await;
    guess(&campus, &address("Maria"), "not-her-password").await;
    campus.site.store.flush().await.unwrap();
    let page = campus.page(&mut officer, "/access-review").await;
    assert!(page.contains("Somebody who had not signed in") && page.contains("accounts.sign-in"), "{page}");
    assert!(!page.contains("Maria") && !page.contains(&maria.to_string()), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_second_step_leaves_a_line_of_its_own() {
    let (campus, maria, mut hers) = maria().await;
    campus.set_up_second_step(&mut hers, crate::world::PASSWORD).await;
    let fields = [("email", &*address("Maria")), ("password", crate::world::PASSWORD)];
    let page = campus.post(&mut Browser::default(), "/sign-in", &fields).await.text();
    let proof = page.split("name=\"proof\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let fields = [("proof", proof), ("code", "000000")];
    let answer = campus.post(&mut Browser::default(), "/sign-in/second-step", &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let jobs: Vec<_> = refused(&campus, maria.uuid()).await.into_iter().map(|line| line.job.unwrap()).collect();
    assert_eq!(jobs, ["second-step.check"]);
    let page = campus.page(&mut hers, "/my-data/looks").await;
    assert!(page.contains("was refused at the second step"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_an_open_session_and_not_the_password_leaves_a_line_too() {
    let (campus, maria, mut hers) = maria().await;
    let fields = [("present", "not-her-password"), ("password", "Another-lantern-9")];
    let answer = campus.post(&mut hers, "/profile/password", &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let lines = refused(&campus, maria.uuid()).await;
    let [line] = lines.as_slice() else { panic!("{lines:?}") };
    assert!(line.device.is_some(), "the session from which it was tried: {line:?}");
}
