//! `troth verify` in a house that is lived in: it gives no false alarm, and its report is one that a person understands.

use std::fs;

use crate::{
    story,
    world::{Campus, config},
};

/// Nothing is found, and everything was looked at.
async fn all_is_well(campus: &Campus, when: &str) {
    let verified = campus.verify(&[]).await;
    assert_eq!(verified.survey.findings, [], "{when}");
    let survey = &verified.survey;
    assert!(survey.ledger.is_some() && survey.rows > 20 && survey.values > 0 && survey.keys > 0, "{when}: {survey:?}");
    let told = verified.told(&config("campus"));
    assert!(told.ends_with("everything is as it should be"), "{when}: {told}");
}

// X5
#[tokio::test(flavor = "multi_thread")]
async fn a_house_in_order_gives_no_alarm_before_and_after_erasures_and_periods() {
    let campus = Campus::new().await;
    let story = story::tell(&campus).await;
    all_is_well(&campus, "with something in every field").await;
    let mut maria = story.maria.clone();
    campus.done(&mut maria, "/my-data/deletion", &[("password", &story.maria_password)]).await;
    all_is_well(&campus, "after an erasure").await;
    campus.run_jobs().await;
    campus.keep().await;
    all_is_well(&campus, "after the night").await;
    let mut coach = story::coach_again(&campus, &story).await;
    campus.done(&mut coach, &format!("{}/closure", story.others.0), &[]).await;
    campus.run_jobs().await;
    for months in 1..=30 {
        campus.clock.advance_days(30);
        campus.keep().await;
        if months % 10 == 0 {
            campus.run_jobs().await;
            all_is_well(&campus, &format!("{months} months later")).await;
        }
    }
}

// X5
#[tokio::test(flavor = "multi_thread")]
async fn a_report_says_what_is_wrong_where_and_what_to_do() {
    let campus = Campus::new().await;
    story::tell(&campus).await;
    let files = campus.folder.path().join(campus.key()).join("files");
    // A shelf may be empty: what waited there was kept elsewhere, or removed.
    let shelves = fs::read_dir(&files).unwrap().map(|entry| entry.unwrap().path()).filter(|shelf| shelf.is_dir());
    let file = shelves.flat_map(|shelf| fs::read_dir(shelf).unwrap()).next().unwrap().unwrap().path();
    fs::remove_file(&file).unwrap();
    let verified = campus.verify(&[]).await;
    assert_eq!(verified.flaws(), 1, "{verified:?}");
    let told = verified.told(&config("campus"));
    let name = file.file_name().unwrap().to_string_lossy().into_owned();
    assert!(told.contains("campus: files: a file that is named here is not there"), "{told}");
    assert!(told.contains(&name) && told.contains("troth restore"), "{told}");
    assert!(!told.contains("as it should be"), "{told}");
}
