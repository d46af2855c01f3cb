//! What a unit of work can do.

use std::{marker::PhantomData, ops::{Deref, DerefMut}};

use access::Grant;
use kernel::{Scope, Timestamp, Uuid, id::Id, manifest::{Job, Sql}};

use crate::{Cell, Row, StoreError, StoredFile, Value, jobs::JobId, ledger::Act};

/// Reads, inside one transaction.
pub struct Reader<'a>(PhantomData<&'a ()>);

impl Reader<'_> {
    /// All rows.
    pub fn all(&mut self, sql: &'static Sql, params: &[Value]) -> Result<Vec<Row>, StoreError> {
        let _ = (sql, params);
        unimplemented!()
    }

    /// The first row.
    pub fn one(&mut self, sql: &'static Sql, params: &[Value]) -> Result<Option<Row>, StoreError> {
        Ok(self.all(sql, params)?.into_iter().next())
    }

    /// The keyed hash under which a [`KeyedHash`](kernel::manifest::Protection::KeyedHash) column finds `text`.
    /// The domain is the column's item, such as `person.email`.
    pub fn keyed_hash(&self, domain: &'static str, text: &str) -> Value {
        let _ = (domain, text);
        unimplemented!()
    }

    /// Who acts, and when.
    pub fn scope(&self) -> &Scope {
        unimplemented!()
    }

    /// The scope's instant.
    pub fn now(&self) -> Timestamp {
        self.scope().now
    }
}

/// Reads and writes, inside one transaction.
pub struct Work<'a> {
    reader: Reader<'a>,
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

impl Work<'_> {
    /// Runs a text that writes; returns how many rows it touched.
    pub fn run(&mut self, sql: &'static Sql, params: &[Value]) -> Result<u64, StoreError> {
        let _ = (sql, params);
        unimplemented!()
    }

    /// Seals `plain` for its cell. The grant must cover the cell's item for the cell's holder; keys are made on
    /// first use.
    pub fn seal(&mut self, grant: &Grant, cell: &Cell, plain: &[u8]) -> Result<Value, StoreError> {
        let _ = (grant, cell, plain);
        unimplemented!()
    }

    /// Sets the date from which periods after `event` run for `subject`; a later call moves it.
    pub fn emit(&mut self, event: &'static str, subject: Uuid, at: Timestamp) -> Result<(), StoreError> {
        let _ = (event, subject, at);
        unimplemented!()
    }

    /// Takes an event back: what it told of runs again.
    pub fn retract(&mut self, event: &'static str, subject: Uuid) -> Result<(), StoreError> {
        let _ = (event, subject);
        unimplemented!()
    }

    /// Queues a job in this transaction. The arguments hold ids only.
    pub fn queue(
        &mut self,
        job: &'static Job,
        arguments: serde_json::Value,
        run_at: Timestamp,
    ) -> Result<JobId, StoreError> {
        let _ = (job, arguments, run_at);
        unimplemented!()
    }

    /// Writes an act into the ledger.
    pub fn record(&mut self, act: Act) -> Result<i64, StoreError> {
        let _ = act;
        unimplemented!()
    }

    /// Keeps a file that was put: without this row it is an orphan and goes.
    pub fn keep_file(&mut self, file: &StoredFile) -> Result<(), StoreError> {
        let _ = file;
        unimplemented!()
    }

    /// A new identifier.
    pub fn mint<I: Id>(&self) -> I {
        self.scope().mint()
    }
}
