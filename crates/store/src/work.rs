//! What a unit of work can do.

use std::{
    ops::{Deref, DerefMut},
    sync::Arc,
};

use access::{Choices, Grant};
use kernel::{
    PersonId, Scope, Timestamp, Uuid, Value,
    id::Id,
    manifest::{Job, Sql},
};

use crate::{
    Cell, Row, StoreError, StoredFile,
    engine::Connection,
    jobs::{self, JobId},
    keyring,
    ledger::{self, Act},
    params, queries,
    restrictions::Change,
    shared::{Placed, Shared, day_id},
    tables::LOGGED,
};

/// Reads, inside one transaction.
///
/// After an error of the database the transaction is at its end, on both engines alike: what follows gets the same
/// error, and nothing is kept.
pub struct Reader<'a> {
    connection: &'a mut Connection,
    shared: &'a Shared,
    scope: &'a Scope,
    failed: Option<StoreError>,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(connection: &'a mut Connection, shared: &'a Shared, scope: &'a Scope) -> Self {
        Self { connection, shared, scope, failed: None }
    }

    /// All rows. The text must stand in a slice's manifest.
    pub fn all(&mut self, sql: &'static Sql, params: &[Value]) -> Result<Vec<Row>, StoreError> {
        let text = self.shared.registry.text(sql)?;
        tracing::trace!(target: "troth_store::sql", query = sql.name);
        self.on_connection(|connection| connection.query(text, params))
    }

    /// The first row.
    pub fn one(&mut self, sql: &'static Sql, params: &[Value]) -> Result<Option<Row>, StoreError> {
        Ok(self.all(sql, params)?.into_iter().next())
    }

    /// The keyed hash under which a [`KeyedHash`](kernel::manifest::Protection::KeyedHash) column finds `text`.
    ///
    /// The domain is the column's item, such as `person.email`. Where the same table holds the item sealed as well,
    /// small and capital letters and outer spaces make no difference, and the key rotates (see
    /// [`Store::rotate_lookups`](crate::Store::rotate_lookups)).
    pub fn keyed_hash(&self, domain: &'static str, text: &str) -> Value {
        // The look-up keys are part of every ring, so this finds one; NULL would match nothing.
        self.shared.keyed_hash(domain, text).unwrap_or(Value::Null)
    }

    /// Whether a person restricts the use of the own data (GDPR Art. 18).
    pub fn is_restricted(&self, person: PersonId) -> bool {
        self.shared.restrictions.hold(person)
    }

    /// Who stands on which version of the statement (X7).
    pub fn choices(&self) -> &Arc<Choices> {
        &self.shared.choices
    }

    /// Who acts, and when.
    pub fn scope(&self) -> &Scope {
        self.scope
    }

    /// The scope's instant.
    pub fn now(&self) -> Timestamp {
        self.scope.now
    }

    pub(crate) fn shared(&self) -> &'a Shared {
        self.shared
    }

    /// Runs a text that this crate made from names of the inventory, with `$N`.
    pub(crate) fn derived(&mut self, text: &str, params: &[Value]) -> Result<Vec<Row>, StoreError> {
        let text = crate::engine::text::query(text, self.shared.dialect);
        self.on_connection(|connection| connection.query(&text, params))
    }

    fn on_connection<T>(
        &mut self,
        run: impl FnOnce(&mut Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        if let Some(error) = &self.failed {
            return Err(error.clone());
        }
        run(self.connection).inspect_err(|error| self.failed = Some(error.clone()))
    }

    pub(crate) fn into_failure(self) -> Option<StoreError> {
        self.failed
    }
}

/// Reads and writes, inside one transaction.
pub struct Work<'a> {
    reader: Reader<'a>,
    made: Vec<(&'static str, Uuid)>,
    changes: Vec<Change>,
}

impl<'a> Deref for Work<'a> {
    type Target = Reader<'a>;
    fn deref(&self) -> &Reader<'a> {
        &self.reader
    }
}

impl DerefMut for Work<'_> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.reader
    }
}

impl<'a> Work<'a> {
    pub(crate) fn new(connection: &'a mut Connection, shared: &'a Shared, scope: &'a Scope) -> Self {
        Self { reader: Reader::new(connection, shared, scope), made: Vec::new(), changes: Vec::new() }
    }

    /// What failed, the keys made, and who restricts or no longer does.
    pub(crate) fn finish(self) -> (Option<StoreError>, Vec<(&'static str, Uuid)>, Vec<Change>) {
        (self.reader.into_failure(), self.made, self.changes)
    }

    pub(crate) fn note(&mut self, change: Change) {
        self.changes.push(change);
    }

    /// Runs a text that writes; returns how many rows it touched. The text must stand in a slice's manifest.
    pub fn run(&mut self, sql: &'static Sql, params: &[Value]) -> Result<u64, StoreError> {
        let text = self.shared.registry.text(sql)?;
        tracing::trace!(target: "troth_store::sql", query = sql.name);
        self.reader.on_connection(|connection| connection.execute(text, params))
    }

    pub(crate) fn run_derived(&mut self, text: &str, params: &[Value]) -> Result<u64, StoreError> {
        let text = crate::engine::text::query(text, self.shared.dialect);
        self.reader.on_connection(|connection| connection.execute(&text, params))
    }

    /// Seals `plain` for its cell. The grant must cover the cell's item for the cell's holder; keys are made on
    /// first use, and are durable before this unit's commit.
    pub fn seal(&mut self, grant: &Grant, cell: &Cell, plain: &[u8]) -> Result<Value, StoreError> {
        let placed = self.make_keys(grant, cell)?;
        let cipher = self.shared.ring.cipher(placed.class.name, cell.holder, cell.also.map(PersonId::uuid))?;
        keyring::seal(&cipher, &cell.aad(placed.class), plain, &*self.shared.rng).map(Value::Bytes)
    }

    /// Makes the keys under which a cell is sealed, where they are missing.
    pub(crate) fn make_keys(&mut self, grant: &Grant, cell: &Cell) -> Result<Placed, StoreError> {
        let placed = self.shared.may_seal(grant, cell)?;
        let made = self.shared.ring.make(placed.class.name, cell.holder, cell.also.map(PersonId::uuid));
        self.made.extend(made);
        Ok(placed)
    }

    /// Sets the instant from which periods after `event` run for `subject`; a later call moves it.
    pub fn emit(&mut self, event: &'static str, subject: Uuid, at: Timestamp) -> Result<(), StoreError> {
        self.known_event(event)?;
        self.run(&queries::EMIT, params![event, subject, at]).map(drop)
    }

    /// Takes an event back: what it told of runs again.
    pub fn retract(&mut self, event: &'static str, subject: Uuid) -> Result<(), StoreError> {
        self.known_event(event)?;
        self.run(&queries::RETRACT, params![event, subject]).map(drop)
    }

    fn known_event(&self, event: &str) -> Result<(), StoreError> {
        match self.shared.inventory.event(event) {
            Some(_) => Ok(()),
            None => Err(StoreError::Undeclared(format!("no slice declares the event {event}"))),
        }
    }

    /// Queues a job in this transaction. The arguments hold ids only.
    #[expect(clippy::needless_pass_by_value, reason = "callers write the arguments in place")]
    pub fn queue(
        &mut self,
        job: &'static Job,
        arguments: serde_json::Value,
        run_at: Timestamp,
    ) -> Result<JobId, StoreError> {
        jobs::queue(self, job, &arguments, run_at)
    }

    /// Writes an act into the ledger; returns its place in the chain.
    #[expect(clippy::needless_pass_by_value, reason = "callers write the act in place")]
    pub fn record(&mut self, act: Act) -> Result<i64, StoreError> {
        ledger::record(self, &act)
    }

    /// Signs the ledger as it stands, when something was added since the last time; the signed head.
    pub fn sign_head(&mut self) -> Result<ledger::Head, StoreError> {
        ledger::sign(self)
    }

    /// Keeps a file that was put: without this row it is an orphan and goes.
    pub fn keep_file(&mut self, file: &StoredFile) -> Result<(), StoreError> {
        let now = self.now();
        self.run(&queries::KEEP_FILE, params![file.id(), file.class, file.holder, file.length, now]).map(drop)
    }

    /// A new identifier.
    pub fn mint<I: Id>(&self) -> I {
        self.scope().mint()
    }

    /// Today as a container of log lines; made, and its event emitted, on first use.
    pub(crate) fn day(&mut self) -> Result<Uuid, StoreError> {
        let (day, now) = (day_id(self.scope()), self.now());
        self.open_day(day, now)?;
        Ok(day)
    }

    pub(crate) fn open_day(&mut self, day: Uuid, at: Timestamp) -> Result<(), StoreError> {
        if self.run(&queries::OPEN_DAY, params![day, at])? > 0 {
            self.run(&queries::EMIT_ONCE, params![LOGGED, day, at])?;
        }
        Ok(())
    }
}
