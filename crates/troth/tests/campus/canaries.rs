//! What goes is gone: from every byte that is kept, from what is sent and logged, and from copies made before (UC10, X3,
//! I9, P1).

use std::{
    io,
    path::Path,
    sync::{Arc, Mutex, OnceLock},
};

use testkit::{Canaries, canary};

use crate::{
    postgres,
    story::{self, Story},
    unsealing::{self, Unsealed},
    world::{self, Campus, PASSWORD},
};

/// Every log line, of every level and every crate.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Log {
    /// One for the process.
    fn listen() -> Self {
        static LOG: OnceLock<Log> = OnceLock::new();
        let begin = || {
            let log = Self::default();
            let writer = log.clone();
            let filter = tracing_subscriber::EnvFilter::new("trace");
            let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(move || writer.clone());
            lines.try_init().expect("nobody else listens in this process");
            log
        };
        LOG.get_or_init(begin).clone()
    }
}

/// Nothing of anybody stands open anywhere: data folder (database, write-ahead log, keyring, keys, files), the
/// cluster's folder, log lines, and what mails say.
fn nothing_lies_open(campus: &Campus, story: &Story, log: &Log, when: &str) {
    let folders = [Some(campus.folder.path().to_owned()), postgres::cluster()];
    for folder in folders.into_iter().flatten() {
        assert_eq!(search(&folder, &story.canaries), [], "{when}");
    }
    let lines = log.0.lock().unwrap();
    assert!(lines.len() > 1000, "somebody logs");
    assert_eq!(story.canaries.in_bytes(&lines), [], "{when}: in the log");
    let mails = campus.outbox.mails();
    assert!(mails.len() > 5, "mails were sent");
    for mail in mails {
        for part in [mail.subject(), mail.text(), mail.html(), mail.message_id()] {
            assert_eq!(story.canaries.in_bytes(part.as_bytes()), [], "{when}: in a mail");
        }
    }
}

/// Reads every byte. In a cluster that other tests use as well a file may go while it is read: then once more.
pub fn search(folder: &Path, canaries: &Canaries) -> Vec<canary::Hit> {
    for _ in 0..50 {
        match canary::search(folder, canaries) {
            Ok(hits) => return hits,
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => {}
            Err(fault) => panic!("{}: {fault}", folder.display()),
        }
    }
    panic!("{} never holds still", folder.display());
}

pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// A copy of everything that an organisation keeps, made while it runs.
struct Backup {
    folder: tempfile::TempDir,
    key: String,
}

impl Backup {
    async fn of(campus: &Campus) -> Self {
        campus.site.store.flush().await.unwrap();
        let folder = tempfile::tempdir().unwrap();
        copy(campus.folder.path(), folder.path());
        if postgres::url().is_some() {
            postgres::back_up(&campus.key(), "before");
        }
        Self { folder, key: campus.key() }
    }

    /// The same copy with another keyring and other keys: those of `from`.
    fn with_keys_of(&self, from: &Path) -> tempfile::TempDir {
        let mixed = tempfile::tempdir().unwrap();
        copy(self.folder.path(), mixed.path());
        std::fs::remove_dir_all(mixed.path().join("keys")).unwrap();
        copy(&from.join("keys"), &mixed.path().join("keys"));
        let ring = Path::new(&self.key).join("keyring");
        std::fs::copy(from.join(&ring), mixed.path().join(&ring)).unwrap();
        mixed
    }
}

/// Which fields open, for anybody, in an organisation whose folder stands in `root`.
pub async fn look_into(
    common: &troth::installation::Common,
    root: &Path,
    key: &str,
    story: &Story,
) -> (Vec<String>, Unsealed) {
    let site = world::open(common, root, key);
    let found = unsealing::everything(&site, &story.people, &[&story.maria_email]).await;
    let mut fields: Vec<String> = Vec::new();
    for (_, plain) in &found.opened {
        fields.extend(story.canaries.in_bytes(plain).into_iter().map(|(field, ..)| field));
    }
    fields.sort();
    fields.dedup();
    (fields, found)
}

pub fn names(canaries: &Canaries) -> Vec<String> {
    let mut names: Vec<_> = canaries.iter().map(|(field, _)| field.to_owned()).collect();
    names.sort();
    names
}

/// The copy from before, read with today's keys and, to show that this can fail, with the keys of its own day.
async fn the_copy_is_of_no_use(campus: Campus, backup: &Backup, story: &Story, log: &Log) {
    campus.site.store.flush().await.unwrap();
    let (today, common, key) = (backup.with_keys_of(campus.folder.path()), campus.common.clone(), campus.key());
    let folder = campus.stop();
    if postgres::url().is_some() {
        postgres::bring_back(&key, "before", "after");
    }
    // As if keys were not destroyed: the keyring and the key that wraps it, as they were. All of hers opens.
    let with_old_keys = backup.with_keys_of(backup.folder.path());
    let (open, found) = look_into(&common, with_old_keys.path(), &key, story).await;
    let mut all = names(&story.hers());
    all.extend(names(&story.theirs()));
    all.extend(Story::kept());
    all.sort();
    all.dedup();
    assert_eq!((open, found.gone), (all, 0), "with undestroyed keys this search finds everything");
    assert_eq!(found.confirmed, 1, "and her address can be confirmed");
    // With what is left today nothing of hers opens, but for what the law keeps of her request; what belongs to others
    // does.
    let (open, found) = look_into(&common, today.path(), &key, story).await;
    let mut left = names(&story.theirs());
    left.extend(Story::kept());
    left.sort();
    assert_eq!(open, left);
    let of_hers = |plain: &[u8]| !story.hers().in_bytes(plain).is_empty();
    let elsewhere: Vec<_> =
        found.opened.iter().filter(|(item, plain)| of_hers(plain) && !item.starts_with("request.")).collect();
    assert!(elsewhere.is_empty(), "{} values of hers open outside her request", elsewhere.len());
    assert!(found.gone > names(&story.hers()).len(), "{} values and files are gone", found.gone);
    assert_eq!(found.confirmed, 0, "her address cannot even be confirmed");
    for copy in [today.path(), with_old_keys.path(), folder.path()] {
        assert_eq!(canary::search(copy, &story.canaries).unwrap(), []);
    }
    assert_eq!(story.canaries.in_bytes(&log.0.lock().unwrap()), []);
}

// UC10, X3, I9, P1
#[tokio::test(flavor = "multi_thread")]
async fn after_an_erasure_nothing_of_the_person_is_found_or_opened_anywhere() {
    let log = Log::listen();
    let campus = Campus::new().await;
    let mut story = story::tell(&campus).await;
    nothing_lies_open(&campus, &story, &log, "before");
    let numbers = campus.numbers().await;
    assert_eq!(story.canaries.in_bytes(numbers.as_bytes()), [], "in the numbers");
    assert!(numbers.matches("troth_requests_total{").count() > 30, "many doors were used: {numbers}");
    let backup = Backup::of(&campus).await;

    let mut maria = story.maria.clone();
    // What she takes along has her words; it is hers, and nothing of it stays here.
    let taken = campus.get(&mut maria, "/my-data/file").await.body;
    assert!(story.hers().in_bytes(&taken).len() > 10, "her own archive");
    let preview = campus.page(&mut maria, "/my-data/deletion").await;
    assert!(preview.contains("password"), "{preview}");
    let password = story.maria_password.clone();
    let receipt = campus.done(&mut maria, "/my-data/deletion", &[("password", &password)]).await;
    assert!(receipt.starts_with("/receipts/") && maria.cookie.is_none());
    let told = campus.page(&mut maria, &receipt).await;
    assert_eq!(story.canaries.in_bytes(told.as_bytes()), []);
    campus.run_jobs().await;
    campus.keep().await;

    nothing_lies_open(&campus, &story, &log, "after the erasure");
    let email = story.maria_email.clone();
    assert!(campus.sign_in_with(&campus.site, &email, &password).await.is_none());
    let mut coach = story::coach_again(&campus, &story).await;
    assert_eq!(campus.get(&mut coach, &format!("{}/dialogue", story.trajectory)).await.status, 404);
    assert!(campus.page(&mut coach, &format!("{}/dialogue", story.others.0)).await.contains(&story.others.1));
    let mut manager = story.manager.clone();
    for path in ["/", "/people", "/trajectories"] {
        let page = campus.page(&mut manager, path).await;
        assert_eq!(story.hers().in_bytes(page.as_bytes()), [], "{path}");
    }
    story.coach = coach;
    the_copy_is_of_no_use(campus, &backup, &story, &log).await;
}

// UC7, X3, I8, I9
#[tokio::test(flavor = "multi_thread")]
async fn two_years_and_a_day_after_the_end_nothing_of_the_trajectory_is_found_or_opened_anywhere() {
    let log = Log::listen();
    let campus = Campus::new().await;
    let mut story = story::tell(&campus).await;
    let mut coach = story.coach.clone();
    campus.done(&mut coach, &format!("{}/closure", story.trajectory), &[]).await;
    campus.run_jobs().await;
    let zone = campus.site.plan.zone().clone();
    campus.clock.advance_calendar(2, 0, &zone);
    campus.clock.advance_days(-1);
    campus.keep().await;
    let mut coach = story::coach_again(&campus, &story).await;
    let page = campus.page(&mut coach, &format!("{}/dialogue", story.trajectory)).await;
    let (_, message) = story.canaries.iter().find(|(field, _)| *field == "maria message from her").unwrap();
    assert!(page.contains(message), "the day before, all is there");
    let backup = Backup::of(&campus).await;

    campus.clock.advance_days(2);
    let report = campus.keep().await;
    assert!(!report.is_empty());
    campus.run_jobs().await;
    nothing_lies_open(&campus, &story, &log, "after the period");
    let mut coach = story::coach_again(&campus, &story).await;
    assert_eq!(campus.get(&mut coach, &format!("{}/dialogue", story.trajectory)).await.status, 404);
    assert!(campus.page(&mut coach, &format!("{}/dialogue", story.others.0)).await.contains(&story.others.1));
    assert_eq!(campus.person(&story.maria_email).await, None);
    assert!(campus.sign_in_with(&campus.site, &story.maria_email, PASSWORD).await.is_none());
    // The invitation's note went after its own three months already, the address that nobody confirmed after two hours.
    story.canaries = story.canaries.only(|field| !["maria invitation note", "maria next address"].contains(&field));
    story.coach = coach;
    the_copy_is_of_no_use(campus, &backup, &story, &log).await;
}

// The searches above can fail: what lies open is found, wherever it lies.
#[test]
fn a_canary_that_lies_open_is_found() {
    let mut canaries = Canaries::new();
    let word = canaries.plant("somewhere", &troth::system::SystemRng);
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("files")).unwrap();
    std::fs::write(folder.path().join("files").join("x"), format!("...{}...", word.to_lowercase())).unwrap();
    assert_eq!(canary::search(folder.path(), &canaries).unwrap().len(), 1);
    // In PostgreSQL's tables and its log, too; also when the row has gone.
    if let Some(cluster) = postgres::leave_open(&word) {
        assert!(search(&cluster, &canaries).len() > 1, "in a table and in the log");
    }
}
