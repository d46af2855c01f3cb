//! When a coach is away: said by the coach alone, told in time and without content, and said wherever one shares or warns.

use axum::http::StatusCode;
use jiff::{ToSpan as _, civil::Date};

use crate::{
    stage::Stage,
    walk::{Walk, begin},
    world::{Browser, address, statement},
};

const LEAVE: &str = "/caseload/leave";
const SUBJECT: &str = "Your coach is going to be away";
const CHANGED: &str = "The days on which your coach is away have changed";

/// Maria follows, and Hanna coaches.
async fn begun(stage: &Stage) -> Walk {
    let walk = begin(stage, &mut stage.maria.clone(), "Maria").await;
    walk.assign(stage, "Hanna").await;
    walk
}

fn today(stage: &Stage) -> Date {
    stage.campus.site.scope(kernel::Actor::Job("keeper.keep")).today()
}

/// The coach says it, counted from today.
async fn away(stage: &Stage, who: &mut Browser, since: i64, until: i64) -> String {
    let day = |days: i64| (today(stage) + days.days()).to_string();
    stage.campus.done(who, LEAVE, &[("since", &day(since)), ("until", &day(until))]).await
}

/// How many mails with this subject somebody got.
async fn mails(stage: &Stage, name: &str, subject: &str) -> usize {
    stage.campus.run_jobs().await;
    let (to, mails) = (address(name), stage.campus.outbox.mails());
    mails.iter().filter(|mail| mail.to().as_str() == to && mail.subject() == subject).count()
}

// SH12
#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_coached_reads_on_every_page_that_the_coach_is_away_and_what_that_means() {
    let stage = Stage::set().await;
    let walk = begun(&stage).await;
    let (mut maria, mut hanna) = (stage.maria.clone(), stage.hanna.clone());
    assert!(away(&stage, &mut hanna, 0, 13).await.ends_with("?done=told"));
    assert_eq!(mails(&stage, "Maria", SUBJECT).await, 1, "it begins now, so it is told now");

    let page = stage.campus.page(&mut maria, &walk.path).await;
    assert!(page.contains("Hanna is away from") && page.contains("You can go on as ever"), "{page}");
    let (later, waits) = ("What you share waits until after that", "Hanna is away up to and including");
    assert!(page.contains(later), "also beside the mood: {page}");
    let page = stage.campus.page(&mut maria, &walk.exercise("sleep-diary")).await;
    assert!(page.contains(waits) && page.contains(later), "{page}");
    assert!(page.find(later).unwrap() > page.find("Who can read this").unwrap(), "where it says who reads it: {page}");
    let page = stage.campus.page(&mut maria, &walk.exercise("sleep-check")).await;
    assert!(
        page.contains("nobody may read it before then, and nobody else is told"),
        "said before one answers: {page}"
    );
    assert!(!page.contains("gets a mail when you press a button"), "{page}");
    // The others see nothing of it, and managers see the days.
    let list = stage.campus.page(&mut stage.mia.clone(), "/enrolments").await;
    assert!(list.contains("Away from"), "{list}");
    let choice = stage.campus.page(&mut stage.mia.clone(), &format!("/enrolments/{}/coach", walk.id)).await;
    assert!(choice.contains("Olaf") && !choice.contains("Away from"), "{choice}");
}

// SH12
#[tokio::test(flavor = "multi_thread")]
async fn a_warning_during_a_leave_is_mailed_and_kept_and_its_writer_is_told_that_nobody_looks() {
    let stage = Stage::set().await;
    let walk = begun(&stage).await;
    away(&stage, &mut stage.hanna.clone(), 0, 3).await;
    let dark = [("dark", "twice"), ("sharing", "own"), ("do", "keep")];
    let shown = walk.fill(&stage, &mut stage.maria.clone(), "sleep-check", &dark).await.text();
    assert!(shown.contains("You need not be alone with this"), "help comes first: {shown}");
    assert!(shown.contains("nobody else has been told. Do not wait for it: call now."), "{shown}");
    assert_eq!(mails(&stage, "Hanna", "Somebody may need you today").await, 1);
    let list = stage.campus.page(&mut stage.hanna.clone(), "/caseload").await;
    assert!(list.contains("Talk to them today") && list.contains("You are away from"), "{list}");
}

// SH12, UC13
#[tokio::test(flavor = "multi_thread")]
async fn a_leave_is_told_once_a_week_before_and_again_when_it_is_taken_back_and_goes_when_it_is_over() {
    let mut stage = Stage::set().await;
    let walk = begun(&stage).await;
    begin(&stage, &mut stage.piet.clone(), "Piet").await;
    assert!(away(&stage, &mut stage.hanna.clone(), 10, 12).await.ends_with("?done=kept"));
    assert_eq!(mails(&stage, "Maria", SUBJECT).await, 0);
    let page = stage.campus.page(&mut stage.maria.clone(), &walk.path).await;
    assert!(page.contains("Hanna is away from"), "the page says it from the beginning: {page}");
    let page = stage.campus.page(&mut stage.maria.clone(), &walk.exercise("sleep-diary")).await;
    assert!(!page.contains("What you share waits"), "the coach is still there: {page}");
    for (days, told) in [(2, 0), (1, 1), (2, 1)] {
        stage.later(days).await;
        assert_eq!(mails(&stage, "Maria", SUBJECT).await, told, "after {days} more days");
    }
    assert_eq!(mails(&stage, "Piet", SUBJECT).await, 0, "whom nobody coaches nobody tells");
    for mail in stage.campus.outbox.mails().iter().filter(|mail| mail.subject() == SUBJECT) {
        for word in ["Hanna", "Maria", "2026", "Sleep"] {
            assert!(!mail.text().contains(word), "{word}: {}", mail.text());
        }
    }
    // Taken back, and told again.
    stage.hanna = stage.campus.sign_in(&stage.campus.site, "Hanna").await;
    stage.maria = stage.campus.sign_in(&stage.campus.site, "Maria").await;
    let page = stage.campus.page(&mut stage.hanna.clone(), LEAVE).await;
    let own = page.split("action=\"/caseload/leave/").nth(1).unwrap().split('/').next().unwrap();
    let removal = format!("{LEAVE}/{own}/removal");
    for stranger in [&stage.maria, &stage.olaf, &stage.mia] {
        let refused = stage.campus.post(&mut stranger.clone(), &removal, &[]).await;
        assert_ne!(refused.status, StatusCode::OK);
        assert!(!refused.location().contains("done"), "{}", refused.location());
    }
    stage.campus.done(&mut stage.hanna.clone(), &removal, &[]).await;
    assert_eq!(mails(&stage, "Maria", CHANGED).await, 1);
    let page = stage.campus.page(&mut stage.maria.clone(), &walk.path).await;
    assert!(!page.contains("Hanna is away"), "{page}");
    // One that is over is gone.
    away(&stage, &mut stage.hanna.clone(), 0, 1).await;
    stage.later(2).await;
    stage.hanna = stage.campus.sign_in(&stage.campus.site, "Hanna").await;
    let page = stage.campus.page(&mut stage.hanna.clone(), LEAVE).await;
    assert!(page.contains("You have no days away"), "{page}");
}

// SH12
#[tokio::test(flavor = "multi_thread")]
async fn days_that_do_not_fit_come_back_with_what_was_typed_and_are_coaches_alone() {
    let stage = Stage::set().await;
    let (mut hanna, day) = (stage.hanna.clone(), |days: i64| (today(&stage) + days.days()).to_string());
    away(&stage, &mut hanna, 3, 5).await;
    for (since, until, said) in [
        ("", "2026-01-01", "Choose a day."),
        (&*day(9), &*day(8), "The last day is before the first."),
        (&*day(-3), &*day(-1), "This is over already."),
        (&*day(1), &*day(900), "more than a year"),
        (&*day(5), &*day(9), "You are away on some of these days already."),
    ] {
        let answer = stage.campus.post(&mut hanna, LEAVE, &[("since", since), ("until", until)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{said}");
        let page = answer.text();
        assert!(page.contains(said) && page.contains(&format!("value=\"{until}\"")), "{said}: {page}");
    }
    for stranger in [&stage.mia, &stage.maria] {
        assert_eq!(stage.campus.get(&mut stranger.clone(), LEAVE).await.status, StatusCode::NOT_FOUND);
        let fields = [("since", &*day(1)), ("until", &*day(2))];
        let refused = stage.campus.post(&mut stranger.clone(), LEAVE, &fields).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND);
    }
    assert!(stage.campus.page(&mut stage.olaf.clone(), LEAVE).await.contains("You have no days away"));
    let page = stage.campus.page(&mut hanna, LEAVE).await;
    assert!(page.contains("Those whom you coach"), "the seal says who reads it: {page}");
}

// X1
#[tokio::test(flavor = "multi_thread")]
async fn where_the_statement_keeps_a_leave_from_participants_their_pages_stay_as_they_are() {
    let text = statement("selfhelp").replace("    read \"leave\" by=\"participant\" when=\"in-relation\"\n", "");
    let stage = Stage::with(&text).await;
    let walk = begun(&stage).await;
    away(&stage, &mut stage.hanna.clone(), 0, 5).await;
    let page = stage.campus.page(&mut stage.maria.clone(), &walk.path).await;
    assert!(page.contains("Hanna coaches you") && !page.contains("is away"), "{page}");
    let page = stage.campus.page(&mut stage.hanna.clone(), LEAVE).await;
    assert!(!page.contains("<li>Those whom you coach"), "{page}");
}
