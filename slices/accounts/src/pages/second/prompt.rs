//! What a page's script needs to ask a browser for a new passkey.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use kernel::{PersonId, id::Id as _};
use organisation::Visit;

use crate::{
    Hasher,
    factors::{
        challenge::{self, Act},
        webauthn::Kept,
    },
};

/// A passkey to be made.
pub(super) struct Prompt {
    pub(super) challenge: String,
    /// The user handle (WebAuthn §5.4.3), in base64url: the person's id, which says nothing outside.
    pub(super) user: String,
    /// What the device calls the account.
    pub(super) account: String,
    /// The ids of the passkeys that there are, in base64url: no device makes a second one.
    pub(super) known: String,
}

impl Prompt {
    /// A passkey for this person, beside those that there are.
    pub(super) fn of(
        visit: &Visit,
        hasher: &Hasher,
        act: Act,
        (person, account): (PersonId, &str),
        kept: &[Kept],
    ) -> Self {
        let known: Vec<_> = kept.iter().map(|kept| URL_SAFE_NO_PAD.encode(&kept.id)).collect();
        let site = visit.site.name(visit.scope.language);
        Self {
            challenge: challenge::make(visit, hasher, act),
            user: URL_SAFE_NO_PAD.encode(person.uuid().as_bytes()),
            account: if account.is_empty() { site } else { account.to_owned() },
            known: known.join(" "),
        }
    }
}
