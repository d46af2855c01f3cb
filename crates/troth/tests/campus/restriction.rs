//! A person freezes the own data: frozen, and yet visible (UC12, GDPR Art. 18). What it means holds in every door.

use axum::http::StatusCode;
use kernel::{
    Archetype, PersonId, Uuid,
    manifest::{Entry, Method},
};

use crate::{
    story::{self, Story},
    world::{Browser, Campus, PASSWORD, address},
};

/// Mia manages, Cora coaches Pia.
struct Trio {
    manager: Browser,
    coach: Browser,
    pia: Browser,
    pia_id: PersonId,
    trajectory: String,
}

async fn trio(campus: &Campus) -> Trio {
    campus.resident(&campus.site, "Mia Manager", Archetype::Manager).await;
    let coach_id = campus.resident(&campus.site, "Cora Coach", Archetype::Coach).await;
    let pia_id = campus.resident(&campus.site, "Pia Participant", Archetype::Participant).await;
    let mut manager = campus.sign_in(&campus.site, "Mia Manager").await;
    let trajectory = campus.link(&mut manager, coach_id, pia_id).await;
    let mut coach = campus.sign_in(&campus.site, "Cora Coach").await;
    let pia = campus.sign_in(&campus.site, "Pia Participant").await;
    campus.send(&mut coach, &trajectory, "A word before the frost.", &[]).await;
    campus.run_jobs().await;
    Trio { manager, coach, pia, pia_id, trajectory }
}

async fn freeze(campus: &Campus, browser: &mut Browser, reason: &str) {
    let to = campus.done(browser, "/my-data/restriction", &[("reason", reason)]).await;
    assert_eq!(to, "/my-data/restriction?done=frozen");
}

// UC12: frozen yet visible; a clear page that keeps what was typed and tells no more than needed.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_frozen_is_seen_by_its_person_and_written_by_nobody() {
    let campus = Campus::new().await;
    let Trio { mut manager, mut coach, mut pia, pia_id, trajectory, .. } = trio(&campus).await;
    freeze(&campus, &mut pia, "The notes about me are wrong.").await;
    for path in ["/", "/my-data", "/profile", &format!("{trajectory}/dialogue"), &format!("{trajectory}/goals")] {
        let page = campus.page(&mut pia, path).await;
        assert!(page.contains("You have frozen your data"), "{path}");
    }
    assert!(campus.page(&mut pia, &format!("{trajectory}/dialogue")).await.contains("A word before the frost."));
    assert!(campus.page(&mut pia, "/my-data").await.contains("does not go while it is frozen"));
    assert!(campus.page(&mut pia, "/my-data/restriction").await.contains("The notes about me are wrong."));

    let text = "A long answer that\ncannot be sent now.";
    for browser in [&mut coach, &mut pia] {
        let answer = campus.upload(browser, &format!("{trajectory}/messages"), &[("text", text)], &[]).await;
        assert_eq!(answer.status, StatusCode::LOCKED);
        assert!(answer.text().contains(text), "what was typed is given back");
        let answer =
            campus.post(browser, &format!("{trajectory}/goals"), &[("title", "To learn to wait in peace")]).await;
        assert_eq!(answer.status, StatusCode::LOCKED);
        assert!(answer.text().contains("To learn to wait in peace"));
    }
    let mut again = manager.clone();
    for (browser, path) in [
        (&mut coach, format!("{trajectory}/dialogue")),
        (&mut manager, format!("/people/{pia_id}")),
        (&mut again, format!("{trajectory}/closure")),
    ] {
        let answer = campus.get(browser, &path).await;
        assert_eq!(answer.status, StatusCode::LOCKED, "{path}");
        let page = answer.text();
        assert!(page.contains("This is paused"), "{path}");
        for told in ["Pia", "wrong", "frost"] {
            assert!(!page.contains(told), "{path} tells {told}");
        }
    }
    let list = campus.page(&mut coach, "/trajectories/mine").await;
    assert!(list.contains("This conversation is paused") && !list.contains("Pia"), "{list}");
    for path in ["/people", "/trajectories", "/trajectories/new"] {
        assert!(!campus.page(&mut manager, path).await.contains("Pia"), "{path}");
    }

    campus.done(&mut pia, "/my-data/restriction/lifting", &[]).await;
    assert!(campus.page(&mut coach, &format!("{trajectory}/dialogue")).await.contains("Pia"));
    campus.send(&mut coach, &trajectory, "A word after the thaw.", &[]).await;
}

/// A dialogue is the participant's own. A coach who freezes the own data stops the writing in it, and takes it from
/// nobody's eyes.
#[tokio::test(flavor = "multi_thread")]
async fn a_coach_who_freezes_pauses_the_conversation_and_hides_only_what_is_the_coachs() {
    let campus = Campus::new().await;
    let Trio { mut coach, mut pia, trajectory, .. } = trio(&campus).await;
    freeze(&campus, &mut coach, "").await;
    let page = campus.page(&mut pia, &format!("{trajectory}/dialogue")).await;
    assert!(page.contains("A word before the frost.") && page.contains("This conversation is paused"));
    assert!(!page.contains("Cora"), "the name is the coach's own");
    let answer = campus.post(&mut pia, &format!("{trajectory}/draft"), &[("text", "Are you there, my coach?")]).await;
    assert_eq!(answer.status, StatusCode::LOCKED);
    assert!(answer.text().contains("Are you there, my coach?"));
}

// UC13, Art. 18: no notice of what is paused; what concerns the account still goes.
#[tokio::test(flavor = "multi_thread")]
async fn no_mail_tells_of_what_is_frozen_and_announcements_still_go() {
    let campus = Campus::new().await;
    let Trio { mut coach, mut pia, pia_id, trajectory, .. } = trio(&campus).await;
    let before = campus.outbox.mails().len();
    let mut reader = pia.clone();
    campus.page(&mut reader, &format!("{trajectory}/dialogue")).await;
    campus.site.store.flush().await.unwrap();
    campus.send(&mut coach, &trajectory, "A word that waits in the queue.", &[]).await;
    freeze(&campus, &mut pia, "").await;
    campus.run_jobs().await;
    assert_eq!(campus.outbox.mails().len(), before, "the notice was queued before, and is not sent");
    let scope = campus.site.scope(kernel::Actor::Job(keeper::KEEP.name));
    let told = campus
        .site
        .store
        .write(&scope, move |work| organisation::notify(work, pia_id, keeper::MAIL_ENDING, "/my-data"));
    told.await.unwrap();
    campus.run_jobs().await;
    assert_eq!(campus.outbox.mails().len(), before + 1);
}

// I8, Art. 18(2): it is stored for as long as it is frozen, and goes by its date after that.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_frozen_does_not_go_on_its_date_and_goes_after_the_thaw() {
    let campus = Campus::new().await;
    let Trio { mut manager, mut pia, trajectory, .. } = trio(&campus).await;
    campus.done(&mut manager, &format!("{trajectory}/closure"), &[]).await;
    freeze(&campus, &mut pia, "I need it in court.").await;
    campus.clock.advance_days(800);
    campus.keep().await;
    // The session has ended with the years; the account has not.
    let mut pia = campus.sign_in(&campus.site, "Pia Participant").await;
    assert!(campus.page(&mut pia, &format!("{trajectory}/dialogue")).await.contains("A word before the frost."));
    campus.done(&mut pia, "/my-data/restriction/lifting", &[]).await;
    campus.clock.advance_days(1);
    campus.keep().await;
    assert_eq!(campus.person(&address("Pia Participant")).await, None, "what was due has gone, the account too");
    let id: Uuid = trajectory.trim_start_matches("/trajectories/").parse().unwrap();
    assert!(!campus.site.store.has_key("dialogue", id));
}

// UC10: a frozen account is still one's own to delete; the freeze goes with it.
#[tokio::test(flavor = "multi_thread")]
async fn whoever_froze_the_own_data_can_still_delete_it() {
    let campus = Campus::new().await;
    let Trio { mut pia, pia_id, .. } = trio(&campus).await;
    freeze(&campus, &mut pia, "first").await;
    let to = campus.done(&mut pia, "/my-data/deletion", &[("password", PASSWORD)]).await;
    assert!(to.starts_with("/receipts/"));
    assert_eq!(campus.person(&address("Pia Participant")).await, None);
    assert!(!campus.site.store.restrictions().hold(pia_id));
    assert!(!campus.site.store.has_key("restriction", kernel::id::Id::uuid(pia_id)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_freeze_outlives_the_process_and_stands_in_the_ledger() {
    let campus = Campus::new().await;
    let Trio { mut coach, mut pia, pia_id, trajectory, .. } = trio(&campus).await;
    freeze(&campus, &mut pia, "").await;
    freeze(&campus, &mut pia, "").await;
    let campus = campus.restart();
    assert_eq!(campus.get(&mut coach, &format!("{trajectory}/dialogue")).await.status, StatusCode::LOCKED);
    campus.done(&mut pia, "/my-data/restriction/lifting", &[]).await;
    let scope = campus.site.scope(kernel::Actor::Job(keeper::KEEP.name));
    let entries = campus.site.store.read(&scope, move |reader| {
        store::ledger::verify(reader)?;
        store::ledger::about(reader, kernel::id::Id::uuid(pia_id))
    });
    let entries: Result<_, store::StoreError> = entries.await;
    let entries: Vec<_> = entries.unwrap().into_iter().map(|entry| (entry.kind, entry.evidence)).collect();
    let act = |what: &str| ("restriction".to_owned(), what.to_owned());
    assert_eq!(entries, [act("begun"), act("lifted")], "a second freeze changes nothing");
}

// X4: no door of any slice shows anybody else what is frozen, or lets anybody write it; a new door is tried by itself.
#[tokio::test(flavor = "multi_thread")]
async fn no_door_of_any_slice_tells_others_of_what_is_frozen_or_takes_a_write_to_it() {
    let campus = Campus::new().await;
    let Story { canaries, manager, coach, maria, maria_id, trajectory, others, .. } = story::tell(&campus).await;
    let hers = canaries.only(|field| field.starts_with("maria "));
    let mut maria = maria;
    freeze(&campus, &mut maria, "").await;
    let theirs = others.0.trim_start_matches("/trajectories/").to_owned();
    let own = trajectory.trim_start_matches("/trajectories/").to_owned();
    let mut tried = 0;
    for route in campus.common.inventory.routes() {
        let Entry::Action(action) = route.entry else { continue };
        let path = route.path.replace("{person}", &maria_id.to_string()).replace("{trajectory}", &own);
        let path = path.replace("{class}/{holder}", &format!("dialogue/{own}"));
        let path = filled(&path);
        for (who, browser) in [("manager", &manager), ("coach", &coach)] {
            let mut browser = browser.clone();
            // Signing out and the like would end the session of the one who tries.
            if route.path == "/sign-out" {
                continue;
            }
            tried += 1;
            let answer = match route.method {
                Method::Get => campus.get(&mut browser, &path).await,
                Method::Post => campus.post(&mut browser, &path, &[("text", "x"), ("title", "x"), ("name", "x")]).await,
            };
            assert!(answer.status.as_u16() < 500, "{who} {path}: {}", answer.status);
            let found = hers.in_bytes(&answer.body);
            assert!(found.is_empty(), "{who} {path} ({}) tells {found:?}", action.name);
        }
    }
    assert!(tried > 100, "{tried}");
    let mut coach = coach;
    assert_eq!(campus.get(&mut coach, &format!("/trajectories/{theirs}/dialogue")).await.status, StatusCode::OK);
}

/// The path with an id of nothing in each place that is left.
fn filled(path: &str) -> String {
    let nothing = Uuid::from_u128(7).to_string();
    let part = |part: &str| if part.starts_with('{') { nothing.clone() } else { part.to_owned() };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}
