//! Troth: confidential coaching and learning, where the privacy statement is the program.

use std::process::ExitCode;

use clap::Parser;
use troth::{
    cli::{Cli, Command, Ledger, Mail, Organisation, Receipt},
    clone_command,
    config::Config,
    copies, demo, doctor, installation, programme_command, proof_command, returned, serve, statement_command,
    verify_command,
};

fn main() -> ExitCode {
    let cli = Cli::parse();
    let outcome = match cli.command {
        Command::Statement(command) => return statement_command::run(&command),
        Command::Programme(command) => return programme_command::run(&command),
        Command::Doctor(doctor) => return doctor::run(&doctor),
        Command::Mail(Mail::Bounce(bounce)) => return returned::bounce(&bounce),
        Command::Init(init) => installation::init(&init.folder),
        Command::Organisation(Organisation::Add(add)) => running(serve::add_organisation(add)),
        Command::Organisation(Organisation::List(at)) => installation::list(&at.data),
        Command::Serve(at) => {
            serve::log(Config::read(&at.data).is_ok_and(|config| config.edge.json_log));
            running(serve::serve(at.data))
        }
        Command::Keep(keep) => running(serve::keep(keep)),
        Command::Backup(backup) => running(copies::backup(backup)),
        Command::Restore(restore) => running(copies::restore(restore)),
        Command::Replay(replay) => running(copies::replay(replay)),
        Command::Ledger(Ledger::Head(at)) => running(proof_command::heads(at)),
        Command::Verify(verify) => running(verify_command::verify(verify)),
        Command::Receipt(Receipt::Verify(verify)) => return proof_command::receipt(&verify),
        Command::Clone(clone) => running(clone_command::clone(clone)),
        Command::Demo(demo) => quietly(demo::run(demo)),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            troth::say(&format!("troth: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn running(work: impl Future<Output = Result<(), troth::Failure>>) -> Result<(), troth::Failure> {
    serve::log(false);
    quietly(work)
}

fn quietly(work: impl Future<Output = Result<(), troth::Failure>>) -> Result<(), troth::Failure> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(work)
}
