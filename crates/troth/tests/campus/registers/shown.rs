//! What a coach has promised is shown to those who are coached, and officers see who has promised it (TF10).

use access::text_hash;
use kernel::{Archetype, PersonId, id::Id as _};
use statement::plan::Undertaking;

use crate::{
    amending,
    world::{Browser, Campus, statement},
};

const CODE: &str = "I follow the code of ethics of the International Coaching Federation.";
const NEW_CODE: &str = "I follow the code of ethics of the European Mentoring and Coaching Council.";
const TITLE: &str = "What the coach has promised";
const CLIENTS_READ: &str = "    read \"undertakings\" by=\"client\" when=\"in-relation\" // TF10\n";
const SHOWN: (&str, &str) = ("by=\"trainer\" shown {", "by=\"trainer\" {");

/// A firm that coaches, with a coach, a client of that coach, and an officer.
struct Scene {
    campus: Campus,
    coach: PersonId,
    pia: (Browser, String),
    officer: Browser,
}

impl Scene {
    async fn of(statement: &str) -> Self {
        let campus = Campus::with(statement).await;
        let coach = campus.resident(&campus.site, "Cora Coach", Archetype::Coach).await;
        for (name, archetype) in [("Mia Manager", Archetype::Manager), ("Ine Officer", Archetype::Officer)] {
            campus.resident(&campus.site, name, archetype).await;
        }
        let mut manager = campus.sign_in(&campus.site, "Mia Manager").await;
        let id = campus.resident(&campus.site, "Pia Participant", Archetype::Participant).await;
        let trajectory = campus.link(&mut manager, coach, id).await;
        let pia = campus.sign_in(&campus.site, "Pia Participant").await;
        let officer = campus.sign_in(&campus.site, "Ine Officer").await;
        Self { campus, coach, pia: (pia, trajectory), officer }
    }

    /// The trajectory's page as she sees it.
    async fn seen(&self) -> String {
        self.campus.page(&mut self.pia.0.clone(), &self.pia.1).await
    }

    /// The officer's list.
    async fn listed(&self) -> String {
        self.campus.page(&mut self.officer.clone(), "/undertakings/people").await
    }

    /// Publishes another version and turns the clock to the day from which it holds; everybody signs in again.
    async fn amended(mut self, text: &str) -> Self {
        amending::publish(&self.campus, text).await.unwrap();
        self.campus.clock.set("2027-01-10T09:00:00Z".parse().unwrap());
        assert!(self.campus.amend().await);
        self.pia.0 = self.campus.sign_in(&self.campus.site, "Pia Participant").await;
        self.officer = self.campus.sign_in(&self.campus.site, "Ine Officer").await;
        self
    }

    /// The last signs of the coach's number.
    fn number(&self) -> String {
        self.coach.uuid().to_string().rsplit('-').next().unwrap().to_owned()
    }

    async fn coach(&self) -> Browser {
        self.campus.sign_in(&self.campus.site, "Cora Coach").await
    }
}

/// The firm's statement as version 6, with other texts in it.
fn sixth(edits: &[(&str, &str)]) -> String {
    let head = "version 5 effective=\"2026-04-01\" {";
    let sixth = format!("version 6 effective=\"2027-01-10\" {{ change en=\"A change.\"; }}\n    {head}");
    edits.iter().fold(statement("training").replace(head, &sixth), |text, (before, after)| {
        assert!(text.contains(before), "the statement has no {before}");
        text.replace(before, after)
    })
}

// TF10: the text, and since when; and again only when a new text is accepted.
#[tokio::test(flavor = "multi_thread")]
async fn those_who_are_coached_see_which_code_their_coach_accepted_and_since_when() {
    let scene = Scene::of(&statement("training")).await;
    let page = scene.seen().await;
    assert!(page.contains(TITLE) && page.contains(CODE) && page.contains("Accepted on 22 November 2026."), "{page}");
    let own = scene.campus.page(&mut scene.coach().await, "/undertakings").await;
    assert!(own.contains("Those whom you coach see this text"), "{own}");

    // Another text: what was accepted is not it.
    let scene = scene.amended(&sixth(&[(CODE, NEW_CODE)])).await;
    for browser in ["Cora Coach", "Pia Participant"] {
        let mut browser = scene.campus.sign_in(&scene.campus.site, browser).await;
        scene.campus.done(&mut browser, "/changes", &[("version", "6")]).await;
    }
    let page = scene.seen().await;
    assert!(!page.contains(TITLE) && !page.contains(CODE) && !page.contains(NEW_CODE), "{page}");
    let listed = scene.listed().await;
    assert!(listed.contains("Accepted an earlier text on 22 November 2026, not yet the one of today"), "{listed}");
    let hash = store::ledger::hex(&text_hash(scene.campus.site.plan.first::<Undertaking>().unwrap()));
    scene.campus.done(&mut scene.coach().await, "/undertakings", &[("text", &hash)]).await;
    let page = scene.seen().await;
    assert!(page.contains(NEW_CODE) && page.contains("Accepted on 10 January 2027.") && !page.contains(CODE), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_statement_does_not_show_is_shown_to_nobody_who_is_coached() {
    let hidden = statement("training").replace(SHOWN.0, SHOWN.1);
    let scene = Scene::of(&hidden).await;
    assert!(!scene.seen().await.contains(CODE));
    let own = scene.campus.page(&mut scene.coach().await, "/undertakings").await;
    assert!(own.contains(CODE) && !own.contains("Those whom you coach"), "{own}");
}

// I18: what is newly shown waits for the coach of whom it is shown.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_newly_shown_of_a_coach_is_shown_from_the_coachs_own_choice_on() {
    let before = statement("training").replace(SHOWN.0, SHOWN.1).replace(CLIENTS_READ, "");
    let scene = Scene::of(&before).await.amended(&sixth(&[])).await;
    let mut pia = scene.pia.0.clone();
    scene.campus.done(&mut pia, "/changes", &[("version", "6")]).await;
    assert!(!scene.seen().await.contains(CODE));
    scene.campus.done(&mut scene.coach().await, "/changes", &[("version", "6")]).await;
    assert!(scene.seen().await.contains(CODE));
}

// TF10: by number and date, reached from the officer's duties; nobody else finds it.
#[tokio::test(flavor = "multi_thread")]
async fn officers_see_who_has_promised_what_and_who_has_not_yet() {
    let scene = Scene::of(&statement("training")).await;
    let late = scene.campus.newcomer("Nora Newcomer", Archetype::Coach).await;
    let duties = scene.campus.page(&mut scene.officer.clone(), "/duties").await;
    assert!(duties.contains("href=\"/undertakings/people\""), "{duties}");
    let listed = scene.listed().await;
    let tail = late.uuid().to_string().rsplit('-').next().unwrap().to_owned();
    let at = |text: &str| listed.find(text).unwrap_or_else(|| panic!("{text}: {listed}"));
    assert!(at(&tail) < at("Not accepted yet") && at("Not accepted yet") < at(&scene.number()));
    assert!(at(&scene.number()) < at("Accepted on 22 November 2026"));
    assert!(!listed.contains("Cora") && !listed.contains("Nora"), "{listed}");
    for name in ["Mia Manager", "Cora Coach", "Pia Participant"] {
        let mut other = scene.campus.sign_in(&scene.campus.site, name).await;
        assert_eq!(scene.campus.get(&mut other, "/undertakings/people").await.status, 404, "{name}");
        let duties = scene.campus.get(&mut other, "/duties").await.text();
        assert!(!duties.contains("/undertakings/people"), "{name}");
    }
}
