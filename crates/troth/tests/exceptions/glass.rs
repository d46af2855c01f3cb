//! A technician reads to mend a problem: with a reason, another's word, for a while, and never what is confided (CE6, UC6).

use axum::http::StatusCode;
use jiff::SignedDuration;
use kernel::Archetype;

use crate::{stage::Stage, world::Browser};

/// Tom asks to read something; the request's address.
async fn asked(stage: &mut Stage, kind: &str, number: &str) -> String {
    let fields = [("kind", kind), ("number", number), ("reason", "Her page stays white."), ("problem", "Ticket 4711")];
    let form = ("/exceptions/break-glass/asking", &fields[..]);
    stage.campus.make(&mut stage.tom, form, "/exceptions", ("/exceptions/break-glass/", "")).await
}

/// Tom asks to read Maria's file.
async fn hers(stage: &mut Stage) -> String {
    let number = stage.maria_id.to_string();
    asked(stage, "person", &number).await
}

async fn agreed(stage: &mut Stage, path: &str) {
    stage.campus.done(&mut stage.olaf, &format!("{path}/approval"), &[]).await;
}

async fn look(stage: &Stage, browser: &Browser, path: &str) -> (StatusCode, String) {
    let answer = stage.campus.get(&mut browser.clone(), &format!("{path}/rows")).await;
    (answer.status, answer.text())
}

// CE6: reason, approval, time, log, and the person is told.
#[tokio::test(flavor = "multi_thread")]
async fn a_technician_looks_after_another_agreed_for_two_hours_and_the_person_sees_it() {
    let mut stage = Stage::set().await;
    let path = hers(&mut stage).await;
    assert_eq!(look(&stage, &stage.tom, &path).await.0, StatusCode::NOT_FOUND, "nobody has agreed");
    for browser in [&mut stage.tom, &mut stage.hanna, &mut stage.maria] {
        let own = stage.campus.post(browser, &format!("{path}/approval"), &[]).await;
        assert_eq!(own.status, StatusCode::NOT_FOUND);
    }
    let before = stage.campus.outbox.mails().len();
    agreed(&mut stage, &path).await;
    stage.campus.run_jobs().await;
    for mail in &stage.campus.outbox.mails()[before..] {
        for word in ["Maria", "white", "4711"] {
            assert!(!mail.text().contains(word) && !mail.subject().contains(word), "{}", mail.text());
        }
    }
    let (status, page) = look(&stage, &stage.tom, &path).await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("Maria Bloem") && page.contains("maria.bloem@people.example"), "{page}");
    stage.campus.resident(&stage.campus.site, "Tim Technician", Archetype::Technician).await;
    let tim = stage.campus.sign_in(&stage.campus.site, "Tim Technician").await;
    for other in [&tim, &stage.olaf, &stage.mia, &stage.hanna] {
        assert_eq!(look(&stage, other, &path).await.0, StatusCode::NOT_FOUND);
    }
    stage.campus.clock.advance(SignedDuration::from_secs(2 * 3600 - 1));
    assert_eq!(look(&stage, &stage.tom, &path).await.0, StatusCode::OK);
    stage.campus.clock.advance(SignedDuration::from_secs(1));
    assert_eq!(look(&stage, &stage.tom, &path).await.0, StatusCode::NOT_FOUND, "its time is over");

    stage.campus.site.store.flush().await.unwrap();
    let openings = stage.campus.page(&mut stage.maria, "/my-data/openings").await;
    for told in ["Her page stays white.", "Ticket 4711", "technician", "Ended", "the names", "the profile"] {
        assert!(openings.contains(told), "{told}: {openings}");
    }
    let looks = stage.campus.page(&mut stage.maria, "/my-data/looks").await;
    assert_eq!(looks.matches("By exception, to mend a problem").count(), 2, "each look leaves a line");
}

// UC6: what a coach and a participant confide to each other, and the coach's own notes, open to nobody.
#[tokio::test(flavor = "multi_thread")]
async fn break_glass_reaches_neither_private_notes_nor_the_dialogue() {
    let mut stage = Stage::set().await;
    let trajectory = stage.trajectory.clone();
    let note = [("text", "What she told me in confidence.")];
    stage.campus.done(&mut stage.hanna, &format!("{trajectory}/private-notes"), &note).await;
    stage.campus.send(&mut stage.maria, &trajectory, "Only for you, Hanna.", &[]).await;
    let number = trajectory.rsplit('/').next().unwrap().to_owned();
    let path = asked(&mut stage, "trajectory", &number).await;
    agreed(&mut stage, &path).await;
    let (status, page) = look(&stage, &stage.tom, &path).await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("trajectory.dates"), "{page}");
    for secret in ["in confidence", "Only for you", "private-note", "message."] {
        assert!(!page.contains(secret), "{secret}: {page}");
    }
    assert!(stage.campus.page(&mut stage.hanna, "/my-data/openings").await.contains("Ticket 4711"));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_it_concerns_ends_it_at_once() {
    let mut stage = Stage::set().await;
    let path = hers(&mut stage).await;
    agreed(&mut stage, &path).await;
    let own = format!("{}/end", path.replace("/exceptions/break-glass/", "/my-data/openings/"));
    let other = stage.campus.post(&mut stage.hanna, &own, &[]).await;
    assert_eq!(other.status, StatusCode::NOT_FOUND, "it does not concern her");
    stage.campus.done(&mut stage.maria, &own, &[]).await;
    assert_eq!(look(&stage, &stage.tom, &path).await.0, StatusCode::NOT_FOUND);

    let path = hers(&mut stage).await;
    agreed(&mut stage, &path).await;
    stage.campus.done(&mut stage.olaf, &format!("{path}/end"), &[]).await;
    assert_eq!(look(&stage, &stage.tom, &path).await.0, StatusCode::NOT_FOUND);
    let again = stage.campus.post(&mut stage.mia, &format!("{path}/approval"), &[]).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_declined_waits_too_long_or_is_frozen_stays_closed() {
    let mut stage = Stage::set().await;
    let path = hers(&mut stage).await;
    stage.campus.done(&mut stage.olaf, &format!("{path}/refusal"), &[]).await;
    assert_eq!(look(&stage, &stage.tom, &path).await.0, StatusCode::NOT_FOUND);
    let path = hers(&mut stage).await;
    stage.campus.clock.advance(SignedDuration::from_hours(24));
    stage.later(0).await;
    let late = stage.campus.post(&mut stage.olaf, &format!("{path}/approval"), &[]).await;
    assert_eq!(late.status, StatusCode::CONFLICT, "a day is over");
    let path = hers(&mut stage).await;
    agreed(&mut stage, &path).await;
    stage.campus.done(&mut stage.maria, "/my-data/restriction", &[("reason", "")]).await;
    assert_eq!(look(&stage, &stage.tom, &path).await.0, StatusCode::NOT_FOUND, "frozen meanwhile");
    let number = stage.maria_id.to_string();
    let fields = [("kind", "person"), ("number", number.as_str()), ("reason", "White."), ("problem", "4712")];
    let answer = stage.campus.post(&mut stage.tom, "/exceptions/break-glass/asking", &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_agree_at_once_one_opens_it() {
    let mut stage = Stage::set().await;
    let path = format!("{}/approval", hers(&mut stage).await);
    let (mut olaf, mut mia) = (stage.olaf.clone(), stage.mia.clone());
    let (one, other) = tokio::join!(stage.campus.post(&mut olaf, &path, &[]), stage.campus.post(&mut mia, &path, &[]));
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
}
