//! The danger clause (`warn`): the coach is told at once that an answer may mean danger, and of nothing else; where the
//! statement does not say it, nobody is.

use axum::http::StatusCode;
use statement::plan::State;

use crate::{
    stage::Stage,
    walk::{Walk, begin, hidden},
    world::{Answer, address, statement},
};

const DARK: &[(&str, &str)] = &[("dark", "twice"), ("sharing", "own"), ("do", "keep")];
const BEFORE: &str = "may mean that you are in danger, Hanna gets a mail";
const SUBJECT: &str = "Somebody may need you today";

async fn dark(stage: &Stage, walk: &Walk) -> Answer {
    walk.fill(stage, &mut stage.maria.clone(), "sleep-check", DARK).await
}

/// What the mails of warning to Hanna say.
async fn mails(stage: &Stage) -> Vec<String> {
    stage.campus.run_jobs().await;
    let (to, mails) = (address("Hanna"), stage.campus.outbox.mails());
    let mine = mails.iter().filter(|mail| mail.to().as_str() == to && mail.subject() == SUBJECT);
    mine.map(|mail| mail.text().to_owned()).collect()
}

fn case(walk: &Walk) -> String {
    walk.path.replace("/programmes/", "/caseload/")
}

// SH12
#[tokio::test(flavor = "multi_thread")]
async fn a_coach_is_told_at_once_that_an_answer_may_mean_danger_and_not_which() {
    let stage = Stage::set().await;
    let walk = begin(&stage, &mut stage.maria.clone(), "Maria").await;
    walk.assign(&stage, "Hanna").await;
    let page = stage.campus.page(&mut stage.maria.clone(), &walk.exercise("sleep-check")).await;
    assert!(page.contains(BEFORE), "said before one answers: {page}");
    let page = stage.campus.page(&mut stage.maria.clone(), &walk.exercise("sleep-diary")).await;
    assert!(!page.contains(BEFORE), "beside what cannot signal it nothing is said: {page}");

    for _ in 0..2 {
        let shown = dark(&stage, &walk).await.text();
        assert!(shown.contains("Hanna has been told that you may need help"), "{shown}");
        assert!(shown.contains("You need not be alone with this"), "help comes first: {shown}");
    }
    let told = mails(&stage).await;
    assert_eq!(told.len(), 1, "once a day: {told:?}");
    for secret in ["Maria", "alive", "Sleep", "danger"] {
        assert!(!told[0].contains(secret), "{secret} is in {}", told[0]);
    }

    let list = stage.campus.page(&mut stage.hanna.clone(), "/caseload").await;
    assert!(list.find("Talk to them today").unwrap() < list.find("Maria").unwrap(), "{list}");
    let seen = stage.campus.page(&mut stage.hanna.clone(), &case(&walk)).await;
    assert!(seen.contains("Get in touch with Maria today"), "{seen}");
    assert!(!seen.contains("rather not be alive"), "the answer is not shared: {seen}");
    assert_eq!(walk.shared(&stage, "Hanna").await, Vec::<String>::new());
    let managed = stage.campus.page(&mut stage.mia.clone(), "/enrolments").await;
    assert!(managed.contains("Maria") && !managed.contains("danger"), "{managed}");
}

// SH12
#[tokio::test(flavor = "multi_thread")]
async fn the_mark_stays_until_the_own_coach_has_seen_to_what_there_is() {
    let stage = Stage::set().await;
    let walk = begin(&stage, &mut stage.maria.clone(), "Maria").await;
    walk.assign(&stage, "Hanna").await;
    dark(&stage, &walk).await;
    let (mut hanna, to) = (stage.hanna.clone(), format!("{}/warning", case(&walk)));
    let until = |page: &str| hidden(page, "<div class=\"notice", "until");
    let old = until(&stage.campus.page(&mut hanna, &case(&walk)).await);
    for other in [&stage.olaf, &stage.maria, &stage.piet, &stage.mia] {
        let refused = stage.campus.post(&mut other.clone(), &to, &[("until", &old)]).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND);
    }
    // Something was answered while the coach read.
    stage.campus.clock.advance(jiff::SignedDuration::from_mins(1));
    dark(&stage, &walk).await;
    let left = stage.campus.post(&mut hanna, &to, &[("until", &old)]).await;
    assert!(left.location().ends_with("?done=unsettled"), "{}", left.location());
    let page = stage.campus.page(&mut hanna, &case(&walk)).await;
    let gone = stage.campus.post(&mut hanna, &to, &[("until", &until(&page))]).await;
    assert!(gone.location().ends_with("?done=settled"), "{}", gone.location());
    let page = stage.campus.page(&mut hanna, &case(&walk)).await;
    assert!(!page.contains("Get in touch"), "{page}");
    let list = stage.campus.page(&mut hanna, "/caseload").await;
    assert!(list.contains("Maria") && !list.contains("Talk to them today"), "{list}");
}

// SH12
#[tokio::test(flavor = "multi_thread")]
async fn what_is_only_typed_tells_nobody() {
    let stage = Stage::set().await;
    let walk = begin(&stage, &mut stage.maria.clone(), "Maria").await;
    walk.assign(&stage, "Hanna").await;
    let page = stage.campus.page(&mut stage.maria.clone(), &walk.exercise("sleep-check")).await;
    let mark = "<section class=\"exercise\" id=\"sleep-check\"";
    let (hand, day) = (hidden(&page, mark, "hand"), hidden(&page, mark, "day"));
    let fields = [("hand", hand.as_str()), ("day", day.as_str()), ("dark", "twice")];
    let keeping = walk.exercise("sleep-check") + "/keeping";
    let kept = stage.campus.post(&mut stage.maria.clone(), &keeping, &fields).await;
    assert_eq!((kept.status, kept.headers.get("x-urgent-help").is_some()), (StatusCode::OK, true));
    assert_eq!(mails(&stage).await, Vec::<String>::new());
}

// SH12
#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_told_where_nobody_coaches_or_the_statement_does_not_say_it() {
    let alone = Stage::set().await;
    let walk = begin(&alone, &mut alone.maria.clone(), "Maria").await;
    let clause = alone.campus.site.plan.clause("warn-coach-self-help").unwrap();
    assert!(matches!(clause.state, State::Enforced), "{:?}", clause.state);
    let silent = Stage::with(&statement("selfhelp").replace("warn \"coach\" of=\"self-help\"", "")).await;
    let other = begin(&silent, &mut silent.maria.clone(), "Maria").await;
    other.assign(&silent, "Hanna").await;
    for (stage, walk) in [(&alone, &walk), (&silent, &other)] {
        let page = stage.campus.page(&mut stage.maria.clone(), &walk.exercise("sleep-check")).await;
        assert!(!page.contains("may mean that you are in danger"), "{page}");
        let shown = dark(stage, walk).await.text();
        assert!(shown.contains("Nobody here is told what you filled in"), "{shown}");
        assert_eq!(mails(stage).await, Vec::<String>::new());
    }
    let list = silent.campus.page(&mut silent.hanna.clone(), "/caseload").await;
    assert!(!list.contains("Talk to them today"), "{list}");
}
