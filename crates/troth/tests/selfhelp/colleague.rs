//! A coach who cannot go on asks for a colleague; managers choose whom, and the participant can object.

use axum::http::StatusCode;

use crate::{
    stage::Stage,
    walk::{Walk, begin},
    world::address,
};

const SUBJECT: &str = "A coach asks for a colleague";

async fn begun(stage: &Stage, name: &'static str) -> Walk {
    let mut who = if name == "Maria" { stage.maria.clone() } else { stage.piet.clone() };
    let walk = begin(stage, &mut who, name).await;
    walk.assign(stage, "Hanna").await;
    walk
}

fn page_of(walk: &Walk) -> String {
    format!("{}/colleague", walk.path.replace("/programmes/", "/caseload/"))
}

/// How many mails with this subject somebody got.
async fn mails(stage: &Stage, name: &str, subject: &str) -> usize {
    stage.campus.run_jobs().await;
    let (to, mails) = (address(name), stage.campus.outbox.mails());
    mails.iter().filter(|mail| mail.to().as_str() == to && mail.subject() == subject).count()
}

// SH12
#[tokio::test(flavor = "multi_thread")]
async fn a_coach_asks_for_a_colleague_a_manager_chooses_and_the_participants_no_holds() {
    let stage = Stage::set().await;
    let walk = begun(&stage, "Maria").await;
    let (mut hanna, mut mia, mut maria) = (stage.hanna.clone(), stage.mia.clone(), stage.maria.clone());
    let page = stage.campus.page(&mut hanna, &page_of(&walk)).await;
    assert!(page.contains("Ask for a colleague") && !page.contains("Olaf"), "no colleague's name is shown: {page}");
    for _ in 0..2 {
        stage.campus.done(&mut hanna, &page_of(&walk), &[]).await;
    }
    assert_eq!(mails(&stage, "Mia", SUBJECT).await, 1, "asked twice, told once");
    assert_eq!(mails(&stage, "Maria", "You are to get another coach").await, 0, "nothing is planned yet");
    for mail in stage.campus.outbox.mails().iter().filter(|mail| mail.subject() == SUBJECT) {
        for word in ["Hanna", "Maria", "Sleep"] {
            assert!(!mail.text().contains(word), "{word}: {}", mail.text());
        }
    }
    // Whoever was asked about stands before the others.
    begin(&stage, &mut stage.piet.clone(), "Piet").await;
    let list = stage.campus.page(&mut mia, "/enrolments").await;
    assert!(list.contains("The coach asked for a colleague on"), "{list}");
    let list = stage.campus.page(&mut hanna, "/caseload?show=handover").await;
    assert!(list.contains("Maria") && list.contains("You asked for a colleague on"), "{list}");

    let olaf = stage.ids["Olaf"].to_string();
    let change = format!("/enrolments/{}/coach", walk.id);
    stage.campus.done(&mut mia, &change, &[("coach", &olaf)]).await;
    assert_eq!(mails(&stage, "Maria", "You are to get another coach").await, 1);
    let page = stage.campus.page(&mut hanna, &page_of(&walk)).await;
    assert!(page.contains("Olaf takes over on") && !page.contains("Ask for a colleague"), "{page}");
    stage.campus.done(&mut maria, &walk.at("/objection"), &[]).await;
    assert_eq!(mails(&stage, "Hanna", "Somebody objected to another coach").await, 1);
    let list = stage.campus.page(&mut hanna, "/caseload").await;
    assert!(list.contains("Objected to another coach on"), "the coach reads it on the list: {list}");
    let page = stage.campus.page(&mut hanna, &page_of(&walk)).await;
    assert!(page.contains("Ask for a colleague"), "{page}");
}

// SH12
#[tokio::test(flavor = "multi_thread")]
async fn asking_can_be_taken_back_and_done_for_all_at_once_but_not_for_whose_data_is_frozen() {
    let stage = Stage::set().await;
    let (maria, piet) = (begun(&stage, "Maria").await, begun(&stage, "Piet").await);
    let mut hanna = stage.hanna.clone();
    stage.campus.done(&mut hanna, &page_of(&maria), &[]).await;
    let page = stage.campus.page(&mut hanna, &page_of(&maria)).await;
    assert!(page.contains("Go on myself after all"), "{page}");
    stage.campus.done(&mut hanna, &format!("{}/taking-back", page_of(&maria)), &[]).await;
    let list = stage.campus.page(&mut hanna, "/caseload?show=handover").await;
    assert!(list.contains("You hand nobody over."), "{list}");
    stage.campus.done(&mut stage.piet.clone(), "/my-data/restriction", &[("reason", "")]).await;
    stage.campus.done(&mut hanna, "/caseload/colleagues", &[]).await;
    assert_eq!(mails(&stage, "Mia", SUBJECT).await, 2);
    let list = stage.campus.page(&mut stage.mia.clone(), "/enrolments").await;
    assert_eq!(list.matches("The coach asked for a colleague on").count(), 1, "{list}");
    let absent = stage.campus.get(&mut hanna, &page_of(&piet)).await;
    assert_eq!(absent.status, StatusCode::LOCKED, "what is frozen nobody hands over");
}
