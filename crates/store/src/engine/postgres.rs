//! PostgreSQL, one schema for each organisation, `synchronous_commit=on`.
//!
//! The driver runs its own small runtime, so a connection is opened, used and dropped on one plain thread.

use std::{collections::HashMap, error::Error};

use bytes::BytesMut;
use kernel::{ExposeSecret as _, SecretString, Value};
use postgres::{
    Client, NoTls, Statement,
    fallible_iterator::FallibleIterator as _,
    types::{FromSql, IsNull, ToSql, Type, accepts, to_sql_checked},
};

use crate::{Row, StoreError};

use super::Mode;

pub(crate) struct Postgres {
    client: Client,
    statements: HashMap<String, Statement>,
    url: SecretString,
    schema: String,
    mode: Mode,
    in_transaction: bool,
}

impl Postgres {
    pub(super) fn open(url: SecretString, schema: String, mode: Mode) -> Result<Self, StoreError> {
        let fits = schema.starts_with(|first: char| first.is_ascii_lowercase())
            && schema.len() <= 63
            && schema.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        if !fits {
            return Err(StoreError::Database(format!(
                "the schema's name {schema} is not of the signs a-z, 0-9 and _, beginning with a letter"
            )));
        }
        let client = Self::connect(&url, &schema, mode)?;
        Ok(Self { client, statements: HashMap::new(), url, schema, mode, in_transaction: false })
    }

    fn connect(url: &SecretString, schema: &str, mode: Mode) -> Result<Client, StoreError> {
        let mut client = Client::connect(url.expose_secret(), NoTls)?;
        let settings = match mode {
            Mode::Write => {
                format!(
                    "CREATE SCHEMA IF NOT EXISTS {schema}; SET search_path TO {schema}; SET synchronous_commit TO on"
                )
            }
            Mode::Read => format!("SET search_path TO {schema}; SET default_transaction_read_only TO on"),
        };
        client.batch_execute(&format!(
            "SET client_min_messages TO warning; SET application_name TO 'troth {schema}'; {settings}"
        ))?;
        if mode == Mode::Write {
            // One writer for each schema: keys, marks and the ledger's chain rest on it. A server that has just lost
            // its client lets go a moment later, so that it is worth waiting a little.
            client.batch_execute("SET lock_timeout TO '5s'")?;
            client
                .execute("SELECT pg_advisory_lock(hashtext($1), 7)", &[&format!("troth {schema}")])
                .map_err(|_| StoreError::Database(format!("the schema {schema} is in use by another process")))?;
            client.batch_execute("SET lock_timeout TO 0")?;
        }
        Ok(client)
    }

    pub(super) fn begin(&mut self, text: &str) -> Result<(), StoreError> {
        self.renew(false)?;
        if self.client.batch_execute(text).is_err() {
            // What failed before may have left a transaction behind; otherwise the connection is lost. Nothing was
            // done yet: once more, if need be on a new one.
            if self.client.batch_execute("ROLLBACK").is_err() {
                self.renew(true)?;
            }
            self.client.batch_execute(text)?;
        }
        self.in_transaction = true;
        Ok(())
    }

    /// Makes a connection anew that is lost, or known to be.
    fn renew(&mut self, lost: bool) -> Result<(), StoreError> {
        if lost || self.client.is_closed() {
            self.statements.clear();
            self.client = Self::connect(&self.url, &self.schema, self.mode)?;
        }
        Ok(())
    }

    fn statement(&mut self, text: &str) -> Result<Statement, StoreError> {
        if let Some(statement) = self.statements.get(text) {
            return Ok(statement.clone());
        }
        let statement = self.client.prepare(text)?;
        self.statements.insert(text.to_owned(), statement.clone());
        Ok(statement)
    }

    pub(super) fn query(&mut self, text: &str, params: &[Value]) -> Result<Vec<Row>, StoreError> {
        let mut found = Vec::new();
        self.each(text, params, &mut |row| {
            found.push(row);
            Ok(())
        })?;
        Ok(found)
    }

    pub(super) fn each(
        &mut self,
        text: &str,
        params: &[Value],
        take: &mut dyn FnMut(Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let statement = self.statement(text)?;
        check(&statement, params)?;
        let mut rows = self.client.query_raw(&statement, params.iter().map(Param))?;
        while let Some(row) = rows.next()? {
            let mut values = Vec::with_capacity(row.len());
            for n in 0..row.len() {
                let field: Option<Field> = row.try_get(n)?;
                values.push(field.map_or(Value::Null, |field| field.0));
            }
            take(Row::new(values))?;
        }
        Ok(())
    }

    pub(super) fn execute(&mut self, text: &str, params: &[Value]) -> Result<u64, StoreError> {
        let statement = self.statement(text)?;
        check(&statement, params)?;
        let params: Vec<Param<'_>> = params.iter().map(Param).collect();
        let params: Vec<&(dyn ToSql + Sync)> = params.iter().map(|param| param as &(dyn ToSql + Sync)).collect();
        Ok(self.client.execute(&statement, &params)?)
    }

    pub(super) fn batch(&mut self, text: &str) -> Result<(), StoreError> {
        if text == "COMMIT" || text == "ROLLBACK" {
            self.in_transaction = false;
        }
        Ok(self.client.batch_execute(text)?)
    }

    pub(super) fn prepare(&mut self, text: &str) -> Result<usize, StoreError> {
        Ok(self.client.prepare(text)?.params().len())
    }

    pub(super) fn lost_transaction(&self) -> bool {
        self.in_transaction && self.client.is_closed()
    }

    pub(super) fn schema(&mut self) -> Result<Vec<(String, String, String)>, StoreError> {
        let rows = self.client.query(
            "SELECT c.table_name::text, c.column_name::text, upper(c.data_type::text)
             FROM information_schema.columns c JOIN information_schema.tables t
               ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
             WHERE c.table_schema = $1 ORDER BY c.table_name, c.ordinal_position",
            &[&self.schema],
        )?;
        rows.iter().map(|row| Ok((row.try_get(0)?, row.try_get(1)?, row.try_get(2)?))).collect()
    }

    /// Lets the engine reuse the space of deleted rows. What its own log still holds is sealed.
    pub(super) fn scrub(&mut self, tables: &[&'static str]) -> Result<(), StoreError> {
        self.renew(false)?;
        for table in tables {
            self.client.batch_execute(&format!("VACUUM {table}"))?;
        }
        Ok(())
    }
}

fn check(statement: &Statement, params: &[Value]) -> Result<(), StoreError> {
    if statement.params().len() == params.len() {
        return Ok(());
    }
    Err(StoreError::Database(format!(
        "the text takes {} values, {} were given",
        statement.params().len(),
        params.len()
    )))
}

/// A value on its way in. It has an empty `Debug`, which the driver asks for.
struct Param<'a>(&'a Value);

impl std::fmt::Debug for Param<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a value")
    }
}

impl ToSql for Param<'_> {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match (self.0, ty) {
            (Value::Null, _) => Ok(IsNull::Yes),
            (Value::Int(number), &Type::INT8) => number.to_sql(ty, out),
            (Value::Int(number), &Type::INT4) => i32::try_from(*number)?.to_sql(ty, out),
            (Value::Int(number), &Type::INT2) => i16::try_from(*number)?.to_sql(ty, out),
            (Value::Int(number), &Type::BOOL) => (*number != 0).to_sql(ty, out),
            (Value::Text(text), &Type::TEXT | &Type::VARCHAR | &Type::NAME) => text.to_sql(ty, out),
            (Value::Bytes(bytes), &Type::BYTEA) => bytes.to_sql(ty, out),
            (Value::Int(_), _) => Err(format!("a whole number cannot stand where {ty} is wanted").into()),
            (Value::Text(_), _) => Err(format!("text cannot stand where {ty} is wanted").into()),
            (Value::Bytes(_), _) => Err(format!("bytes cannot stand where {ty} is wanted").into()),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

/// A value on its way out.
struct Field(Value);

impl<'a> FromSql<'a> for Field {
    fn from_sql(ty: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(Self(match *ty {
            Type::INT8 => Value::Int(i64::from_sql(ty, raw)?),
            Type::INT4 => Value::Int(i32::from_sql(ty, raw)?.into()),
            Type::INT2 => Value::Int(i16::from_sql(ty, raw)?.into()),
            Type::BOOL => Value::Int(bool::from_sql(ty, raw)?.into()),
            Type::BYTEA => Value::Bytes(raw.to_vec()),
            _ => Value::Text(String::from_sql(ty, raw)?),
        }))
    }

    accepts!(BOOL, INT2, INT4, INT8, TEXT, VARCHAR, NAME, BYTEA);
}
