//! How the server fares, for whoever watches over it: alive, ready, and in numbers. On an address of its own, which leads
//! to no organisation's pages; nothing here is about anybody.

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use axum::{
    Router,
    http::{HeaderName, StatusCode, header},
    routing::get,
};
use http::{Current, Meters};
use keeper::signs::Signs;
use kernel::{Actor, Timestamp};
use organisation::Organisation;

/// How long a database may take to answer.
const PATIENCE: Duration = Duration::from_secs(5);
/// With less room than this, in bytes, what people write can be refused at any moment.
const ROOM: u64 = 64 << 20;

/// One organisation, and where its data lies.
#[derive(Clone)]
pub struct Watched {
    /// The organisation under the version that is in force.
    pub site: Current<Organisation>,
    /// Its folder.
    pub folder: PathBuf,
}

/// What is watched over.
#[derive(Clone)]
pub struct Status {
    /// What is counted.
    pub meters: Arc<Meters>,
    /// The organisations.
    pub watched: Arc<[Watched]>,
    /// Whether the process was told to stop.
    pub stopping: Arc<AtomicBool>,
}

impl Status {
    /// The addresses at which it is asked.
    pub fn router(self) -> Router {
        let (ready, metrics) = (self.clone(), self);
        Router::new()
            .route("/live", get(|| async { "live\n" }))
            .route("/ready", get(move || async move { ready.ready().await }))
            .route("/metrics", get(move || async move { metrics.metrics().await }))
    }

    async fn ready(&self) -> (StatusCode, String) {
        let reasons = self.reasons().await;
        match reasons.as_slice() {
            [] => (StatusCode::OK, "ready\n".to_owned()),
            reasons => (StatusCode::SERVICE_UNAVAILABLE, format!("{}\n", reasons.join("\n"))),
        }
    }

    /// Why no more should be sent here just now; none when all is well.
    pub async fn reasons(&self) -> Vec<String> {
        let mut reasons = Vec::new();
        if self.stopping.load(Ordering::Relaxed) {
            reasons.push("the server is stopping".to_owned());
        }
        for watched in &*self.watched {
            let site = watched.site.get();
            let own = watched.reasons(&site).await;
            reasons.extend(own.into_iter().map(|reason| format!("{}: {reason}", site.key)));
        }
        reasons
    }

    async fn metrics(&self) -> ([(HeaderName, &'static str); 1], String) {
        ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], self.text().await)
    }

    /// The numbers in the text format of Prometheus.
    pub async fn text(&self) -> String {
        let mut text = format!(
            "# HELP troth_build_info The program.\n# TYPE troth_build_info gauge\ntroth_build_info{{version=\"{}\"}} 1\n",
            env!("CARGO_PKG_VERSION")
        );
        self.meters.write(&mut text);
        if let Some(bytes) = memory() {
            gauge(
                &mut text,
                "process_resident_memory_bytes",
                "Memory that the process holds.",
                &[(String::new(), bytes)],
            );
        }
        let mut rows = Vec::new();
        for watched in &*self.watched {
            let site = watched.site.get();
            rows.push((site.key.to_string(), watched.numbers(&site).await));
        }
        for (place, (name, help)) in NUMBERS.iter().enumerate() {
            let own =
                rows.iter().filter_map(|(key, numbers)| Some((format!("{{organisation=\"{key}\"}}"), numbers[place]?)));
            gauge(&mut text, name, help, &own.collect::<Vec<_>>());
        }
        text
    }
}

/// The numbers of each organisation, in the order in which [`Watched::numbers`] gives them.
const NUMBERS: [(&str, &str); 9] = [
    ("troth_locked", "Whether it is locked until its ledger is done again."),
    ("troth_jobs_waiting", "Mails and other tasks that wait or are in hand."),
    ("troth_jobs_given_up", "Tasks that were given up."),
    ("troth_jobs_late_seconds", "For how long the first task has been due."),
    ("troth_acts_open", "Acts of the keeper that are not finished."),
    ("troth_acts_failed", "Acts of the keeper of which a step failed."),
    ("troth_keeper_age_seconds", "Since when the keeper has not looked."),
    ("troth_backup_age_seconds", "How old the newest backup is that the organisation knows of."),
    ("troth_database_bytes", "The database's size; SQLite alone."),
];

fn gauge(text: &mut String, name: &str, help: &str, rows: &[(String, u64)]) {
    let _ = writeln!(text, "# HELP {name} {help}\n# TYPE {name} gauge");
    for (labels, value) in rows {
        let _ = writeln!(text, "{name}{labels} {value}");
    }
}

impl Watched {
    async fn signs(&self, site: &Organisation) -> Option<Signs> {
        let scope = site.scope(Actor::Job(keeper::KEEP.name));
        tokio::time::timeout(PATIENCE, site.store.read(&scope, Signs::read)).await.ok()?.ok()
    }

    async fn reasons(&self, site: &Organisation) -> Vec<&'static str> {
        let mut reasons = Vec::new();
        if site.is_locked() {
            reasons.push("it is locked until its ledger is done again");
        }
        if self.signs(site).await.is_none() {
            reasons.push("the database does not answer");
        }
        if fs::File::open(self.folder.join("keyring")).is_err() {
            reasons.push("the keyring cannot be read");
        }
        if free(&self.folder).is_none_or(|free| free < ROOM) {
            reasons.push("the disk is full");
        }
        reasons
    }

    async fn numbers(&self, site: &Organisation) -> [Option<u64>; NUMBERS.len()] {
        let (signs, now) = (self.signs(site).await, site.clock.now());
        let size = |name: &str| fs::metadata(self.folder.join(name)).map(|about| about.len());
        let database = size("data.sqlite").ok().map(|bytes| bytes + size("data.sqlite-wal").unwrap_or(0));
        let count = |number: i64| u64::try_from(number).ok();
        let signs = signs.as_ref();
        [
            Some(u64::from(site.is_locked())),
            signs.and_then(|signs| count(signs.waiting.queued)),
            signs.and_then(|signs| count(signs.waiting.given_up)),
            signs.map(|signs| signs.waiting.first_due.map_or(0, |due| since(due, now))),
            signs.map(|signs| signs.open_acts as u64),
            signs.map(|signs| signs.failed_acts as u64),
            signs.and_then(|signs| Some(since(signs.looked?, now))),
            signs.and_then(|signs| Some(since(signs.backed_up?, now))),
            database,
        ]
    }
}

/// Whole seconds since an instant; none when it is to come.
fn since(at: Timestamp, now: Timestamp) -> u64 {
    u64::try_from(now.duration_since(at).as_secs()).unwrap_or(0)
}

/// Free bytes on the disk of a folder.
fn free(folder: &Path) -> Option<u64> {
    rustix::fs::statvfs(folder).ok().map(|disk| disk.f_bavail * disk.f_frsize)
}

/// The memory of this process, in bytes.
fn memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    Some(line.split_whitespace().next()?.parse::<u64>().ok()? * 1024)
}
