//! A process that publishes a version, or brings one into force, killed by SIGKILL at each step, and started again: the
//! version is in force from its instant, once; mails are queued once; nobody's choice is lost (X7, R2).
//!
//! The process is this test binary once more, told by its environment what to do. It tells each step that it reaches, by the
//! log line that the product writes there, and stands still at the one at which it is to die.

use std::{
    collections::BTreeMap,
    io::{BufRead as _, BufReader, Write as _},
    os::unix::process::ExitStatusExt as _,
    path::PathBuf,
    process::{Command, Stdio},
    sync::Arc,
};

use keeper::amendments::{Version, versions};
use kernel::{Actor, Archetype, PersonId, Timestamp};
use serde::{Deserialize, Serialize};
use testkit::{Steps, TurningClock};
use troth::{amending::Running, installation::Common, system::SystemRng};

use super::{LONGER, amended, publish, publish_at};
use crate::world::{Campus, address, config, open};

/// The name of the test that is the other process.
const PROCESS: &str = "amending::killing::the_process_that_is_killed";
/// Where it finds what to do.
const ERRAND: &str = "TROTH_AMENDING_ERRAND";
/// What stands before each of its lines.
const MARK: &str = "killing: ";
/// The field of the product's log lines.
const STEP: &str = "amendment.step";
/// What it tells when all is done.
const DONE: &str = "done";
/// The signal that nobody can catch.
const SIGKILL: i32 = 9;

/// The last instant before the version's day in the campus's zone, and the first of that day.
const EVE: &str = "2026-12-09T22:59:59Z";
const MIDNIGHT: &str = "2026-12-09T23:00:00Z";
/// When the server is started again.
const MORNING: &str = "2026-12-10T08:00:00Z";

const PEOPLE: [(&str, Archetype); 4] = [
    ("Mia Manager", Archetype::Manager),
    ("Hanna Coach", Archetype::Coach),
    ("Maria", Archetype::Participant),
    ("Piet", Archetype::Participant),
];

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
enum Deed {
    /// A version is published.
    Publish,
    /// Its midnight comes.
    Midnight,
    /// The server is started on its day.
    Start,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Errand {
    root: PathBuf,
    key: String,
    deed: Deed,
    /// At which of the steps it tells it stands still.
    halt: Option<usize>,
}

fn text() -> String {
    amended(12, "2026-12-10", &[LONGER])
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// Says a line in one piece, so that no kill tears it.
fn tell(step: &str) {
    std::io::stderr().lock().write_all(format!("{MARK}{step}\n").as_bytes()).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "the process that the tests of this file start and kill"]
#[expect(clippy::disallowed_methods, reason = "whoever starts the process tells it here what to do")]
async fn the_process_that_is_killed() {
    let Ok(errand) = std::env::var(ERRAND) else { return };
    let Errand { root, key, deed, halt } = serde_json::from_str(&errand).unwrap();
    tracing::subscriber::set_global_default(Steps::new(&[STEP], tell, halt)).unwrap();
    let clock = Arc::new(TurningClock::at(match deed {
        Deed::Publish => "2026-11-22T09:00:00Z",
        Deed::Midnight => EVE,
        Deed::Start => MIDNIGHT,
    }));
    let common = Common::new(Arc::clone(&clock) as _, Arc::new(SystemRng)).unwrap();
    let site = open(&common, &root, &key);
    match deed {
        Deed::Publish => assert_eq!(publish_at(&site, &text()).await.unwrap().told, PEOPLE.len()),
        Deed::Midnight => {
            clock.set(at(MIDNIGHT));
            assert!(Running::new(&common, &root, &config(&key), site).amend().await.unwrap());
        }
        Deed::Start => assert_eq!(site.plan.version().number, 12),
    }
    tracing::debug!(amendment.step = DONE, "all is done");
}

/// Runs the other process: to its death at a step, or to its end. What it told.
fn run(errand: &Errand) -> Vec<String> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args([PROCESS, "--exact", "--ignored", "--nocapture"])
        .env(ERRAND, serde_json::to_string(errand).unwrap())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let (mut told, mut said) = (Vec::new(), Vec::new());
    for line in BufReader::new(child.stderr.take().unwrap()).lines().map(Result::unwrap) {
        match line.strip_prefix(MARK) {
            Some(step) => told.push(step.to_owned()),
            None => said.push(line),
        }
        if errand.halt.is_some_and(|halt| told.len() > halt) {
            child.kill().unwrap();
        }
    }
    let status = child.wait().unwrap();
    let as_meant = match errand.halt {
        Some(halt) => status.signal() == Some(SIGKILL) && told.len() == halt + 1,
        None => status.success(),
    };
    assert!(as_meant, "{errand:?}: {status}: {told:?}, {said:?}");
    told
}

/// A campus, and who is in it.
struct Stage {
    campus: Campus,
    people: BTreeMap<&'static str, PersonId>,
}

impl Stage {
    async fn set() -> Self {
        let campus = Campus::new().await;
        let mut people = BTreeMap::new();
        for (name, archetype) in PEOPLE {
            people.insert(name, campus.resident(&campus.site, name, archetype).await);
        }
        Self { campus, people }
    }

    /// The version is published, everyone has the mail, and Maria has chosen before it is in force.
    async fn eve() -> Self {
        let stage = Self::set().await;
        assert_eq!(publish(&stage.campus, &text()).await.unwrap().told, PEOPLE.len());
        stage.campus.run_jobs().await;
        stage.choose("Maria").await;
        stage
    }

    async fn choose(&self, name: &str) {
        let mut browser = self.campus.sign_in(&self.campus.site, name).await;
        self.campus.done(&mut browser, "/changes", &[("version", "12")]).await;
    }

    /// Another process does it and dies, or comes to its end; then the server is started at an instant.
    fn left_by(self, deed: Deed, halt: Option<usize>, start: &str) -> (Self, Vec<String>) {
        let Self { campus, people } = self;
        let key = campus.key();
        let halted = campus.halt();
        let told = run(&Errand { root: halted.folder.path().to_owned(), key, deed, halt });
        halted.clock.set(at(start));
        (Self { campus: halted.start(), people }, told)
    }

    async fn version(&self) -> Option<Version> {
        let scope = self.campus.site.scope(Actor::Job(keeper::AMEND.name));
        let all = self.campus.site.store.read(&scope, versions).await.unwrap();
        all.find(12).cloned()
    }

    /// How many mails each has got.
    async fn mails(&self) -> Vec<usize> {
        self.campus.run_jobs().await;
        let mails = self.campus.outbox.mails();
        let to = |name: &str| mails.iter().filter(|mail| mail.to().as_str() == address(name)).count();
        PEOPLE.map(|(name, _)| to(name)).to_vec()
    }

    /// Who is asked to choose.
    fn asked(&self) -> Vec<&'static str> {
        let choices = self.campus.site.store.choices();
        let asked = self.people.iter().filter(|(_, person)| choices.asks(**person).is_some());
        asked.map(|(name, _)| *name).collect()
    }

    /// It is in force, once and for good: with its file, for everyone, with what each has chosen.
    async fn holds_for_good(mut self, when: &str) {
        let began = self.version().await.unwrap().began;
        assert!(began.is_some(), "{when}");
        for turn in 0..2 {
            assert_eq!(self.campus.site.plan.version().number, 12, "{when}");
            let home = self.campus.folder.path().join(self.campus.key());
            assert_eq!(std::fs::read_to_string(home.join("statement.kdl")).unwrap(), text(), "{when}");
            assert_eq!(self.asked(), ["Hanna Coach", "Mia Manager", "Piet"], "{when}");
            assert_eq!(self.mails().await, [1; PEOPLE.len()], "{when}");
            assert!(!self.campus.amend().await, "{when}: it comes into force once");
            assert_eq!(self.version().await.unwrap().began, began, "{when}");
            if turn == 0 {
                self.campus = self.campus.restart();
            }
        }
    }
}

// X7
#[tokio::test(flavor = "multi_thread")]
async fn a_process_killed_at_each_step_of_a_publication_or_after_it_tells_everyone_once() {
    let (_, steps) = Stage::set().await.left_by(Deed::Publish, None, "2026-11-22T10:00:00Z");
    assert_eq!(steps, ["written", "told", DONE]);
    for (halt, step) in steps.iter().enumerate() {
        let (mut stage, _) = Stage::set().await.left_by(Deed::Publish, Some(halt), "2026-11-22T10:00:00Z");
        // Nothing of it is there before the commit, and all of it after.
        assert_eq!(stage.version().await.is_some(), step == DONE, "{step}");
        assert_eq!(stage.mails().await, [usize::from(step == DONE); PEOPLE.len()], "{step}");
        if step != DONE {
            publish(&stage.campus, &text()).await.unwrap();
        }
        stage.choose("Maria").await;
        assert_eq!(stage.mails().await, [1; PEOPLE.len()], "{step}");
        stage.campus.clock.set(at(EVE));
        assert!(!stage.campus.amend().await, "{step}: not before its day");
        stage.campus.clock.set(at(MIDNIGHT));
        assert!(stage.campus.amend().await, "{step}");
        assert_eq!(stage.version().await.unwrap().began, Some(at(MIDNIGHT)), "{step}");
        stage.holds_for_good(step).await;
    }
}

async fn killed_in_the_middle(deed: Deed, expected: &[&str]) {
    let (stage, steps) = Stage::eve().await.left_by(deed, None, MORNING);
    assert_eq!(steps, expected, "{deed:?}");
    stage.holds_for_good("not killed").await;
    for (halt, step) in steps.iter().enumerate() {
        let (stage, _) = Stage::eve().await.left_by(deed, Some(halt), MORNING);
        // What was committed before the death stays so; else the start brings it into force.
        let instant = if ["seeded", "begun"].contains(&step.as_str()) { MORNING } else { MIDNIGHT };
        assert_eq!(stage.version().await.unwrap().began, Some(at(instant)), "{deed:?}, {step}");
        stage.holds_for_good(step).await;
    }
}

// X7
#[tokio::test(flavor = "multi_thread")]
async fn a_process_killed_at_each_step_of_a_versions_midnight_leaves_it_in_force_once_with_every_choice() {
    let steps = ["seeded", "begun", "committed", "at work", "drafted", "replaced", DONE];
    killed_in_the_middle(Deed::Midnight, &steps).await;
}

// X7
#[tokio::test(flavor = "multi_thread")]
async fn a_process_killed_at_each_step_of_a_start_on_a_versions_day_leaves_it_in_force_once_with_every_choice() {
    killed_in_the_middle(Deed::Start, &["seeded", "begun", "drafted", "replaced", DONE]).await;
}
