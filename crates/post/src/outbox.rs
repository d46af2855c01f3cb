//! A carrier that keeps mails in memory: for the demo's page of outgoing mail, and for tests.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
};

use crate::{Carrier, Later, Mail, PostError};

/// The most mails that are kept; the oldest go first.
const ROOM: usize = 500;

/// A mail that was "sent".
pub type Kept = Arc<Mail>;

/// Keeps mails in memory.
#[derive(Clone, Default)]
pub struct Outbox(Arc<Mutex<VecDeque<Kept>>>);

impl Outbox {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }

    /// The mails, the newest first.
    pub fn mails(&self) -> Vec<Kept> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().rev().cloned().collect()
    }
}

impl Carrier for Outbox {
    fn carry<'a>(&'a self, mail: &'a Mail) -> Later<'a, Result<(), PostError>> {
        Box::pin(async move {
            let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            // As a mailbox does: the same mail carried twice shows once.
            if !kept.iter().any(|known| known.message_id == mail.message_id) {
                kept.push_back(Arc::new(mail.clone()));
            }
            while kept.len() > ROOM {
                kept.pop_front();
            }
            Ok(())
        })
    }
}
