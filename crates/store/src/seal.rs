//! Sealed values.

use kernel::{PersonId, SecretString, Uuid};
use zeroize::Zeroizing;

use crate::StoreError;

/// Where a sealed value stands; sealed in one cell, it opens in no other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The table.
    pub table: &'static str,
    /// The column, declared [`Sealed`](kernel::manifest::Protection::Sealed).
    pub column: &'static str,
    /// The row's id.
    pub row: Uuid,
    /// The id of the container that holds the row: a trajectory's, a person's.
    pub holder: Uuid,
    /// The party under whose own key the class is sealed too; `None` for a class without `sealed_also_for`.
    pub also: Option<PersonId>,
}

/// A value that only an [`Opener`] opens. It has neither `Debug`, `Display`, `Serialize` nor `Clone`.
pub struct Sealed {
    cell: Cell,
    bytes: Vec<u8>,
}

impl Sealed {
    pub(crate) fn new(cell: Cell, bytes: Vec<u8>) -> Self {
        Self { cell, bytes }
    }

    /// Where it stands.
    pub fn cell(&self) -> &Cell {
        &self.cell
    }
}

/// Opens what one grant covers. Made by [`Store::opener`](crate::Store::opener), which leaves a line in the access log.
pub struct Opener {}

impl Opener {
    /// Opens text.
    pub fn text(&self, sealed: &Sealed) -> Result<SecretString, StoreError> {
        let _ = &sealed.bytes;
        unimplemented!()
    }

    /// Opens bytes.
    pub fn bytes(&self, sealed: &Sealed) -> Result<Zeroizing<Vec<u8>>, StoreError> {
        let _ = &sealed.bytes;
        unimplemented!()
    }
}
