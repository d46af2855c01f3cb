//! Goals are asked about again: from the day on which it is due, and for as long as nobody says how they went.

use crate::{
    stage::Stage,
    walk::{Walk, begin, hidden},
    world::{Answer, Browser},
};

/// Maria has set two goals; Hanna coaches.
async fn goals(sharing: &'static str) -> (Stage, Walk) {
    let mut stage = Stage::set().await;
    let walk = begin(&stage, &mut stage.maria.clone(), "Maria").await;
    walk.assign(&stage, "Hanna").await;
    days(&mut stage, 60).await;
    let set = [("1", "I walk after lunch"), ("2", "I get up at seven"), ("sharing", sharing), ("do", "finish")];
    let done = walk.fill(&stage, &mut stage.maria.clone(), "day-goals", &set).await;
    assert_eq!(done.status, 303, "{}", done.text());
    (stage, walk)
}

/// Days pass; sessions end meanwhile.
async fn days(stage: &mut Stage, count: i64) {
    stage.later(count).await;
    stage.maria = stage.campus.sign_in(&stage.campus.site, "Maria").await;
    stage.hanna = stage.campus.sign_in(&stage.campus.site, "Hanna").await;
}

/// Sends the form of the check-in as a page showed it.
async fn say(stage: &Stage, walk: &Walk, maria: &mut Browser, page: &str, fields: &[(&str, &str)]) -> Answer {
    let mark = "<section class=\"exercise\" id=\"day-goals-check-in\"";
    let shown = ["hand", "from", "day", "reader", "1.goal", "2.goal"].map(|field| (field, hidden(page, mark, field)));
    let mut sent: Vec<(&str, &str)> = shown.iter().map(|(field, value)| (*field, value.as_str())).collect();
    sent.retain(|(_, value)| !value.is_empty());
    sent.extend_from_slice(fields);
    stage.campus.post(maria, &walk.exercise("day-goals"), &sent).await
}

// SH12
#[tokio::test(flavor = "multi_thread")]
async fn goals_are_asked_about_when_their_days_have_passed_and_then_again() {
    let (mut stage, walk) = goals("own").await;
    let mut maria = stage.maria.clone();
    let ask = "What I am going to try: how did it go?";
    let page = stage.campus.page(&mut maria, &walk.exercise("day-goals")).await;
    assert!(page.contains("you are asked here how it went") && !page.contains(ask), "{page}");
    assert!(!stage.campus.page(&mut maria, &walk.path).await.contains(ask));

    days(&mut stage, 3).await;
    let mut maria = stage.maria.clone();
    for path in ["/".to_owned(), walk.path.clone(), walk.exercise("day-goals")] {
        let page = stage.campus.page(&mut maria, &path).await;
        assert!(page.contains(ask), "{path}: {page}");
    }
    let step = stage.campus.page(&mut maria, &walk.at("/steps/days")).await;
    assert!(step.contains("How did it go with what you wanted to try?"), "{step}");

    let page = stage.campus.page(&mut maria, &walk.exercise("day-goals")).await;
    let nothing = say(&stage, &walk, &mut maria, &page, &[("do", "finish")]).await;
    assert_eq!(nothing.status, 422, "what is asked about is no answer");
    let wrong = say(&stage, &walk, &mut maria, &page, &[("1.went", "great"), ("2.remark", "typed")]).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.text().contains(">typed</textarea>"), "{}", wrong.text());

    let page = stage.campus.page(&mut maria, &walk.exercise("day-goals")).await;
    let fields = [("1.went", "partly"), ("2.went", "not"), ("2.remark", "It was dark."), ("do", "finish")];
    let done = say(&stage, &walk, &mut maria, &page, &fields).await;
    assert!(done.location().contains("/exercises/day-goals?done=finished"), "{}", done.location());
    let page = stage.campus.page(&mut maria, &walk.exercise("day-goals")).await;
    for words in ["How it went until now", "I walk after lunch", "It worked in part", "It was dark."] {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(page.contains("you are asked here how it went"), "{page}");
    assert!(!stage.campus.page(&mut maria, &walk.path).await.contains(ask));

    days(&mut stage, 3).await;
    let mut maria = stage.maria.clone();
    assert!(stage.campus.page(&mut maria, &walk.path).await.contains(ask), "it is asked again");
}

// SH12
#[tokio::test(flavor = "multi_thread")]
async fn how_goals_went_is_shared_taken_back_and_removed_like_everything_else() {
    let (mut stage, walk) = goals("shared").await;
    days(&mut stage, 3).await;
    let mut maria = stage.maria.clone();
    let page = stage.campus.page(&mut maria, &walk.exercise("day-goals")).await;
    let kept = say(&stage, &walk, &mut maria, &page, &[("1.remark", "only typed"), ("do", "keep")]).await;
    assert_eq!(kept.status, 303, "{}", kept.text());
    assert_eq!(walk.shared(&stage, "Hanna").await.len(), 1, "the goals alone");

    // What was begun goes on where it was.
    days(&mut stage, 1).await;
    let mut maria = stage.maria.clone();
    let page = stage.campus.page(&mut maria, &walk.exercise("day-goals")).await;
    assert!(page.contains(">only typed</textarea>"), "{page}");
    let mark = "id=\"day-goals-check-in\"";
    let day = hidden(&page, mark, "day");
    let fields = [("1.went", "done"), ("1.remark", "It was easy."), ("sharing", "shared"), ("do", "finish")];
    let done = say(&stage, &walk, &mut maria, &page, &fields).await;
    assert!(done.location().contains("done=shared"), "{}", done.location());

    let mut hanna = stage.hanna.clone();
    let case = walk.path.replace("/programmes/", "/caseload/");
    let seen = stage.campus.page(&mut hanna, &case).await;
    for words in ["What I am going to try: how did it go?", "I walk after lunch", "It worked", "It was easy."] {
        assert!(seen.contains(words), "{words}: {seen}");
    }
    let answer = [("exercise", "day-goals"), ("day", day.as_str()), ("text", "Well done."), ("do", "send")];
    stage.campus.done(&mut hanna, &format!("{case}/responses"), &answer).await;
    let own = walk.exercise(&format!("day-goals?day={day}"));
    let page = stage.campus.page(&mut maria, &own).await;
    assert!(page.contains("Well done.") && page.contains("Hanna has read it"), "{page}");

    let at = |rest: &str| walk.exercise(&format!("day-goals{rest}?day={day}"));
    let history = stage.campus.page(&mut maria, &at("/history")).await;
    assert!(history.contains("only typed") && history.contains("It was easy."), "{history}");
    stage.campus.done(&mut maria, &walk.exercise("day-goals/taking-back"), &[("day", &day)]).await;
    assert_eq!(walk.shared(&stage, "Hanna").await.len(), 1, "the goals alone");
    stage.campus.page(&mut maria, &at("/removal")).await;
    stage.campus.done(&mut maria, &walk.exercise("day-goals/removal"), &[("day", &day)]).await;
    let page = stage.campus.page(&mut maria, &walk.exercise("day-goals")).await;
    assert!(page.contains("I walk after lunch") && !page.contains("It was easy."), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn how_it_went_is_kept_from_two_devices_and_asked_of_nobody_without_goals() {
    let (mut stage, walk) = goals("own").await;
    days(&mut stage, 3).await;
    let mut maria = stage.maria.clone();
    let phone = stage.campus.page(&mut maria, &walk.exercise("day-goals")).await;
    let computer = stage.campus.page(&mut maria, &walk.exercise("day-goals")).await;
    say(&stage, &walk, &mut maria, &phone, &[("1.remark", "on the phone"), ("do", "keep")]).await;
    say(&stage, &walk, &mut maria, &computer, &[("2.remark", "on the computer"), ("do", "keep")]).await;
    let both = stage.campus.page(&mut maria, &walk.exercise("day-goals")).await;
    assert!(both.contains("You wrote this on two devices."), "{both}");
    assert!(both.contains(">on the phone</textarea>") && both.contains(">on the computer</textarea>"), "{both}");

    let day = hidden(&both, "id=\"day-goals-check-in\"", "day");
    let none = stage.campus.get(&mut maria, &walk.exercise(&format!("keep-goals?day={day}"))).await;
    assert_eq!(none.status, 404);
    let hand = ("hand", "00000000-0000-0000-0000-000000000001");
    let odd = [hand, ("day", day.as_str()), ("1", "no goal that was asked about")];
    assert_eq!(stage.campus.post(&mut maria, &walk.exercise("day-goals"), &odd).await.status, 400);
}
