//! Work outside requests: queued in the caller's transaction, leased, repeated with back-off, deleted on completion.
//!
//! A job may run twice (its runner may die after the effect and before the row goes), so that what it does must be
//! idempotent; effects in this database belong into the unit of work that calls [`complete`].

use kernel::{Timestamp, Uuid, jiff::SignedDuration, manifest::Job, rng};

use crate::{Reader, Row, StoreError, Work, params, queries};

kernel::id! {
    /// A queued job.
    JobId,
}

/// Tries before a job waits for a technician.
pub const TRIES: i64 = 20;

/// A job in hand, for as long as its lease lasts.
#[derive(Clone, Debug)]
pub struct Leased {
    /// Which.
    pub id: JobId,
    /// The declared name.
    pub name: String,
    /// Ids only.
    pub arguments: serde_json::Value,
    /// How often it was tried before.
    pub attempts: i64,
    lease: Uuid,
}

pub(crate) fn queue(
    work: &mut Work<'_>,
    job: &'static Job,
    arguments: &serde_json::Value,
    run_at: Timestamp,
) -> Result<JobId, StoreError> {
    if !work.shared().inventory.jobs().any(|known| known.name == job.name) {
        return Err(StoreError::Undeclared(format!("no slice declares the job {}", job.name)));
    }
    let id: JobId = work.mint();
    let day = work.day()?;
    work.run(&queries::QUEUE, params![id, day, job.name, arguments.to_string(), run_at])?;
    Ok(id)
}

/// Takes up to `limit` jobs that are due, oldest first, for `seconds`.
pub fn lease(work: &mut Work<'_>, limit: u32, seconds: i64) -> Result<Vec<Leased>, StoreError> {
    let (now, lease) = (work.now(), work.mint::<JobId>());
    let until = later(now, seconds);
    let mut rows = work.all(&queries::LEASE, params![lease, until, now, limit])?;
    rows.sort_by_key(|row| (row.int(4).unwrap_or(0), row.uuid(0).unwrap_or_default()));
    let taken = rows.iter().map(|row| {
        let arguments = serde_json::from_str(row.text(2)?)
            .map_err(|_| StoreError::Shape { column: 2, expected: "a job's arguments" })?;
        let (id, name) = (row.id(0)?, row.text(1)?.to_owned());
        Ok(Leased { id, name, arguments, attempts: row.int(3)?, lease: kernel::id::Id::uuid(lease) })
    });
    taken.collect()
}

/// Completes a job in the transaction of its effects: the row goes. `LeaseLost` when another has it: roll back.
pub fn complete(work: &mut Work<'_>, job: &Leased) -> Result<(), StoreError> {
    match work.run(&queries::COMPLETE, params![job.id, job.lease])? {
        0 => Err(StoreError::LeaseLost),
        _ => Ok(()),
    }
}

/// Puts a job back: it runs again after 30 seconds, then later each time, six hours at most. After [`TRIES`] it waits
/// for a technician.
pub fn fail(work: &mut Work<'_>, job: &Leased) -> Result<(), StoreError> {
    let attempts = job.attempts + 1;
    let wait = 30_i64.saturating_mul(1 << job.attempts.clamp(0, 20)).min(6 * 3600);
    // A tenth more or less, so that jobs which failed together do not come back together.
    let spread = i64::from(rng::bytes::<1>(&*work.scope().rng)[0]) * wait / 2560;
    let again = later(work.now(), wait + spread);
    put_back(work, job, (attempts, again, attempts >= TRIES))
}

/// Puts back a job that trying again does not help: it waits for somebody.
pub fn give_up(work: &mut Work<'_>, job: &Leased) -> Result<(), StoreError> {
    let now = work.now();
    put_back(work, job, (job.attempts + 1, now, true))
}

fn put_back(
    work: &mut Work<'_>,
    job: &Leased,
    (attempts, again, given_up): (i64, Timestamp, bool),
) -> Result<(), StoreError> {
    match work.run(&queries::PUT_BACK, params![job.id, job.lease, attempts, again, given_up])? {
        0 => Err(StoreError::LeaseLost),
        _ => Ok(()),
    }
}

/// When the next job is due: what a runner sleeps until.
pub fn next_due(reader: &mut Reader<'_>) -> Result<Option<Timestamp>, StoreError> {
    reader.one(&queries::NEXT_JOB, &[])?.map(|row| row.time(0)).transpose()
}

/// How many jobs there are, and how many of them were given up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Queued or in hand.
    pub queued: i64,
    /// Given up.
    pub given_up: i64,
    /// When the first of those that are not given up was due, or is.
    pub first_due: Option<Timestamp>,
}

impl Waiting {
    /// What the rows of [`queries::WAITING`] tell.
    pub fn of(rows: &[Row]) -> Result<Self, StoreError> {
        let mut counts = Self::default();
        for row in rows {
            if row.flag(0)? {
                counts.given_up = row.int(1)?;
            } else {
                counts.queued = row.int(1)?;
                counts.first_due = row.time_opt(2)?;
            }
        }
        Ok(counts)
    }
}

/// Counts the jobs.
pub fn waiting(reader: &mut Reader<'_>) -> Result<Waiting, StoreError> {
    Waiting::of(&reader.all(&queries::WAITING, &[])?)
}

/// Lets jobs that were given up run again; returns how many.
pub fn revive(work: &mut Work<'_>) -> Result<u64, StoreError> {
    let now = work.now();
    work.run(&queries::REVIVE, params![now])
}

fn later(now: Timestamp, seconds: i64) -> Timestamp {
    now.checked_add(SignedDuration::from_secs(seconds)).unwrap_or(now)
}
