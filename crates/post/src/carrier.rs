//! Who carries a mail, and how that can fail.

use std::{future::Future, pin::Pin};

use crate::Mail;

/// A future that a trait object can give.
pub type Later<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Takes a mail to its server.
pub trait Carrier: Send + Sync {
    /// Carries one mail. `Ok` means that the next server has taken it.
    fn carry<'a>(&'a self, mail: &'a Mail) -> Later<'a, Result<(), PostError>>;
}

/// Why a mail was not taken. A server's own text may repeat the address, so only its code is kept (I6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PostError {
    /// Try again later: no connection, a busy server (4xx).
    #[error("the mail server cannot take the mail now (code {0:?})")]
    Temporary(Option<u16>),
    /// There is no such mailbox (5xx, with a code that says so).
    #[error("the mail server says that there is no such mailbox (code {0:?})")]
    NoMailbox(Option<u16>),
    /// It will never be taken: a rejected sender, or no reason (5xx).
    #[error("the mail server refuses the mail (code {0:?})")]
    Permanent(Option<u16>),
    /// The settings of the mail server or the gateway are wrong; a person has to look.
    #[error("the settings are wrong: {0}")]
    Settings(&'static str),
}

impl PostError {
    /// Whether trying again later can help.
    pub fn may_pass(&self) -> bool {
        !matches!(self, Self::NoMailbox(_) | Self::Permanent(_))
    }
}
