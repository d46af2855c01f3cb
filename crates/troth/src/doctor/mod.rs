//! `troth doctor`: whether the installation around the program is in order; beside the server or without it.
//!
//! Each point is a small function from what was read to what it means, so that a test can make it good and bad. It
//! writes nothing, and without `--network` asks nobody but the organisations' own databases.

mod bounces;
mod data;
mod edge;
mod folders;
mod machine;
mod mail;
mod report;
mod running;
mod scanner;
mod texts;

use std::{path::Path, process::ExitCode, sync::Arc};

pub use report::{Finding, Point, Report, State};

use crate::{
    Failure, cli,
    config::{Config, FILE},
    installation::Common,
    print, say,
    system::{SystemClock, SystemRng},
};

/// What is looked over, and how.
struct Visit<'a> {
    config: &'a Config,
    common: &'a Common,
    /// Whether others may be asked.
    network: bool,
    /// The process that has the installation open.
    server: Option<u32>,
}

/// `troth doctor`.
pub fn run(command: &cli::Doctor) -> ExitCode {
    match examine(command) {
        Ok(report) => {
            print(&if command.json { report.json() } else { report.text() });
            report.exit()
        }
        Err(error) => {
            say(&format!("troth: {error}"));
            ExitCode::from(2)
        }
    }
}

fn examine(command: &cli::Doctor) -> Result<Report, Failure> {
    let folder = &command.installation.data;
    let config = Config::read(folder)?;
    let common = Common::new(Arc::new(SystemClock), Arc::new(SystemRng))?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    Ok(runtime.block_on(look(&config, &common, command.network)))
}

/// Looks at every point.
pub async fn look(config: &Config, common: &Common, network: bool) -> Report {
    let visit = Visit { config, common, network, server: running::server_of(&config.folder) };
    let known = data::read(&visit).await;
    let mut found = folders::permissions(config);
    found.extend(folders::key_place(config));
    found.extend(machine::clock(&visit, &known));
    found.extend(edge::certificates(&visit));
    found.extend(mail::server(&visit).await);
    found.extend(edge::names(&visit).await);
    found.extend(mail::records(&visit).await);
    found.extend(bounces::come_in(&visit, &known));
    found.extend(texts::gateway(&visit, &known).await);
    found.extend(scanner::looks(&visit).await);
    found.extend(data::backups(&visit).await);
    found.extend(folders::recovery_key(config));
    found.extend(machine::disk(config));
    found.extend(machine::open_files(&visit));
    found.extend(machine::updates(&visit));
    found.extend(data::statements(&visit, &known));
    found.extend(data::ledger(&visit, &known).await);
    found.extend(data::jobs(&visit, &known));
    Report(found)
}

/// Where to write something down, for a sentence.
fn in_file(folder: &Path) -> String {
    folder.join(FILE).display().to_string()
}
