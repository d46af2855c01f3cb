//! Counts what the store says that it asks the database, for tests of what pages cost (I14).

use std::{
    env, io,
    process::Command,
    sync::atomic::{AtomicUsize, Ordering},
};

static QUERIES: AtomicUsize = AtomicUsize::new(0);

/// How many queries this process has run since counting began.
pub fn queries() -> usize {
    QUERIES.load(Ordering::SeqCst)
}

/// Runs a test that counts for its whole process in a process of its own. `name` is the test's, as its binary lists it.
///
/// # Errors
/// When that process cannot be started, or the test fails there: with all that it said.
pub fn alone(name: &str, count: impl FnOnce()) -> io::Result<()> {
    if env::args().any(|argument| argument == "--exact") {
        tracing::subscriber::set_global_default(Counter).map_err(io::Error::other)?;
        count();
        return Ok(());
    }
    let run = Command::new(env::current_exe()?).args(["--exact", name]).output()?;
    if run.status.success() { Ok(()) } else { Err(io::Error::other(String::from_utf8_lossy(&run.stdout).into_owned())) }
}

struct Counter;

impl tracing::Subscriber for Counter {
    fn enabled(&self, metadata: &tracing::Metadata<'_>) -> bool {
        metadata.target() == "troth_store::sql"
    }
    fn new_span(&self, _: &tracing::span::Attributes<'_>) -> tracing::span::Id {
        tracing::span::Id::from_u64(1)
    }
    fn record(&self, _: &tracing::span::Id, _: &tracing::span::Record<'_>) {}
    fn record_follows_from(&self, _: &tracing::span::Id, _: &tracing::span::Id) {}
    fn event(&self, _: &tracing::Event<'_>) {
        QUERIES.fetch_add(1, Ordering::SeqCst);
    }
    fn enter(&self, _: &tracing::span::Id) {}
    fn exit(&self, _: &tracing::span::Id) {}
}
