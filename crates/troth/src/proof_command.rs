//! `troth ledger head`, `troth verify` and `troth receipt verify`: the proof for whoever does not take our word.

use std::{fs, path::Path, process::ExitCode, sync::Arc};

use keeper::{Keeper, Proof, SignedHead};
use kernel::Actor;
use organisation::Organisation;
use statement::{Keep, Plan};
use store::{
    StoreError,
    ledger::{self, Fault, Head},
};

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
        let keeper = Keeper::new(site.store.clone(), Arc::clone(&site.plan), Arc::clone(&site.inventory));
        let head = keeper.signed_head(&site.scope(Actor::Job(keeper::KEEP.name))).await?;
        print(&serde_json::to_string(&head)?);
    }
    Ok(())
}

/// `troth verify`: holds each organisation's ledger, against the heads that somebody kept.
///
/// # Errors
/// When the installation or a file cannot be read, or a ledger does not hold.
pub async fn verify(command: cli::Verify) -> Result<(), Failure> {
    let kept = kept_heads(&command.head)?;
    let (sites, _lock) = open(&command.installation.data)?;
    let mut faults = 0;
    let mut compared = 0;
    for site in &sites {
        let own: Vec<SignedHead> = kept.iter().filter(|head| head.organisation == site.key.as_str()).cloned().collect();
        compared += own.len();
        match hold(site, &own).await? {
            Ok(told) => print(&format!("{}: {told}", site.key)),
            Err(fault) => {
                faults += 1;
                print(&format!("{}: {fault}", site.key));
            }
        }
    }
    if compared < kept.len() {
        return Err("some heads are of an organisation that is not here".into());
    }
    if faults > 0 { Err("a ledger does not hold".into()) } else { Ok(()) }
}

fn open(folder: &Path) -> Result<(Vec<Arc<Organisation>>, Lock), Failure> {
    let config = Config::read(folder)?;
    let lock = Lock::take(folder)?;
    let common = Common::new(Arc::new(SystemClock), Arc::new(SystemRng))?;
    let sites = config.organisations.iter();
    let sites = sites.map(|organisation| common.open(folder, organisation, base_url(&config, &organisation.host)));
    Ok((sites.collect::<Result<_, _>>()?, lock))
}

fn kept_heads(files: &[std::path::PathBuf]) -> Result<Vec<SignedHead>, Failure> {
    let mut heads = Vec::new();
    for file in files {
        let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let head = serde_json::from_str(line).map_err(|error| format!("{}: no head: {error}", file.display()))?;
            heads.push(head);
        }
    }
    Ok(heads)
}

/// Holds one organisation's ledger; what can be said of it, or what is wrong.
///
/// # Errors
/// When the store cannot be read.
pub async fn hold(site: &Organisation, kept: &[SignedHead]) -> Result<Result<String, String>, Failure> {
    let key = ledger::hex(&site.store.public_key());
    let mut heads: Vec<Head> = Vec::new();
    let mut too_old = 0;
    for head in kept {
        match head.check(Some(&key)) {
            Ok(head) if may_be_gone(&site.plan, &head, site.clock.now()) => too_old += 1,
            Ok(head) => heads.push(head),
            Err(flaw) => return Ok(Err(format!("the head of entry {}: {flaw}", head.sequence))),
        }
    }
    let count = heads.len();
    let scope = site.scope(Actor::Job(keeper::KEEP.name));
    let held = site.store.read::<_, StoreError, _>(&scope, move |reader| ledger::hold(reader, &heads)).await?;
    let passed = if too_old == 0 { String::new() } else { format!("; {too_old} heads are older than what is kept") };
    Ok(held
        .map(|held| match (held.last, count) {
            (0, _) => format!("the ledger is empty{passed}"),
            (last, 0) => {
                format!("entries {} to {last} follow each other; no head to hold them against{passed}", held.first)
            }
            (last, count) => format!("entries {} to {last} hold, against {count} signed heads{passed}", held.first),
        })
        .map_err(|fault: Fault| fault.to_string()))
}

/// Whether a head is so old that its entry may have gone with the ledger's own period.
fn may_be_gone(plan: &Plan, head: &Head, now: kernel::Timestamp) -> bool {
    let Some(category) = plan.category_of("ledger.act") else { return false };
    let ceilings = plan.rules_for(&category.key, None).into_iter().filter(|keep: &&Keep| !keep.floor);
    ceilings.map(|keep| keep.due(head.at, plan.zone())).min().is_some_and(|due| due <= now)
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
