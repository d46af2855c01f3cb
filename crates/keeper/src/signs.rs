//! How an organisation fares, in figures that are about nobody: for whoever runs the installation.

use kernel::{Timestamp, manifest::Sql};
use store::{
    Reader, Row,
    jobs::Waiting,
    queries::{LEDGER_HEAD, RESTORED, WAITING},
};

use crate::{
    KeeperError,
    amendments::Versions,
    figures::{self, Figure},
    queries::{ACTS_OPEN, FIGURES, LOOK, VERSIONS},
};

/// The texts whose rows tell of the signs; none takes a parameter, so that they can be read beside a running server.
pub const TEXTS: [&Sql; 7] = [&LEDGER_HEAD, &WAITING, &RESTORED, &LOOK, &ACTS_OPEN, &VERSIONS, &FIGURES];

/// How an organisation fares.
#[derive(Clone, Debug, Default)]
pub struct Signs {
    /// The ledger's last entry; 0 when there is none.
    pub ledger: i64,
    /// When the newest thing was written of which the instant is known.
    pub newest: Option<Timestamp>,
    /// When the keeper last looked.
    pub looked: Option<Timestamp>,
    /// Jobs that wait.
    pub waiting: Waiting,
    /// Acts of the keeper that are not finished.
    pub open_acts: usize,
    /// Those of them of which a step failed.
    pub failed_acts: usize,
    /// Whether the database was brought back from a backup and has not been held against the shipped ledger since.
    pub restored: bool,
    /// When the latest backup was made that the organisation knows of.
    pub backed_up: Option<Timestamp>,
    /// The versions of its statement.
    pub versions: Versions,
}

impl Signs {
    /// What the rows of [`TEXTS`] tell, in their order.
    ///
    /// # Errors
    /// When a row is not as it should be.
    pub fn of(rows: &[Vec<Row>]) -> Result<Self, KeeperError> {
        let [head, waiting, restored, look, acts, versions, noted] = rows else {
            return Err(KeeperError::Unreadable("the signs".to_owned()));
        };
        let (head, look) = (head.first(), look.first());
        let looked = look.map(|row| row.time(0)).transpose()?;
        let known = figures::known(noted)?;
        let instants = [head.map(|row| row.time(2)).transpose()?, looked];
        let noted_at = known.iter().map(|known| known.at);
        let attempts = acts.iter().map(|act| act.int(4)).collect::<Result<Vec<_>, _>>()?;
        let copies = known.iter().find(|known| matches!(known.figure, Figure::Copies { .. }));
        Ok(Self {
            ledger: head.map_or(Ok(0), |row| row.int(0))?,
            newest: instants.into_iter().flatten().chain(noted_at).max(),
            looked,
            waiting: Waiting::of(waiting)?,
            open_acts: acts.len(),
            failed_acts: attempts.into_iter().filter(|attempts| *attempts > 0).count(),
            restored: !restored.is_empty(),
            backed_up: copies.map(|known| known.at),
            versions: Versions::of(versions)?,
        })
    }

    /// Reads them from an open store.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn read(reader: &mut Reader<'_>) -> Result<Self, KeeperError> {
        let rows = TEXTS.iter().map(|sql| reader.all(sql, &[])).collect::<Result<Vec<_>, _>>()?;
        Self::of(&rows)
    }
}
