//! Paper about people: written down, shredded by its date, by a person with a name (TF14, TF15).

use axum::http::StatusCode;
use kernel::{Archetype, PersonId, id::Id as _};
use testkit::Canaries;
use troth::system::SystemRng;

use crate::world::{Browser, Campus, PASSWORD, address, links};

struct Cast {
    manager: Browser,
    coach: Browser,
    pia: Browser,
    officer: Browser,
    pia_id: PersonId,
    /// The number of her trajectory.
    number: String,
}

async fn cast(campus: &Campus) -> Cast {
    campus.resident(&campus.site, "Mia Manager", Archetype::Manager).await;
    let coach_id = campus.resident(&campus.site, "Cora Coach", Archetype::Coach).await;
    let pia_id = campus.resident(&campus.site, "Pia Participant", Archetype::Participant).await;
    campus.resident(&campus.site, "Ine Officer", Archetype::Officer).await;
    let mut manager = campus.sign_in(&campus.site, "Mia Manager").await;
    let trajectory = campus.link(&mut manager, coach_id, pia_id).await;
    let coach = campus.sign_in(&campus.site, "Cora Coach").await;
    let pia = campus.sign_in(&campus.site, "Pia Participant").await;
    let officer = campus.sign_in(&campus.site, "Ine Officer").await;
    let number = trajectory.trim_start_matches("/trajectories/").to_owned();
    Cast { manager, coach, pia, officer, pia_id, number }
}

fn paper<'a>(number: &'a str, what: &'a str, from: &'a str) -> [(&'static str, &'a str); 6] {
    [
        ("name", "P. Participant"),
        ("number", number),
        ("what", what),
        ("place", "cabinet 2, third drawer"),
        ("period", "keep-private-notes-trajectory-ended"),
        ("from", from),
    ]
}

/// Writes a paper down; its path.
async fn record(campus: &Campus, browser: &mut Browser, number: &str, what: &str, from: &str) -> String {
    let fields = paper(number, what, from);
    campus.make(browser, ("/papers/recording", &fields), "/papers", ("/papers/", "")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_paper_is_seen_by_its_person_its_keeper_and_the_officer_and_taken_along() {
    let campus = Campus::new().await;
    let mut cast = cast(&campus).await;
    let mut canaries = Canaries::new();
    let what = canaries.plant("what", &SystemRng);
    let path = record(&campus, &mut cast.coach, &cast.number, &what, "2026-11-20").await;
    for browser in [&mut cast.coach, &mut cast.pia, &mut cast.officer] {
        let page = campus.page(browser, &path).await;
        assert!(page.contains(&what) && page.contains("cabinet 2, third drawer"));
        // Two years after the day from which the period of the private notes runs.
        assert!(page.contains("Due on 20 November 2028"), "{page}");
    }
    let otto = campus.resident(&campus.site, "Otto Coach", Archetype::Coach).await;
    let mut otto_browser = campus.sign_in(&campus.site, "Otto Coach").await;
    for browser in [&mut cast.manager, &mut otto_browser] {
        assert_eq!(campus.get(browser, &path).await.status, StatusCode::NOT_FOUND);
    }
    assert!(!campus.page(&mut otto_browser, "/papers").await.contains(&what), "a coach sees the own");
    let page = campus.page(&mut cast.pia, "/my-data").await;
    let bundles = links(&page, "/my-data/paper", "");
    assert_eq!(bundles.len(), 2, "{bundles:?}");
    let mut shown = String::new();
    for bundle in bundles {
        shown += &campus.page(&mut cast.pia, &bundle.replace("&amp;", "&")).await;
    }
    assert!(shown.contains(&what) && shown.contains("cabinet 2") && shown.contains(&path), "{shown}");
    let file = campus.page(&mut cast.pia, "/my-data/file").await;
    assert!(file.contains(&what));
    // Another coach can name neither her nor her trajectory; an officer can name both.
    for number in [cast.number.clone(), cast.pia_id.to_string(), otto.to_string()] {
        let answer = campus.post(&mut otto_browser, "/papers/recording", &paper(&number, "x", "2026-11-20")).await;
        let own = number == otto.to_string();
        assert_eq!(answer.status, if own { StatusCode::SEE_OTHER } else { StatusCode::UNPROCESSABLE_ENTITY });
        campus.done(&mut cast.officer, "/papers/recording", &paper(&number, "y", "2026-11-20")).await;
    }
    // The list of all duties names it without a word of what it is.
    let duties = campus.page(&mut cast.officer, "/duties").await;
    assert!(duties.contains(&path) && !duties.contains(&what) && !duties.contains("P. Participant"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_paper_without_its_words_or_with_odd_ones_is_given_back() {
    let campus = Campus::new().await;
    let mut cast = cast(&campus).await;
    let nobody = kernel::Uuid::from_u128(7).to_string();
    let number = cast.number.clone();
    let mut faulty: Vec<Vec<(&str, &str)>> = Vec::new();
    for (n, value) in [(0, ""), (1, "no number"), (1, &*nobody), (2, ""), (3, ""), (4, "keep-nothing"), (5, "soon")] {
        let mut fields = paper(&number, "notes that are not lost", "2026-11-20").to_vec();
        fields[n].1 = value;
        faulty.push(fields);
    }
    for fields in faulty {
        let answer = campus.post(&mut cast.coach, "/papers/recording", &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        assert!(fields[2].1.is_empty() || answer.text().contains(fields[2].1));
    }
    assert!(campus.page(&mut cast.coach, "/papers").await.contains("No paper is written down."));
}

// TF15: shredded by name and day, once, with an entry in the ledger that names nobody; and gone by its date.
#[tokio::test(flavor = "multi_thread")]
async fn a_shredded_paper_says_by_whom_and_when_and_goes_a_year_after() {
    let campus = Campus::new().await;
    let mut cast = cast(&campus).await;
    let path = record(&campus, &mut cast.coach, &cast.number, "notes of a talk", "2026-11-20").await;
    let shredding = format!("{path}/shredding");
    let fields = [("name", "Tim Shredder"), ("on", "2026-11-22")];
    for (name, on) in [("", "2026-11-22"), ("Tim Shredder", "2026-11-23"), ("Tim Shredder", "")] {
        let answer = campus.post(&mut cast.coach, &shredding, &[("name", name), ("on", on)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name} {on}");
    }
    for browser in [&mut cast.pia, &mut cast.manager] {
        assert_eq!(campus.post(browser, &shredding, &fields).await.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(campus.done(&mut cast.coach, &shredding, &fields).await, "/papers?done=shredded");
    assert_eq!(campus.post(&mut cast.officer, &shredding, &fields).await.status, StatusCode::CONFLICT);
    let page = campus.page(&mut cast.pia, &path).await;
    assert!(page.contains("Tim Shredder") && page.contains("Shredded on 22 November 2026"), "{page}");
    assert!(campus.page(&mut cast.pia, "/my-data").await.contains("Paper about you was shredded"));
    let (scope, pia) = (campus.site.scope(kernel::Actor::Job(keeper::KEEP.name)), cast.pia_id.uuid());
    let entries = campus.site.store.read(&scope, move |reader| store::ledger::about(reader, pia));
    let entries: Result<_, store::StoreError> = entries.await;
    let entries: Vec<_> = entries.unwrap().into_iter().filter(|entry| entry.kind == "paper").collect();
    assert_eq!(entries.len(), 1);
    assert!(!format!("{entries:?}").contains("Tim") && entries[0].evidence.starts_with("shredded; paper "));
    let (class, id): (_, kernel::Uuid) = ("paper", path.trim_start_matches("/papers/").parse().unwrap());
    campus.clock.advance_days(360);
    campus.keep().await;
    assert!(campus.site.store.has_key(class, id) && campus.site.store.has_key("paper-shelf", id));
    campus.clock.advance_days(10);
    campus.keep().await;
    assert!(!campus.site.store.has_key(class, id) && !campus.site.store.has_key("paper-shelf", id));
    let mut officer = campus.sign_in(&campus.site, "Ine Officer").await;
    assert_eq!(campus.get(&mut officer, &path).await.status, StatusCode::NOT_FOUND);
}

// UC10, I9: what a paper is goes with its person; where it lies stays until somebody has shredded it, and that is urgent.
#[tokio::test(flavor = "multi_thread")]
async fn when_its_person_goes_only_the_place_is_left_and_it_is_due_at_once() {
    let campus = Campus::new().await;
    let mut cast = cast(&campus).await;
    let path = record(&campus, &mut cast.coach, &cast.number, "notes of a talk", "2026-11-20").await;
    let id: kernel::Uuid = path.trim_start_matches("/papers/").parse().unwrap();
    campus.done(&mut cast.pia, "/my-data/deletion", &[("password", PASSWORD)]).await;
    assert!(!campus.site.store.has_key("paper", id), "whose and what have gone with her");
    let page = campus.page(&mut cast.officer, &path).await;
    assert!(page.contains("cabinet 2, third drawer") && page.contains("Due on 22 November 2026"), "{page}");
    assert!(!page.contains("Participant") && !page.contains("notes of a talk"));
    assert!(campus.page(&mut cast.coach, "/papers").await.contains("Its person is gone. Shred what lies there."));
    let mails = |name: &str| {
        let to = address(name);
        campus.outbox.mails().iter().filter(|mail| mail.to().as_str() == to).count()
    };
    campus.run_jobs().await;
    let before = [mails("Cora Coach"), mails("Ine Officer")];
    campus.keep().await;
    campus.run_jobs().await;
    assert_eq!([mails("Cora Coach"), mails("Ine Officer")], before.map(|count| count + 1));
    campus.done(&mut cast.coach, &format!("{path}/shredding"), &[("name", "Tim"), ("on", "2026-11-22")]).await;
}

// Art. 18: what is frozen is written by nobody, and seen by its person.
#[tokio::test(flavor = "multi_thread")]
async fn paper_about_somebody_who_has_frozen_the_own_data_waits() {
    let campus = Campus::new().await;
    let mut cast = cast(&campus).await;
    let path = record(&campus, &mut cast.coach, &cast.number, "notes of a talk", "2026-11-20").await;
    campus.done(&mut cast.pia, "/my-data/restriction", &[]).await;
    assert_eq!(campus.get(&mut cast.coach, &path).await.status, StatusCode::LOCKED);
    let fields = [("name", "Tim"), ("on", "2026-11-22")];
    let answer = campus.post(&mut cast.coach, &format!("{path}/shredding"), &fields).await;
    assert_eq!(answer.status, StatusCode::LOCKED);
    let answer = campus.post(&mut cast.coach, "/papers/recording", &paper(&cast.number, "more", "2026-11-20")).await;
    assert_eq!(answer.status, StatusCode::LOCKED);
    assert!(campus.page(&mut cast.pia, &path).await.contains("notes of a talk"));
    campus.page(&mut cast.coach, "/papers").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_keeps_paper_hears_a_month_and_a_week_before_and_each_week_after() {
    let campus = Campus::new().await;
    let mut cast = cast(&campus).await;
    // Two years from then: 22 December 2026.
    record(&campus, &mut cast.coach, &cast.number, "notes of a talk", "2024-12-22").await;
    let coach = address("Cora Coach");
    let count = || campus.outbox.mails().iter().filter(|mail| mail.to().as_str() == coach).count();
    let mut told = Vec::new();
    for day in 0..45 {
        let before = count();
        campus.keep().await;
        campus.run_jobs().await;
        if count() > before {
            told.push(day);
        }
        campus.clock.advance_days(1);
    }
    assert_eq!(told, [0, 23, 31, 38]);
    for mail in campus.outbox.mails() {
        assert!(!mail.text().contains("notes of a talk") && !mail.text().contains("Participant"));
    }
}
