//! Which columns each registered text reads and writes, by SQLite's authorizer.

use kernel::{Inventory, manifest::Sql};

use crate::StoreError;

/// What one text touches.
#[derive(Clone, Debug)]
pub struct Lineage {
    /// The text.
    pub sql: &'static Sql,
    /// Columns read, as (table, column).
    pub reads: Vec<(String, String)>,
    /// Columns written, as (table, column).
    pub writes: Vec<(String, String)>,
}

/// The lineage of every registered text, on an empty database of all migrations.
pub fn of(inventory: &Inventory) -> Result<Vec<Lineage>, StoreError> {
    let _ = inventory;
    unimplemented!()
}

/// Texts that read or write a personal item which none of their actions and jobs declares; one sentence each.
pub fn faults(inventory: &Inventory) -> Result<Vec<String>, StoreError> {
    let _ = inventory;
    unimplemented!()
}
