//! `troth verify`: whether everything that is kept is as it should be; beside the server or without it.

use std::{collections::BTreeMap, fs, path::PathBuf, sync::Arc};

use keeper::SignedHead;
use statement::{Keep, Plan};
use store::{
    ledger::{self, Head},
    survey::{self, Flaw, Survey},
};

use crate::{
    Failure, cli,
    config::{Config, OrganisationConfig},
    copies,
    installation::{self, Common},
    print,
    system::{SystemClock, SystemRng},
};

/// Of one kind of flaw in one place so many are named.
const NAMED: usize = 10;

/// `troth verify`.
///
/// # Errors
/// When the installation or a file cannot be read, or something is not as it should be.
pub async fn verify(command: cli::Verify) -> Result<(), Failure> {
    let kept = kept_heads(&command.head)?;
    let config = Config::read(&command.installation.data)?;
    let common = Common::new(Arc::new(SystemClock), Arc::new(SystemRng))?;
    let (mut flaws, mut compared) = (0, 0);
    for entry in &config.organisations {
        let own: Vec<SignedHead> =
            kept.iter().filter(|head| head.organisation == entry.key.as_str()).cloned().collect();
        compared += own.len();
        let verified = verify_one(&common, &config, entry, &own).await?;
        print(&verified.told(entry));
        flaws += verified.flaws();
    }
    if compared < kept.len() {
        return Err("some heads are of an organisation that is not here".into());
    }
    match flaws {
        0 => Ok(()),
        1 => Err("one thing is not as it should be".into()),
        more => Err(format!("{more} things are not as they should be").into()),
    }
}

fn kept_heads(files: &[PathBuf]) -> Result<Vec<SignedHead>, Failure> {
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

/// What became of one organisation.
#[derive(Debug)]
pub struct Verified {
    /// What the store saw.
    pub survey: Survey,
    /// Heads that are no witness, each with the reason.
    pub refused: Vec<String>,
    /// Heads of a witness against which the ledger was held.
    pub witnessed: usize,
    /// Heads whose entries may have gone with the ledger's own period.
    pub too_old: usize,
}

/// Looks over one organisation; `kept` are a witness's heads of it.
///
/// # Errors
/// When something of it cannot be read at all.
pub async fn verify_one(
    common: &Common,
    config: &Config,
    entry: &OrganisationConfig,
    kept: &[SignedHead],
) -> Result<Verified, Failure> {
    let plan = common.plan(&installation::statement_path(&config.folder, entry))?;
    let source = copies::source(common, config, entry);
    let key = ledger::hex(&survey::public_key(&source)?);
    let (mut heads, mut refused, mut too_old) = (Vec::new(), Vec::new(), 0);
    for head in kept {
        match head.check(Some(&key)) {
            Ok(head) if may_be_gone(&plan, &head, common.clock.now()) => too_old += 1,
            Ok(head) => heads.push(head),
            Err(flaw) => refused.push(format!("the head of entry {}: {flaw}", head.sequence)),
        }
    }
    let survey = survey::survey(&source, &heads, &copies::progress()).await?;
    Ok(Verified { survey, refused, witnessed: heads.len(), too_old })
}

/// Whether a head is so old that its entry may have gone with the ledger's own period.
fn may_be_gone(plan: &Plan, head: &Head, now: kernel::Timestamp) -> bool {
    let Some(category) = plan.category_of("ledger.act") else { return false };
    let ceilings = plan.rules_for(&category.key, None).into_iter().filter(|keep: &&Keep| !keep.floor);
    ceilings.map(|keep| keep.due(head.at, plan.zone())).min().is_some_and(|due| due <= now)
}

impl Verified {
    /// How much is not as it should be.
    pub fn flaws(&self) -> usize {
        self.survey.findings.len() + self.refused.len()
    }

    /// The report, as a person reads it.
    pub fn told(&self, entry: &OrganisationConfig) -> String {
        let Survey { rows, values, files, keys, ledger, heads, .. } = &self.survey;
        let key = &entry.key;
        let mut lines =
            vec![format!("{key}: looked at {rows} rows, {values} sealed values, {files} files and {keys} keys")];
        if let Some(held) = ledger {
            let entries = if held.last == 0 {
                "is empty".to_owned()
            } else {
                format!("holds from entry {} to {}", held.first, held.last)
            };
            let (own, witnessed) = (heads - self.witnessed, self.witnessed);
            lines.push(format!(
                "{key}: the ledger {entries}, against signed heads: {own} of its own, {witnessed} of a witness"
            ));
        }
        if self.too_old > 0 {
            lines.push(format!("{key}: {} heads are older than what is kept of the ledger", self.too_old));
        }
        lines.extend(self.refused.iter().map(|why| format!("{key}: {why}")));
        let mut groups: BTreeMap<(String, &str), (Flaw, Vec<&str>)> = BTreeMap::new();
        for finding in &self.survey.findings {
            let group = groups.entry((what(finding.flaw), finding.place.as_str()));
            group.or_insert_with(|| (finding.flaw, Vec::new())).1.push(&finding.which);
        }
        for ((what, place), (flaw, which)) in groups {
            lines.push(format!("\n{key}: {place}: {what}"));
            lines.extend(which.iter().take(NAMED).map(|which| format!("    {which}")));
            if which.len() > NAMED {
                lines.push(format!("    and {} more", which.len() - NAMED));
            }
            lines.push(format!("  {}", what_to_do(flaw)));
        }
        if self.flaws() == 0 {
            lines.push(format!("{key}: everything is as it should be"));
        }
        lines.join("\n")
    }
}

fn what(flaw: Flaw) -> String {
    let what = match flaw {
        Flaw::Ledger(fault) => return fault.to_string(),
        Flaw::ForgedHead => "a signed head is not signed with the organisation's key",
        Flaw::OldRing => "the keyring is older than the database",
        Flaw::NotSealed => "what should be sealed is not",
        Flaw::Tampered => "a sealed value does not open in its place: it was changed, or stood elsewhere",
        Flaw::KeyGone => "there is no key for what is sealed here",
        Flaw::InPlain => "the text of something sealed stands here in plain",
        Flaw::OtherHash => "a keyed hash is not that of the sealed value beside it, so that it is not found by it",
        Flaw::Orphan => "this belongs to something that is not there",
        Flaw::NoFile => "a file that is named here is not there",
        Flaw::NoRow => "a file is there that nothing names",
        Flaw::DamagedFile => "a file does not open: it was changed or cut off",
        Flaw::IdleKey => "a key is kept of something that is not there",
    };
    what.to_owned()
}

fn what_to_do(flaw: Flaw) -> &'static str {
    match flaw {
        Flaw::Ledger(_) | Flaw::ForgedHead => {
            "Somebody who can write to the database changed it. Keep it as it is, find out who, and bring the newest backup \
             back elsewhere to compare (`troth restore`)."
        }
        Flaw::OldRing => "The server will not start with it. Bring the newest keyring copy back (`troth restore`).",
        Flaw::Tampered | Flaw::OtherHash | Flaw::DamagedFile | Flaw::NoFile => {
            "Bring the newest backup back elsewhere (`troth restore`); if it is whole there, use that one."
        }
        Flaw::KeyGone => {
            "If an erasure was stopped, starting the server finishes it. Otherwise bring the newest backup back elsewhere \
             (`troth restore`)."
        }
        Flaw::NotSealed | Flaw::InPlain => {
            "This is a fault of the program, or somebody wrote past it: see who can read the database and its backups, and \
             report it as SECURITY.md says."
        }
        Flaw::Orphan => "Nobody can open it, and no period reaches it. Report it; the row can be deleted by hand.",
        Flaw::NoRow => "Left over from an upload or an erasure that was stopped. `troth keep` removes it after a day.",
        Flaw::IdleKey => {
            "If what it belonged to was erased, backups from before can still be read with it: let them go, and report it. A \
             server that was killed while it made something new leaves such a key, too, and it opens nothing."
        }
    }
}
