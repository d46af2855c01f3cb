//! Versions are kept, in order, and stay readable.

use axum::http::StatusCode;
use keeper::amendments::{AmendError, Objection};

use super::{LONGER, amended, publish};
use crate::{
    canaries, postgres,
    world::{Browser, Campus, config, statement},
};

const FIVE: &str = "We delete the dialogue five years after the trajectory ended.";

// UC1, TF20: every version with its number and date, whole and as it was, and the difference of any two; for everyone.
#[tokio::test(flavor = "multi_thread")]
async fn every_version_stays_readable_for_everyone_and_the_difference_of_any_two() {
    let campus = Campus::new().await;
    publish(&campus, &amended(12, "2026-12-10", &[LONGER])).await.unwrap();
    let mut guest = Browser::default();
    let list = campus.page(&mut guest, "/privacy/versions").await;
    assert!(list.contains("Version 12") && list.contains("Version 11") && list.contains("Not in force yet"), "{list}");
    assert!(list.contains("10 December 2026") && list.contains("1 October 2026"));
    let old = campus.page(&mut guest, "/privacy/versions/11").await;
    let new = campus.page(&mut guest, "/privacy/versions/12").await;
    assert!(
        old.contains("This is the version that is in force now.") && new.contains("This version is not in force yet.")
    );
    assert!(new.contains(FIVE) && !old.contains(FIVE), "each says its own");
    let changes = campus.page(&mut guest, "/privacy/changes?from=11&to=12").await;
    assert!(changes.contains("More is used, or less is protected"), "{changes}");
    assert!(changes.contains("Before:") && changes.contains(FIVE) && changes.contains("two years after"));
    let back = campus.page(&mut guest, "/privacy/changes?from=12&to=11").await;
    assert!(back.contains("Less is used, or more is protected"));
    let dutch = campus.page(&mut guest, "/privacy/changes?from=11&to=12&lang=nl").await;
    assert!(dutch.contains("Er wordt meer gebruikt of minder beschermd"));
    assert!(guest.cookie.is_none());
    for absent in
        ["/privacy/versions/10", "/privacy/versions/13", "/privacy/versions/x", "/privacy/changes?from=9&to=11"]
    {
        assert_eq!(campus.get(&mut guest, absent).await.status, StatusCode::NOT_FOUND, "{absent}");
    }
    // The page itself is still that of the version in force.
    let page = campus.page(&mut guest, "/privacy").await;
    assert!(page.contains("This is version 11.") && page.contains("/privacy/versions"));
}

fn objections(error: AmendError) -> Vec<Objection> {
    match error {
        AmendError::Objections(examined) => examined.objections,
        AmendError::Keeper(other) => panic!("{other}"),
    }
}

// X7: a version takes its place only with a free number and with the notice that people were promised.
#[tokio::test(flavor = "multi_thread")]
async fn a_version_needs_a_higher_number_and_when_it_is_wider_the_notice_that_was_promised() {
    let campus = Campus::new().await;
    let early = objections(publish(&campus, &amended(12, "2026-12-05", &[LONGER])).await.unwrap_err());
    assert!(
        matches!(&early[..], [Objection::NoNotice { earliest, wider, .. }]
            if earliest.to_string() == "2026-12-06" && wider == &["keep-dialogue-trajectory-ended"]),
        "{early:?}"
    );
    let same = objections(publish(&campus, &statement("campus")).await.unwrap_err());
    assert!(matches!(&same[..], [Objection::Taken { number: 11, next: 12 }, Objection::TooEarly { .. }]), "{same:?}");
    let lower = amended(
        12,
        "2026-12-10",
        &[
            ("version 12 ", "version 9 "),
            ("effective=\"2026-12-10\"", "effective=\"2024-01-01\""),
            ("version 11 effective=\"2026-10-01\" {", "version 8 effective=\"2023-01-01\" {"),
            ("version 10 effective=\"2025-03-15\" {", "version 7 effective=\"2022-01-01\" {"),
        ],
    );
    let lower = objections(publish(&campus, &lower).await.unwrap_err());
    assert!(lower.contains(&Objection::Older { number: 9, newest: 11 }), "{lower:?}");
    // What is not wider needs no notice, but a day to begin with.
    let shorter = ("keep \"dialogue\" for=\"2 years\"", "keep \"dialogue\" for=\"1 year\"");
    let today = objections(publish(&campus, &amended(12, "2026-11-22", &[shorter])).await.unwrap_err());
    assert!(
        matches!(&today[..], [Objection::TooEarly { earliest }] if earliest.to_string() == "2026-11-23"),
        "{today:?}"
    );
    publish(&campus, &amended(12, "2026-11-23", &[shorter])).await.unwrap();
    // The next one comes after it.
    let again = objections(publish(&campus, &amended(12, "2026-12-10", &[LONGER])).await.unwrap_err());
    assert!(matches!(&again[..], [Objection::Taken { number: 12, next: 13 }]), "{again:?}");
}

// X1: what is stored must be covered by every version.
#[tokio::test(flavor = "multi_thread")]
async fn a_version_that_does_not_cover_what_is_stored_is_refused_with_every_problem() {
    let campus = Campus::new().await;
    let text =
        amended(12, "2026-12-10", &[(" \"amendment.choice\"", ""), ("zone \"Europe/Amsterdam\"", "zone \"Nowhere\"")]);
    let AmendError::Objections(examined) = publish(&campus, &text).await.unwrap_err() else { panic!("refused") };
    let codes: Vec<_> = examined.diagnostics.iter().map(|found| found.code).collect();
    assert!(examined.plan.is_none() && codes.len() >= 2, "{codes:?}");
}

// Two texts with one number cannot both be what people accepted.
#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_was_changed_under_its_number_is_refused_and_a_higher_number_is_an_amendment() {
    let campus = Campus::new().await;
    let (key, common) = (campus.key(), campus.common.clone());
    let halted = campus.halt();
    let file = halted.folder.path().join(&key).join("statement.kdl");
    let changed = statement("campus").replace("Singel 14", "Singel 16");
    std::fs::write(&file, &changed).unwrap();
    let start = || common.open(halted.folder.path(), &config(&key), "http://campus.localhost".to_owned());
    let fault = start().unwrap_err().to_string();
    assert!(fault.contains("two versions with number 11") && fault.contains("number 12"), "{fault}");
    // Wider, and too soon.
    std::fs::write(&file, amended(12, "2026-11-30", &[LONGER])).unwrap();
    let fault = start().unwrap_err().to_string();
    assert!(fault.contains("6 December 2026"), "{fault}");
    // In time, it waits.
    std::fs::write(&file, amended(12, "2026-12-10", &[LONGER])).unwrap();
    let site = start().unwrap();
    assert_eq!(site.plan.version().number, 11);
    drop(site);
    // On its day, it holds.
    halted.clock.set("2026-12-09T23:00:00Z".parse().unwrap());
    assert_eq!(start().unwrap().plan.version().number, 12);
    // The file of the version before is put right.
    std::fs::write(&file, statement("campus")).unwrap();
    assert_eq!(start().unwrap().plan.version().number, 12);
    assert!(std::fs::read_to_string(&file).unwrap().contains("version 12"));
}

// A database from before a publication knows nothing of it: it runs under its own version, and the newer file has to be
// published with a day to come.
#[tokio::test(flavor = "multi_thread")]
async fn a_database_from_before_a_publication_runs_under_its_own_version() {
    let campus = Campus::new().await;
    let key = campus.key();
    let halted = campus.halt();
    let (older, home) = (tempfile::tempdir().unwrap(), halted.folder.path().to_owned());
    canaries::copy(&home, older.path());
    if postgres::url().is_some() {
        postgres::back_up(&key, "older");
    }
    let campus = halted.start();
    publish(&campus, &amended(12, "2026-12-10", &[LONGER])).await.unwrap();
    campus.clock.set("2026-12-12T09:00:00Z".parse().unwrap());
    let campus = campus.restart();
    assert_eq!(campus.site.plan.version().number, 12);
    let halted = campus.halt();
    let newer = std::fs::read_to_string(home.join(&key).join("statement.kdl")).unwrap();
    if postgres::url().is_some() {
        postgres::bring_back(&key, "older", "newer");
    }
    let file = older.path().join(&key).join("statement.kdl");
    let start = || halted.common.open(older.path(), &config(&key), "http://campus.localhost".to_owned());
    assert_eq!(start().unwrap().plan.version().number, 11);
    std::fs::write(&file, newer.replace("2026-12-10", "2026-12-11")).unwrap();
    let fault = start().unwrap_err().to_string();
    assert!(fault.contains("26 December 2026"), "the notice runs again: {fault}");
    std::fs::write(&file, newer.replace("2026-12-10", "2026-12-26")).unwrap();
    assert_eq!(start().unwrap().plan.version().number, 11);
}
