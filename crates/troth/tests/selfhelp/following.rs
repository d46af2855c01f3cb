//! A participant's pages: beginning, filling in, sharing, two devices, danger, stopping.

use ::statement::plan::State;
use axum::{
    body::Body,
    http::{Request, header},
};
use testkit::{Canaries, canary};
use tower::ServiceExt as _;

use crate::{
    stage::Stage,
    walk::{Walk, begin, hidden},
    world::Browser,
};

/// Days pass; sessions end meanwhile.
async fn days(stage: &mut Stage, count: i64) {
    stage.later(count).await;
    stage.maria = stage.campus.sign_in(&stage.campus.site, "Maria").await;
}

/// Each exercise of *Sleeping better* but the questionnaire: a field, and what is written or chosen in it.
const EXERCISES: &[(&str, &str, &str)] = &[
    ("sleep-diary", "remark", "canary of the diary"),
    ("day-habits", "coffee", "yes"),
    ("day-goals", "1", "canary of the goals"),
    ("bed-thought", "point", "3"),
    ("awake-list", "2", "canary of the list"),
    ("evening", "text", "canary of the writing"),
    ("thought-record", "1.thought", "canary of the table"),
    ("heavy-thoughts", "choice", "sad"),
    ("body-rest", "done", "yes"),
];

// SH12
#[tokio::test(flavor = "multi_thread")]
async fn nobody_begins_without_having_agreed_to_the_words_that_are_shown() {
    let mut stage = Stage::set().await;
    let path = "/programmes/begin/sleeping-better";
    let page = stage.campus.page(&mut stage.maria, path).await;
    assert!(page.contains("May we keep what you write about how you feel"), "{page}");
    let wording = hidden(&page, "<form", "wording");
    let unsaid = stage.campus.post(&mut stage.maria, path, &[("wording", &wording)]).await;
    assert_eq!(unsaid.status, 422);
    assert!(unsaid.text().contains("Without your yes we may keep nothing of it"));
    let others = stage.campus.post(&mut stage.maria, path, &[("wording", "00"), ("agree", "yes")]).await;
    assert_eq!(others.status, 409);
    let own = stage.campus.page(&mut stage.maria, "/programmes").await;
    assert!(own.contains(path) && !own.contains("Go on"), "{own}");

    // Whoever came in by another door is asked before anything is shown or kept.
    let of = stage.begin(stage.ids["Piet"]).await;
    let walk = Walk { path: format!("/programmes/{}", of.id), id: of.id, who: stage.ids["Piet"] };
    let fields = [("hand", "00000000-0000-0000-0000-000000000001"), ("bed", "23:00")];
    for answer in [
        stage.campus.get(&mut stage.piet, &walk.path).await,
        stage.campus.get(&mut stage.piet, &walk.at("/steps/nights")).await,
        stage.campus.post(&mut stage.piet, &walk.exercise("sleep-diary"), &fields).await,
    ] {
        assert_eq!((answer.status.as_u16(), answer.location()), (303, walk.at("/agreement")));
    }
    let asked = stage.campus.page(&mut stage.piet, &walk.at("/agreement")).await;
    let fields = [("wording", &*hidden(&asked, "<form", "wording")), ("agree", "yes")];
    stage.campus.done(&mut stage.piet, &walk.at("/agreement"), &fields).await;
    stage.campus.page(&mut stage.piet, &walk.path).await;
}

// SH12
#[tokio::test(flavor = "multi_thread")]
async fn my_data_shows_what_somebody_agreed_to_and_leads_to_withdrawing_it() {
    let stage = Stage::set().await;
    let (mut maria, mut hanna) = (stage.maria.clone(), stage.hanna.clone());
    let path = "/my-data/programmes";
    assert!(stage.campus.page(&mut maria, "/my-data").await.contains(path));
    assert!(stage.campus.page(&mut maria, path).await.contains("You have agreed to nothing yet"));
    let walk = begin(&stage, &mut maria, "Maria").await;
    let page = stage.campus.page(&mut maria, path).await;
    assert!(page.contains("May we keep what you write about how you feel") && page.contains("You said yes"), "{page}");
    assert!(page.contains(&walk.at("/ending")) && !page.contains(&walk.at("/agreement")), "{page}");
    let beginning = stage.begin(stage.ids["Piet"]).await;
    let unasked = stage.campus.page(&mut stage.piet.clone(), path).await;
    assert!(unasked.contains(&format!("/programmes/{}/agreement", beginning.id)), "{unasked}");
    stage.campus.done(&mut maria, &walk.at("/ending"), &[("do", "delete")]).await;
    assert!(stage.campus.page(&mut maria, path).await.contains("The programme ended on"));
    assert!(
        !stage.campus.page(&mut hanna, "/my-data").await.contains(path),
        "coaches are asked for nothing of the kind"
    );
    assert_eq!(stage.campus.get(&mut hanna, path).await.status, 404);
}

// SH12
#[tokio::test(flavor = "multi_thread")]
async fn under_my_data_what_was_written_stands_field_by_field_each_with_its_name() {
    let stage = Stage::set().await;
    let mut maria = stage.maria.clone();
    let walk = begin(&stage, &mut maria, "Maria").await;
    walk.fill(&stage, &mut maria, "sleep-diary", &[("remark", "quiet"), ("do", "keep")]).await;
    let path = format!("/my-data/self-help/{}?category=self-help", walk.id);
    let page = stage.campus.page(&mut maria, &path).await;
    assert!(page.contains("quiet") && !page.contains("Diary entry: "), "{page}");
    assert!(page.contains("Sleep diary") && !page.contains("sleep-diary"), "{page}");
    assert!(!page.contains("[accounts-") && !page.contains("{&#34;"), "{page}");
}

// SH12
#[test]
fn a_consent_is_kept_where_it_is_about_programmes_alone() {
    let state = |source: &str| {
        let inventory = troth::assemble::inventory().unwrap();
        let checked = ::statement::check(source, Some(&inventory));
        let plan = checked.plan.unwrap_or_else(|| panic!("{:?}", checked.diagnostics));
        let clause = &plan.consent_about("exercise.answer").unwrap().clause;
        plan.clauses().iter().find(|one| one.id == *clause).unwrap().state.clone()
    };
    let steady = crate::world::statement("selfhelp");
    assert!(matches!(state(&steady), State::Enforced));
    // Nobody is asked before writing a message.
    let dialogues = "trajectory.dates message.body message.times attachment.name attachment.file draft.body shared-note.body \
         note-view.body private-note.body goal.title goal.state task.title task.state appointment.title appointment.place \
         appointment.time";
    let dialogues: String = dialogues.split(' ').map(|item| format!("\"{item}\" ")).collect();
    let talking = steady.replace("\"enrolment.progress\" ", &format!("\"enrolment.progress\" {dialogues}"));
    assert_ne!(talking, steady);
    assert!(matches!(state(&talking), State::NotInUse { .. }));
}

// SH12, S4
#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_exercise_is_kept_comes_back_and_stands_in_the_clear_nowhere() {
    let mut stage = Stage::set().await;
    let walk = begin(&stage, &mut stage.maria.clone(), "Maria").await;
    walk.assign(&stage, "Hanna").await;
    days(&mut stage, 60).await;
    let mut maria = stage.maria.clone();
    for (name, field, value) in EXERCISES {
        let kept = walk.fill(&stage, &mut maria, name, &[(field, value), ("do", "keep")]).await;
        assert_eq!(kept.status, 303, "{name}: {}", kept.text());
        assert!(kept.location().contains("done=kept"), "{name}: {}", kept.location());
        let page = stage.campus.page(&mut maria, &walk.exercise(name)).await;
        let comes_back =
            [format!("value=\"{value}\""), format!(">{value}</textarea>"), format!("value=\"{value}\" checked")];
        assert!(comes_back.iter().any(|form| page.contains(form)), "{name}: {page}");
    }
    // Under *My data* each stands beside its question, and steps and exercises bear their titles.
    let [written, way] =
        ["self-help", "enrolment"].map(|class| format!("/my-data/{class}/{}?category={class}", walk.id));
    let page = stage.campus.page(&mut maria, &written).await;
    assert!(!page.contains("Answer: ") && !page.contains("Diary entry: "), "{page}");
    for (name, _, value) in EXERCISES {
        assert!(!page.contains(&format!(">{name}<")), "{name}: {page}");
        assert!(!value.starts_with("canary") || page.contains(value), "{value}: {page}");
    }
    assert!(page.contains("Sleep diary") && page.contains("Result moved"), "{page}");
    let page = stage.campus.page(&mut maria, &way).await;
    assert!(page.contains("Sleeping better") && !page.contains(">sleeping-better<"), "{page}");
    assert_eq!(walk.shared(&stage, "Hanna").await, Vec::<String>::new(), "nothing was shared");
    let mut canaries = Canaries::new();
    for (name, _, value) in EXERCISES.iter().filter(|(_, _, value)| value.starts_with("canary")) {
        canaries.add(name, value);
    }
    stage.campus.site.store.flush().await.unwrap();
    assert_eq!(canary::search(stage.campus.folder.path(), &canaries).unwrap(), []);
    for mail in stage.campus.outbox.mails() {
        assert_eq!(canaries.in_bytes(mail.text().as_bytes()), []);
    }
}

// SH12
#[tokio::test(flavor = "multi_thread")]
async fn the_coach_finds_what_was_finished_and_shared_until_it_is_taken_back() {
    let mut stage = Stage::set().await;
    let walk = begin(&stage, &mut stage.maria.clone(), "Maria").await;
    walk.assign(&stage, "Hanna").await;
    let mut maria = stage.maria.clone();
    days(&mut stage, 60).await;
    maria.clone_from(&stage.maria);
    let page = stage.campus.page(&mut maria, &walk.exercise("evening")).await;
    assert!(page.contains("Hanna will be able to read this. No one else."), "{page}");

    let of = |text: &'static str, sharing: &'static str| [("text", text), ("sharing", sharing), ("do", "finish")];
    walk.fill(&stage, &mut maria, "evening", &of("for myself", "own")).await;
    assert_eq!(walk.shared(&stage, "Hanna").await.len(), 0);
    let done = walk.fill(&stage, &mut maria, "evening", &of("for Hanna", "shared")).await;
    assert!(done.location().contains("done=shared"), "{}", done.location());
    let found = walk.shared(&stage, "Hanna").await;
    assert!(found.len() == 1 && found[0].contains("for Hanna"), "{found:?}");

    // What is typed on is the writer's alone; the page says what the coach still reads.
    walk.fill(&stage, &mut maria, "evening", &[("text", "not yet"), ("do", "keep")]).await;
    assert!(walk.shared(&stage, "Hanna").await[0].contains("for Hanna"));
    let page = stage.campus.page(&mut maria, &walk.exercise("evening")).await;
    assert!(page.contains("Hanna can still read what you shared before it."), "{page}");

    let history = stage.campus.page(&mut maria, &walk.exercise("evening/history")).await;
    for words in ["for myself", "for Hanna", "not yet"] {
        assert!(history.contains(words), "{words}: {history}");
    }
    stage.campus.done(&mut maria, &walk.exercise("evening/taking-back"), &[]).await;
    assert_eq!(walk.shared(&stage, "Hanna").await.len(), 0);

    let asks = stage.campus.page(&mut maria, &walk.exercise("evening/removal")).await;
    assert!(asks.contains("Remove this for good?"), "{asks}");
    stage.campus.done(&mut maria, &walk.exercise("evening/removal"), &[]).await;
    let history = stage.campus.page(&mut maria, &walk.exercise("evening/history")).await;
    assert!(history.contains("Nothing was written here yet."), "{history}");
}

// SH12
#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_shared_with_a_coach_whom_the_form_did_not_show() {
    let mut stage = Stage::set().await;
    let walk = begin(&stage, &mut stage.maria.clone(), "Maria").await;
    walk.assign(&stage, "Hanna").await;
    days(&mut stage, 60).await;
    let mut maria = stage.maria.clone();
    let page = stage.campus.page(&mut maria, &walk.exercise("evening")).await;
    walk.assign(&stage, "Olaf").await;
    let fields = [("text", "for Hanna"), ("sharing", "shared"), ("do", "finish")];
    let done = walk.send(&stage, &mut maria, ("evening", &page), &fields).await;
    assert!(done.location().contains("done=unshared"), "{}", done.location());
    assert_eq!(walk.shared(&stage, "Olaf").await.len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_two_devices_wrote_stands_there_twice_until_one_form_joins_it() {
    let mut stage = Stage::set().await;
    let walk = begin(&stage, &mut stage.maria.clone(), "Maria").await;
    days(&mut stage, 60).await;
    let mut maria = stage.maria.clone();
    let page = stage.campus.page(&mut maria, &walk.exercise("evening")).await;
    let other = stage.campus.page(&mut maria, &walk.exercise("evening")).await;
    let keep = |text: &'static str| [("text", text), ("do", "keep")];
    walk.send(&stage, &mut maria, ("evening", &page), &keep("on the phone")).await;
    walk.send(&stage, &mut maria, ("evening", &other), &keep("on the computer")).await;
    let both = stage.campus.page(&mut maria, &walk.exercise("evening")).await;
    assert!(both.contains("You wrote this on two devices."), "{both}");
    assert!(both.contains("on the phone") && both.contains("on the computer"), "{both}");
    let section = both.split("id=\"evening\"").nth(1).unwrap();
    let mut fields: Vec<(&str, &str)> = section
        .split("name=\"from\" value=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(|id| ("from", id))
        .collect();
    assert_eq!(fields.len(), 2);
    fields.extend([("text", "on both"), ("do", "keep")]);
    walk.send(&stage, &mut maria, ("evening", &both), &fields).await;
    let one = stage.campus.page(&mut maria, &walk.exercise("evening")).await;
    assert!(one.contains("on both") && !one.contains("two devices"), "{one}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_does_not_fit_is_told_at_its_field_and_nothing_typed_is_lost() {
    let stage = Stage::set().await;
    let walk = begin(&stage, &mut stage.maria.clone(), "Maria").await;
    let mut maria = stage.maria.clone();
    let fields = [("asleep-after", "9999"), ("remark", "typed"), ("do", "finish")];
    let again = walk.fill(&stage, &mut maria, "sleep-diary", &fields).await;
    assert_eq!(again.status, 422);
    let page = again.text();
    assert!(page.contains("id=\"sleep-diary-asleep-after-error\"") && page.contains("value=\"9999\""), "{page}");
    assert!(page.contains(">typed</textarea>"), "{page}");
    // What fits was kept meanwhile.
    let page = stage.campus.page(&mut maria, &walk.exercise("sleep-diary")).await;
    assert!(page.contains(">typed</textarea>") && !page.contains("9999"), "{page}");

    let again = walk.fill(&stage, &mut maria, "sleep-check", &[("falling", "often"), ("do", "finish")]).await;
    assert_eq!(again.status, 422);
    assert!(again.text().contains("href=\"#sleep-check-waking\""), "each open item is linked: {}", again.text());
}

/// All items of the sleep check, but for the last.
fn check(answer: &'static str) -> Vec<(&'static str, &'static str)> {
    let items = ["falling", "waking", "early", "rested", "tired", "worry", "dread", "ease"];
    items.map(|item| (item, answer)).into()
}

// SH12
#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_signals_danger_shows_urgent_help_at_once_whatever_is_shared() {
    let stage = Stage::set().await;
    let walk = begin(&stage, &mut stage.maria.clone(), "Maria").await;
    walk.assign(&stage, "Hanna").await;
    let mut maria = stage.maria.clone();
    for (sharing, button) in [("own", "finish"), ("shared", "finish"), ("own", "keep")] {
        let mut fields = check("never");
        fields.extend([("dark", "often"), ("sharing", sharing), ("do", button)]);
        let answer = walk.fill(&stage, &mut maria, "sleep-check", &fields).await;
        let page = answer.text();
        assert_eq!(answer.status, 200);
        assert!(page.contains("href=\"tel:113\"") && page.contains("href=\"tel:112\""), "{page}");
        assert!(page.contains("What you wrote is kept."), "{page}");
    }
    // While the answer stands, help stands above everything.
    let step = stage.campus.page(&mut maria, &walk.at("/steps/nights")).await;
    assert!(step.find("tel:113").unwrap() < step.find("<h1").unwrap(), "{step}");
    // And while one types, before anything is finished.
    let page = stage.campus.page(&mut maria, &walk.exercise("sleep-check")).await;
    let hand = hidden(&page, "id=\"sleep-check\"", "hand");
    let fields = [("hand", hand.as_str()), ("dark", "nightly")];
    let kept = stage.campus.post(&mut maria, &walk.exercise("sleep-check/keeping"), &fields).await;
    assert_eq!(kept.headers.get("x-urgent-help").map(|value| value.as_bytes()), Some(&b"show"[..]));
}

#[tokio::test(flavor = "multi_thread")]
async fn results_tell_what_they_mean_and_how_they_changed_over_time() {
    let mut stage = Stage::set().await;
    let walk = begin(&stage, &mut stage.maria.clone(), "Maria").await;
    for (answer, after) in [("nightly", 14), ("never", 0)] {
        let mut fields = check(answer);
        fields.extend([("dark", "never"), ("sharing", "own"), ("do", "finish")]);
        let mut maria = stage.maria.clone();
        let done = walk.fill(&stage, &mut maria, "sleep-check", &fields).await;
        assert_eq!(done.status, 303, "{}", done.text());
        if after > 0 {
            days(&mut stage, after).await;
        }
    }
    let page = stage.campus.page(&mut stage.maria, &walk.exercise("sleep-check")).await;
    assert!(page.contains("6 points of 24") && page.contains("Most of your nights are calm."), "{page}");
    assert!(page.contains("clearly better than the time before"), "{page}");
    assert_eq!(page.matches("class=\"plot-dot\"").count(), 2);
    assert!(page.contains("<td>18</td>") && page.contains("<td>6</td>"), "the drawing has a table beside it: {page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn typing_is_kept_one_save_after_the_other_without_a_row_for_each() {
    let stage = Stage::set().await;
    let walk = begin(&stage, &mut stage.maria.clone(), "Maria").await;
    let mut maria = stage.maria.clone();
    let page = stage.campus.page(&mut maria, &walk.exercise("sleep-diary")).await;
    let hand = hidden(&page, "id=\"sleep-diary\"", "hand");
    let mut from = String::new();
    for text in ["I", "I slept", "I slept well"] {
        let mut fields = vec![("hand", hand.as_str()), ("remark", text)];
        if !from.is_empty() {
            fields.push(("from", from.as_str()));
        }
        let kept = stage.campus.post(&mut maria, &walk.exercise("sleep-diary/keeping"), &fields).await;
        assert_eq!(kept.status, 200, "{}", kept.text());
        from = kept.text();
        assert!(from.parse::<kernel::Uuid>().is_ok(), "{from}");
    }
    let history = stage.campus.page(&mut maria, &walk.exercise("sleep-diary/history")).await;
    assert_eq!(history.matches("<article").count(), 1, "{history}");
    assert!(history.contains("I slept well"), "{history}");
}

#[tokio::test(flavor = "multi_thread")]
async fn how_one_feels_is_kept_for_a_day_and_is_ones_own_unless_it_is_shared() {
    let stage = Stage::set().await;
    let walk = begin(&stage, &mut stage.maria.clone(), "Maria").await;
    let mut maria = stage.maria.clone();
    let page = stage.campus.page(&mut maria, &walk.path).await;
    let fields = [("hand", &*hidden(&page, "<form", "hand")), ("point", "4"), ("sharing", "own")];
    stage.campus.done(&mut maria, &walk.at("/mood"), &fields).await;
    let page = stage.campus.page(&mut maria, &walk.path).await;
    assert!(page.contains("value=\"4\" checked"), "{page}");
    let fields = [("hand", &*hidden(&page, "<form", "hand")), ("point", "11")];
    assert_eq!(stage.campus.post(&mut maria, &walk.at("/mood"), &fields).await.status, 400);
}

#[tokio::test(flavor = "multi_thread")]
async fn steps_open_on_their_day_and_a_closed_one_is_not_there() {
    let mut stage = Stage::set().await;
    let walk = begin(&stage, &mut stage.maria.clone(), "Maria").await;
    let page = stage.campus.page(&mut stage.maria, &walk.path).await;
    assert!(page.contains("Make sleep easy by day opens on 27 November 2026."), "{page}");
    assert_eq!(stage.campus.get(&mut stage.maria, &walk.at("/steps/days")).await.status, 404);
    assert_eq!(stage.campus.get(&mut stage.maria, &walk.exercise("day-habits")).await.status, 404);
    days(&mut stage, 5).await;
    let page = stage.campus.page(&mut stage.maria, &walk.at("/steps/days")).await;
    assert!(page.contains("The need for sleep") && page.contains("/media/"), "{page}");
    // The picture, whole and in part.
    let picture = page.split("<img src=\"").nth(1).unwrap().split('"').next().unwrap();
    let whole = stage.campus.get(&mut stage.maria, picture).await;
    assert!(whole.status == 200 && whole.text().contains("<svg"), "{}", whole.text());
    assert_eq!(whole.headers.get(header::CONTENT_TYPE).unwrap(), "image/svg+xml");
    assert_eq!(whole.headers.get(header::CONTENT_SECURITY_POLICY).unwrap(), "default-src 'none'; sandbox");
    let request = Request::get(picture)
        .header(header::HOST, "campus.localhost")
        .header(header::COOKIE, stage.maria.cookie.clone().unwrap())
        .header(header::RANGE, "bytes=10-");
    let part = stage.campus.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    assert_eq!(part.status(), 206);
    let range = format!("bytes 10-{}/{}", whole.body.len() - 1, whole.body.len());
    assert_eq!(part.headers().get(header::CONTENT_RANGE).unwrap(), range.as_str());
    let mut piet = stage.campus.sign_in(&stage.campus.site, "Piet").await;
    assert_eq!(stage.campus.get(&mut piet, picture).await.status, 404);
}

// SH12, GDPR Art. 7(3)
#[tokio::test(flavor = "multi_thread")]
async fn stopping_keeps_what_was_written_or_has_it_gone_as_its_writer_chooses() {
    let stage = Stage::set().await;
    let walk = begin(&stage, &mut stage.maria.clone(), "Maria").await;
    let mut maria = stage.maria.clone();
    walk.fill(&stage, &mut maria, "sleep-diary", &[("remark", "a quiet night"), ("do", "keep")]).await;
    let asks = stage.campus.page(&mut maria, &walk.at("/ending")).await;
    assert!(asks.contains("Stop and keep it") && asks.contains("you withdraw your yes"), "{asks}");
    stage.campus.done(&mut maria, &walk.at("/ending"), &[("do", "stop")]).await;
    let page = stage.campus.page(&mut maria, &walk.exercise("sleep-diary")).await;
    assert!(!page.contains("I am done"), "nothing can be added: {page}");
    let history = stage.campus.page(&mut maria, &walk.exercise("sleep-diary/history")).await;
    assert!(history.contains("a quiet night"), "{history}");

    stage.campus.done(&mut maria, &walk.at("/ending"), &[("do", "delete")]).await;
    let history = stage.campus.page(&mut maria, &walk.exercise("sleep-diary/history")).await;
    assert!(history.contains("Nothing was written here yet."), "{history}");
    // What was agreed to and that it was withdrawn stands in the ledger, with the classes that went.
    let scope = stage.campus.scope_of(stage.ids["Mia"], kernel::Archetype::Manager);
    let read = |reader: &mut store::Reader<'_>| store::ledger::after(reader, 0, 1000);
    let told: Vec<store::ledger::Entry> =
        stage.campus.site.store.read::<_, store::StoreError, _>(&scope, read).await.unwrap();
    let acts: Vec<_> = told.iter().map(|entry| (entry.kind.as_str(), entry.class.as_deref().unwrap_or(""))).collect();
    for act in [("consent", "self-help"), ("withdrawal", "self-help"), ("withdrawal", "responses")] {
        assert!(acts.contains(&act), "{act:?}: {acts:?}");
    }
    // The programme can be begun anew.
    begin(&stage, &mut maria, "Maria").await;
}

// GDPR Art. 7(3)
#[tokio::test(flavor = "multi_thread")]
async fn what_is_deleted_with_a_withdrawal_cannot_be_read_in_a_copy_from_before() {
    let stage = Stage::set().await;
    let mut maria = stage.maria.clone();
    let walk = begin(&stage, &mut maria, "Maria").await;
    walk.assign(&stage, "Hanna").await;
    let fields = [("remark", "a quiet night"), ("sharing", "shared"), ("do", "finish")];
    walk.fill(&stage, &mut maria, "sleep-diary", &fields).await;
    let (store, of) = (&stage.campus.site.store, walk.enrolment(&stage).await);
    let scope = stage.campus.scope_of(stage.ids["Hanna"], kernel::Archetype::Coach);
    let grant = stage
        .campus
        .site
        .access
        .decide(&scope, &programmes::actions::DIARY_LOOK, &access::Guarded::resource(&of))
        .unwrap();
    let asked = scope.clone();
    let read = move |reader: &mut store::Reader<'_>| programmes::store::revisions::shared(&asked, reader, &of);
    let before = store.read::<_, store::StoreError, _>(&scope, read).await.unwrap();
    let open = || organisation::pages::text(&store.opener(&scope, &grant), &before[0].body);
    assert!(open().unwrap().contains("a quiet night"));
    stage.campus.done(&mut maria, &walk.at("/ending"), &[("do", "delete")]).await;
    assert!(matches!(open(), Err(store::StoreError::Gone)), "the key is destroyed");
    let keeper = stage.campus.site.keeper();
    assert_eq!(keeper.open_acts(&scope).await.unwrap().len(), 0);
}

// SH12
#[tokio::test(flavor = "multi_thread")]
async fn urgent_help_is_one_step_away_from_every_page_and_open_to_everyone() {
    let mut stage = Stage::set().await;
    for (language, word) in [("en", "Help now"), ("nl", "Nu hulp"), ("sv", "Hjälp nu")] {
        let page = stage.campus.page(&mut Browser::default(), &format!("/help-now?lang={language}")).await;
        assert!(page.contains(word) && page.contains("href=\"tel:08000113\""), "{page}");
        // The country of the organisation comes first.
        assert!(page.find("tel:113").unwrap() < page.find("tel:90101").unwrap());
    }
    for path in ["/sign-in", "/privacy"] {
        let page = stage.campus.page(&mut Browser::default(), path).await;
        assert!(page.contains("href=\"/help-now\""), "{path}: {page}");
    }
    let walk = begin(&stage, &mut stage.maria.clone(), "Maria").await;
    for path in ["/", "/programmes", "/my-data", &walk.path, &walk.at("/steps/nights")] {
        let page = stage.campus.page(&mut stage.maria, path).await;
        assert!(page.contains("href=\"/help-now\""), "{path}: {page}");
    }
}
