//! What coaches and participants do every day.

use http::axum::http::{StatusCode, header};
use kernel::{PersonId, id::Id as _};
use store::StoreError;

use crate::house::{COACH, House, MANAGER, MARIA, OTHER_COACH, Who};

/// The first `href` or `action` on a page that begins with `start` and ends with `end`.
pub(crate) fn link(page: &str, start: &str, end: &str) -> String {
    let found = page.match_indices(start).find_map(|(at, _)| {
        let path: String = page[at..].chars().take_while(|c| *c != '"').collect();
        path.ends_with(end).then_some(path)
    });
    found.unwrap_or_else(|| panic!("no {start}…{end} in {page}"))
}

async fn until_it_holds(house: &House, who: Who, path: &str, text: &str) {
    for _ in 0..200 {
        if house.get(who, path).await.text().contains(text) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("{path} never says {text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_reaches_the_other_and_is_marked_when_it_was_seen() {
    let house = House::open().await;
    let trajectory = house.link(COACH, MARIA).await;
    let (dialogue, messages) = (format!("{trajectory}/dialogue"), format!("{trajectory}/messages"));
    assert!(house.get(MARIA, &dialogue).await.text().contains("Hanna Coach will be able to read this. No one else."));
    house.write(MARIA, &messages, "I slept <b>badly</b>.\nAgain.", &[]).await;
    let start = house.get(COACH, "/").await.text();
    assert!(start.contains("Waits since 2 March 2026, 10:00 · one new message"), "{start}");
    assert!(!start.contains("badly"));
    assert!(!house.get(MARIA, &dialogue).await.text().contains("Read on"));
    house.clock.advance(jiff::SignedDuration::from_mins(5));
    let read = house.get(COACH, &dialogue).await.text();
    assert!(read.contains("I slept &#60;b&#62;badly&#60;/b&#62;."), "{read}");
    until_it_holds(&house, MARIA, &dialogue, "Read on 2 March 2026, 10:05").await;
    house.write(COACH, &messages, "Tell me more.", &[]).await;
    assert!(house.get(COACH, "/").await.text().contains("Nobody waits for an answer."));
    assert!(house.get(MARIA, "/").await.text().contains("One new message"));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_mail_is_enough_until_the_other_looks_and_it_says_nothing() {
    // UC13
    let house = House::open().await;
    let trajectory = house.link(COACH, MARIA).await;
    assert_eq!(house.queued().await.len(), 2, "both are told of the beginning");
    let messages = format!("{trajectory}/messages");
    house.write(MARIA, &messages, "CANARY one", &[("CANARY.txt", b"CANARY")]).await;
    house.write(MARIA, &messages, "CANARY two", &[]).await;
    let queued = house.queued().await;
    assert_eq!(queued.len(), 1, "{queued:?}");
    assert!(queued[0].contains("coaching-mail-message") && !queued[0].contains("CANARY"), "{queued:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_comes_back_as_a_download_under_its_name_and_never_as_a_page() {
    let house = House::open().await;
    let trajectory = house.link(COACH, MARIA).await;
    let messages = format!("{trajectory}/messages");
    let sent = house.write(MARIA, &messages, "", &[("plån.pdf", b"%PDF-1.7 hello")]).await;
    assert_eq!(sent.location(), format!("{trajectory}/dialogue#latest"));
    let page = house.get(COACH, &format!("{trajectory}/dialogue")).await.text();
    assert!(page.contains("plån.pdf"));
    let path = link(&page, &format!("{trajectory}/attachments/"), "");
    let file = house.get(COACH, &path).await;
    assert_eq!(file.bytes, b"%PDF-1.7 hello");
    let header = |name| file.headers.get(name).unwrap().to_str().unwrap();
    assert_eq!(
        header(header::CONTENT_DISPOSITION),
        "attachment; filename=\"pl_n.pdf\"; filename*=UTF-8''pl%C3%A5n.pdf"
    );
    assert_eq!(header(header::X_CONTENT_TYPE_OPTIONS), "nosniff");
    assert_eq!(header(header::CONTENT_SECURITY_POLICY), "default-src 'none'; sandbox");
    assert_eq!(house.get(OTHER_COACH, &path).await.status, StatusCode::NOT_FOUND);
    let refused = house.write(MARIA, &messages, "See this", &[("page.pdf", b"<script>")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let again = refused.text();
    assert!(again.contains("See this") && again.contains("This kind of file cannot be sent"), "{again}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_kept_for_its_writer_alone_until_it_is_sent() {
    let house = House::open().await;
    let trajectory = house.link(COACH, MARIA).await;
    let (dialogue, messages) = (format!("{trajectory}/dialogue"), format!("{trajectory}/messages"));
    house.post(MARIA, &format!("{trajectory}/draft"), &[("text", "I wanted to say")]).await;
    assert!(house.get(MARIA, &dialogue).await.text().contains("I wanted to say"));
    assert!(!house.get(COACH, &dialogue).await.text().contains("I wanted to say"));
    // What cannot be sent is kept, too.
    house.write(MARIA, &messages, "I wanted to say more", &[("a.exe", b"MZ")]).await;
    assert!(house.get(MARIA, &dialogue).await.text().contains("I wanted to say more</textarea>"));
    house.write(MARIA, &messages, "I say it now", &[]).await;
    let page = house.get(MARIA, &dialogue).await.text();
    assert!(page.contains("I say it now") && !page.contains("I wanted to say"));
}

// Without script nobody counts beforehand, so the text must not depend on the files.
#[tokio::test(flavor = "multi_thread")]
async fn the_text_of_a_message_outlives_files_that_are_too_large_together() {
    let house = House::open().await;
    let trajectory = house.link(COACH, MARIA).await;
    let heavy = vec![b'a'; 21 * 1024 * 1024];
    let files: [(&str, &[u8]); 2] = [("one.txt", &heavy), ("two.txt", &heavy)];
    let answer = house.write(MARIA, &format!("{trajectory}/messages"), "It began\r\nin spring", &files).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    let page = answer.text();
    assert!(page.contains("It began\nin spring</textarea>"), "{page}");
    assert!(page.contains("together they can be 40 MB at most. Nothing was sent, and your text is kept."), "{page}");
    let dialogue = format!("{trajectory}/dialogue");
    assert!(house.get(MARIA, &dialogue).await.text().contains("It began\nin spring</textarea>"), "kept as a draft");
    let other = house.get(COACH, &dialogue).await.text();
    assert!(!other.contains("It began"), "nothing was sent");
    let stranger = house.write(OTHER_COACH, &format!("{trajectory}/messages"), "Let me in", &files).await;
    assert_eq!(stranger.status, StatusCode::NOT_FOUND);
}

// ASVS 5.4.3
#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_the_scanner_refuses_or_cannot_see_is_not_sent_and_the_text_of_its_message_is_kept() {
    let clamd = testkit::Clamd::start().await.unwrap();
    let house = House::open_scanned_by(clamd.address().to_string().parse().unwrap()).await;
    let trajectory = house.link(COACH, MARIA).await;
    let (messages, dialogue) = (format!("{trajectory}/messages"), format!("{trajectory}/dialogue"));
    let harmful = [r"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!$H+H*"].concat();
    let refused = house.write(MARIA, &messages, "It began in spring", &[("a.txt", harmful.as_bytes())]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = refused.text();
    assert!(page.contains("found something harmful") && page.contains("It began in spring</textarea>"), "{page}");
    assert!(!house.get(COACH, &dialogue).await.text().contains("It began"), "nothing was sent");
    drop(clamd);
    let unseen = house.write(MARIA, &messages, "It began in May", &[("a.txt", b"a plan")]).await;
    assert_eq!(unseen.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(unseen.text().contains("looked at for viruses") && unseen.text().contains("It began in May</textarea>"));
    assert!(house.get(MARIA, &dialogue).await.text().contains("It began in May</textarea>"), "kept as a draft");
    house.write(MARIA, &messages, "It began in May", &[]).await;
    assert!(house.get(COACH, &dialogue).await.text().contains("It began in May"), "a text alone needs no scanner");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_dialogue_shows_its_end_first_and_leads_back() {
    let house = House::open().await;
    let trajectory = house.link(COACH, MARIA).await;
    for number in 0..25 {
        house.clock.advance(jiff::SignedDuration::from_mins(1));
        house.write(MARIA, &format!("{trajectory}/messages"), &format!("message-number-{number}."), &[]).await;
    }
    let page = house.get(COACH, &format!("{trajectory}/dialogue")).await.text();
    assert!(page.contains("message-number-24.") && page.contains("message-number-5."));
    assert!(!page.contains("message-number-4."));
    assert!(page.find("message-number-5.") < page.find("message-number-24."), "the newest stands at the bottom");
    let earlier = link(&page, &format!("{trajectory}/dialogue?before="), "");
    let page = house.get(COACH, &earlier).await.text();
    assert!(page.contains("message-number-0.") && page.contains("message-number-4."));
    assert!(!page.contains("message-number-5."));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_is_its_writers_until_it_is_shared_in_a_step_of_its_own() {
    // UC4 UC5
    let house = House::open().await;
    let trajectory = house.link(COACH, MARIA).await;
    let notes = format!("{trajectory}/notes");
    let kept = house.post(MARIA, &notes, &[("text", "What I noticed this week"), ("share", "yes")]).await;
    let sharing = kept.location().to_owned();
    assert!(sharing.ends_with("/sharing"));
    assert!(!house.get(COACH, &notes).await.text().contains("What I noticed"));
    assert_eq!(house.get(COACH, &sharing).await.status, StatusCode::NOT_FOUND);
    assert_eq!(house.post(COACH, &sharing, &[]).await.location(), format!("{notes}?done=shared"));
    assert!(!house.get(COACH, &notes).await.text().contains("What I noticed"), "nobody shares another's note");
    let before = house.get(MARIA, &sharing).await.text();
    assert!(before.contains("Hanna Coach will be able to read this. No one else."));
    house.post(MARIA, &sharing, &[]).await;
    assert!(house.get(COACH, &notes).await.text().contains("What I noticed"));
    let removal = link(&house.get(MARIA, &notes).await.text(), &format!("{notes}/"), "/removal");
    house.post(COACH, &removal, &[]).await;
    assert!(house.get(MARIA, &notes).await.text().contains("What I noticed"), "nobody deletes another's note");
    house.post(MARIA, &removal, &[]).await;
    assert!(!house.get(COACH, &notes).await.text().contains("What I noticed"));
}

#[tokio::test(flavor = "multi_thread")]
async fn goals_lead_to_tasks_and_tasks_wait_for_their_doer() {
    let house = House::open().await;
    let trajectory = house.link(COACH, MARIA).await;
    let goals = format!("{trajectory}/goals");
    house.post(COACH, &goals, &[("title", "Sleep through the night")]).await;
    let page = house.get(COACH, &goals).await.text();
    let tasks = link(&page, &format!("{goals}/"), "/tasks");
    let faulty = house.post(COACH, &tasks, &[("title", ""), ("doer", "participant")]).await;
    assert_eq!(faulty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(faulty.text().contains("Please fill this in."));
    house.post(COACH, &tasks, &[("title", "Write down bedtimes"), ("doer", "participant")]).await;
    let start = house.get(MARIA, "/").await.text();
    assert!(start.contains("Write down bedtimes"));
    assert!(!house.get(COACH, "/").await.text().contains("Write down bedtimes"));
    house.post(MARIA, &link(&start, &format!("{trajectory}/tasks/"), "/completion"), &[]).await;
    assert!(!house.get(MARIA, "/").await.text().contains("Write down bedtimes"));
    let page = house.get(COACH, &goals).await.text();
    assert!(page.contains("Maria Participant did this on 2 March 2026"), "{page}");
    house.post(MARIA, &link(&page, &format!("{goals}/"), "/completion"), &[]).await;
    assert!(house.get(COACH, &goals).await.text().contains("Reached on 2 March 2026"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_appointment_goes_into_a_calendar_without_a_word_about_it() {
    // UC13
    let house = House::open().await;
    let trajectory = house.link(COACH, MARIA).await;
    let appointments = format!("{trajectory}/appointments");
    let fields = [
        ("title", "CANARY intake"),
        ("place", "CANARY room 3"),
        ("date", "2026-03-02"),
        ("from", "15:00"),
        ("until", "16:00"),
    ];
    house.post(COACH, &appointments, &fields).await;
    for who in [COACH, MARIA] {
        let start = house.get(who, "/").await.text();
        assert!(start.contains("CANARY intake") && start.contains("15:00 to 16:00"), "{start}");
    }
    let page = house.get(MARIA, &appointments).await.text();
    let file = house.get(MARIA, &link(&page, &format!("{appointments}/"), "/calendar")).await.text();
    assert!(file.contains("DTSTART:20260302T140000Z\r\n") && file.contains("SUMMARY:Appointment\r\n"), "{file}");
    for word in ["CANARY", "Maria", "Hanna", "campus"] {
        assert!(!file.contains(word), "{word} in {file}");
    }
    let form = link(&page, &format!("{appointments}/"), "/calendar").replace("/calendar", "");
    assert!(house.get(MARIA, &form).await.text().contains("value=\"15:00\""));
    let moved = [("title", "CANARY intake"), ("date", "2026-03-03"), ("from", "09:00"), ("until", "10:00")];
    house.post(MARIA, &form, &moved).await;
    let again = house.get(COACH, &format!("{form}/calendar")).await.text();
    assert!(again.contains("SEQUENCE:1\r\n") && again.contains("DTSTART:20260303T080000Z\r\n"), "{again}");
    let uid = |file: &str| file.lines().find(|line| line.starts_with("UID:")).unwrap().to_owned();
    assert_eq!(uid(&file), uid(&again));
    house.post(MARIA, &format!("{form}/cancellation"), &[]).await;
    assert!(house.get(COACH, &format!("{form}/calendar")).await.text().contains("STATUS:CANCELLED\r\n"));
    assert!(house.queued().await.iter().all(|mail| !mail.contains("CANARY")));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_went_quiet_is_told_to_the_coach_after_two_weeks() {
    let house = House::open().await;
    let trajectory = house.link(COACH, MARIA).await;
    house.write(MARIA, &format!("{trajectory}/messages"), "Hello.", &[]).await;
    house.clock.advance(jiff::SignedDuration::from_mins(1));
    house.write(COACH, &format!("{trajectory}/messages"), "Welcome.", &[]).await;
    house.clock.advance_days(13);
    assert!(!house.get(COACH, "/").await.text().contains("Last wrote on"));
    house.clock.advance_days(2);
    assert!(house.get(COACH, "/").await.text().contains("Last wrote on 2 March 2026"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_persons_own_period_runs_only_while_no_trajectory_goes_on() {
    // UC7
    let house = House::open().await;
    let first = house.link(COACH, MARIA).await;
    house.clock.advance_days(1);
    let second = house.link(OTHER_COACH, MARIA).await;
    let maria = house.id(MARIA);
    assert_ne!(first, second);
    house.post(COACH, &format!("{first}/closure"), &[]).await;
    let answer = house.post(MANAGER, &format!("{first}/closure"), &[]).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND, "it has ended already");
    assert!(events_about(&house, maria).await.is_empty(), "another trajectory goes on");
    house.post(MANAGER, &format!("{second}/closure"), &[]).await;
    assert_eq!(events_about(&house, maria).await, ["trajectory-ended"]);
    house.link(COACH, MARIA).await;
    assert!(events_about(&house, maria).await.is_empty(), "a new one began");
}

async fn events_about(house: &House, person: PersonId) -> Vec<String> {
    let scope = house.scope(MANAGER);
    let events = house.organisation.store.read(&scope, move |reader| {
        let events = store::derived::events_of(reader, person.uuid())?;
        Ok::<_, StoreError>(events.into_iter().map(|(event, _)| event).collect::<Vec<_>>())
    });
    events.await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_who_are_linked_are_not_linked_again() {
    let house = House::open().await;
    house.link(COACH, MARIA).await;
    let (coach, maria) = (house.id(COACH).to_string(), house.id(MARIA).to_string());
    let again = house.post(MANAGER, "/trajectories", &[("coach", &coach), ("participant", &maria)]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.text().contains("These two are in an open trajectory already."));
    let swapped = house.post(MANAGER, "/trajectories", &[("coach", &maria), ("participant", &coach)]).await;
    assert_eq!(swapped.status, StatusCode::UNPROCESSABLE_ENTITY, "a participant is no coach");
}
