//! Work outside requests: which slice does which job, and the loop that hands them out.

use std::{future::Future, pin::Pin, sync::Arc, time::Duration};

use http::Current;
use kernel::{Actor, manifest::Job};
use post::PostError;
use serde::de::DeserializeOwned;
use store::{
    StoreError,
    jobs::{self, Leased},
};

use crate::Organisation;

/// Why a job did not do its work.
#[derive(Debug, thiserror::Error)]
pub enum JobFault {
    /// It may work later: put it back. The text is for the log and holds nothing personal.
    #[error("{0}; it will be tried again")]
    Later(String),
    /// It does not work by itself any more: it is told on *What waits*, and done when somebody asks for that. The text is
    /// for the log and holds nothing personal.
    #[error("{0}; it waits for somebody")]
    Waits(String),
    /// No decision lets it do that: drop it, and leave a line in the access log.
    #[error("{0}; it was dropped")]
    Refused(#[from] access::Refused),
    /// It can never work: drop it. The text is for the log and holds nothing personal.
    #[error("{0}; it was dropped")]
    Never(String),
}

impl From<StoreError> for JobFault {
    fn from(error: StoreError) -> Self {
        Self::Later(error.to_string())
    }
}

impl From<PostError> for JobFault {
    fn from(error: PostError) -> Self {
        if error.may_pass() { Self::Later(error.to_string()) } else { Self::Waits(error.to_string()) }
    }
}

/// What a job was queued with.
///
/// # Errors
/// When it was queued by another version of the program, whose arguments are others.
pub fn arguments<T: DeserializeOwned>(job: &Leased) -> Result<T, JobFault> {
    serde_json::from_value(job.arguments.clone()).map_err(|_| JobFault::Never("the arguments do not fit".to_owned()))
}

/// What a job's work comes to, some time later.
pub type Doing<'a> = Pin<Box<dyn Future<Output = Result<(), JobFault>> + Send + 'a>>;

/// Does one kind of job. It may run twice: the work must be idempotent.
pub trait Worker: Send + Sync {
    /// The job that it does.
    fn job(&self) -> &'static Job;
    /// Does it. The runner takes the job off the queue when this succeeds.
    fn run<'a>(&'a self, organisation: &'a Arc<Organisation>, job: &'a Leased) -> Doing<'a>;
}

/// How many jobs are taken at once.
const BATCH: u32 = 16;
/// For how many seconds they are ours.
const LEASE: i64 = 120;

/// Does what is due now, and tells how many jobs that were.
///
/// # Errors
/// When the queue cannot be read or written.
pub async fn run_due(organisation: &Arc<Organisation>, workers: &[Arc<dyn Worker>]) -> Result<usize, StoreError> {
    let scope = organisation.scope(Actor::Job("queue"));
    let leased = organisation.store.write(&scope, |work| jobs::lease(work, BATCH, LEASE)).await?;
    let count = leased.len();
    for job in leased {
        let outcome = match workers.iter().find(|worker| worker.job().name == job.name) {
            Some(worker) => worker.run(organisation, &job).await,
            None => Err(JobFault::Never("no slice does this job".to_owned())),
        };
        let next = match outcome {
            Ok(()) => jobs::complete,
            Err(fault) => {
                tracing::warn!(job.id = %job.id, job.name, organisation = %organisation.key, %fault, "job");
                if let JobFault::Refused(refused) = &fault
                    && let Some(attempt) = refused.attempt()
                {
                    organisation.store.note_refusal(&scope, attempt);
                }
                match fault {
                    JobFault::Later(_) => jobs::fail,
                    JobFault::Waits(_) => jobs::give_up,
                    JobFault::Refused(_) | JobFault::Never(_) => jobs::complete,
                }
            }
        };
        let ended = organisation.store.write(&scope, move |work| next(work, &job)).await;
        match ended {
            // Another runner took it over after our lease ran out: the work is idempotent.
            Ok(()) | Err(StoreError::LeaseLost) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(count)
}

/// Runs jobs until the future is dropped: at once while there are any, and looks every second.
pub async fn run(current: Current<Organisation>, workers: Arc<[Arc<dyn Worker>]>) {
    loop {
        let organisation = current.get();
        match run_due(&organisation, &workers).await {
            Ok(0) => tokio::time::sleep(Duration::from_secs(1)).await,
            Ok(_) => {}
            Err(error) => {
                tracing::error!(organisation = %organisation.key, %error, "the queue cannot be read");
                tokio::time::sleep(Duration::from_secs(10)).await;
            }
        }
    }
}
