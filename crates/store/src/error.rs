//! What can go wrong in the store.

/// What can go wrong in the store. None of it is for a person's eyes: pages say what it means for them.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The grant does not reach this item of this holder (I2).
    #[error("the grant for {action} does not reach {item}")]
    Refused {
        /// What was granted.
        action: &'static str,
        /// What was asked for.
        item: &'static str,
    },
    /// The person whose own it is restricts its use (GDPR Art. 18), or has not accepted it yet (X7).
    #[error("this value waits for the person whose own it is")]
    Restricted,
    /// The key was destroyed, so the value is gone for good.
    #[error("the key of this value was destroyed")]
    Gone,
    /// A sealed value or file is not what was sealed in this place.
    #[error("a sealed value is not what was sealed in its place")]
    Tampered,
    /// The scope is of another organisation than the store (I13).
    #[error("the store is of another organisation")]
    OtherOrganisation,
    /// The SQL text stands in no manifest.
    #[error("the query {name} stands in no manifest: add it to its slice's `queries`")]
    Unregistered {
        /// The query.
        name: &'static str,
    },
    /// A name that the inventory does not know, or knows otherwise.
    #[error("{0}")]
    Undeclared(String),
    /// A row has another shape than the code expects.
    #[error("column {column} of the answer is not {expected}")]
    Shape {
        /// The position.
        column: usize,
        /// What was expected.
        expected: &'static str,
    },
    /// A uniqueness, reference or check constraint speaks against it.
    #[error("a constraint of the schema speaks against it: {0}")]
    Conflict(String),
    /// The lease of a job has run out and another holds it: roll back.
    #[error("the job's lease has passed to another")]
    LeaseLost,
    /// Someone else reads or writes; trying again later may help.
    #[error("the database is busy")]
    Busy,
    /// The database refuses or fails.
    #[error("the database says: {0}")]
    Database(String),
    /// The unit of work panicked and was rolled back.
    #[error("the unit of work panicked and was rolled back")]
    Panicked,
    /// The store is closed, or its thread has ended.
    #[error("the store is closed")]
    Closed,
    /// The schema's history is not what the slices declare.
    #[error("the migrations of {slice} are at fault: {fault}")]
    Migration {
        /// Whose.
        slice: &'static str,
        /// What is wrong, and how to mend it.
        fault: String,
    },
    /// Schema and inventory differ (I1).
    #[error("schema and inventory differ:\n{}", .0.join("\n"))]
    Inventory(Vec<String>),
    /// The keyring cannot be read or written.
    #[error("keyring: {0}")]
    Keyring(String),
    /// A file or folder cannot be read or written.
    #[error("files: {0}")]
    Files(String),
    /// The ledger's chain is broken.
    #[error("the ledger is broken at entry {0}")]
    Ledger(i64),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{ConstraintViolation, DatabaseBusy, DatabaseLocked};
        match error.sqlite_error_code() {
            Some(ConstraintViolation) => Self::Conflict(error.to_string()),
            Some(DatabaseBusy | DatabaseLocked) => Self::Busy,
            _ => Self::Database(error.to_string()),
        }
    }
}

impl From<postgres::Error> for StoreError {
    fn from(error: postgres::Error) -> Self {
        let Some(said) = error.as_db_error() else { return Self::Database(error.to_string()) };
        // Values never stand in `message`; `detail` would quote the row.
        match said.code().code() {
            code if code.starts_with("23") => Self::Conflict(said.message().to_owned()),
            "40001" | "40P01" | "55P03" => Self::Busy,
            code => Self::Database(format!("{} ({code})", said.message())),
        }
    }
}
