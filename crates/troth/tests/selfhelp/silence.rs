//! Twelve months of silence (SH9), and two years of anything (SH8).

use programmes::model::{Place, Sheet};

use crate::{
    stage::{Stage, name},
    world::address,
};

const REMINDER: &str = "You can go on whenever you like";

/// The mails to somebody, without those that only say that one can go on.
fn mails(stage: &Stage, name: &str) -> usize {
    let to = address(name);
    stage.campus.outbox.mails().iter().filter(|mail| mail.to().as_str() == to && mail.subject() != REMINDER).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn after_twelve_silent_months_all_is_gone_a_mail_came_before_and_whoever_signs_in_keeps_it_for_two_years() {
    let stage = Stage::set().await;
    let words = || Sheet::read("{\"text\":\"I fall asleep late.\"}").unwrap();
    let place = || Place::Answer(name("evening"), None);
    let (maria, piet) = (stage.begin(stage.ids["Maria"]).await, stage.begin(stage.ids["Piet"]).await);
    for enrolment in [&maria, &piet] {
        stage.finish(enrolment, place(), words()).await;
        assert!(stage.has_key(enrolment.id));
    }
    let (mut told, mut gone) = (None, None);
    for month in 1..=24 {
        let before = mails(&stage, "Maria");
        for _ in 0..3 {
            stage.later(10).await;
            stage.campus.run_jobs().await;
        }
        stage.campus.sign_in(&stage.campus.site, "Piet").await;
        if mails(&stage, "Maria") > before && told.is_none() {
            told = Some(month);
        }
        if !stage.is_there(maria.id).await && gone.is_none() {
            gone = Some(month);
            assert!(!stage.has_key(maria.id), "rows are gone and the key is not");
        }
        assert!(stage.is_there(piet.id).await && stage.has_key(piet.id), "month {month}");
    }
    // Months of thirty days: twelve months are over within the thirteenth.
    assert_eq!((told, gone), (Some(12), Some(13)));
    stage.later(20).await;
    assert!(!stage.is_there(piet.id).await && !stage.has_key(piet.id), "two years after the log-in details");
}
