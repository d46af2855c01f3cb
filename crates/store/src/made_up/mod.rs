//! A test copy: the same shape and volume, and nobody in it (UC21).
//!
//! Not one seal is opened for it, and neither keyring nor files of the original are read: how long a sealed text is shows
//! from outside, and what stands in its place is made up to that length. Ids are drawn anew, and what leads from an old one to
//! its new one is forgotten at the end. Instants are kept to the minute, roles and states as they are. The ledger is chained and
//! signed anew by the copy's own key; what its entries say of receipts' hashes stays, so that receipts of a copy prove nothing.

mod ids;
mod ledger;

use std::sync::Arc;

use kernel::{
    PersonId, Uuid, Value,
    id::Id as _,
    manifest::{Class, Content, Protection, Table},
};

use crate::{
    Cell, FileCell, FileId, Row, Store, StoreError,
    copies::{CopyError, Progress, Source, TableCount},
    derived::{also_column, row_also},
    engine::{Connection, Mode, text},
    files, folders, keyring, schema,
    shared::Shared,
    snapshot::Snapshot,
    tables,
};

use ids::Ids;

/// Makes values up.
pub trait Invent: Send + Sync {
    /// What stands in the place of a sealed value of an item, of `length` bytes if it can be.
    fn value(&self, item: &'static str, length: usize, beside: &Beside<'_>) -> Vec<u8>;
    /// The content of a file of exactly `length` bytes.
    fn file(&self, length: usize) -> Vec<u8>;
}

/// What else stands in the row.
pub struct Beside<'a> {
    /// The new id of the container that holds it.
    pub holder: Uuid,
    columns: &'a [(&'static str, Value)],
}

impl Beside<'_> {
    /// A text that is not sealed.
    pub fn text(&self, column: &str) -> Option<&str> {
        self.columns.iter().find_map(|(name, value)| match value {
            Value::Text(text) if *name == column => Some(text.as_str()),
            _ => None,
        })
    }
}

/// How often it begins again while erasures go on.
const ATTEMPTS: usize = 20;
/// What a sealed value has besides its text: version, nonce, tag.
const AROUND: usize = 1 + 12 + 16;

/// Fills the empty store `to` with a made-up copy of `source`, perhaps while another process uses that. Returns what is
/// there now, by table.
///
/// # Errors
/// When either cannot be read or written, or somebody is in `to` already; then `to` is as it was.
pub async fn make(
    source: &Source,
    to: &Store,
    invent: Arc<dyn Invent>,
    progress: &Progress,
) -> Result<Vec<TableCount>, CopyError> {
    let (source, progress) = (source.clone(), progress.clone());
    let made = to.alone(move |connection, shared| {
        for _ in 0..ATTEMPTS {
            match in_one(connection, shared, &source, &*invent, &progress) {
                Err(CopyError::Interrupted) => std::thread::sleep(std::time::Duration::from_millis(250)),
                ended => return Ok(ended),
            }
        }
        Ok(Err(CopyError::Interrupted))
    });
    made.await?
}

fn in_one(
    connection: &mut Connection,
    shared: &Shared,
    source: &Source,
    invent: &dyn Invent,
    progress: &Progress,
) -> Result<Vec<TableCount>, CopyError> {
    connection.begin(Mode::Write)?;
    let ids = Ids::new(&*source.rng);
    let mut making = Making { connection, shared, source, invent, ids, files: Vec::new() };
    let made = making.all(progress);
    let kept = made.and_then(|counts| {
        // Keys first, then files, then the rows that need both.
        shared.ring.flush()?;
        making.files()?;
        making.connection.simple("COMMIT")?;
        Ok(counts)
    });
    if kept.is_err() {
        let _ = making.connection.simple("ROLLBACK");
    }
    kept
}

/// A copy while it is made.
struct Making<'a> {
    connection: &'a mut Connection,
    shared: &'a Shared,
    source: &'a Source,
    invent: &'a dyn Invent,
    ids: Ids,
    /// Files that rows name, with the class under whose key each is sealed.
    files: Vec<(FileId, FileCell, &'static Class)>,
}

impl Making<'_> {
    fn all(&mut self, progress: &Progress) -> Result<Vec<TableCount>, CopyError> {
        let mut snapshot = Snapshot::begin(self.source)?;
        schema::check(&mut snapshot.connection, &self.source.inventory)?;
        // What a store writes of itself when it opens for the first time is there already.
        let own = [tables::MARK.name, tables::MIGRATION.name];
        let copied: Vec<_> = self.source.inventory.tables().filter(|table| !own.contains(&table.name)).collect();
        for table in copied.iter().filter(|table| table.class.is_some()) {
            if !self.connection.query(&format!("SELECT 1 FROM {} LIMIT 1", table.name), &[])?.is_empty() {
                return Err(CopyError::NotEmpty(self.shared.folder.clone()));
            }
        }
        for table in copied.iter().rev() {
            self.connection.execute(&format!("DELETE FROM {}", table.name), &[])?;
        }
        let mut counts = Vec::new();
        for table in copied {
            progress(&format!("{}: {}", self.source.organisation, table.name));
            counts.push(TableCount { table: table.name.to_owned(), rows: self.table(table, &mut snapshot)? });
        }
        ledger::chain_anew(self.connection, self.shared)?;
        Ok(counts)
    }

    fn table(&mut self, table: &'static Table, snapshot: &mut Snapshot) -> Result<u64, CopyError> {
        let class = table.class.and_then(|class| self.source.inventory.class(class));
        let also = class.and_then(|class| also_column(&self.source.inventory, class));
        let holding = table.container_column.map(|column| format!("t.{column}"));
        let columns: Vec<_> = table.columns.iter().map(|column| format!("t.{}", column.name)).collect();
        let read = format!(
            "SELECT t.{id}, {holding}, {also}, {columns} FROM {name} t{join}",
            id = table.id,
            holding = holding.as_deref().unwrap_or("NULL"),
            also = also.as_ref().map_or("NULL", |also| also.column.as_str()),
            columns = columns.join(", "),
            name = table.name,
            join = also
                .as_ref()
                .zip(table.container_column)
                .map_or(String::new(), |(also, holding)| { format!(" LEFT {}", also.join(holding)) }),
        );
        let places: Vec<_> = (1..=columns.len()).map(|n| format!("${n}")).collect();
        let names: Vec<_> = table.columns.iter().map(|column| column.name).collect();
        let insert = format!("INSERT INTO {} ({}) VALUES ({})", table.name, names.join(", "), places.join(", "));
        let insert = text::query(&insert, self.shared.dialect);
        let (mut rows, has_also) = (0, also.is_some());
        snapshot.each(&read, &mut |row| {
            let values = self.row(table, class, has_also, row)?;
            self.connection.execute(&insert, &values)?;
            rows += 1;
            Ok(())
        })?;
        Ok(rows)
    }

    /// A row, made up: first what stands open, then what is sealed, then hashes of that.
    fn row(
        &mut self,
        table: &'static Table,
        class: Option<&'static Class>,
        has_also: bool,
        mut row: Row,
    ) -> Result<Vec<Value>, StoreError> {
        let (id, holder) = (row.take(0), row.uuid_opt(1)?);
        let also = row_also(&row, 2, has_also)?.map(|also| PersonId::from_uuid(self.ids.of(also.uuid())));
        let holder = holder.map(|holder| self.ids.of(holder)).unwrap_or_default();
        let id = match self.ids.value(id, self.shared) {
            Value::Bytes(bytes) => Uuid::from_slice(&bytes).unwrap_or_default(),
            Value::Int(number) => Uuid::from_u128(number.unsigned_abs().into()),
            Value::Null | Value::Text(_) => Uuid::nil(),
        };
        let old: Vec<_> = (0..table.columns.len()).map(|n| row.take(3 + n)).collect();
        let is_open = |n: usize| {
            !matches!(table.columns[n].content, Content::Personal(_, Protection::Sealed | Protection::KeyedHash))
        };
        let mut new: Vec<(&'static str, Value)> = Vec::new();
        for (n, (column, value)) in table.columns.iter().zip(&old).enumerate() {
            new.push((column.name, if is_open(n) { self.ids.value(value.clone(), self.shared) } else { Value::Null }));
        }
        let mut texts: Vec<(&str, Vec<u8>)> = Vec::new();
        for (n, (column, value)) in table.columns.iter().zip(&old).enumerate() {
            let (Content::Personal(item, protection), Value::Bytes(sealed), Some(class)) =
                (column.content, value, class)
            else {
                continue;
            };
            if protection == Protection::Sealed {
                let beside = Beside { holder, columns: &new };
                let plain = self.invent.value(item, sealed.len().saturating_sub(AROUND), &beside);
                let cell = Cell { table: table.name, column: column.name, row: id, holder, also };
                new[n].1 = self.seal(class, &cell, &plain)?;
                texts.push((item, plain));
            } else if item.ends_with(".file") && sealed.len() == 16 {
                let cell = FileCell { table: table.name, column: column.name, holder, also };
                let file = Uuid::from_slice(sealed).map(|file| FileId::from_uuid(self.ids.of(file)));
                self.files.extend(file.ok().map(|file| (file, cell, class)));
            }
        }
        for (n, column) in table.columns.iter().enumerate() {
            let Content::Personal(item, Protection::KeyedHash) = column.content else { continue };
            let text = texts.iter().find(|(of, _)| *of == item).and_then(|(_, text)| std::str::from_utf8(text).ok());
            new[n].1 = match text {
                Some(text) if old[n] != Value::Null => self.shared.keyed_hash(item, text)?,
                _ => self.ids.value(old[n].clone(), self.shared),
            };
        }
        Ok(new.into_iter().map(|(_, value)| value).collect())
    }

    fn seal(&self, class: &'static Class, cell: &Cell, plain: &[u8]) -> Result<Value, StoreError> {
        let (ring, also) = (&self.shared.ring, cell.also.map(PersonId::uuid));
        ring.make(class.name, cell.holder, also);
        let cipher = ring.cipher(class.name, cell.holder, also)?;
        keyring::seal(&cipher, &cell.aad(class), plain, &*self.shared.rng).map(Value::Bytes)
    }

    /// Writes files of the same sizes.
    fn files(&mut self) -> Result<(), CopyError> {
        for (id, cell, class) in std::mem::take(&mut self.files) {
            let text = text::query("SELECT length FROM file WHERE id = $1", self.shared.dialect);
            let rows = self.connection.query(&text, &[Value::from(id)])?;
            let Some(sealed) = rows.first().map(|row| row.int(0)).transpose()? else { continue };
            let length = usize::try_from(files::plain_length(sealed.unsigned_abs())?).unwrap_or_default();
            let also = cell.also.map(PersonId::uuid);
            self.shared.ring.make(class.name, cell.holder, also);
            self.shared.ring.flush()?;
            let key = self.shared.ring.file_cipher(class.name, cell.holder, also, id.uuid())?;
            let prefix = kernel::rng::bytes(&*self.shared.rng);
            let bytes = files::seal(&key, prefix, &files::aad(&cell, id), &self.invent.file(length))?;
            let place = files::place(&self.shared.folder, id);
            let written = write(&place, &bytes);
            written.map_err(|error| CopyError::local(&place, &error))?;
        }
        Ok(())
    }
}

fn write(place: &std::path::Path, bytes: &[u8]) -> std::io::Result<()> {
    use std::io::Write as _;
    folders::make(place.parent().unwrap_or(place))?;
    let mut file = std::fs::File::create(place)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    folders::sync_name(place)
}
