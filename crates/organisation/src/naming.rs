//! What people call what a slice keeps under short names: a step by its title, an answer by its question. Slices say it for
//! *My data*, without knowing each other.

use std::sync::Arc;

use access::Resource;
use kernel::words::Voice;
use store::{Reader, derived::HeldRow};

use crate::{Visit, pages::Failure};

/// What a short name stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// The value in words, for the name that its column has.
    Value(String),
    /// Several values, each with a name of its own.
    Lines(Vec<(String, String)>),
}

/// What a slice knows of the rows of one container.
pub trait Named: Send + Sync {
    /// What a value stands for; `None` where it says itself what it is.
    fn said(&self, voice: &Voice, row: &HeldRow, column: &str, value: &str) -> Option<Said>;
}

/// A slice that keeps short names.
pub trait Naming: Send + Sync {
    /// What it knows of rows of a container; `None` where the container is no matter of its own.
    ///
    /// # Errors
    /// When the store cannot be read.
    fn learn(
        &self,
        visit: &Visit,
        reader: &mut Reader<'_>,
        about: &Resource,
        rows: &[HeldRow],
    ) -> Result<Option<Box<dyn Named>>, Failure>;
}

/// All slices that do.
#[derive(Clone)]
pub struct Namings(Arc<[Arc<dyn Naming>]>);

impl Namings {
    /// These.
    pub fn new(all: impl IntoIterator<Item = Arc<dyn Naming>>) -> Self {
        Self(all.into_iter().collect())
    }

    /// What the slice knows whose container it is.
    ///
    /// # Errors
    /// When it cannot read the store.
    pub fn learn(
        &self,
        visit: &Visit,
        reader: &mut Reader<'_>,
        about: &Resource,
        rows: &[HeldRow],
    ) -> Result<Option<Box<dyn Named>>, Failure> {
        for one in &*self.0 {
            if let Some(named) = one.learn(visit, reader, about, rows)? {
                return Ok(Some(named));
            }
        }
        Ok(None)
    }
}
