//! The log of a day: what is in it, and that it goes.

use std::fs;

use testkit::{Canaries, canary};

use crate::{
    postgres,
    stage::{Stage, Visitor},
    world::{self, Campus},
};

const ADDRESS: &str = "198.51.100.77";

// CE13
#[tokio::test(flavor = "multi_thread")]
async fn a_visit_leaves_address_host_time_browser_and_the_pattern_of_pages_and_nobodys_id() {
    let mut stage = Stage::set("education").await;
    let (visitor, id) = (Visitor::from(ADDRESS), kernel::Uuid::max());
    let signed_in = Visitor { cookie: stage.others[2].cookie.clone(), ..visitor.clone() };
    assert_eq!(stage.open(&visitor, "/privacy").await, 200);
    assert_eq!(stage.open(&signed_in, &format!("/people/{id}")).await, 404);
    assert_eq!(stage.open(&visitor, "/nowhere/at/all").await, 404);
    let style = ui::assets().iter().find(|asset| asset.path.ends_with(".css")).unwrap();
    assert_eq!(stage.open(&visitor, &style.path).await, 200);
    stage.write().await;
    let today = stage.today();
    let page = stage.lines(today).await;
    for known in [ADDRESS, "campus.localhost", "Firefox 145", "09:00:00", "GET /privacy", "(no such page)"] {
        assert!(page.contains(known), "{known}: {page}");
    }
    let maria = stage.campus.person("maria@people.example").await.unwrap();
    for absent in
        [id.to_string(), maria.to_string(), "nowhere".to_owned(), "GET /assets".to_owned(), "Linux".to_owned()]
    {
        assert!(!page.contains(&absent), "{absent}: {page}");
    }
    // With one address alone, the lines of others stay shut.
    let fields = [("day", &*today.to_string()), ("reason", "A fault."), ("address", "203.0.113.1")];
    let none = stage.campus.post(&mut stage.tom, "/visits/lines", &fields).await.text();
    assert!(none.contains("There are no such lines"), "{none}");
}

// SH7
#[tokio::test(flavor = "multi_thread")]
async fn what_the_statement_does_not_speak_of_is_not_noted() {
    let stage = Stage::set("selfhelp").await;
    stage.open(&Visitor::from(ADDRESS), "/privacy").await;
    let (waiting, _) = stage.campus.site.visits.take();
    assert!(waiting.iter().any(|seen| seen.answered.route == "/privacy"));
    // Without host and browser there is nothing to read them by: the door is absent, even to the technician.
    let answer = stage.campus.get(&mut stage.tom.clone(), "/visits/lines").await;
    assert_eq!(answer.status, 404);
    assert_eq!(stage.campus.get(&mut stage.tom.clone(), "/visits").await.status, 200);

    for silent in ["campus", "training", "lectures"] {
        let stage = Stage::set(silent).await;
        stage.open(&Visitor::from(ADDRESS), "/privacy").await;
        assert!(stage.campus.site.visits.take().0.is_empty(), "{silent}");
        assert_eq!(stage.campus.get(&mut stage.tom.clone(), "/visits").await.status, 404, "{silent}");
        stage.next_day().await;
        let today = stage.today();
        assert!(!stage.has_key(today).await && stage.files() == 0, "{silent}");
    }
}

// CE13, I5, I8, I9
#[tokio::test(flavor = "multi_thread")]
async fn the_log_of_a_day_goes_with_its_key_the_day_after_its_thirty_days_and_not_before() {
    for name in ["education", "selfhelp"] {
        let stage = Stage::set(name).await;
        let mut canaries = Canaries::new();
        canaries.add("address", ADDRESS);
        stage.open(&Visitor::from(ADDRESS), "/privacy").await;
        stage.write().await;
        stage.campus.site.store.flush().await.unwrap();
        let day = stage.today();
        assert!(stage.has_key(day).await && stage.files() == 1, "{name}");
        let search = || canary::search(stage.campus.folder.path(), &canaries).unwrap();
        assert_eq!(search(), [], "{name}: it stands open");
        let before = tempfile::tempdir().unwrap();
        copy(stage.campus.folder.path(), before.path());

        stage.later(30).await;
        assert!(stage.has_key(day).await, "{name}: on its last day it is there");
        stage.later(1).await;
        assert!(!stage.has_key(day).await, "{name}: its key has gone");
        assert_eq!(search(), [], "{name}");
        let report = stage.campus.verify(&[]).await;
        assert_eq!(report.flaws(), 0, "{name}: {}", report.told(&world::config(&stage.campus.key())));
        if postgres::url().is_none() {
            nothing_opens_in(&stage.campus, before.path(), day).await;
        }
    }
}

/// A copy of everything from before, with the keys of today: the log is there, and nothing opens it.
async fn nothing_opens_in(campus: &Campus, copied: &std::path::Path, day: jiff::civil::Date) {
    fs::remove_dir_all(copied.join("keys")).unwrap();
    copy(&campus.folder.path().join("keys"), &copied.join("keys"));
    let ring = std::path::Path::new(&campus.key()).join("keyring");
    fs::copy(campus.folder.path().join(&ring), copied.join(&ring)).unwrap();
    let site = world::open(&campus.common, copied, &campus.key());
    let scope = site.scope(kernel::Actor::Job("visits.write"));
    let found: Result<_, store::StoreError> = site.store.read(&scope, move |reader| visits::find(reader, day)).await;
    let id = found.unwrap().expect("the day is in the copy");
    assert!(!site.store.has_key("visit-log", kernel::id::Id::uuid(id)));
}

fn copy(from: &std::path::Path, to: &std::path::Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_piece_that_is_torn_does_not_hurt_the_others_and_is_told_as_missing() {
    let mut stage = Stage::set("education").await;
    // What signing in left.
    stage.write().await;
    let before = stage.files();
    stage.campus.clock.advance(jiff::SignedDuration::from_mins(5));
    stage.open(&Visitor::from(ADDRESS), "/privacy").await;
    stage.open(&Visitor::from(ADDRESS), "/privacy").await;
    stage.write().await;
    assert_eq!((before, stage.files()), (1, 2), "a piece for each time");
    let root = stage.campus.folder.path().join(stage.campus.key()).join("files");
    let files = fs::read_dir(root).unwrap().flat_map(|shelf| fs::read_dir(shelf.unwrap().path()).unwrap());
    let newest =
        files.map(|file| file.unwrap().path()).max_by_key(|path| path.file_name().unwrap().to_owned()).unwrap();
    let bytes = fs::read(&newest).unwrap();
    fs::write(&newest, &bytes[..bytes.len() - 9]).unwrap();
    let day = stage.today();
    let page = stage.lines(day).await;
    assert!(page.contains("POST /sign-in") && !page.contains(ADDRESS), "{page}");
    stage.next_day().await;
    let page = stage.seen(&format!("/visits?day={day}")).await;
    assert_eq!(fact(&page, "Requests missing from the log"), "2", "{page}");
}

/// What stands beside a term.
pub fn fact(page: &str, term: &str) -> String {
    let rest = page.split(&format!("<dt>{term}</dt><dd>")).nth(1).unwrap_or_else(|| panic!("{term}: {page}"));
    rest.split("</dd>").next().unwrap().to_owned()
}
