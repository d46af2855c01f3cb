//! Passkeys as they are kept: each one's own id and public key under seal, and a name of the owner's choice.

use access::Grant;
use kernel::{ExposeSecret as _, PersonId, Timestamp, id::Id as _, words::Voice};
use organisation::notify;
use store::{Opener, Reader, Sealed, StoreError, Work, params};

use super::{
    inventory::MAIL_PASSKEY_COPIED,
    queries,
    store::NO_TEXT,
    webauthn::{Kept, Place, Shown, Verdict},
};
use crate::model::cell;

kernel::id! {
    /// A passkey.
    PasskeyId,
}

/// How many passkeys a person may have.
pub const MOST: usize = 20;

/// A passkey, its content sealed.
pub struct Passkey {
    /// Which.
    pub id: PasskeyId,
    credential: Sealed,
    name: Sealed,
    counter: i64,
    /// When it was added.
    pub made_at: Timestamp,
    /// When the challenge was made that it answered last.
    pub used_at: Timestamp,
}

impl Passkey {
    /// What it is known by. What is none is none: a made-up copy has no passkeys.
    pub fn kept(&self, opener: &Opener) -> Result<Option<Kept>, StoreError> {
        let sealed = opener.bytes(&self.credential)?;
        let read = || {
            let (length, rest) = sealed.strip_prefix(&[NO_TEXT])?.split_first_chunk::<2>()?;
            let (id, key) = rest.split_at_checked(usize::from(u16::from_be_bytes(*length)))?;
            Some(Kept { id: id.to_vec(), key: key.to_vec(), counter: u32::try_from(self.counter).ok()? })
        };
        Ok(read())
    }

    /// What its owner calls it.
    pub fn name(&self, opener: &Opener) -> Result<String, StoreError> {
        Ok(opener.text(&self.name)?.expose_secret().to_owned())
    }

    /// When it was last shown, if it ever was: until then the last challenge is that of its making.
    pub fn shown_at(&self) -> Option<Timestamp> {
        Some(self.used_at).filter(|used| *used > self.made_at)
    }
}

/// A person's passkeys, the oldest first.
pub fn of(reader: &mut Reader<'_>, person: PersonId) -> Result<Vec<Passkey>, StoreError> {
    let rows = reader.all(&queries::PASSKEYS, params![person])?;
    let passkey = |row: &store::Row| {
        let id: PasskeyId = row.id(0)?;
        Ok(Passkey {
            id,
            credential: row.sealed(1, cell("passkey", "credential", id.uuid(), person))?,
            name: row.sealed(2, cell("passkey", "name", id.uuid(), person))?,
            counter: row.int(3)?,
            made_at: row.time(4)?,
            used_at: row.time(5)?,
        })
    };
    rows.iter().map(passkey).collect()
}

/// What a passkey is called until its owner says otherwise: the device on which it is made.
pub fn first_name(voice: &Voice, device: &str) -> String {
    if device.is_empty() { voice.say("accounts-passkey-unnamed") } else { device.to_owned() }
}

/// Whether a person has a passkey.
pub fn has(reader: &mut Reader<'_>, opener: &Opener, person: PersonId) -> Result<bool, StoreError> {
    for passkey in of(reader, person)? {
        if passkey.kept(opener)?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Writes a passkey down that answered a challenge of this instant; `false` when that challenge was answered before, or
/// when there are as many as there may be.
pub fn add(
    work: &mut Work<'_>,
    grant: &Grant,
    person: PersonId,
    (kept, name): (&Kept, &str),
    challenged: Timestamp,
) -> Result<bool, StoreError> {
    let before = of(work, person)?;
    if before.len() >= MOST || before.iter().any(|passkey| passkey.used_at >= challenged) {
        return Ok(false);
    }
    let (id, now): (PasskeyId, _) = (work.mint(), work.now());
    let length = u16::try_from(kept.id.len()).unwrap_or_default().to_be_bytes();
    let credential = [&[NO_TEXT][..], &length, &kept.id, &kept.key].concat();
    let credential = work.seal(grant, &cell("passkey", "credential", id.uuid(), person), &credential)?;
    let name = work.seal(grant, &cell("passkey", "name", id.uuid(), person), name.as_bytes())?;
    let counter = i64::from(kept.counter);
    work.run(&queries::PASSKEY_NEW, params![id, person, credential, name, counter, now, challenged])?;
    Ok(true)
}

/// Whether one of a person's passkeys signed a challenge of this instant; counted, in one unit of work with what it
/// allows: a passkey answers no challenge that is not younger than the last. Of a copy the owner is told.
pub fn show(
    work: &mut Work<'_>,
    opener: &Opener,
    person: PersonId,
    (shown, challenged): (&Shown, Timestamp),
    place: &Place,
) -> Result<bool, StoreError> {
    for passkey in of(work, person)? {
        let Some(kept) = passkey.kept(opener)? else { continue };
        let (counter, fits) = match shown.verdict(&kept, place) {
            Verdict::Wrong => continue,
            Verdict::Fits(counter) => (counter, true),
            Verdict::Copied => (kept.counter, false),
        };
        let counted = work.run(&queries::PASSKEY_USED, params![passkey.id, i64::from(counter), challenged])? == 1;
        if counted && !fits {
            notify(work, person, MAIL_PASSKEY_COPIED, "/profile/passkeys")?;
        }
        return Ok(counted && fits);
    }
    Ok(false)
}

/// Takes a passkey away.
pub fn remove(work: &mut Work<'_>, person: PersonId, passkey: PasskeyId) -> Result<(), StoreError> {
    work.run(&queries::PASSKEY_END, params![person, passkey]).map(drop)
}
