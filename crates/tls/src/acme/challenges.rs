//! What is answered to an authority that asks over plain HTTP.

use std::{
    collections::BTreeMap,
    sync::{Arc, PoisonError, RwLock},
};

type Answers = Arc<RwLock<BTreeMap<String, String>>>;

/// The answers that are laid out just now, by token.
#[derive(Clone, Debug, Default)]
pub struct Challenges(Answers);

impl Challenges {
    /// The answer to a token: what stands under `/.well-known/acme-challenge/{token}`.
    pub fn answer(&self, token: &str) -> Option<String> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).get(token).cloned()
    }

    pub(super) fn hold(&self, token: &str, answer: &str) -> Held {
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(token.to_owned(), answer.to_owned());
        Held { answers: Arc::clone(&self.0), token: token.to_owned() }
    }
}

/// An answer, laid out as long as this lives.
pub(super) struct Held {
    answers: Answers,
    token: String,
}

impl Drop for Held {
    fn drop(&mut self) {
        self.answers.write().unwrap_or_else(PoisonError::into_inner).remove(&self.token);
    }
}
