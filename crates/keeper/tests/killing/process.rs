//! A whole process that begins an act on a store on disk, and is killed by SIGKILL: nothing of it ends in good order.
//!
//! The process is this test binary once more, told by its environment what to do. It tells each step that it reaches,
//! by the log line that the product writes there, and stands still at the one at which it is to die.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    os::unix::process::ExitStatusExt as _,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::Arc,
    time::Duration,
};

use kernel::{
    Archetype::{Coach, Participant},
    PersonId, Timestamp,
};
use serde::{Deserialize, Serialize};
use testkit::Steps;
use troth_keeper::Keeping;

use crate::house::{House, On, Trajectory};

/// The name of the test that is the other process.
const PROCESS: &str = "process::the_process_that_is_killed";
/// Where it finds what to do.
const ERRAND: &str = "TROTH_KEEPER_ERRAND";
/// What stands before each of its lines.
pub const MARK: &str = "killing: ";
/// The fields of the product's log lines.
const STEPS: &[&str] = &["act.point", "keyring.step"];
/// The signal that nobody can catch.
const SIGKILL: i32 = 9;

/// What the other process is to begin.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub enum Deed {
    /// Somebody wishes everything gone.
    Erase(PersonId),
    /// The keeper looks for what is due.
    Keep,
    /// Nothing: others write.
    Wait,
}

/// What the other process is told.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Errand {
    pub root: PathBuf,
    pub postgres: bool,
    pub now: Timestamp,
    pub deed: Deed,
    /// Where somebody else writes at the same time; without it, in a trajectory that begins now.
    pub beside: Option<Trajectory>,
    /// At which of the steps it tells it stands still.
    pub halt: Option<usize>,
}

/// When it dies.
#[derive(Clone, Copy, Debug)]
pub enum Death {
    /// In good order, when all is done.
    Never,
    /// At the step that it told as its n-th, from 0.
    At(usize),
    /// At any instant after it began.
    After(Duration),
}

/// What it left behind.
#[derive(Debug, Default)]
pub struct Ended {
    /// The steps that it told.
    pub told: Vec<String>,
    /// What it had written, durably, by its own word.
    pub acknowledged: Vec<String>,
    /// How long it took from the beginning of the act.
    pub took: Duration,
    /// Whether it came to the end of the act.
    pub done: bool,
    /// The trajectory that it began.
    pub began: Option<Trajectory>,
    /// What else it said.
    said: Vec<String>,
}

impl Ended {
    /// Takes in a line that it said.
    pub fn hear(&mut self, line: &str) {
        match line.strip_prefix(MARK).and_then(|told| told.split_once(' ')) {
            Some(("at", step)) => self.told.push(step.to_owned()),
            Some(("wrote", text)) => self.acknowledged.push(text.to_owned()),
            Some(("began", what)) => self.began = Some(serde_json::from_str(what).unwrap()),
            Some(("done", _)) => self.done = true,
            _ => self.said.push(line.to_owned()),
        }
    }
}

/// Runs the other process to its death.
pub fn run(errand: &Errand, death: Death) -> Ended {
    attend(start(program(), errand, death), death)
}

/// Runs the other process to its end in good order, and lets `strace` write down `calls` into a file.
pub fn run_recorded(errand: &Errand, strace: &Path, calls: &str, into: &Path) -> Ended {
    let mut command = Command::new(strace);
    command.args(["-f", "--seccomp-bpf", "-xx", "-s", "16777216", "-e"]).arg(format!("trace={calls}"));
    command.arg("-o").arg(into).arg("--").arg(program().get_program());
    attend(start(command, errand, Death::Never), Death::Never)
}

#[expect(clippy::disallowed_methods, reason = "the instants at which a process is killed are those of the real clock")]
fn attend(mut child: Child, death: Death) -> Ended {
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines().map(Result::unwrap);
    let mut ended = Ended::default();
    for line in lines.by_ref() {
        if line == format!("{MARK}begins ") {
            break;
        }
        ended.hear(&line);
    }
    let began = std::time::Instant::now();
    if let Death::After(delay) = death {
        std::thread::sleep(delay);
        child.kill().unwrap();
    }
    for line in lines {
        ended.hear(&line);
        if matches!(death, Death::At(step) if ended.told.len() > step) {
            child.kill().unwrap();
        }
        if ended.done && ended.took.is_zero() {
            ended.took = began.elapsed();
        }
    }
    let status = child.wait().unwrap();
    let killed = status.signal() == Some(SIGKILL);
    let as_meant = match death {
        Death::Never => status.success() && ended.done,
        Death::At(_) => killed && !ended.said.iter().any(|line| line.contains("panicked")),
        Death::After(_) => killed || status.success() && ended.done,
    };
    assert!(as_meant, "{death:?}: {status}: {ended:?}");
    ended
}

fn program() -> Command {
    Command::new(std::env::current_exe().unwrap())
}

fn start(mut program: Command, errand: &Errand, death: Death) -> Child {
    let halt = match death {
        Death::At(step) => Some(step),
        Death::Never | Death::After(_) => None,
    };
    let errand = serde_json::to_string(&Errand { halt, ..errand.clone() }).unwrap();
    program
        .args([PROCESS, "--exact", "--ignored", "--nocapture"])
        .env(ERRAND, errand)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Says a line for whoever started this process; past the test's own capture of what is printed, and in one piece, so
/// that no kill tears it.
fn tell(what: &str, of: &str) {
    std::io::stderr().lock().write_all(format!("{MARK}{what} {of}\n").as_bytes()).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "the process that the tests of this file start and kill"]
#[expect(clippy::disallowed_methods, reason = "whoever starts the process tells it here what to do")]
async fn the_process_that_is_killed() {
    let Ok(errand) = std::env::var(ERRAND) else { return };
    let errand: Errand = serde_json::from_str(&errand).unwrap();
    let engine = On::each().into_iter().find(|on| matches!(on, On::Postgres(_)) == errand.postgres).unwrap();
    let statement = include_str!("../suite/house/house.kdl");
    let house = Arc::new(House::enter(&engine, &errand.root, statement, errand.now, 11));
    tracing::subscriber::set_global_default(Steps::new(STEPS, |step| tell("at", step), errand.halt)).unwrap();
    let beside = match errand.beside {
        Some(beside) => beside,
        None => begin(&house).await,
    };
    write_beside(&house, &beside, 0).await;
    tell("begins", "");
    let other = Arc::clone(&house);
    tokio::spawn(async move {
        for n in 1.. {
            write_beside(&other, &beside, n).await;
        }
    });
    match errand.deed {
        Deed::Erase(person) => {
            let scope = house.member(person, &[Participant]);
            house.keeper.erase(&scope, person, troth_keeper::Extent::Everything).await.unwrap();
        }
        Deed::Keep => {
            let keeping = Keeping { clock_is_right: true, ..Keeping::default() };
            assert!(house.keeper.keep(&house.job(), keeping).await.unwrap().is_done());
        }
        Deed::Wait => tokio::time::sleep(Duration::from_millis(200)).await,
    }
    tell("done", "");
}

async fn begin(house: &House) -> Trajectory {
    let coach = house.person("Maria", &[Coach]).await;
    let participant = house.person("Ines", &[Participant]).await;
    let trajectory = house.trajectory(coach, participant).await;
    tell("began", &serde_json::to_string(&trajectory).unwrap());
    trajectory
}

async fn write_beside(house: &House, beside: &Trajectory, n: usize) {
    let text = format!("Written beside, {n}.");
    house.message(beside, &text).await;
    tell("wrote", &text);
    let text = format!("A file beside, {n}.");
    house.file(beside, text.as_bytes()).await;
    tell("wrote", &text);
}
