//! `troth ledger head` and `troth receipt verify`: the proof for whoever does not take our word.

use std::{fs, path::Path, process::ExitCode, sync::Arc};

use keeper::Proof;
use kernel::Actor;
use organisation::Organisation;
use store::ledger::{self, Head};

use crate::{
    Failure, cli,
    config::Config,
    installation::{Common, Lock},
    print, say,
    serve::base_url,
    system::{SystemClock, SystemRng},
};

/// `troth ledger head`: the signed head of each organisation, one on each line.
///
/// # Errors
/// When the installation cannot be opened.
pub async fn heads(command: cli::Installation) -> Result<(), Failure> {
    for site in open(&command.data)?.0 {
        let keeper = site.keeper();
        let head = keeper.signed_head(&site.scope(Actor::Job(keeper::KEEP.name))).await?;
        print(&serde_json::to_string(&head)?);
    }
    Ok(())
}

fn open(folder: &Path) -> Result<(Vec<Arc<Organisation>>, Lock), Failure> {
    let config = Config::read(folder)?;
    let lock = Lock::take(folder)?;
    let common = Common::new(Arc::new(SystemClock), Arc::new(SystemRng))?;
    let sites = config.organisations.iter();
    let sites = sites.map(|organisation| common.open(folder, organisation, base_url(&config, &organisation.host)));
    Ok((sites.collect::<Result<_, _>>()?, lock))
}

/// `troth receipt verify`: needs nothing but the file. Status 0: it holds; 1: it does not; 2: it cannot be read.
pub fn receipt(command: &cli::ReceiptVerify) -> ExitCode {
    let text = match fs::read_to_string(&command.file) {
        Ok(text) => text,
        Err(error) => {
            say(&format!("{}: {error}", command.file.display()));
            return ExitCode::from(2);
        }
    };
    match Proof::read(&text).and_then(|proof| proof.check(command.key.as_deref()).map(|head| (proof, head))) {
        Ok((proof, head)) => {
            print(&told(&proof, &head, command.key.is_some()));
            ExitCode::SUCCESS
        }
        Err(flaw) => {
            print(&format!("{}: {flaw}", command.file.display()));
            ExitCode::from(1)
        }
    }
}

fn told(proof: &Proof, head: &Head, named: bool) -> String {
    let signed = format!(
        "This receipt holds. It is entry {} of the ledger of {}, which was signed on {} up to entry {}.",
        proof.entry.sequence, head.organisation, head.at, head.sequence
    );
    let key = ledger::hex(&head.key);
    let whose = if named {
        "It is signed with the key that you named.".to_owned()
    } else {
        format!(
            "It is signed with this key. Compare it with the one on the organisation's page, or name it with --key:\n{key}"
        )
    };
    format!("{signed}\n{whose}\n\n{}", proof.content)
}
