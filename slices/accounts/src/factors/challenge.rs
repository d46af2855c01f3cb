//! Challenges that passkeys sign: each says what for, for whom and when it was made, and is known again by its keyed
//! hash. None is stored. That none counts twice is kept with the passkey that answers it (see
//! [`passkeys`](super::passkeys)).

use kernel::{ExposeSecret as _, Timestamp, Uuid};
use organisation::Visit;

use super::webauthn::{Kept, Made, Place};
use crate::Hasher;

/// For how many seconds a challenge can be answered.
const LASTS: i64 = 600;
const PURPOSE: &str = "passkey";

/// What a challenge is for: an answer for one opens nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Act {
    /// Signing in with a passkey alone.
    Enter,
    /// The second step after a password, of this person.
    Second(Uuid),
    /// A first second step, which the role of this person demands at the door.
    SetUp(Uuid),
    /// That it is this person who asks for a change of the second step.
    Confirm(Uuid),
    /// A further passkey, in this session, in which the factors that there are have been shown.
    Add(Uuid),
}

impl Act {
    fn parts(self) -> (&'static str, Uuid) {
        match self {
            Self::Enter => ("enter", Uuid::nil()),
            Self::Second(person) => ("second", person),
            Self::SetUp(person) => ("set-up", person),
            Self::Confirm(person) => ("confirm", person),
            Self::Add(session) => ("add", session),
        }
    }
}

fn tag(visit: &Visit, hasher: &Hasher, act: Act, (made, chance): (&str, &str)) -> String {
    let (act, holder) = act.parts();
    hasher.tag(&[PURPOSE, visit.site.key.as_str(), act, &holder.to_string(), made, chance])
}

/// A new challenge.
pub(crate) fn make(visit: &Visit, hasher: &Hasher, act: Act) -> String {
    let (chance, _) = http::cookie::token(&*visit.scope.rng);
    let (made, chance) = (visit.scope.now.as_microsecond().to_string(), chance.expose_secret());
    let tag = tag(visit, hasher, act, (&made, chance));
    format!("{made}.{chance}.{tag}")
}

/// When a challenge was made, if it was made here, for this, and not too long ago.
pub(crate) fn made_at(visit: &Visit, hasher: &Hasher, act: Act, challenge: &str) -> Option<Timestamp> {
    let (text, shown) = challenge.rsplit_once('.')?;
    let (made, chance) = text.split_once('.')?;
    let own = tag(visit, hasher, act, (made, chance));
    let made = Timestamp::from_microsecond(made.parse().ok()?).ok()?;
    let is_fresh = visit.scope.now.duration_since(made).as_secs() < LASTS;
    (hasher.is_tag(&own, shown) && is_fresh).then_some(made)
}

/// A passkey that was made here for this act, as a form brought it, and when its challenge was made.
pub(crate) fn answered(visit: &Visit, hasher: &Hasher, act: Act, text: &str) -> Option<(Kept, Timestamp)> {
    let made = Made::read(text)?;
    let at = made_at(visit, hasher, act, &made.challenge()?)?;
    Some((made.kept(&Place::at(&visit.site.base_url))?, at))
}
