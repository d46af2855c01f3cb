//! Every door of the participants' pages, tried by everybody.

use crate::{
    stage::Stage,
    walk::{Walk, begin},
    world::Browser,
};

/// The doors of an enrolment, without those that end it.
fn doors(walk: &Walk) -> Vec<(bool, String)> {
    let get = ["", "/steps/nights", "/exercises/sleep-diary", "/exercises/sleep-diary/history", "/moods"];
    let asks = ["/exercises/sleep-diary/removal", "/moods/removal", "/ending", "/agreement"];
    let post =
        ["/mood", "/mood/taking-back", "/moods/removal", "/exercises/sleep-diary", "/exercises/sleep-diary/keeping"];
    let closing = ["/exercises/sleep-diary/taking-back", "/exercises/sleep-diary/removal", "/agreement", "/ending"];
    let gets = get.into_iter().chain(asks).map(|rest| (false, walk.at(rest)));
    let posts = post.into_iter().chain(closing).map(|rest| (true, walk.at(rest)));
    gets.chain(posts).collect()
}

const FIELDS: [(&str, &str); 3] =
    [("hand", "00000000-0000-0000-0000-000000000001"), ("point", "4"), ("remark", "something")];

// SH12
#[tokio::test(flavor = "multi_thread")]
async fn an_enrolment_is_absent_to_everybody_but_its_participant() {
    let mut stage = Stage::set().await;
    let walk = begin(&stage, &mut stage.maria.clone(), "Maria").await;
    walk.assign(&stage, "Hanna").await;
    let others = [&stage.mia, &stage.hanna, &stage.olaf, &stage.piet].map(Clone::clone);
    for (posts, path) in doors(&walk) {
        for mut other in others.clone() {
            let answer = if posts {
                stage.campus.post(&mut other, &path, &FIELDS).await
            } else {
                stage.campus.get(&mut other, &path).await
            };
            assert_eq!(answer.status, 404, "{path}");
        }
        if !posts {
            let stranger = stage.campus.get(&mut Browser::default(), &path).await;
            assert!(stranger.status == 303 && stranger.location().starts_with("/sign-in"), "{path}");
            assert_eq!(stage.campus.get(&mut stage.maria, &path).await.status, 200, "{path}");
        }
    }
    // Only participants begin.
    for mut other in [stage.mia.clone(), stage.hanna.clone()] {
        for path in ["/programmes", "/programmes/begin/sleeping-better"] {
            assert_eq!(stage.campus.get(&mut other, path).await.status, 404, "{path}");
        }
        let answer = stage.campus.post(&mut other, "/programmes/begin/sleeping-better", &[]).await;
        assert_eq!(answer.status, 404);
    }
}

// SH12
#[tokio::test(flavor = "multi_thread")]
async fn what_a_coach_and_a_manager_do_is_absent_to_everybody_else() {
    let stage = Stage::set().await;
    let walk = begin(&stage, &mut stage.maria.clone(), "Maria").await;
    walk.assign(&stage, "Hanna").await;
    let (case, change) = (walk.path.replace("/programmes/", "/caseload/"), format!("/enrolments/{}/coach", walk.id));
    let at = |rest: &str| format!("{case}{rest}");
    let everybody = [&stage.mia, &stage.hanna, &stage.olaf, &stage.maria, &stage.piet];
    let (mia, hanna, coaches) = (&[0][..], &[1][..], &[1, 2][..]);
    for (posts, path, let_in) in [
        (false, at(""), hanna),
        (false, at("/steps"), hanna),
        (false, at("/colleague"), hanna),
        (false, "/caseload".to_owned(), coaches),
        (false, "/caseload/texts".to_owned(), coaches),
        (false, "/caseload/leave".to_owned(), coaches),
        (false, "/enrolments".to_owned(), mia),
        (false, change.clone(), mia),
        (true, at("/responses"), hanna),
        (true, at("/warning"), hanna),
        (true, at("/colleague"), hanna),
        (true, at("/colleague/taking-back"), hanna),
        (true, "/caseload/colleagues".to_owned(), coaches),
        (true, at("/steps/days/opening"), hanna),
        (true, "/caseload/texts".to_owned(), coaches),
        (true, "/caseload/leave".to_owned(), coaches),
        (true, change, mia),
    ] {
        for (number, who) in everybody.into_iter().enumerate() {
            let mut who = who.clone();
            let fields = [("until", "2026-01-01T00:00:00Z"), ("exercise", "sleep-diary"), ("text", "")];
            let answer = match posts {
                true => stage.campus.post(&mut who, &path, &fields).await,
                false => stage.campus.get(&mut who, &path).await,
            };
            assert_eq!(answer.status == 404, !let_in.contains(&number), "{path} by {number}: {}", answer.status);
        }
        if !posts {
            let stranger = stage.campus.get(&mut Browser::default(), &path).await;
            assert!(stranger.status == 303 && stranger.location().starts_with("/sign-in"), "{path}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_of_participants_speak_three_languages() {
    let mut stage = Stage::set().await;
    let walk = begin(&stage, &mut stage.maria.clone(), "Maria").await;
    for (language, words) in [("nl", "Wat nu komt"), ("sv", "Det som kommer nu"), ("en", "What is next")] {
        let fields = [("language", language), ("back", walk.path.as_str())];
        stage.campus.done(&mut stage.maria, "/profile/language", &fields).await;
        let page = stage.campus.page(&mut stage.maria, &walk.path).await;
        assert!(page.contains(words), "{page}");
        for (_, path) in doors(&walk).into_iter().filter(|(posts, _)| !posts) {
            let page = stage.campus.page(&mut stage.maria, &path).await;
            assert!(!page.contains("programmes-"), "no key stands for a word on {path}: {page}");
        }
    }
}
