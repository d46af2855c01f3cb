//! The way to a provider. The program brings one that speaks TLS; slices open no connections.

use std::{future::Future, pin::Pin};

use kernel::SecretString;

/// A question to a provider.
pub struct Asked {
    /// The address, at the provider that was configured.
    pub url: String,
    /// A form to send; without one the address is only looked at.
    pub form: Option<SecretString>,
    /// Who asks: the value of the header `Authorization`.
    pub authorization: Option<SecretString>,
}

impl Asked {
    /// Only to look.
    pub(crate) fn look(url: &str) -> Self {
        Self { url: url.to_owned(), form: None, authorization: None }
    }
}

/// What it answered.
pub struct Answered {
    /// The status.
    pub status: u16,
    /// The body.
    pub body: Vec<u8>,
}

/// What carries questions to a provider. It follows no redirect, and reads no answer without end.
pub trait Channel: Send + Sync {
    /// Asks; else says why there is no answer, without anything of anybody in it.
    fn ask<'a>(&'a self, asked: Asked) -> Pin<Box<dyn Future<Output = Result<Answered, String>> + Send + 'a>>;
}
