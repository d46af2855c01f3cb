//! What stands in the envelope's sender, so that a mail which comes back is known again (VERP): no address, and no id
//! that means anything elsewhere.

use std::{fmt, str::FromStr};

use kernel::Uuid;

/// The letters of RFC 4648 §6 in small: servers may change the case of what stands before the `@`.
const LETTERS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
/// How many letters 128 bits take.
const LONG: usize = 26;

/// Where a mail comes back to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Returning {
    /// The mailbox that it went to, by a number drawn at random. Whoever knows it has seen a mail that went there.
    pub mailbox: Uuid,
    /// The mailing that it was, for its figures.
    pub mailing: Option<Uuid>,
}

/// The text is nothing that was ever in an envelope of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the mark of a mail that was sent")]
pub struct NotReturning;

impl Returning {
    /// How many letters it takes at the most, with what parts it from the name before it.
    pub const MOST: usize = 2 * LONG + 1;

    /// What stands in an address such as `bounces+…@example.org`; `None` when there is no such thing in it.
    pub fn in_address(address: &str) -> Option<Self> {
        let (local, _) = address.trim().rsplit_once('@')?;
        local.rsplit_once('+')?.1.parse().ok()
    }
}

impl fmt::Display for Returning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for id in [Some(self.mailbox), self.mailing].into_iter().flatten() {
            let number = id.as_u128();
            for place in (0..LONG).rev() {
                let five = usize::try_from(number >> (5 * place) & 31).unwrap_or_default();
                write!(f, "{}", char::from(LETTERS[five]))?;
            }
        }
        Ok(())
    }
}

impl fmt::Debug for Returning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Returning(..)")
    }
}

impl FromStr for Returning {
    type Err = NotReturning;

    fn from_str(text: &str) -> Result<Self, NotReturning> {
        match (text.get(..LONG).ok_or(NotReturning)?, text.get(LONG..)) {
            (mailbox, None | Some("")) => Ok(Self { mailbox: id(mailbox)?, mailing: None }),
            (mailbox, Some(mailing)) => Ok(Self { mailbox: id(mailbox)?, mailing: Some(id(mailing)?) }),
        }
    }
}

fn id(letters: &str) -> Result<Uuid, NotReturning> {
    let number = letters.bytes().try_fold(0_u128, |number, letter| {
        let five = LETTERS.iter().position(|known| *known == letter.to_ascii_lowercase())?;
        // 26 letters are 130 bits: the first holds three.
        Some(number.checked_mul(32)? | u128::try_from(five).ok()?)
    });
    if letters.len() == LONG { number.map(Uuid::from_u128).ok_or(NotReturning) } else { Err(NotReturning) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_an_envelope_is_read_back_whatever_a_server_did_to_its_case() {
        for (mailbox, mailing) in [(0, None), (u128::MAX, Some(u128::MAX)), (7, Some(0)), (1 << 127, None)] {
            let sent = Returning { mailbox: Uuid::from_u128(mailbox), mailing: mailing.map(Uuid::from_u128) };
            let address = format!("bounces+{sent}@example.org");
            assert!(address.split('@').next().unwrap().len() <= 64, "RFC 5321 §4.5.3.1.1: {address}");
            assert_eq!(Returning::in_address(&address), Some(sent));
            assert_eq!(Returning::in_address(&address.to_uppercase()), Some(sent));
        }
    }

    #[test]
    fn nothing_else_is_taken_for_it() {
        let sent = Returning { mailbox: Uuid::from_u128(1), mailing: None }.to_string();
        let (short, twice) = (&sent[1..], format!("{sent}{sent}{sent}"));
        for text in ["", short, &twice, "zzzzzzzzzzzzzzzzzzzzzzzzzz", "aaaaaaaaaaaaaaaaaaaaaaaaa1", "ééééééééééééé"]
        {
            assert_eq!(text.parse::<Returning>(), Err(NotReturning), "{text:?}");
            assert_eq!(Returning::in_address(&format!("bounces+{text}@example.org")), None);
        }
        assert_eq!(Returning::in_address(&format!("{sent}@example.org")), None);
        assert_eq!(Returning::in_address("bounces"), None);
    }
}
