//! What is next for somebody: lines that slices add to the first page, without knowing each other.

use std::sync::Arc;

use store::Reader;

use crate::{Visit, pages::Failure};

/// One line of what is next, with where it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it is about.
    pub title: String,
    /// What is next, in a sentence.
    pub said: String,
    /// Where it leads.
    pub href: String,
    /// An icon of the sprite.
    pub icon: &'static str,
}

/// A slice that has something to say on the first page.
pub trait Ahead: Send + Sync {
    /// What is next for whoever looks, what matters most first. One query at most: the first page has six.
    ///
    /// # Errors
    /// When the store cannot be read.
    fn steps(&self, visit: &Visit, reader: &mut Reader<'_>) -> Result<Vec<Step>, Failure>;
}

/// All slices that say something there, in their order.
#[derive(Clone)]
pub struct Aheads(Arc<[Arc<dyn Ahead>]>);

impl Aheads {
    /// These.
    pub fn new(all: impl IntoIterator<Item = Arc<dyn Ahead>>) -> Self {
        Self(all.into_iter().collect())
    }

    /// What all of them say.
    ///
    /// # Errors
    /// When one of them cannot read the store.
    pub fn steps(&self, visit: &Visit, reader: &mut Reader<'_>) -> Result<Vec<Step>, Failure> {
        let mut all = Vec::new();
        for one in &*self.0 {
            all.extend(one.steps(visit, reader)?);
        }
        Ok(all)
    }
}
