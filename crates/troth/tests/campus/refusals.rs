//! What somebody tried and was refused: a line for the officer, a word for the person whose it is, and nothing for the one who
//! tried (CE3, CE21, NEN 7513).

use axum::http::StatusCode;
use kernel::{Actor, Archetype, PersonId, Uuid, id::Id as _};
use organisation::{Doing, JobFault, Worker};
use store::{
    access_log::{self, AccessLine},
    jobs::Leased,
};
use troth::serve;

use crate::world::{Browser, Campus, links};

struct Stage {
    campus: Campus,
    otto: PersonId,
    maria: PersonId,
    /// Maria's trajectory, with another coach.
    trajectory: String,
    coach: Browser,
    her: Browser,
    officer: Browser,
}

impl Stage {
    async fn set() -> Self {
        Self::on(Campus::new().await).await
    }

    async fn on(campus: Campus) -> Self {
        campus.resident(&campus.site, "Mia Manager", Archetype::Manager).await;
        campus.resident(&campus.site, "Olaf Officer", Archetype::Officer).await;
        campus.resident(&campus.site, "Piet", Archetype::Participant).await;
        let hanna = campus.resident(&campus.site, "Hanna Coach", Archetype::Coach).await;
        let otto = campus.resident(&campus.site, "Otto Coach", Archetype::Coach).await;
        let maria = campus.resident(&campus.site, "Maria", Archetype::Participant).await;
        let mut manager = campus.sign_in(&campus.site, "Mia Manager").await;
        let trajectory = campus.link(&mut manager, hanna, maria).await;
        let coach = campus.sign_in(&campus.site, "Otto Coach").await;
        let her = campus.sign_in(&campus.site, "Maria").await;
        let officer = campus.sign_in(&campus.site, "Olaf Officer").await;
        Self { campus, otto, maria, trajectory, coach, her, officer }
    }

    fn trajectory_id(&self) -> Uuid {
        self.trajectory.rsplit('/').next().unwrap().parse().unwrap()
    }

    /// The lines of what was refused on a container.
    async fn refused(&self, container: Uuid) -> Vec<AccessLine> {
        self.campus.site.store.flush().await.unwrap();
        let scope = self.campus.site.scope(Actor::Guest);
        let read: Result<_, store::StoreError> =
            self.campus.site.store.read(&scope, move |reader| access_log::of(reader, container, 1000)).await;
        read.unwrap().into_iter().filter(|line| line.refused.is_some()).collect()
    }

    async fn absent(&self, browser: &mut Browser, path: &str) -> String {
        let answer = self.campus.get(browser, path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        answer.text().replace(path, "")
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_refused_leaves_a_line_what_is_not_there_leaves_none_and_both_look_the_same() {
    let stage = Stage::set().await;
    let nothing = Uuid::from_u128(7);
    let mut otto = stage.coach.clone();
    let there = stage.absent(&mut otto, &format!("{}/dialogue", stage.trajectory)).await;
    let absent = stage.absent(&mut otto, &format!("/trajectories/{nothing}/dialogue")).await;
    assert_eq!(there, absent, "byte for byte");
    let lines = stage.refused(stage.trajectory_id()).await;
    let [line] = lines.as_slice() else { panic!("{lines:?}") };
    assert_eq!((line.actor, line.refused), (Some(stage.otto.uuid()), Some(1)));
    assert_eq!((line.action.as_str(), line.container.as_str()), ("dialogue.read", "trajectory"));
    assert_eq!(stage.refused(nothing).await, []);
    // A person's file, tried with the wrong role; and one that is not there, about which is decided before anybody looks.
    let mut her = stage.her.clone();
    stage.absent(&mut her, &format!("/people/{}", stage.otto)).await;
    stage.absent(&mut her, &format!("/people/{nothing}")).await;
    assert_eq!(stage.refused(stage.otto.uuid()).await[0].actor, Some(stage.maria.uuid()));
    assert_eq!(stage.refused(nothing).await, []);
    // A form, too; and what is refused to everyone of that role, on nothing in particular.
    let posted = stage.campus.post(&mut otto, &format!("{}/goals", stage.trajectory), &[("title", "A secret.")]).await;
    assert_eq!(posted.status, StatusCode::NOT_FOUND);
    assert_eq!(stage.refused(stage.trajectory_id()).await.len(), 2);
    stage.absent(&mut her, "/access-review").await;
    assert_eq!(stage.refused(Uuid::nil()).await[0].action, "access.review");
    // Whoever may read it leaves a line of another kind; whoever has not signed in is asked to, and leaves none.
    stage.campus.page(&mut her, &format!("{}/dialogue", stage.trajectory)).await;
    let mut nobody = Browser::default();
    let led = stage.campus.get(&mut nobody, &format!("{}/dialogue", stage.trajectory)).await;
    assert_eq!(led.status, StatusCode::SEE_OTHER);
    assert_eq!(stage.refused(stage.trajectory_id()).await.len(), 2);
}

// I13
#[tokio::test(flavor = "multi_thread")]
async fn somebody_of_another_organisation_leaves_no_line_in_either() {
    let stage = Stage::on(Campus::pair().await).await;
    let other = stage.campus.other().clone();
    stage.campus.resident(&other, "Fremd Coach", Archetype::Coach).await;
    let mut fremd = stage.campus.sign_in(&other, "Fremd Coach").await;
    let path = format!("{}/dialogue", stage.trajectory);
    assert_eq!(stage.campus.get_from(&other, &mut fremd, &path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(stage.campus.get(&mut fremd, &path).await.status, StatusCode::SEE_OTHER);
    assert_eq!(stage.refused(stage.trajectory_id()).await, []);
    other.store.flush().await.unwrap();
    let (scope, id) = (other.scope(Actor::Guest), stage.trajectory_id());
    let read: Result<_, store::StoreError> =
        other.store.read(&scope, move |reader| access_log::of(reader, id, 9)).await;
    assert_eq!(read.unwrap(), []);
}

// The device is the session's, by a number that is neither its id nor its token.
#[tokio::test(flavor = "multi_thread")]
async fn lines_of_one_session_bear_one_number_that_opens_nothing() {
    let mut stage = Stage::set().await;
    let path = format!("{}/dialogue", stage.trajectory);
    let mut otto = stage.coach.clone();
    stage.absent(&mut otto, &path).await;
    stage.absent(&mut otto, &format!("{}/goals", stage.trajectory)).await;
    stage.campus.done(&mut otto, "/sign-out", &[]).await;
    let mut elsewhere = stage.campus.sign_in(&stage.campus.site, "Otto Coach").await;
    stage.absent(&mut elsewhere, &path).await;
    let lines = stage.refused(stage.trajectory_id()).await;
    let mut devices: Vec<_> = lines.iter().map(|line| line.device.unwrap()).collect();
    assert_eq!(devices.len(), 3, "the session has ended, its lines are told together still: {lines:?}");
    devices.sort_unstable();
    devices.dedup();
    assert_eq!(devices.len(), 2);
    stage.campus.page(&mut stage.her, &path).await;
    stage.campus.site.store.flush().await.unwrap();
    let (scope, id) = (stage.campus.site.scope(Actor::Guest), stage.trajectory_id());
    let read: Result<_, store::StoreError> =
        stage.campus.site.store.read(&scope, move |reader| access_log::of(reader, id, 1000)).await;
    assert!(read.unwrap().iter().all(|line| line.device.is_some()), "what was opened bears it, too");
    // No session has that number as its id.
    let sessions = stage.campus.common.inventory.tables().find(|table| table.name == "session").unwrap();
    let (scope, maria, otto) = (stage.campus.site.scope(Actor::Guest), stage.maria.uuid(), stage.otto.uuid());
    for person in [maria, otto] {
        let rows =
            stage.campus.site.store.read(&scope, move |reader| store::derived::rows_of(reader, sessions, person));
        assert!(rows.await.unwrap().iter().all(|row| !devices.contains(&row.id)));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_hammers_at_a_door_leaves_one_line_with_a_count() {
    let stage = Stage::set().await;
    let mut otto = stage.coach.clone();
    for n in 0..60 {
        stage.absent(&mut otto, &format!("{}/dialogue", stage.trajectory)).await;
        if n == 30 {
            // Written in between, and counted on.
            assert_eq!(stage.refused(stage.trajectory_id()).await[0].refused, Some(31));
        }
    }
    let lines = stage.refused(stage.trajectory_id()).await;
    assert_eq!(lines.iter().map(|line| line.refused).collect::<Vec<_>>(), [Some(60)]);
}

// C-579/21: the person hears that somebody who works here was refused; not of other participants' mistakes.
#[tokio::test(flavor = "multi_thread")]
async fn the_person_sees_that_somebody_who_works_here_was_refused_and_whoever_tried_sees_nothing() {
    let mut stage = Stage::set().await;
    let path = format!("{}/dialogue", stage.trajectory);
    let mut piet = stage.campus.sign_in(&stage.campus.site, "Piet").await;
    stage.absent(&mut piet, &path).await;
    stage.campus.site.store.flush().await.unwrap();
    let page = stage.campus.page(&mut stage.her, "/my-data/looks").await;
    assert!(page.contains("Nobody else has opened anything of yours.") && !page.contains("was refused<"), "{page}");
    let mut otto = stage.coach.clone();
    stage.absent(&mut otto, &path).await;
    stage.absent(&mut otto, &path).await;
    stage.campus.site.store.flush().await.unwrap();
    let page = stage.campus.page(&mut stage.her, "/my-data/looks").await;
    for part in
        ["Somebody in the role of coach", "asked for this and was refused, ", "the dialogue", "Nothing was shown"]
    {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!page.contains("Otto") && !page.contains("What for"), "{page}");
    assert_eq!(page.matches("was refused, ").count(), 1, "Piet's mistake is not told: {page}");
    for (tag, words) in [("nl", "werd geweigerd"), ("sv", "nekades")] {
        let page = stage.campus.page(&mut stage.her, &format!("/my-data/looks?lang={tag}")).await;
        assert!(page.contains(words) && !page.contains("[evidence-"), "{tag}: {page}");
    }
    for browser in [&mut otto, &mut piet] {
        let page = stage.campus.page(browser, "/my-data/looks?who=all").await;
        assert!(!page.contains("was refused<") && !page.contains("was refused, "), "{page}");
    }
}

// CE3, CE21
#[tokio::test(flavor = "multi_thread")]
async fn the_officer_sees_what_was_refused_by_number_and_is_asked_when_it_is_often() {
    let mut stage = Stage::set().await;
    let path = format!("{}/dialogue", stage.trajectory);
    let mut otto = stage.coach.clone();
    for _ in 0..9 {
        stage.absent(&mut otto, &path).await;
    }
    stage.campus.site.store.flush().await.unwrap();
    let page = stage.campus.page(&mut stage.officer, "/access-review").await;
    assert!(page.contains("Refused, ") && page.contains("times") && page.contains("dialogue.read"), "{page}");
    assert!(page.contains("device ") && !page.contains("Otto"), "{page}");
    serve::keep_now(&stage.campus.site, false, true).await.unwrap();
    let page = stage.campus.page(&mut stage.officer, "/access-review").await;
    assert_eq!(links(&page, "/access-review/findings/", ""), Vec::<String>::new(), "nine are a mistake");
    stage.campus.clock.advance(jiff::SignedDuration::from_mins(5));
    stage.absent(&mut otto, "/access-review").await;
    stage.campus.site.store.flush().await.unwrap();
    serve::keep_now(&stage.campus.site, false, true).await.unwrap();
    let page = stage.campus.page(&mut stage.officer, "/access-review").await;
    let found = links(&page, "/access-review/findings/", "");
    assert_eq!(found.len(), 1, "{page}");
    let page = stage.campus.page(&mut stage.officer, &found[0]).await;
    assert!(page.contains("Refused many times in a short time") && page.contains("access.review"), "{page}");
}

/// A job that asks for what its manifest does not declare.
struct Nosy(PersonId);

static JOB: kernel::manifest::Job = keeper::AMEND;

impl Worker for Nosy {
    fn job(&self) -> &'static kernel::manifest::Job {
        &JOB
    }

    fn run<'a>(&'a self, organisation: &'a std::sync::Arc<organisation::Organisation>, _: &'a Leased) -> Doing<'a> {
        Box::pin(async move {
            let scope = organisation.scope(Actor::Job(JOB.name));
            let job = organisation.inventory.jobs().find(|job| job.name != JOB.name).unwrap();
            organisation.access.decide_job(&scope, job, &access::Resource::person(self.0))?;
            Ok::<_, JobFault>(())
        })
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_that_is_refused_leaves_a_line_and_is_dropped() {
    let stage = Stage::set().await;
    stage.campus.run_jobs().await;
    let site = &stage.campus.site;
    let queue = |work: &mut store::Work<'_>| work.queue(&JOB, serde_json::json!({}), work.now());
    site.store.write::<_, store::StoreError, _>(&site.scope(Actor::Job(JOB.name)), queue).await.unwrap();
    let workers: [std::sync::Arc<dyn Worker>; 1] = [std::sync::Arc::new(Nosy(stage.maria))];
    assert_eq!(organisation::jobs::run_due(site, &workers).await.unwrap(), 1);
    assert_eq!(organisation::jobs::run_due(site, &workers).await.unwrap(), 0);
    let lines = stage.refused(stage.maria.uuid()).await;
    assert_eq!(lines.iter().map(|line| line.job.as_deref()).collect::<Vec<_>>(), [Some(JOB.name)], "{lines:?}");
    assert_eq!(lines[0].actor, None);
}
