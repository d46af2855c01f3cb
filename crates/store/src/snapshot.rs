//! The database at one instant, read beside whoever uses it.

use std::path::PathBuf;

use kernel::{Value, manifest::Sql};

use crate::{
    Row, StoreError,
    copies::{CopyError, Source},
    engine::{Connection, Dialect, Mode, text},
    open::target,
    params, queries,
};

/// What registered texts without parameters answer, all at one instant, beside whoever uses the database. Blocks.
///
/// # Errors
/// When the database cannot be read, or is of another version of the program.
pub fn beside(source: &Source, texts: &[&'static Sql]) -> Result<Vec<Vec<Row>>, CopyError> {
    let mut snapshot = Snapshot::begin(source)?;
    texts.iter().map(|sql| Ok(snapshot.query(sql.text, &[])?)).collect()
}

/// After so many rows it looks whether it is in somebody's way.
const LOOK: u64 = 256;

/// The database at one instant.
pub(crate) struct Snapshot {
    pub(crate) connection: Connection,
    dialect: Dialect,
    /// The file by which an erasure asks for SQLite's log, which a snapshot holds.
    wanted: PathBuf,
}

impl Snapshot {
    pub(crate) fn begin(source: &Source) -> Result<Self, CopyError> {
        let target = target(&source.config);
        let mut connection = target.connect(Mode::Read)?;
        connection.begin(Mode::Read)?;
        Ok(Self { connection, dialect: target.dialect(), wanted: source.config.folder.join(crate::store::SCRUB) })
    }

    pub(crate) fn query(&mut self, text: &str, params: &[Value]) -> Result<Vec<Row>, StoreError> {
        self.connection.query(&text::query(text, self.dialect), params)
    }

    /// Hands over rows one by one, and lets go when an erasure waits.
    pub(crate) fn each(
        &mut self,
        text: &str,
        take: &mut dyn FnMut(Row) -> Result<(), StoreError>,
    ) -> Result<(), CopyError> {
        let (mut rows, mut interrupted) = (0, false);
        let read = self.connection.each(&text::query(text, self.dialect), &mut |row| {
            rows += 1;
            interrupted = rows % LOOK == 0 && self.wanted.exists();
            if interrupted { Err(StoreError::Busy) } else { take(row) }
        });
        if interrupted { Err(CopyError::Interrupted) } else { Ok(read?) }
    }

    pub(crate) fn mark(&mut self, name: &str) -> Result<Option<String>, StoreError> {
        let rows = self.query(queries::MARK.text, params![name])?;
        rows.first().map(|row| row.text(0).map(str::to_owned)).transpose()
    }
}
