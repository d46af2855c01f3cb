//! What somebody shows besides the password: a code, or a passkey.

use http::Fields;
use kernel::{PersonId, Timestamp, id::Id as _};
use organisation::Visit;
use store::{Opener, StoreError, Work};

use super::{
    challenge::{self, Act},
    passkeys,
    sms::store::{self as sms, Attempt},
    store as steps,
    webauthn::{Place, Shown},
};
use crate::Hasher;

/// What was shown, as a form brought it.
pub(crate) enum Showing {
    /// A code of the app, or a recovery code.
    Code(String),
    /// The same, or a code that was sent by text message for this attempt, as it would be kept.
    CodeOrText(String, Attempt, Vec<u8>),
    /// A passkey's answer to a challenge of this instant.
    Passkey(Box<Shown>, Timestamp),
    /// A passkey's answer to no challenge of ours.
    Nothing,
}

impl Showing {
    /// What a form brought for this act: the passkey where its script has filled one in, else what stands in the field
    /// for a code.
    pub(crate) fn of(visit: &Visit, hasher: &Hasher, act: Act, (fields, code): (&Fields, &str)) -> Self {
        let typed = fields.get(code);
        match act {
            _ if fields.has("passkey") => {}
            Act::Second(person) => {
                let text = sms::typed(hasher, visit.site.key.as_str(), PersonId::from_uuid(person), typed);
                return Self::CodeOrText(typed.to_owned(), Attempt::at_door(fields.get("proof")), text);
            }
            _ => return Self::Code(typed.to_owned()),
        }
        let answer = || {
            let shown = Shown::read(fields.get("passkey"))?;
            let at = challenge::made_at(visit, hasher, act, &shown.challenge()?)?;
            Some(Self::Passkey(Box::new(shown), at))
        };
        answer().unwrap_or(Self::Nothing)
    }

    /// Whether it is this person's; used up in one unit of work with what it allows.
    pub(crate) fn spend(
        &self,
        work: &mut Work<'_>,
        opener: &Opener,
        person: PersonId,
        place: &Place,
    ) -> Result<bool, StoreError> {
        match self {
            Self::Code(typed) => steps::spend(work, opener, person, typed),
            Self::CodeOrText(typed, attempt, text) => {
                Ok(steps::spend(work, opener, person, typed)? || sms::spend(work, person, (*attempt, text))?.is_some())
            }
            Self::Passkey(shown, at) => passkeys::show(work, opener, person, (shown, *at), place),
            Self::Nothing => Ok(false),
        }
    }

    /// The field and the word of a refusal; `code` is the field for a code.
    pub(crate) const fn refusal(&self, code: &'static str) -> (&'static str, &'static str) {
        match self {
            Self::Code(_) | Self::CodeOrText(..) => (code, "accounts-second-wrong"),
            Self::Passkey(..) | Self::Nothing => ("passkey", "accounts-passkey-wrong"),
        }
    }
}
