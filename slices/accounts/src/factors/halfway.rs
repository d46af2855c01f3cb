//! Halfway in: that a password was right a moment ago, as a signed field of the form for the second step. Nothing is
//! stored, and no session exists before the second step.

use kernel::{PersonId, Timestamp, id::Id as _};
use organisation::Visit;

use crate::Hasher;

/// For how many seconds the second step may follow.
const LASTS: i64 = 600;
const PURPOSE: &str = "halfway";

/// The field's value for a person whose password was right.
pub(crate) fn proof(visit: &Visit, hasher: &Hasher, person: PersonId) -> String {
    let (person, until) = (person.uuid().to_string(), (visit.scope.now.as_second() + LASTS).to_string());
    let tag = hasher.tag(&[PURPOSE, visit.site.key.as_str(), &person, &until]);
    format!("{person}.{until}.{tag}")
}

/// Whose password was right, if it was, here, and not too long ago.
pub(crate) fn person(visit: &Visit, hasher: &Hasher, proof: &str) -> Option<PersonId> {
    let (text, shown) = proof.rsplit_once('.')?;
    let (person, until) = text.split_once('.')?;
    let tag = hasher.tag(&[PURPOSE, visit.site.key.as_str(), person, until]);
    let until = Timestamp::from_second(until.parse().ok()?).ok()?;
    (hasher.is_tag(&tag, shown) && until > visit.scope.now).then(|| person.parse().ok()).flatten()
}
