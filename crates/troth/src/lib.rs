//! The binary: it reads configuration and environment, puts rooms and slices together, and runs them.

use std::{
    process::ExitCode,
    sync::atomic::{AtomicBool, Ordering},
};

pub mod amending;
pub mod assemble;
pub mod cli;
pub mod clone_command;
pub mod config;
pub mod copies;
pub mod demo;
pub mod doctor;
pub mod handed;
pub mod installation;
pub mod problems;
pub mod programme_command;
pub mod proof_command;
pub mod provider;
pub mod returned;
pub mod serve;
pub mod statement_command;
pub mod status;
pub mod system;
pub mod verify_command;
pub mod wire;

/// Why a command ended without doing its work, for the person at the terminal.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Whether standard error is read by a program, line by line.
static IS_LOG: AtomicBool = AtomicBool::new(false);

/// Tells the person at the terminal something that is not the command's result; where programs read it, as a line of the
/// log.
#[expect(clippy::print_stderr, reason = "this is where the program speaks to the person at the terminal")]
pub fn say(text: &str) {
    if IS_LOG.load(Ordering::Relaxed) {
        tracing::info!("{text}");
    } else {
        eprintln!("{text}");
    }
}

/// Prints the command's result.
pub fn print(text: &str) {
    use std::io::Write as _;
    // A reader that goes away, such as `head`, is no fault.
    let _ = writeln!(std::io::stdout(), "{}", text.trim_end());
}

/// How a command that checks ends. Status 0: done; 1: what it read is wrong; 2: it cannot be read.
fn ended(answer: Result<bool, Failure>) -> ExitCode {
    match answer {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            say(&format!("troth: {error}"));
            ExitCode::from(2)
        }
    }
}
