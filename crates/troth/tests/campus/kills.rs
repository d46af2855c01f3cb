//! Stopped anywhere in the middle of a deletion, as by a power cut, and started again: nothing is half done (R2, I10).

use keeper::{Keeper, KeeperError, Keeping, Point};
use kernel::{Actor, Archetype, PersonId, id::Id as _};

use crate::world::{Browser, Campus, PASSWORD, address, links};

struct Eve {
    campus: Campus,
    maria: PersonId,
    trajectory: String,
}

/// A campus with something of everything, on the eve of an end.
async fn eve() -> Eve {
    let campus = Campus::new().await;
    campus.resident(&campus.site, "Mia Manager", Archetype::Manager).await;
    let coach = campus.resident(&campus.site, "Hanna Coach", Archetype::Coach).await;
    let maria = campus.resident(&campus.site, "Maria", Archetype::Participant).await;
    let mut manager = campus.sign_in(&campus.site, "Mia Manager").await;
    let trajectory = campus.link(&mut manager, coach, maria).await;
    let mut hanna = campus.sign_in(&campus.site, "Hanna Coach").await;
    campus.send(&mut hanna, &trajectory, "Hello.", &[("plan.txt", "One step a day.")]).await;
    campus.done(&mut hanna, &format!("{trajectory}/private-notes"), &[("text", "Seems tired.")]).await;
    campus.done(&mut hanna, &format!("{trajectory}/goals"), &[("title", "Sleep")]).await;
    campus.run_jobs().await;
    Eve { campus, maria, trajectory }
}

impl Eve {
    /// So many trajectories that their rows go in more than one unit of work.
    async fn many_more(&self) {
        let mut manager = self.campus.sign_in(&self.campus.site, "Mia Manager").await;
        for n in 0..20 {
            let coach = self.campus.resident(&self.campus.site, &format!("Coach {n}"), Archetype::Coach).await;
            self.campus.link(&mut manager, coach, self.maria).await;
        }
        self.campus.run_jobs().await;
    }
}

fn keeper(campus: &Campus) -> Keeper {
    let site = &campus.site;
    site.keeper()
}

/// How many files there are.
fn files(campus: &Campus) -> usize {
    let mut folders = vec![campus.folder.path().join(campus.key()).join("files")];
    let mut count = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            if entry.path().is_dir() { folders.push(entry.path()) } else { count += 1 }
        }
    }
    count
}

/// Everything of Maria is gone, for everyone who looks, and the receipt says so.
async fn all_is_gone(eve: &Eve, point: Point) {
    let Eve { campus, maria, trajectory } = eve;
    let person = *maria;
    let scope = campus.site.scope(Actor::Job(keeper::KEEP.name));
    let held = campus.site.store.read(&scope, move |reader| store::derived::held_of(reader, person)).await.unwrap();
    assert!(held.is_empty(), "{point:?}: {held:?}");
    let id = trajectory.rsplit('/').next().unwrap().parse().unwrap();
    for class in campus.common.inventory.classes() {
        let holder = if class.container == "trajectory" { id } else { person.uuid() };
        assert!(!campus.site.store.has_key(class.name, holder), "{point:?}: the key of {}", class.name);
        assert!(!campus.site.store.has_key(class.name, person.uuid()), "{point:?}: her own key of {}", class.name);
    }
    assert_eq!(files(campus), 0, "{point:?}");
    let receipts = keeper(campus).receipts(&scope, 10).await.unwrap();
    let [receipt] = receipts.as_slice() else { panic!("{point:?}: {receipts:?}") };
    let rows = |class: &str| receipt.went.iter().find(|went| went.class == class).map(|went| (went.rows, went.files));
    assert_eq!(rows("dialogue"), Some((2, 1)), "{point:?}: {receipt:?}");
    assert_eq!((rows("private-notes"), rows("goals")), (Some((1, 0)), Some((1, 0))), "{point:?}: {receipt:?}");
    assert!(rows("account").is_some_and(|(rows, _)| rows > 0), "{point:?}: {receipt:?}");
    let page = campus.page(&mut Browser::default(), &format!("/receipts/{}", receipt.id)).await;
    assert!(page.contains(&receipt.ledger_hash) || page.contains(&receipt.id.to_string()), "{page}");
    assert!(campus.sign_in_with(&campus.site, &address("Maria"), PASSWORD).await.is_none());
    let mut hanna = campus.sign_in(&campus.site, "Hanna Coach").await;
    assert_eq!(campus.get(&mut hanna, &format!("{trajectory}/dialogue")).await.status, 404, "{point:?}");
    assert!(campus.page(&mut hanna, "/profile").await.contains("Hanna Coach"), "{point:?}: the coach stays");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_erasure_stopped_at_any_step_is_finished_at_the_next_start_and_never_told_before() {
    for point in Point::ALL {
        let mut eve = eve().await;
        if point == Point::SomeRows {
            eve.many_more().await;
        }
        let scope = eve.campus.scope_of(eve.maria, Archetype::Participant);
        let halted = keeper(&eve.campus).erase_until(&scope, eve.maria, Some(point)).await;
        assert!(matches!(halted, Err(KeeperError::Stopped(at)) if at == point), "{point:?}: {halted:?}");
        eve.campus = eve.campus.restart();
        let scope = eve.campus.site.scope(Actor::Job(keeper::KEEP.name));
        assert!(
            keeper(&eve.campus).receipts(&scope, 10).await.unwrap().is_empty(),
            "{point:?}: told before it was done"
        );
        assert_eq!(keeper(&eve.campus).open_acts(&scope).await.unwrap().len(), 1, "{point:?}");
        // The nightly look at the start finishes it.
        eve.campus.keep().await;
        all_is_gone(&eve, point).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_retention_batch_stopped_at_any_step_is_finished_at_the_next_start_and_never_told_before() {
    for point in Point::ALL {
        let mut eve = eve().await;
        if point == Point::SomeRows {
            eve.many_more().await;
        }
        let mut manager = eve.campus.sign_in(&eve.campus.site, "Mia Manager").await;
        for closure in links(&eve.campus.page(&mut manager, "/trajectories").await, "/trajectories/", "/closure") {
            eve.campus.done(&mut manager, &closure, &[]).await;
        }
        eve.campus.run_jobs().await;
        let zone = eve.campus.site.plan.zone().clone();
        eve.campus.clock.advance_calendar(2, 1, &zone);
        let scope = eve.campus.site.scope(Actor::Job(keeper::KEEP.name));
        let keeping = Keeping { dry_run: false, clock_is_right: true, stop: Some(point) };
        let halted = keeper(&eve.campus).keep(&scope, keeping).await;
        assert!(matches!(halted, Err(KeeperError::Stopped(at)) if at == point), "{point:?}: {halted:?}");
        eve.campus = eve.campus.restart();
        assert!(
            keeper(&eve.campus).receipts(&scope, 10).await.unwrap().is_empty(),
            "{point:?}: told before it was done"
        );
        eve.campus.keep().await;
        all_is_gone(&eve, point).await;
    }
}
