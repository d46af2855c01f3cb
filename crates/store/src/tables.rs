//! The store's own tables.

use kernel::Slice;

/// The store's own tables: put it first into the inventory.
pub static SLICE: Slice = Slice { name: "store", ..Slice::EMPTY };
