//! Versions of a statement at work: at the start, at the midnight of a version's day, and by command.

use std::{
    fs::{self, File},
    future::Future,
    io::Write as _,
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
    pin::pin,
    sync::Arc,
    task::{Context, Poll, Wake},
    thread::{self, Thread},
    time::Duration,
};

use http::Current;
use jiff::ToSpan as _;
use keeper::amendments::{self, AmendError};
use kernel::{Actor, Language, RequestId, Scope, scope, words::Voice};
use organisation::{Organisation, Parts};
use statement::Plan;
use store::Store;

use crate::{
    Failure,
    config::OrganisationConfig,
    installation::{self, Common},
};

/// An organisation that runs, with what it takes to put another version of its statement to work.
#[derive(Clone)]
pub struct Running {
    /// The organisation under the version that is in force.
    pub current: Current<Organisation>,
    common: Common,
    file: PathBuf,
}

impl Running {
    /// An organisation of the installation in `folder`, as it was opened.
    pub fn new(common: &Common, folder: &Path, entry: &OrganisationConfig, opened: Arc<Organisation>) -> Self {
        let file = installation::statement_path(folder, entry);
        Self { current: opened.into(), common: common.clone(), file }
    }

    /// Brings into force every version whose day has come, and puts the newest of them to work: requests that are under
    /// way end under the one with which they began. Whether anything changed.
    ///
    /// # Errors
    /// When the version cannot be used. It waits, and the one before goes on.
    pub async fn amend(&self) -> Result<bool, Failure> {
        let before = self.current.get();
        let scope = before.scope(Actor::Job(keeper::AMEND.name));
        let inventory = Arc::clone(&before.inventory);
        let begun = before.store.write(&scope, move |work| amendments::begin_due(work, &inventory)).await?;
        let Some(number) = begun else { return Ok(false) };
        reached("committed");
        let text = before.store.read(&scope, move |reader| amendments::text(reader, number)).await?;
        let text = text.ok_or_else(|| format!("version {number} of the statement is gone"))?;
        let checked = statement::check(&text, Some(&before.inventory));
        let plan = Arc::new(checked.plan.ok_or_else(|| format!("version {number} of the statement cannot be used"))?);
        let access = self.common.access(&before.key, &plan, &before.store)?;
        let accounts = Arc::new(accounts::People::new(Arc::clone(&plan)));
        let after = before.amended(|parts| Parts {
            plan,
            access,
            directory: Arc::clone(&accounts) as _,
            sessions: accounts,
            ..parts
        });
        self.current.replace(Arc::new(after));
        reached("at work");
        put(&self.file, &text)?;
        tracing::info!(organisation = %before.key, version = number, "a version of the statement came into force");
        Ok(true)
    }
}

/// At each midnight of the organisation's zone, and now and then in between for clocks that stood still.
pub async fn at_midnight(running: Running) {
    const AT_MOST: Duration = Duration::from_secs(3600);
    running.current.get().unlocked().await;
    loop {
        let organisation = running.current.get();
        let now = organisation.clock.now().to_zoned(organisation.plan.zone().clone());
        let midnight = now.start_of_day().and_then(|day| day.checked_add(1.day()));
        let wait = midnight.ok().and_then(|midnight| Duration::try_from(now.duration_until(&midnight)).ok());
        tokio::time::sleep(wait.unwrap_or(AT_MOST).clamp(Duration::from_secs(1), AT_MOST)).await;
        if let Err(error) = running.amend().await {
            tracing::error!(organisation = %organisation.key, %error, "a version of the statement waits");
        }
    }
}

/// Gives the statement's file its place among the versions that were published; the plan that is in force.
///
/// A file that is older than the version in force is replaced by it: the server stood still on that version's day.
pub(crate) fn settle(
    common: &Common,
    store: &Store,
    entry: &OrganisationConfig,
    path: &Path,
    file: &Plan,
) -> Result<Plan, Failure> {
    let now = common.clock.now();
    let scope = Scope {
        organisation: entry.key.clone(),
        actor: Actor::Job(keeper::AMEND.name),
        now,
        zone: file.zone().clone(),
        language: file.languages().first().copied().unwrap_or_default(),
        request: scope::mint::<RequestId>(now, &*common.rng),
        session: None,
        rng: Arc::clone(&common.rng),
    };
    let (text, inventory) = (fs::read_to_string(path)?, Arc::clone(&common.inventory));
    let settled = store.write(&scope, move |work| amendments::settle(work, &inventory, &text, ::amendments::tell));
    let plan = wait(settled).map_err(|error| in_words(common, error))?;
    let number = plan.version().number;
    if file.version().number < number {
        let text = wait(store.read(&scope, move |reader| amendments::text(reader, number)))?;
        put(path, &text.unwrap_or_default())?;
    }
    Ok(plan)
}

/// What speaks against a version, for a person at a terminal.
pub(crate) fn in_words(common: &Common, error: AmendError) -> Failure {
    let AmendError::Objections(examined) = error else { return error.to_string().into() };
    let voice = Voice::new(Arc::clone(&common.words), Language::En);
    let objections: Vec<_> = examined.objections.iter().map(|objection| objection.text(&voice)).collect();
    format!("the statement cannot be published:\n\n{}", objections.join("\n")).into()
}

/// Says how far a version has come, for whoever looks on or lets it be halted there.
fn reached(step: &'static str) {
    tracing::debug!(amendment.step = step, "a version of the statement got this far");
}

/// Writes the statement's file, whole or not at all.
fn put(path: &Path, text: &str) -> Result<(), Failure> {
    let draft = path.with_extension("new");
    let mut file = fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&draft)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    reached("drafted");
    fs::rename(&draft, path)?;
    reached("replaced");
    if let Some(folder) = path.parent() {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// Waits, on this thread, for what the store's own threads do: an organisation is opened where there may be no runtime.
fn wait<F: Future>(future: F) -> F::Output {
    struct Parked(Thread);
    impl Wake for Parked {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let waker = Arc::new(Parked(thread::current())).into();
    let (mut future, mut context) = (pin!(future), Context::from_waker(&waker));
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(done) => return done,
            Poll::Pending => thread::park(),
        }
    }
}
