//! Who had access to what: one line for each grant that became an opener (I3), and one for what somebody tried within a
//! minute and was refused.

use kernel::{Timestamp, Uuid};

use crate::{Reader, StoreError, params, queries};

/// A line of the access log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessLine {
    /// When.
    pub at: Timestamp,
    /// The person; `None` for a guest or a job.
    pub actor: Option<Uuid>,
    /// The job, when one acted.
    pub job: Option<String>,
    /// The action's or job's declared name.
    pub action: String,
    /// The kind of container.
    pub container: String,
    /// The request.
    pub request: Uuid,
    /// The number of the device of the session.
    pub device: Option<Uuid>,
    /// How often it was tried, when it was refused; `None` when access was given.
    pub refused: Option<i64>,
}

/// Who had access to one container, or was refused, newest first, at most `limit` lines.
pub fn of(reader: &mut Reader<'_>, resource: Uuid, limit: u32) -> Result<Vec<AccessLine>, StoreError> {
    let rows = reader.all(&queries::ACCESSES, params![resource, limit])?;
    let lines = rows.iter().map(|row| {
        Ok(AccessLine {
            at: row.time(0)?,
            actor: row.uuid_opt(1)?,
            job: row.text_opt(2)?.map(str::to_owned),
            action: row.text(3)?.to_owned(),
            container: row.text(4)?.to_owned(),
            request: row.uuid(5)?,
            device: row.uuid_opt(6)?,
            refused: row.int_opt(7)?,
        })
    });
    lines.collect()
}
