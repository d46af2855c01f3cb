//! What looks like misuse: found among the lines, told to technicians by mail, answered on their page, and gone with its day
//! (CE3).

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use http::Peer;
use tower::ServiceExt as _;

use crate::stage::{Stage, Visitor};

const ADDRESS: &str = "198.51.100.77";

/// Somebody tries passwords that are wrong.
async fn guess(stage: &Stage, address: &str, times: usize) {
    for n in 0..times {
        let request = Request::post("/sign-in")
            .header(header::HOST, "campus.localhost")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .extension(Peer(address.parse().unwrap()));
        let body = Body::from(format!("email=nobody-{n}%40people.example&password=wrong-{n}"));
        let answer = stage.campus.router.clone().oneshot(request.body(body).unwrap()).await.unwrap();
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    }
}

async fn walk(stage: &Stage, times: usize) {
    for n in 0..times {
        assert_eq!(stage.open(&Visitor::from(ADDRESS), &format!("/backup-{n}.zip")).await, StatusCode::NOT_FOUND);
    }
}

/// The subjects of the mails that were sent since the last time, each with its reader.
async fn told(stage: &Stage) -> Vec<(String, String)> {
    stage.campus.run_jobs().await;
    let mails = stage.campus.outbox.mails();
    mails.iter().map(|mail| (mail.to().as_str().to_owned(), mail.subject().to_owned())).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn many_refused_sign_ins_are_found_told_once_to_technicians_and_answered() {
    let mut stage = Stage::set("education").await;
    let page = stage.campus.page(&mut stage.tom, "/visits").await;
    assert!(page.contains("Nothing was found") && page.contains("30 or more within 10 minutes"), "{page}");
    let before = told(&stage).await.len();
    guess(&stage, ADDRESS, 3).await;
    stage.write().await;
    assert_eq!(told(&stage).await.len(), before, "nobody is told of a few mistakes");
    guess(&stage, ADDRESS, 31).await;
    guess(&stage, "203.0.113.9", 5).await;
    stage.write().await;
    let mails = told(&stage).await.split_off(before);
    assert_eq!(mails, [(crate::world::address("Tom Technician"), "Something asks for an answer".to_owned())]);
    let page = stage.campus.page(&mut stage.tom, "/visits").await;
    assert!(page.contains("To be answered") && page.contains("31 within 10 minutes"), "{page}");
    assert!(!page.contains("198.51.100"), "no address: {page}");

    let path = crate::world::links(&page, "/visits/findings/", "").remove(0);
    let empty = stage.campus.post(&mut stage.tom, &path, &[("text", " ")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let words = "A list of passwords was tried. The network was told.";
    stage.campus.done(&mut stage.tom, &path, &[("text", words)]).await;
    let page = stage.campus.page(&mut stage.tom, &path).await;
    assert!(page.contains(words) && page.contains("Written down on 22 November 2026"), "{page}");
    assert!(!page.contains("<form method=\"post\" action=\"/visits"), "it is answered once: {page}");
    let again = stage.campus.post(&mut stage.tom, &path, &[("text", "Something else.")]).await;
    assert_eq!(again.status, StatusCode::NOT_FOUND);

    // More of the same day is the same finding; nobody is told twice.
    let before = told(&stage).await.len();
    guess(&stage, ADDRESS, 32).await;
    stage.write().await;
    assert_eq!(told(&stage).await.len(), before);
    // Who answered stands in the access log, for the officer.
    stage.campus.site.store.flush().await.unwrap();
    let review = stage.campus.page(&mut stage.ine, "/access-review").await;
    assert!(review.contains("visits.answer"), "{review}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_falls_between_two_pieces_of_the_log_is_found_in_the_night() {
    let stage = Stage::set("education").await;
    for _ in 0..2 {
        walk(&stage, 25).await;
        stage.write().await;
    }
    assert!(!stage.seen("/visits").await.contains("To be answered"), "neither piece is many by itself");
    stage.next_day().await;
    let page = stage.seen("/visits").await;
    assert!(page.contains("Many pages that are not there") && page.contains("50 within 10 minutes"), "{page}");
    assert!(told(&stage).await.iter().any(|(_, subject)| subject == "Something asks for an answer"));
}

// I5, I8
#[tokio::test(flavor = "multi_thread")]
async fn a_finding_goes_with_its_answer_when_the_period_of_its_day_is_over() {
    let mut stage = Stage::set("education").await;
    walk(&stage, 40).await;
    stage.write().await;
    let page = stage.campus.page(&mut stage.tom, "/visits").await;
    let path = crate::world::links(&page, "/visits/findings/", "").remove(0);
    stage.campus.done(&mut stage.tom, &path, &[("text", "A scanner.")]).await;
    stage.later(30).await;
    assert!(stage.seen(&path).await.contains("A scanner."), "on its last day it is there");
    stage.later(1).await;
    let mut tom = stage.campus.sign_in(&stage.campus.site, "Tom Technician").await;
    assert_eq!(stage.campus.get(&mut tom, &path).await.status, StatusCode::NOT_FOUND);
    let report = stage.campus.verify(&[]).await;
    assert_eq!(report.flaws(), 0, "{}", report.told(&crate::world::config(&stage.campus.key())));
}

#[tokio::test(flavor = "multi_thread")]
async fn findings_are_absent_to_everybody_but_technicians_and_where_the_statement_does_not_speak_of_them() {
    let mut stage = Stage::set("education").await;
    walk(&stage, 40).await;
    stage.write().await;
    let page = stage.campus.page(&mut stage.tom, "/visits").await;
    let path = crate::world::links(&page, "/visits/findings/", "").remove(0);
    stage.others.push(stage.ine.clone());
    for other in &stage.others {
        assert_eq!(stage.campus.get(&mut other.clone(), &path).await.status, StatusCode::NOT_FOUND);
        let posted = stage.campus.post(&mut other.clone(), &path, &[("text", "It was me.")]).await;
        assert_eq!(posted.status, StatusCode::NOT_FOUND);
    }
    let silent = Stage::set("selfhelp").await;
    walk(&silent, 60).await;
    silent.next_day().await;
    assert!(!silent.seen("/visits").await.contains("misuse"));
    assert!(!told(&silent).await.iter().any(|(_, subject)| subject == "Something asks for an answer"));
}
