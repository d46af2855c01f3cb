//! The second step as it is kept: the app's secret under seal, hashes of recovery codes.

use access::Grant;
use kernel::{PersonId, Timestamp, id::Id as _};
use statement::{Plan, plan::Factor};
use store::{Opener, Reader, Sealed, StoreError, Work, params};
use zeroize::Zeroizing;

use super::{codes, offers, passkeys, queries, sms};
use crate::model::cell;

kernel::id! {
    /// A recovery code.
    RecoveryId,
}

/// Stands before a secret. No text begins so, and only texts are ever shown or taken along.
pub(super) const NO_TEXT: u8 = 0xff;

/// An authenticator app, its secret sealed.
pub struct Authenticator {
    secret: Sealed,
    spent: i64,
    /// Since when there is one.
    pub made_at: Timestamp,
}

impl Authenticator {
    /// Opens the secret. What is not one is none: a made-up copy has no second steps.
    fn secret(&self, opener: &Opener) -> Result<Option<Zeroizing<Vec<u8>>>, StoreError> {
        let kept = opener.bytes(&self.secret)?;
        let secret = kept.strip_prefix(&[NO_TEXT]).filter(|secret| secret.len() == codes::SECRET);
        Ok(secret.map(|secret| Zeroizing::new(secret.to_vec())))
    }
}

/// A person's authenticator.
pub fn authenticator(reader: &mut Reader<'_>, person: PersonId) -> Result<Option<Authenticator>, StoreError> {
    let Some(row) = reader.one(&queries::AUTHENTICATOR, params![person])? else { return Ok(None) };
    let secret = row.sealed(0, cell("authenticator", "secret", person.uuid(), person))?;
    Ok(Some(Authenticator { secret, spent: row.int(1)?, made_at: row.time(2)? }))
}

/// Whether a person has an authenticator app.
pub fn has_app(reader: &mut Reader<'_>, opener: &Opener, person: PersonId) -> Result<bool, StoreError> {
    let found = authenticator(reader, person)?;
    Ok(found.map(|found| found.secret(opener)).transpose()?.flatten().is_some())
}

/// Whether a person has a second step.
pub fn has(reader: &mut Reader<'_>, opener: &Opener, person: PersonId) -> Result<bool, StoreError> {
    Ok(has_app(reader, opener, person)? || passkeys::has(reader, opener, person)?)
}

/// How many recovery codes are left.
pub fn codes_left(reader: &mut Reader<'_>, person: PersonId) -> Result<i64, StoreError> {
    reader.one(&queries::CODES_LEFT, params![person])?.map_or(Ok(0), |row| row.int(0))
}

/// Writes an authenticator down, of which a code was shown at `step`.
pub fn set(work: &mut Work<'_>, grant: &Grant, person: PersonId, secret: &[u8], step: i64) -> Result<(), StoreError> {
    let now = work.now();
    let kept = Zeroizing::new([&[NO_TEXT], secret].concat());
    let sealed = work.seal(grant, &cell("authenticator", "secret", person.uuid(), person), &kept)?;
    work.run(&queries::AUTHENTICATOR_NEW, params![person, sealed, step, now]).map(drop)
}

/// New recovery codes in place of those before; told to nobody but the one who asks.
pub fn recovery_anew(work: &mut Work<'_>, person: PersonId) -> Result<Vec<String>, StoreError> {
    work.run(&queries::CODES_END, params![person])?;
    let made: Vec<String> = (0..codes::RECOVERY).map(|_| codes::recovery(&*work.scope().rng)).collect();
    for code in &made {
        let id: RecoveryId = work.mint();
        work.run(&queries::CODE_NEW, params![id, person, codes::recovery_hash(code)])?;
    }
    Ok(made)
}

/// Recovery codes for whoever has none, where the statement offers them.
pub fn first_codes(work: &mut Work<'_>, plan: &Plan, person: PersonId) -> Result<Vec<String>, StoreError> {
    if !offers(plan, Factor::RecoveryCodes) || codes_left(work, person)? > 0 {
        return Ok(Vec::new());
    }
    recovery_anew(work, person)
}

/// Uses up what was typed, when it is a code of the app or a recovery code. In one unit of work with what it allows:
/// no code counts twice.
pub fn spend(work: &mut Work<'_>, opener: &Opener, person: PersonId, typed: &str) -> Result<bool, StoreError> {
    let now = work.now();
    if let Some(found) = authenticator(work, person)?
        && let Some(secret) = found.secret(opener)?
        && let Some(step) = codes::fitting(&secret, typed, now, found.spent)
    {
        return Ok(work.run(&queries::AUTHENTICATOR_USED, params![person, step])? == 1);
    }
    Ok(work.run(&queries::CODE_USED, params![person, codes::recovery_hash(typed)])? == 1)
}

/// Takes the app away.
pub fn remove(work: &mut Work<'_>, person: PersonId) -> Result<(), StoreError> {
    work.run(&queries::AUTHENTICATOR_END, params![person]).map(drop)
}

/// Takes the recovery codes and the number for codes by text message away, which stand for nothing without a second step.
pub fn remove_codes(work: &mut Work<'_>, person: PersonId) -> Result<(), StoreError> {
    sms::store::remove(work, person)?;
    work.run(&queries::CODES_END, params![person]).map(drop)
}
