//! Numbers and codes as they are kept: a number under seal, a code as a keyed hash alone.

use access::Grant;
use jiff::ToSpan as _;
use kernel::{ExposeSecret as _, PersonId, Rng, Timestamp, Uuid, id::Id as _, rng};
use post::Number;
use store::{Opener, Reader, Sealed, StoreError, Value, Work, params};

use super::{actions::SMS_SEND, queries};
use crate::{Hasher, model::cell};

/// For how many minutes a code is good.
const MINUTES: i64 = 10;
/// How often it may be typed.
const TRIES: i64 = 5;

kernel::id! {
    /// An asking for a code.
    AskingId,
}

/// The attempt for which a code is asked: it opens no other.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Attempt([u8; 32]);

impl Attempt {
    /// Signing in with this signed field of the form.
    pub fn at_door(proof: &str) -> Self {
        Self(http::cookie::hash(proof))
    }

    /// Adding a number in this session.
    pub fn in_session(session: Uuid) -> Self {
        Self(http::cookie::hash(&session.to_string()))
    }
}

/// A person's confirmed number, sealed, and since when there is one.
pub fn phone(reader: &mut Reader<'_>, person: PersonId) -> Result<Option<(Sealed, Timestamp)>, StoreError> {
    let Some(row) = reader.one(&queries::PHONE, params![person])? else { return Ok(None) };
    Ok(Some((row.sealed(0, cell("phone", "number", person.uuid(), person))?, row.time(1)?)))
}

/// The number behind a seal. What is not one is none: a made-up copy has no numbers.
pub fn opened(opener: &Opener, sealed: &Sealed) -> Result<Option<Number>, StoreError> {
    Ok(opener.text(sealed)?.expose_secret().parse().ok())
}

/// A person's number; `None` when there is none.
pub fn number(reader: &mut Reader<'_>, opener: &Opener, person: PersonId) -> Result<Option<Number>, StoreError> {
    phone(reader, person)?.map_or(Ok(None), |(sealed, _)| opened(opener, &sealed))
}

/// Asks for a code for this attempt: to the confirmed number, or to one that is to be confirmed. The code is made when it is
/// sent, and stands nowhere before.
pub fn ask(
    work: &mut Work<'_>,
    person: PersonId,
    attempt: Attempt,
    new: Option<(&Grant, &Number)>,
) -> Result<(), StoreError> {
    let (asking, now): (AskingId, _) = (work.mint(), work.now());
    let ends = now.checked_add(MINUTES.minutes()).unwrap_or(now);
    let sealed = match new {
        Some((grant, number)) => work.seal(grant, &place(person), number.as_str().as_bytes())?,
        None => Value::Null,
    };
    work.run(&queries::CODE_ASKED, params![person, asking, sealed, attempt.0, ends])?;
    work.queue(&SMS_SEND, serde_json::json!({ "person": person, "asking": asking }), now).map(drop)
}

fn place(person: PersonId) -> store::Cell {
    cell("text_code", "number", person.uuid(), person)
}

/// What was asked for.
pub struct Asked {
    asking: AskingId,
    /// The number to which the code goes; `None` when it is the confirmed one.
    pub number: Option<Sealed>,
    attempt: Vec<u8>,
    hash: Option<Vec<u8>>,
    tries: i64,
    ends: Timestamp,
}

impl Asked {
    fn is_open(&self, now: Timestamp) -> bool {
        self.tries < TRIES && self.ends > now
    }
}

fn asked(reader: &mut Reader<'_>, person: PersonId) -> Result<Option<Asked>, StoreError> {
    let Some(row) = reader.one(&queries::CODE, params![person])? else { return Ok(None) };
    let now = reader.now();
    let asked = Asked {
        asking: row.id(0)?,
        number: row.sealed_opt(1, place(person))?,
        attempt: row.bytes(2)?.to_vec(),
        hash: row.bytes_opt(3)?.map(<[u8]>::to_vec),
        tries: row.int(4)?,
        ends: row.time(5)?,
    };
    Ok(Some(asked).filter(|asked| asked.is_open(now)))
}

/// What was asked for in this attempt, as long as it can be answered.
pub fn waiting(reader: &mut Reader<'_>, person: PersonId, attempt: Attempt) -> Result<Option<Asked>, StoreError> {
    Ok(asked(reader, person)?.filter(|asked| asked.attempt == attempt.0))
}

/// What is still to be sent for an asking; `None` when it is over, or another was asked for since.
pub fn to_send(reader: &mut Reader<'_>, person: PersonId, asking: AskingId) -> Result<Option<Asked>, StoreError> {
    Ok(asked(reader, person)?.filter(|asked| asked.asking == asking))
}

/// A new code: six digits, each as likely as the others.
pub fn code(rng: &dyn Rng) -> String {
    // 2^128 is so much more than a million that no digit is likelier by anything that could be measured.
    format!("{:06}", u128::from_be_bytes(rng::bytes(rng)) % 1_000_000)
}

/// What is kept of a code: a hash under the installation's own key.
pub fn hash(hasher: &Hasher, organisation: &str, person: PersonId, code: &str) -> Vec<u8> {
    hasher.tag(&["text-code", organisation, &person.to_string(), code]).into_bytes()
}

/// What a typed code would be kept as; blanks do not matter.
pub fn typed(hasher: &Hasher, organisation: &str, person: PersonId, typed: &str) -> Vec<u8> {
    let plain: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    hash(hasher, organisation, person, &plain)
}

/// A code is about to be sent.
pub fn made(work: &mut Work<'_>, person: PersonId, asking: AskingId, hash: Vec<u8>) -> Result<(), StoreError> {
    work.run(&queries::CODE_MADE, params![person, asking, hash]).map(drop)
}

/// Uses up the code that was sent for this attempt, when its hash is `typed`; gives what was asked for. In one unit of work
/// with what it allows: no code counts twice, and none for another attempt.
pub fn spend(
    work: &mut Work<'_>,
    person: PersonId,
    (attempt, typed): (Attempt, &[u8]),
) -> Result<Option<Asked>, StoreError> {
    let Some(asked) = waiting(work, person, attempt)? else { return Ok(None) };
    let fits = asked.hash.as_ref().is_some_and(|hash| subtle::ConstantTimeEq::ct_eq(hash.as_slice(), typed).into());
    if !fits {
        work.run(&queries::CODE_TRIED, params![person])?;
        return Ok(None);
    }
    work.run(&queries::CODE_END, params![person])?;
    Ok(Some(asked))
}

/// Writes a confirmed number down.
pub fn set(work: &mut Work<'_>, grant: &Grant, person: PersonId, number: &Number) -> Result<(), StoreError> {
    let now = work.now();
    let sealed = work.seal(grant, &cell("phone", "number", person.uuid(), person), number.as_str().as_bytes())?;
    work.run(&queries::PHONE_NEW, params![person, sealed, now]).map(drop)
}

/// Takes the number away, with whatever was asked for.
pub fn remove(work: &mut Work<'_>, person: PersonId) -> Result<(), StoreError> {
    work.run(&queries::CODE_END, params![person])?;
    work.run(&queries::PHONE_END, params![person]).map(drop)
}
