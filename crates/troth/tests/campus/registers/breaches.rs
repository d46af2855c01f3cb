//! Breaches of personal data (GDPR Art. 33 and 34): the 72 hours, whom they concern, who is told, and the register.

use axum::http::StatusCode;
use jiff::SignedDuration;
use kernel::{Archetype, Clock as _, PersonId, id::Id as _};
use registers::breaches::Risk;
use testkit::Canaries;
use troth::system::SystemRng;

use crate::world::{Browser, Campus, address};

struct Cast {
    officer: Browser,
    coach: Browser,
    pia: Browser,
    piet: Browser,
    ids: [PersonId; 4],
    /// Of Pia and of Piet, both with the same coach.
    trajectories: [String; 2],
}

async fn cast(campus: &Campus) -> Cast {
    let manager_id = campus.resident(&campus.site, "Mia Manager", Archetype::Manager).await;
    let coach_id = campus.resident(&campus.site, "Cora Coach", Archetype::Coach).await;
    let pia_id = campus.resident(&campus.site, "Pia Participant", Archetype::Participant).await;
    let piet_id = campus.resident(&campus.site, "Piet Participant", Archetype::Participant).await;
    campus.resident(&campus.site, "Ine Officer", Archetype::Officer).await;
    let mut manager = campus.sign_in(&campus.site, "Mia Manager").await;
    let trajectories =
        [campus.link(&mut manager, coach_id, pia_id).await, campus.link(&mut manager, coach_id, piet_id).await];
    campus.run_jobs().await;
    Cast {
        officer: campus.sign_in(&campus.site, "Ine Officer").await,
        coach: campus.sign_in(&campus.site, "Cora Coach").await,
        pia: campus.sign_in(&campus.site, "Pia Participant").await,
        piet: campus.sign_in(&campus.site, "Piet Participant").await,
        ids: [manager_id, coach_id, pia_id, piet_id],
        trajectories,
    }
}

fn discovered<'a>(what: &'a str, category: &'a str, risk: &'a str) -> [(&'static str, &'a str); 5] {
    [("what", what), ("on", "2026-11-22"), ("at", "10:00"), ("categories", category), ("risk", risk)]
}

/// A breach that was discovered just now; its path.
async fn record(campus: &Campus, officer: &mut Browser, what: &str, category: &str, risk: &str) -> String {
    let to = campus.done(officer, "/breaches/recording", &discovered(what, category, risk)).await;
    to.trim_end_matches("?done=recorded").to_owned()
}

/// The numbers on the page of a breach.
async fn concerned(campus: &Campus, officer: &mut Browser, path: &str) -> Vec<PersonId> {
    let page = campus.page(officer, path).await;
    let numbers = page.split("<span class=\"typed\">").skip(1).filter_map(|rest| rest.split('<').next());
    let mut numbers: Vec<PersonId> = numbers.filter_map(|number| number.parse().ok()).collect();
    numbers.sort();
    numbers
}

fn mails(campus: &Campus, name: &str) -> usize {
    let to = address(name);
    campus.outbox.mails().iter().filter(|mail| mail.to().as_str() == to).count()
}

fn hours(campus: &Campus, hours: i64) {
    campus.clock.set(campus.clock.now() + SignedDuration::from_hours(hours));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_72_hours_are_counted_and_officers_hear_after_24_48_and_60_of_them() {
    let campus = Campus::new().await;
    let mut cast = cast(&campus).await;
    let path = record(&campus, &mut cast.officer, "A bag was lost.", "dialogue", "some").await;
    assert!(campus.page(&mut cast.officer, &path).await.contains("72 hours left"));
    let mut told = Vec::new();
    for hour in 1..=80 {
        hours(&campus, 1);
        let before = mails(&campus, "Ine Officer");
        campus.run_jobs().await;
        if mails(&campus, "Ine Officer") > before {
            told.push(hour);
        }
    }
    assert_eq!(told, [24, 48, 60]);
    assert_eq!(mails(&campus, "Mia Manager"), 0);
    let mut officer = campus.sign_in(&campus.site, "Ine Officer").await;
    let page = campus.page(&mut officer, &path).await;
    assert!(page.contains("The 72 hours ended on 25 November 2026"), "{page}");
    // Late, and only with the reasons for it.
    let late = [("on", "2026-11-25"), ("at", "12:00"), ("reference", "AP-1")];
    let authority = format!("{path}/authority");
    let answer = campus.post(&mut officer, &authority, &late).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("First write down why the authority is told late."));
    let why = [("risk", "some"), ("delay", "The bag was believed found.")];
    campus.done(&mut officer, &format!("{path}/account"), &why).await;
    for (on, at) in [("2026-11-21", "12:00"), ("2027-01-01", "12:00"), ("", "12:00"), ("2026-11-25", "noon")] {
        let answer = campus.post(&mut officer, &authority, &[("on", on), ("at", at)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{on} {at}");
    }
    campus.done(&mut officer, &authority, &late).await;
    let page = campus.page(&mut officer, &path).await;
    assert!(page.contains("AP-1") && page.contains("The bag was believed found.") && !page.contains("72 hours ended"));
}

#[tokio::test(flavor = "multi_thread")]
async fn no_officer_is_reminded_of_what_the_authority_knows_or_need_not_know() {
    let campus = Campus::new().await;
    let mut cast = cast(&campus).await;
    let path = record(&campus, &mut cast.officer, "A bag was lost.", "dialogue", "some").await;
    record(&campus, &mut cast.officer, "An empty bag was lost.", "dialogue", "unlikely").await;
    let told = [("on", "2026-11-22"), ("at", "10:00")];
    campus.done(&mut cast.officer, &format!("{path}/authority"), &told).await;
    for _ in 0..4 {
        hours(&campus, 24);
        campus.run_jobs().await;
    }
    assert_eq!(mails(&campus, "Ine Officer"), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_it_concerns_is_found_by_trajectory_role_category_and_by_what_an_account_has_opened() {
    let campus = Campus::new().await;
    let mut cast = cast(&campus).await;
    let [manager, coach, pia, piet] = cast.ids;
    let sorted = |mut people: Vec<PersonId>| {
        people.sort();
        people
    };
    let number = cast.trajectories[0].trim_start_matches("/trajectories/").to_owned();
    let one = record(&campus, &mut cast.officer, "x", "dialogue", "some").await;
    assert_eq!(concerned(&campus, &mut cast.officer, &one).await, []);
    campus.done(&mut cast.officer, &format!("{one}/people"), &[("whom", "number"), ("number", &number)]).await;
    assert_eq!(concerned(&campus, &mut cast.officer, &one).await, sorted(vec![coach, pia]));
    // Once more adds, and takes nobody off.
    campus.done(&mut cast.officer, &format!("{one}/people"), &[("whom", "role"), ("role", "participant")]).await;
    assert_eq!(concerned(&campus, &mut cast.officer, &one).await, sorted(vec![coach, pia, piet]));
    // Everyone of whom something of the category is held: a message in one dialogue, no other.
    campus.send(&mut cast.pia, &cast.trajectories[0], "A word.", &[]).await;
    let two = record(&campus, &mut cast.officer, "x", "dialogue", "some").await;
    campus.done(&mut cast.officer, &format!("{two}/people"), &[("whom", "all")]).await;
    assert_eq!(concerned(&campus, &mut cast.officer, &two).await, [pia]);
    // What the coach's account has opened, today and not before.
    campus.clock.advance_days(2);
    let mut coach_browser = campus.sign_in(&campus.site, "Cora Coach").await;
    campus.page(&mut coach_browser, &format!("{}/dialogue", cast.trajectories[1])).await;
    campus.site.store.flush().await.unwrap();
    let mut officer = campus.sign_in(&campus.site, "Ine Officer").await;
    let account = coach.to_string();
    for (from, until, people) in [("2026-11-24", "2026-11-24", vec![piet]), ("2026-11-23", "2026-11-23", vec![])] {
        let three = record(&campus, &mut officer, "x", "dialogue", "some").await;
        let fields = [("whom", "looks"), ("number", account.as_str()), ("from", from), ("until", until)];
        let answer = campus.post(&mut officer, &format!("{three}/people"), &fields).await;
        let found = if people.is_empty() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::SEE_OTHER };
        assert_eq!(answer.status, found);
        assert_eq!(concerned(&campus, &mut officer, &three).await, people);
    }
    // A list that a manager has opened counts as everyone of whom it can show something.
    let mut manager_browser = campus.sign_in(&campus.site, "Mia Manager").await;
    campus.page(&mut manager_browser, "/people").await;
    campus.site.store.flush().await.unwrap();
    let four = record(&campus, &mut officer, "x", "names", "some").await;
    let account = manager.to_string();
    let fields = [("whom", "looks"), ("number", account.as_str()), ("from", "2026-11-24"), ("until", "2026-11-24")];
    campus.done(&mut officer, &format!("{four}/people"), &fields).await;
    let all = concerned(&campus, &mut officer, &four).await;
    assert!([coach, pia, piet].iter().all(|person| all.contains(person)) && !all.contains(&manager), "{all:?}");
    let page = campus.page(&mut officer, &four).await;
    assert!(!["Cora", "Pia", "Piet"].iter().any(|name| page.contains(name)), "numbers, no names");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_says_too_little_is_given_back_with_its_words() {
    let campus = Campus::new().await;
    let mut cast = cast(&campus).await;
    for n in 0..5 {
        let mut fields = discovered("Words that are not lost.", "dialogue", "high");
        fields[n].1 = "";
        let answer = campus.post(&mut cast.officer, "/breaches/recording", &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{n}");
        assert!(n == 0 || answer.text().contains("Words that are not lost."));
    }
    for (n, value) in [(1, "2026-11-23"), (2, "noon"), (3, "nothing"), (4, "none")] {
        let mut fields = discovered("Words that are not lost.", "dialogue", "high");
        fields[n].1 = value;
        let answer = campus.post(&mut cast.officer, "/breaches/recording", &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{n} {value}");
    }
    assert!(campus.page(&mut cast.officer, "/breaches").await.contains("No breach is written down."));
    let path = record(&campus, &mut cast.officer, "A bag was lost.", "dialogue", "high").await;
    let nobody = kernel::Uuid::from_u128(7).to_string();
    for fields in [
        vec![("whom", "")],
        vec![("whom", "number"), ("number", "no number")],
        vec![("whom", "number"), ("number", nobody.as_str())],
        vec![("whom", "role"), ("role", "nobody")],
        vec![("whom", "looks"), ("number", nobody.as_str()), ("from", ""), ("until", "2026-11-22")],
    ] {
        let answer = campus.post(&mut cast.officer, &format!("{path}/people"), &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
    }
    // Nobody is on the list, or both are filled in, or neither.
    for fields in
        [[("text", "Dear all,"), ("untold", "")], [("text", "a"), ("untold", "b")], [("text", ""), ("untold", "")]]
    {
        let answer = campus.post(&mut cast.officer, &format!("{path}/telling"), &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
    }
    assert_eq!(campus.post(&mut cast.officer, &format!("{path}/closure"), &[]).await.status, StatusCode::CONFLICT);
}

// Art. 34: told in one's own place, by a mail without content, also those who have frozen their data; and closed, kept for
// five years.
#[tokio::test(flavor = "multi_thread")]
async fn the_people_are_told_in_their_own_place_and_the_mail_holds_nothing() {
    let campus = Campus::new().await;
    let mut cast = cast(&campus).await;
    let mut canaries = Canaries::new();
    let (what, text) = (canaries.plant("what", &SystemRng), canaries.plant("text", &SystemRng));
    campus.done(&mut cast.pia, "/my-data/restriction", &[]).await;
    let path = record(&campus, &mut cast.officer, &what, "dialogue", "high").await;
    campus.done(&mut cast.officer, &format!("{path}/people"), &[("whom", "role"), ("role", "participant")]).await;
    campus.done(&mut cast.officer, &format!("{path}/telling"), &[("text", &text)]).await;
    campus.run_jobs().await;
    for browser in [&mut cast.pia, &mut cast.piet] {
        let page = campus.page(browser, "/my-data").await;
        assert!(page.contains("Something happened with your data"), "{page}");
        let page = campus.page(browser, "/my-data/notices").await;
        assert!(page.contains(&text) && !page.contains(&what));
        assert!(campus.page(browser, "/my-data/file").await.contains(&text));
    }
    let page = campus.page(&mut cast.coach, "/my-data/notices").await;
    assert!(page.contains("Nothing has gone wrong") && !page.contains(&text));
    assert!(!campus.page(&mut cast.coach, "/my-data").await.contains("Something happened with your data"));
    let told = |name| campus.outbox.mails().into_iter().filter(|mail| mail.to().as_str() == address(name)).count();
    let subject = "Please read what we have to tell you";
    let mailed: Vec<_> = campus.outbox.mails().into_iter().filter(|mail| mail.subject() == subject).collect();
    assert_eq!(mailed.len(), 2);
    for mail in campus.outbox.mails() {
        for part in [mail.subject(), mail.text(), mail.html()] {
            assert_eq!(canaries.in_bytes(part.as_bytes()), [], "{part}");
        }
    }
    // Somebody new on the list is told as well, and nobody twice.
    let coach = cast.ids[1].to_string();
    let before = (told("Piet Participant"), told("Cora Coach"));
    campus.done(&mut cast.officer, &format!("{path}/people"), &[("whom", "number"), ("number", &coach)]).await;
    assert!(
        campus.page(&mut cast.officer, &path).await.contains("The people concerned have not been told")
            || campus.page(&mut cast.officer, &path).await.contains("Tell the authority")
    );
    campus.done(&mut cast.officer, &format!("{path}/telling"), &[("text", &text)]).await;
    campus.run_jobs().await;
    assert_eq!((told("Piet Participant"), told("Cora Coach")), (before.0, before.1 + 1));

    let now = [("on", "2026-11-22"), ("at", "10:00")];
    campus.done(&mut cast.officer, &format!("{path}/authority"), &now).await;
    campus.done(&mut cast.officer, &format!("{path}/closure"), &[]).await;
    for (rest, fields) in [("closure", vec![]), ("account", vec![("risk", "some")]), ("people", vec![("whom", "all")])]
    {
        let answer = campus.post(&mut cast.officer, &format!("{path}/{rest}"), &fields).await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "{rest}");
    }
    let register = campus.page(&mut cast.officer, "/breaches").await;
    assert!(register.contains(&path) && register.contains("Closed on 22 November 2026") && !register.contains(&what));
    let id: kernel::Uuid = path.trim_start_matches("/breaches/").parse().unwrap();
    campus.clock.advance_days(5 * 365);
    campus.keep().await;
    assert!(campus.site.store.has_key("breach", id));
    campus.clock.advance_days(3);
    campus.keep().await;
    assert!(!campus.site.store.has_key("breach", id));
    assert!(!campus.site.store.has_key("breach-notice", cast.ids[3].uuid()));
}

// Art. 33(3): the draft is filled in from the statement and from what is written down, and says what is not known yet.
#[tokio::test(flavor = "multi_thread")]
async fn the_draft_has_what_the_law_asks_for_and_no_name() {
    let campus = Campus::new().await;
    let mut cast = cast(&campus).await;
    campus.send(&mut cast.pia, &cast.trajectories[0], "A word.", &[]).await;
    campus.send(&mut cast.coach, &cast.trajectories[0], "Another.", &[]).await;
    let path = record(&campus, &mut cast.officer, "A bag with a telephone was lost.", "dialogue", "high").await;
    let number = cast.trajectories[0].trim_start_matches("/trajectories/").to_owned();
    campus.done(&mut cast.officer, &format!("{path}/people"), &[("whom", "number"), ("number", &number)]).await;
    let draft = format!("{path}/draft");
    let page = campus.page(&mut cast.officer, &draft).await;
    assert!(page.contains("Not known yet. It follows as soon as we know."));
    for known in
        ["A bag with a telephone was lost.", "the dialogue", "About 2", "officer@campus.example", "22 November 2026"]
    {
        assert!(page.to_lowercase().contains(&known.to_lowercase()), "{known}: {page}");
    }
    let more = [
        ("risk", "high"),
        ("consequences", "Somebody may read two messages."),
        ("measures", "The telephone was wiped."),
    ];
    campus.done(&mut cast.officer, &format!("{path}/account"), &more).await;
    let page = campus.page(&mut cast.officer, &draft).await;
    assert!(page.contains("Somebody may read two messages.") && page.contains("The telephone was wiped."));
    assert!(!page.contains("Not known yet") && !["Pia", "Cora"].iter().any(|name| page.contains(name)));
}

// The register is the officer's; the list of all duties names it, and the statement's page nothing of it.
#[tokio::test(flavor = "multi_thread")]
async fn nobody_but_an_officer_hears_of_a_breach_from_the_register() {
    let campus = Campus::new().await;
    let mut cast = cast(&campus).await;
    let path = record(&campus, &mut cast.officer, "A bag was lost.", "dialogue", "some").await;
    let duties = campus.page(&mut cast.officer, "/duties").await;
    assert!(duties.contains(&path) && !duties.contains("A bag was lost."));
    let mut manager = campus.sign_in(&campus.site, "Mia Manager").await;
    for browser in [&mut manager, &mut cast.coach, &mut cast.pia] {
        for path in [path.as_str(), "/breaches", "/breaches/recording"] {
            assert_eq!(campus.get(browser, path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }
    campus.keep().await;
    assert!(!campus.page(&mut Browser::default(), "/privacy?lang=en").await.contains("A bag was lost."));
}

// Art. 33(1), 34(1)
#[test]
fn a_breach_waits_for_everybody_who_must_be_told() {
    let owes = |risk: Risk, told: bool| (risk.owes_authority(told), risk.owes_people(told));
    assert_eq!(owes(Risk::Unlikely, false), (false, false));
    assert_eq!((owes(Risk::Some, false), owes(Risk::Some, true)), ((true, false), (false, false)));
    assert_eq!((owes(Risk::High, false), owes(Risk::High, true)), ((true, true), (false, false)));
}
