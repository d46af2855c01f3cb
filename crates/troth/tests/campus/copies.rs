//! The drill: an old backup comes back, and what was erased since does not (UC20, X3, I9, P1).

use std::path::{Path, PathBuf};

use kernel::{Actor, OrganisationKey};
use store::{
    StoreError,
    copies::{self, RecoveryKey, Shelf},
    ledger,
};
use testkit::canary;
use troth::{
    cli,
    config::{BackupConfig, Config, S3Config},
    installation,
    system::SystemRng,
};

use crate::{
    canaries::{self, look_into, names},
    postgres,
    story::{self, Story},
    world::{self, Browser, Campus, Halted},
};

/// The place of the copies and the recovery key, each apart from the installation.
struct Vault {
    folder: tempfile::TempDir,
    key: RecoveryKey,
}

impl Vault {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let key = RecoveryKey::new(&SystemRng).unwrap();
        std::fs::create_dir(folder.path().join("copies")).unwrap();
        std::fs::write(folder.path().join("key"), key.to_file().as_bytes()).unwrap();
        Self { folder, key }
    }

    fn place(&self) -> PathBuf {
        self.folder.path().join("copies")
    }

    fn shelf(&self) -> Shelf {
        Shelf::folder(&self.place()).unwrap()
    }

    fn config(&self) -> BackupConfig {
        let to = self.place().display().to_string();
        BackupConfig { to, recovery: self.key.public(), s3: S3Config::default() }
    }

    /// `troth backup`, while the campus is at work; the name of the campus's backup.
    async fn back_up(&self, campus: &Campus) -> String {
        campus.site.store.flush().await.unwrap();
        let data = campus.folder.path().to_owned();
        let organisations = [campus.key(), campus.key().replace("campus", "second")].map(|key| world::config(&key));
        let listen = ([127, 0, 0, 1], 8080).into();
        let config = Config {
            folder: data.clone(),
            listen,
            mail: None,
            sms: None,
            edge: troth::config::EdgeConfig::default(),
            backup: Some(self.config()),
            organisations: organisations.into(),
        };
        installation::write(&config).unwrap();
        let now = cli::BackupNow { installation: cli::Installation { data }, to: None, recovery: None };
        troth::copies::back_up_all(&campus.common, &now).await.unwrap();
        let (kept, _) = copies::list(&self.shelf(), &OrganisationKey::new(&campus.key()).unwrap()).await.unwrap();
        kept.last().unwrap().id.to_string()
    }

    fn command(&self, data: PathBuf, organisation: String, at: &str) -> cli::Restore {
        cli::Restore {
            data,
            from: self.place().display().to_string(),
            recovery_key: self.folder.path().join("key"),
            at: Some(at.to_owned()),
            organisation: Some(organisation),
            check: false,
            sqlite: false,
            postgres: None,
        }
    }
}

/// Everything, on the eve and after: a backup, then Maria deletes her account, then the next night's backup.
struct Drill {
    campus: Campus,
    story: Story,
    vault: Vault,
    old: String,
    /// Keyring copies as they lay there on the eve: kept by mistake.
    old_rings: tempfile::TempDir,
    /// The whole installation on the eve: kept by mistake.
    old_folder: tempfile::TempDir,
}

async fn drill() -> Drill {
    let campus = Campus::pair().await;
    let story = story::tell(&campus).await;
    let vault = Vault::new();
    let old = vault.back_up(&campus).await;
    let (old_rings, old_folder) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    canaries::copy(&vault.place().join(campus.key()).join("rings"), old_rings.path());
    canaries::copy(campus.folder.path(), old_folder.path());
    if postgres::url().is_some() {
        postgres::back_up(&campus.key(), "before");
    }
    let mut maria = story.maria.clone();
    let password = story.maria_password.clone();
    let receipt = campus.done(&mut maria, "/my-data/deletion", &[("password", &password)]).await;
    assert!(receipt.starts_with("/receipts/"));
    campus.run_jobs().await;
    campus.keep().await;
    let scope = campus.site.scope(Actor::Job(keeper::KEEP.name));
    let (held, zone) = (held(&story), campus.site.plan.zone().clone());
    let last = scope.today().saturating_add(jiff::Span::new().years(1));
    let laid: Result<(), StoreError> =
        campus.site.store.write(&scope, move |work| keeper::holds::hold(work, held, last, &zone)).await;
    laid.unwrap();
    campus.clock.advance_days(1);
    vault.back_up(&campus).await;
    Drill { campus, story, vault, old, old_rings, old_folder }
}

/// The trajectory that is under a legal hold since the backup.
fn held(story: &Story) -> kernel::Uuid {
    story.others.0.trim_start_matches("/trajectories/").parse().unwrap()
}

/// The place where a restore of the campus finds nothing.
fn emptied(halted: &Halted, key: &str) -> PathBuf {
    if postgres::url().is_some() {
        postgres::set_aside(key, "after");
    }
    halted.folder.path().join("restored")
}

/// Starts in a folder that was restored, with the other organisation's data as it is.
fn start(halted: Halted, restored: &Path, key: &str) -> (Campus, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    canaries::copy(restored, folder.path());
    let second = key.replace("campus", "second");
    canaries::copy(&halted.folder.path().join(&second), &folder.path().join(&second));
    canaries::copy(&halted.folder.path().join("keys"), &folder.path().join("keys-before"));
    for entry in std::fs::read_dir(folder.path().join("keys-before")).unwrap().map(Result::unwrap) {
        if entry.file_name().to_string_lossy().starts_with(&second) {
            std::fs::copy(entry.path(), folder.path().join("keys").join(entry.file_name())).unwrap();
        }
    }
    std::fs::remove_dir_all(folder.path().join("keys-before")).unwrap();
    halted.start_in(folder)
}

/// Maria is not there, cannot be read, and all the others are and can.
async fn she_is_gone(campus: &Campus, story: &Story) {
    let (email, password) = (story.maria_email.clone(), story.maria_password.clone());
    assert_eq!(campus.person(&email).await, None);
    assert!(campus.sign_in_with(&campus.site, &email, &password).await.is_none());
    let mut coach = story::coach_again(campus, story).await;
    assert_eq!(campus.get(&mut coach, &format!("{}/dialogue", story.trajectory)).await.status, 404);
    assert!(campus.page(&mut coach, &format!("{}/dialogue", story.others.0)).await.contains(&story.others.1));
    let found = crate::unsealing::everything(&campus.site, &story.people, &[&email]).await;
    let hers = story.hers();
    // What the law keeps of her request stays, and nothing else.
    let besides: Vec<_> = found.opened.iter().filter(|(item, _)| !item.starts_with("request.")).collect();
    assert!(besides.iter().all(|(_, plain)| hers.in_bytes(plain).is_empty()));
    assert!(found.opened.iter().any(|(_, plain)| !story.theirs().in_bytes(plain).is_empty()));
    assert_eq!((found.gone, found.confirmed), (0, 0), "no row and no address of hers is left");
    let scope = campus.site.scope(Actor::Job(keeper::KEEP.name));
    let person = story.maria_id;
    let held = campus.site.store.read(&scope, move |reader| store::derived::held_of(reader, person)).await.unwrap();
    assert!(held.iter().all(|held| held.container.name == "request"), "{held:?}");
    assert_eq!(canary::search(campus.folder.path(), &story.canaries).unwrap(), []);
}

// UC20, X3, I9
#[tokio::test(flavor = "multi_thread")]
async fn what_was_erased_stays_erased_after_an_old_backup_is_brought_back() {
    let Drill { campus, mut story, vault, old, .. } = drill().await;
    assert_eq!(canary::search(vault.folder.path(), &story.canaries).unwrap(), [], "nothing stands open in the copies");
    let scope = campus.site.scope(Actor::Job(keeper::KEEP.name));
    let before: (i64, Vec<u8>) = campus.site.store.read::<_, StoreError, _>(&scope, ledger::head).await.unwrap();
    let (key, other) = (campus.key(), campus.key().replace("campus", "second"));
    let halted = campus.halt();
    let data = emptied(&halted, &key);
    let command = vault.command(data.clone(), key.clone(), &old);
    troth::copies::restore_with(&halted.common, command).await.unwrap();
    assert!(!data.join(&other).exists(), "one organisation was asked for");
    let again = vault.command(data.clone(), key.clone(), &old);
    let refused = troth::copies::restore_with(&halted.common, again).await.unwrap_err().to_string();
    assert!(refused.contains("not empty"), "{refused}");

    let (campus, _before) = start(halted, &data, &key);
    she_is_gone(&campus, &story).await;
    assert_eq!(campus.verify(&[]).await.survey.findings, [], "all that was brought back is whole");
    // The ledger is the one that was shipped, to the last hash, and goes on from there.
    let after: (i64, Vec<u8>) = campus.site.store.read::<_, StoreError, _>(&scope, ledger::head).await.unwrap();
    assert_eq!(after, before);
    let whole: Result<i64, StoreError> = campus.site.store.read(&scope, ledger::verify).await;
    assert_eq!(whole, Ok(before.0));
    // So does the legal hold that was laid after the backup.
    let subject = held(&story);
    let events: Result<_, StoreError> =
        campus.site.store.read(&scope, move |reader| store::derived::events_of(reader, subject)).await;
    assert!(events.unwrap().iter().any(|(name, _)| name == "held-until"), "the hold holds");
    // Life goes on: the coach writes, and what was written before the backup is there.
    let mut coach = story::coach_again(&campus, &story).await;
    let word = story.canaries.plant("coach later", &SystemRng);
    campus.send(&mut coach, &story.others.0.clone(), &word, &[]).await;
    assert!(campus.page(&mut coach, &format!("{}/dialogue", story.others.0)).await.contains(&word));
}

// I9: the threat model's rows about copies, one by one.
#[tokio::test(flavor = "multi_thread")]
async fn what_an_old_keyring_kept_by_mistake_opens_and_what_not() {
    let Drill { campus, story, vault, old, old_rings, old_folder } = drill().await;
    let key = campus.key();
    let organisation = OrganisationKey::new(&key).unwrap();
    let rings = vault.place().join(&key).join("rings");
    let halted = campus.halt();
    let (common, data) = (halted.common.clone(), emptied(&halted, &key));
    let raw = |with: &'static str| {
        let (common, vault, organisation, key, old, story) = (&common, &vault, &organisation, &key, &old, &story);
        async move {
            // As somebody would who has the recovery key and does not ask the ledger.
            let folder = tempfile::tempdir().unwrap();
            let recovery = std::sync::Arc::new(RecoveryKey::from_file(&vault.key.to_file()).unwrap());
            let opened =
                copies::open(&vault.shelf(), organisation, Some(&old.parse().unwrap()), recovery).await.unwrap();
            let entry = world::config(key);
            let config = installation::store_config(folder.path(), &entry);
            let quiet: copies::Progress = std::sync::Arc::new(|_: &str| {});
            opened.restore(&config, &common.inventory, common.clock.now(), &quiet).await.unwrap();
            std::fs::write(config.folder.join("statement.kdl"), world::statement("campus")).unwrap();
            let found = look_into(common, folder.path(), key, story).await;
            if postgres::url().is_some() {
                postgres::set_aside(key, with);
            }
            found
        }
    };
    // The old backup and the newest keyring copy: nothing of hers opens, whoever has the recovery key.
    let (open, found) = raw("newest").await;
    let mut left = names(&story.theirs());
    left.extend(Story::kept());
    left.sort();
    assert_eq!(open, left);
    assert!(found.gone > names(&story.hers()).len(), "{}", found.gone);
    assert_eq!(found.confirmed, 0);

    // The old backup, the old keyring copy and the recovery key, without the ledger: all of hers opens. Not protected.
    let newest = tempfile::tempdir().unwrap();
    canaries::copy(&rings, newest.path());
    std::fs::remove_dir_all(&rings).unwrap();
    canaries::copy(old_rings.path(), &rings);
    let (open, _) = raw("old").await;
    assert!(names(&story.hers()).iter().all(|name| open.contains(name)), "with undestroyed keys all of it opens");

    // The same through `troth restore`: the shipped ledger has her keys destroyed before anybody is served.
    troth::copies::restore_with(&common, vault.command(data.clone(), key.clone(), &old)).await.unwrap();
    let (campus, _before) = start(halted, &data, &key);
    she_is_gone(&campus, &story).await;

    // An old keyring file with today's keys: what wraps it is destroyed.
    let halted = campus.halt();
    let mixed = tempfile::tempdir().unwrap();
    canaries::copy(halted.folder.path(), mixed.path());
    std::fs::copy(old_folder.path().join(&key).join("keyring"), mixed.path().join(&key).join("keyring")).unwrap();
    let entry = world::config(&key);
    let refused = common.open(mixed.path(), &entry, "http://campus.localhost".to_owned()).unwrap_err().to_string();
    assert!(refused.contains("key-encryption key of generation") && refused.contains("missing"), "{refused}");
}

// I9: an old installation put back by hand, keys and all, starts locked.
#[tokio::test(flavor = "multi_thread")]
async fn an_installation_that_is_behind_its_ledger_serves_nobody_until_it_is_level() {
    let Drill { campus, story, vault, old_folder, .. } = drill().await;
    let key = campus.key();
    let halted = campus.halt();
    if postgres::url().is_some() {
        postgres::bring_back(&key, "before", "after");
    }
    let (campus, _before) = halted.start_in(old_folder);
    let unlocking = troth::copies::stand_ready(&campus.site, Some(&vault.config())).await.unwrap();
    for path in ["/", "/sign-in", "/my-data", "/privacy", &story.trajectory] {
        let answer = campus.get(&mut Browser::default(), path).await;
        assert_eq!(answer.status, 503, "{path}");
        assert!(answer.text().contains("closed for a moment"), "{path}: {}", answer.text());
    }
    let posted = campus.post(&mut Browser::default(), "/sign-in", &[("email", "x")]).await;
    assert_eq!(posted.status, 503);
    let style = ui_path(&campus).await;
    assert_eq!(campus.get(&mut Browser::default(), &style).await.status, 200, "the page is dressed");
    let others = campus.get_from(campus.other(), &mut Browser::default(), "/sign-in").await;
    assert_eq!(others.status, 200, "another organisation is not locked");
    unlocking.await;
    assert_eq!(campus.get(&mut Browser::default(), "/sign-in").await.status, 200);
    she_is_gone(&campus, &story).await;
    // Level from now on, and at the next start at once.
    let ready = troth::copies::stand_ready(&campus.site, Some(&vault.config())).await.unwrap();
    assert!(!campus.site.is_locked());
    ready.await;
}

async fn ui_path(campus: &Campus) -> String {
    let page = campus.get(&mut Browser::default(), "/").await.text();
    world::links(&page, "/assets/", ".css").remove(0)
}

// I9, I10: what cannot be done again is told, and nobody is served meanwhile.
#[tokio::test(flavor = "multi_thread")]
async fn an_act_that_cannot_be_done_again_keeps_it_locked() {
    let campus = Campus::pair().await;
    let vault = Vault::new();
    let old = vault.back_up(&campus).await;
    let scope = campus.site.scope(Actor::Job(keeper::KEEP.name));
    let act = ledger::Act {
        kind: ledger::ActKind::Statement,
        subject: kernel::Uuid::from_u128(1),
        class: None,
        clause: None,
        evidence: "version 12".to_owned(),
    };
    let written: Result<i64, StoreError> = campus.site.store.write(&scope, move |work| work.record(act)).await;
    written.unwrap();
    vault.back_up(&campus).await;
    let key = campus.key();
    let halted = campus.halt();
    let data = emptied(&halted, &key);
    let told = troth::copies::restore_with(&halted.common, vault.command(data.clone(), key.clone(), &old)).await;
    assert!(told.unwrap_err().to_string().contains("locked until `troth replay` succeeds"));
    let (campus, _before) = start(halted, &data, &key);
    assert!(campus.site.store.is_restored(&scope).await.unwrap());
    let unlocking = troth::copies::stand_ready(&campus.site, Some(&vault.config())).await.unwrap();
    let waited = tokio::time::timeout(std::time::Duration::from_secs(2), unlocking).await;
    assert!(waited.is_err() && campus.site.is_locked());
    assert_eq!(campus.get(&mut Browser::default(), "/").await.status, 503);
    let error = troth::copies::catch_up(&campus.site, &vault.shelf()).await.unwrap_err().to_string();
    assert!(error.contains("entry 1 of the ledger, statement, cannot be done again"), "{error}");
    // Without a place of copies it cannot even ask: it stays locked, too.
    let waiting = troth::copies::stand_ready(&campus.site, None).await.unwrap();
    assert!(campus.site.is_locked());
    drop(waiting);
}

// I9, I15: what is frozen stays frozen; a correction is lost with all that was written since, and locks nothing.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_frozen_since_the_backup_is_frozen_after_it_is_brought_back() {
    let campus = Campus::pair().await;
    let pia = campus.resident(&campus.site, "Pia Participant", kernel::Archetype::Participant).await;
    let piet = campus.resident(&campus.site, "Piet Participant", kernel::Archetype::Participant).await;
    let vault = Vault::new();
    let old = vault.back_up(&campus).await;
    for name in ["Pia Participant", "Piet Participant"] {
        let mut browser = campus.sign_in(&campus.site, name).await;
        campus.done(&mut browser, "/profile", &[("name", "Somebody Else"), ("language", "en")]).await;
        campus.done(&mut browser, "/my-data/restriction", &[("reason", "It is wrong.")]).await;
    }
    let mut browser = campus.sign_in(&campus.site, "Piet Participant").await;
    campus.done(&mut browser, "/my-data/restriction/lifting", &[]).await;
    campus.clock.advance_days(1);
    vault.back_up(&campus).await;
    let key = campus.key();
    let halted = campus.halt();
    let data = emptied(&halted, &key);
    troth::copies::restore_with(&halted.common, vault.command(data.clone(), key.clone(), &old)).await.unwrap();
    let (campus, _before) = start(halted, &data, &key);
    let restrictions = campus.site.store.restrictions();
    assert!(restrictions.hold(pia) && !restrictions.hold(piet));
    let mut browser = campus.sign_in(&campus.site, "Pia Participant").await;
    assert!(campus.page(&mut browser, "/my-data/restriction").await.contains("Your data is frozen since"));
}
