//! Everyone is told, and chooses; nothing wider begins before that.

use axum::http::StatusCode;
use jiff::{SignedDuration, civil::Date};
use kernel::{Archetype, Language, PersonId};

use super::{amended, publish};
use crate::world::{Browser, Campus, PASSWORD, address, statement};

const MANAGERS_READ: &str = "    read \"profile\" by=\"manager\" // UC3\n";
const WIDER: (&str, &str) = ("More is used, or less is protected", "Less is used, or more is protected");
const LINE: &str = "The privacy statement changes. Nothing of yours is used in a wider way before you choose.";

/// A campus with a manager, a coach and two participants who talk to the coach.
struct Scene {
    campus: Campus,
    manager: Browser,
    pia: (PersonId, Browser, String),
    rosa: (PersonId, Browser, String),
}

impl Scene {
    /// Managers do not read profiles.
    async fn set() -> Self {
        Self::of(&statement("campus").replace(MANAGERS_READ, "")).await
    }

    async fn of(statement: &str) -> Self {
        let campus = Campus::with(statement).await;
        campus.resident(&campus.site, "Mia Manager", Archetype::Manager).await;
        let coach = campus.resident(&campus.site, "Cora Coach", Archetype::Coach).await;
        let mut manager = campus.sign_in(&campus.site, "Mia Manager").await;
        let mut browser = campus.sign_in(&campus.site, "Cora Coach").await;
        let mut two = Vec::new();
        for name in ["Pia Participant", "Rosa Participant"] {
            let id = campus.resident(&campus.site, name, Archetype::Participant).await;
            let trajectory = campus.link(&mut manager, coach, id).await;
            campus.send(&mut browser, &trajectory, &format!("A word to {name}."), &[]).await;
            two.push((id, campus.sign_in(&campus.site, name).await, trajectory));
        }
        let [pia, rosa] = <[_; 2]>::try_from(two).ok().unwrap();
        Self { campus, manager, pia, rosa }
    }

    /// Somebody goes on under a version, and the coach does, too.
    async fn goes_on(&mut self, who: Who, version: &str) {
        let mut coach = self.campus.sign_in(&self.campus.site, "Cora Coach").await;
        self.campus.done(&mut coach, "/changes", &[("version", version)]).await;
        let browser = match who {
            Who::Pia => &mut self.pia.1,
            Who::Rosa => &mut self.rosa.1,
        };
        self.campus.done(browser, "/changes", &[("version", version)]).await;
    }

    /// Turns the clock to a day, as the nights would have.
    async fn turn_to(&mut self, day: &str) {
        let day: Date = day.parse().unwrap();
        let zone = self.campus.site.plan.zone().clone();
        self.campus.clock.set(day.at(3, 0, 0, 0).to_zoned(zone).unwrap().timestamp());
        self.campus.amend().await;
        // Sessions do not last so long.
        self.manager = self.campus.sign_in(&self.campus.site, "Mia Manager").await;
        self.pia.1 = self.campus.sign_in(&self.campus.site, "Pia Participant").await;
        self.rosa.1 = self.campus.sign_in(&self.campus.site, "Rosa Participant").await;
    }
}

enum Who {
    Pia,
    Rosa,
}

/// Version 12: managers read profiles, and what belongs to a trajectory stays half a year longer.
fn wider(from: &str) -> String {
    let kept = ("for=\"2 years\" after=\"trajectory-ended\"", "for=\"30 months\" after=\"trajectory-ended\"");
    amended(12, from, &[kept])
}

// SH11, CE24: everyone is told by mail, in the own language and without content; the next sign-in leads to what changes.
#[tokio::test(flavor = "multi_thread")]
async fn everyone_is_told_and_the_next_sign_in_shows_what_changes_wider_first() {
    let mut scene = Scene::of(&statement("campus")).await;
    let fields = [("name", "Nils"), ("email", "nils@people.example"), ("role", "coach"), ("language", "sv")];
    scene.campus.done(&mut scene.manager, "/people/invitation", &fields).await;
    scene.campus.run_jobs().await;
    let before = scene.campus.outbox.mails().len();
    let more = ("keep \"goals\" for=\"30 months\"", "keep \"goals\" for=\"1 year\"");
    let text = wider("2026-12-10")
        .replace(more.0, more.1)
        .replace("We now tell you fourteen days", "We tell you fourteen days");
    let published = publish(&scene.campus, &text).await.unwrap();
    assert_eq!((published.before, published.number, published.told), (11, 12, 5), "all who are here or invited");
    scene.campus.run_jobs().await;
    let mails = scene.campus.outbox.mails();
    assert_eq!(mails.len() - before, 5);
    let to_nils = mails.iter().find(|mail| mail.to().as_str() == "nils@people.example").unwrap();
    assert_eq!((to_nils.language(), to_nils.subject()), (Language::Sv, "Integritetspolicyn ändras"));
    assert!(to_nils.text().contains("den 10 december 2026"), "{}", to_nils.text());
    let link = scene.campus.mailed_link(&address("Pia Participant"));
    assert_eq!(link, "/privacy/changes?from=11&to=12");
    assert!(scene.campus.page(&mut Browser::default(), &link).await.contains("Holds from 10 December 2026."));

    let mut pia = Browser::default();
    let fields = [("email", address("Pia Participant")), ("password", PASSWORD.to_owned())];
    let fields = [(fields[0].0, fields[0].1.as_str()), (fields[1].0, fields[1].1.as_str()), ("next", "/profile")];
    assert_eq!(scene.campus.done(&mut pia, "/sign-in", &fields).await, "/changes?next=/profile&cookie=given");
    let page = scene.campus.page(&mut pia, "/changes?next=/profile").await;
    let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text}: {page}"));
    assert!(at(WIDER.0) < at(WIDER.1));
    assert!(page.contains("Version 12 of the privacy statement holds from 10 December 2026."));
    assert!(page.contains("Continue under the new version") && page.contains("/my-data/deletion"));
    assert!(!page.contains(LINE), "the page itself needs no line that leads to it");
    // Other pages say it in one line, and take what is typed as ever.
    for path in ["/", "/profile", "/my-data"] {
        assert!(scene.campus.page(&mut pia, path).await.contains(LINE), "{path}");
    }
    let (_, _, trajectory) = &scene.pia;
    scene.campus.send(&mut pia, trajectory, "An answer.", &[]).await;
    // Having chosen, one goes where one was going, and hears no more of it.
    let chosen = [("version", "12"), ("next", "/profile")];
    assert_eq!(scene.campus.done(&mut pia, "/changes", &chosen).await, "/profile");
    assert!(!scene.campus.page(&mut pia, "/profile").await.contains(LINE));
    assert!(scene.campus.page(&mut pia, "/changes").await.contains("Nothing waits for your choice."));
    assert!(scene.campus.page(&mut pia, "/my-data/file").await.contains("\"choice\""), "the choice is taken along");
}

// What speaks of another role is not told as if it were about oneself.
#[tokio::test(flavor = "multi_thread")]
async fn only_what_is_about_ones_own_roles_is_told() {
    let mut scene = Scene::set().await;
    let coaches = (
        "keep everything of=\"coach\" for=\"3 months\" after=\"unanswered\"",
        "keep everything of=\"coach\" for=\"4 months\" after=\"unanswered\"",
    );
    let base = amended(12, "2026-12-10", &[coaches]).replace(MANAGERS_READ, "");
    publish(&scene.campus, &base).await.unwrap();
    let page = scene.campus.page(&mut scene.pia.1, "/changes").await;
    assert!(page.contains("Nothing changes for what you do here.") && !page.contains("four months"), "{page}");
    let mut coach = scene.campus.sign_in(&scene.campus.site, "Cora Coach").await;
    assert!(scene.campus.page(&mut coach, "/changes").await.contains("four months"));
}

// X7: a role that newly reads a category reads nothing of whoever has not chosen, and reads it after *continue*.
#[tokio::test(flavor = "multi_thread")]
async fn a_role_that_newly_reads_a_category_reads_nothing_of_whoever_has_not_chosen() {
    let mut scene = Scene::set().await;
    assert_eq!(scene.campus.get(&mut scene.manager, "/people").await.status, StatusCode::NOT_FOUND);
    publish(&scene.campus, &wider("2026-12-10")).await.unwrap();
    scene.goes_on(Who::Rosa, "12").await;
    assert_eq!(
        scene.campus.get(&mut scene.manager, "/people").await.status,
        StatusCode::NOT_FOUND,
        "not before its day"
    );
    scene.turn_to("2026-12-10").await;
    assert_eq!(scene.campus.site.plan.version().number, 12);

    let (pia, rosa) = (format!("/people/{}", scene.pia.0), format!("/people/{}", scene.rosa.0));
    let list = scene.campus.page(&mut scene.manager, "/people").await;
    assert!(list.contains("Rosa Participant") && !list.contains("Pia Participant"), "{list}");
    assert!(!list.contains(&pia) && list.contains("Somebody whose data is paused"));
    assert!(scene.campus.page(&mut scene.manager, &rosa).await.contains("Rosa Participant"));
    assert_eq!(scene.campus.get(&mut scene.manager, &pia).await.status, StatusCode::NOT_FOUND);
    // The seal beside the name says the same as what is done.
    let managers = "organisation managers";
    let profile = |id: PersonId| format!("/my-data/account/{id}?category=profile");
    for ((id, browser, _), told) in [(&mut scene.pia, false), (&mut scene.rosa, true)] {
        assert_eq!(scene.campus.page(browser, &profile(*id)).await.contains(managers), told);
    }

    scene.goes_on(Who::Pia, "12").await;
    assert!(scene.campus.page(&mut scene.manager, "/people").await.contains("Pia Participant"));
    assert!(scene.campus.page(&mut scene.manager, &pia).await.contains("Pia Participant"));
    assert!(scene.campus.page(&mut scene.pia.1, &profile(scene.pia.0)).await.contains(managers));
}

// Whoever leaves it open stays undecided over a restart, and goes on under the version accepted last.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_left_open_stays_open_over_a_restart_and_who_comes_later_is_not_asked() {
    let mut scene = Scene::set().await;
    publish(&scene.campus, &wider("2026-12-10")).await.unwrap();
    scene.campus = scene.campus.restart();
    assert_eq!(scene.campus.site.plan.version().number, 11, "its day has not come");
    assert!(scene.campus.page(&mut scene.pia.1, "/profile").await.contains(LINE));
    scene.goes_on(Who::Rosa, "12").await;
    // The server stands still on the day itself.
    let zone = scene.campus.site.plan.zone().clone();
    let day = jiff::civil::date(2026, 12, 12).at(9, 0, 0, 0).to_zoned(zone).unwrap();
    scene.campus.clock.set(day.timestamp());
    scene.campus = scene.campus.restart();
    assert_eq!(scene.campus.site.plan.version().number, 12);
    let file = scene.campus.folder.path().join(scene.campus.key()).join("statement.kdl");
    assert!(std::fs::read_to_string(file).unwrap().contains("version 12"), "the file is that of the version in force");
    let mut manager = scene.campus.sign_in(&scene.campus.site, "Mia Manager").await;
    let list = scene.campus.page(&mut manager, "/people").await;
    assert!(list.contains("Rosa Participant") && !list.contains("Pia Participant"));
    // Who is invited now comes under version 12.
    let fields = [("name", "Nils"), ("email", "nils@people.example"), ("role", "coach"), ("language", "en")];
    scene.campus.done(&mut manager, "/people/invitation", &fields).await;
    scene.campus.run_jobs().await;
    let link = scene.campus.mailed_link("nils@people.example");
    let mut nils = Browser::default();
    scene.campus.done(&mut nils, &link, &[("password", "Harbour-8-lantern")]).await;
    assert!(!scene.campus.page(&mut nils, "/profile").await.contains(LINE));
    assert!(scene.campus.page(&mut manager, "/people").await.contains("Nils"));
}

/// The years in which what stands on a dialogue's page goes, as the seals say.
async fn told_years(campus: &Campus, browser: &mut Browser, trajectory: &str) -> Vec<&'static str> {
    let page = campus.page(browser, &format!("{trajectory}/dialogue")).await;
    let told = ["goes 22 December 2026", "goes 22 November 2028", "goes 22 May 2029"];
    told.into_iter().filter(|date| page.contains(date)).map(|date| &date[date.len() - 4..]).collect()
}

// X7: a longer period begins only with the choice; seal and keeper agree.
#[tokio::test(flavor = "multi_thread")]
async fn a_longer_period_does_not_hold_for_whoever_has_not_chosen() {
    let mut scene = Scene::set().await;
    for (_, _, trajectory) in [scene.pia.clone(), scene.rosa.clone()] {
        scene.campus.done(&mut scene.manager, &format!("{trajectory}/closure"), &[]).await;
    }
    publish(&scene.campus, &wider("2026-12-10")).await.unwrap();
    scene.goes_on(Who::Rosa, "12").await;
    scene.turn_to("2026-12-10").await;
    let ((_, mut pia, hers), (_, mut rosa, rosas)) = (scene.pia.clone(), scene.rosa.clone());
    assert_eq!(told_years(&scene.campus, &mut pia, &hers).await, ["2028"]);
    assert_eq!(told_years(&scene.campus, &mut rosa, &rosas).await, ["2029"]);
    // On the last day it is there, and on the next it is gone; Rosa's stays.
    let (hers, rosas) = (format!("{hers}/dialogue"), format!("{rosas}/dialogue"));
    for (day, is_there) in [("2028-11-22", true), ("2028-11-23", false)] {
        scene.turn_to(day).await;
        scene.campus.keep().await;
        (pia, rosa) = (scene.pia.1.clone(), scene.rosa.1.clone());
        assert_eq!(scene.campus.get(&mut pia, &hers).await.status == StatusCode::OK, is_there, "{day}");
        assert!(scene.campus.page(&mut rosa, &rosas).await.contains("A word to Rosa"));
    }
}

// After *continue* the longer period holds.
#[tokio::test(flavor = "multi_thread")]
async fn whoever_goes_on_later_has_the_longer_period_from_then_on() {
    let mut scene = Scene::set().await;
    let hers = scene.pia.2.clone();
    scene.campus.done(&mut scene.manager, &format!("{hers}/closure"), &[]).await;
    publish(&scene.campus, &wider("2026-12-10")).await.unwrap();
    scene.turn_to("2027-01-10").await;
    let mut pia = scene.pia.1.clone();
    assert_eq!(told_years(&scene.campus, &mut pia, &hers).await, ["2028"]);
    scene.goes_on(Who::Pia, "12").await;
    assert_eq!(told_years(&scene.campus, &mut pia, &hers).await, ["2029"]);
    scene.turn_to("2029-01-01").await;
    scene.campus.keep().await;
    assert!(scene.campus.page(&mut scene.pia.1, &format!("{hers}/dialogue")).await.contains("A word to Pia"));
}

// What is narrower holds for everyone from its day, asked or not.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_narrower_holds_at_once_for_everyone() {
    let mut scene = Scene::set().await;
    let hers = scene.pia.2.clone();
    scene.campus.done(&mut scene.manager, &format!("{hers}/closure"), &[]).await;
    let shorter = ("for=\"2 years\" after=\"trajectory-ended\"", "for=\"1 month\" after=\"trajectory-ended\"");
    let text = amended(12, "2026-11-23", &[shorter])
        .replace(MANAGERS_READ, "")
        .replace("    read \"dialogue\" by=\"coach\" when=\"in-relation\" // UC4\n", "");
    publish(&scene.campus, &text).await.unwrap();
    let mut coach = scene.campus.sign_in(&scene.campus.site, "Cora Coach").await;
    assert_eq!(scene.campus.get(&mut coach, &format!("{hers}/dialogue")).await.status, StatusCode::OK);
    scene.turn_to("2026-11-23").await;
    assert_eq!(told_years(&scene.campus, &mut scene.pia.1, &hers).await, ["2026"]);
    coach = scene.campus.sign_in(&scene.campus.site, "Cora Coach").await;
    assert_eq!(scene.campus.get(&mut coach, &format!("{hers}/dialogue")).await.status, StatusCode::NOT_FOUND);
    scene.turn_to("2026-12-23").await;
    scene.campus.keep().await;
    assert_ne!(scene.campus.get(&mut scene.pia.1, &format!("{hers}/dialogue")).await.status, StatusCode::OK);
}

// SH11: *stop and delete everything* is the deletion that there is, with its password.
#[tokio::test(flavor = "multi_thread")]
async fn whoever_stops_has_everything_deleted() {
    let mut scene = Scene::set().await;
    publish(&scene.campus, &wider("2026-12-10")).await.unwrap();
    scene.turn_to("2026-12-10").await;
    scene.campus.clock.advance(SignedDuration::from_hours(6));
    let mut pia = scene.pia.1.clone();
    assert!(scene.campus.page(&mut pia, "/changes").await.contains("href=\"/my-data/deletion\""));
    let gone = scene.campus.done(&mut pia, "/my-data/deletion", &[("password", PASSWORD)]).await;
    assert!(gone.starts_with("/receipts/"), "{gone}");
    assert!(scene.campus.sign_in_with(&scene.campus.site, &address("Pia Participant"), PASSWORD).await.is_none());
    // The statement gives this to coaches only while it changes and they have not agreed.
    let mut coach = scene.campus.sign_in(&scene.campus.site, "Cora Coach").await;
    assert!(scene.campus.page(&mut coach, "/my-data/deletion").await.contains("name=\"password\""));
    scene.campus.done(&mut coach, "/changes", &[("version", "12")]).await;
    assert!(!scene.campus.page(&mut coach, "/my-data/deletion").await.contains("name=\"password\""));
}
