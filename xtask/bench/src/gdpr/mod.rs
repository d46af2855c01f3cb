//! The four roles of GDPRbench over our store, against plain databases, in one run.
//!
//! Plain: no seal, no decision, metadata in columns of each record, one line in a log for each operation. Ours twice:
//! with the same columns in each record, and with the metadata in the statement, as Troth has it.

mod house;
mod load;
mod ours;
mod plain;

use std::{path::Path, time::Instant};

use crate::Failure;
use load::{Operation, Role};

/// A database that can be asked everything.
trait System {
    /// What stands at the head of its column.
    fn name(&self) -> &'static str;
    /// Holds the records of the start.
    async fn fill(&mut self) -> Result<(), Failure>;
    /// Does one operation; how many records or lines it touched.
    async fn operate(&mut self, operation: Operation) -> Result<usize, Failure>;
    /// How many records there are.
    async fn count(&mut self) -> Result<usize, Failure>;
    /// Bytes on disk.
    async fn bytes(&mut self) -> Result<u64, Failure>;
}

struct Measured {
    name: &'static str,
    filled: f64,
    bytes: u64,
    /// For each role: seconds, and records or lines touched.
    roles: Vec<(f64, usize)>,
    left: usize,
}

/// Measures all; `postgres` says how a cluster that syncs is reached.
pub(crate) async fn measure(postgres: &str) -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    let at = |name: &str| folder.path().join(name);
    let sqlite = run(plain::Sqlite::open(&at("plain.db"))?).await?;
    let server = run(plain::Postgres::open(postgres).await?).await?;
    let each = run(ours::Ours::open(&at("each"), None, house::Metadata::InEachRecord)?).await?;
    let stated = run(ours::Ours::open(&at("stated"), None, house::Metadata::InTheStatement)?).await?;
    let both = run(ours::Ours::open(&at("server"), Some(postgres), house::Metadata::InTheStatement)?).await?;
    report(&[sqlite, server, each, stated, both]);
    Ok(())
}

async fn run(mut system: impl System) -> Result<Measured, Failure> {
    let begun = Instant::now();
    system.fill().await?;
    let (filled, bytes) = (begun.elapsed().as_secs_f64(), system.bytes().await?);
    let mut roles = Vec::new();
    for role in Role::ALL {
        let operations = load::operations(role);
        let (begun, mut touched) = (Instant::now(), 0);
        for operation in operations {
            touched += system.operate(operation).await?;
        }
        roles.push((begun.elapsed().as_secs_f64(), touched));
    }
    let left = system.count().await?;
    let touched: Vec<_> = roles.iter().map(|(_, touched)| touched.to_string()).collect();
    println!("{}: touched {}", system.name(), touched.join(", "));
    Ok(Measured { name: system.name(), filled, bytes, roles, left })
}

/// One column for each system; times against plain SQLite of the same run.
fn report(all: &[Measured]) {
    let [floor, ..] = all else { return };
    let line = |what: &str, cells: Vec<String>| println!("| {what} | {} |", cells.join(" | "));
    println!();
    line("", all.iter().map(|system| system.name.to_owned()).collect());
    println!("|---|{}", "---|".repeat(all.len()));
    let filling = format!("hold {} records", load::RECORDS);
    line(&filling, all.iter().map(|system| timed(system.filled, floor.filled)).collect());
    for (number, role) in Role::ALL.iter().enumerate() {
        let what = format!("{}, {} operations", role.name(), load::OPERATIONS);
        line(&what, all.iter().map(|system| timed(system.roles[number].0, floor.roles[number].0)).collect());
    }
    let per_record = |system: &Measured| format!("{} bytes", system.bytes / u64::from(load::RECORDS));
    line("on disk, for each record of 100 bytes", all.iter().map(per_record).collect());
    line("records at the end", all.iter().map(|system| system.left.to_string()).collect());
}

fn timed(seconds: f64, floor: f64) -> String {
    format!("{seconds:.2} s, {:.2} times", seconds / floor)
}

/// All bytes under a folder, or of a file with its log beside it.
fn bytes_under(path: &Path) -> Result<u64, Failure> {
    let mut sum = 0;
    if path.is_dir() {
        for entry in std::fs::read_dir(path)? {
            sum += bytes_under(&entry?.path())?;
        }
    } else if let Ok(known) = std::fs::metadata(path) {
        sum = known.len();
    }
    Ok(sum)
}
