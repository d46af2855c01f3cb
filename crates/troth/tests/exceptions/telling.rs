//! Recipients hear of corrections, erasures and freezing (GDPR Art. 19), also when the person has gone.

use axum::http::StatusCode;
use kernel::id::Id as _;

use crate::{
    stage::{Stage, tellings},
    world::{Browser, PASSWORD},
};

async fn correct(stage: &mut Stage, name: &str) {
    stage.campus.clock.advance(jiff::SignedDuration::from_secs(5));
    stage.campus.done(&mut stage.maria, "/profile", &[("name", name), ("language", "en")]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_recipient_with_an_address_is_told_by_mail_with_a_number_only() {
    let mut stage = Stage::set().await;
    let path = stage.handed_over(&[("mail", "registry@court.example")]).await;
    assert_eq!(stage.look().await, 0, "nothing has changed");
    correct(&mut stage, "Maria Roos").await;
    assert_eq!(stage.look().await, 1);
    assert_eq!(stage.look().await, 0, "once");
    let mails = stage.campus.outbox.mails();
    let mail = mails.iter().find(|mail| mail.to().as_str() == "registry@court.example").expect("it was told");
    for part in [mail.subject(), mail.text(), mail.html()] {
        for word in ["Maria", "Bloem", "Roos", "2026-113", "names"] {
            assert!(!part.contains(word), "{part}");
        }
    }
    let link = stage.campus.mailed_link("registry@court.example");
    let page = stage.campus.page(&mut Browser::default(), &link).await;
    assert!(page.contains(path.rsplit('/').next().unwrap()) && page.contains("corrected"), "{page}");
    assert!(!page.contains("Maria") && !page.contains("Roos"));
    for (browser, page) in [(&mut stage.maria, "/my-data/recipients"), (&mut stage.olaf, path.as_str())] {
        assert!(stage.campus.page(browser, page).await.contains("The recipient was told by mail on"), "{page}");
    }
    assert!(!stage.campus.page(&mut stage.olaf, "/exceptions").await.contains("Recipients to be told"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_no_mail_can_tell_waits_with_a_reminder_until_somebody_has_told_it() {
    let mut stage = Stage::set().await;
    let path = stage.handed_over(&[]).await;
    correct(&mut stage, "Maria Roos").await;
    stage.campus.done(&mut stage.maria, "/my-data/restriction", &[("reason", "")]).await;
    assert_eq!(stage.look().await, 2, "corrected, and frozen");
    assert!(stage.campus.page(&mut stage.olaf, "/exceptions").await.contains("Recipients to be told"));
    let before = stage.campus.outbox.mails().len();
    stage.later(8).await;
    stage.look().await;
    assert_eq!(stage.campus.outbox.mails().len(), before + 2);
    stage.look().await;
    assert_eq!(stage.campus.outbox.mails().len(), before + 2, "once a week");

    let telling = tellings(&stage.campus.page(&mut stage.olaf, &path).await).remove(0);
    for browser in [&mut stage.maria, &mut stage.hanna, &mut stage.tom] {
        let answer = stage.campus.post(browser, &telling, &[("way", "letter"), ("note", "x")]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
    }
    stage.campus.done(&mut stage.olaf, &telling, &[("way", "letter"), ("note", "Olaf, 30 November")]).await;
    let again = stage.campus.post(&mut stage.mia, &telling, &[("way", "impossible"), ("note", "x")]).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    let telling = tellings(&stage.campus.page(&mut stage.olaf, &path).await).remove(0);
    let said = [("way", "impossible"), ("note", "The court was closed down.")];
    stage.campus.done(&mut stage.mia, &telling, &said).await;
    let page = stage.received().await;
    assert!(page.contains("was told by letter") && page.contains("could not be told"), "{page}");
    let mine = stage.campus.page(&mut stage.mia, &path).await;
    assert!(mine.contains("The court was closed down.") && tellings(&mine).is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn when_the_person_has_gone_the_task_stands_and_nothing_of_the_person_is_left() {
    let mut stage = Stage::set().await;
    let path = stage.handed_over(&[]).await;
    stage.campus.clock.advance(jiff::SignedDuration::from_secs(5));
    let gone = stage.campus.post(&mut stage.maria, "/my-data/deletion", &[("password", PASSWORD)]).await;
    assert!(gone.status.is_success() || gone.status.is_redirection(), "{}", gone.status);
    assert!(stage.campus.person("maria.bloem@people.example").await.is_none());
    assert!(!stage.campus.site.store.has_key("account", stage.maria_id.uuid()));
    assert_eq!(stage.look().await, 1);
    let page = stage.campus.page(&mut stage.olaf, &path).await;
    assert!(page.contains("Erased on") && page.contains("The District Court"), "{page}");
    assert!(!page.contains("Maria") && !page.contains("Bloem"));
    let telling = tellings(&page).remove(0);
    stage.campus.done(&mut stage.olaf, &telling, &[("way", "letter"), ("note", "Olaf, today")]).await;
    assert!(stage.campus.page(&mut stage.olaf, &path).await.contains("told by letter"));
}

/// The record goes five years after its last step, and not with the person.
#[tokio::test(flavor = "multi_thread")]
async fn the_record_of_a_disclosure_goes_with_its_own_period() {
    let mut stage = Stage::set().await;
    let path = stage.handed_over(&[]).await;
    stage.campus.clock.advance(jiff::SignedDuration::from_hours(24 * 365));
    stage.campus.keep().await;
    stage.olaf = stage.campus.sign_in(&stage.campus.site, "Olaf Officer").await;
    assert!(stage.campus.page(&mut stage.olaf, &path).await.contains("The District Court"));
    stage.campus.clock.advance(jiff::SignedDuration::from_hours(24 * 365 * 4 + 48));
    stage.campus.resident(&stage.campus.site, "Ina Officer", kernel::Archetype::Officer).await;
    stage.campus.keep().await;
    let mut ina = stage.campus.sign_in(&stage.campus.site, "Ina Officer").await;
    assert_eq!(stage.campus.get(&mut ina, &path).await.status, StatusCode::NOT_FOUND);
}
